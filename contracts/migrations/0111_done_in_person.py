"""Whom a record names did it in person; and the seal asks for whom a transaction acts."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

# As in 0140, but that a token is good for one transaction.
MAY_READ = """
CREATE OR REPLACE FUNCTION public.contracts_may_read(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT 1 FROM public.contracts_application a
        WHERE a.id = wanted AND (
            a.opened_at IS NOT NULL OR EXISTS (
                SELECT 1 FROM public.providers_providermember m
                WHERE m.provider_id = a.provider_id
                  AND m.user_id = public.nmiss_acting_person()
                  AND (m.reads_from IS NULL OR m.reads_from <= a.started_at)
            )
        )
    );
END
"""
UNSENT = """
ALTER POLICY own ON public.accounts_unsenttext USING (user_id = public.nmiss_acting_person());
"""
NO_MORE = """
DROP FUNCTION public.contracts_acting_person();
DROP TABLE nmiss_owner.sealing_key;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0112_who_acts'),
        ('contracts', '0110_dated_by_the_database'),
    ]

    operations = [
        migrations.RunSQL([MAY_READ, UNSENT, NO_MORE], migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='score',
            name='by_the_rules',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.evaluate_now_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.evaluate_now_by_id, NEW.evaluate_now_at, NEW.evaluate_now_reason) IS DISTINCT FROM ROW(OLD.evaluate_now_by_id, OLD.evaluate_now_at, OLD.evaluate_now_reason))\n        AND NEW.evaluate_now_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.prolonged_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.prolonged_by_id, NEW.prolonged_at, NEW.prolonged_reason) IS DISTINCT FROM ROW(OLD.prolonged_by_id, OLD.prolonged_at, OLD.prolonged_reason))\n        AND NEW.prolonged_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.recommended_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.recommended_by_id, NEW.recommended_at, NEW.recommendation, NEW.result) IS DISTINCT FROM ROW(OLD.recommended_by_id, OLD.recommended_at, OLD.recommendation, OLD.result))\n        AND NEW.recommended_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.approved_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.approved_by_id, NEW.approved_at) IS DISTINCT FROM ROW(OLD.approved_by_id, OLD.approved_at))\n        AND NEW.approved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='12ce4a5b05ae9cd3af3d6a22898ec171e0a434b6', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_228aa', table='contracts_application', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.has_conflict, NEW.details, NEW.declared_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.has_conflict, OLD.details, OLD.declared_at))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b5b732f4d5fdf2ad3d455ee635bfe1c62ff4fbcd', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_74e73', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.found_by_id) IS DISTINCT FROM ROW(OLD.found_by_id))\n        AND NEW.found_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='55f26212a17dbcc59f9c7be3c456e1c0ba729099', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_805ac', table='contracts_finding', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.chair_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.chair_id) IS DISTINCT FROM ROW(OLD.chair_id))\n        AND NEW.chair_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='16c80aae77bb8428d4be262df8a1e4edc0f780dd', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_ea3ee', table='contracts_moderatedscore', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.officer_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.officer_id) IS DISTINCT FROM ROW(OLD.officer_id))\n        AND NEW.officer_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='77c16b7b1328e8b864f448c47d15d44f6a8238c5', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_f3cf8', table='contracts_opening', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recoverywindow',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id, NEW.provider_id, NEW.opens_at, NEW.closes_at, NEW.reason) IS DISTINCT FROM ROW(OLD.proposed_by_id, OLD.provider_id, OLD.opens_at, OLD.closes_at, OLD.reason))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.agreed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.agreed_by_id, NEW.agreed_at, NEW.closes_at) IS DISTINCT FROM ROW(OLD.agreed_by_id, OLD.agreed_at, OLD.closes_at))\n        AND NEW.agreed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='7a011d29f008301f76b85c56abb84832515c7934', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_1ffbd', table='contracts_recoverywindow', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='roundextension',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.proposed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id, NEW.closes_at, NEW.reason) IS DISTINCT FROM ROW(OLD.proposed_by_id, OLD.closes_at, OLD.reason))\n        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\n\n    IF NEW.agreed_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.agreed_by_id, NEW.agreed_at, NEW.closes_at) IS DISTINCT FROM ROW(OLD.agreed_by_id, OLD.agreed_at, OLD.closes_at))\n        AND NEW.agreed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='4c167f8310f16d179482bbf6e579f1766187ed30', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_d7551', table='contracts_roundextension', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF public.nmiss_acting_person() IS DISTINCT FROM\n        (SELECT evaluator_id FROM contracts_assignment WHERE id = NEW.assignment_id) THEN\n        RAISE EXCEPTION 'Whoever is assigned scores in person.';\n    END IF;\n    IF NOT EXISTS (\n        SELECT 1 FROM contracts_assignment a\n        JOIN contracts_application p ON p.id = a.application_id\n        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id\n        JOIN contracts_conflictdeclaration c\n          ON c.application_id = p.id AND c.person_id = a.evaluator_id\n         AND NOT c.has_conflict\n        WHERE a.id = NEW.assignment_id AND a.released_at IS NULL\n          AND p.status = 'evaluated' AND NEW.score <= s.scale\n          AND length(NEW.rationale) >= s.shortest_rationale\n    ) THEN\n        RAISE EXCEPTION 'A score is not by the rules.'\n            USING HINT = 'No conflict, in the scale, with reasons.';\n    END IF;\n    IF 3 > (\n        SELECT count(*) FROM contracts_finding f\n        JOIN contracts_assignment a ON a.id = NEW.assignment_id\n        WHERE f.application_id = a.application_id AND f.passed AND f.superseded_at IS NULL\n          AND f.kind IN ('completeness', 'exclusion', 'selection')\n    ) THEN\n        RAISE EXCEPTION 'What was not found complete and eligible is not scored.';\n    END IF;\n    IF EXISTS (\n        SELECT 1 FROM contracts_moderatedscore m\n        JOIN contracts_assignment a ON a.id = NEW.assignment_id\n        WHERE m.application_id = a.application_id\n          AND m.question_id = a.question_id\n    ) OR 2 <= (\n        SELECT CASE WHEN bool_and(\n            EXISTS (SELECT 1 FROM contracts_score s WHERE s.assignment_id = b.id)\n        ) THEN count(*) ELSE 0 END\n        FROM contracts_assignment a JOIN contracts_assignment b\n          ON b.application_id = a.application_id AND b.question_id = a.question_id\n         AND b.released_at IS NULL\n        WHERE a.id = NEW.assignment_id\n    ) THEN\n        RAISE EXCEPTION 'Scores stand once all have scored.';\n    END IF;\n    RETURN NEW;\n", hash='7cb169f22f99e8c410b8eae419d48fa321862a6d', operation='INSERT', pgid='pgtrigger_by_the_rules_1b6cd', table='contracts_score', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.person_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id) IS DISTINCT FROM ROW(OLD.person_id))\n        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='b806a3d9a01381a031c1a98c3034fb57443a2e9f', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_b9023', table='contracts_signature', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='done_in_person', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.submitted_by_id IS NOT NULL\n        AND (TG_OP = 'INSERT' OR ROW(NEW.submitted_by_id, NEW.digest) IS DISTINCT FROM ROW(OLD.submitted_by_id, OLD.digest))\n        AND NEW.submitted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN\n        RAISE EXCEPTION 'Whom this names does it in person.';\n    END IF;\nRETURN NEW;", hash='c9d4b6d7e08376565be76ba63dafef2622dda614', operation='INSERT OR UPDATE', pgid='pgtrigger_done_in_person_000db', table='contracts_submission', when='BEFORE')),
        ),
    ]

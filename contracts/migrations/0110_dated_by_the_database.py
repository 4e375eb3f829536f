"""What is opened, scored, agreed and decided is dated by the one clock of the database."""

import nmiss.base.core.clock
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# As in 0003, by that clock.
RECEIVE = """
CREATE OR REPLACE FUNCTION contracts_receive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_at timestamptz;
    applicant contracts_application%ROWTYPE;
    batch bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8860002);
    now_at := public.nmiss_now();
    SELECT * INTO applicant FROM contracts_application WHERE id = NEW.application_id;
    SELECT w.round_id INTO batch FROM contracts_recoverywindow w
        JOIN contracts_round r ON r.id = w.round_id
        WHERE r.vehicle_id = applicant.vehicle_id AND w.provider_id = applicant.provider_id
          AND w.agreed_at IS NOT NULL AND w.opens_at <= now_at AND now_at < w.closes_at
        ORDER BY w.opens_at LIMIT 1;
    IF batch IS NULL THEN
        SELECT id INTO batch FROM contracts_round
            WHERE vehicle_id = applicant.vehicle_id AND status <> 'closed' AND closes_at > now_at
            ORDER BY opens_at LIMIT 1;
    END IF;
    IF batch IS DISTINCT FROM applicant.round_id AND EXISTS (
        SELECT 1 FROM contracts_round
        WHERE id = applicant.round_id AND closes_at <= now_at
    ) THEN
        RAISE EXCEPTION 'The round has closed. The version sent before stands.'
            USING ERRCODE = 'NM001';
    END IF;
    UPDATE contracts_submission SET received_at = now_at WHERE id = NEW.id;
    UPDATE contracts_application SET received_at = now_at, round_id = batch
        WHERE id = NEW.application_id;
    RETURN NULL;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0110_one_clock'),
        ('contracts', '0140_closed_to_whom_the_council_named'),
    ]

    operations = [
        migrations.RunSQL(RECEIVE, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='application',
            name='opened_by_two_in_its_time',
        ),
        migrations.AlterField(
            model_name='conflictdeclaration',
            name='declared_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='conflictdeclarationevent',
            name='declared_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='finding',
            name='found_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow()),
        ),
        migrations.AlterField(
            model_name='findingevent',
            name='found_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow()),
        ),
        migrations.AlterField(
            model_name='moderatedscore',
            name='agreed_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='opening',
            name='at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='openingevent',
            name='at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='score',
            name='given_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        migrations.AlterField(
            model_name='signature',
            name='signed_at',
            field=models.DateTimeField(db_default=nmiss.base.core.clock.DatabaseNow(), editable=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='opened_by_two_in_its_time', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."opened_at" IS NOT NULL)', func="\n                    IF TG_OP = 'UPDATE' AND OLD.opened_at IS NOT NULL THEN RETURN NEW; END IF;\n                    IF 2 > (SELECT count(DISTINCT o.officer_id) FROM contracts_opening o\n                                    JOIN contracts_conflictdeclaration c\n                                      ON c.application_id = o.application_id\n                                     AND c.person_id = o.officer_id AND NOT c.has_conflict\n                                    WHERE o.application_id = NEW.id) THEN\n                        RAISE EXCEPTION 'It takes two officers to open an application.';\n                    END IF;\n                    IF NEW.evaluate_now_at IS NULL AND NOT EXISTS (\n                        SELECT 1 FROM contracts_round\n                        WHERE id = NEW.round_id AND closes_at <= public.nmiss_now()\n                    ) THEN\n                        RAISE EXCEPTION 'An application is opened after its round has closed.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='230ac83e88463d6fa480581e3591a638b115c347', operation='INSERT OR UPDATE', pgid='pgtrigger_opened_by_two_in_its_time_7c848', table='contracts_application', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='received_as_submitted', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."received_at" IS NOT NULL)', func="\n    IF (TG_OP = 'INSERT' OR NEW.received_at IS DISTINCT FROM OLD.received_at) AND NOT EXISTS (\n        SELECT 1 FROM contracts_submission\n        WHERE application_id = NEW.id AND received_at = NEW.received_at\n    ) THEN\n        RAISE EXCEPTION 'An application is received when a version of it is.';\n    END IF;\n    RETURN NEW;\n", hash='12ee0af202162e66ebea6529cd7dcedc85f75627', operation='INSERT OR UPDATE', pgid='pgtrigger_received_as_submitted_81d13', table='contracts_application', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='whose_it_is', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."provider_id" IS DISTINCT FROM (NEW."provider_id") OR OLD."vehicle_id" IS DISTINCT FROM (NEW."vehicle_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f05e6fa383a67e7d33fd67629dd377d430337e6e', operation='UPDATE', pgid='pgtrigger_whose_it_is_5b211', table='contracts_application', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='application',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.evaluate_now_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.evaluate_now_at IS DISTINCT FROM OLD.evaluate_now_at) THEN\n        NEW.evaluate_now_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.prolonged_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.prolonged_at IS DISTINCT FROM OLD.prolonged_at) THEN\n        NEW.prolonged_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN\n        NEW.opened_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.recommended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recommended_at IS DISTINCT FROM OLD.recommended_at) THEN\n        NEW.recommended_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.sent_back_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_back_at IS DISTINCT FROM OLD.sent_back_at) THEN\n        NEW.sent_back_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN\n        NEW.approved_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.told_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.told_at IS DISTINCT FROM OLD.told_at) THEN\n        NEW.told_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='14ec83f63f4a73a60c35cd510fcdd8513ecd95ae', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_0c083', table='contracts_application', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='of_whom_it_was', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id") OR OLD."evaluator_id" IS DISTINCT FROM (NEW."evaluator_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='e773e4667f07a91bdee5d345175d1050c950e1b5', operation='UPDATE', pgid='pgtrigger_of_whom_it_was_d72fa', table='contracts_assignment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='52f3e3e23fadb31546435db55b5ec68d2304c02f', operation='DELETE', pgid='pgtrigger_kept_for_good_4022a', table='contracts_assignment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.declared_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.declared_at IS DISTINCT FROM OLD.declared_at) THEN\n        NEW.declared_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='c82bb614d92ce9b9447f1c4f6c6f0c3341140719', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_370cc', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='kept_for_good', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d2f951d7131a840f04b87fe2d5abccafdbee03ee', operation='DELETE', pgid='pgtrigger_kept_for_good_00394', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='of_whom_it_was', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."application_id" IS DISTINCT FROM (NEW."application_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='ec541f627e5c23906c68a1656ef20588623385c2', operation='UPDATE', pgid='pgtrigger_of_whom_it_was_10f44', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='conflicts_stand', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT NEW."has_conflict" AND OLD."has_conflict")', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='d9ce770eb2d9fb0dd125eb8eb7e9e33e709819a0', operation='UPDATE', pgid='pgtrigger_conflicts_stand_8c7b4', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.found_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.found_at IS DISTINCT FROM OLD.found_at) THEN\n        NEW.found_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN\n        NEW.superseded_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a85181a5ffa7cafd24483a7788cd0ede33efc193', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_d0b17', table='contracts_finding', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='moderatedscore',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN\n        NEW.agreed_at := public.nmiss_now();\n    END IF;\n\n    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN\n        NEW.superseded_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='a091c303dfcb63ab79fb61c1e608540308ba598c', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_a4ad9', table='contracts_moderatedscore', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.at IS DISTINCT FROM OLD.at) THEN\n        NEW.at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='4e11d1a21cec8205b89163df356a30d6e35753ff', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_2a3a3', table='contracts_opening', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='as_on_the_application', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application\n                        WHERE id = NEW.application_id AND status = 'recommended'\n                          AND recommended_by_id = NEW.recommended_by_id\n                          AND recommended_at = NEW.recommended_at\n                    ) THEN\n                        RAISE EXCEPTION 'What is recommended stands on the application.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='706b5fceb1b1115819285414a2a8b57dcd6a31b6', operation='INSERT', pgid='pgtrigger_as_on_the_application_7efee', table='contracts_recommendation', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='score',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.given_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.given_at IS DISTINCT FROM OLD.given_at) THEN\n        NEW.given_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='5e04a0ee6765ab8c7a4835c92a1fae7995371866', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_37ffb', table='contracts_score', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='signature',
            trigger=pgtrigger.compiler.Trigger(name='dated_by_the_database', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.signed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_at IS DISTINCT FROM OLD.signed_at) THEN\n        NEW.signed_at := public.nmiss_now();\n    END IF;\nRETURN NEW;", hash='e0a3ce4a2d96504570172b938b234714976950e8', operation='INSERT OR UPDATE', pgid='pgtrigger_dated_by_the_database_d416b', table='contracts_signature', when='BEFORE')),
        ),
    ]

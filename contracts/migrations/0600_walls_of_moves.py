"""Of moves, the database refuses the same as their rules: to open, assign, declare, send back."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0501_approval_limits'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='assignment',
            name='by_the_rules',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='conflictdeclaration',
            name='by_who_commissions',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='opening',
            name='without_a_conflict',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='recommendation',
            name='by_the_rules',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.released_at IS NOT NULL THEN RETURN NEW; END IF;\n    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL THEN RETURN NEW; END IF;\n    IF EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n               WHERE application_id = NEW.application_id AND person_id = NEW.evaluator_id\n                 AND has_conflict) THEN\n        RAISE EXCEPTION 'Nobody with a conflict scores an application.';\n    END IF;\n    IF 3 <= (SELECT count(*) FROM contracts_assignment\n                  WHERE application_id = NEW.application_id AND question_id = NEW.question_id\n                    AND released_at IS NULL AND id IS DISTINCT FROM NEW.id) THEN\n        RAISE EXCEPTION 'No more than 3 evaluators score a question.';\n    END IF;\n    IF 'evaluated' IS DISTINCT FROM\n        (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN\n        RAISE EXCEPTION 'Evaluators are assigned while an application is evaluated.';\n    END IF;\n    RETURN NEW;\n", hash='ba1e0d6de77ae83749241e8342f83f06a57e111b', operation='INSERT OR UPDATE', pgid='pgtrigger_by_the_rules_ab45f', table='contracts_assignment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conflictdeclaration',
            trigger=pgtrigger.compiler.Trigger(name='by_who_commissions', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.person_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers declare interests, and nobody else.';\n                    END IF;\n\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application WHERE id = NEW.application_id\n                          AND status IN ('received', 'evaluated', 'recommended', 'approved')\n                    ) THEN\n                        RAISE EXCEPTION 'An interest is declared until the outcome is told.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='953dd26a8bc2d6dc0b0358eb0bff527eb5fd8cc1', operation='INSERT OR UPDATE', pgid='pgtrigger_by_who_commissions_897a4', table='contracts_conflictdeclaration', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='opening',
            trigger=pgtrigger.compiler.Trigger(name='without_a_conflict', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.officer_id AND is_active\n                                   AND role IN ('officer', 'manager')) THEN\n                        RAISE EXCEPTION 'Officers and managers open applications, and nobody else.';\n                    END IF;\n\n                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                                   WHERE application_id = NEW.application_id\n                                     AND person_id = NEW.officer_id AND NOT has_conflict) THEN\n                        RAISE EXCEPTION 'Who opens an application has declared no conflict first.';\n                    END IF;\n                    IF NOT EXISTS (\n                        SELECT 1 FROM contracts_application a\n                        LEFT JOIN contracts_round r ON r.id = a.round_id\n                        LEFT JOIN contracts_earlyevaluation e ON e.application_id = a.id\n                        WHERE a.id = NEW.application_id AND a.status = 'received'\n                          AND (r.closes_at <= public.nmiss_now() OR e.id IS NOT NULL)\n                    ) THEN\n                        RAISE EXCEPTION 'Nobody has a part in opening before its time, or after.';\n                    END IF;\n                    RETURN NEW;\n                ", hash='815dc6bcd6800ece80d03094d232bc0f477b08c4', operation='INSERT', pgid='pgtrigger_without_a_conflict_3fddb', table='contracts_opening', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recommendation',
            trigger=pgtrigger.compiler.Trigger(name='by_the_rules', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF TG_OP = 'UPDATE' THEN\n        IF OLD.sent_back_at IS NOT NULL OR to_jsonb(NEW)\n                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' <> to_jsonb(OLD)\n                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' THEN\n            RAISE EXCEPTION 'A recommendation stays; it may be sent back, once.';\n        END IF;\n        IF EXISTS (SELECT 1 FROM contracts_approval WHERE recommendation_id = NEW.id) THEN\n            RAISE EXCEPTION 'What is approved is not sent back.';\n        END IF;\n        IF NEW.sent_back_by_id IS NOT NULL AND (\n            NOT EXISTS (SELECT 1 FROM accounts_user\n                        WHERE id = NEW.sent_back_by_id AND role = 'manager')\n            OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                           WHERE application_id = NEW.application_id\n                             AND person_id = NEW.sent_back_by_id AND NOT has_conflict)\n            OR NEW.sent_back_by_id IN (\n        SELECT recommended_by_id FROM contracts_recommendation\n            WHERE application_id = NEW.application_id\n        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.application_id\n        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.application_id\n        UNION SELECT a.evaluator_id FROM contracts_assignment a\n            JOIN contracts_score s ON s.assignment_id = a.id\n            WHERE a.application_id = NEW.application_id\n        UNION SELECT chair_id FROM contracts_moderatedscore\n            WHERE application_id = NEW.application_id\n    )\n        ) THEN\n            RAISE EXCEPTION 'A manager who took no part sends a recommendation back.';\n        END IF;\n        RETURN NEW;\n    END IF;\n    IF NEW.sent_back_at IS NOT NULL OR 'evaluated' IS DISTINCT FROM\n            (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN\n        RAISE EXCEPTION 'An outcome is recommended while an application is evaluated.';\n    END IF;\n    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration\n                   WHERE application_id = NEW.application_id\n                     AND person_id = NEW.recommended_by_id AND NOT has_conflict) THEN\n        RAISE EXCEPTION 'Who recommends an outcome has declared no conflict first.';\n    END IF;\n    RETURN NEW;\n", hash='1cd673664ace12f2c7f8a77517acbf61973d841f', operation='INSERT OR UPDATE', pgid='pgtrigger_by_the_rules_d87ae', table='contracts_recommendation', when='BEFORE')),
        ),
    ]

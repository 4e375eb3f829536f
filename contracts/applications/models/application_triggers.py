"""What the database itself refuses of an application that is opened or decided."""

from __future__ import annotations

import pgtrigger

OPENERS = 2

OPENED_BY_TWO_IN_ITS_TIME = pgtrigger.Trigger(
    name="opened_by_two_in_its_time",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__opened_at__isnull=False),
    func=f"""
                    IF TG_OP = 'UPDATE' AND OLD.opened_at IS NOT NULL THEN RETURN NEW; END IF;
                    IF {OPENERS} > (SELECT count(DISTINCT o.officer_id) FROM contracts_opening o
                                    JOIN contracts_conflictdeclaration c
                                      ON c.application_id = o.application_id
                                     AND c.person_id = o.officer_id AND NOT c.has_conflict
                                    WHERE o.application_id = NEW.id) THEN
                        RAISE EXCEPTION 'It takes two officers to open an application.';
                    END IF;
                    IF NEW.evaluate_now_at IS NULL AND NOT EXISTS (
                        SELECT 1 FROM contracts_round
                        WHERE id = NEW.round_id AND closes_at <= public.nmiss_now()
                    ) THEN
                        RAISE EXCEPTION 'An application is opened after its round has closed.';
                    END IF;
                    RETURN NEW;
                """,
)

# Who an application is of, and since when there is one, says who may read it.
WHOSE_IT_IS = pgtrigger.ReadOnly(
    name="whose_it_is", fields=["provider", "vehicle", "started_by", "started_at"]
)

# The clock of the database says when one was received (migration 0003): nobody else does.
RECEIVED_AS_SUBMITTED = pgtrigger.Trigger(
    name="received_as_submitted",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__received_at__isnull=False),
    func="""
    IF (TG_OP = 'INSERT' OR NEW.received_at IS DISTINCT FROM OLD.received_at) AND NOT EXISTS (
        SELECT 1 FROM contracts_submission
        WHERE application_id = NEW.id AND received_at = NEW.received_at
    ) THEN
        RAISE EXCEPTION 'An application is received when a version of it is.';
    END IF;
    RETURN NEW;
""",
)

# A manager who evaluated nothing of it decides, and admits where a lot is awarded, only there.
APPROVED_BY_AN_OUTSIDER = pgtrigger.Trigger(
    name="approved_by_an_outsider",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(old__approved_at__isnull=True, new__approved_at__isnull=False),
    func="""
    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.approved_by_id AND role = 'manager')
        OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                       WHERE application_id = NEW.id AND person_id = NEW.approved_by_id
                         AND NOT has_conflict) THEN
        RAISE EXCEPTION 'A manager who declared no conflict approves an outcome.';
    END IF;
    IF NEW.approved_by_id IN (
        SELECT NEW.recommended_by_id
        UNION SELECT recommended_by_id FROM contracts_recommendation WHERE application_id = NEW.id
        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.id
        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.id
        UNION SELECT a.evaluator_id FROM contracts_assignment a
            JOIN contracts_score s ON s.assignment_id = a.id WHERE a.application_id = NEW.id
        UNION SELECT chair_id FROM contracts_moderatedscore WHERE application_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'Who took part in evaluating an application does not approve it.';
    END IF;
    IF (NEW.result = 'admitted') IS DISTINCT FROM EXISTS (
        SELECT 1 FROM contracts_lotoutcome WHERE application_id = NEW.id AND awarded
    ) THEN
        RAISE EXCEPTION 'Admitted is who is awarded a lot, and nobody else.';
    END IF;
    RETURN NEW;
""",
)

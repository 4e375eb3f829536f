"""What evaluation asks of an application that is opened, recommended or decided.

The tables that these triggers name are of this room, so it is this room that puts them there.
"""

from __future__ import annotations

import pgtrigger

from contracts.applications.models.application import Application
from contracts.evaluation.kinds import OPENERS

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
        IF NOT EXISTS (
            SELECT 1 FROM contracts_earlyevaluation WHERE application_id = NEW.id
        ) AND NOT EXISTS (
            SELECT 1 FROM contracts_round
            WHERE id = NEW.round_id AND closes_at <= public.nmiss_now()
        ) THEN
            RAISE EXCEPTION 'An application is opened after its round has closed.';
        END IF;
        RETURN NEW;
    """,
)

# The recommendation comes first and the move after it; so it is with the approval, whose instant
# is the one at which the application is decided.
RECOMMENDED_AND_DECIDED_AS_WRITTEN = pgtrigger.Trigger(
    name="recommended_and_decided_as_written",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    func="""
        IF TG_OP = 'UPDATE' AND NEW.status = OLD.status
            AND NEW.decided_at IS NOT DISTINCT FROM OLD.decided_at THEN
            RETURN NEW;
        END IF;
        IF (NEW.status IN ('recommended', 'approved', 'told')) IS DISTINCT FROM EXISTS (
            SELECT 1 FROM contracts_recommendation
            WHERE application_id = NEW.id AND sent_back_at IS NULL
        ) THEN
            RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';
        END IF;
        NEW.decided_at :=
            (SELECT approved_at FROM contracts_approval WHERE application_id = NEW.id);
        RETURN NEW;
    """,
)

pgtrigger.register(OPENED_BY_TWO_IN_ITS_TIME, RECOMMENDED_AND_DECIDED_AS_WRITTEN)(Application)

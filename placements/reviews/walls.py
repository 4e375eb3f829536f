"""What the database asks of annual reviews, in SQL."""

from __future__ import annotations

import pgtrigger

GOES_WITH_ITS_IMPORT = """
    IF NOT OLD.imported OR OLD.status <> 'to_arrange' THEN
        RAISE EXCEPTION 'An annual review stays on record: close it with a reason.';
    END IF;
    RETURN OLD;
"""
STAYS = """
    IF OLD.status IN ('completed', 'closed') THEN
        RAISE EXCEPTION 'A review that has ended stays as it is.';
    END IF;
    IF OLD.reported_at IS NOT NULL
        AND ROW(NEW.reported_at, NEW.reported_by_id, NEW.recommendation, NEW.report_id,
            NEW.words IS NULL, NEW.meeting_on)
        IS DISTINCT FROM ROW(OLD.reported_at, OLD.reported_by_id, OLD.recommendation,
            CASE WHEN OLD.decided_on IS NULL AND EXISTS (
                SELECT FROM public.files_storedfile
                WHERE id = OLD.report_id AND state IN ('refused', 'infected')
            ) THEN coalesce(NEW.report_id, OLD.report_id) ELSE OLD.report_id END,
            OLD.words IS NULL, OLD.meeting_on) THEN
        RAISE EXCEPTION 'A report on a review stays as it was sent.';
    END IF;
    IF OLD.decided_on IS NOT NULL
        AND ROW(NEW.decided_on, NEW.outcome, NEW.decided_by_id, NEW.meeting_on)
        IS DISTINCT FROM ROW(OLD.decided_on, OLD.outcome, OLD.decided_by_id, OLD.meeting_on) THEN
        RAISE EXCEPTION 'A decision on a plan stays as it was taken.';
    END IF;
    RETURN NEW;
"""


def of_reviews() -> list[pgtrigger.Trigger]:
    """What stands around a review: it is kept, and what was reported and decided stays."""
    return [
        pgtrigger.Trigger(
            name="kept_for_good",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=GOES_WITH_ITS_IMPORT,
        ),
        pgtrigger.Trigger(
            name="reported_and_decided_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=STAYS,
        ),
    ]

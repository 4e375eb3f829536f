"""What the database itself refuses of an application: another owner, another day of receipt."""

from __future__ import annotations

import pgtrigger

# Who an application is of, and since when there is one, says who may read it.
WHOSE_IT_IS = pgtrigger.ReadOnly(
    name="whose_it_is", fields=["provider", "vehicle", "started_by", "started_at"]
)

# The clock of the database says when one was received (``receipt_sql``): nobody else does.
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

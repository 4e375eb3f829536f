"""What the database itself refuses of an application: another owner, another day of receipt."""

from __future__ import annotations

import pgtrigger

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from providers.own_rows import acts_for

# Who an application is of, and since when there is one, says who may read it.
WHOSE_IT_IS = pgtrigger.ReadOnly(
    name="whose_it_is", fields=["provider", "vehicle", "previous", "started_by", "started_at"]
)

KEPT_FOR_GOOD = pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete)

# Who may write for the provider begins one; the rest is for the walls of each step.
BEGUN_BY_ITS_APPLICANT = WrittenBySomebody(
    Role.PROVIDER,
    unless="TG_OP = 'UPDATE'",
    must=acts_for("RECORD.provider_id"),
    words="Somebody who writes for the provider begins its application.",
    started_by=(),
)

# Who may send an application in takes it back, and nobody else: a sealed one would be lost.
WITHDRAWN_BY_ITS_APPLICANT = pgtrigger.Trigger(
    name="withdrawn_by_its_applicant",
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__status="withdrawn"),
    func="""
    IF NOT public.nmiss_is_owner()
        AND (TG_OP = 'INSERT' OR OLD.status <> 'withdrawn') AND NOT EXISTS (
        SELECT 1 FROM public.providers_providermember
        WHERE provider_id = NEW.provider_id AND user_id = public.nmiss_acting_person()
          AND role IN ('owner', 'editor')
    ) THEN
        RAISE EXCEPTION 'The applicant alone withdraws an application.';
    END IF;
    RETURN NEW;
    """,
)

# The clock of the database says when one was received (``round_sql``): nobody else does.
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

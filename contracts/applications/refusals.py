"""Files of applications refused after they were sent: who is told, and until when to replace it."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from contracts.applications import permissions
from contracts.applications.models import Application, Evidence, RefusedFile, SentDocument
from contracts.arrangements.models import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import by_the_hub
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent, LegalParameter
from nmiss.base.core.working_days import add_working_days
from providers.recipients import writers_of

REPLACE_WITHIN = "replace_refused_file"
IF_NO_NUMBER = 2  # working days
AT_LEAST = 1  # of a file that replaces another: its sender has had a time before


def note() -> int:
    """Write down which files were refused since, and tell their senders; return how many."""
    sent = SentDocument.objects.refused_since()
    return sum(_note_evidence(each) for each in sent.select_related("application__vehicle"))


@by_the_hub
def _note_evidence(sent: SentDocument) -> bool:
    application = sent.application
    before = RefusedFile.objects.filter(replacement=sent.evidence_id).first()
    refused, is_new = RefusedFile.objects.get_or_create(
        evidence_id=sent.evidence_id,
        defaults={
            "application": application,
            "provider_id": application.provider_id,
            "due_on": due_on(application.vehicle, before),
        },
    )
    if is_new:
        AuditEvent.record("refuse_evidence", application, by=None, due_on=refused.due_on)
        tell_of(refused)
    return is_new


def tell_of(refused: RefusedFile) -> None:
    """Tell who writes for the provider. The document's name is sealed and stays on the page."""
    tell(writers_of(refused.provider_id), "contracts/applications/file_refused", about=refused)


def days_to_replace(vehicle: Vehicle | None, *, on: datetime.date) -> int:
    """How many working days there are to replace a refused file."""
    if vehicle is None:
        return IF_NO_NUMBER
    number = LegalParameter.objects.in_force(REPLACE_WITHIN, regime=vehicle.regime, on=on)
    return number.value if number else IF_NO_NUMBER


def due_on(vehicle: Vehicle | None, before: RefusedFile | None) -> datetime.date:
    """The last day to replace it. What replaced another runs by that one's time."""
    today = timezone.localdate()
    if before:
        return max(before.due_on, add_working_days(today, AT_LEAST))
    return add_working_days(today, days_to_replace(vehicle, on=today))


@transaction.atomic
def lock_to_replace(evidence: Evidence, *, by: User) -> RefusedFile:
    """Hold a document of an application, and the refusal of it, that is to be replaced."""
    evidence.application.lock()
    rows = RefusedFile.objects.select_for_update(of=("self",)).select_related("application")
    refused = rows.get(evidence=evidence)
    stop_if(permissions.why_not_replace(by, refused))
    return refused


def by_evidence(application: Application) -> dict[int, RefusedFile]:
    """What was refused of an application, by the number of the document."""
    rows = RefusedFile.objects.filter(application=application)
    rows = rows.select_related("evidence__file", "replacement__file")
    return {refused.evidence_id: refused for refused in rows}


def with_standing(
    documents: QuerySet[Evidence], *, on: datetime.date
) -> list[tuple[Evidence, RefusedFile | None, str]]:
    """Documents, those that were replaced, too, with what came of each whose file was refused."""
    kept = Q(removed_at=None) | Q(refused__replaced_at__isnull=False)
    rows = documents.filter(kept).select_related("file", "refused").order_by("pk")
    found = [(each, getattr(each, "refused", None)) for each in rows]
    return [(each, refused, refused.standing(on) if refused else "") for each, refused in found]


def of_sender(
    application: Application, *, on: datetime.date
) -> list[tuple[Evidence, RefusedFile, str]]:
    """What its sender is told of refused files: what is wrong, and what came of each."""
    found = by_evidence(application).values()
    return [(each.evidence, each, each.standing(on)) for each in found]


def counts_now(evidence: Evidence, refused: dict[int, RefusedFile]) -> Evidence:
    """The document that counts in the place of this one: the last that replaced another."""
    while (one := refused.get(evidence.pk)) and one.replacement:
        evidence = one.replacement
    return evidence

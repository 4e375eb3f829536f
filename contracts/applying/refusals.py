"""Files refused after they were sent: who is told, until when each can be replaced, and by what."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from contracts.models import (
    Application,
    Evidence,
    Membership,
    RefusedFile,
    SentDocument,
    Vehicle,
)
from contracts.notices import refusals as notices
from nmiss.core.lifecycle import NotAllowedNow
from nmiss.core.models import AuditEvent, LegalParameter
from nmiss.core.working_days import add_working_days
from nmiss.files.models import State
from providers.models import ComplianceDocument

REPLACE_WITHIN = "replace_refused_file"
IF_NO_NUMBER = 2  # working days
AT_LEAST = 1  # of a file that replaces another: its sender has had a time before


def note() -> int:
    """Write down which files were refused since, and tell their senders; return how many."""
    sent = SentDocument.objects.refused_since()
    return sum(_note_evidence(each) for each in sent.select_related("application__vehicle")) + sum(
        _note_document(document) for document in _refused_documents()
    )


def _refused_documents() -> list[ComplianceDocument]:
    current = ComplianceDocument.objects.current().with_file()
    return list(current.filter(file__state__in=State.for_nobody(), refused=None).order_by("pk"))


@transaction.atomic
def _note_evidence(sent: SentDocument) -> bool:
    application = sent.application
    before = RefusedFile.objects.filter(replacement=sent.evidence_id).first()
    refused, is_new = RefusedFile.objects.get_or_create(
        evidence_id=sent.evidence_id,
        defaults={
            "application": application,
            "provider_id": application.provider_id,
            "due_on": _due_on(application.vehicle, before),
        },
    )
    if is_new:
        AuditEvent.record("refuse_evidence", application, by=None, due_on=refused.due_on)
        notices.evidence_refused(refused)
    return is_new


@transaction.atomic
def _note_document(document: ComplianceDocument) -> bool:
    member = Membership.objects.on(timezone.localdate()).filter(provider=document.provider)
    first = member.select_related("lot__vehicle").order_by("pk").first()
    before = RefusedFile.objects.filter(new_document=document).first()
    refused, is_new = RefusedFile.objects.get_or_create(
        document=document,
        defaults={
            "provider": document.provider,
            "due_on": _due_on(first.lot.vehicle if first else None, before),
        },
    )
    if is_new:
        AuditEvent.record("refuse_document", document, by=None, due_on=refused.due_on)
        notices.document_refused(refused)
    return is_new


def days_to_replace(vehicle: Vehicle | None, *, on: datetime.date) -> int:
    """How many working days there are to replace a refused file."""
    if vehicle is None:
        return IF_NO_NUMBER
    number = LegalParameter.objects.in_force(REPLACE_WITHIN, regime=vehicle.regime, on=on)
    return number.value if number else IF_NO_NUMBER


def _due_on(vehicle: Vehicle | None, before: RefusedFile | None) -> datetime.date:
    """The last day to replace it. What replaced another runs by that one's time."""
    today = timezone.localdate()
    if before:
        return max(before.due_on, add_working_days(today, AT_LEAST))
    return add_working_days(today, days_to_replace(vehicle, on=today))


@transaction.atomic
def lock_to_replace(evidence: Evidence) -> RefusedFile:
    """Hold the refusal of a document; raises NotAllowedNow where it can no longer be replaced."""
    rows = RefusedFile.objects.select_for_update(of=("self",))
    refused = rows.get(evidence=evidence)
    if refused.replaced_at:
        raise NotAllowedNow("This document was replaced already.")
    if not refused.may_be_replaced(timezone.localdate()):
        raise NotAllowedNow(
            f"The time to replace this document ended on {refused.due_on:%-d %B %Y}. "
            "It counts as missing."
        )
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


def standings(
    documents: Iterable[ComplianceDocument], *, on: datetime.date
) -> list[tuple[ComplianceDocument, str, RefusedFile | None]]:
    """Documents of a member, each with where it stands, and the refusal of its file if any."""
    return [(each, each.standing(on), getattr(each, "refused", None)) for each in documents]


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


@transaction.atomic
def settle_documents(new: ComplianceDocument, *, instead_of: list[ComplianceDocument]) -> None:
    """Note which refused documents of a member a new one replaces."""
    refused = RefusedFile.objects.not_replaced().filter(document__in=instead_of)
    refused.update(replaced_at=timezone.now(), new_document=new)

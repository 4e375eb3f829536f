"""Documents of members whose file was refused: who is told, until when to replace it, by what."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from contracts.applications.models import RefusedFile
from contracts.applications.refusals import due_on, tell_of
from contracts.membership.models import Membership
from nmiss.base.core.acting import by_the_hub
from nmiss.base.core.models import AuditEvent
from nmiss.base.files.models import FileState
from providers.models import ComplianceDocument


def note() -> int:
    """Write down which documents were refused since, and tell their senders; return how many."""
    current = ComplianceDocument.objects.current().with_file()
    refused = current.filter(file__state__in=FileState.for_nobody(), refused=None).order_by("pk")
    return sum(_note_document(document) for document in list(refused))


@by_the_hub
def _note_document(document: ComplianceDocument) -> bool:
    member = Membership.objects.on(timezone.localdate()).filter(provider=document.provider)
    first = member.select_related("lot__vehicle").order_by("pk").first()
    before = RefusedFile.objects.filter(new_document=document).first()
    refused, is_new = RefusedFile.objects.get_or_create(
        document=document,
        defaults={
            "provider": document.provider,
            "due_on": due_on(first.lot.vehicle if first else None, before),
        },
    )
    if is_new:
        AuditEvent.record("refuse_document", document, by=None, due_on=refused.due_on)
        tell_of(refused)
    return is_new


def standings(
    documents: Iterable[ComplianceDocument], *, on: datetime.date
) -> list[tuple[ComplianceDocument, str, RefusedFile | None]]:
    """Documents of a member, each with where it stands, and the refusal of its file if any."""
    return [(each, each.standing(on), getattr(each, "refused", None)) for each in documents]


@transaction.atomic
def settle_documents(new: ComplianceDocument, *, instead_of: list[ComplianceDocument]) -> None:
    """Note which refused documents of a member a new one replaces."""
    refused = RefusedFile.objects.not_replaced().filter(document__in=instead_of)
    refused.update(replaced_at=timezone.now(), new_document=new)

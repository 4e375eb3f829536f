"""Documents that members keep up: an officer asks for another in the place of one."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.models import AuditEvent, Reminder
from providers.models import ComplianceDocument
from providers.recipients import owners_of


@transaction.atomic
def ask_for_another(document: ComplianceDocument, *, by: User) -> int:
    """Ask each owner for a new one in its place, once a day; return how many were asked."""
    people = owners_of(document.provider)
    to = Reminder.give("document, asked for", document, people, due_on=timezone.localdate())
    tell(to, "contracts/membership/document_asked_for", about=document)
    if to:
        AuditEvent.record("ask_for_a_document", document, by=by)
    return len(to)


def link_to_send(document: ComplianceDocument) -> str:
    """Where its provider sends another in its place."""
    address = reverse("contracts:compliance_add", args=[document.provider_id])
    return f"{address}?document={document.pk}"

"""Reminding: documents that expire, 60, 30 and 7 days before and after; or an officer asks."""

from __future__ import annotations

import datetime
from collections import defaultdict

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from contracts.membership import notices
from contracts.membership.models import Agreement, Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent, Reminder
from providers.models import ComplianceDocument, ProviderMember, ProviderRole

DAYS_BEFORE = (7, 30, 60)
EXPIRED = "expired"


def remind(now: datetime.datetime) -> int:
    """Say once to each owner what expires or has expired; return how many were told.

    What is due is asked of the day: after days off, only the nearest limit is said, and of
    what expired meanwhile, that it has.
    """
    today = timezone.localdate(now)
    last = today + datetime.timedelta(days=max(DAYS_BEFORE))
    members = Membership.objects.not_over(today).values("provider")
    expiring = (
        ComplianceDocument.objects.expiring_by(last)
        .filter(provider__in=members)
        .with_file()
        .soonest_first()
    )
    owners = _owners()
    return sum(
        _remind_of(document, owner, today=today)
        for document in expiring
        for owner in owners[document.provider_id]
    )


def end_what_is_over(now: datetime.datetime) -> None:
    """End agreements whose schools have all left."""
    for agreement in Agreement.objects.over_by(timezone.localdate(now)):
        agreement.end(by=None)


def limit_of(days: int) -> int:
    """The nearest limit that holds: 30 where 12 days are left."""
    return next(limit for limit in DAYS_BEFORE if days <= limit)


@transaction.atomic
def _remind_of(document: ComplianceDocument, owner: object, *, today: datetime.date) -> bool:
    days = (document.expires_on - today).days
    kind = EXPIRED if days < 0 else f"expires_in_{limit_of(days)}_days"
    if not Reminder.give_once(kind, document, recipient=owner.email, due_on=document.expires_on):
        return False
    notices.document_expires(document, to=owner, link=link_to_send(document), days=days)
    return True


def ask_for_another(document: ComplianceDocument, *, by: User) -> int:
    """Ask each owner for a new one in its place, once a day; return how many were asked."""
    today, link = timezone.localdate(), link_to_send(document)
    with transaction.atomic():
        to = [
            owner
            for owner in notices.owners_of(document.provider)
            if Reminder.give_once("asked_anew", document, recipient=owner.email, due_on=today)
        ]
        for owner in to:
            notices.document_asked_for(document, to=owner, link=link)
        if to:
            AuditEvent.record("ask_for_a_document", document, by=by)
    return len(to)


def link_to_send(document: ComplianceDocument) -> str:
    """Where its provider sends another in its place."""
    address = reverse("contracts:compliance_add", args=[document.provider_id])
    return f"{address}?document={document.pk}"


def _owners() -> dict[int, list]:
    owners = defaultdict(list)
    members = ProviderMember.objects.filter(role=ProviderRole.OWNER, user__is_active=True)
    for member in members.select_related("user").order_by("pk"):
        owners[member.provider_id].append(member.user)
    return owners

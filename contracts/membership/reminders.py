"""What members are reminded of: documents, self-declarations, replies to an extension."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils import timezone

from contracts.membership.models import DeclarationRenewal, ExtensionLetter, Membership
from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.core.reminders import PROVIDERS, WORKING_DAYS, Due, KindOfReminder, register
from providers.models import ComplianceDocument, ProviderRole
from providers.recipients import by_provider


def _documents(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    members = Membership.objects.not_over(today).values("provider")
    rows = ComplianceDocument.objects.expiring_by(last).filter(provider__in=members)
    found = list(rows.with_file().soonest_first())
    owners = by_provider((each.provider_id for each in found), roles=[ProviderRole.OWNER])
    for each in found:
        yield Due(each, each.expires_on, owners[each.provider_id])


def _declarations(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    members = Membership.objects.not_over(today).values("provider")
    rows = DeclarationRenewal.objects.waiting().filter(due_on__lte=last, provider__in=members)
    found = list(rows.select_related("vehicle").soonest_first())
    owners = by_provider((each.provider_id for each in found), roles=[ProviderRole.OWNER])
    for each in found:
        asked_on = timezone.localdate(each.asked_at)
        yield Due(each, each.due_on, owners[each.provider_id], told_on=asked_on)


def _extensions(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Letters without a reply, until the extension begins."""
    rows = ExtensionLetter.objects.open().unanswered().filter(answer_by__lte=last)
    found = [
        each
        for each in rows.select_related("option__vehicle", "provider").soonest_first()
        if today <= each.last_answer_on
    ]
    owners = by_provider((each.provider_id for each in found), roles=[ProviderRole.OWNER])
    for each in found:
        sent_on = timezone.localdate(each.sent_at)
        yield Due(each, each.answer_by, owners[each.provider_id], told_on=sent_on)


register(
    KindOfReminder(
        "extension letter",
        "contracts/membership/extension_due",
        _extensions,
        who="The provider’s owners",
        to=PROVIDERS,
        before=(14, 7, 1),
        after=(1, 7, 14),
        dates=("Reply to the extension due",),
    ),
    KindOfReminder(
        "document",
        "contracts/membership/document_expires",
        _documents,
        who="The provider’s owners",
        to=PROVIDERS,
        before=(60, 30, 7),
        after=(1,),
        dates=("Document expires",),
    ),
    KindOfReminder(
        "declaration",
        "contracts/membership/declaration_due",
        _declarations,
        who="The provider’s owners",
        statutory=True,
        to=PROVIDERS,
        before=(1,),
        after=(1,),
        unit=WORKING_DAYS,
        dates=("Self-declaration due",),
    ),
)
register(
    reminder_of(
        "Debarment check due",
        says="Look each provider up on the debarment list that the government publishes, and "
        "record the result. A check is due each quarter.",
        before=(7,),
        after=(1,),
        together=True,
    )
)

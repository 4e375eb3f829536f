"""What applicants are reminded of: evidence that was asked for, files that were refused."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from django.utils import timezone

from contracts.applications.models import EvidenceRequest, RefusedFile
from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.core.reminders import PROVIDERS, WORKING_DAYS, Due, KindOfReminder, register
from providers.models import ProviderRole
from providers.recipients import by_provider


def _evidence(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    rows = EvidenceRequest.objects.unanswered().being_evaluated().filter(due_on__lte=last)
    found = list(rows.select_related("application").by_due())
    of_each = (each.application.provider_id for each in found)
    people = by_provider(of_each, roles=ProviderRole.writers())
    for each in found:
        asked_on = timezone.localdate(each.asked_at)
        yield Due(each, each.due_on, people[each.application.provider_id], told_on=asked_on)


def _refused_files(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    rows = RefusedFile.objects.not_replaced().in_hand().filter(due_on__lte=last)
    found = list(rows.select_related("application", "document").by_due())
    people = by_provider((each.provider_id for each in found), roles=ProviderRole.writers())
    for each in found:
        told_on = timezone.localdate(each.told_at)
        yield Due(each, each.due_on, people[each.provider_id], told_on=told_on)


register(
    KindOfReminder(
        "evidence",
        "contracts/applications/evidence_due",
        _evidence,
        who="Those who write for the applicant",
        statutory=True,
        to=PROVIDERS,
        before=(2,),
        after=(1,),
        unit=WORKING_DAYS,
        dates=("Evidence due",),
    ),
    # After its last day a document counts as missing: there is nothing to be done any more.
    KindOfReminder(
        "refused file",
        "contracts/applications/refused_file_due",
        _refused_files,
        who="Those who write for the provider",
        statutory=True,
        to=PROVIDERS,
        before=(1,),
        unit=WORKING_DAYS,
        until=0,
        dates=("Refused file to replace",),
    ),
)
register(
    reminder_of(
        "Application to decide",
        says="A request to join is decided by its deadline. Complete the checks and scores, and "
        "have a manager approve the outcome.",
        before=(3, 1),
        after=(1,),
        unit=WORKING_DAYS,
        statutory=True,
    ),
)

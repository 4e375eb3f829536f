"""What people are reminded of: the last day of the window, and answers that are due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from nmiss.base.core.reminders import PROVIDERS, WORKING_DAYS, Due, KindOfReminder, register
from placements.fees import recipients
from placements.fees.models import FeeRequest, FeeStatus, FeeWindow
from providers.models import ProviderRole
from providers.recipients import by_provider


def _drafts(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Drafts that are not submitted, before the last day of their window."""
    drafts = FeeRequest.objects.filter(
        status=FeeStatus.DRAFT, window__requests_by__gte=today, window__requests_by__lte=last
    )
    drafts = list(drafts.select_related("window", "provider", "school").order_by("pk"))
    writers = by_provider({each.provider_id for each in drafts}, roles=ProviderRole.writers())
    for each in drafts:
        yield Due(each, each.window.requests_by, writers[each.provider_id])


def _information(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Questions of the council that the provider has not answered."""
    asked = FeeRequest.objects.filter(status=FeeStatus.INFORMATION, information_due_on__lte=last)
    asked = list(asked.select_related("window", "provider", "school").order_by("pk"))
    writers = by_provider({each.provider_id for each in asked}, roles=ProviderRole.writers())
    for each in asked:
        yield Due(each, each.information_due_on, writers[each.provider_id])


def _answers(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Requests that nobody has answered yet."""
    waiting = FeeRequest.objects.filter(status=FeeStatus.RECEIVED, answer_due_on__lte=last)
    people = recipients.of_council()
    for each in waiting.select_related("window", "provider", "school").order_by("pk"):
        yield Due(each, each.answer_due_on, people)


def _windows(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Recommendations are due while requests are open."""
    people = recipients.of_council()
    windows = FeeWindow.objects.filter(recommend_by__gte=today, recommend_by__lte=last)
    for window in windows.order_by("pk"):
        count = window.requests.filter(
            status__in=[FeeStatus.RECEIVED, FeeStatus.INFORMATION]
        ).count()
        if count:
            yield Due(window, window.recommend_by, people, {"count": count})


register(
    KindOfReminder(
        "draft fee request",
        "placements/fees/draft_due",
        _drafts,
        who="Owners and editors of the provider",
        to=PROVIDERS,
        before=(14, 3),
    ),
    KindOfReminder(
        "fee information",
        "placements/fees/information_due",
        _information,
        who="Owners and editors of the provider",
        to=PROVIDERS,
        before=(3,),
        after=(1,),
        unit=WORKING_DAYS,
        until=60,
    ),
    KindOfReminder(
        "fee answer",
        "placements/fees/answer_due",
        _answers,
        who="Commissioning team",
        before=(3,),
        after=(1,),
        unit=WORKING_DAYS,
        until=60,
    ),
    KindOfReminder(
        "fee recommendations",
        "placements/fees/recommend_due",
        _windows,
        who="Commissioning team",
        before=(14, 3),
    ),
)

"""What people are reminded of: the last day of the window, and answers that are due."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence

from nmiss.base.accounts.key_date_reminders import reminder_of
from nmiss.base.accounts.key_dates import KeyDate
from nmiss.base.accounts.models import User
from nmiss.base.core.reminders import (
    COMMISSIONING,
    PROVIDERS,
    WORKING_DAYS,
    Due,
    KindOfReminder,
    register,
)
from placements.fees import recipients
from placements.fees.key_dates import OFFER
from placements.fees.models import FeeRequest, FeeStatus, FeeWindow, Speaker
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


def _who_accepts(dates: Sequence[KeyDate]) -> Callable[[KeyDate], Collection[User]]:
    """Of an offer, the side that did not make it."""
    providers = {each.about.request.provider_id for each in dates}
    writers = by_provider(providers, roles=ProviderRole.writers())
    council = recipients.of_council() if dates else []

    def ask(date: KeyDate) -> Collection[User]:
        is_ours = date.about.side == Speaker.COUNCIL
        return writers[date.about.request.provider_id] if is_ours else council

    return ask


register(
    reminder_of(
        OFFER,
        says="Accept the offer, or answer it, by this day.",
        before=(5, 1),
        unit=WORKING_DAYS,
        people=_who_accepts,
        to=(*PROVIDERS, *COMMISSIONING),
    ),
    KindOfReminder(
        "draft fee request",
        "placements/fees/draft_due",
        _drafts,
        who="Owners and editors of the provider",
        to=PROVIDERS,
        before=(14, 3),
        dates=("Fee requests due",),
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
        dates=("Fee information due",),
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
        dates=("Fee request due for an answer",),
    ),
    KindOfReminder(
        "fee recommendations",
        "placements/fees/recommend_due",
        _windows,
        who="Commissioning team",
        before=(14, 3),
        dates=("Fee recommendations due",),
    ),
)

"""What schools are reminded of: returns that are due, and those that are ready and not sent."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence

from django.urls import reverse

from kpis.filling import Filling, fillings_of
from kpis.key_dates import ACTION, CORRECTION, REPLY
from kpis.models import KpiReturn, ReturnRules, ReturnSection, ReturnStatus
from nmiss.base.accounts.key_date_reminders import People, reminder_of
from nmiss.base.accounts.key_dates import KeyDate
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.once import once_a_page
from nmiss.base.core.reminders import (
    AT_ONCE,
    PROVIDERS,
    WORKING_DAYS,
    Due,
    KindOfReminder,
    register,
)
from providers.models import ProviderRole
from providers.recipients import by_provider

Steps = tuple[tuple[float, ...], tuple[int, ...]]
MONTHS = 120  # days after the deadline: what is older is known


@once_a_page
def _not_sent(last: datetime.date) -> list[KpiReturn]:
    """Returns of which nothing was sent; none in which all is “nothing to report”."""
    rows = KpiReturn.objects.filter(
        status__in=ReturnStatus.not_sent(), imported=False, due_on__lte=last
    ).exclude(school__provider=None)
    found = list(rows.select_related("school__provider").by_due())
    told = ReturnSection.objects.filter(
        version__kpi_return__in=found, version__sealed_at=None, nothing_to_report=True
    )
    numbers = set(told.values_list("version__kpi_return", flat=True))
    doubtful = fillings_of([each for each in found if each.pk in numbers])
    nothing = {each.kpi_return.pk for each in doubtful if _is_nothing(each)}
    return [each for each in found if each.pk not in nothing]


def _is_nothing(filling: Filling) -> bool:
    """Whether every section with something to enter says that there is nothing."""
    saved = filling.known.saved
    return all(
        part.key in saved and saved[part.key].nothing_to_report
        for part in filling.parts
        if part.indicator and part.inputs
    )


@once_a_page
def _prepared(last: datetime.date) -> set[int]:
    """Those of them that somebody has marked as ready."""
    ready = KpiReturn.objects.filter(
        pk__in=[each.pk for each in _not_sent(last)],
        versions__sealed_at=None,
        versions__prepared_by__isnull=False,
    )
    return set(ready.values_list("pk", flat=True))


def _due(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Returns that are still to be filled in."""
    found = _not_sent(last)
    ready = _prepared(last)
    people = by_provider((each.school.provider_id for each in found), roles=ProviderRole.writers())
    for each in found:
        if each.pk not in ready:
            yield Due(each, each.due_on, people[each.school.provider_id], told_on=each.covers_to)


def _ready(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    """Returns that wait for an owner alone."""
    found = _not_sent(last)
    ready = _prepared(last)
    people = by_provider((each.school.provider_id for each in found), roles=[ProviderRole.OWNER])
    for each in found:
        if each.pk in ready:
            yield Due(each, each.due_on, people[each.school.provider_id])


def _escalated(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    found = _not_sent(min(last, today))
    people = by_provider((each.school.provider_id for each in found), roles=[ProviderRole.OWNER])
    for each in found:
        yield Due(each, each.due_on, people[each.school.provider_id])


def _to_officers(today: datetime.date, last: datetime.date) -> Iterator[Due]:
    officers = list(User.objects.in_roles(Role.OFFICER))
    for each in _not_sent(min(last, today)):
        yield Due(each, each.due_on, officers)


@once_a_page
def _rules(today: datetime.date) -> ReturnRules:
    """Those of a day; before the first, the usual ones."""
    return ReturnRules.objects.in_force(today) or ReturnRules()


def _steps(today: datetime.date) -> Steps:
    rules = _rules(today)
    return tuple(rules.remind_before), tuple(rules.remind_after)


def _steps_of_ready(today: datetime.date) -> Steps:
    """As for the others, and at once; what is ready so long before the deadline is known."""
    before, after = _steps(today)
    return (AT_ONCE, *(days for days in before if days < max(before))), after


def _steps_of_owners(today: datetime.date) -> Steps:
    return (), (_rules(today).owner_after,)


def _steps_of_council(today: datetime.date) -> Steps:
    return (), (_rules(today).council_after,)


def _of_schools(roles: Collection[str]) -> People:
    """The people of the provider of the school that a date is about."""

    def ask(dates: Sequence[KeyDate]) -> Callable[[KeyDate], Collection[User]]:
        found = {each.about.school.provider_id for each in dates} - {None}
        people = by_provider(found, roles=roles)
        return lambda date: people.get(date.about.school.provider_id, ())

    return ask


register(
    reminder_of(
        CORRECTION,
        says="Correct the return by this day, and certify it again. Later corrections need an "
        "officer.",
        before=(3, 1),
        unit=WORKING_DAYS,
        people=_of_schools(ProviderRole.writers()),
        page=lambda date: reverse("kpis:return_detail", args=[date.about.pk]),
        who="Those who write for the provider",
        to=PROVIDERS,
    ),
    reminder_of(
        REPLY,
        says="Reply by this day. The council then decides, with or without your reply.",
        before=(5, 1),
        unit=WORKING_DAYS,
        name="reply to a proposal",
        people=_of_schools([ProviderRole.OWNER]),
        who="The owners of the provider",
        to=PROVIDERS,
    ),
    reminder_of(
        ACTION,
        says="Ask the school for evidence that this action of its improvement plan is done.",
        before=(7,),
        after=(1,),
        name="action of a plan",
    ),
    KindOfReminder(
        "return",
        "kpis/return_due",
        _due,
        who="Those who write for the provider",
        to=PROVIDERS,
        set_by=_steps,
        rules_page="kpis:return_rules",
        unit=WORKING_DAYS,
        until=MONTHS,
        dates=("Return due",),
    ),
    KindOfReminder(
        "ready return",
        "kpis/return_ready_due",
        _ready,
        who="The owners of the provider",
        to=PROVIDERS,
        set_by=_steps_of_ready,
        rules_page="kpis:return_rules",
        unit=WORKING_DAYS,
        until=MONTHS,
    ),
    KindOfReminder(
        "overdue return",
        "kpis/return_overdue",
        _escalated,
        who="The owners of the provider",
        to=PROVIDERS,
        set_by=_steps_of_owners,
        rules_page="kpis:return_rules",
        unit=WORKING_DAYS,
        until=MONTHS,
    ),
    KindOfReminder(
        "missing return",
        "kpis/return_missing",
        _to_officers,
        who="Commissioning officers",
        set_by=_steps_of_council,
        rules_page="kpis:return_rules",
        unit=WORKING_DAYS,
        until=MONTHS,
    ),
)

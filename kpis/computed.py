"""Indicators that the hub works out by itself, by their codes: nobody is asked for these.

Each answers for schools and periods at once with a number, "not applicable", or nothing where it
is not submitted yet. An application above may register others.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from django.db.models import Min
from django.utils import timezone

from kpis import inspected, timeliness
from kpis.models import KpiReturn, ReturnStatus
from kpis.periods import Period
from kpis.rating import NA
from providers.models import VacancyReport, VacancyRules

Key = tuple[int, str]  # a school by its number, and the name of a period
Answer = Callable[[Collection[int], Iterable[Period]], Mapping[Key, object]]
_answers: dict[str, Answer] = {}


def register(code: str, answer: Answer) -> None:
    """Have an indicator of this code worked out so."""
    _answers[code] = answer


def known() -> list[str]:
    """The codes that the hub works out by itself."""
    return sorted(_answers)


def values_of(
    code: str, schools: Collection[int], periods: Iterable[Period]
) -> Mapping[Key, object]:
    """What an indicator comes to, for each school and period for which there is something to say.

    A code that nobody works out is not applicable.
    """
    answer = _answers.get(code, _not_applicable)
    return answer(schools, list(periods))


def _not_applicable(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    return {(school, period.name): NA for period in periods for school in schools}


def _vacancies_in_time(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """1 where a school reported its vacancies in each window of the period that is over, else 0.

    A window is over once its days of grace are; until then one who has not reported is not late.
    Not applicable before anybody could report here, and in a period in which no window begins.
    """
    periods = list(periods)
    rules = list(VacancyRules.objects.newest_first())
    begun_at = VacancyReport.objects.aggregate(first=Min("as_at"))["first"]
    begun_on = timezone.localdate(begun_at) if begun_at else datetime.date.max
    reported = defaultdict(set)
    rows = VacancyReport.objects.filter(school__in=schools).values_list("school", "as_at")
    for school, as_at in rows:
        reported[school].add(timezone.localdate(as_at))
    windows = {each.name: _windows_of(each, begun_on, rules) for each in periods}
    today = timezone.localdate()
    return {
        (school, period.name): _told_within(windows[period.name], reported[school], today)
        for period in periods
        for school in schools
    }


def _windows_of(
    period: Period, begun_on: datetime.date, rules: Sequence[VacancyRules]
) -> list[tuple[datetime.date, datetime.date]]:
    """The first day of each window that begins in the period, and the last of its grace."""
    found = []
    month = period.first_day.replace(day=1)
    while month <= period.last_day:
        in_force = next((each for each in rules if each.valid_from <= month), rules[-1])
        window = in_force.window_of(month)
        last = in_force.end_of_grace(window)
        if period.first_day <= window.first <= period.last_day and last >= begun_on:
            found.append((window.first, last))
        month = (month + datetime.timedelta(days=31)).replace(day=1)
    return found


def _told_within(
    windows: list[tuple[datetime.date, datetime.date]],
    days: Collection[datetime.date],
    today: datetime.date,
) -> object:
    missed = [last for first, last in windows if not any(first <= day <= last for day in days)]
    if not windows:
        return NA
    if missed and min(missed) >= today:
        return None
    return Fraction(not missed)


def _returns_in_time(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """1 where all returns of periods that ended in this one came by their deadlines, else 0.

    When a return came that was imported, nobody knows: not applicable.
    """
    periods = list(periods)
    if not periods:
        return {}
    rows = KpiReturn.objects.filter(
        school__in=schools,
        last_day__gte=min(period.first_day for period in periods),
        last_day__lte=max(period.last_day for period in periods),
    ).exclude(status__in=ReturnStatus.outside())
    came = rows.annotate(came_at=Min("versions__certified_at"))
    facts = came.values_list("school", "last_day", "due_on", "imported", "came_at")
    of_school = defaultdict(list)
    for school, last_day, due_on, imported, came_at in facts:
        of_school[school].append((last_day, due_on, imported, came_at))
    today = timezone.localdate()
    return {
        (school, period.name): _all_in_time(period, of_school[school], today)
        for period in periods
        for school in schools
    }


def _all_in_time(period: Period, returns: list[tuple], today: datetime.date) -> object:
    own = [each for each in returns if period.first_day <= each[0] <= period.last_day]
    made_here = [(due_on, came_at) for _, due_on, imported, came_at in own if not imported]
    if not made_here:
        return NA if own else None
    if any(came_at is None and due_on >= today for due_on, came_at in made_here):
        return None
    in_time = (
        came_at is not None and timezone.localdate(came_at) <= due_on
        for due_on, came_at in made_here
    )
    return Fraction(all(in_time))


register("K07", timeliness.reviews_held)
register("K08", timeliness.review_reports)
register("K09", timeliness.consultations_answered)
register("K20", _vacancies_in_time)
register("K22", _returns_in_time)
register("K23", inspected.inspection_status)

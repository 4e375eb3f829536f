"""Indicators that the hub works out by itself, by their codes: nobody is asked for these.

Each answers for schools and periods at once with a number, "not applicable", or nothing where it
is not submitted yet. An application above may register others.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from fractions import Fraction

from django.db.models import Min
from django.utils import timezone

from kpis import inspected, timeliness
from kpis.models import KpiReturn, ReturnStatus
from kpis.periods import Period
from kpis.rating import NA
from providers.models import VacancyReport

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


def _vacancy_reports(schools: Collection[int], periods: Iterable[Period]) -> Mapping[Key, object]:
    """1 where a school reported its vacancies in the period, else 0.

    Not applicable before anybody could report them here.
    """
    begun_at = VacancyReport.objects.aggregate(first=Min("as_at"))["first"]
    begun_on = timezone.localdate(begun_at) if begun_at else datetime.date.max
    reported = defaultdict(set)
    rows = VacancyReport.objects.filter(school__in=schools).values_list("school", "as_at")
    for school, as_at in rows:
        reported[school].add(timezone.localdate(as_at))
    return {
        (school, period.name): _told_within(period, reported[school], begun_on)
        for period in periods
        for school in schools
    }


def _told_within(
    period: Period, days: Collection[datetime.date], begun_on: datetime.date
) -> object:
    if period.last_day < begun_on:
        return NA
    return Fraction(any(period.first_day <= day <= period.last_day for day in days))


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
register("K20", _vacancy_reports)
register("K22", _returns_in_time)
register("K23", inspected.inspection_status)

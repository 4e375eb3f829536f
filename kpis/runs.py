"""Runs of poor returns: indicators that are red again and again, returns that never come.

A period without a value neither counts nor breaks a run of reds.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contracts.models import Membership
from kpis.models import (
    AnsweredBy,
    ConsequenceKind,
    ConsequenceRules,
    Indicator,
    KpiReturn,
    PerformanceDuty,
    ReturnStatus,
)
from kpis.periods import Period
from kpis.rating import Rating
from kpis.reports.matrix import last_periods, results_up_to
from kpis.reports.results import Framework, Results
from providers.models import School

RECENT = 2  # a run that ended before the last two periods is over


@dataclass(frozen=True)
class Run:
    """An indicator that is red in a row at a school: how often, up to which period."""

    indicator: Indicator
    length: int
    last: Period

    def __str__(self) -> str:
        return (
            f"{self.indicator}: red in {self.length} periods in a row, the last of them {self.last}"
        )


@dataclass(frozen=True)
class ToPropose:
    """A consequence that follows from the runs of a school, with its grounds in words."""

    school: School
    kind: ConsequenceKind
    cause: str
    codes: Sequence[str]
    grounds: str


def to_propose(today: datetime.date, rules: ConsequenceRules) -> Iterator[ToPropose]:
    """What the returns so far propose, for the schools that are members today."""
    framework = Framework()
    members = Membership.objects.on(today).select_related("lot")
    vehicles: dict[int, set[int]] = defaultdict(set)
    for membership in members:
        vehicles[membership.school_id].add(membership.lot.vehicle_id)
    schools = list(School.objects.filter(pk__in=vehicles).order_by("urn"))
    duties = PerformanceDuty.objects.vehicles()
    bound = {pk for pk, own in vehicles.items() if own & duties}
    last = last_periods(framework, today)
    results = results_up_to(framework, [school.pk for school in schools], last)
    for school in schools:
        yield from _of_reds(school, results, last, today, rules, is_bound=school.pk in bound)
    yield from _of_missed(schools, last, today, rules, framework)


def _of_reds(
    school: School,
    results: Results,
    last: Mapping[str, Period | None],
    today: datetime.date,
    rules: ConsequenceRules,
    *,
    is_bound: bool,
) -> Iterator[ToPropose]:
    """One consequence for all indicators of a school that are red in a row, and lately.

    What stops placements needs breadth and duration, and a contract with a duty to perform.
    """
    runs: list[Run] = []
    for indicator in results.framework.indicators(today).values():
        newest = last[indicator.frequency]
        if newest is None or not indicator.is_rated:
            continue
        run = run_of(school, indicator, newest, results)
        if run and run.length >= rules.reds_in_row and newest.number - run.last.number < RECENT:
            runs.append(run)
    if not runs:
        return
    long = [run for run in runs if run.length >= rules.duration]
    is_broad = is_bound and len(long) >= rules.breadth
    kind = ConsequenceKind.STOP if is_broad else ConsequenceKind.PLAN
    until = max(run.last.last_day for run in runs)
    codes = [run.indicator.code for run in runs]
    yield ToPropose(
        school, kind, f"{kind} for reds up to {until}", codes, "\n".join(map(str, runs))
    )


def run_of(school: School, indicator: Indicator, newest: Period, results: Results) -> Run | None:
    """How often an indicator was red in a row, counted back from its newest rating."""
    length, last = 0, None
    for period in reversed(results.periods):
        if period.frequency != newest.frequency or period.number > newest.number:
            continue
        rating = results.result(school.pk, indicator.code, period).rating
        if rating is None:
            continue
        if rating != Rating.RED:
            break
        length, last = length + 1, last or period
    return Run(indicator, length, last) if last else None


def _of_missed(
    schools: Sequence[School],
    last: Mapping[str, Period | None],
    today: datetime.date,
    rules: ConsequenceRules,
    framework: Framework,
) -> Iterator[ToPropose]:
    """Returns in a row that were not sent by their deadline; the duty to report stops nothing."""
    answered = {
        each.frequency
        for each in framework.indicators(today).values()
        if each.answered_by == AnsweredBy.SCHOOL
    }
    rows = KpiReturn.objects.filter(
        school__in=schools, frequency__in=answered, imported=False, due_on__lt=today
    ).exclude(status__in=ReturnStatus.outside())
    missed: dict[tuple[int, str], list[KpiReturn]] = defaultdict(list)
    broken: set[tuple[int, str]] = set()
    for each in rows.order_by("-last_day"):
        key = (each.school_id, each.frequency)
        if each.status not in ReturnStatus.not_sent():
            broken.add(key)
        if key not in broken:
            missed[key].append(each)
    for school in schools:
        for frequency in sorted(answered):
            own = missed[school.pk, frequency]
            if len(own) < rules.missed_in_row or last[frequency] is None:
                continue
            periods = ", ".join(each.period_name for each in own)
            yield ToPropose(
                school,
                ConsequenceKind.CONVERSATION,
                f"missed {frequency} {own[0].period_name}",
                [],
                f"{len(own)} returns in a row were not sent by their deadline: {periods}",
            )

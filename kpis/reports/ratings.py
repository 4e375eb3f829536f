"""Ratings of a period: each indicator of its frequency, for each school that was a member."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpis.direction import Direction
from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import Result, shown
from kpis.reports.results import Framework, Results, members_in, periods_so_far
from providers.models import School


@dataclass(frozen=True)
class Rated:
    """One cell: a school, an indicator, what it came to and where it goes."""

    school: School
    indicator: Indicator
    result: Result
    direction: Direction | None

    @property
    def shown(self) -> Decimal | None:
        """The value to four decimals, where there is one."""
        return shown(self.result.value)


def rated_in(
    period: Period, *, framework: Framework | None = None, schools: list[School] | None = None
) -> Iterator[Rated]:
    """Every cell of a period: schools by URN, indicators in the order of their file."""
    framework = framework or Framework()
    schools = members_in(period) if schools is None else schools
    numbers = [school.pk for school in schools]
    own = [
        each
        for each in framework.indicators(period.last_day).values()
        if each.frequency == period.frequency
    ]
    if not own:
        return
    results = Results(numbers, periods_so_far(framework, numbers, period), framework)
    for school in schools:
        for indicator in own:
            yield Rated(
                school,
                indicator,
                results.result(school.pk, indicator.code, period),
                results.direction(school.pk, indicator.code, period),
            )

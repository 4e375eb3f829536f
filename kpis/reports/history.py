"""One school over time: each of its indicators in the last periods, beside its target."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Min

from kpis.models import Indicator
from kpis.periods import Frequency, Period
from kpis.rating import NOT_ASKED
from kpis.reports.matrix import RatedCell, last_periods, results_up_to
from kpis.reports.results import Framework, Results
from providers.models import School

SHOWN = 12  # periods of each frequency


@dataclass(frozen=True)
class Trend:
    """An indicator at a school in the last periods of its frequency, the oldest first."""

    indicator: Indicator
    cells: Sequence[RatedCell]

    @property
    def newest(self) -> RatedCell:
        return self.cells[-1]


@dataclass(frozen=True)
class TrendsOf:
    """The indicators of one frequency, over the same periods."""

    frequency: Frequency
    periods: Sequence[Period]
    trends: Sequence[Trend]


def trends_of(school: School, period: Period, *, framework: Framework) -> list[TrendsOf]:
    """All indicators of the version that is in force, by how often they are asked for."""
    last = last_periods(framework, period.last_day)
    results = results_up_to(framework, [school.pk], last)
    joined_on = school.memberships.aggregate(first=Min("admitted_on"))["first"]
    indicators = framework.indicators(period.last_day).values()
    found = []
    for frequency in Frequency:
        own = [each for each in indicators if each.frequency == frequency]
        newest = last.get(frequency)
        if not own or newest is None:
            continue
        periods = _shown(results, school, newest, joined_on)
        trends = [_trend(school, each, periods, results) for each in own]
        found.append(TrendsOf(frequency, periods, trends))
    return found


def _shown(
    results: Results, school: School, last: Period, joined_on: datetime.date | None
) -> list[Period]:
    """The last periods, the oldest first: from when the school joined, or returned something."""
    so_far = [each for each in results.periods if each.frequency == last.frequency][-SHOWN:]
    begun = [
        each
        for each in so_far
        if results.given(school.pk, each) or (joined_on and joined_on <= each.last_day)
    ]
    return [each for each in so_far if begun and each.number >= begun[0].number] or [last]


def _trend(
    school: School, indicator: Indicator, periods: Sequence[Period], results: Results
) -> Trend:
    last, cells = periods[-1], []
    for period in periods:
        then = results.framework.indicators(period.last_day).get(indicator.code)
        is_asked = then is not None and then.frequency == indicator.frequency
        result = results.result_today(school.pk, indicator.code, period) if is_asked else NOT_ASKED
        where_to = results.direction(school.pk, indicator.code, last) if period == last else None
        cells.append(RatedCell(school, then or indicator, period, result, where_to))
    return Trend(indicator, cells)

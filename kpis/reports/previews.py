"""Previews: how the last period would have been rated under a draft of the indicators."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kpis.models import Indicator, IndicatorSet
from kpis.periods import Frequency, Period
from kpis.rating import Rating, State
from kpis.reports.results import Framework
from kpis.reports.standings import Standings, standings_in

COLUMNS = (*Rating, *(state for state in State if state not in (State.RATED, State.NOT_DUE)))


@dataclass(frozen=True)
class Preview:
    """Schools as they stand, and as they would; and how each indicator would have been rated."""

    period: Period
    schools: list[tuple[Standings, Standings]]
    indicators: list[tuple[Indicator, list[int]]]

    @property
    def columns(self) -> list[str]:
        return [column.label for column in COLUMNS]


def preview_of(draft: IndicatorSet, *, today: object) -> Preview:
    """How the last quarter would have been rated, if the draft had judged every day."""
    now, then = Framework(), Framework(instead=draft)
    period = now.periods.last_ended(Frequency.QUARTER, today)
    would = standings_in(period, framework=then)
    stand = standings_in(period, framework=now, schools=[each.school for each in would])
    counts: Counter[tuple[str, str]] = Counter()
    for each in would:
        for indicator, result in each.results:
            counts[indicator.code, result.rating or result.state] += 1
    rows = [
        (indicator, [counts[indicator.code, column] for column in COLUMNS])
        for indicator in then.indicators(period.last_day).values()
    ]
    return Preview(period, list(zip(stand, would, strict=True)), rows)

"""Ratings as pictures; the same figures stand in the tables beneath."""

from __future__ import annotations

from collections.abc import Sequence

from kpis.models import Indicator
from kpis.reports.history import Trend
from kpis.reports.matrix import MatrixRow
from kpis.reports.peers import PeerMedian
from nmiss.base.core.pictures import Dots, LimitLine, LineChart

SMALL = 140


def of_trend(trend: Trend, median: PeerMedian | None = None, *, height: int = SMALL) -> LineChart:
    """An indicator at one school over time, with its target and its floor."""
    points = [
        (cell.period.name, None if cell.result.value is None else float(cell.result.value))
        for cell in trend.cells
    ]
    return LineChart(points, _limits(trend.indicator, median), say=_say, height=height)


def _limits(indicator: Indicator, median: PeerMedian | None) -> list[LimitLine]:
    found = []
    if indicator.target is not None:
        found.append(LimitLine("Target", float(indicator.target)))
    if median is not None:
        found.append(LimitLine(f"Median of {median.schools} other schools", float(median.value)))
    return found


def of_schools(rows: Sequence[MatrixRow], code: str) -> Dots:
    """How the values of one indicator lie, over schools."""
    values = [
        float(cell.result.value)
        for row in rows
        for cell in row.cells
        if cell.indicator.code == code and cell.result.value is not None
    ]
    return Dots([("Schools", values)], say=_say)


def _say(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")

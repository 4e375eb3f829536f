"""Figures of a provider with several schools: from summed inputs, never from averaged percentages.

An indicator of the group is its formula over the sums of what its schools returned. A school for
which it is not applicable, or that was not asked, is left out; where one has not returned it, the
group has no value either: missing data is never good data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpis import rating
from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import NOT_APPLICABLE, NOT_ASKED, NOT_SUBMITTED, Result, State, shown
from kpis.reports.matrix import last_periods
from kpis.reports.results import Framework, Results
from providers.models import School

_LEFT_OUT = (State.NOT_APPLICABLE, State.NOT_ASKED)


@dataclass(frozen=True)
class GroupFigure:
    """An indicator over schools: its value from their ``sums``, and at how many it was counted."""

    indicator: Indicator
    period: Period
    result: Result
    sums: Mapping[str, Fraction]
    counted: int
    missing: Sequence[School]

    @property
    def shown(self) -> Decimal | None:
        """The value to four decimals, where there is one."""
        return shown(self.result.value)


def group_figures(
    schools: Sequence[School], period: Period, *, framework: Framework
) -> list[GroupFigure]:
    """Each indicator that has a formula, in the last period of its own frequency."""
    if not schools:
        return []
    last = last_periods(framework, period.last_day)
    results = Results([each.pk for each in schools], [p for p in last.values() if p], framework)
    return [
        _figure(indicator, last[indicator.frequency], schools, results)
        for indicator in framework.indicators(period.last_day).values()
        if indicator.formula and last[indicator.frequency]
    ]


def _figure(
    asked: Indicator, period: Period, schools: Sequence[School], results: Results
) -> GroupFigure:
    """By the version of the period, as the figures of each school are."""
    indicator = results.framework.indicators(period.last_day).get(asked.code, asked)
    states = {each: results.result(each.pk, asked.code, period).state for each in schools}
    inside = [each for each, state in states.items() if state not in _LEFT_OUT]
    missing = [each for each in inside if states[each] == State.NOT_SUBMITTED]
    sums: Counter[str] = Counter()
    for school in inside:
        if school not in missing:
            given = results.inputs(indicator, school.pk, period)
            sums.update({name: given[name] for name in indicator.inputs})
    if missing:
        result = NOT_SUBMITTED
    elif inside:
        result = rating.result_of(indicator, sums)
    else:
        is_asked = State.NOT_APPLICABLE in states.values()
        result = NOT_APPLICABLE if is_asked else NOT_ASKED
    return GroupFigure(indicator, period, result, dict(sums), len(inside) - len(missing), missing)

"""The matrix: schools by indicators for a period, each cell with what it came to and where it goes.

Each indicator counts with the last period of its own frequency that ended by then, as in a
standing. The number of queries is fixed, however many schools and indicators there are.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Count

from kpis.direction import Direction
from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import NOT_DUE, NOT_SUBMITTED, Rating, Result, State, shown
from kpis.reports.results import Framework, Results, periods_so_far
from kpis.scoring import Judged, judge
from placements.models import Placement
from providers.models import NoStanding, School


@dataclass(frozen=True)
class RatedCell:
    """An indicator at a school: what it came to in the last period of its own frequency."""

    school: School
    indicator: Indicator
    period: Period | None
    result: Result
    direction: Direction | None = None

    @property
    def word(self) -> str:
        """The rating, or why there is none, in words."""
        return (self.result.rating or self.result.state).label

    @property
    def shown(self) -> Decimal | None:
        """The value to four decimals, where there is one."""
        return shown(self.result.value)

    @property
    def is_missing(self) -> bool:
        return self.result.state == State.NOT_SUBMITTED


@dataclass(frozen=True)
class MatrixRow:
    """A school with its cells, and the children whom we have placed there."""

    school: School
    judged: Judged | None
    cells: Sequence[RatedCell]
    children: int


def last_periods(framework: Framework, day: datetime.date) -> dict[str, Period | None]:
    """Of each frequency that the version of a day has, the last period that ended by then."""
    frequencies = {each.frequency for each in framework.indicators(day).values()}
    return {name: framework.periods.last_ended(name, day) for name in sorted(frequencies)}


def results_up_to(
    framework: Framework, schools: Collection[int], last: Mapping[str, Period | None]
) -> Results:
    """What schools returned in all periods up to the last of each frequency."""
    periods = [
        each
        for period in last.values()
        if period is not None
        for each in periods_so_far(framework, schools, period)
    ]
    return Results(schools, periods, framework)


def matrix_of(
    schools: Sequence[School], period: Period, *, framework: Framework, is_of_its_day: bool = False
) -> list[MatrixRow]:
    """A row for each of these schools, in their order.

    ``is_of_its_day``: without the directions, for which the periods before are read, and without
    how each school stands.
    """
    numbers = [school.pk for school in schools]
    indicators = list(framework.indicators(period.last_day).values())
    last = last_periods(framework, period.last_day)
    if is_of_its_day:
        results = Results(numbers, [each for each in last.values() if each], framework)
    else:
        results = results_up_to(framework, numbers, last)
    placed = children_at(numbers, period.last_day)
    found = []
    for school in schools:
        cells = [_cell(school, each, last[each.frequency], results) for each in indicators]
        judged = None
        if not is_of_its_day:
            cells = [_with_direction(cell, results) for cell in cells]
            judged = _judged(framework, period, cells)
        found.append(MatrixRow(school, judged, cells, placed.get(school.pk, 0)))
    return found


def _cell(
    school: School, indicator: Indicator, period: Period | None, results: Results
) -> RatedCell:
    if period is None:
        return RatedCell(school, indicator, None, NOT_SUBMITTED)
    result = results.result_today(school.pk, indicator.code, period)
    return RatedCell(school, indicator, period, result)


def _with_direction(cell: RatedCell, results: Results) -> RatedCell:
    if cell.period is None:
        return cell
    direction = results.direction(cell.school.pk, cell.indicator.code, cell.period)
    return replace(cell, direction=direction)


def _judged(framework: Framework, period: Period, cells: Sequence[RatedCell]) -> Judged:
    version = framework.in_force(period.last_day)
    if version is None:
        return Judged(reason=NoStanding.NOTHING_APPLICABLE)
    if any(cell.indicator.is_rated and cell.result == NOT_DUE for cell in cells):
        return Judged(reason=State.NOT_DUE)
    return judge(version, [(cell.indicator, cell.result) for cell in cells])


def children_at(schools: Collection[int], day: datetime.date) -> dict[int, int]:
    """How many children we have placed at each school on a day; schools without any are left out.

    A child with two placements at a school counts once.
    """
    rows = Placement.objects.filter(school__in=schools).on(day).order_by().values_list("school")
    return dict(rows.annotate(Count("child", distinct=True)))


@dataclass(frozen=True)
class Affected:
    """How many schools an indicator is so at, and how many children we have placed there."""

    word: str
    schools: int
    children: int

    @property
    def label(self) -> str:
        return f"Children at schools: {self.word.lower()}"

    @property
    def note(self) -> str:
        return f"{self.schools} school{'' if self.schools == 1 else 's'}"


def affected_by(rows: Sequence[MatrixRow], code: str) -> list[Affected]:
    """Of one indicator: schools and children by rating, and by why there is none."""
    found: dict[str, list[int]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.indicator.code == code:
                found.setdefault(cell.result.rating or cell.result.state, []).append(row.children)
    order = [*Rating, *(state for state in State if state != State.RATED)]
    return [
        Affected(each.label, len(found[each]), sum(found[each])) for each in order if each in found
    ]

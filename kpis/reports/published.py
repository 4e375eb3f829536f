"""Ratings for publication: schools and children by rating, without small numbers.

Schools with fewer than five of our children are left out of every count of children alike. So
each count, and each difference of two counts of which one holds the other, is of whole schools
with five children or more. Where those left out have fewer than five children together, the next
smallest is left out, too: taken from a total that is known elsewhere, what is
published here leaves no small number and no single school.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kpis.models import Indicator
from kpis.rating import Rating
from kpis.reports.matrix import MatrixRow

FEWEST = 5
NOT_RATED = "not_rated"
COLUMNS = (*Rating, NOT_RATED)


@dataclass(frozen=True)
class PublishedRow:
    """An indicator: how many schools, and how many children there, by rating."""

    indicator: Indicator
    schools: Mapping[str, int]
    children: Mapping[str, int]

    @property
    def counted(self) -> int:
        """All children that are counted, which is the same of every indicator."""
        return sum(self.children.values())


def countable(children: Mapping[int, int]) -> dict[int, int]:
    """The children of those schools of which they may be counted in public."""
    some = sorted((count, school) for school, count in children.items() if count)
    out = [each for each in some if each[0] < FEWEST]
    rest = some[len(out) :]
    while out and rest and sum(count for count, _ in out) < FEWEST:
        out.append(rest.pop(0))
    return {school: count for count, school in rest}


def publishable(rows: Sequence[MatrixRow]) -> list[PublishedRow]:
    """A row for each rated indicator, in the order of the file."""
    counted = countable({row.school.pk: row.children for row in rows})
    found: dict[str, PublishedRow] = {}
    for row in rows:
        for cell in (each for each in row.cells if each.indicator.is_rated):
            if cell.indicator.code not in found:
                nothing = dict.fromkeys(COLUMNS, 0)
                found[cell.indicator.code] = PublishedRow(cell.indicator, nothing, dict(nothing))
            own = found[cell.indicator.code]
            column = cell.result.rating or NOT_RATED
            own.schools[column] += 1
            own.children[column] += counted.get(row.school.pk, 0)
    return list(found.values())

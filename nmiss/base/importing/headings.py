"""Which row of a table holds its headings, and in which column each of ours stands.

Headings are taken as people write them: "Pupil ref" is pupil_ref. A title may stand above them;
rows of values may not, because nobody could say which headings those belong to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from nmiss.base.importing.rows import Fault

LOOKED_AT = 20  # rows in which the headings are looked for
MOST_COLUMNS = 2_000  # in which they are looked for; where they are found, all are read
MOST_IN_A_TITLE = 2  # cells with something in them: a title, and perhaps its day


class Rejected(Exception):
    """The file cannot be taken as it is, and nothing of it was."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__(f"{len(self.faults)} faults")


@dataclass(frozen=True)
class Beginning:
    """The first rows of a table, each with its line, read in one way: ``way`` says how."""

    way: str
    rows: Sequence[tuple[int, Sequence[str]]]


@dataclass
class Headings:
    """A row as headings: in which column each of ours stands, and which stand there twice."""

    way: str
    line: int
    cells: Sequence[str]
    places: dict[str, int] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    above: Sequence[Sequence[str]] = ()  # titles, or rows that should not be there

    def place(self, columns: Collection[str], *, among: Sequence[str]) -> None:
        """Find the columns among these cells, by what they say or by their letters and digits."""
        exact: dict[str, list[int]] = {}
        alike: dict[str, list[int]] = {}
        for place, cell in enumerate(among):
            exact.setdefault(cell, []).append(place)
            alike.setdefault(key(cell), []).append(place)
        found = {name: exact.get(name) or alike.get(key(name), []) for name in columns}
        self.places = {name: places[0] for name, places in found.items() if places}
        self.twice = [name for name, places in found.items() if len(places) > 1]

    @property
    def last(self) -> int:
        """The last column that has a heading."""
        return max((place for place, cell in enumerate(self.cells) if cell.strip()), default=-1)


def find(
    beginnings: Iterable[Beginning], *, columns: Collection[str], required: Collection[str]
) -> Headings:
    """The headings, where there is one row with all that are required; else Rejected says why."""
    found = [
        _read(beginning, number, columns)
        for beginning in beginnings
        for number in range(min(len(beginning.rows), LOOKED_AT))
    ]
    if not found:
        remedy = "there is nothing in this file: add a heading row, and rows under it"
        raise Rejected([Fault(1, "whole file", "", remedy)])
    best = max(found, key=lambda one: sum(name in one.places for name in required))
    if not any(name in best.places for name in required):
        best = found[0]
    best.place(columns, among=best.cells)
    _refuse_what_is_amiss(best, required)
    others = {one.way for one in found if set(required) <= one.places.keys()} - {best.way}
    if others:
        remedy = f"there are several such tables in this file ({best.way}, {', '.join(others)}): "
        raise Rejected([Fault(best.line, "whole file", "", remedy + "send one at a time")])
    return best


def key(heading: str) -> str:
    """A heading by its letters and digits alone."""
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def _read(beginning: Beginning, number: int, columns: Collection[str]) -> Headings:
    line, row = beginning.rows[number]
    above = [each for _, each in beginning.rows[:number]]
    headings = Headings(beginning.way, line, [cell.strip() for cell in row], above=above)
    headings.place(columns, among=headings.cells[:MOST_COLUMNS])
    return headings


def _refuse_what_is_amiss(headings: Headings, required: Collection[str]) -> None:
    missing = [name for name in required if name not in headings.places]
    where = "heading row" if headings.line == 1 else f"headings, which are in line {headings.line}"
    if missing and not headings.places:
        where = "heading row"
    faults = [
        Fault(headings.line, name, "", f"this column is missing: add it to the {where}")
        for name in missing
    ]
    faults += [
        Fault(headings.line, name, headings.cells[headings.places[name]], _TWICE)
        for name in headings.twice
    ]
    if not faults and any(sum(map(bool, row)) > MOST_IN_A_TITLE for row in headings.above):
        remedy = (
            f"the headings are in line {headings.line}, and there are rows with values above "
            "them: move the headings to line 1"
        )
        faults.append(Fault(headings.line, "whole row", "", remedy))
    if faults:
        raise Rejected(faults)


_TWICE = "this column appears twice: delete one"

"""A directory of postcodes comes in: Code-Point Open or ONSPD.

Nobody here can correct one: a row that cannot be used is a warning, and the rest comes in. Rows
are copied by PostgreSQL into a passing table and met there with what is known: 1.7 million of
them are too many to make records of.

The directories are published as CSV, and have more rows than a worksheet can hold (1,048,576): so
no workbook is read, nor what people's own tables need, such as titles above the headings, tabs, or
amounts in words. With other imports they share how lines are read, the faults and the command.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.importing.lines import END, Lines
from nmiss.base.importing.outcomes import Outcome
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Rejected
from providers.positions import WHOLE

BATCH = 10_000
MOST_WARNINGS = 100
LONGEST_LINE = 10_000  # signs of an odd line that are looked at
FARTHEST = 1_300_000  # metres: the grid ends north of Shetland
# What the two directories have called their columns over the years, in lower case.
NAMES = {
    "postcode": ("pcds", "pcd", "pcd7", "pcd8", "pcd2", "postcode", "pc"),
    "easting": ("oseast1m", "east1m", "eastings", "ea"),
    "northing": ("osnrth1m", "north1m", "northings", "no"),
}
ENDED = "doterm"
# Northern Ireland has a grid of its own; the islands of the Crown have none in these files.
OFF_THE_GRID = re.compile(r"(BT|GY|JE|IM)[0-9]")
GIROBANK = "GIR0AA"  # a postcode like no other, in every directory; nobody lives there

Position = tuple[str, str, str]


@dataclass(frozen=True)
class _Columns:
    """In which cell of a row each thing stands."""

    postcode: int
    easting: int
    northing: int
    ended: int | None = None

    @property
    def last(self) -> int:
        return max(self.postcode, self.easting, self.northing, self.ended or 0)


@transaction.atomic
def import_postcodes(
    file: Path,
    *,
    dry_run: bool = False,
    by: User | None,
    tell: Callable[[str], None] = lambda text: None,
) -> Outcome:
    """Take in the positions of postcodes from Code-Point Open or ONSPD, as CSV. None is deleted.

    Postcodes that have ended or have no position are left out; a row that cannot be used is a
    warning. Raises Rejected, and writes nothing, where most rows are such.
    """
    locks.hold(locks.IMPORTS)
    outcome = Outcome("postcodes")
    count = 0
    for batch in _batches(_rows(file, outcome)):
        _take(batch, outcome, dry_run=dry_run)
        count += len(batch)
        tell(f"{count:,} positions read")
    if not dry_run:
        AuditEvent.record("import_postcodes", file.name, by=by, **outcome.counts())
    return outcome


_FOUND = """
    SELECT DISTINCT ON (code) code, easting, northing
    FROM unnest(%s::text[], %s::int[], %s::int[]) AS found (code, easting, northing)
"""
_COUNT = f"""
SELECT count(*) FILTER (WHERE known.code IS NULL),
       count(*) FILTER (WHERE (known.easting, known.northing) <> (found.easting, found.northing)),
       count(*) FILTER (WHERE (known.easting, known.northing) = (found.easting, found.northing))
FROM ({_FOUND}) found
LEFT JOIN providers_postcode known ON known.code = found.code
"""
_WRITE = f"""
INSERT INTO providers_postcode AS known (code, easting, northing) {_FOUND}
ON CONFLICT (code) DO UPDATE SET easting = excluded.easting, northing = excluded.northing
WHERE (known.easting, known.northing) <> (excluded.easting, excluded.northing)
"""


def _take(batch: list[Position], outcome: Outcome, *, dry_run: bool) -> None:
    """Count what a batch brings, and write it. Each column goes as one value of PostgreSQL's own
    form for a list, which it reads at once."""
    columns = ["{" + ",".join(column) + "}" for column in zip(*batch, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, columns)
        new, changed, unchanged = cursor.fetchone()
        outcome.new += new
        outcome.changed += changed
        outcome.unchanged += unchanged
        if not dry_run:
            cursor.execute(_WRITE, columns)


def _batches(rows: Iterator[Position]) -> Iterator[list[Position]]:
    while batch := list(itertools.islice(rows, BATCH)):
        yield batch


def _rows(file: Path, outcome: Outcome) -> Iterator[Position]:
    """The positions to take. What is left out is counted; what is wrong is warned of."""
    taken, odd = 0, 0
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as text:
        lines = Lines(text)
        records = _records(lines)
        first = next(records, [])
        columns = _columns(first)
        rows = itertools.chain([first], records) if columns is _WITHOUT_HEADING else records
        for cells in filter(any, rows):
            warnings: list[Fault] = []
            found = _position(cells, columns, lines.first_number, warnings)
            if found:
                taken += 1
                yield found
                continue
            outcome.skipped += 1
            odd += len(warnings)
            if odd <= MOST_WARNINGS:
                outcome.warnings += warnings
            elif odd > taken:
                raise Rejected(outcome.warnings)


def _records(lines: Lines) -> Iterator[list[str]]:
    """The cells of each line. No cell has a line break: a quotation mark that opens one is odd."""
    reader = csv.reader(lines)
    while True:
        lines.begin()
        try:
            cells = next(reader, [END])
        except csv.Error:
            cells = []
        if cells == [END]:
            return
        if not cells or len(lines.of_record) > 1:
            cells = lines.go_back()[:LONGEST_LINE].split(",")
        yield [] if cells == [""] else cells


_WITHOUT_HEADING = _Columns(0, 2, 3)


def _columns(first: list[str]) -> _Columns:
    """Where things stand. Code-Point Open comes without a heading row."""
    if len(first) > 3 and WHOLE.fullmatch("".join(first[0].split())):
        return _WITHOUT_HEADING
    heading = [cell.strip().lower() for cell in first]
    found = {
        thing: next((heading.index(name) for name in names if name in heading), None)
        for thing, names in NAMES.items()
    }
    if None in found.values():
        remedy = "upload Code-Point Open or ONSPD as CSV: a postcode, an easting and a northing"
        raise Rejected([Fault(1, "heading row", ", ".join(first)[:80], remedy)])
    return _Columns(**found, ended=heading.index(ENDED) if ENDED in heading else None)


def _position(
    cells: list[str], columns: _Columns, number: int, warnings: list[Fault]
) -> Position | None:
    """A postcode, its metres east and north; nothing where it is left out or cannot be used."""
    if len(cells) <= columns.last:
        remedy = "left out: enter every column"
        warnings.append(Fault(number, "whole row", f"{len(cells)} cells", remedy))
        return None
    code = "".join(cells[columns.postcode].split()).upper()
    position = cells[columns.easting].strip(), cells[columns.northing].strip()
    if _has_ended(cells, columns) or OFF_THE_GRID.match(code) or not all(map(_is_given, position)):
        return None
    if code == GIROBANK:
        return None
    if not WHOLE.fullmatch(code):
        remedy = "left out: enter a postcode such as CT20 3QA"
        warnings.append(Fault(number, "postcode", code[:20], remedy))
        return None
    if not all(map(_is_metres, position)):
        where = ", ".join(position)[:40]
        remedy = "left out: enter whole metres on the national grid"
        warnings.append(Fault(number, "position", where, remedy))
        return None
    return code, *position


def _has_ended(cells: list[str], columns: _Columns) -> bool:
    return columns.ended is not None and bool(cells[columns.ended].strip())


def _is_given(metres: str) -> bool:
    """Both directories write 0 or nothing where the position is not known."""
    return bool(metres.strip("0"))


def _is_metres(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10 and int(text) < FARTHEST

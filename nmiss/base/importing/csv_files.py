"""A table as CSV: columns divided by commas, semicolons or tabs, as spreadsheets save them."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nmiss.base.importing import encodings
from nmiss.base.importing.headings import LOOKED_AT, Beginning, Headings, Rejected
from nmiss.base.importing.lines import END, Lines
from nmiss.base.importing.rows import Fault

DIVIDERS = {"commas": ",", "semicolons": ";", "tabs": "\t"}
TOLD = re.compile(r"\"?sep=([^\w\s\"']|\t)\"?[,;\t]*\s*", re.IGNORECASE)  # a word to Excel
LONGEST_SHOWN = 10_000  # signs of a broken row that are looked at
MOST_LINES = 3 * LOOKED_AT


@dataclass(frozen=True, slots=True)
class Record:
    """A record with the number of its first line, and what is wrong with it as a whole.

    No cells: the row is empty. ``is_broken`` where they do not stand under the headings.
    """

    line: int
    cells: list[str]
    wrong: Fault | None = None
    nuls: tuple[int, ...] = ()
    is_broken: bool = False


class CsvFile:
    """One CSV file. Raises Rejected where it cannot be read as text."""

    serial_from = None  # what a workbook has: here no number is a day

    def __init__(self, path: Path, *, is_register: bool) -> None:
        self.path, self.is_register = path, is_register
        self._encoding, self._errors = encodings.of(path, is_register=is_register)

    def beginnings(self) -> list[Beginning]:
        """The first rows, once for each sign that may divide the columns."""
        try:
            with self._opened() as file:
                lines = list(itertools.islice(file, MOST_LINES))
        except UnicodeError as error:
            raise Rejected([Fault(1, "whole file", "", _NO_TEXT)]) from error
        told = TOLD.fullmatch(lines[0]) if lines else None
        dividers = {"a sign of its own": told[1]} if told else DIVIDERS
        if not any(line.strip() for line in lines):
            return []
        return [Beginning(way, _rows(lines, divider)) for way, divider in dividers.items()]

    def records(self, headings: Headings, *, shortest: int) -> Iterator[Record]:
        """Every record under the headings; a row may end early, after ``shortest`` cells."""
        with self._opened() as file:
            lines = Lines(file)
            divider = self._divider(headings.way)
            reader = csv.reader(lines, delimiter=divider)
            try:
                while True:
                    lines.begin()
                    record = self._record(reader, lines, headings, shortest)
                    if record is None:
                        return
                    if record.is_broken:
                        record = self._broken(lines, record, divider)
                    if lines.first_number > headings.line or record.nuls:
                        yield record
            except UnicodeError as error:
                raise Rejected([Fault(1, "whole file", "", _NO_TEXT)]) from error

    def _record(
        self, reader: Any, lines: Lines, headings: Headings, shortest: int
    ) -> Record | None:
        try:
            cells = next(reader, [END])
        except csv.Error:
            return self._wrong(lines, ["?"], Fault(lines.first_number, "whole row", "", _TOO_LONG))
        number, nuls = lines.first_number, tuple(lines.with_nul)
        if cells == [END]:
            return None
        if number <= headings.line or not any(map(str.strip, cells)):
            return Record(number, [], nuls=nuls)
        if cells[-1].endswith(END):
            return self._wrong(lines, cells, Fault(number, "whole row", "", _UNCLOSED))
        width = len(headings.cells)
        if not self.is_register or len(lines.of_record) == 1:
            while len(cells) > width and not cells[-1].strip():
                cells.pop()
        if len(cells) != width and not shortest <= len(cells) < width:
            return self._wrong(lines, cells, _wrong_width(number, cells, headings))
        return Record(number, cells, nuls=nuls)

    def _wrong(self, lines: Lines, cells: list[str], wrong: Fault) -> Record:
        nuls = tuple(lines.with_nul)
        return Record(wrong.line, cells, wrong, nuls, is_broken=self.is_register)

    @staticmethod
    def _broken(lines: Lines, record: Record, divider: str) -> Record:
        """What stands under the headings of the first line; the lines after it come again."""
        first = [lines.go_back()[:LONGEST_SHOWN]]
        cells = next(csv.reader(first, delimiter=divider), [])
        return Record(record.line, cells, record.wrong, record.nuls, is_broken=True)

    def _divider(self, way: str) -> str:
        if way in DIVIDERS:
            return DIVIDERS[way]
        with self._opened() as file:
            return TOLD.fullmatch(next(file))[1]

    def _opened(self) -> Any:
        return self.path.open(encoding=self._encoding, errors=self._errors, newline="")


def _rows(lines: list[str], divider: str) -> list[tuple[int, list[str]]]:
    rows, reader, number = [], csv.reader(lines, delimiter=divider), 1
    try:
        for cells in reader:
            rows.append((number, cells))
            number = reader.line_num + 1
    except csv.Error:
        pass  # what is wrong with a row is said when it is read
    return rows


def _wrong_width(line: int, cells: list[str], headings: Headings) -> Fault:
    width = len(headings.cells)
    remedy = f"the heading has {width} columns: write as many cells, and quote cells with commas"
    return Fault(line, "whole row", f"{len(cells)} cells", remedy)


_NO_TEXT = "this file is not text that we can read: save the table as CSV UTF-8"
_UNCLOSED = "a quotation mark opens on this line and never closes: close it"
_TOO_LONG = (
    f"a cell has more than {csv.field_size_limit():,} characters: shorten it, or close its quotes"
)

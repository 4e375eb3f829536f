"""Tables that somebody sends us as CSV: read with suspicion, every fault reported at once.

A fault names line, column and value and says what would be right. Line 1 is the heading row;
a record that spans several lines has the number of its first.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from nmiss.core import names, written_days

FIRST_YEAR, LAST_YEAR = 1900, 2100
PROGRESS_EVERY = 10_000
END = "\0end"  # put under the last line: no cell can hold it, unless a quotation mark is open


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, or worth a warning, in one cell."""

    line: int
    column: str
    value: str
    remedy: str

    def __str__(self) -> str:
        return f'line {self.line}, {self.column}, "{self.value}": {self.remedy}'


class Rejected(Exception):
    """The file cannot be taken as it is, and nothing of it was."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__(f"{len(self.faults)} faults")


@dataclass(frozen=True)
class Change:
    """One field of a known record that the file changes. Personal values are not shown."""

    reference: str
    column: str
    before: object
    after: object
    personal: bool = False
    name: str = ""  # what the record is called, where its reference says nothing to people
    said: tuple[str, str] | None = None  # before and after, where the values are codes

    def __str__(self) -> str:
        if self.personal:
            return f"{self.reference}: {self.column}"
        before, after = (words or "nothing" for words in self.in_words)
        return f"{self.reference}: {self.column} from {before} to {after}"

    @property
    def in_words(self) -> tuple[str, str]:
        """Before and after as people say them; nothing for what is not there."""
        return self.said or (in_words(self.before), in_words(self.after))


def in_words(value: object) -> str:
    """A value as people say it: days as on our pages, pounds as pounds."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Decimal):
        return f"£{value:,.2f}".removesuffix(".00")
    return str(value)


@dataclass(frozen=True)
class New:
    """One record that the file brings."""

    line: int
    reference: str
    name: str


@dataclass
class Outcome:
    """What a file brought, or in a dry run would bring."""

    noun: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    changes: list[Change] = field(default_factory=list)
    added: list[New] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The figures alone."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "warnings": len(self.warnings),
        }

    def count(self, new: New, *, known: bool, changes: list[Change]) -> None:
        """Count one record, and keep what changes of it; ``new`` is it, where it is not known."""
        if not known:
            self.new += 1
            self.added.append(new)
        elif changes:
            self.changed += 1
            self.changes += changes
        else:
            self.unchanged += 1


class Row:
    """One record of a table. Reading a cell that is wrong notes a fault and gives None."""

    def __init__(
        self,
        line: int,
        cells: Mapping[str, str],
        faults: list[Fault],
        warnings: list[Fault] | None = None,
    ) -> None:
        self.line = line
        self._cells = cells
        self._faults = faults
        self._warnings = [] if warnings is None else warnings

    def __contains__(self, column: str) -> bool:
        return column in self._cells

    def fault(self, column: str, remedy: str) -> None:
        """Note that the cell is wrong, and what would be right."""
        self._faults.append(Fault(self.line, column, self.text(column), remedy))

    def warn(self, column: str, remedy: str) -> None:
        """Note that the cell is odd, although it may come in."""
        self._warnings.append(Fault(self.line, column, self.text(column), remedy))

    @property
    def faults_so_far(self) -> int:
        """How many faults the table has up to here: more after a reading, and the row is bad."""
        return len(self._faults)

    def text(self, column: str) -> str:
        """The cell without the spaces around it; empty where the column is missing."""
        return self._cells.get(column, "").strip()

    def required(self, column: str, *, longest: int) -> str | None:
        """Text that must be there and fit."""
        text = self.text(column)
        if not text:
            self.fault(column, "give a value")
        elif len(text) > longest:
            self.fault(column, f"use at most {longest} characters")
        else:
            return text
        return None

    def name(self, column: str, *, longest: int) -> str | None:
        """A name that people can read, and that may stand in the subject of an email."""
        text = self.required(column, longest=longest)
        if text and (wrong := names.what_is_wrong_with(text)):
            self.fault(column, wrong)
            return None
        if text and text.startswith(names.FORMULA):
            self.warn(column, f"this begins with {text[0]}, as a formula does: is it right?")
        return text

    def day(self, column: str, form: str = "%Y-%m-%d") -> datetime.date | None:
        """A day, or None for an empty cell."""
        text = self.text(column)
        return self._read(column, text, written_days.FORMS[form]) if text else None

    def required_day(self, column: str) -> datetime.date | None:
        if not self.text(column):
            self.fault(column, "give a day such as 2024-09-02")
            return None
        return self.day(column)

    def whole(self, column: str, *, largest: int = 2_147_483_647) -> int | None:
        """A whole number from 0, or None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,10}", text, re.ASCII) or int(text) > largest:
            self.fault(column, f"give a whole number from 0 to {largest}")
            return None
        return int(text)

    def pounds(self, column: str) -> Decimal | None:
        """Pounds, to the penny at the most, not negative."""
        text = self.text(column)
        if re.fullmatch(r"[0-9]{1,8}(\.[0-9]{1,2})?", text, re.ASCII):
            return Decimal(text).quantize(Decimal("0.01"))
        if text.startswith("-"):
            self.fault(column, "a fee cannot be negative: give pounds from 0 up")
        else:
            self.fault(column, "give pounds in digits, such as 61184 or 61184.50")
        return None

    def code(self, column: str, choices: Any, *, optional: bool = False) -> str:
        """One of the codes of a TextChoices; empty where that is allowed."""
        text = self.text(column)
        if text in choices.values or (optional and not text):
            return text
        self.fault(column, "give one of " + ", ".join(choices.values))
        return ""

    def _read(self, column: str, text: str, reading: tuple[Callable, str]) -> Any:
        read, example = reading
        value = read(text)
        if value is None:
            self.fault(column, f"give a day that exists, in the form {example}")
        elif not FIRST_YEAR <= value.year <= LAST_YEAR:
            self.fault(column, f"give a day from {FIRST_YEAR} to {LAST_YEAR}")
            return None
        return value


class Table:
    """The rows of a CSV file, and the faults met in reading them."""

    def __init__(
        self,
        path: Path,
        *,
        required: Collection[str],
        tell: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.path = Path(path)
        self.required = required
        self.tell = tell
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def rows(self) -> Iterator[Row]:
        """Every record in order; what cannot be read is a fault and is left out.

        Raises Rejected where the file as a whole cannot be read.
        """
        with self.path.open(encoding=self._encoding(), newline="") as file:
            reader = csv.reader(_without_nulls(file, self.faults))
            heading = self._heading(reader)
            yield from self._records(reader, heading)

    def _records(self, reader: Any, heading: list[str]) -> Iterator[Row]:
        line, found = reader.line_num + 1, 0
        try:
            for cells in reader:
                if cells and cells[-1].endswith(END):
                    self.faults += _at_the_end(line, cells, found)
                    return
                found += any(cells)
                if len(cells) == len(heading):
                    yield Row(
                        line, dict(zip(heading, cells, strict=True)), self.faults, self.warnings
                    )
                elif any(cells):
                    self.faults.append(_wrong_width(line, cells, heading))
                line = reader.line_num + 1
                if found % PROGRESS_EVERY == 0 and found:
                    self.tell(f"{found:,} rows read")
        except csv.Error:
            longest = f"{csv.field_size_limit():,}"
            remedy = f"a cell has more than {longest} characters: shorten it, or close its quotes"
            self.faults.append(Fault(line, "whole row", "", remedy))

    def _heading(self, reader: Any) -> list[str]:
        try:
            heading = [cell.strip() for cell in next(reader)]
        except csv.Error:
            heading = []
        if heading == [END]:
            remedy = "there is nothing in this file: give a heading row, and rows under it"
            raise Rejected([Fault(1, "whole file", "", remedy)])
        if len(heading) == 1 and ";" in heading[0]:
            remedy = "columns are divided by semicolons: save the table with commas"
            raise Rejected([Fault(1, "whole file", "", remedy)])
        missing = [column for column in self.required if column not in heading]
        twice = sorted({column for column in heading if column and heading.count(column) > 1})
        faults = [
            Fault(1, column, "", "this column is missing: add it to the heading row")
            for column in missing
        ] + [Fault(1, column, column, "this column stands twice: keep one") for column in twice]
        if faults:
            raise Rejected(faults)
        return heading

    def _encoding(self) -> str:
        """UTF-8 where the whole file is, else Windows-1252, as Excel's plain CSV and the
        national register have it; raises Rejected where it is neither.
        """
        with self.path.open("rb") as file:
            if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
                remedy = "this file is in UTF-16: save the table as CSV UTF-8"
                raise Rejected([Fault(1, "whole file", "", remedy)])
        if not self._first_line_not_in("utf-8"):
            return "utf-8-sig"
        if wrong := self._first_line_not_in("cp1252"):
            remedy = "this line is not text that we can read: save the table as CSV UTF-8"
            raise Rejected([Fault(wrong, "whole row", "", remedy)])
        return "cp1252"

    def _first_line_not_in(self, encoding: str) -> int | None:
        with self.path.open("rb") as file:
            for number, text in enumerate(file, start=1):
                try:
                    text.decode(encoding)
                except UnicodeDecodeError:
                    return number
        return None


def _wrong_width(line: int, cells: list[str], heading: list[str]) -> Fault:
    remedy = f"the heading has {len(heading)} columns: give as many, and quote cells with commas"
    return Fault(line, "whole row", f"{len(cells)} cells", remedy)


def _at_the_end(line: int, cells: list[str], found: int) -> list[Fault]:
    if cells != [END]:
        remedy = "a quotation mark opens on this line and never closes: close it"
        return [Fault(line, "whole row", "", remedy)]
    remedy = "there is no row under the heading: give at least one"
    return [] if found else [Fault(1, "whole file", "", remedy)]


def _without_nulls(file: Any, faults: list[Fault]) -> Iterator[str]:
    for number, text in enumerate(file, start=1):
        if "\0" in text:
            faults.append(Fault(number, "whole row", "", "take out the character NUL"))
            text = text.replace("\0", "")
        yield text
    yield END

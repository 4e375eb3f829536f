"""One record of a table, read cell by cell; what is wrong with a cell is a fault.

A fault names line, column and value and says what would be right. A record that spans several
lines has the number of its first.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from nmiss.base.core import names
from nmiss.base.core.codes import number_of
from nmiss.base.importing import cells
from nmiss.base.importing.cells import Unreadable

NO_LETTER = "\ufffd"  # what stands for a byte that is no letter
Value = TypeVar("Value")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, or worth a warning, in one cell."""

    line: int
    column: str
    value: str
    remedy: str

    def __str__(self) -> str:
        return f'line {self.line}, {self.column}, "{self.value}": {self.remedy}'


class Row:
    """One record of a table. Reading a cell that is wrong notes a fault and gives None.

    ``is_broken`` where its cells do not stand under the headings.
    """

    __slots__ = (
        "_cells",
        "_faults",
        "_places",
        "_warnings",
        "_wrong",
        "is_broken",
        "line",
        "serial_from",
    )

    def __init__(
        self,
        line: int,
        places: Mapping[str, int],
        texts: Sequence[str],
        *,
        faults: list[Fault],
        warnings: list[Fault],
        is_broken: bool = False,
        serial_from: datetime.date | None = None,
    ) -> None:
        self.line = line
        self.is_broken = is_broken
        self.serial_from = serial_from
        self._places, self._cells = places, texts
        self._faults, self._warnings = faults, warnings
        self._wrong: set[str] = set()

    def __contains__(self, column: str) -> bool:
        return column in self._places and self._places[column] < len(self._cells)

    def fault(self, column: str, remedy: str) -> None:
        """Note that the cell is wrong, and what would be right; once for each cell."""
        if column not in self._wrong:
            self._wrong.add(column)
            self._faults.append(Fault(self.line, column, self.text(column), remedy))

    def warn(self, column: str, remedy: str) -> None:
        """Note that the cell is odd, although it may come in."""
        self._warnings.append(Fault(self.line, column, self.text(column), remedy))

    def warn_of_itself(self, wrong: Fault) -> None:
        """Warn of what is wrong with the row as a whole."""
        self._warnings.append(wrong)

    def warn_of_lost_letters(self, columns: Collection[str]) -> None:
        """Warn of the cells among these in which a byte was no letter, and was replaced."""
        if not any(NO_LETTER in cell for cell in self._cells):
            return
        for column in columns:
            if NO_LETTER in self.text(column):
                self.warn(column, f"a letter could not be read, and is {NO_LETTER} here")

    @property
    def warnings(self) -> list[Fault]:
        """Of a row of a register: what is odd in it, and what is wrong and was left out."""
        left = [
            replace(fault, remedy=f"left as we have it: {fault.remedy}") for fault in self._faults
        ]
        return left + self._warnings

    @property
    def faults_so_far(self) -> int:
        """How many faults the table has up to here: more after a reading, and the row is bad."""
        return len(self._faults)

    @property
    def columns(self) -> Mapping[str, int]:
        """Where each column stands."""
        return self._places

    def texts(self, pick: Callable[[Sequence[str]], Any]) -> Any:
        """Several cells at once, as they stand in the file."""
        return pick(self._cells)

    def text(self, column: str) -> str:
        """The cell without the spaces around it; empty where the column is missing."""
        place = self._places.get(column)
        if place is None or place >= len(self._cells):
            return ""
        return self._cells[place].strip()

    def required(self, column: str, *, longest: int) -> str | None:
        """Text that must be there and fit."""
        text = self.text(column)
        if not text:
            self.fault(column, "enter a value")
        elif text.upper() in cells.ERRORS:
            self.fault(column, "a formula of the spreadsheet failed here: enter the value")
        elif len(text) > longest:
            self.fault(column, f"use at most {longest} characters")
        else:
            return text
        return None

    def name_of_somebody(self, column: str, *, longest: int) -> str | None:
        """The name of a person or a provider, held to what names are held to everywhere."""
        text = self.name(column, longest=longest)
        if text and (wrong := names.what_is_wrong_with_who(text)):
            self.fault(column, wrong[:1].lower() + wrong[1:])
            return None
        return text

    def name(self, column: str, *, longest: int) -> str | None:
        """A name that people can read, and that may stand in the subject of an email."""
        text = self.required(column, longest=longest)
        if text and (wrong := names.what_is_wrong_with(text)):
            self.fault(column, wrong)
            return None
        if text and text.startswith(names.FORMULA):
            self.warn(column, f"this begins with {text[0]}, as a formula does: is it right?")
        return text

    def day(self, column: str, *, like: str = "2024-09-02") -> datetime.date | None:
        """A day, or None for an empty cell."""
        return self.read(column, cells.day, like=like, serial_from=self.serial_from)

    def required_day(self, column: str) -> datetime.date | None:
        if not self.text(column):
            self.fault(column, "enter a date in the form 2024-09-02")
            return None
        return self.day(column)

    def whole(self, column: str, *, largest: int = 2_147_483_647) -> int | None:
        """A whole number from 0, or None for an empty cell."""
        return self.read(column, cells.whole, largest=largest)

    def pounds(self, column: str) -> Decimal | None:
        """Pounds, to the penny at the most, not negative."""
        return self.read(column, cells.pounds, is_needed=True)

    def postcode(self, column: str) -> str:
        """A whole postcode; empty for an empty cell."""
        return self.read(column, cells.postcode) or ""

    def reference(self, column: str, *, longest: int = 30) -> str:
        """A reference that must be there, in capitals; empty where it cannot be one."""
        if not self.text(column):
            self.fault(column, "enter a value")
        return self.read(column, cells.reference, longest=longest) or ""

    def read(
        self, column: str, reading: Callable[..., Value], *, is_needed: bool = False, **how: Any
    ) -> Value | None:
        """The cell by one of the readings; None for an empty cell, unless it is needed."""
        text = self.text(column)
        if not text and not is_needed:
            return None
        try:
            return reading(text, **how)
        except Unreadable as wrong:
            self.fault(column, str(wrong))
            return None

    def code(self, column: str, choices: Any, *, optional: bool = False) -> str:
        """One of the codes of a TextChoices; empty where that is allowed.

        Codes that are numbers are compared as numbers: 02 is 2.
        """
        text = self.text(column)
        if text in choices.values or (optional and not text):
            return text
        number = number_of(text)
        if number is not None and str(number) in choices.values:
            return str(number)
        self.fault(column, "enter one of " + ", ".join(choices.values))
        return ""

"""The cells of a table, read one by one; what is wrong with one is a fault that says what to do.

A fault names line, column and value and says what would be right. Line 1 is the heading row;
a record that spans several lines has the number of its first.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from nmiss.base.core import names, written_days
from nmiss.base.core.codes import number_of

FIRST_YEAR, LAST_YEAR = 1900, 2100
NO_LETTER = "\ufffd"  # what stands for a byte that is no letter


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

    def __init__(
        self,
        line: int,
        cells: Mapping[str, str],
        faults: list[Fault],
        warnings: list[Fault] | None = None,
        *,
        is_broken: bool = False,
    ) -> None:
        self.line = line
        self.is_broken = is_broken
        self._cells = cells
        self._faults = faults
        self._warnings = [] if warnings is None else warnings
        self._wrong: set[str] = set()

    def __contains__(self, column: str) -> bool:
        return column in self._cells

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
        for column in columns:
            if NO_LETTER in self._cells.get(column, ""):
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
        """One of the codes of a TextChoices; empty where that is allowed.

        Codes that are numbers are compared as numbers: 02 is 2.
        """
        text = self.text(column)
        if text in choices.values or (optional and not text):
            return text
        number = number_of(text)
        if number is not None and str(number) in choices.values:
            return str(number)
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

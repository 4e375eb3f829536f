"""Reports that ``manage.py report NAME …`` prints as CSV: each application brings its own.

It registers them in its module ``report_commands``, so the command names none of them.
"""

from __future__ import annotations

import datetime
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from nmiss.base.core.lists import List
from nmiss.base.files.csv_lines import csv_lines

Answer = Callable[[dict[str, Any]], str]


class CannotReport(Exception):
    """The arguments do not fit together; the words say what to do."""


@dataclass(frozen=True)
class Report:
    """One report: its arguments, and how the text to print is made of them.

    ``answer`` raises CannotReport where there is no such report.
    """

    name: str
    means: str
    arguments: Callable[[ArgumentParser], None]
    answer: Answer


REPORTS: dict[str, Report] = {}


def register(*reports: Report) -> None:
    """Make reports known. Raises ValueError where another has the name."""
    for report in reports:
        if REPORTS.setdefault(report.name, report) is not report:
            raise ValueError(f"There is another report called {report.name}.")


def as_csv(declared: List, rows: Iterable[Any]) -> str:
    """A report in the columns that were agreed, for programs to read."""
    columns = [column for column in declared.columns if column.value]
    cells = ([column.value(row) for column in columns] for row in rows)
    return "".join(csv_lines([each.heading for each in columns], cells, mark="", end="\n"))


def day(text: str) -> datetime.date:
    """An argument that is a day, such as 2024-04-01."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(
            f'"{text}" is not a date: enter one in the form 2024-04-01'
        ) from None

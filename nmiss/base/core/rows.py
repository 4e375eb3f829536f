"""Rows of the longest lists as HTML, written in Python.

A template takes four times as long over fifty rows of six cells, and these lists are looked at all
day (docs/adr/0015-the-longest-lists-are-written-in-python.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from nmiss.base.core.addresses import address_of


@dataclass(frozen=True)
class Column:
    """A column: its heading, and what its cell says of a row, as text or as safe HTML.

    ``css`` are classes beside those of every cell.
    """

    heading: str
    cell: Callable[[Any], object]
    css: str = ""

    def opening(self, *, is_first: bool) -> str:
        """The tag that a cell begins with. On a phone the heading stands beside each cell."""
        css = f" {self.css}" if self.css else ""
        if is_first:
            return f'<th scope="row" class="govuk-table__header{css}">'
        return f'<td class="govuk-table__cell{css}" data-label="{escape(self.heading)}">'


NUMERIC = "govuk-table__cell--numeric"


def rows_as_html(rows: Iterable[Any], columns: Iterable[Column]) -> SafeString:
    """A ``tr`` for each row, with a cell for each column; the first one is its heading."""
    cells = [
        (column.opening(is_first=not number), "</td>" if number else "</th>", column.cell)
        for number, column in enumerate(columns)
    ]
    return mark_safe(
        "".join(
            '<tr class="govuk-table__row">'
            + "".join(f"{start}{conditional_escape(cell(row))}{end}" for start, end, cell in cells)
            + "</tr>"
            for row in rows
        )
    )


def link(page: str, key: object, words: str) -> SafeString:
    """A link to the page of a record, by the name of the page and the record's key."""
    return mark_safe(f'<a class="govuk-link" href="{address_of(page, key)}">{escape(words)}</a>')

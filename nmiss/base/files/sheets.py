"""Lists as XLSX: the rows, and a sheet that says what they are, as at when, and for whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from nmiss.base.core.asked import Asked
from nmiss.base.files.cells import safe
from nmiss.base.files.listings import in_words

if TYPE_CHECKING:
    import xlsxwriter

MOST_ROWS = 1_000_000  # a sheet has 1,048,576
LONGEST_CELL = 32_767  # characters, of which a workbook holds no more
CUT = " … (cut: a cell holds no more; the CSV has the whole text)"
NOTHING_IS_GUESSED = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class TooLong(Exception):
    """There are more rows than a sheet holds."""


def write(
    path: Path,
    asked: Asked,
    rows: Iterable[list[object]],
    *,
    as_at: datetime.datetime,
) -> int:
    """Write the workbook row by row, in little memory; return how many rows there are."""
    import xlsxwriter  # with the first list: most processes of the web never write one

    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy", **NOTHING_IS_GUESSED}
    with xlsxwriter.Workbook(path, options) as book:
        count = _write_rows(book, asked, rows)
        _write_definitions(book, asked, as_at=as_at, count=count)
    return count


def _write_rows(book: xlsxwriter.Workbook, asked: Asked, rows: Iterable[list[object]]) -> int:
    sheet = book.add_worksheet("List")
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(asked.in_file) - 1, 22)
    for place, column in enumerate(asked.in_file):
        sheet.write_string(0, place, column.heading, bold)
    count = 0
    for count, cells in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise TooLong(asked.declared.name)
        for place, cell in enumerate(cells):
            _write_cell(sheet, count, place, safe(cell))
    return count


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, cell: object) -> None:
    if isinstance(cell, (int, float, Decimal)):
        sheet.write_number(row, place, cell)
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(row, place, cell)
    else:
        sheet.write_string(row, place, _as_long_as_a_cell(str(cell)))


def _as_long_as_a_cell(text: str) -> str:
    """The text, or as much as a cell of a workbook holds, which then says so."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT


def _write_definitions(
    book: xlsxwriter.Workbook,
    asked: Asked,
    *,
    as_at: datetime.datetime,
    count: int,
) -> None:
    sheet = book.add_worksheet("Definitions")
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    local = timezone.localtime(as_at)
    lines = [
        (asked.declared.title, f"From {settings.PRODUCT_NAME}, {settings.COUNCIL_NAME}"),
        ("As at", f"{local.day} {local:%B %Y, %H:%M}"),
        ("For", str(asked.user)),
        ("Rows", str(count)),
        ("Order", asked.order_in_words),
        *((f"Filter: {name}", value) for name, value in in_words(asked.query)),
        ("", ""),
        ("Column", "Meaning"),
        *((column.heading, column.means) for column in asked.in_file),
    ]
    for row, (left, right) in enumerate(lines):
        sheet.write_string(row, 0, str(safe(left)), bold)
        sheet.write_string(row, 1, str(safe(right)))

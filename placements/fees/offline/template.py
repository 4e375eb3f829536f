"""The workbook that goes out: one sheet to fill in, and one that says how.

Everything but the cells to fill in is protected against slips, without a password.
"""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.files.cells import safe
from nmiss.base.files.sheets import NOTHING_IS_GUESSED
from placements.fees.models import FeeRequest, Vat
from placements.fees.offline import layout
from placements.fees.offline.layout import NO_FEE, Line

if TYPE_CHECKING:
    import xlsxwriter

WIDTHS = (20, 28, 14, 46, 12, 18, 44, 16, 22)
HOW = (
    "Fill in the yellow cells of the sheet “Fee request”.",
    "For each price enter the new price in pounds, without VAT, and the reason.",
    "Or enter one increase in per cent in the first row: it fills every price that is empty.",
    "Cells that you leave empty stay as they are in the request.",
    "Type numbers, not formulas. Do not merge cells, hide sheets or change the last column.",
    "Save the workbook as XLSX or CSV and upload it on the page “Fill in offline”.",
    "Nothing is sent by the upload: you see the changes first, and an owner certifies the request.",
)


def blank(request: FeeRequest) -> bytes:
    """The template of a draft, with what is in it so far."""
    import xlsxwriter  # with the first template: most processes of the web never write one

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **NOTHING_IS_GUESSED}) as book:
        _write_rows(book, list(layout.lines_of(request, layout.prices_of(request))))
        how = book.add_worksheet("How to fill in")
        how.set_column(0, 0, 110)
        now = timezone.localtime()
        for row, words in enumerate((*HOW, f"Downloaded on {now.day} {now:%B %Y, %H:%M}.")):
            how.write_string(row, 0, words)
        how.protect("")
    return file.getvalue()


def _write_rows(book: xlsxwriter.Workbook, lines: list[Line]) -> None:
    sheet = book.add_worksheet("Fee request")
    wrapped = {"text_wrap": True, "valign": "top"}
    bold, plain = book.add_format({"bold": True, **wrapped}), book.add_format(wrapped)
    typed = book.add_format({"locked": False, "bg_color": "#FFF7BF", "border": 1, **wrapped})
    for place, (heading, width) in enumerate(zip(layout.COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, bold)
    for number, line in enumerate(lines, start=1):
        for place, (heading, cell) in enumerate(_cells(line).items()):
            _write_cell(sheet, number, place, cell, typed if heading in line.boxes else plain)
            if heading == layout.VAT and heading in line.boxes:
                words = {"validate": "list", "source": [str(label) for label in Vat.labels]}
                sheet.data_validation(number, place, number, place, words)
    sheet.freeze_panes(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _cells(line: Line) -> dict[str, object]:
    now = NO_FEE if line.now == 0 else line.now
    facts = (line.part.label, line.school, line.placement, line.question, now)
    known = dict(zip(layout.COLUMNS, facts, strict=False))
    return known | {name: line.said.get(name) for name in layout.TYPED} | {layout.ROW: line.code}


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, cell: object, style: object
) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, place, cell, style)
    elif cell in (None, ""):
        sheet.write_blank(row, place, None, style)
    else:
        sheet.write_string(row, place, str(safe(str(cell))), style)

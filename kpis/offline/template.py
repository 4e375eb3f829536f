"""The workbook that goes out: one sheet to fill in, and one that says how.

Everything but the cells to fill in is protected against slips, without a password. A workbook that
could not be taken goes back in the same form, with what was typed and what is wrong beside it.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kpis.filling import Filling, plain
from kpis.offline import layout
from kpis.offline.checking import CheckedReturnWorkbook
from kpis.offline.entries import WorkbookEntry
from kpis.offline.layout import TemplateLine, lines_of
from kpis.outcomes import OutcomeProgress
from nmiss.base.files.cells import safe
from nmiss.base.files.sheets import NOTHING_IS_GUESSED

if TYPE_CHECKING:
    import xlsxwriter

WIDTHS = (11, 28, 16, 32, 30, 46, 12, 12, 34, 14, 12, 44, 44, 24)
HIGHEST = 10_000_000
EXACT = 15  # digits of a number that a workbook keeps
HOW = (
    "Fill in the yellow cells of the sheet “Return”: the value, or “yes” under “Not applicable”.",
    "Write why under “Reason or comment” if a figure is not applicable, or not as in our records.",
    "Choose the words offered for a child. Leave a cell empty if the plan has no outcome there.",
    "The row “Comment” of an indicator is for anything that you want us to know about it.",
    "Cells that you leave empty stay as they are in the return.",
    "Type numbers, not formulas. Do not merge cells, hide sheets or change the last column.",
    "Save the workbook as XLSX or CSV and upload it on the page “Fill in offline”.",
    "Nothing is sent by the upload: you see what changes first, and an owner certifies the return.",
)


def blank(fillings: Iterable[Filling]) -> bytes:
    """The template of these returns, with what is in them so far."""
    return _book([_cells(line) for each in fillings for line in lines_of(each)])


def marked(entries: Sequence[WorkbookEntry], found: CheckedReturnWorkbook) -> bytes:
    """What was sent, row by row, with what is to be corrected beside it."""
    lines = {line.code: line for each in found.fillings.values() for line in lines_of(each)}
    wrong: dict[int, list[str]] = {}
    for each in found.problems:
        about = "" if each.is_of_row else f"{each.column}: "
        wrong.setdefault(each.entry.line, []).append(about + each.remedy)
    return _book([_cells_of(each, lines.get(each.code), wrong) for each in entries])


def _cells(line: TemplateLine) -> dict[str, Any]:
    """What is known of a line; the cells to fill in hold what the return says so far."""
    kpi_return, figure, part = line.filling.kpi_return, line.figure, line.part
    return {
        layout.URN: str(kpi_return.school.urn),
        layout.SCHOOL: str(kpi_return.school),
        layout.PERIOD: kpi_return.period,
        layout.INDICATOR: part.title,
        layout.QUESTION: line.question,
        layout.DEFINITION: line.definition,
        layout.LAST: line.last,
        layout.OURS: figure.ours if figure else None,
        layout.EXPECTED: line.expected,
        layout.VALUE: line.value,
        layout.NA: "yes" if figure and figure.is_na else "",
        layout.WORDS: line.words,
        layout.ROW: line.code,
    }


def _cells_of(
    entry: WorkbookEntry, line: TemplateLine | None, wrong: Mapping[int, list[str]]
) -> dict[str, Any]:
    known = _cells(line) if line else {layout.URN: entry.urn, layout.ROW: entry.code}
    if line is None:
        known |= {layout.SCHOOL: entry.school, layout.PERIOD: entry.period}
        known[layout.QUESTION] = entry.question
    typed = {layout.VALUE: _typed(entry.value), layout.NA: entry.na, layout.WORDS: entry.words}
    remedies = "; ".join(wrong.get(entry.line, ()))
    return known | typed | {layout.TO_CORRECT: remedies[:1].upper() + remedies[1:]}


def _typed(text: str) -> object:
    """A number as such, so that it is one in the file that comes back; all else as it stands."""
    is_plain = text.replace(".", "", 1).isdecimal() and text.isascii() and len(text) <= EXACT
    return Decimal(text) if is_plain else text


def _book(rows: Sequence[Mapping[str, Any]]) -> bytes:
    import xlsxwriter  # with the first template: most processes of the web never write one

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **NOTHING_IS_GUESSED}) as book:
        _write_rows(book, rows)
        _write_how(book)
    return file.getvalue()


def _write_rows(book: xlsxwriter.Workbook, rows: Sequence[Mapping[str, Any]]) -> None:
    sheet = book.add_worksheet("Return")
    wrapped = {"text_wrap": True, "valign": "top"}
    bold, plain_cell = book.add_format({"bold": True, **wrapped}), book.add_format(wrapped)
    typed = book.add_format({"locked": False, "bg_color": "#FFF7BF", "border": 1, **wrapped})
    red = book.add_format({"bold": True, "font_color": "#942514", **wrapped})
    for place, (heading, width) in enumerate(zip(layout.COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, bold)
    for number, cells in enumerate(rows, start=1):
        takes = _taken(cells)
        for place, heading in enumerate(layout.COLUMNS):
            opens = heading in takes
            style = typed if opens else red if heading == layout.TO_CORRECT else plain_cell
            _write_cell(sheet, number, place, cells.get(heading), style)
    _set_up(sheet, rows)


def _taken(cells: Mapping[str, Any]) -> Collection[str]:
    """The columns of a row that are to be filled in."""
    said = str(cells[layout.ROW]).split(".", 2)[-1]
    if said.startswith(f"{layout.COMMENT}:"):
        return (layout.WORDS,)
    return (layout.VALUE,) if said.startswith("child:") else layout.TYPED


def _set_up(sheet: xlsxwriter.worksheet.Worksheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """Freeze the headings, say in Excel what a cell takes, and protect the rest."""
    columns = {heading: place for place, heading in enumerate(layout.COLUMNS)}
    sheet.freeze_panes(1, 0)
    number = {
        **{"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": HIGHEST},
        **{"error_title": "Not a number", "error_message": "Enter a number from 0 up."},
    }
    progress, yes = [
        {"validate": "list", "source": own} for own in (OutcomeProgress.labels, ["yes"])
    ]
    value, na = columns[layout.VALUE], columns[layout.NA]
    for place, cells in enumerate(rows, start=1):
        takes = _taken(cells)
        if layout.NA in takes:
            sheet.data_validation(place, na, place, na, yes)
        if layout.VALUE in takes:
            checked = number if layout.NA in takes else progress
            sheet.data_validation(place, value, place, value, checked)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, row: int, place: int, cell: object, style: object
) -> None:
    if isinstance(cell, Decimal):
        text = plain(cell)
        if len(text) <= EXACT:
            sheet.write_number(row, place, cell, style)
        else:
            sheet.write_string(row, place, text, style)
    elif cell in (None, ""):
        sheet.write_blank(row, place, None, style)
    else:
        sheet.write_string(row, place, str(safe(cell)), style)


def _write_how(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("How to fill in")
    sheet.set_column(0, 0, 110)
    now = timezone.localtime()
    for row, words in enumerate((*HOW, f"Downloaded on {now.day} {now:%B %Y, %H:%M}.")):
        sheet.write_string(row, 0, words)
    sheet.protect("")

"""Tables as spreadsheets save them, for any of the imports."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal

import openpyxl


def as_csv(rows, *, divider=",", end="\r\n", before="", after=""):
    """The rows, each a mapping, under their headings, as text."""
    text = io.StringIO(newline="")
    text.write(before)
    writer = csv.writer(text, delimiter=divider, lineterminator=end)
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return text.getvalue() + after


def as_xlsx(rows, *, title="Sheet1", above=(), formats=None, epoch=None):
    """The rows as a workbook of one sheet; ``formats`` shows a column by its heading."""
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    fill(book.active, rows, title=title, above=above, formats=formats or {})
    return bytes_of(book)


def fill(sheet, rows, *, title, above=(), formats=None):
    sheet.title = title
    for line in above:
        sheet.append(line)
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    for place, heading in enumerate(rows[0], start=1):
        if heading in (formats or {}):
            for cells in sheet.iter_rows(min_row=2 + len(above), min_col=place, max_col=place):
                cells[0].number_format = formats[heading]


def bytes_of(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def typed(row):
    """The cells of a row as a spreadsheet keeps them: days and numbers as such."""
    return {heading: _typed(cell) for heading, cell in row.items()}


def _typed(cell):
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.datetime.strptime(cell, form)
        except ValueError:
            continue
    if cell.isdigit() and (cell == "0" or not cell.startswith("0")):
        return int(cell)
    try:
        return float(Decimal(cell)) if "." in cell else cell or None
    except ArithmeticError:
        return cell

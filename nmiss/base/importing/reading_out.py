"""Read out the rows of one workbook, as a process of its own: ``-m …reading_out 1048576``.

With ``as-typed`` behind the size nothing counts that somebody did not type: a formula leaves as
it stands, and a workbook with a hidden sheet or with merged cells is refused.

The workbook comes in on standard input, and is looked into as at the door. Its rows leave on
standard output as lines of JSON: ``["sheet", "Placements"]``, ``["row", 2, ["ZPL-1", …]]`` and at
last ``["end"]``, or ``["refused", "…"]``. Nothing of Django is loaded; there is no secret here.
"""

from __future__ import annotations

import datetime
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from nmiss.base.files.looking_inside import TOO_MUCH, bind, look

MOST_COLUMNS = 500
MOST_ROWS_TYPED = 10_000
AS_TYPED = "as-typed"
BROKEN = "This workbook cannot be read: open it in Excel and save it again"
ZEROS = re.compile(r"0{2,20}")  # a format that gives a number its leading zeros back


def main() -> None:
    """Bind the process, then say what stands in the workbook."""
    size, is_as_typed = int(sys.argv[1]), AS_TYPED in sys.argv
    bind(size)
    rows_of = _rows_as_typed if is_as_typed else _rows_of
    for said in _said(sys.stdin.buffer.read(size + 1), rows_of):
        sys.stdout.write(json.dumps(said) + "\n")


def _said(content: bytes, rows_of: Callable[[io.BytesIO], Iterator[list]]) -> Iterator[list]:
    if refusal := look("xlsx", content):
        yield ["refused", refusal]
        return
    try:
        yield from rows_of(io.BytesIO(content))
    except MemoryError:
        yield ["refused", TOO_MUCH]
    except Exception:  # the reader has no one exception for what it does not understand
        yield ["refused", BROKEN]


def _rows_of(file: io.BytesIO) -> Iterator[list]:
    import openpyxl  # within the limits

    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    yield ["serial_from", _first_day(book.epoch).isoformat()]
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        yield ["sheet", sheet.title]
        sheet.reset_dimensions()  # what a file says of its size is not believed
        yield from _rows_in(sheet.iter_rows())
    yield ["end"]


def _rows_as_typed(file: io.BytesIO) -> Iterator[list]:
    import openpyxl  # within the limits

    book = openpyxl.load_workbook(file, keep_links=False)
    if refusal := next(filter(None, map(_not_as_typed, book.worksheets)), ""):
        yield ["refused", refusal]
        return
    yield ["serial_from", _first_day(book.epoch).isoformat()]
    for sheet in book.worksheets:
        yield ["sheet", sheet.title]
        last = {"max_row": sheet.max_row, "max_col": min(sheet.max_column, MOST_COLUMNS)}
        yield from _rows_in(sheet.iter_rows(**last))
    yield ["end"]


def _not_as_typed(sheet: Any) -> str:
    """Why nobody can be sure to have read what is in a sheet."""
    if sheet.sheet_state != "visible":
        return f"The sheet “{sheet.title}” is hidden: show or delete it, and save the workbook"
    if merged := sorted(str(cells) for cells in sheet.merged_cells.ranges):
        return f"Cells are merged in the sheet “{sheet.title}” ({merged[0]}): unmerge them"
    if sheet.max_row > MOST_ROWS_TYPED:
        return f"The sheet “{sheet.title}” has more than {MOST_ROWS_TYPED:,} rows: delete some"
    return ""


def _rows_in(rows: Iterable[Sequence[Any]]) -> Iterator[list]:
    for number, row in enumerate(rows, start=1):
        texts = [_text(cell) for cell in row[:MOST_COLUMNS]]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield ["row", number, texts]


def _first_day(epoch: datetime.datetime) -> datetime.date:
    """The day from which this workbook counts its days."""
    return epoch.date()


def _text(cell: Any) -> str:
    """What stands in a cell, as one would type it."""
    value = cell.value
    if cell.data_type == "f":  # where formulas are read as such
        return f"={str(getattr(value, 'text', value)).removeprefix('=')}"
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format))
    return str(value)


def _number(value: float, shown_as: str) -> str:
    """Without the noise of binary fractions, and with the zeros that its format shows."""
    plain = format(Decimal(f"{value:.15g}"), "f")
    if ZEROS.fullmatch(shown_as) and plain.isdigit():
        return plain.zfill(len(shown_as))
    return plain


if __name__ == "__main__":
    main()

"""Read out the rows of one workbook, as a process of its own: ``-m …reading_out 1048576``.

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
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from nmiss.base.files.looking_inside import TOO_MUCH, bind, look

MOST_COLUMNS = 500
BROKEN = "This workbook cannot be read: open it in Excel and save it again"
ZEROS = re.compile(r"0{2,20}")  # a format that gives a number its leading zeros back


def main() -> None:
    """Bind the process, then say what stands in the workbook."""
    size = int(sys.argv[1])
    bind(size)
    for said in _said(sys.stdin.buffer.read(size + 1)):
        sys.stdout.write(json.dumps(said) + "\n")


def _said(content: bytes) -> Iterator[list]:
    if refusal := look("xlsx", content):
        yield ["refused", refusal]
        return
    try:
        yield from _rows_of(io.BytesIO(content))
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
        for number, row in enumerate(sheet.iter_rows(), start=1):
            texts = [_text(cell) for cell in row[:MOST_COLUMNS]]
            while texts and not texts[-1]:
                texts.pop()
            if texts:
                yield ["row", number, texts]
    yield ["end"]


def _first_day(epoch: datetime.datetime) -> datetime.date:
    """The day from which this workbook counts its days."""
    return epoch.date()


def _text(cell: Any) -> str:
    """What stands in a cell, as one would type it."""
    value = cell.value
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

"""CSV: text in UTF-8, UTF-16 or Windows-1252, no page and no script; no cell reaches out."""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import BinaryIO

from nmiss.base.files.formulas import is_reaching_out, reaches_out
from nmiss.base.files.refusals import Refused

CHUNK = 1 << 20
BOM = codecs.BOM_UTF8
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Control characters that no text holds, and Windows-1252's five holes.
NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARKUP = re.compile(rb"(<[!?a-z]|#!|%!|{\\rtf|MIME-Version:|Content-Type:)", re.IGNORECASE)
SCRIPT = re.compile(rb"<script|<\?php|<%@|<iframe|javascript:", re.IGNORECASE)
# A cell that a spreadsheet takes for a formula, with the quotation marks that may stand before it;
# the full-width signs are two bytes and a third.
FORMULA = re.compile(rb"(?:^|[,;\t])[ \"']*(?:[=+@-]|\xef\xbc)", re.MULTILINE)
CALLED = re.compile(rb"(?<![A-Za-z._])([A-Za-z._]+)\s*\(")
STARTS_A_FORMULA = re.compile("[\\s\"']*[=+\\-@\uff0b\uff0d\uff1d\uff20]")
SEPARATORS = (",", ";", "\t")

NOT_UTF_8 = "This is not UTF-8 text: save the table as CSV UTF-8"


def check_head(head: bytes) -> None:
    """What the first bytes of a table show already."""
    if head.startswith(UTF_16_MARKS):
        # The last letter may be cut off.
        head = head.decode("utf-16", "ignore").encode()
    if MARKUP.match(head.removeprefix(BOM).lstrip()):
        raise Refused("This is a page or a script, not a table: save the table as CSV")
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("This file is empty: choose one with a heading row and rows")
    if NOT_TEXT.search(head):
        raise Refused("This file is not text: save the table as CSV")


def check(file: BinaryIO) -> None:
    """The whole table, a megabyte of lines at a time."""
    check_head(file.read(CHUNK))
    file.seek(0)
    file = _as_utf_8(file)
    heading, is_utf_8, number = file.readline(CHUNK).removeprefix(BOM), True, 1
    file.seek(0)
    while lines := file.readlines(CHUNK):
        block = b"".join(lines)
        if max(map(len, lines)) > CHUNK:
            raise Refused("This table has a line of more than a megabyte: save it as CSV")
        if NOT_TEXT.search(block):
            raise Refused("This file is not text: save the table as CSV")
        is_utf_8 = is_utf_8 and _decodes(block, "utf-8")
        if not is_utf_8 and not all(_decodes(line, "cp1252") for line in lines):
            raise Refused(NOT_UTF_8)
        if SCRIPT.search(block) or FORMULA.search(block):
            for place, line in enumerate(lines):
                if _may_be_hostile(line):
                    _check_cells(number + place, _text(line), _text(heading))
        number += len(lines)


def _as_utf_8(file: BinaryIO) -> BinaryIO:
    """A table in UTF-16, as Excel saves “Unicode Text”, in UTF-8; any other as it is."""
    is_utf_16 = file.read(2) in UTF_16_MARKS
    file.seek(0)
    if not is_utf_16:
        return file
    try:
        return io.BytesIO(file.read().decode("utf-16").encode())
    except UnicodeError as wrong:
        raise Refused(NOT_UTF_8) from wrong


def _may_be_hostile(line: bytes) -> bool:
    """Whether its cells are worth a look one by one: most lines of a large table are not."""
    if SCRIPT.search(line):
        return True
    if not FORMULA.search(line):
        return False
    if b"!" in line or b"\xef\xbc" in line:
        return True
    return any(is_reaching_out(call[1].decode()) for call in CALLED.finditer(line))


def _check_cells(number: int, line: str, heading: str) -> None:
    """Refuse a line with a script, or with a cell that starts a program or fetches something."""
    for separator in [each for each in SEPARATORS if each in line] or [","]:
        cells, names = _cells(line, separator), _cells(heading, separator)
        for place, cell in enumerate(cells):
            if _is_hostile(cell):
                # A record that goes over lines has fewer cells here than there are headings.
                named = f", {names[place]}" if len(names) == len(cells) else ""
                raise Refused(f"Line {number}{named}: this cell holds a script: take it out")


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line.strip("\r\n")], delimiter=separator), [])


def _text(line: bytes) -> str:
    return line.decode("utf-8" if _decodes(line, "utf-8") else "cp1252", "replace")


def _is_hostile(cell: str) -> bool:
    if SCRIPT.search(cell.encode()):
        return True
    return bool(STARTS_A_FORMULA.match(cell)) and reaches_out(cell)


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True

"""The kinds of file that may come in, and how each proves to be what its name says."""

from __future__ import annotations

import codecs
import csv
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from nmiss.files import office, pictures, portable
from nmiss.files.refusals import Refused

HEAD = 4096
# Below this, puremagic has seen two letters such as "BM", which begin many a word.
SURE = 0.3
CHUNK = 1 << 20
BOM = codecs.BOM_UTF8
# Control characters that no text holds, and Windows-1252's five holes.
NOT_TEXT = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARKUP = re.compile(rb"\s*(<[!?a-z]|#!|%!|{\\rtf|MIME-Version:|Content-Type:)", re.IGNORECASE)
# =cmd|'/C calc'!A0: a cell that has the reader's spreadsheet start a program.
STARTS_A_PROGRAM = re.compile(rb"[=+\-@]\s*[\w.]+\s*\|")
SCRIPT = re.compile(rb"<script|<\?php|<%@|<iframe|javascript:", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it is called, how it is served, how it is checked."""

    words: str
    extensions: tuple[str, ...]
    content_type: str
    seen_as: frozenset[str]
    check: Callable[[BinaryIO], None]

    @property
    def extension(self) -> str:
        return self.extensions[0]


def prove(file: BinaryIO, kind: Kind) -> None:
    """Raise Refused unless the file is of the kind, of no other kind too, and harmless in form."""
    file.seek(0)
    # The mark that Excel puts before "CSV UTF-8" is no kind of file of its own.
    seen = _seen_in(file.read(HEAD).removeprefix(BOM))
    if (seen and not seen & kind.seen_as) or (not seen and kind.seen_as):
        raise Refused(f"This file is not {kind.words} inside: save it again as {kind.words}")
    if "xlsx" not in kind.seen_as and zipfile.is_zipfile(file):
        raise Refused("There is an archive hidden in this file: save it again from its program")
    file.seek(0)
    kind.check(file)
    file.seek(0)


def _seen_in(head: bytes) -> frozenset[str]:
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return frozenset()
    return frozenset(
        match.extension.lstrip(".").lower() for match in matches if match.confidence >= SURE
    )


def check_table(file: BinaryIO) -> None:
    """A CSV is text in UTF-8 or Windows-1252, not a page and not a script."""
    head = file.read(HEAD)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("This is not UTF-8 text: save the table as CSV UTF-8")
    if MARKUP.match(head.removeprefix(BOM)):
        raise Refused("This is a page or a script, not a table: save the table as CSV")
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("This file is empty: choose one with a heading row and rows")
    file.seek(0)
    is_utf_8, number = True, 1
    for line in iter(lambda: file.readline(CHUNK), b""):
        if NOT_TEXT.search(line):
            raise Refused("This file is not text: save the table as CSV")
        if SCRIPT.search(line) or STARTS_A_PROGRAM.search(line):
            where = _where(line, head.removeprefix(BOM).partition(b"\n")[0])
            raise Refused(f"Line {number}{where}: this cell holds a script: take it out")
        number += line.endswith(b"\n")
        is_utf_8 = is_utf_8 and _decodes(line, "utf-8")
        if not is_utf_8 and not _decodes(line, "cp1252"):
            raise Refused("This is not UTF-8 text: save the table as CSV UTF-8")


def _where(line: bytes, heading: bytes) -> str:
    """The column of a script, where the line is a record of its own and the heading has as many."""
    names, cells = (
        next(csv.reader([text.decode("cp1252", "replace").strip()]), [])
        for text in (heading, line[:HEAD])
    )
    if len(names) != len(cells):
        return ""
    found = [
        name
        for name, cell in zip(names, cells, strict=True)
        if SCRIPT.search(cell.encode()) or STARTS_A_PROGRAM.search(cell.encode())
    ]
    return f", {found[0]}" if found else ""


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


CSV = Kind("a CSV table", ("csv",), "text/csv; charset=utf-8", frozenset(), check_table)
PDF = Kind("a PDF", ("pdf",), "application/pdf", frozenset({"pdf"}), portable.check)
PNG = Kind("a PNG picture", ("png",), "image/png", frozenset({"png"}), pictures.check_png)
JPEG = Kind(
    "a JPEG picture", ("jpg", "jpeg"), "image/jpeg", frozenset({"jpg"}), pictures.check_jpeg
)
DOCX = Kind(
    "a Word document",
    ("docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    frozenset({"docx", "xlsx", "zip"}),
    office.check_document,
)
XLSX = Kind(
    "an Excel workbook",
    ("xlsx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    frozenset({"docx", "xlsx", "zip"}),
    office.check_workbook,
)
ALL = (CSV, PDF, PNG, JPEG, DOCX, XLSX)

"""In which encoding a table was saved. A name is never guessed at in one of our own tables.

Spreadsheets save UTF-8, with or without a mark; UTF-16 with one; Windows-1252; and, for machines of
long ago, encodings that cannot be told from Windows-1252 but by the odd letters they would make.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nmiss.base.importing.headings import Rejected
from nmiss.base.importing.rows import Fault

UTF_8 = ("utf-8-sig", "strict")
UTF_16 = ("utf-16", "strict")
NO_MARK = "this file is in UTF-16 without its mark: save the table as CSV UTF-8"
MOST_NAMED = 100
MIXED = (
    "a letter here is in another encoding (Windows-1252) than the rest of the table (UTF-8): "
    "write the letter again, and save the table as CSV UTF-8"
)
DOUBTFUL = "a letter here cannot be read for certain: save the table as CSV UTF-8"
# Windows-1252 has no letter here, or one that is seldom written and is é, à or £ elsewhere.
_SELDOM = rb"[\x81-\x84\x86-\x90\x98\x9a-\x9f]"
# Marks that do not stand inside a word; elsewhere they are letters.
_INSIDE_A_WORD = rb"(?<=[A-Za-z])(?:[\x80\x93-\x95\x99\xd5](?=[A-Za-z])|\x85)"
_MAY_BE_ANOTHER = re.compile(_SELDOM + rb"|" + _INSIDE_A_WORD)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class _Seen(NamedTuple):
    """A line with bytes above ASCII, its number, and how it reads as UTF-8."""

    number: int
    line: bytes
    is_utf_8: bool
    has_utf_8: bool


def of(path: Path, *, is_register: bool) -> tuple[str, str]:
    """The encoding, and what to do about a byte that is no letter in it. Raises Rejected.

    A register, which nobody here can correct, is read as well as it can be.
    """
    with path.open("rb") as file:
        beginning = file.read(3)
    if beginning[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return UTF_16
    if len(beginning) > 1 and beginning[:2].count(0) == 1:  # a letter and the half of one
        raise Rejected([Fault(1, "whole file", "", NO_MARK)])
    seen = list(_lines_beyond_ascii(path))
    broken = [one for one in seen if not one.is_utf_8]
    if not broken:
        return UTF_8
    written_as_utf_8 = sum(one.has_utf_8 for one in seen)
    is_marked = beginning == codecs.BOM_UTF8
    if is_register:
        is_utf_8 = is_marked or written_as_utf_8 > len(broken)
        return ("utf-8-sig", FALLING_BACK) if is_utf_8 else ("cp1252", "replace")
    if is_marked or written_as_utf_8:
        raise Rejected(_faults(broken, MIXED))
    may_be_another = _NOT_ASCII if _has_old_line_ends(path) else _MAY_BE_ANOTHER
    if doubtful := [one for one in broken if may_be_another.search(one.line)]:
        raise Rejected(_faults(doubtful, DOUBTFUL))
    return "cp1252", "strict"


def _lines_beyond_ascii(path: Path) -> Iterator[_Seen]:
    with path.open(encoding="latin-1", newline="") as file:  # one sign for each byte
        for number, text in enumerate(file, start=1):
            if not text.isascii():
                yield _seen(number, text.encode("latin-1"))


def _seen(number: int, line: bytes) -> _Seen:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        proper = line.decode("utf-8", "ignore")
        return _Seen(number, line, is_utf_8=False, has_utf_8=not proper.isascii())
    return _Seen(number, line, is_utf_8=True, has_utf_8=True)


def _has_old_line_ends(path: Path) -> bool:
    """Lines that end as on a Macintosh of long ago, which had letters of its own."""
    with path.open("rb") as file:
        beginning = file.read(1 << 16)
    return b"\r" in beginning and b"\n" not in beginning


def _faults(seen: list[_Seen], remedy: str) -> list[Fault]:
    return [
        Fault(one.number, "whole row", _odd_cell(one.line), remedy) for one in seen[:MOST_NAMED]
    ]


def _odd_cell(line: bytes) -> str:
    """The cell that holds the first odd letter."""
    cells = re.split(rb'[,;\t"\r\n]', line)
    odd = (cell for cell in cells if not _seen(0, cell).is_utf_8)
    return next(odd, b"").decode("utf-8", FALLING_BACK).strip()[:80]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    broken = error.object[error.start : error.end]
    return broken.decode("cp1252", "replace"), error.end


FALLING_BACK = "nmiss.windows_1252"
codecs.register_error(FALLING_BACK, _as_windows_1252)

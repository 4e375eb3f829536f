"""The kinds of file that may come in, and how their first bytes show what they are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from nmiss.base.files import tables
from nmiss.base.files.refusals import Refused

HEAD = 4096
# Below this, puremagic has seen two letters such as "BM", which begin many a word.
SURE = 0.3
BOM = codecs.BOM_UTF8


@dataclass(frozen=True)
class FileKind:
    """A kind of file: what it is called, how it is served, what its first bytes are taken for."""

    words: str
    extensions: tuple[str, ...]
    content_type: str
    seen_as: frozenset[str]

    @property
    def extension(self) -> str:
        return self.extensions[0]


def compare_head(file: BinaryIO, kind: FileKind) -> None:
    """Raise Refused unless the first bytes are those of the kind. No more of the file is read."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    # The marks that Excel puts before "CSV UTF-8" and "Unicode Text" are no kinds of their own.
    is_text = kind is CSV and head.startswith(tables.UTF_16_MARKS)
    seen = frozenset() if is_text else _seen_in(head.removeprefix(BOM))
    if (seen and not seen & kind.seen_as) or (not seen and kind.seen_as):
        raise Refused(f"This file is not {kind.words} inside: save it again as {kind.words}")
    if kind is CSV:
        tables.check_head(head)


def _seen_in(head: bytes) -> frozenset[str]:
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return frozenset()
    return frozenset(
        match.extension.lstrip(".").lower() for match in matches if match.confidence >= SURE
    )


CSV = FileKind("a CSV table", ("csv", "txt", "tsv"), "text/csv; charset=utf-8", frozenset())
PDF = FileKind("a PDF", ("pdf",), "application/pdf", frozenset({"pdf"}))
PNG = FileKind("a PNG picture", ("png",), "image/png", frozenset({"png"}))
JPEG = FileKind("a JPEG picture", ("jpg", "jpeg"), "image/jpeg", frozenset({"jpg"}))
DOCX = FileKind(
    "a Word document",
    ("docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    frozenset({"docx", "xlsx", "zip"}),
)
XLSX = FileKind(
    "an Excel workbook",
    ("xlsx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    frozenset({"docx", "xlsx", "zip"}),
)
ALL = (CSV, PDF, PNG, JPEG, DOCX, XLSX)
OF_CONTENT_TYPE = {kind.content_type: kind for kind in ALL}

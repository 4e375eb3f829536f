"""PDF: one document from its first byte to its last, which starts nothing and carries nothing."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

from nmiss.files.refusals import Refused

# Names that run something, open something else or carry another file.
ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR|GoToE|XFA)"
    rb"(?![A-Za-z])"
)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb"(?<!end)stream\r?\n")
MOST_UNPACKED = 50 << 20
BROKEN = "This PDF is broken or has something behind it: print it to a new PDF"


def check(file: BinaryIO) -> None:
    """A PDF begins and ends as one, and no name in it starts or carries anything."""
    data = file.read()
    if not data.startswith(b"%PDF-") or data.rpartition(b"%%EOF")[2].strip(b"\r\n \0"):
        raise Refused(BROKEN)
    if b"%%EOF" not in data:
        raise Refused(BROKEN)
    if re.search(rb"/Encrypt(?![A-Za-z])", data):
        raise Refused("This PDF is locked with a password: save it without one")
    if _is_active(data) or any(_is_active(part) for part in _packed_objects(data)):
        raise Refused("This PDF runs a script or carries another file: print it to a new PDF")
    if re.search(rb"<script|<\?php|<html", data, re.IGNORECASE):
        raise Refused("There is a web page hidden in this PDF: print it to a new PDF")


def _is_active(data: bytes) -> bool:
    return bool(ACTIVE.search(ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), data)))


def _packed_objects(data: bytes) -> list[bytes]:
    """What the compressed object streams hold: names may hide in them."""
    parts, left = [], MOST_UNPACKED
    for match in STREAM.finditer(data):
        if b"/ObjStm" not in data[max(0, match.start() - 500) : match.start()]:
            continue
        try:
            part = zlib.decompressobj().decompress(data[match.end() :], max_length=left + 1)
        except zlib.error as error:
            raise Refused(BROKEN) from error
        left -= len(part)
        if left < 0:
            raise Refused("This PDF unpacks to too much: print it to a new PDF")
        parts.append(part)
    return parts

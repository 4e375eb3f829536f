"""Pictures: read block by block from the first byte to the last, with nothing behind them."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from nmiss.base.files.refusals import Refused

MOST_PIXELS = 50_000_000
BEGINS_PNG = b"\x89PNG\r\n\x1a\n"
SCRIPT = re.compile(rb"<script|<\?php|<svg|<html|<iframe|javascript:", re.IGNORECASE)
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
BARE = {0x01, *range(0xD0, 0xD9)}
MOST_BLOCKS = 100_000
BROKEN = "This picture is broken or has something behind it: save it again from its program"


def check_png(file: BinaryIO) -> None:
    """A PNG is blocks from IHDR to IEND."""
    data = file.read()
    names = []
    for name, begin, end in _blocks(data):
        names.append(name)
        if name == b"IHDR":
            _check_size(*struct.unpack_from(">II", data, begin))
        elif name != b"IDAT":  # what is said beside the picture
            _check_words(data[begin:end])
    if names[0] != b"IHDR" or b"IHDR" in names[1:]:
        raise Refused(BROKEN)


def _blocks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each block's name, and where its content begins and ends; the last is the end of the file."""
    if not data.startswith(BEGINS_PNG):
        raise Refused(BROKEN)
    place, name = len(BEGINS_PNG), b""
    for _ in range(MOST_BLOCKS):
        if len(data) < place + 12:
            raise Refused(BROKEN)
        length, name = struct.unpack_from(">I4s", data, place)
        yield name, place + 8, place + 8 + length
        place += 12 + length
        if name == b"IEND":
            break
    if name != b"IEND" or place != len(data):
        raise Refused(BROKEN)


def check_jpeg(file: BinaryIO) -> None:
    """A JPEG is segments up to the scan, and ends with its end mark."""
    data = file.read()
    if not data.startswith(b"\xff\xd8\xff") or not data.endswith(b"\xff\xd9"):
        raise Refused(BROKEN)
    place, mark = 2, 0
    while mark != 0xDA:
        if len(data) < place + 4 or data[place] != 0xFF:
            raise Refused(BROKEN)
        mark = data[place + 1]
        length = 0 if mark in BARE else struct.unpack_from(">H", data, place + 2)[0]
        if mark in FRAMES and len(data) >= place + 9:
            _check_size(*struct.unpack_from(">HH", data, place + 5))
        place += 2 + length
    _check_words(data[:place])
    # Within the scan 0xFF is always stuffed: the first end mark must be the last two bytes.
    if data.find(b"\xff\xd9", place) != len(data) - 2:
        raise Refused(BROKEN)


def _check_words(data: bytes) -> None:
    """What stands beside the pixels. Among these, any four letters come up by chance."""
    if SCRIPT.search(data):
        raise Refused("There is a script hidden in this picture: save it again from its program")


def _check_size(width: int, height: int) -> None:
    if not 0 < width * height <= MOST_PIXELS:
        raise Refused("This picture is too large to show: save it with at most 50 megapixels")

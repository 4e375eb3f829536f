"""Word and Excel files: archives of XML, opened with limits, without macros and outside links."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from typing import BinaryIO
from xml.sax import SAXException

from defusedxml import DefusedXmlException

from nmiss.base.files.refusals import Refused
from nmiss.base.files.xml_parts import ACTIVE, TOO_MUCH, Reader

MOST_ENTRIES = 1_000
LONGEST_DIRECTORY = MOST_ENTRIES * 400  # bytes: a heading of 46, a name, what some programs add
MOST_UNPACKED = 60 << 20
MOST_XML = 25 << 20
MOST_RATIO = 100
RATIO_COUNTS_FROM = 1 << 20
CHUNK = 1 << 20
ENCRYPTED = 0x1
LOCAL_HEADING, END = 30, 22
# Parts that run, carry or fetch something.
ACTIVE_PART = re.compile(
    r"vba|macrosheet|dialogsheet|activex|embeddings|externallink|ctrlprops|customui|webextension"
    r"|attachedtoolbars|afchunk|querytables/|(^|/)connections\.xml$"
    r"|\.(bin|exe|dll|vbs|js|htm|html|mht|rtf|ole|scr|zip|jar)$",
    re.IGNORECASE,
)
HARMLESS_BIN = re.compile(r"(xl|word)/printerSettings/[\w.]+\.bin", re.IGNORECASE)
XML_NAMES = (".xml", ".rels", ".vml", ".svg")
XML_BEGINS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")

BROKEN = "This file is broken: open it in its program and save it again"


def check_document(file: BinaryIO) -> None:
    """A Word document without macros and links."""
    _check(file, main="word/document.xml")


def check_workbook(file: BinaryIO) -> None:
    """An Excel workbook without macros and links."""
    _check(file, main="xl/workbook.xml")


def _check(file: BinaryIO, *, main: str) -> None:
    if file.read(4) != b"PK\x03\x04":
        raise Refused(BROKEN)
    try:
        _check_end(file)
        with zipfile.ZipFile(file) as archive:
            _check_entries(archive, main)
            _check_places(file, archive)
            _check_parts(archive)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
        SAXException,
        DefusedXmlException,
        LookupError,
        struct.error,
    ) as error:
        raise Refused(BROKEN) from error


def _check_end(file: BinaryIO) -> None:
    """What the archive says of itself, before anything reads as much as it says.

    The directory ends where its end begins, and nothing is behind that.
    """
    size = file.seek(0, 2)
    file.seek(size - END)
    end = file.read(END)
    mark, disk, first_disk, here, entries, length, place, comment = struct.unpack("<4s4H2LH", end)
    if mark != b"PK\x05\x06" or comment or disk or first_disk or here != entries:
        raise Refused(BROKEN)
    if entries > MOST_ENTRIES or length > LONGEST_DIRECTORY:
        raise Refused(TOO_MUCH)
    if place + length != size - END:
        raise Refused(BROKEN)


def _check_entries(archive: zipfile.ZipFile, main: str) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(TOO_MUCH)
    if len({name.lower() for name in names}) < len(names) or not {
        "[Content_Types].xml",
        main,
    } <= set(names):
        raise Refused(BROKEN)
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if posixpath.normpath(name) != name.rstrip("/") or name.startswith(("/", "..")):
        raise Refused(BROKEN)
    if "\\" in name or ":" in name or entry.external_attr >> 28 == 0o12:  # a symbolic link
        raise Refused(BROKEN)
    if entry.flag_bits & ENCRYPTED:
        raise Refused("This file is locked with a password: save it without one")
    if ACTIVE_PART.search(name) and not HARMLESS_BIN.fullmatch(name):
        raise Refused(ACTIVE)
    if entry.file_size > max(RATIO_COUNTS_FROM, MOST_RATIO * entry.compress_size):
        raise Refused(TOO_MUCH)


def _check_places(file: BinaryIO, archive: zipfile.ZipFile) -> None:
    """Entries stand one behind another from the first byte on, and none lies in another."""
    end = 0
    for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
        begin = entry.header_offset
        if begin < end or (end == 0 and begin != 0):
            raise Refused(BROKEN)
        file.seek(begin)
        lengths = struct.unpack_from("<2H", file.read(LOCAL_HEADING), 26)
        end = begin + LOCAL_HEADING + sum(lengths) + entry.compress_size
    if end > archive.start_dir:
        raise Refused(BROKEN)


def _check_parts(archive: zipfile.ZipFile) -> None:
    left, left_of_xml, reader = MOST_UNPACKED, MOST_XML, Reader()
    for entry in archive.infolist():
        content = _read(archive, entry, left)
        left -= len(content)
        if content.startswith((b"PK\x03\x04", b"MZ", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"Rar!")):
            raise Refused("There is another file inside this one: save it without")
        if not _is_xml(entry.filename, content):
            continue
        left_of_xml -= len(content)
        if left_of_xml < 0:
            raise Refused(TOO_MUCH)
        reader.read(content)


def _is_xml(name: str, content: bytes) -> bool:
    """By its name or by its beginning: a program goes by what the archive's own list says."""
    is_named = name.lower().endswith(XML_NAMES)
    return is_named or content[:CHUNK].lstrip(b" \t\r\n").startswith(XML_BEGINS)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack an entry; what it says of its size is not believed. The digest is checked."""
    parts, size = [], 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > min(most, entry.file_size):
                raise Refused(TOO_MUCH)
            parts.append(chunk)
    return b"".join(parts)

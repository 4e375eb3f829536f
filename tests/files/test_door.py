import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.base.core.printing import pdf_of
from nmiss.base.files import door, looking_inside
from nmiss.base.files.kinds import ALL, CSV, DOCX, JPEG, PDF, PNG, XLSX
from nmiss.base.files.refusals import Refused
from tests.files import uploads
from tests.files.hostile import HOSTILE

LARGEST = 10 << 20


def through(name, content, kinds=ALL, largest=LARGEST):
    file = SimpleUploadedFile("plain", content)
    file._name = name  # Django takes paths off a name; the door must bear what others leave on
    kind = door.inspect(file, kinds=kinds, largest=largest)
    if refusal := looking_inside.look(kind.extension, content):
        raise Refused(refusal)
    return kind


class TestHostileFiles:
    def test_are_many(self):
        assert len(HOSTILE) >= 200

    @pytest.mark.parametrize("what", HOSTILE)
    def test_are_refused_with_what_to_do(self, what):
        name, content = HOSTILE[what]

        with pytest.raises(Refused) as refused:
            through(name, content)

        assert len(str(refused.value)) > 10
        assert len(content) < 5 << 20

    @pytest.mark.parametrize(
        ("cells", "where"),
        [
            ("2,<script>x</script>", "Line 3, Name: "),
            ("2,=cmd|'/C calc'!A0", "Line 3, Name: "),
            ("<script>x</script>", "Line 3: "),
        ],
    )
    def test_that_hold_a_script_say_where(self, cells, where):
        with pytest.raises(Refused, match=f"^{where}this cell holds a script"):
            through("m.csv", uploads.csv("URN,Name", "1,Ash", cells))

    def test_that_are_huge_are_refused(self):
        with pytest.raises(Refused, match="at most 1 MB"):
            through("schools.csv", uploads.csv() * 60_000, largest=1 << 20)


class TestSoundFiles:
    @pytest.mark.parametrize(
        ("name", "content", "kind"),
        [
            ("schools.csv", uploads.csv(), CSV),
            ("Schools 2024.CSV", "URN,Name\r\n1,École\r\n".encode("cp1252"), CSV),
            ("Unicode Text.txt", "provider\tfee\r\nÉcole\t£1\r\n".encode("utf-16"), CSV),
            ("Members.csv", "provider,fee\r\nÉcole,£1\r\n".encode("utf-8-sig"), CSV),
            ("edubasealldata20240118.csv", uploads.csv("BMI,URN", "1,2"), CSV),
            ("négociation.csv", uploads.csv("a,b", "“1”,-5"), CSV),
            ("report.v2.pdf", uploads.pdf(), PDF),
            ("photo.png", uploads.png(), PNG),
            ("photo.jpeg", uploads.jpeg(), JPEG),
            ("plan.docx", uploads.document(), DOCX),
            ("plan.xlsx", uploads.workbook(), XLSX),
        ],
    )
    def test_are_let_in_as_what_they_are(self, name, content, kind):
        assert through(name, content) == kind

    def test_may_link_to_pages(self):
        links = uploads.relation("hyperlink", "https://www.gov.uk/")

        assert through("a.docx", uploads.document(word___rels__a_dot_rels=links)) == DOCX

    @pytest.mark.parametrize(
        "formula",
        [
            '"HYPERLINK("&amp;A1',
            "'Call (ring) | ask!'!A1&amp;\" | \"&amp;A1",
            'IF(A1="don\'t","Call (ring)","")',
            "SUM(Table1[[#All],[Call]])+Table1[2023]",
            "VLOOKUP(A1,'Fees 2024'!$A$1:$B$9,2,FALSE)",
            "Request+Image",
            "_xlfn.XLOOKUP(A1,A2:A9,B2:B9)",
        ],
    )
    def test_may_calculate(self, formula):
        sheet = f"<worksheet><c><f>{formula}</f></c></worksheet>".encode()

        assert through("a.xlsx", uploads.workbook(xl__s_dot_xml=sheet)) == XLSX

    def test_may_speak_of_functions_in_their_texts(self):
        texts = b"<sst><si><t>=HYPERLINK(1) WEBSERVICE(2) DDEAUTO</t></si></sst>"

        assert through("a.xlsx", uploads.workbook(xl__sharedStrings_dot_xml=texts)) == XLSX

    @pytest.mark.parametrize(
        "cell", ["-12", "+44 1634 555 0100", "@ash_grove", "=A1+B2", "- a | b", "Call (reception)"]
    )
    def test_may_have_cells_that_begin_oddly(self, cell):
        assert through("a.csv", uploads.csv("URN,Name", f"1,{cell}")) == CSV

    @pytest.mark.parametrize("field", ['HYPERLINK "https://www.gov.uk/"', "TOC \\o", "PAGE"])
    def test_may_have_fields(self, field):
        part = f"<a><instrText>{field}</instrText></a>".encode()

        assert through("a.docx", uploads.document(word__a_dot_xml=part)) == DOCX

    def test_may_have_drawings(self):
        icon = b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0' fill='url(#a)'/></svg>"

        assert through("a.docx", uploads.document(word__media__a_dot_svg=icon)) == DOCX

    @pytest.mark.parametrize(
        "inside",
        [
            b"/OpenAction [1 0 R /Fit]",
            b"/OpenAction << /S /GoTo /D [1 0 R /Fit] >>",
            b"/OpenAction 5 0 R >> endobj 5 0 obj << /S /GoTo /D (one)",
            b"/Annots [<< /A << /S /URI /URI (https://www.gov.uk/) >> >>] /Title (a \\) [b (c\\\\)",
            b"/First 3 0 R /Last 4 0 R /Count 2",
        ],
    )
    def test_may_open_at_a_page_and_link_to_others(self, inside):
        assert through("a.pdf", uploads.pdf(inside)) == PDF

    def test_may_hold_any_bytes_in_a_picture(self):
        """Three letters such as /JS come up by chance in any scan of some size."""
        scan = b"/JS /AA <svg /XFA " * 9
        stream = b"/Length 99 >>\nstream\n" + scan + b"\nendstream\nendobj\n2 0 obj\n<<"

        assert through("a.pdf", uploads.pdf(stream)) == PDF
        assert through("a.png", uploads.png(pixels=scan)) == PNG

    def test_made_by_the_programs_of_this_project_are_let_in(self):
        letter = pdf_of("Letter", [], author="The council", on=datetime.date(2026, 11, 26))

        assert through("letter.pdf", letter) == PDF

    def test_are_refused_where_another_kind_is_asked_for(self):
        with pytest.raises(Refused, match="Choose a CSV table"):
            through("report.pdf", uploads.pdf(), kinds=[CSV])

    def test_made_by_spreadsheet_programs_are_let_in(self, tmp_path):
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["URN", 900001])
        book.save(tmp_path / "book.xlsx")

        assert through("book.xlsx", (tmp_path / "book.xlsx").read_bytes()) == XLSX

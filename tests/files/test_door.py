import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nmiss.files import door
from nmiss.files.kinds import ALL, CSV, DOCX, JPEG, PDF, PNG, XLSX
from nmiss.files.refusals import Refused
from tests.files import uploads
from tests.files.hostile import HOSTILE

LARGEST = 10 << 20


def through(name, content, kinds=ALL, largest=LARGEST):
    file = SimpleUploadedFile("plain", content)
    file._name = name  # Django takes paths off a name; the door must bear what others leave on
    return door.inspect(file, kinds=kinds, largest=largest)


class TestHostileFiles:
    def test_are_many(self):
        assert len(HOSTILE) >= 60

    @pytest.mark.parametrize("what", HOSTILE)
    def test_are_refused_with_what_to_do(self, what):
        name, content = HOSTILE[what]

        with pytest.raises(Refused) as refused:
            through(name, content)

        assert len(str(refused.value)) > 10
        assert len(content) < 1 << 20

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

    def test_are_refused_where_another_kind_is_asked_for(self):
        with pytest.raises(Refused, match="Choose a CSV table"):
            through("report.pdf", uploads.pdf(), kinds=[CSV])

    def test_made_by_spreadsheet_programs_are_let_in(self, tmp_path):
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["URN", 900001])
        book.save(tmp_path / "book.xlsx")

        assert through("book.xlsx", (tmp_path / "book.xlsx").read_bytes()) == XLSX

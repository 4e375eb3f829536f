"""Letters and reports as PDF: what a screen reader is told, and what stands on the pages."""

import datetime
import io

import pypdf
import pytest

from nmiss.base.core import printing
from nmiss.base.core.documents import bullets, facts, heading, table, text
from nmiss.base.core.printing import pdf_of

DAY = datetime.date(2026, 9, 1)
BLOCKS = [
    text("Dear school, #let x = [1] $y$ *z* <b> \\ _a_ // @b"),
    heading("Decision"),
    bullets(["First", "Second"]),
    facts("Lot 2", [("Total", "60.5 of 100")]),
    table("Schools", ["School", "URN"], [["Ash House", "900001"], ["Élan", "900002"]]),
]


def printed(blocks=BLOCKS, on=DAY):
    return pdf_of("Outcome of A00021", blocks, author="Kent County Council", on=on)


def read(content):
    return pypdf.PdfReader(io.BytesIO(content))


def tags_of(reader):
    """The kinds of all structure elements, in reading order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict) and "/S" in each:
            found.append(each["/S"].removeprefix("/"))
            waiting.append(each.get("/K", []))
    return [tag for tag in found if tag not in ("Span", "NonStruct")]


class TestPdf:
    def test_claims_to_be_universally_accessible(self):
        root = read(printed()).trailer["/Root"]

        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en-GB"
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]

    def test_has_headings_lists_and_tables_as_such(self):
        tags = tags_of(read(printed()))

        assert tags.count("H1") + tags.count("Title") == 2  # the title and "Decision"
        assert tags.count("H2") == 2  # of the facts and of the table
        assert tags.count("LI") == 3
        assert [tags.count(tag) for tag in ("Table", "TH", "TD")] == [1, 2, 4]

    def test_shows_what_was_typed_letter_by_letter(self):
        words = " ".join(read(printed()).pages[0].extract_text().split())

        assert "Dear school, #let x = [1] $y$ *z* <b> \\ _a_ // @b" in words
        assert "Élan 900002" in words

    def test_repeats_the_headings_of_a_long_table(self):
        rows = [[f"School {number}", f"9{number:05}"] for number in range(200)]
        pages = read(printed([table("Schools", ["School", "URN"], rows)])).pages

        assert len(pages) > 2
        assert all("URN" in page.extract_text() for page in pages)
        assert "School 199" in pages[-1].extract_text()

    def test_is_the_same_file_for_the_same_words_and_day(self):
        assert printed() == printed()
        assert printed() != printed(on=DAY + datetime.timedelta(days=1))

    @pytest.mark.parametrize("words", ["", "\u202e", "a\nb\n\nc", "x" * 5000, "中文 שלום 👩‍🏫"])
    def test_prints_whatever_somebody_typed(self, words):
        blocks = [text(words), bullets([words]), facts(f"Lot {words}", [("Total", words)])]

        assert read(printed(blocks)).pages

    def test_names_what_the_font_has_no_shape_for(self):
        (page,) = read(printed([text("Thank you 🙂")])).pages

        assert "Thank you [slightly smiling face]" in page.extract_text()

    def test_has_shapes_for_all_others(self):
        """Typst refuses a character without a shape, so that printing them shows it."""
        others = "".join(filter(printing._PRINTED.match, map(chr, range(0x10FFFF))))

        assert read(printed([text(others), text(" ".join(others))])).pages
        assert len(others) > 500

    @pytest.mark.parametrize("typed", ["".join(map(chr, range(0x3000))), "e\u0301"])
    def test_survives_all_characters_together(self, typed):
        assert read(printed([text(typed), text(" ".join(typed))])).pages

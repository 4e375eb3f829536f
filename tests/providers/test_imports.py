import datetime

import pytest
from django.db import IntegrityError

from nmiss.base.core.models import AuditEvent
from nmiss.base.importing import tables
from providers.imports import import_schools
from providers.models import LocalAuthority, School
from tests.county import SCHOOL, SCHOOLS, table
from tests.faults import faults_of

pytestmark = pytest.mark.django_db


class TestImportSchools:
    def test_takes_special_schools_and_counts_the_rest(self, take_schools):
        outcome = take_schools(
            {"URN": "900001"},
            {"URN": "900002", "TypeOfEstablishment (code)": "8"},
            {"URN": "900003", "TypeOfEstablishment (code)": "7"},
        )

        assert outcome.counts() | {"warnings": 0} == {
            "new": 2,
            "changed": 0,
            "unchanged": 0,
            "skipped": 1,
            "warnings": 0,
        }
        assert set(School.objects.values_list("urn", flat=True)) == {900001, 900002}

    def test_takes_other_types_when_the_settings_say_so(self, take_schools, settings):
        settings.SCHOOL_TYPES = ["8", "10", "32"]

        take_schools({"TypeOfEstablishment (code)": "32"})

        assert School.objects.get().kind == "32"

    def test_keeps_what_the_register_says(self, take_schools):
        take_schools({"EstablishmentName": "Ecole Café"})

        school = School.objects.select_related("authority").get()
        assert school.name == "Ecole Café"
        assert school.laestab == "8860601"
        assert school.ukprn == "10080001"
        assert school.opened_on == datetime.date(1999, 9, 1)
        assert school.section_41 == "approved"
        assert (school.easting, school.northing) == (600000, 140000)
        assert {need.need for need in school.needs.all()} == {"ASD", "SPLD"}

    def test_takes_a_position_of_nought_and_nought_as_none(self, take_schools):
        take_schools({"Easting": "0", "Northing": "0"})

        school = School.objects.get()
        assert (school.easting, school.northing, school.grid_reference) == (None, None, "")

    def test_reads_a_register_saved_as_utf_8_too(self, take_schools):
        take_schools({"EstablishmentName": "Café School"}, encoding="utf-8-sig")

        assert School.objects.get().name == "Café School"

    def test_does_without_columns_and_ignores_unknown_ones(self, take_schools, tmp_path):
        path = tmp_path / "short.csv"
        path.write_text(
            "URN,EstablishmentName,TypeOfEstablishment (code),LA (code),LA (name),Colour\r\n"
            "900009,Bare School,10,886,Kent,green\r\n"
        )

        import_schools(path, by=None)

        assert School.objects.get().name == "Bare School"

    def test_leaves_alone_what_a_missing_column_would_say(self, take_schools, tmp_path):
        take_schools()
        path = tmp_path / "short.csv"
        path.write_text(
            "URN,EstablishmentName,TypeOfEstablishment (code),LA (code),LA (name)\r\n"
            "900001,Ash Grove School,10,886,Kent\r\n"
        )

        outcome = import_schools(path, by=None)

        assert outcome.unchanged == 1
        assert School.objects.get().capacity == 60

    def test_changes_nothing_the_second_time(self, take_schools):
        take_schools()
        school = School.objects.get()

        outcome = take_schools()

        assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 1)
        assert school.events.count() == 1

    def test_closes_a_school_and_says_what_changed(self, take_schools):
        take_schools()

        outcome = take_schools({"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2025"})

        school = School.objects.get()
        assert school.is_closed
        assert school.closed_on == datetime.date(2025, 8, 31)
        assert [str(change) for change in outcome.changes] == [
            "school 900001: closed on from nothing to 31 August 2025",
            "school 900001: status from Open to Closed",
        ]

    def test_changes_needs(self, take_schools):
        take_schools()

        outcome = take_schools({"SEN2 (name)": "Not Applicable"})

        assert [str(change) for change in outcome.changes] == [
            "school 900001: needs from ASD SPLD to ASD"
        ]
        assert {need.need for need in School.objects.get().needs.all()} == {"ASD"}

    def test_keeps_a_known_school_that_became_something_else(self, take_schools):
        take_schools()

        outcome = take_schools(
            {"TypeOfEstablishment (code)": "44", "TypeOfEstablishment (name)": "Academy"}
        )

        assert outcome.changed == 1
        assert School.objects.get().kind_name == "Academy"

    def test_writes_nothing_in_a_dry_run(self, take_schools):
        outcome = take_schools(dry_run=True)

        assert outcome.new == 1
        assert not School.objects.exists()
        assert not LocalAuthority.objects.exists()
        assert not AuditEvent.objects.exists()

    def test_keeps_what_it_has_where_it_does_not_know_the_word(self, take_schools):
        girls = {"Gender (name)": "Girls", "Section41Approved (name)": "Approved"}
        take_schools(girls, {"URN": "900002", "Gender (name)": "Boys"})

        outcome = take_schools(
            {"Gender (name)": "Girls only", "Section41Approved (name)": "Perhaps"},
            {"URN": "900002", "Gender (name)": "Mixed"},
        )

        assert [(one.line, one.column, one.value) for one in outcome.warnings] == [
            (2, "Section41Approved (name)", "Perhaps"),
            (2, "Gender (name)", "Girls only"),
        ]
        first, second = School.objects.order_by("urn")
        assert (first.sex, first.section_41, second.sex) == ("girls", "approved", "mixed")

    def test_does_not_mind_faults_in_rows_that_it_skips(self, take_schools):
        outcome = take_schools(
            {}, {"URN": "1", "TypeOfEstablishment (code)": "1", "OpenDate": "never"}
        )

        assert outcome.counts()["skipped"] == 1

    def test_takes_thousands_of_rows_and_says_how_far_it_is(self, take_schools, monkeypatch):
        monkeypatch.setattr(tables, "PROGRESS_EVERY", 1000)
        said = []
        others = {"TypeOfEstablishment (code)": "1"}
        # Each with a name of its own: who has the name of another is looked for among all of these.
        rows = [
            {"URN": str(100_000 + n), "EstablishmentName": f"School {n}"}
            | (others if n % 2 else {})
            for n in range(3000)
        ]

        outcome = take_schools(*rows, tell=said.append)

        assert said == ["1,000 rows read", "2,000 rows read", "3,000 rows read"]
        assert (outcome.new, outcome.skipped, School.objects.count()) == (1500, 1500, 1500)

    def test_takes_the_county(self):
        outcome = import_schools(SCHOOLS, by=None)

        assert (outcome.new, outcome.skipped) == (133, 5)


class TestNames:
    @pytest.mark.parametrize("sign", "=+-@")
    def test_that_begin_as_formulas_do_are_warned_of(self, take_schools, sign):
        outcome = take_schools({"EstablishmentName": f"{sign}Ash Grove"})

        assert [warning.column for warning in outcome.warnings] == ["EstablishmentName"]
        assert School.objects.get().name == f"{sign}Ash Grove"


class TestTheDayOfAnExtract:
    def take(self, tmp_path, day, **row):
        return import_schools(table(tmp_path / f"edubase{day}.csv", SCHOOL | row), by=None)

    def test_is_not_one_to_come(self, tmp_path):
        _, remedies = faults_of(self.take, tmp_path, "20991231")

        assert "31 December 2099, a day to come" in remedies[0]
        assert not School.objects.exists()

    def test_is_not_before_that_of_the_one_written_last(self, tmp_path):
        self.take(tmp_path, "20250422")
        self.take(tmp_path, "20250422", SchoolCapacity="61")

        _, remedies = faults_of(self.take, tmp_path, "20250421", SchoolCapacity="62")

        assert "of 21 April 2025, and one of 22 April 2025 was imported" in remedies[0]
        assert School.objects.get().capacity == 61


class TestConstraints:
    def test_a_school_does_not_close_before_it_opens(self, take_schools):
        take_schools()

        with pytest.raises(IntegrityError, match="opened_on_before_closed_on"):
            School.objects.update(closed_on=datetime.date(1990, 1, 1))

    def test_the_highest_age_is_not_below_the_lowest(self, take_schools):
        take_schools()

        with pytest.raises(IntegrityError, match="lowest_age_before_highest_age"):
            School.objects.update(highest_age=4)

    def test_an_unknown_status_is_refused(self, take_schools):
        take_schools()

        with pytest.raises(IntegrityError, match="status_is_known"):
            School.objects.update(status="9")

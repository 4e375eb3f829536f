"""Rows of the register that say nothing new are not read again, and nothing is missed by that."""

import pytest

from providers import entries, read_rows
from providers.imports import import_schools
from providers.models import KeptFact, LocalAuthority, ReadRow, School, SchoolNeed, SchoolPeriod
from tests.county import SCHOOL, table

pytestmark = pytest.mark.django_db

BIRCH = {"URN": "900002", "EstablishmentName": "Birch School"}


@pytest.fixture
def read(monkeypatch):
    """The URNs of the rows that were read."""
    urns, read = [], entries.entry_of
    monkeypatch.setattr(entries, "entry_of", lambda row, urn: urns.append(urn) or read(row, urn))
    return urns


class TestARow:
    def test_is_read_once(self, take_schools, read):
        take_schools({}, BIRCH)
        outcome = take_schools({}, BIRCH | {"SchoolCapacity": "61"})

        assert read == [900001, 900002, 900002]
        assert (outcome.changed, outcome.unchanged) == (1, 1)

    def test_is_read_again_after_a_dry_run(self, take_schools, read):
        take_schools(dry_run=True)
        take_schools()

        assert read == [900001, 900001]
        assert School.objects.exists()

    @pytest.mark.parametrize(
        "change",
        [
            lambda school: School.objects.update(capacity=7),
            lambda school: School.objects.update(status="2"),
            lambda school: SchoolNeed.objects.filter(need="ASD").delete(),
            lambda school: SchoolPeriod.objects.update(capacity=7),
            lambda school: SchoolPeriod.objects.all().delete(),
        ],
    )
    def test_is_read_where_the_record_was_changed_otherwise(self, take_schools, read, change):
        take_schools()
        change(School.objects.get())

        take_schools()

        school = School.objects.get()
        assert read == [900001, 900001]
        assert (school.capacity, school.status, school.needs.count()) == (60, "1", 2)
        assert school.periods.filter(capacity=60, until_on=None).count() == 1

    def test_is_read_where_something_of_ours_is_kept(self, take_schools, read):
        take_schools()
        take_schools({"SchoolCapacity": "70"}, keep=[("school 900001", "capacity")])
        take_schools({"SchoolCapacity": "70"})
        assert School.objects.get().capacity == 60

        KeptFact.objects.all().delete()
        take_schools({"SchoolCapacity": "70"})

        assert School.objects.get().capacity == 70

    def test_warns_each_time(self, take_schools):
        for _ in range(3):
            assert len(take_schools({"OpenDate": "never"}).warnings) == 1

    def test_is_read_with_other_headings(self, take_schools, tmp_path, read):
        take_schools()
        row = {name: cell for name, cell in SCHOOL.items() if name != "SchoolCapacity"}

        outcome = import_schools(table(tmp_path / "x.csv", row), by=None)

        assert (read, outcome.unchanged) == ([900001, 900001], 1)

    def test_is_read_by_other_code(self, take_schools, monkeypatch, read):
        take_schools()
        monkeypatch.setattr(read_rows, "_read_by", lambda columns: b"another")

        take_schools()

        assert read == [900001, 900001]

    def test_twice_is_said_so_whether_read_or_not(self, take_schools):
        take_schools()

        outcome = take_schools({}, {"SchoolCapacity": "61"})

        assert [(one.line, one.column) for one in outcome.warnings] == [(3, "URN")]

    def test_still_tells_the_name_of_its_authority(self, take_schools):
        take_schools()
        LocalAuthority.objects.update(name="Old Kent")

        outcome = take_schools()

        assert LocalAuthority.objects.get().name == "Kent"
        assert [change.after for change in outcome.changes] == ["Kent"]

    def test_is_forgotten_without_harm(self, take_schools):
        take_schools()
        ReadRow.objects.all().delete()

        assert take_schools().unchanged == 1

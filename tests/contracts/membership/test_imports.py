import datetime

import pytest
from django.db import IntegrityError

from contracts.membership.imports import import_members
from contracts.models import Membership, Vehicle
from providers.imports import import_schools
from providers.models import Provider, School
from tests.county import MEMBERS, SCHOOLS
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.faults import faults_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_schools(db, take_schools):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})


class TestImportMembers:
    def test_makes_the_provider_the_lots_and_the_membership(self, take_members):
        take_members({"left_on": "2024-08-31"})

        membership = Membership.objects.select_related("lot", "provider", "school").get()
        assert (membership.school.urn, membership.lot.number) == (900001, 1)
        assert membership.admitted_on == datetime.date(2022, 9, 1)
        assert membership.left_on == datetime.date(2024, 8, 31)
        assert membership.provider.company_number == "ZZ000001"
        assert School.objects.get(urn=900001).provider == membership.provider
        assert Vehicle.objects.get().lots.count() == 2

    def test_changes_nothing_the_second_time(self, take_members):
        take_members({}, {"school_urn": "900002"})

        outcome = take_members({}, {"school_urn": "900002"})

        assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 2)
        assert Provider.objects.get().events.count() == 1
        assert School.objects.get(urn=900001).events.count() == 2

    def test_ends_a_membership_that_it_knows(self, take_members):
        take_members()

        outcome = take_members({"left_on": "2024-08-31"})

        assert [str(change) for change in outcome.changes] == [
            "school 900001 in lot 1 from 2022-09-01: left_on from nothing to 31 August 2024"
        ]
        assert Membership.objects.get().left_on == datetime.date(2024, 8, 31)

    def test_renames_a_provider_by_its_company_number(self, take_members):
        take_members()

        outcome = take_members({"provider_name": "Ash Learning Ltd"})

        assert outcome.changed == 1
        assert Provider.objects.get().name == "Ash Learning Ltd"

    def test_hands_the_school_to_the_provider_of_the_newest_membership(self, take_members):
        take_members(
            {
                "admitted_on": "2024-09-01",
                "provider_name": "Birch Ltd",
                "company_number": "ZZ000002",
            },
            {"left_on": "2024-08-31"},
        )

        assert School.objects.get(urn=900001).provider.name == "Birch Ltd"

    def test_lets_a_school_be_in_both_lots(self, take_members):
        take_members({"lot": "1"}, {"lot": "2"})

        assert Membership.objects.count() == 2

    def test_lets_a_school_come_back_the_day_after_it_left(self, take_members):
        take_members({"left_on": "2023-08-31"}, {"admitted_on": "2023-09-01"})

        assert Membership.objects.count() == 2

    def test_reports_every_fault_and_writes_nothing(self, take_members):
        where, remedies = faults_of(
            take_members,
            {"left_on": "2023-08-31"},
            {"admitted_on": "2023-08-31"},
            {"school_urn": "999999"},
            {"school_urn": "900002", "lot": "3"},
            {"school_urn": "900002", "admitted_on": "9/31/2022"},
            {"school_urn": "900002", "left_on": "2022-08-31"},
            {"school_urn": "900002", "provider_name": ""},
            {"school_urn": "900002", "provider_name": "Another Ltd"},
            {"school_urn": "900002"},
        )

        assert where == [
            (3, "admitted_on", "2023-08-31"),
            (4, "school_urn", "999999"),
            (5, "lot", "3"),
            (6, "admitted_on", "9/31/2022"),
            (7, "left_on", "2022-08-31"),
            (8, "provider_name", ""),
            (9, "provider_name", "Another Ltd"),
            (10, "school_urn", "900002"),
        ]
        assert remedies[-1].startswith("line 9 has this school")
        assert not Membership.objects.exists()
        assert not Provider.objects.exists()

    def test_sees_an_overlap_with_what_it_knows(self, take_members):
        take_members()

        where, _ = faults_of(take_members, {"admitted_on": "2023-09-01"})

        assert where == [(2, "admitted_on", "2023-09-01")]

    def test_writes_nothing_in_a_dry_run(self, take_members):
        outcome = take_members(dry_run=True)

        assert outcome.new == 1
        assert not Membership.objects.exists()
        assert not Vehicle.objects.exists()

    def test_takes_the_county(self):
        import_schools(SCHOOLS, by=None)

        assert import_members(MEMBERS, by=None).new == 28

    def test_names_a_cell_that_is_wrong_once(self, take_schools, take_members):
        take_schools()

        where, _ = faults_of(take_members, {"lot": "three"})

        assert where == [(2, "lot", "three")]

    def test_before_the_arrangement_began_is_odd(self, take_members):
        outcome = take_members({"admitted_on": "2022-08-31"})

        assert [(each.line, each.column) for each in outcome.warnings] == [(2, "admitted_on")]
        assert "began on 1 September 2022" in str(outcome.warnings)


class TestConstraints:
    def test_no_school_is_in_a_lot_twice_on_one_day(self, take_members):
        take_members({"left_on": "2023-08-31"}, {"admitted_on": "2023-09-01"})
        later = Membership.objects.get(admitted_on=datetime.date(2023, 9, 1))

        with pytest.raises(IntegrityError, match="contracts_membership_no_overlap"):
            Membership.objects.filter(pk=later.pk).update(admitted_on=datetime.date(2023, 8, 31))

    def test_the_last_day_is_not_before_the_first(self, take_members):
        take_members()

        with pytest.raises(IntegrityError, match="admitted_on_before_left_on"):
            Membership.objects.update(left_on=datetime.date(2022, 8, 31))


class TestTheVehicleOfARow:
    def another(self, name="Open framework", **given):
        facts = {"kind": "open_framework", "established_on": "2026-06-11"} | given
        return Vehicle.establish(
            by=UserFactory(), lots=3, name=name, starts_on=datetime.date(2025, 9, 1), **facts
        )

    def test_is_the_dps_where_it_is_alone(self, take_members):
        take_members()

        assert Membership.objects.get().lot.vehicle.name == Vehicle.DPS

    def test_is_the_one_that_is_named(self, take_members):
        other = self.another()

        take_members({"vehicle": "open  Framework", "lot": "3", "admitted_on": "2025-09-01"})

        assert Membership.objects.get().lot == other.lots.get(number=3)

    def test_is_asked_where_two_are_in_force(self, take_members):
        self.another()

        _, faults = faults_of(take_members, {"admitted_on": "2025-09-01"})

        assert faults == [
            (
                "two arrangements are in force on 1 September 2025: enter "
                "NMISS Dynamic Purchasing System or Open framework"
            )
        ]
        take_members({"admitted_on": "2025-08-31"})  # the first alone

    def test_is_asked_where_the_dps_has_ended(self, take_members):
        the_dps(ends_on=datetime.date(2025, 8, 31))
        self.another()

        _, faults = faults_of(take_members, {"admitted_on": "2025-09-01"})

        assert "the DPS ended on 31 August 2025: enter the name" in faults[0]

    def test_is_one_that_is_here(self, take_members):
        where, faults = faults_of(take_members, {"vehicle": "Framework"})

        assert (where, faults) == (
            [(2, "vehicle", "Framework")],
            [f"enter one of {Vehicle.DPS}"],
        )

    def test_has_the_lot(self, take_members):
        self.another()

        _, faults = faults_of(
            take_members,
            {"vehicle": "Open framework", "lot": "4", "admitted_on": "2025-09-01"},
        )

        assert faults == ["give 1 or 2 or 3"]

    def test_keeps_lots_of_one_number_apart(self, take_members):
        self.another()
        day = {"admitted_on": "2025-09-01"}

        take_members(day | {"vehicle": Vehicle.DPS}, day | {"vehicle": "Open framework"})
        again = take_members(day | {"vehicle": Vehicle.DPS}, day | {"vehicle": "Open framework"})

        assert Membership.objects.count() == 2 == again.unchanged


class TestACountyWithoutOptions:
    """It ends on 31 August 2025, and then has no DPS school."""

    def test_says_so_and_asks_for_the_options(self, take_members):
        Vehicle.establish_dps()

        outcome = take_members()

        assert [each.remedy for each in outcome.notes] == [
            (
                "the term of NMISS Dynamic Purchasing System ended on "
                "31 August 2025: no school is a member after that day. If options to extend are in "
                "effect, import the decisions that used them (import_decisions)"
            )
        ]
        on = Membership.objects.on
        assert on(datetime.date(2025, 8, 31)).exists()
        assert not on(datetime.date(2025, 9, 1)).exists()

    def test_says_nothing_of_who_left_before(self, take_members):
        Vehicle.establish_dps()

        assert take_members({"left_on": "2025-08-31"}).notes == []

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import FieldError
from django.db import IntegrityError, connection

from contracts.membership.imports import import_members
from nmiss.base.core.models import AuditEvent
from placements.imports import import_placements
from placements.models import Child, ChildIdentity, Placement
from providers.imports import import_schools
from tests.county import MEMBERS, PLACEMENTS, SCHOOLS
from tests.faults import faults_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_schools(db, take_schools, take_members):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members({"admitted_on": "2023-09-01"})


class TestImportPlacements:
    def test_makes_the_child_its_identity_and_the_place(self, take_placements):
        take_placements({"ended_on": "2024-07-19", "end_reason": "moved_away"})

        placement = Placement.objects.select_related("child__identity", "school").get()
        assert placement.reference == "PLC-1"
        assert placement.school.urn == 900001
        assert placement.starts_on == datetime.date(2023, 9, 4)
        assert placement.ended_on == datetime.date(2024, 7, 19)
        assert placement.annual_fee == Decimal("36500.00")
        assert placement.imported
        assert (placement.child.reference, placement.child.cohort) == ("C1", 2012)
        assert placement.child.identity.birth_date == datetime.date(2012, 3, 4)
        assert placement.child.identity.home_postcode == "CT20 3QA"

    def test_gives_a_call_off_the_lot_of_its_first_day(self, take_placements):
        take_placements({"route": "call_off"})

        assert Placement.objects.select_related("lot").get().lot.number == 1

    def test_warns_of_a_call_off_at_a_school_not_then_a_member(self, take_placements):
        outcome = take_placements({"route": "call_off", "starts_on": "2023-08-31"})

        assert [(w.line, w.column, w.value) for w in outcome.warnings] == [
            (2, "starts_on", "2023-08-31")
        ]
        assert Placement.objects.get().lot is None

    def test_changes_nothing_the_second_time(self, take_placements):
        take_placements({"route": "call_off"})

        outcome = take_placements({"route": "call_off"})

        assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, 1)
        assert Placement.objects.get().events.count() == 1
        assert ChildIdentity.objects.get().events.count() == 1

    def test_counts_and_lists_what_changed(self, take_placements):
        take_placements()

        outcome = take_placements({"school_urn": "900002", "annual_fee": "40000.50"})

        assert outcome.changed == 1
        assert [str(change) for change in outcome.changes] == [
            "PLC-1: annual_fee from £36,500 to £40,000.50",
            "PLC-1: school_urn from 900001 to 900002",
        ]
        assert Placement.objects.get().annual_fee == Decimal("40000.50")

    def test_does_not_print_what_is_personal(self, take_placements):
        take_placements()

        outcome = take_placements({"date_of_birth": "2012-03-05", "home_postcode": "ME1 1AA"})

        assert [str(change) for change in outcome.changes] == [
            "PLC-1: date_of_birth",
            "PLC-1: home_postcode",
        ]
        assert ChildIdentity.objects.get().birth_date == datetime.date(2012, 3, 5)

    def test_takes_a_transfer_the_day_after(self, take_placements):
        take_placements(
            {"ended_on": "2024-01-07"},
            {"placement_ref": "PLC-2", "starts_on": "2024-01-08", "school_urn": "900002"},
        )

        assert Placement.objects.count() == 2

    def test_moves_a_transfer_that_it_knows(self, take_placements):
        first, second = {}, {"placement_ref": "PLC-2", "school_urn": "900002"}
        take_placements(first | {"ended_on": "2024-01-07"}, second | {"starts_on": "2024-01-08"})

        take_placements(first | {"ended_on": "2024-02-04"}, second | {"starts_on": "2024-02-05"})

        assert Placement.objects.get(reference="PLC-1").ended_on == datetime.date(2024, 2, 4)

    def test_takes_a_place_of_one_day_for_nothing(self, take_placements):
        take_placements({"ended_on": "2023-09-04", "annual_fee": "0"})

        assert Placement.objects.get().annual_fee == 0

    def test_reports_every_fault_at_once_and_writes_nothing(self, take_placements):
        where, remedies = faults_of(
            take_placements,
            {"placement_ref": "PLC-1"},
            {"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "999999"},
            {"placement_ref": "PLC-3", "pupil_ref": "C3", "starts_on": "2023-02-29"},
            {"placement_ref": "PLC-4", "pupil_ref": "C4", "ended_on": "2023-09-03"},
            {"placement_ref": "PLC-5", "pupil_ref": "C5", "primary_need": "ADHD"},
            {"placement_ref": "PLC-6", "pupil_ref": "C6", "annual_fee": "-1"},
            {"placement_ref": "PLC-1", "pupil_ref": "C7"},
            {"placement_ref": "PLC-8", "pupil_ref": "C1", "starts_on": "2024-01-08"},
            {
                "placement_ref": "PLC-9",
                "pupil_ref": "C4",
                "date_of_birth": "2011-01-01",
                "starts_on": "2024-01-08",
            },
        )

        assert where == [
            (3, "school_urn", "999999"),
            (4, "starts_on", "2023-02-29"),
            (5, "ended_on", "2023-09-03"),
            (6, "primary_need", "ADHD"),
            (7, "annual_fee", "-1"),
            (8, "placement_ref", "PLC-1"),
            (9, "starts_on", "2024-01-08"),
            (10, "date_of_birth", "2011-01-01"),
        ]
        assert "import the schools first" in remedies[0]
        assert "enter a real date, in the form 2024-09-02" in remedies[1]
        assert "before the first, 2023-09-04" in remedies[2]
        assert "SPLD, MLD, SLD" in remedies[3]
        assert "cannot be negative" in remedies[4]
        assert "line 2 has this reference" in remedies[5]
        assert "C1 has PLC-1 on line 2 on some of these days" in remedies[6]
        assert "line 5 has another birth date for C4" in remedies[7]
        assert not Child.objects.exists()
        assert not AuditEvent.objects.filter(verb="import_placements").exists()

    def test_finds_one_wrong_row_among_a_thousand(self, take_placements):
        rows = [{"placement_ref": f"PLC-{n}", "pupil_ref": f"C{n}"} for n in range(1, 1001)]
        rows[776]["primary_need"] = "ADHD"

        where, _ = faults_of(take_placements, *rows)

        assert where == [(778, "primary_need", "ADHD")]
        assert not Child.objects.exists()

    @pytest.mark.parametrize(
        ("column", "value"),
        [
            ("annual_fee", "NaN"),
            ("annual_fee", "1e5"),
            ("annual_fee", "1000000.01"),
            ("annual_fee", "36.500,00"),
            ("annual_fee", "1.005"),
            ("annual_fee", ""),
            ("annual_fee", "100000000"),
            ("starts_on", "20230904"),
            ("starts_on", "2023-W36-1"),
            ("starts_on", ""),
            ("ended_on", "31.08.2024"),
            ("date_of_birth", "2023-09-04"),
            ("sex", "X"),
            ("route", "framework"),
            ("provision", "weekly"),
            ("secondary_need", "asd"),
            ("end_reason", "bored"),
            ("home_postcode", "nowhere"),
            ("pupil_ref", ""),
            ("pupil_ref", "A/B 1"),
            ("pupil_ref", "=1+1"),
            ("placement_ref", "\x1b[31m"),
            ("date_of_birth", "0001-01-01"),
            ("school_urn", ""),
            ("placement_ref", ""),
            ("placement_ref", "P" * 31),
            ("school_urn", "9000.1"),
            ("school_urn", "99999999999999999999"),
        ],
    )
    def test_refuses_a_cell_that_cannot_be_right(self, take_placements, column, value):
        where, _ = faults_of(take_placements, {column: value})

        assert where == [(2, column, value)]

    def test_sees_an_overlap_with_a_place_that_it_knows(self, take_placements):
        take_placements({"starts_on": "2024-01-08"})

        where, remedies = faults_of(
            take_placements, {"placement_ref": "PLC-2", "ended_on": "2024-01-08"}
        )

        assert where == [(2, "ended_on", "2024-01-08")]
        assert "C1 has PLC-1 on some of these days" in remedies[0]

    def test_refuses_another_birth_date_than_other_places_have(self, take_placements):
        take_placements({"ended_on": "2023-12-31"})

        where, _ = faults_of(
            take_placements,
            {
                "placement_ref": "PLC-2",
                "starts_on": "2024-01-01",
                "date_of_birth": "2012-03-05",
            },
        )

        assert where == [(2, "date_of_birth", "2012-03-05")]

    def test_writes_nothing_in_a_dry_run(self, take_placements):
        outcome = take_placements(dry_run=True)

        assert outcome.new == 1
        assert not Child.objects.exists()

    def test_takes_the_county(self, db):
        import_schools(SCHOOLS, by=None)
        import_members(MEMBERS, by=None)

        assert import_placements(PLACEMENTS, by=None).new == 2215


class TestConstraints:
    def test_no_two_places_of_a_child_share_a_day(self, take_placements):
        take_placements(
            {"ended_on": "2024-01-07"}, {"placement_ref": "PLC-2", "starts_on": "2024-01-08"}
        )

        with pytest.raises(IntegrityError, match="placements_placement_no_overlap"):
            Placement.objects.filter(reference="PLC-1").update(ended_on=datetime.date(2024, 1, 8))

    @pytest.mark.parametrize(
        ("change", "constraint"),
        [
            ({"annual_fee": Decimal("-0.01")}, "fee_is_not_negative"),
            ({"annual_fee": Decimal("1000000.01")}, "fee_within_reason"),
            ({"ended_on": datetime.date(2023, 9, 3)}, "starts_on_before_ended_on"),
            ({"route": "gift"}, "route_is_known"),
            ({"provision": "night"}, "provision_is_known"),
            ({"primary_need": "XYZ"}, "primary_need_is_known"),
        ],
    )
    def test_refuses(self, take_placements, change, constraint):
        take_placements()

        with pytest.raises(IntegrityError, match=constraint):
            Placement.objects.update(**change)

    def test_only_a_call_off_has_a_lot(self, take_placements):
        take_placements({"route": "call_off"})

        with pytest.raises(IntegrityError, match="lot_of_call_offs_and_blocks"):
            Placement.objects.update(route="spot")


class TestChildIdentity:
    def test_is_unreadable_in_the_database(self, take_placements):
        take_placements()

        with connection.cursor() as cursor:
            cursor.execute("SELECT birth_date, home_postcode FROM placements_childidentity")
            birth_date, postcode = cursor.fetchone()
        assert "2012" not in birth_date
        assert "CT20" not in postcode

    def test_cannot_be_searched(self):
        with pytest.raises(FieldError, match="encrypted"):
            ChildIdentity.objects.filter(home_postcode="CT20 3QA").exists()

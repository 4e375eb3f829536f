"""What an arrangement has cost by a day, and is bound to cost until its end."""

import csv
import datetime
from collections import Counter
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import call_command

from contracts.membership.imports import import_members
from contracts.models import Vehicle
from nmiss.base.core.days import financial_year
from placements.imports import import_placements
from placements.reports.vehicle_value import vehicle_values
from providers.imports import import_schools
from tests.county import MEMBERS, PLACEMENTS, SCHOOLS

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
UNTIL = datetime.date(2025, 8, 31)


@pytest.fixture
def _schools(take_schools):
    Vehicle.establish_dps()  # without options it ends on 31 August 2025
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})


def value(on):
    """Spent, committed, and the same of call-offs alone, of the one arrangement."""
    [found] = vehicle_values(datetime.date.fromisoformat(on))
    assert found.until == UNTIL
    pounds = found.spent, found.committed, found.spent_call_off, found.committed_call_off
    return tuple(map(str, pounds))


@pytest.mark.usefixtures("_schools")
class TestValue:
    def test_both_ends_of_a_membership_count(self, take_members, take_placements):
        take_members({"admitted_on": "2024-04-02", "left_on": "2024-04-11"})
        take_placements()  # £100 a day in years of 365 days

        assert value("2024-04-30")[:2] == ("1000.00", "0.00")
        assert value("2024-04-05")[:2] == ("400.00", "600.00")
        assert value("2024-04-01")[:2] == ("0.00", "1000.00")

    def test_a_day_counts_once_also_where_a_school_is_in_two_lots(
        self, take_members, take_placements
    ):
        take_members(
            {"admitted_on": "2024-04-01", "left_on": "2024-04-10"},
            {"lot": "2", "admitted_on": "2024-04-06", "left_on": "2024-04-20"},
        )
        take_placements()

        assert value("2024-04-08")[:2] == ("800.00", "1200.00")

    def test_a_membership_that_begins_later_counts_from_its_first_day(
        self, take_members, take_placements
    ):
        take_members(
            {"admitted_on": "2024-04-01", "left_on": "2024-04-10"},
            {"admitted_on": "2025-08-31"},
        )
        take_placements()

        assert value("2024-04-30")[:2] == ("1000.00", "100.00")

    def test_committed_runs_to_the_end_unless_the_placement_ends(
        self, take_members, take_placements
    ):
        take_members({"admitted_on": "2022-09-01"})
        take_placements({"starts_on": "2025-08-01"})
        assert value("2025-08-30")[:2] == ("3000.00", "100.00")
        assert value("2025-08-31")[:2] == ("3100.00", "0.00")

        take_placements({"starts_on": "2025-08-01", "ended_on": "2025-08-20"})
        assert value("2025-08-10")[:2] == ("1000.00", "1000.00")

    def test_call_offs_alone_stand_beside_it(self, take_members, take_placements):
        take_members({"admitted_on": "2022-09-01"})
        dated = {"starts_on": "2025-08-01", "ended_on": "2025-08-10"}
        routes = ("spot", "call_off", "directed", "block")
        take_placements(
            *(
                dated | {"placement_ref": route, "pupil_ref": route, "route": route}
                for route in routes
            )
        )

        assert value("2025-08-04") == ("1600.00", "2400.00", "400.00", "600.00")

    def test_a_school_that_is_no_member_costs_the_arrangement_nothing(
        self, take_members, take_placements
    ):
        take_members({"admitted_on": "2022-09-01"})
        take_placements({"school_urn": "900002"})

        assert value("2025-08-04") == ("0.00",) * 4

    def test_is_rounded_once_a_placement_and_financial_year_and_apart_from_what_is_committed(
        self, take_members, take_placements
    ):
        """£1.83 a year is 0.5014 pence a day: a day rounds up to a penny, two days, too."""
        take_members({"admitted_on": "2025-03-30", "left_on": "2025-04-02"})
        take_placements({"annual_fee": "1.83"}, {"placement_ref": "P2", "pupil_ref": "C2"})
        take_placements({"placement_ref": "P2", "pupil_ref": "C2", "annual_fee": "1.82"})

        # Two placements, two days on each side of 1 April: 1.0027 and 0.9973 pence.
        assert value("2025-04-02")[:2] == ("0.04", "0.00")
        # The 31st apart from the 30th: 0.5014 up and 0.4986 down, twice.
        assert value("2025-03-30")[:2] == ("0.01", "0.03")

    def test_counts_price_lines_of_all_funders(self, take_members, take_placements, take_prices):
        take_members({"admitted_on": "2024-04-01", "left_on": "2024-04-10"})
        take_placements()
        take_prices(
            {"unit": "year", "quantity": "1", "amount": "3650", "starts_on": "2024-04-06"},
            {
                **{"kind": "base_education", "funder": "social_care", "unit": "year"},
                **{"quantity": "1", "amount": "73000", "starts_on": "2024-04-09"},
            },
        )

        # £100 to the 8th, £200 from the 9th, and £10 from the 6th.
        assert value("2024-04-10")[0] == "1250.00"

    def test_rounds_the_lines_of_a_placement_together(
        self, take_members, take_placements, take_prices
    ):
        """Two prices of 0.4986 pence for the one day make a penny; each alone makes none."""
        take_members({"admitted_on": "2025-03-31", "left_on": "2025-03-31"})
        take_placements({"annual_fee": "1.82"})
        take_prices({"unit": "year", "quantity": "1", "amount": "1.82"})

        assert value("2025-03-31")[:2] == ("0.01", "0.00")

    def test_follows_a_placement_to_the_school_that_its_own_has_become(
        self, take_schools, take_links, take_members, take_placements
    ):
        take_schools(
            {"CloseDate": "31-03-2024", "EstablishmentStatus (code)": "2"},
            {"URN": "900002", "EstablishmentName": "Birch School", "OpenDate": "01-04-2024"},
        )
        take_members({"admitted_on": "2022-09-01"})
        take_placements({"annual_fee": "36600", "starts_on": "2024-03-22"})
        take_links(("900002", "900001", "Predecessor", "01-04-2024"))

        # Ten days of a leap year at £100 a day; then the membership goes on at Birch School.
        assert value("2024-03-31")[0] == "1000.00"
        assert value("2024-04-10")[0] == "2002.74"


def test_an_arrangement_without_members_has_cost_nothing():
    Vehicle.establish_dps()

    assert value("2024-11-30") == ("0.00",) * 4


@pytest.mark.parametrize("on", ["2022-08-31", "2024-11-30", "2025-08-31"])
def test_the_county_agrees_with_a_plain_reading_of_its_files(on):
    import_schools(SCHOOLS, by=None)
    import_members(MEMBERS, by=None)
    import_placements(PLACEMENTS, by=None)
    out = StringIO()

    call_command("report", "vehicle_value", f"--on={on}", "--format=csv", stdout=out)

    heading = "vehicle,spent,committed,spent_call_off,committed_call_off,until"
    figures = plainly(datetime.date.fromisoformat(on))
    cells = ",".join(f"{figures[each] / 100:.2f}" for each in ("spent", "bound", "spent_call_off"))
    row = f"NMISS Dynamic Purchasing System,{cells},{figures['bound_call_off'] / 100:.2f},{UNTIL}"
    assert out.getvalue().splitlines() == [heading, row]


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def read(day):
    return datetime.date.fromisoformat(day) if day else datetime.date.max


def plainly(on):
    """The rule of the report in pence, row by row and day by day; no school has moved."""
    members = {}
    for row in rows_of(MEMBERS):
        first, last = read(row["admitted_on"]), min(read(row["left_on"]), UNTIL)
        days = members.setdefault(row["school_urn"], set())
        days |= {first + number * DAY for number in range((last - first).days + 1)}
    pence = Counter()
    for row in rows_of(PLACEMENTS):
        first, last = read(row["starts_on"]), min(read(row["ended_on"]), UNTIL)
        days = [day for day in members.get(row["school_urn"], ()) if first <= day <= last]
        counted = Counter((day <= on, day.year - (day.month < 4)) for day in days)
        for (is_spent, year), number in counted.items():
            begins, ends = financial_year(year)
            due = Fraction(row["annual_fee"]) * 100 * number / ((ends - begins).days + 1)
            which = "spent" if is_spent else "bound"
            pence[which] += int(due + Fraction(1, 2))
            pence[f"{which}_call_off"] += int(due + Fraction(1, 2)) * (row["route"] == "call_off")
    return pence

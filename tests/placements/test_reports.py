import csv
import datetime
import json
from decimal import Decimal
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from contracts.membership.imports import import_members
from nmiss.base.core.money import to_penny
from placements.imports import import_placements
from placements.reports import Window, demand_profile, dps_status
from placements.reports.demand_profile import phase_of
from providers.imports import import_schools
from tests.county import COUNTY, MEMBERS, PLACEMENTS, SCHOOLS

pytestmark = pytest.mark.django_db

PAPER = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)
SNAPSHOT = datetime.date(2024, 1, 18)


@pytest.fixture
def expected():
    return json.loads((COUNTY / "expected.json").read_text())


@pytest.fixture
def _county(db):
    import_schools(SCHOOLS, by=None)
    import_members(MEMBERS, by=None)
    import_placements(PLACEMENTS, by=None)


@pytest.fixture
def _two_schools(db, take_schools, take_members):
    """School 900001 was a member from 1 to 30 June 2024; school 900002, in Medway, never."""
    take_schools({}, {"URN": "900002", "LA (code)": "887", "LA (name)": "Medway"})
    take_members({"admitted_on": "2024-06-01", "left_on": "2024-06-30"})


@pytest.mark.usefixtures("_county")
class TestTheCounty:
    def test_has_the_figures_of_the_paper(self, expected):
        report = dps_status(PAPER, by=None)

        found = {
            row.status: {
                "schools": row.schools,
                "out_of_area": row.out_of_area,
                "pupils": row.placements,
                "spend": str(row.spend),
                "average": str(row.average_cost),
            }
            for row in report
        }
        assert found == {status: expected[status] for status in ("dps", "non_dps", "total")}

    def test_has_the_annualised_cost_that_the_rows_of_the_file_come_to(self):
        """Worked out again from the file, row by row, in fractions."""
        first, last = datetime.date(2024, 4, 1), datetime.date(2025, 3, 31)
        years, spend = Fraction(0), Decimal(0)
        with PLACEMENTS.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                starts_on = datetime.date.fromisoformat(row["starts_on"])
                ended_on = datetime.date.fromisoformat(row["ended_on"] or "2099-12-31")
                if starts_on <= PAPER.last and ended_on >= PAPER.first:
                    days = max((min(ended_on, last) - max(starts_on, first)).days + 1, 0)
                    years += Fraction(days, 365)
                    spend += to_penny(Decimal(row["annual_fee"]) * days / 365)

        total = dps_status(PAPER, by=None).total

        assert total.spend == spend
        assert total.child_years == to_penny(Decimal(years.numerator) / years.denominator)
        cost = Fraction(spend) / years
        assert total.annualised_cost == to_penny(Decimal(cost.numerator) / cost.denominator)

    def test_has_the_snapshot_of_the_paper(self, expected):
        report = demand_profile(SNAPSHOT, by=None)

        snapshot = expected["snapshot"]
        assert report.total.children == snapshot["pupils"]
        assert report.schools.children == snapshot["schools"]
        assert {share.value: share.children for share in report.needs} == snapshot["needs"]
        assert {share.value: share.children for share in report.nc_years} == snapshot["nc_years"]
        assert report.peak_year.label == "Year 10"

    def test_prints_table_3_3_as_csv_alone(self):
        out, err, today = StringIO(), StringIO(), timezone.localdate()

        call_command(
            "report",
            "dps_status",
            "--from=2024-04-01",
            "--to=2024-11-30",
            "--financial-year=2024",
            "--format=csv",
            stdout=out,
            stderr=err,
        )

        assert out.getvalue().splitlines() == [
            (
                "status,schools,schools_percent,out_of_area,out_of_area_percent,placements,"
                "placements_percent,spend,spend_percent,average_cost,schools_of,out_of_area_of,"
                "placements_of,spend_of,days_in_force,days_of_year,child_years,annualised_cost,"
                "as_at"
            ),
            (
                "dps,26,20.97,5,9.43,1159,56.02,46756500.93,53.90,40342.11,"
                f"124,53,2069,86749109.73,368477,365,1009.53,46315.30,{today}"
            ),
            (
                "non_dps,98,79.03,48,90.57,910,43.98,39992608.80,46.10,43947.92,"
                f"124,53,2069,86749109.73,289421,365,792.93,50436.22,{today}"
            ),
            (
                "total,124,100.00,53,100.00,2069,100.00,86749109.73,100.00,41928.04,"
                f"124,53,2069,86749109.73,657898,365,1802.46,48128.17,{today}"
            ),
        ]
        assert err.getvalue() == ""

    def test_prints_the_snapshot_as_csv_alone(self):
        out = StringIO()

        call_command("report", "demand_profile", "--on=2024-01-18", "--format=csv", stdout=out)

        lines = out.getvalue().splitlines()
        assert lines[:4] == [
            "dimension,value,children,percent",
            "total,,1839,100.00",
            "schools,,120,100.00",
            "need,ASD,828,45.02",
        ]
        assert "phase,secondary,1379,74.99" in lines
        assert "nc_year,10,340,18.49" in lines


@pytest.mark.usefixtures("_two_schools")
class TestDpsStatus:
    def test_counts_a_member_of_one_day_of_the_window(self, take_placements):
        take_placements({"starts_on": "2024-01-01"})

        def schools_on_the_dps(first, last):
            return dps_status(Window(first, last, 2024), by=None).dps.schools

        may, june, july = (datetime.date(2024, month, 15) for month in (5, 6, 7))
        assert schools_on_the_dps(may, datetime.date(2024, 5, 31)) == 0
        assert schools_on_the_dps(may, datetime.date(2024, 6, 1)) == 1
        assert schools_on_the_dps(datetime.date(2024, 6, 30), july) == 1
        assert schools_on_the_dps(datetime.date(2024, 7, 1), july) == 0
        assert schools_on_the_dps(june, june) == 1

    def test_counts_a_child_of_one_day_of_the_window(self, take_placements):
        take_placements({"starts_on": "2024-05-10", "ended_on": "2024-05-20"})

        def children(first, last):
            window = Window(datetime.date(2024, 5, first), datetime.date(2024, 5, last), 2024)
            return dps_status(window, by=None).total.placements

        assert [children(1, 9), children(1, 10), children(20, 31), children(21, 31)] == [0, 1, 1, 0]

    def test_counts_a_child_of_both_rows_once_in_the_total(self, take_placements):
        take_placements(
            {"starts_on": "2024-04-01", "ended_on": "2024-06-30"},
            {"placement_ref": "PLC-2", "starts_on": "2024-07-01", "school_urn": "900002"},
        )

        report = dps_status(PAPER, by=None)

        rows = [row.placements for row in report]
        assert rows == [1, 1, 1]
        assert report.children_in_both == 1
        assert report.dps.placements_percent == Decimal("100.00")

    def test_counts_a_child_twice_at_one_school_once(self, take_placements):
        take_placements(
            {"starts_on": "2024-04-01", "ended_on": "2024-06-30"},
            {"placement_ref": "PLC-2", "starts_on": "2024-07-01"},
        )

        report = dps_status(PAPER, by=None)

        assert (report.dps.placements, report.total.placements) == (1, 1)

    def test_counts_a_child_once_a_row_wherever_it_went(self, take_placements):
        """Birch is never on the DPS, Ash is in June: one child is at both, one twice at Birch."""
        take_placements(
            {"starts_on": "2024-06-01", "ended_on": "2024-06-10"},
            {
                "placement_ref": "P2",
                "starts_on": "2024-06-11",
                "ended_on": "2024-06-20",
                "school_urn": "900002",
            },
            {"placement_ref": "P3", "starts_on": "2024-06-21", "school_urn": "900002"},
            {"placement_ref": "P4", "pupil_ref": "C2", "school_urn": "900002"},
        )

        june = Window(datetime.date(2024, 6, 1), datetime.date(2024, 6, 30), 2024)
        report = dps_status(june, by=None)

        assert [row.placements for row in report] == [1, 2, 2]
        assert report.children_in_both == 1

    def test_counts_schools_of_other_authorities_as_out_of_area(self, take_placements):
        take_placements({}, {"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900002"})

        report = dps_status(PAPER, by=None)

        assert [row.out_of_area for row in report] == [0, 1, 1]
        assert [row.out_of_area_percent for row in report] == [0, 100, 100]

    def test_takes_the_home_authority_from_the_settings(self, take_placements, settings):
        settings.HOME_AUTHORITY = "887"
        take_placements()

        assert dps_status(PAPER, by=None).dps.out_of_area == 1

    @pytest.mark.parametrize(
        ("starts_on", "ended_on", "fee", "spend"),
        [
            ("2023-09-04", "", "36500", "36500.00"),
            ("2024-04-01", "2024-04-01", "36500", "100.00"),
            ("2024-11-30", "", "36500", "12200.00"),
            ("2023-09-04", "2024-04-01", "36500", "100.00"),
        ],
    )
    def test_spends_by_days_of_the_financial_year(
        self, take_placements, starts_on, ended_on, fee, spend
    ):
        take_placements({"starts_on": starts_on, "ended_on": ended_on, "annual_fee": fee})

        assert dps_status(PAPER, by=None).total.spend == Decimal(spend)

    @pytest.mark.parametrize(
        ("starts_on", "ended_on", "year", "days"),
        [
            ("2023-09-04", "", 2024, 365),
            ("2024-04-01", "2024-04-01", 2024, 1),
            ("2023-09-04", "2024-04-02", 2024, 2),
            ("2024-11-30", "", 2024, 122),
            ("2023-04-01", "", 2023, 366),  # 29 February 2024 is in it
            ("2024-02-01", "2024-04-01", 2023, 60),
            ("2023-09-04", "2024-04-01", 2025, 0),
            ("2024-04-01", "", 2023, 0),
        ],
    )
    def test_annualises_by_days_in_force(self, take_placements, starts_on, ended_on, year, days):
        of_year = 366 if year == 2023 else 365
        fee = 100 * of_year
        take_placements({"starts_on": starts_on, "ended_on": ended_on, "annual_fee": str(fee)})

        row = dps_status(Window(PAPER.first, PAPER.last, year), by=None).total

        assert (row.days_in_force, row.days_of_year) == (days, of_year)
        assert row.spend == 100 * days
        assert row.child_years == to_penny(Decimal(days) / of_year)
        assert row.annualised_cost == (fee if days else None)

    def test_annualises_half_a_year_at_one_fee_and_a_quarter_at_another(self, take_placements):
        """By hand: £50,000 for 183 days and £70,000 for 91, of 365."""
        take_placements(
            {"starts_on": "2024-04-01", "ended_on": "2024-09-30", "annual_fee": "50000"},
            {
                "placement_ref": "P2",
                "pupil_ref": "C2",
                "starts_on": "2024-07-01",
                "ended_on": "2024-09-29",
                "annual_fee": "70000",
                "school_urn": "900002",
            },
        )

        report = dps_status(PAPER, by=None, as_at=datetime.date(2026, 11, 26))

        total = report.total
        assert total.spend == Decimal("25068.49") + Decimal("17452.05")
        assert (total.days_in_force, total.child_years) == (274, Decimal("0.75"))
        assert total.annualised_cost == Decimal("56642.33")  # 42,520.54 × 365 ÷ 274
        assert total.average_cost == Decimal("21260.27")
        # The spend is in whole pennies, so two rows end a penny or two under their fees.
        assert report.dps.annualised_cost == Decimal("49999.99")
        assert report.non_dps.annualised_cost == Decimal("69999.98")
        assert (report.dps.schools, report.dps.schools_of) == (1, 2)
        assert (report.dps.placements, report.dps.placements_of) == (1, 2)
        assert (report.dps.spend_of, report.dps.out_of_area_of) == (total.spend, 1)
        assert {row.as_at for row in report} == {report.as_at} == {datetime.date(2026, 11, 26)}

    @pytest.mark.parametrize(("fee", "spend"), [("1.83", "0.01"), ("1.82", "0.00")])
    def test_rounds_half_a_penny_up(self, take_placements, fee, spend):
        # Only a leap year has such ties: £1.83 × 1 day ÷ 366 days is half a penny.
        take_placements({"starts_on": "2024-03-31", "annual_fee": fee})
        march = Window(datetime.date(2024, 3, 31), datetime.date(2024, 3, 31), 2023)

        assert dps_status(march, by=None).total.spend == Decimal(spend)

    def test_is_empty_without_children(self):
        report = dps_status(PAPER, by=None)

        for row in report:
            assert row.average_cost is row.annualised_cost is None
            assert (row.spend, row.spend_percent, row.schools_percent) == (0, 0, 0)


@pytest.mark.usefixtures("_two_schools")
class TestDemandProfile:
    def test_splits_by_membership_on_the_day(self, take_placements):
        take_placements()

        june, july = datetime.date(2024, 6, 30), datetime.date(2024, 7, 1)
        assert demand_profile(june, by=None).total.dps == 1
        assert demand_profile(july, by=None).total.non_dps == 1

    @pytest.mark.parametrize(
        ("birth_date", "on", "year"),
        [
            ("2012-08-31", datetime.date(2024, 8, 31), "7"),
            ("2012-08-31", datetime.date(2024, 9, 1), "8"),
            ("2012-09-01", datetime.date(2024, 9, 1), "7"),
            ("2019-09-01", datetime.date(2024, 9, 5), "0"),
            ("2020-08-31", datetime.date(2024, 9, 5), "0"),
            ("2020-09-01", datetime.date(2024, 9, 5), "-1"),
        ],
    )
    def test_finds_the_year(self, take_placements, birth_date, on, year):
        take_placements({"date_of_birth": birth_date})

        assert [share.value for share in demand_profile(on, by=None).nc_years] == [year]

    def test_has_no_peak_without_children(self):
        report = demand_profile(SNAPSHOT, by=None)

        assert report.peak_year is None
        assert report.total.percent == 0

    def test_knows_the_phases(self):
        found = [phase_of(year) for year in (-1, 0, 6, 7, 11, 12)]

        assert found == [
            "early_years",
            "primary",
            "primary",
            "secondary",
            "secondary",
            "post_16",
        ]


class TestReportCommand:
    def test_refuses_a_window_that_ends_before_it_begins(self, db):
        with pytest.raises(CommandError, match="before the first"):
            call_command(
                "report",
                "dps_status",
                "--from=2024-04-02",
                "--to=2024-04-01",
                "--financial-year=2024",
            )

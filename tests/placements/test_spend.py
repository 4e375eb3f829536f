"""Spend of a financial year, line by line: the whole is rounded once, and parts add up to it."""

import datetime
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command

from contracts.membership.imports import import_members
from nmiss.base.core.days import financial_year
from placements.imports import import_placements
from placements.models import Child, Placement, PriceLine
from placements.reports import Window
from placements.reports.dps_status import placements_in
from placements.reports.spend import spend_by_line, spend_by_placement, spend_in, sums_of_year
from providers.imports import import_schools
from providers.models import School
from tests.county import MEMBERS, PLACEMENTS, SCHOOLS
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
KINDS = ("base_education", "residential", "therapy_slt", "therapy_ot", "one_to_one", "exams")
FUNDERS = ("education", "health", "social_care")


def shares(year=2025, **options):
    return [
        (share.kind, share.funder, str(share.starts_on), str(share.amount))
        for share in spend_by_line(year, **options)
    ]


@pytest.fixture(autouse=True)
def _school(take_schools):
    take_schools()


class TestOnePlacement:
    def test_a_fee_counts_its_days_of_the_year_both_ends_included(self, take_placements):
        take_placements({"starts_on": "2025-04-02", "ended_on": "2026-03-30"})

        assert shares() == [("base_education", "education", "2025-04-02", "36300.00")]

    def test_a_leap_year_has_366_days(self, take_placements):
        take_placements({"annual_fee": "36600", "ended_on": "2023-09-04"})

        assert shares(2023) == [("base_education", "education", "2023-09-04", "100.00")]

    def test_a_new_base_line_follows_the_fee(self, take_placements, take_prices):
        take_placements()
        take_prices(
            {
                **{"kind": "base_education", "unit": "year", "quantity": "1", "amount": "73000"},
                **{"funder": "education", "starts_on": "2026-01-01"},
            }
        )

        assert shares() == [
            ("base_education", "education", "2023-09-04", "27500.00"),
            ("base_education", "education", "2026-01-01", "18000.00"),
        ]
        assert shares(2026) == [("base_education", "education", "2026-01-01", "73000.00")]

    def test_terms_weeks_and_hours(self, take_placements, take_prices):
        take_placements({"annual_fee": "0"})
        common = {"starts_on": "2025-04-01", "ends_on": "2026-03-31"}
        take_prices(
            common | {"kind": "residential", "unit": "term", "quantity": "1", "amount": "1000"},
            common | {"kind": "therapy_ot", "unit": "week", "quantity": "2", "amount": "10"},
            common | {"kind": "one_to_one", "unit": "hour", "quantity": "2.5", "weeks": "39"},
        )

        assert shares() == [
            ("base_education", "education", "2023-09-04", "0.00"),
            ("one_to_one", "health", "2025-04-01", "7800.00"),
            ("residential", "health", "2025-04-01", "3000.00"),
            ("therapy_ot", "health", "2025-04-01", "760.00"),
        ]

    def test_remaining_pennies_go_to_the_largest_remainders(self, take_placements, take_prices):
        """One day of £0.50, £1 and £1.40 a year, in pence: 0.137, 0.274 and 0.384 make 0.795."""
        take_placements({"annual_fee": "0.50", "starts_on": "2026-03-31"})
        year = {"unit": "year", "quantity": "1", "starts_on": "2026-03-31"}
        take_prices(
            year | {"kind": "exams", "amount": "1.40"}, year | {"kind": "other", "amount": "1"}
        )

        assert [amount for *_, amount in shares()] == ["0.00", "0.01", "0.00"]

    def test_ties_go_to_the_earlier_line_and_then_to_the_kind_and_the_funder(
        self, take_placements, take_prices
    ):
        """Four lines of half a penny each: two pennies for four lines."""
        take_placements({"annual_fee": "0", "starts_on": "2026-03-30"})
        half = {"unit": "year", "quantity": "0.5", "amount": "3.65", "ends_on": "2026-03-31"}
        take_prices(
            half | {"kind": "exams", "starts_on": "2026-03-31"},
            half | {"kind": "other", "funder": "health", "starts_on": "2026-03-31"},
            half | {"kind": "exams", "funder": "education", "starts_on": "2026-03-31"},
            half | {"kind": "residential", "starts_on": "2026-03-30", "quantity": "0.25"},
        )

        assert shares()[1:] == [
            ("residential", "health", "2026-03-30", "0.01"),
            ("exams", "education", "2026-03-31", "0.01"),
            ("exams", "health", "2026-03-31", "0.00"),
            ("other", "health", "2026-03-31", "0.00"),
        ]

    def test_the_total_is_rounded_half_up(self, take_placements):
        take_placements({"annual_fee": "1.83", "starts_on": "2026-03-31"})  # 0.5013 pence
        assert spend_by_placement(2025)[0].amount == Decimal("0.01")
        take_placements({"annual_fee": "1.82", "starts_on": "2026-03-31"})  # 0.4986 pence
        assert spend_by_placement(2025)[0].amount == Decimal("0.00")

    def test_a_half_is_never_missed(self, take_placements):
        """£36,501.825 a year for one day would be £100.005; so is £73,003.65 for half of two."""
        take_placements({"annual_fee": "0", "starts_on": "2026-03-31"})
        PriceLine.objects.bulk_create(
            [
                PriceLine.of(
                    Placement.objects.get(),
                    kind="exams",
                    unit="year",
                    quantity=Decimal("0.5"),
                    amount=Decimal("73003.65"),
                    funder="education",
                    starts_on=datetime.date(2026, 3, 31),
                )
            ]
        )
        assert spend_by_placement(2025)[0].amount == Decimal("100.01")

    def test_a_line_with_no_day_in_the_year_is_left_out(self, take_placements, take_prices):
        take_placements({"ended_on": "2025-12-31"})
        take_prices({"starts_on": "2026-01-01"}, {"kind": "exams", "ends_on": "2025-03-31"})

        assert [kind for kind, *_ in shares()] == ["base_education"]

    def test_a_voided_line_costs_nothing(self, take_placements, take_prices):
        take_placements()
        take_prices()
        PriceLine.objects.get().void(by=UserFactory(role="officer"), reason="Wrong")

        assert [kind for kind, *_ in shares()] == ["base_education"]

    def test_a_period_over_two_years_is_rounded_in_each(self, take_placements):
        take_placements({"annual_fee": "1.83"})

        found = spend_in(datetime.date(2026, 3, 31), datetime.date(2026, 4, 1))

        assert [share.amount for share in found] == [Decimal("0.01")] * 2


def test_placements_come_by_their_references(take_placements):
    take_placements(
        {"placement_ref": "P-2"},
        {"placement_ref": "P10", "pupil_ref": "C2"},
        {"placement_ref": "P-1", "pupil_ref": "C3"},
        {"placement_ref": "P_1", "pupil_ref": "C4"},
    )

    references = [total.placement_ref for total in spend_by_placement(2025)]

    assert references == sorted(references) == ["P-1", "P-2", "P10", "P_1"]
    only = Placement.objects.filter(reference__in=["P10", "P-2"]).values_list("pk", flat=True)
    assert [one.placement_ref for one in spend_by_placement(2025, placements=only)] == [
        "P-2",
        "P10",
    ]


def test_agrees_with_a_plain_reading_over_ten_thousand_random_splits():
    """2,000 placements in five financial years, one of them a leap year."""
    rng = Random("spend")
    placements = _random_placements(rng, 2000)
    lines = {one.pk: _random_lines(rng, one) for one in placements}
    PriceLine.objects.bulk_create([line for each in lines.values() for line in each])

    splits = 0
    for year in range(2021, 2026):
        found = {}
        for share in spend_by_line(year):
            row = (share.kind, share.funder, share.starts_on, share.amount)
            found.setdefault(share.placement_ref, []).append(row)
        totals = {total.placement_ref: total.amount for total in spend_by_placement(year)}
        window = Window(*financial_year(year), year)
        of_window = placements_in(window, by=None)
        in_reports = dict(of_window.values_list("reference", "spend_in_year"))
        sums = sums_of_year(of_window, year, of="reference")
        for one in placements:
            rows = plainly(one, lines[one.pk], year)
            assert found.get(one.reference, []) == rows
            total = sum(amount for *_, amount in rows)
            assert totals.get(one.reference, 0) == total
            assert in_reports.get(one.reference, 0) == total
            assert one.reference not in sums or sums[one.reference].spend == total
            splits += 1
        assert sums.keys() == in_reports.keys()
    assert splits == 10_000


def plainly(placement, lines, year):
    """The rule of the report, in fractions, line by line."""
    first, last = datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)
    base = [line.starts_on for line in lines if line.kind == "base_education"]
    fee_ends = min(base) - DAY if base else datetime.date.max
    priced = [
        ("base_education", "education", placement.starts_on, fee_ends, placement.annual_fee, 1, 1)
    ]
    for line in lines:
        times = {"year": 1, "term": 3}.get(line.unit, line.weeks)
        ends_on = line.ends_on or datetime.date.max
        facts = (line.kind, line.funder, line.starts_on, ends_on, line.amount, line.quantity)
        priced.append((*facts, times))
    due = []
    for kind, funder, starts_on, ends_on, amount, quantity, times in priced:
        begins = max(first, starts_on, placement.starts_on)
        ends = min(last, ends_on, placement.ended_on or datetime.date.max)
        days = (ends - begins).days + 1
        if days > 0:
            a_year = Fraction(amount) * Fraction(quantity) * Fraction(times)
            pence = a_year * 100 * days / ((last - first).days + 1)
            due.append((starts_on, kind, funder, pence))
    due.sort(key=lambda each: each[:3])
    total = int(sum(pence for *_, pence in due) + Fraction(1, 2))
    left = total - sum(int(pence) for *_, pence in due)
    largest = sorted(range(len(due)), key=lambda place: int(due[place][3]) - due[place][3])
    extra = set(largest[:left])
    return [
        (kind, funder, starts_on, Decimal(int(pence) + (place in extra)) / 100)
        for place, (starts_on, kind, funder, pence) in enumerate(due)
    ]


def _random_placements(rng, count):
    school = School.objects.get()
    children = Child.objects.bulk_create(
        Child(reference=f"C{number}", sex="M", cohort=2012) for number in range(count)
    )
    placements = []
    for child in children:
        starts_on = datetime.date(2021, 1, 1) + rng.randrange(1800) * DAY
        ended_on = starts_on + rng.randrange(1200) * DAY if rng.random() < 0.5 else None
        placements.append(
            Placement(
                reference=f"P{child.reference}",
                child=child,
                school=school,
                route="spot",
                provision="day",
                primary_need="ASD",
                starts_on=starts_on,
                ended_on=ended_on,
                annual_fee=Decimal(rng.randrange(0, 9_000_000)) / 100,
                imported=True,
            )
        )
    return Placement.objects.bulk_create(placements)


def _random_lines(rng, placement):
    """Lines of some kinds and funders, one after the other; some hang over the ends."""
    lines = []
    for kind in rng.sample(KINDS, rng.randrange(4)):
        funder = rng.choice(FUNDERS)
        begins = placement.starts_on + rng.randrange(-60, 700) * DAY
        for _ in range(rng.randrange(1, 3)):
            ends_on = begins + rng.randrange(0, 500) * DAY if rng.random() < 0.8 else None
            lines.append(
                PriceLine.of(
                    placement,
                    kind=kind,
                    unit=rng.choice(("year", "term", "week", "hour")),
                    quantity=Decimal(rng.randrange(0, 40_000)) / 10_000,
                    amount=Decimal(rng.choice((1, 100, 10_000, 1_000_000)) * rng.random()).quantize(
                        Decimal("0.01")
                    ),
                    funder=funder,
                    weeks=Decimal(rng.choice((38, 39, 52, "38.5"))),
                    starts_on=begins,
                    ends_on=ends_on,
                )
            )
            if ends_on is None:
                break
            begins = ends_on + rng.randrange(1, 50) * DAY
    return lines


class TestTheCommand:
    def test_prints_the_lines_as_csv_alone(self, take_placements, take_prices):
        take_placements({"starts_on": "2025-04-02"})
        take_prices({"unit": "year", "quantity": "1", "amount": "365.00"})

        assert report("--financial-year=2025", "--format=csv") == [
            "placement_ref,kind,funder,starts_on,amount",
            "PLC-1,therapy_slt,health,2024-01-08,364.00",
            "PLC-1,base_education,education,2025-04-02,36400.00",
        ]

    def test_prints_the_totals(self, take_placements, take_prices):
        take_placements({}, {"placement_ref": "A", "pupil_ref": "C2", "annual_fee": "0"})
        take_prices()

        assert report("--financial-year=2025", "--format=csv", "--total") == [
            "placement_ref,amount",
            "A,0.00",
            "PLC-1,44100.00",
        ]

    def test_parts_add_up_to_the_whole_of_the_county(self):
        import_schools(SCHOOLS, by=None)
        import_members(MEMBERS, by=None)
        import_placements(PLACEMENTS, by=None)

        lines = [line.split(",") for line in report("--financial-year=2024")[1:]]
        totals = [line.split(",") for line in report("--financial-year=2024", "--total")[1:]]

        assert sum(Decimal(line[-1]) for line in lines) == sum(Decimal(t[-1]) for t in totals)
        assert [line[0] for line in lines] == [total[0] for total in totals]

    @pytest.mark.parametrize("year", ["25", "2025-26", "1800", ""])
    def test_asks_for_a_financial_year(self, year):
        with pytest.raises(CommandError, match="no financial year"):
            report(f"--financial-year={year}")


def report(*options):
    out = StringIO()
    call_command("report", "spend", *options, stdout=out)
    return out.getvalue().splitlines()

"""Budget, payments, commitments and forecast of a year; and as we knew them on a past day."""

import datetime
from decimal import Decimal
from random import Random

import pytest
from django.db import IntegrityError, InternalError, transaction

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.lifecycle import NotAllowedNow
from placements.budget import report
from placements.models import BudgetAmount, DeficitYear, Payment, Placement, PriceLine
from placements.reports.forecast import forecast
from placements.reports.spend import spend_by_placement
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
ON = DAY(2025, 9, 30)  # the 183rd day of 2025-26


def of(year=2025, *, on=ON, today=ON, growth="0"):
    return report.budget_of_year(year, on=on, today=today, growth=Decimal(growth))


def placed(fee=36_500, **facts):
    """A place from 1 April 2024 of a child who stays for years."""
    usual = {"child": ChildFactory(cohort=2015), "school": SchoolFactory(highest_age=19)}
    return PlacementFactory(**usual | {"starts_on": DAY(2024, 4, 1), "annual_fee": fee} | facts)


def finance():
    return UserFactory(role=Role.FINANCE)


class TestALine:
    def test_adds_up_by_day_and_residential(self):
        placed(36_500)
        placed(73_000, provision="residential_38")
        placed(36_500, ended_on=DAY(2025, 4, 10))  # 10 days

        day, residential = of().lines

        assert (day.name, day.placements, day.committed) == ("Day places in NMISS", 2, 37_500)
        assert (residential.placements, residential.committed) == (1, 73_000)
        assert of().total.committed == 110_500
        rows = report.placements_of_year(2025, on=ON, today=ON)
        assert sum(row.committed for row in rows) == 110_500
        [row] = report.placements_of_year(2025, on=ON, today=ON, line="residential")
        assert row.committed == 73_000

    def test_leaves_out_days_after_a_phase_transfer(self):
        """At the school’s highest age, 16, a child of cohort 2009 moves on 31 August 2025."""
        placed(child=ChildFactory(cohort=2009), school=SchoolFactory(highest_age=16))

        line = of(on=DAY(2025, 6, 1), today=DAY(2025, 6, 1)).lines[0]

        # 153 days of 365 from 1 April to 31 August.
        assert (line.committed, line.expected, line.by_transfers) == (36_500, 15_300, 21_200)
        assert line.forecast == 15_300

    def test_grows_by_what_is_to_come(self):
        placed()

        line = of(growth="5").lines[0]

        # 182 days of 365 are to come: 5 % of £18,200.
        assert (line.by_growth, line.forecast) == (910, 37_410)

    def test_holds_the_forecast_against_the_newest_budget(self):
        placed()
        by = finance()
        assert of().lines[0].variance is None
        for amount in (50_000, 36_000):
            BudgetAmount.enter(by=by, financial_year=2025, line="day", amount=Decimal(amount))
        BudgetAmount.enter(by=by, financial_year=2024, line="day", amount=Decimal(1))

        found = report.budget_of_year(2025, on=DAY.today(), today=DAY.today())

        assert (found.lines[0].budget, found.lines[0].variance) == (36_000, -500)
        assert found.total.budget is None

    def test_counts_payments_of_the_year_up_to_the_day(self):
        placement = placed()
        for number, (day, amount) in enumerate(
            [
                (DAY(2025, 3, 31), 1),
                (DAY(2025, 4, 1), 10_000),
                (ON, -500),
                (ON + datetime.timedelta(1), 2),
            ]
        ):
            Payment.objects.create(
                reference=f"P{number}", placement=placement, paid_on=day, amount=amount
            )

        assert of().lines[0].actual == 9_500
        assert of(2024).lines[0].actual == 1


def test_is_what_spend_and_forecast_say():
    """100 placements with prices of their own, beside the two reports that are there."""
    rng = Random("budget")
    for _ in range(100):
        first = DAY(2023, 1, 1) + datetime.timedelta(days=rng.randrange(1200))
        placement = placed(
            rng.randrange(20_000, 90_000),
            child=ChildFactory(cohort=rng.randrange(2006, 2016)),
            school=SchoolFactory(highest_age=rng.choice([11, 16, 19])),
            provision=rng.choice(["day", "residential_38"]),
            starts_on=first,
            ended_on=rng.choice([None, first + datetime.timedelta(days=rng.randrange(900))]),
        )
        for kind in rng.sample(["base_education", "therapy_slt", "exams"], rng.randrange(3)):
            begins = first + datetime.timedelta(days=rng.randrange(300))
            line = PriceLine.of(
                placement,
                **{"kind": kind, "unit": "year", "quantity": 1, "funder": "education"},
                **{"amount": Decimal(rng.randrange(10**6)) / 100, "starts_on": begins},
            )
            line.add(by=None)

    for year, foreseen in zip((2025, 2026, 2027), forecast(ON), strict=True):
        found = of(year)
        assert found.total.committed == sum(each.amount for each in spend_by_placement(year))
        assert found.total.committed == foreseen.recorded
        assert found.total.expected == foreseen.expected


def test_the_contracted_share_is_that_of_memberships_known_then(take_schools, take_members):
    """Two schools at £36,500; one is recorded as a member of the DPS in December alone."""
    today, then = DAY(2026, 3, 2), DAY(2025, 10, 1)
    with clock.at(clock.noon(DAY(2025, 9, 1))):
        take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
        take_members({"admitted_on": "2023-09-01"})
        for school in School.objects.all():
            placed(school=school)
    with clock.at(clock.noon(DAY(2025, 12, 1))):
        take_members({"admitted_on": "2023-09-01"}, {"school_urn": "900002"})

    def share(on):
        found = report.contracted_share(2025, on=on, today=today)
        return found.total, found.contracted

    assert share(then) == (73_000, 36_500)
    assert share(DAY(2026, 1, 1)) == (73_000, 73_000)
    assert share(today) == (73_000, 73_000)
    assert report.contracted_share(2022, on=today, today=today).total == 0


@pytest.mark.django_db(transaction=True)
class TestAsWeKnewItThen:
    """The row history dates what is written by the database’s clock."""

    def test_reads_places_prices_payments_and_budgets_of_the_day(self):
        today, then = DAY(2026, 3, 2), DAY(2025, 10, 1)
        with clock.at(clock.noon(DAY(2025, 9, 1))):
            placement = placed()
            gone = placed()
            BudgetAmount.enter(
                by=finance(), financial_year=2025, line="day", amount=Decimal(70_000)
            )
            Payment.objects.create(
                reference="P1", placement=placement, paid_on=DAY(2025, 5, 1), amount=9_000
            )
            line = PriceLine.of(
                placement,
                **{"kind": "exams", "unit": "year", "quantity": 1, "funder": "education"},
                **{"amount": Decimal(3_650), "starts_on": DAY(2025, 4, 1)},
            )
            line.add(by=None)
        before = of(on=then, today=today)
        with clock.at(clock.noon(DAY(2025, 12, 1))):
            Placement.objects.filter(pk=placement.pk).update(annual_fee=73_000)
            gone.delete()
            Payment.objects.update(amount=8_000)
            line.void(by=UserFactory(role=Role.OFFICER), reason="Wrong")
            placed(provision="residential_38")
            BudgetAmount.enter(
                by=finance(), financial_year=2025, line="day", amount=Decimal(60_000)
            )

        assert of(on=then, today=today) == before
        day, residential = before.lines
        assert (day.committed, day.actual, day.budget) == (76_650, 9_000, 70_000)
        assert residential.placements == 0
        day, residential = of(on=DAY(2026, 1, 1), today=today).lines
        assert (day.committed, day.actual, day.budget) == (73_000, 8_000, 60_000)
        assert residential.placements == 1
        [row] = report.placements_of_year(2025, on=then, today=today)[1:]
        assert row.committed == 36_500
        assert report.first_recorded_day() == DAY(2025, 9, 1)


class TestTheDeficit:
    FACTS = {
        **{"financial_year": 2026, "eligible": Decimal(90), "not_eligible": Decimal(10)},
        **{"grant_expected": Decimal(81), "grant_received": Decimal(40), "source": "Accounts"},
    }

    def test_says_what_remains_and_where_the_override_ends(self):
        by = finance()
        DeficitYear.enter(by=by, **self.FACTS | {"eligible": Decimal(95)})
        DeficitYear.enter(by=by, **self.FACTS)
        DeficitYear.enter(by=by, **self.FACTS | {"financial_year": 2028})

        this, later = report.deficit_path(on=DAY.today(), by=by)

        assert (this.deficit, this.remains_as_expected, this.remains) == (100, 19, 60)
        assert (this.is_after_the_override, later.is_after_the_override) == (False, True)
        assert report.deficit_path(on=DAY.today() - datetime.timedelta(days=2), by=by) == []

    @pytest.mark.parametrize(
        "wrong",
        [
            {"eligible": Decimal(-1)},
            {"grant_expected": Decimal(91)},
            {"grant_received": Decimal(91)},
            {"source": ""},
        ],
    )
    def test_is_refused_by_the_database_where_it_cannot_be(self, wrong):
        with pytest.raises(IntegrityError):
            DeficitYear.objects.create(entered_by=finance(), **self.FACTS | wrong)


def test_entered_figures_stay_and_others_do_not_enter_them():
    entered = BudgetAmount.enter(by=finance(), financial_year=2025, line="day", amount=Decimal(1))
    DeficitYear.enter(by=finance(), **TestTheDeficit.FACTS)

    for model in (BudgetAmount, DeficitYear):
        with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
            model.objects.update(financial_year=2020)
    with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
        BudgetAmount.objects.filter(pk=entered.pk)._raw_delete("default")
    with pytest.raises(NotAllowedNow):
        BudgetAmount.enter(
            by=UserFactory(role=Role.OFFICER), financial_year=2025, line="day", amount=Decimal(1)
        )

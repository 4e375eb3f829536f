"""The ledger of cost avoidance: worked out by days, never edited, taken back by reversing rows."""

import datetime
import uuid
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from random import Random

import pytest
from django.db import IntegrityError, InternalError, transaction

from nmiss.base.accounts.models import Role
from nmiss.base.core.days import academic_year, academic_year_of
from nmiss.base.core.models import AuditEvent
from placements.models import CostAvoidance, EarlierSchool, Placement, PriceLine
from placements.savings import ledger, report
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderFactory, SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
SEPTEMBER = DAY(2024, 9, 1)


def placed(**facts):
    return PlacementFactory(**{"starts_on": DAY(2023, 9, 4), "annual_fee": 40_000} | facts)


def decide(
    placement, *, request="FR-1", on=SEPTEMBER, current="40000", asked="43800", agreed="41600"
):
    """Write one decision, as a request that is finally decided does; give its row."""
    decided = ledger.Decided(
        placement, on, Decimal(current), Decimal(asked), Decimal(agreed) if agreed else None
    )
    ledger.write_decided(request, [decided], by=None, evidence="Letter of 3 June 2024")
    return CostAvoidance.objects.filter(placement=placement, request=request).last()


class TestARow:
    @pytest.mark.parametrize(
        ("facts", "decision", "days", "avoided", "saved"),
        [
            # A whole year: 43,800 − 41,600 and 40,000 − 41,600.
            ({}, {}, 365, "2200.00", "-1600.00"),
            # To 31 January: 30 + 31 + 30 + 31 + 31 days of 365; 922.1917… and −670.6849….
            ({"ended_on": DAY(2025, 1, 31)}, {}, 153, "922.19", "-670.68"),
            # Its last day is after the year.
            ({"ended_on": DAY(2025, 9, 1)}, {}, 365, "2200.00", "-1600.00"),
            # Refused: agreed is the current price.
            ({}, {"agreed": None}, 365, "3800.00", "0.00"),
            # Agreed below the current price: avoided and saved, both.
            ({}, {"agreed": "39000"}, 365, "4800.00", "1000.00"),
            # More than was asked is agreed: signed.
            ({}, {"agreed": "44800"}, 365, "-1000.00", "-4800.00"),
            # From 1 April: 30 + 31 + 30 + 31 + 31 days again.
            ({}, {"on": DAY(2025, 4, 1)}, 153, "922.19", "-670.68"),
            # The academic year 2023/24 has 366 days; one day of £1.83 is half a penny.
            (
                {"ended_on": DAY(2024, 8, 31)},
                {"on": DAY(2024, 8, 31), "current": "100", "asked": "101.83", "agreed": "100"},
                *(1, "0.01", "0.00"),
            ),
            # And so it is below nought: half away from it.
            (
                {"ended_on": DAY(2024, 8, 31)},
                {"on": DAY(2024, 8, 31), "current": "100", "asked": "100", "agreed": "101.83"},
                *(1, "-0.01", "-0.01"),
            ),
        ],
    )
    def test_is_worked_out_by_days(self, facts, decision, days, avoided, saved):
        row = decide(placed(**facts), **decision)

        row.refresh_from_db()
        assert (row.days, str(row.avoided), str(row.saved)) == (days, avoided, saved)

    def test_names_the_school_of_the_day_and_its_provider(self):
        provider = ProviderFactory()
        before = SchoolFactory(provider=provider)
        placement = placed()
        EarlierSchool.objects.create(
            placement=placement,
            school=before,
            from_on=placement.starts_on,
            until_on=DAY(2025, 8, 31),
        )

        row = decide(placement)

        assert (row.school, row.provider) == (before, provider)

    def test_knows_a_new_placement(self):
        assert decide(placed(starts_on=SEPTEMBER)).is_new
        assert not decide(placed()).is_new

    def test_is_shared_as_funders_bore_the_prices_of_the_day(self):
        placement = placed(annual_fee=30_000)
        PriceLine.of(
            placement,
            **{"kind": "therapy_slt", "unit": "year", "quantity": 1, "amount": 10_000},
            **{"funder": "health", "starts_on": SEPTEMBER},
        ).add(by=UserFactory(role=Role.OFFICER))

        row = decide(placement, asked="43800.01")

        assert (row.avoided, row.health_avoided, row.care_avoided) == (
            Decimal("2200.01"),
            Decimal("550.00"),
            0,
        )
        shares = {each.name: each.avoided for each in report.savings_of_year(2024, by=None).funders}
        assert shares == {
            "Education": Decimal("1650.01"),
            "Health": 550,
            "Social care": 0,
        }

    def test_is_not_written_for_a_placement_that_is_not_live(self):
        ended = placed(ended_on=DAY(2024, 8, 31))
        live = placed()
        decided = [
            ledger.Decided(each, SEPTEMBER, Decimal(1), Decimal(2), None) for each in (ended, live)
        ]

        count = ledger.write_decided("FR-1", decided, by=None, evidence="A letter")

        assert count == 1
        assert CostAvoidance.objects.get().placement == live
        assert AuditEvent.objects.newest_first()[0].verb == "write_cost_avoidance"


class TestTheDatabaseRefuses:
    def test_to_change_or_delete_a_row(self):
        row = decide(placed())

        for change in (
            lambda: CostAvoidance.objects.filter(pk=row.pk).update(asked=50_000),
            CostAvoidance.objects.all()._raw_delete,
        ):
            with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
                change(*(["default"] if change.__name__ == "_raw_delete" else []))

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"days": 364}, "days in scope"),
            ({"days_of_year": 366}, "days in scope"),
            ({"academic_year": 2023}, "days in scope"),
            ({"is_new": True}, "days in scope"),
            ({"effective_on": DAY(2023, 9, 3)}, "not live"),
            ({"avoided": Decimal("2200.01")}, "avoided_by_days"),
            ({"saved": Decimal(1600)}, "saved_by_days"),
            ({"is_refused": True}, "refused_stays_as_it_was"),
            ({"evidence": ""}, "named"),
            ({"asked": Decimal(-1)}, "amounts_not_below_nought"),
        ],
    )
    def test_what_does_not_follow(self, wrong, words):
        row = decide(placed())
        ledger.take_back(row.batch, None)
        row.pk = None
        for name, value in wrong.items():
            setattr(row, name, value)

        with pytest.raises((IntegrityError, InternalError), match=words):
            row.save(force_insert=True)

    def test_a_decision_before_its_effective_day(self):
        tomorrow = DAY.today() + datetime.timedelta(days=2)

        with pytest.raises(InternalError, match="not before"):
            decide(placed(), on=tomorrow)

    @pytest.mark.parametrize("other", [{"on": DAY(2025, 4, 1)}, {"request": "FR-2"}])
    def test_a_placement_twice_in_a_request_or_from_a_day(self, other):
        placement = placed()
        decide(placement)

        with pytest.raises(InternalError, match="in the ledger already"):
            decide(placement, **other)

    def test_a_reverse_that_says_something_else(self):
        row = decide(placed())
        reverse = row.reversing(by=None, batch=uuid.uuid4(), evidence="Wrong")
        reverse.current = Decimal(1)

        with pytest.raises(InternalError, match="says the same"):
            reverse.save()

    def test_a_reverse_of_a_reverse(self):
        row = decide(placed())
        ledger.take_back(row.batch, None)
        row.refresh_from_db()

        with pytest.raises(InternalError, match="says the same"):
            row.reversal.reversing(by=None, batch=uuid.uuid4(), evidence="Wrong").save()


class TestTakingBack:
    def test_writes_a_reversing_row_and_nothing_counts(self):
        placement = placed()
        row = decide(placement)

        assert ledger.take_back(row.batch, None) == 1
        assert ledger.take_back(row.batch, None) == 0

        amounts = CostAvoidance.objects.order_by("pk").values_list("avoided", "saved")
        assert list(amounts) == [(2200, -1600), (-2200, 1600)]
        assert not CostAvoidance.objects.that_stand().exists()
        assert decide(placement, asked="44000").avoided == 2400


class TestARequest:
    def test_alone_is_clipped_at_nought(self):
        schools = [SchoolFactory(provider=ProviderFactory()) for _ in range(2)]
        decide(placed(school=schools[0]))  # + 2,200 avoided, − 1,600 saved
        decide(placed(school=schools[1]), agreed="44800")  # − 1,000 and − 4,800
        decide(placed(school=schools[1]), request="FR-2", agreed="44000")  # − 200 and − 4,000
        decide(placed(school=schools[0]), request="FR-3", agreed="39000")  # + 4,800 and + 1,000

        year = report.savings_of_year(2024, by=None)

        assert [(each.request, each.avoided, each.saved) for each in year.requests] == [
            ("FR-1", 1200, 0),
            ("FR-2", 0, 0),
            ("FR-3", 4800, 1000),
        ]
        assert (year.avoided, year.saved) == (6000, 1000)
        assert (year.avoided_signed, year.saved_signed) == (5800, -9400)
        assert (year.avoided_clipped, year.saved_clipped) == (200, 10400)
        assert sorted(each.avoided for each in year.schools) == [-1200, 7000]
        assert sorted(each.avoided for each in year.providers) == [-1200, 7000]


def test_the_ledger_sums_to_the_report():
    """400 decisions in three years, some of them taken back, read plainly beside the report."""
    rng = Random("savings")
    schools = [SchoolFactory(provider=ProviderFactory()) for _ in range(4)]
    written = []
    for number in range(400):
        starts_on = DAY(2021, 9, 1) + datetime.timedelta(days=rng.randrange(800))
        ended_on = rng.choice([None, starts_on + datetime.timedelta(days=rng.randrange(1, 1200))])
        placement = placed(school=rng.choice(schools), starts_on=starts_on, ended_on=ended_on)
        on = min(starts_on + datetime.timedelta(days=rng.randrange(400)), ended_on or DAY.max)
        current, asked, agreed = (Decimal(rng.randrange(1, 9_000_000)) / 100 for _ in range(3))
        row = decide(
            placement,
            request=f"FR-{number % 23}",
            on=on,
            **{"current": current, "asked": asked, "agreed": rng.choice([None, agreed, agreed])},
        )
        if rng.random() < 0.1:
            ledger.take_back(row.batch, None)
        else:
            written.append(row)
    assert {academic_year_of(row.effective_on) for row in written} >= {2021, 2022, 2023}

    for year in range(2021, 2027):
        rows = [row for row in written if academic_year_of(row.effective_on) == year]
        found = report.savings_of_year(year, by=None)
        everything = CostAvoidance.objects.of_year(year)  # the reversed and the reversing, too
        for figure, of in (("avoided", "asked"), ("saved", "current")):
            plain = {row.pk: plainly(row, getattr(row, of)) for row in rows}
            assert {row.pk: getattr(row, figure) for row in rows} == plain
            signed = sum(plain.values(), Decimal(0))
            by_request = {}
            for row in rows:
                by_request[row.request] = by_request.get(row.request, 0) + plain[row.pk]
            assert getattr(found, f"{figure}_signed") == signed
            assert sum(everything.values_list(figure, flat=True)) == signed
            assert getattr(found, figure) == sum(max(each, 0) for each in by_request.values())
            for shares in (found.schools, found.providers, found.funders, found.ages):
                assert sum(getattr(share, figure) for share in shares) == signed


def plainly(row, more):
    """The rule, read by somebody else, in fractions."""
    first, last = academic_year(academic_year_of(row.effective_on))
    last_on = min(last, Placement.objects.get(pk=row.placement_id).ended_on or last)
    days = (last_on - max(row.effective_on, first)).days + 1
    exact = Fraction(more - row.agreed) * days / ((last - first).days + 1) * 100
    half_up = (abs(exact) + Fraction(1, 2)).__floor__() * (1 if exact >= 0 else -1)
    return (Decimal(half_up) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)

"""Prices are dated lines that never change; the database holds to it, too."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from placements.models import Charge, Placement, PriceLine
from tests.factories.accounts import UserFactory
from tests.factories.prices import a_price

pytestmark = pytest.mark.django_db

APRIL = datetime.date(2024, 4, 1)
JANUARY = datetime.date(2025, 1, 6)


@pytest.fixture
def officer(db):
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def placement(take_schools, take_placements):
    take_schools()
    take_placements()
    return Placement.objects.get()


@pytest.fixture
def line(placement, officer):
    """Two and a half hours of therapy a week, at £80, from 1 April 2024."""
    return a_price(placement, by=officer)


@pytest.mark.parametrize(
    ("unit", "cost"), [("year", "200"), ("term", "600"), ("week", "7600"), ("hour", "7600")]
)
def test_costs_its_unit_by_the_times_of_a_year(placement, officer, unit, cost):
    assert a_price(placement, by=officer, unit=unit).cost_a_year == Decimal(cost)


def test_costs_the_weeks_of_the_line(placement, officer):
    assert a_price(placement, by=officer, weeks=Decimal(52)).cost_a_year == Decimal(10_400)


def test_a_change_ends_one_line_and_starts_another(line, officer):
    following = line.change(by=officer, from_on=JANUARY, amount=Decimal(90), quantity=Decimal(3))

    line.refresh_from_db()
    assert (line.amount, line.ends_on) == (80, datetime.date(2025, 1, 5))
    assert (following.amount, following.quantity, following.starts_on) == (90, 3, JANUARY)
    assert (following.kind, following.funder, following.ends_on) == (line.kind, line.funder, None)
    assert list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True))[-2:] == [
        "end_price",
        "add_price",
    ]


@pytest.mark.parametrize(
    ("last_on", "why"),
    [
        (datetime.date(2024, 3, 31), "begins after"),
        (datetime.date(2024, 7, 31), "ends on 31 July 2024"),
    ],
)
def test_does_not_end_before_it_begins_nor_after_it_has_ended(line, officer, last_on, why):
    if "July" in why:
        line.end(by=officer, last_on=last_on)
    with pytest.raises(NotAllowedNow, match=why):
        line.end(by=officer, last_on=last_on)


def test_a_mistake_is_voided_and_stays_on_record(line, officer):
    line.void(by=officer, reason="Entered for another child")

    line = PriceLine.objects.get(pk=line.pk)
    assert (line.voided_by, line.void_reason) == (officer, "Entered for another child")
    assert not Charge.objects.filter(pk=line.pk).exists()
    for verb in (
        lambda: line.void(by=officer, reason="Twice"),
        lambda: line.end(by=officer, last_on=JANUARY),
    ):
        with pytest.raises(NotAllowedNow, match="voided already"):
            verb()


def test_after_a_voided_line_there_may_be_another_from_the_same_day(line, officer):
    line.void(by=officer, reason="Wrong amount")

    assert a_price(line.placement, by=officer, amount=Decimal(81)).pk


class TestTheDatabase:
    @pytest.mark.parametrize(
        "facts",
        [
            {"amount": 81},
            {"quantity": 3},
            {"kind": "therapy_ot"},
            {"unit": "week"},
            {"funder": "health"},
            {"weeks": 39},
            {"cost_a_year": 1},
            {"starts_on": datetime.date(2024, 4, 2)},
            {"imported": True},
            {"added_by": None},
        ],
        ids=lambda facts: next(iter(facts)),
    )
    def test_lets_no_fact_of_a_line_change(self, line, facts):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            PriceLine.objects.update(**facts)

    def test_lets_no_line_last_longer(self, line, officer):
        ended = a_price(line.placement, by=officer, kind="exams", ends_on=datetime.date(2024, 7, 1))
        with pytest.raises(InternalError, match="longer"), transaction.atomic():
            PriceLine.objects.filter(pk=ended.pk).update(ends_on=datetime.date(2024, 7, 2))
        with pytest.raises(InternalError, match="longer"), transaction.atomic():
            PriceLine.objects.filter(pk=ended.pk).update(ends_on=None)

    def test_lets_an_end_be_taken_back(self, line, officer):
        line.end(by=officer, last_on=JANUARY)

        PriceLine.objects.update(ends_on=None)

        assert PriceLine.objects.get().ends_on is None

    def test_lets_no_voided_line_change(self, line, officer):
        line.void(by=officer, reason="Wrong")
        with pytest.raises(InternalError, match="stays as it is"), transaction.atomic():
            PriceLine.objects.update(voided_at=None, voided_by=None, void_reason="")

    @pytest.mark.parametrize("is_voided", [False, True])
    def test_lets_no_line_go(self, line, officer, is_voided):
        if is_voided:
            line.void(by=officer, reason="Wrong")
        with pytest.raises(InternalError, match="stays on record"), transaction.atomic():
            PriceLine.objects.all()._raw_delete(using="default")

    def test_wants_a_reason_for_a_void(self, line, officer):
        with pytest.raises(IntegrityError, match="voided_with_a_reason"), transaction.atomic():
            PriceLine.objects.update(voided_at=line.added_at, voided_by=officer)

    def test_lets_no_two_lines_of_a_kind_and_funder_share_a_day(self, line, officer):
        with pytest.raises(IntegrityError, match="no_overlap"), transaction.atomic():
            a_price(line.placement, by=officer, starts_on=JANUARY)
        assert a_price(line.placement, by=officer, starts_on=JANUARY, funder="health").pk
        assert a_price(line.placement, by=officer, starts_on=JANUARY, kind="therapy_ot").pk

    @pytest.mark.parametrize(
        ("facts", "constraint"),
        [
            ({"amount": Decimal(-1)}, "not_below_nought"),
            ({"quantity": Decimal(-1)}, "not_below_nought"),
            ({"weeks": Decimal(0)}, "weeks_of_a_year"),
            ({"weeks": Decimal(54)}, "weeks_of_a_year"),
            ({"ends_on": datetime.date(2024, 3, 31)}, "starts_on_before_ends_on"),
            ({"kind": "transport"}, "kind_is_known"),
            ({"unit": "month"}, "unit_is_known"),
            ({"funder": "parents"}, "funder_is_known"),
        ],
        ids=str,
    )
    def test_refuses_what_no_line_can_be(self, placement, officer, facts, constraint):
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            a_price(placement, by=officer, **facts)

    def test_refuses_a_cost_that_its_parts_do_not_say(self, placement, officer):
        line = PriceLine.of(
            placement,
            kind="exams",
            unit="term",
            quantity=Decimal(1),
            amount=Decimal(100),
            funder="education",
            starts_on=APRIL,
        )
        line.cost_a_year = Decimal(100)
        with pytest.raises(IntegrityError, match="what_its_parts_say"), transaction.atomic():
            line.add(by=officer)


class TestCharges:
    def test_the_fee_counts_until_the_first_line_of_base_education(self, placement, officer):
        a_price(placement, by=officer, kind="base_education", funder="health", starts_on=JANUARY)
        a_price(placement, by=officer, kind="residential", starts_on=APRIL)

        fee = Charge.objects.get(pk=-placement.pk)

        assert (fee.first_on, fee.last_on) == (placement.starts_on, datetime.date(2025, 1, 5))
        assert (fee.kind, fee.funder, fee.cost_a_year) == ("base_education", "education", 36_500)

    def test_the_fee_is_open_where_no_such_line_counts(self, placement, officer):
        line = a_price(placement, by=officer, kind="base_education", starts_on=JANUARY)
        line.void(by=officer, reason="Wrong")

        assert Charge.objects.get().last_on is None

    def test_the_fee_counts_on_no_day_where_the_line_is_there_from_the_first(
        self, placement, officer
    ):
        a_price(placement, by=officer, kind="base_education", starts_on=placement.starts_on)

        assert [each.pk for each in Charge.objects.on(placement.starts_on)] != [-placement.pk]
        assert Charge.objects.on(placement.starts_on).count() == 1

    def test_a_line_counts_on_days_inside_its_placement(self, placement, officer):
        Placement.objects.update(ended_on=JANUARY)
        line = a_price(placement, by=officer, starts_on=datetime.date(2020, 1, 1))

        charge = Charge.objects.get(pk=line.pk)

        assert (charge.starts_on, charge.first_on) == (line.starts_on, placement.starts_on)
        assert charge.last_on == JANUARY
        assert not Charge.objects.on(JANUARY + datetime.timedelta(days=1)).exists()

    def test_cannot_be_written(self, placement):
        with pytest.raises(Exception, match="placements_charge"), transaction.atomic():
            connection.cursor().execute("UPDATE placements_charge SET cost_a_year = 0")

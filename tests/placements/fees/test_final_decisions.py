"""What was finally decided on fees, and prices that follow one another after any moves."""

import datetime
import random
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby, pairwise

import pytest
from zeal import zeal_context

from nmiss.base.core import clock
from placements.fees import negotiating, outcomes
from placements.fees.models import FeeRequest
from placements.models import CostAvoidance
from tests.factories.fees import (
    a_mandate,
    a_request,
    accept,
    an_offer,
    recommend,
    refuse,
    today,
)
from tests.factories.prices import a_price

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window")]


@pytest.fixture
def request_(provider, place, owner):
    place()
    return a_request(provider, owner=owner)


def day_before(day):
    return day - datetime.timedelta(1)


class TestWhatWasFinallyDecided:
    def test_of_an_agreed_request_is_asked_and_agreed_by_placement(
        self, provider, place, owner, officer, manager
    ):
        (placement,) = place(1)
        a_price(placement, by=officer)  # £7,600 a year
        request = a_request(provider, "10", owner=owner)
        a_mandate(request, 5, officer=officer, manager=manager)
        accept(an_offer(request, 5, by=officer), by=owner)
        request.refresh_from_db()

        (final,) = outcomes.final_prices(request)

        assert (final.placement, final.effective_on) == (placement, request.effective_on)
        assert (final.current, final.asked, final.agreed) == (47_600, 52_360, 49_980)
        assert list(FeeRequest.objects.finally_decided(today())) == [request]

    def test_is_in_the_ledger_once_from_the_effective_day(
        self, request_, owner, officer, manager, window
    ):
        a_mandate(request_, 4, officer=officer, manager=manager)
        accept(an_offer(request_, 4, by=officer), by=owner)
        request_.refresh_from_db()

        assert outcomes.write_savings(day_before(window.effective_on)) == 0
        with clock.at(clock.noon(window.effective_on)):
            assert outcomes.write_savings(window.effective_on) == 1
            assert outcomes.write_savings(window.effective_on) == 0

        rows = CostAvoidance.objects.filter(request=request_.reference)
        assert {(row.asked, row.agreed, row.current) for row in rows} == {(43_800, 41_600, 40_000)}
        year_ends = datetime.date(window.academic_year + 1, 8, 31)
        days = (year_ends - window.effective_on).days + 1
        of_year = (year_ends - datetime.date(window.academic_year, 8, 31)).days
        by_hand = (Decimal(2_200) * days / of_year).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert [row.avoided for row in rows] == [by_hand, by_hand]

    def test_of_a_refused_request_comes_when_no_appeal_can(self, request_, officer):
        refuse(request_, by=officer, reason="No evidence")
        request_.refresh_from_db()

        assert {final.agreed for final in outcomes.final_prices(request_)} == {None}
        last = request_.appeal_by
        assert not FeeRequest.objects.finally_decided(last).exists()
        assert FeeRequest.objects.finally_decided(last + datetime.timedelta(1)).exists()


def test_fees_in_dispute_are_a_possible_liability(request_, officer, owner, manager, client):
    client.force_login(officer)

    def in_dispute():
        with zeal_context():
            return client.get("/fees/").context["in_dispute"]

    assert in_dispute() == {"requests": 1, "more_a_year": 7_600}
    a_mandate(request_, 4, officer=officer, manager=manager)
    accept(an_offer(request_, 4, by=officer), by=owner)
    assert in_dispute() == {"requests": 0, "more_a_year": 0}
    client.force_login(owner)
    assert "In dispute" not in client.get("/fees/").text


def agree(request, percent, *, officer, manager, owner):
    proposal = recommend(
        request, by=officer, percent=Decimal(percent), reason="Fair", decision="26/00012"
    )
    proposal.agree(by=manager, seen=proposal.digest)
    accept(an_offer(request, percent, by=officer), by=owner)


@pytest.mark.parametrize("seed", range(6))
def test_no_gap_or_overlap_in_prices_after_any_moves(
    provider, place, owner, officer, manager, seed
):
    chance = random.Random(seed)
    placements = place(2)
    a_price(placements[0], by=officer, starts_on=today(-300), funder="health")
    placements[1].ended_on = today(chance.choice([150, 199, 200, 250]))
    placements[1].save()
    for how in [*chance.choices(["refuse", "withdraw"], k=chance.randrange(3)), "agree"]:
        percent = chance.choice(["0.5", "3.33", "9.5"])
        request = a_request(provider, percent, owner=owner)
        if how == "agree":
            agree(request, percent, officer=officer, manager=manager, owner=owner)
        elif how == "refuse":
            refuse(request, by=officer, reason="No")
        else:
            negotiating.withdraw(request, by=owner)

    for placement in placements:
        charges = placement.charges.order_by("kind", "funder", "first_on")
        for (kind, _), charged in groupby(charges, key=lambda each: (each.kind, each.funder)):
            follow_each_other(placement, kind, [each for each in charged if counts(each)])


def counts(charge):
    return charge.last_on is None or charge.last_on >= charge.first_on


def follow_each_other(placement, kind, charges):
    for earlier, later in pairwise(charges):
        assert later.first_on == earlier.last_on + datetime.timedelta(1)
    assert charges[-1].last_on == placement.ended_on
    if kind == "base_education":
        assert charges[0].first_on == placement.starts_on

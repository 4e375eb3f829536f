"""A version changes prices from a day, and leaves what a fee request settled for a later one."""

import datetime
from decimal import Decimal

import pytest

from nmiss.base.accounts.models import Role
from placements.agreements import making
from placements.models import Charge
from tests.factories.accounts import UserFactory
from tests.factories.consultations import BASE
from tests.factories.fees import a_mandate, a_request, a_window, accept, an_offer, today
from tests.factories.placement_agreements import in_force, terms_of
from tests.factories.placement_endings import a_place

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
SLT = BASE | {
    "kind": "therapy_slt",
    "unit": "hour",
    "quantity": Decimal(1),
    "amount": Decimal(80),
    "funder": "health",
}
HOURS = Decimal(38)  # of a year, at one a week


@pytest.fixture
def settled():
    """A place whose school is agreed 5 per cent from a later day on."""
    place, officer, owner = a_place(prices=(BASE, SLT), starts_on=today(-400))
    manager = UserFactory(role=Role.MANAGER)
    commissioner = UserFactory(role=Role.OFFICER)
    a_window()
    request = a_request(place.school.provider, "9", owner=owner)
    a_mandate(request, 5, officer=commissioner, manager=manager)
    accept(an_offer(request, 5, by=commissioner), by=owner)
    return place, officer, owner


def change(place, officer, owner, *prices):
    """Sign a version from a day before the rise."""
    agreement = place.agreements.in_force().get()
    facts = {"starts_on": today(50), "ends_on": agreement.ends_on, "ends_place_before": True}
    terms = terms_of(agreement.choice, **facts)
    in_force(making.change_agreement(agreement, terms, prices, by=officer), owner=owner)


def costs(place, day):
    """By kind, what counts on a day."""
    charges = Charge.objects.on(day).filter(placement=place)
    return dict(charges.values_list("kind", "cost_a_year"))


def test_a_rise_stays_where_another_price_changes(settled):
    place, *people = settled
    rise = today(200)
    dearer = BASE["amount"] * Decimal("1.05")

    change(place, *people, BASE, SLT | {"quantity": Decimal(2)})

    assert costs(place, today(50)) == {
        "base_education": BASE["amount"],
        "therapy_slt": 80 * 2 * HOURS,
    }
    assert costs(place, rise) == {"base_education": dearer, "therapy_slt": 84 * 2 * HOURS}
    base = place.price_lines.filter(kind="base_education")
    assert [line.is_voided for line in base] == [False, False]


def test_an_amount_of_the_version_counts_until_the_rise(settled):
    place, *people = settled
    rise = today(200)

    change(place, *people, BASE | {"amount": Decimal(60_000)}, SLT)

    assert costs(place, rise - DAY)["base_education"] == 60_000
    assert costs(place, rise)["base_education"] == BASE["amount"] * Decimal("1.05")


def test_a_price_that_is_left_out_does_not_come_back(settled):
    place, *people = settled

    change(place, *people, BASE)

    assert set(costs(place, today(200))) == {"base_education"}

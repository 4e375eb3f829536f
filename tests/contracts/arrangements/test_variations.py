"""Variations: the limits of their grounds, their notice, and how a mistake is voided."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements.notice_duties import duties_of
from contracts.models import Variation, Vehicle
from nmiss.base.accounts.models import Role
from nmiss.base.core.lifecycle import NotAllowedNow
from tests.factories.accounts import UserFactory
from tests.factories.extending import a_variation, an_option

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def vehicle():
    """£1,000 for the whole term."""
    vehicle = an_option().vehicle
    vehicle.describe(by=None, advertised_value=Decimal(1000), value_basis="total")
    return vehicle


def vary(vehicle, ground, value, **given):
    return a_variation(vehicle, ground=ground, value=Decimal(value), **given)


@pytest.mark.parametrize(
    ("ground", "value", "says"),
    [
        ("b", "500.01", "at most £500, half"),
        ("c", "500.01", "at most £500, half"),
        ("f", "100", "£100 together"),
    ],
)
def test_a_ground_has_its_limit(vehicle, ground, value, says):
    with pytest.raises(NotAllowedNow, match=says):
        vary(vehicle, ground, value)
    vary(vehicle, ground, Decimal(value) - 1)


def test_each_on_b_and_c_and_all_on_f_together(vehicle):
    for ground in "bc":
        vary(vehicle, ground, 500)
        vary(vehicle, ground, 500)
    mistaken = vary(vehicle, "f", 90)
    with pytest.raises(NotAllowedNow, match="£100 together"):
        vary(vehicle, "f", 10)
    vary(vehicle, "f", -40)  # net: what falls makes room
    vary(vehicle, "f", "49.99")
    mistaken.void(by=mistaken.recorded_by, reason="Entered twice.")
    vary(vehicle, "f", 90)
    with pytest.raises(NotAllowedNow, match="voided already"):
        mistaken.void(by=mistaken.recorded_by, reason="Again.")


def test_other_grounds_have_none_and_an_unknown_value_asks_for_advice(vehicle):
    for ground in "ade":
        vary(vehicle, ground, 5000)
    vehicle.describe(by=None, value_basis="unknown")
    vehicle.refresh_from_db()
    with pytest.raises(NotAllowedNow, match="reference of legal advice"):
        vary(vehicle, "b", 1)
    vary(vehicle, "b", 1, legal_advice="Advice 9")


def test_a_change_under_the_act_is_none_of_regulation_72(officer):
    today = timezone.localdate()
    vehicle = Vehicle.objects.create(
        name="Framework", kind="framework", established_on=today, starts_on=today
    )
    with pytest.raises(NotAllowedNow, match="record its notice of the change"):
        vary(vehicle, "a", 1)


def test_b_and_c_are_notified(vehicle):
    due = [vary(vehicle, ground, 1) for ground in "bcaf"][:2]

    found = duties_of(vehicle, today=timezone.localdate())

    assert [(each.form, each.subject) for each in found] == [
        ("F20", f"variation-{each.pk}") for each in due
    ]


def test_the_page_records_and_voids(client, officer, vehicle):
    client.force_login(officer)
    page = reverse("contracts:variation_add", args=[vehicle.pk])
    given = {"ground": "f", "description": "A room.", "value": "99", "agreed_by": "Director",
             "agreed_on": str(timezone.localdate())}  # fmt: skip
    assert len(client.post(page, {}).context["form"].errors) == 5
    assert "value" in client.post(page, given | {"value": "100"}).context["form"].errors
    assert (
        "agreed_on" in client.post(page, given | {"agreed_on": "2020-01-01"}).context["form"].errors
    )

    client.post(page, given)

    (made,) = Variation.objects.all()
    client.post(reverse("contracts:variation_void", args=[made.pk]), {"reason": "Entered twice."})
    made.refresh_from_db()
    assert (made.voided_by, made.void_reason) == (officer, "Entered twice.")
    shown = client.get(reverse("contracts:variation_list", args=[vehicle.pk])).content.decode()
    assert "Entered twice." in shown

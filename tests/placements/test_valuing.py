"""What an arrangement costs is written down in contracts, daily and when somebody asks."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from contracts.models import Vehicle, VehicleFigure
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import AuditEvent
from placements.tasks import note_values
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
FIGURES = {
    **{"spent": Decimal(70), "committed": Decimal(20), "until": datetime.date(2025, 8, 31)},
    **{"spent_call_off": Decimal(60), "committed_call_off": Decimal(19)},
}


@pytest.fixture
def vehicle(take_schools, take_members, take_placements):
    """£365 a year from 1 April 2024 at a member school, to 31 March 2025."""
    vehicle = the_dps(ends_on=datetime.date(2025, 8, 31))
    take_schools()
    take_members({"admitted_on": "2024-04-01"})
    take_placements(
        {"annual_fee": "365", "starts_on": "2024-04-01", "ended_on": "2025-03-31", "route": "spot"}
    )
    return vehicle


def page_of(vehicle):
    return reverse("placements:vehicle_value", args=[vehicle.pk])


def test_each_arrangement_is_written_down_once_a_day(vehicle):
    note_values()
    Vehicle.objects.create(name="Another", starts_on=datetime.date(2024, 4, 1))
    note_values()
    note_values()

    figures = VehicleFigure.objects.order_by("vehicle__name")
    assert [figure.vehicle.name for figure in figures] == ["Another", vehicle.name]
    other, ours = figures
    assert (ours.as_at, ours.until) == (timezone.localdate(), datetime.date(2025, 8, 31))
    assert (ours.spent, ours.committed, ours.spent_call_off, ours.forecast) == (365, 0, 0, None)
    assert (other.spent, other.committed, other.total) == (0, None, None)


def test_an_officer_has_it_written_down_anew(client, vehicle, take_prices):
    note_values()
    take_prices({"unit": "year", "quantity": "1", "amount": "365", "starts_on": "2024-04-01"})
    client.force_login(UserFactory(role=Role.FINANCE))

    page = client.post(page_of(vehicle))

    assert page.url == page_of(vehicle)
    spent = VehicleFigure.objects.newest_first().values_list("spent", flat=True)
    assert list(spent) == [730, 365]
    assert AuditEvent.objects.filter(verb="note_value").count() == 1


@pytest.mark.parametrize("role", [Role.PLACEMENTS, Role.AUDITOR])
def test_others_only_read_it(client, vehicle, role):
    client.force_login(UserFactory(role=role))

    assert client.get(page_of(vehicle)).status_code == 200
    assert client.post(page_of(vehicle)).status_code == 403
    assert not VehicleFigure.objects.exists()


def test_no_provider_sees_it(vehicle):
    VehicleFigure.note(vehicle, as_at=datetime.date(2024, 4, 1), **FIGURES)
    someone = ProviderMemberFactory().user

    assert not VehicleFigure.objects.visible_to(someone).exists()
    assert VehicleFigure.objects.visible_to(UserFactory(role=Role.AUDITOR)).exists()


@pytest.mark.parametrize(
    ("value", "basis", "found"),
    [
        (Decimal(100), "total", [(Decimal(90), 90), (Decimal(79), 0)]),
        (Decimal("112.50"), "total", [(Decimal(80), 80), (Decimal("70.22"), 0)]),
        (Decimal(79), "total", [(Decimal("113.92"), 100), (Decimal(100), 100)]),
        (Decimal(100), "annual", []),
        (Decimal(100), "unknown", []),
        (None, "total", []),
    ],
)
def test_the_verdict_is_on_all_placements_and_on_call_offs_alone(
    client, vehicle, value, basis, found
):
    Vehicle.objects.update(advertised_value=value, value_basis=basis)
    VehicleFigure.note(vehicle, as_at=datetime.date(2024, 4, 1), **FIGURES)
    client.force_login(UserFactory(role=Role.MANAGER))

    verdicts = client.get(page_of(vehicle)).context_data["verdicts"]

    assert [(verdict.percent, verdict.limit) for verdict in verdicts] == found


class TestTheDatabase:
    def test_lets_no_figure_change_or_go(self, vehicle):
        figure = VehicleFigure.note(vehicle, as_at=datetime.date(2024, 4, 1), **FIGURES)
        for attempt in (
            lambda: VehicleFigure.objects.update(spent=1),
            lambda: VehicleFigure.objects.filter(pk=figure.pk)._raw_delete(using="default"),
        ):
            with pytest.raises(InternalError, match="Cannot"), transaction.atomic():
                attempt()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"spent_call_off": Decimal(71)},
            {"spent_call_off": Decimal(-1)},
            {"committed_call_off": Decimal(21)},
            {"committed": None},
            {"until": None},
            {"committed_call_off": None},
        ],
        ids=str,
    )
    def test_refuses_a_figure_that_does_not_hang_together(self, vehicle, wrong):
        with pytest.raises(IntegrityError, match="vehiclefigure"), transaction.atomic():
            VehicleFigure.note(vehicle, as_at=datetime.date(2024, 4, 1), **FIGURES | wrong)

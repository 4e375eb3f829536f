"""What an arrangement costs by contract year, lot and provider, and what lies ahead of it."""

import datetime
from decimal import Decimal

import pytest
from django.db import InternalError
from django.urls import reverse
from django.utils import timezone

from contracts.models import StarterAssumption, Vehicle, VehicleFigure
from nmiss.base.accounts.models import Role
from placements.models import Placement
from placements.reports.value_ahead import agreed_changes, assumed_starters, beyond_the_end
from placements.reports.value_parts import breakdown
from placements.reports.vehicle_value import vehicle_values
from placements.tasks import note_values
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
ON = DAY(2024, 4, 8)


@pytest.fixture
def dps(take_schools, take_members):
    """A school in lot 1 for ten days, and from the sixth for fifteen days in lot 2, too."""
    dps = Vehicle.establish_dps()[1].vehicle
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members(
        {"admitted_on": "2024-04-01", "left_on": "2024-04-10"},
        {"lot": "2", "admitted_on": "2024-04-06", "left_on": "2024-04-20"},
        {"school_urn": "900002", "provider_name": "Birch Ltd", "company_number": "ZZ000002",
         "admitted_on": "2022-09-01"},
    )  # fmt: skip
    return dps


def pounds(lines):
    return [(each.title, each.spent, each.committed, each.call_offs) for each in lines]


def test_every_table_adds_up_to_the_whole(dps, take_placements, django_assert_num_queries):
    take_placements(  # £100 a day, in years of 365 days
        {"starts_on": "2024-04-01"},
        {"placement_ref": "B", "pupil_ref": "B", "route": "call_off", "school_urn": "900002",
         "starts_on": "2024-08-30", "ended_on": "2024-09-03", "annual_fee": "1.83"},
        {"placement_ref": "C", "pupil_ref": "C", "school_urn": "900002",
         "starts_on": "2023-09-01", "ended_on": "2023-09-01"},
    )  # fmt: skip

    with django_assert_num_queries(6):
        found = breakdown(dps, ON)

    assert pounds(found.lots) == [
        ("Lot 1", Decimal("899.73"), Decimal("200.03"), Decimal("0.03")),
        ("Lot 2", 0, 1000, 0),
    ]
    assert pounds(found.providers) == [
        ("Ash Education Ltd", 800, 1200, 0),
        ("Birch Ltd", Decimal("99.73"), Decimal("0.03"), Decimal("0.03")),
    ]
    assert [(each.first, each.last, each.total) for each in found.years] == [
        (DAY(2023, 9, 1), DAY(2024, 8, 31), Decimal("2099.74")),
        (DAY(2024, 9, 1), DAY(2025, 8, 31), Decimal("0.02")),
    ]
    [whole] = vehicle_values(ON)
    for lines in (found.years, found.lots, found.providers):
        assert sum(each.spent for each in lines) == whole.spent
        assert sum(each.committed for each in lines) == whole.committed


def test_a_call_off_counts_in_its_own_lot(dps, take_placements):
    take_placements({"starts_on": "2024-04-08", "ended_on": "2024-04-09", "route": "call_off"})
    second = dps.lots.get(number=2)
    Placement.objects.update(lot=second)

    assert pounds(breakdown(dps, ON).lots) == [("Lot 2", 100, 100, 200)]


def test_a_value_for_each_year_is_compared_with_each_year(dps, take_placements):
    take_placements({"starts_on": "2024-04-01", "ended_on": "2024-04-10"})
    dps.describe(by=None, advertised_value=Decimal(2000), value_basis="annual")

    [year] = breakdown(dps, ON).years

    assert year.percent == Decimal("50.00")


def test_prices_that_change_later_are_said_apart(dps, take_placements, take_prices):
    take_placements({"school_urn": "900002", "starts_on": "2024-04-01", "ended_on": "2024-04-20"})
    usual = {"kind": "base_education", "unit": "year", "quantity": "1", "funder": "education"}
    take_prices(
        usual | {"amount": "36500", "starts_on": "2024-04-01", "ends_on": "2024-04-10"},
        usual | {"amount": "40150", "starts_on": "2024-04-11"},
    )

    assert agreed_changes(dps, ON, dps.ends_on) == 100  # ten days at £10
    assert agreed_changes(dps, DAY(2024, 4, 11), dps.ends_on) == 0
    assert agreed_changes(dps, ON, None) is None


def test_call_offs_after_the_end_are_said_apart(dps, take_placements):
    facts = {"school_urn": "900002", "starts_on": "2024-09-01", "route": "call_off"}
    take_placements(
        facts | {"ended_on": "2025-09-10"},
        facts | {"placement_ref": "S", "pupil_ref": "S", "route": "spot"},
        facts | {"placement_ref": "O", "pupil_ref": "O", "ended_on": "2025-08-31"},
    )

    beyond = beyond_the_end(dps, dps.ends_on)

    assert (beyond.places, beyond.amount) == (1, 1000)


def test_starters_are_counted_once_somebody_assumed_them(client, dps):
    today = timezone.localdate()
    vehicle = Vehicle.objects.create(
        name="Another",
        starts_on=DAY(2024, 4, 1),
        initial_ends_on=today.replace(year=today.year + 2),
    )
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    page = reverse("contracts:vehicle_starters", args=[vehicle.pk])
    refused = client.post(page, {"starters": "ten", "fee": "0", "reason": ""})
    assert len(refused.context["form"].errors) == 3

    client.post(page, {"starters": "10", "fee": "73,000", "reason": "The sufficiency plan"})
    client.post(reverse("placements:vehicle_value", args=[vehicle.pk]))

    figure = VehicleFigure.objects.filter(vehicle=vehicle).newest_first()[0]
    days = (figure.until - today).days
    assert figure.forecast == round(Decimal(365_000) * days * days / 365 / 365, 2)
    assert figure.total == figure.forecast
    shown = client.get(reverse("placements:vehicle_value", args=[vehicle.pk])).content.decode()
    assert "10 a year at £73,000" in shown
    with pytest.raises(InternalError, match="Cannot update"):
        StarterAssumption.objects.update(starters=1)


def test_nothing_is_forecast_before(dps):
    note_values()

    assert VehicleFigure.objects.get().forecast is None
    assert assumed_starters(None, ON, dps.ends_on) is None


def test_the_page_shows_the_parts(client, dps, take_placements):
    take_placements({"starts_on": "2024-04-01", "ended_on": "2024-04-10"})
    client.force_login(UserFactory(role=Role.FINANCE))

    shown = client.get(reverse("placements:vehicle_value_parts", args=[dps.pk])).content.decode()

    assert "1 September 2023 to 31 August 2024" in shown
    assert "Ash Education Ltd" in shown

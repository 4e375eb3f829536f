"""If nothing is decided, the page of an arrangement says what follows for each contract."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core import pages
from tests.factories.accounts import UserFactory
from tests.factories.extending import a_member, an_option, prepared
from tests.factories.placements import PlacementFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


def page_of(option):
    return reverse("contracts:vehicle_detail", args=[option.vehicle.pk])


def test_each_contract_has_its_children_pounds_and_day(client, officer):
    option = an_option(first_day=30)
    ends_on = option.starts_on - DAY
    placed, empty = (a_member(option).provider_members.get().provider for _ in range(2))
    school = placed.schools.get()
    usual = {"school": school, "starts_on": ends_on - 90 * DAY, "annual_fee": Decimal(40_000)}
    PlacementFactory(**usual)
    PlacementFactory(**usual, ended_on=option.starts_on)
    PlacementFactory(**usual, ended_on=ends_on, end_reason="other")
    PlacementFactory(**usual | {"starts_on": option.starts_on})
    client.force_login(officer)

    page = client.get(page_of(option))

    undecided = page.context_data["undecided"]
    found = {each.provider: (each.children, each.a_year) for each in undecided.contracts}
    assert found == {placed: (2, 80_000), empty: (0, 0)}
    assert (undecided.from_day, undecided.option) == (option.starts_on, option)
    words = " ".join(page.content.decode().split())
    assert "all contracts revert to spot purchase" in words
    assert "This is for 2 children and £80,000 a year:" in words


def test_nothing_reverts_once_the_option_is_decided(client, officer):
    option = an_option(first_day=30)
    a_member(option)
    prepared(option, officer, UserFactory(role=Role.MANAGER))
    client.force_login(officer)

    page = client.get(page_of(option))

    assert page.context_data["undecided"] is None
    assert "If nothing is decided" not in page.content.decode()


def test_a_page_shows_a_part_of_many_contracts(client, officer, monkeypatch):
    monkeypatch.setattr(pages, "MOST_IN_HAND", 2)
    option = an_option(first_day=30)
    for _ in range(3):
        a_member(option)
    client.force_login(officer)

    first, second = (client.get(page_of(option), {"page": number}) for number in (1, 2))

    shown = [each for page in (first, second) for each in page.context["contracts"].rows]
    assert shown == first.context_data["undecided"].contracts
    assert first.text.count('data-label="Fees a year"') == 2
    assert second.text.count('data-label="Fees a year"') == 1

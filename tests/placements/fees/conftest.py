"""A provider with two schools, twenty placements at each, and the people of both sides."""

import datetime

import pytest

from nmiss.base.accounts.models import Role
from providers.models import Provider, School
from tests.factories.accounts import UserFactory
from tests.factories.fees import a_window
from tests.factories.placements import PlacementFactory
from tests.factories.providers import ProviderMemberFactory


@pytest.fixture
def provider(take_schools, take_members):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members({}, {"school_urn": "900002"})
    provider = Provider.objects.get()
    School.objects.update(provider=provider)
    return provider


@pytest.fixture
def window(db):
    return a_window()


@pytest.fixture
def place(provider):
    """Have placements at both schools since 1 September 2024, at £40,000 a year."""

    def place(count=2, **facts):
        schools = list(School.objects.order_by("urn"))
        usual = {"starts_on": datetime.date(2024, 9, 1), "annual_fee": 40_000}
        return [
            PlacementFactory(school=schools[number % 2], **usual | facts) for number in range(count)
        ]

    return place


@pytest.fixture
def owner(provider):
    return ProviderMemberFactory(provider=provider, role="owner").user


@pytest.fixture
def editor(provider):
    return ProviderMemberFactory(provider=provider, role="editor").user


@pytest.fixture
def officer(db):
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def manager(db):
    return UserFactory(role=Role.MANAGER)

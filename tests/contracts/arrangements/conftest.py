"""An officer and a manager, each at a browser."""

import pytest

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory


@pytest.fixture
def officer(client):
    person = UserFactory()
    client.force_login(person)
    return person


@pytest.fixture
def manager(client):
    person = UserFactory(role=Role.MANAGER)
    client.force_login(person)
    return person

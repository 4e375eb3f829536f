"""Administrators who propose and agree, each at a browser of their own."""

import pytest

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory


@pytest.fixture
def administrators():
    return [UserFactory(role=Role.ADMINISTRATOR, name=name) for name in ("Ada Admin", "Bo Admin")]


@pytest.fixture
def sign_in(client_class):
    def sign_in(person):
        client = client_class()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def client_class(client):
    return type(client)

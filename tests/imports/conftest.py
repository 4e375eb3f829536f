"""Officers, and tables that they hand to the worker."""

from __future__ import annotations

import functools

import pytest

from nmiss.base.accounts.models import Role
from tests.factories import imports
from tests.factories.accounts import UserFactory


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def begin(officer):
    """Hand a table to the worker: `begin("schools", {"URN": "1"}, name="a.csv")`."""
    return functools.partial(imports.begin, by=officer)

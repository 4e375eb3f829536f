"""An officer who works with members."""

import pytest

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)

"""A school with its owner, the manager who decides, and what is asked of the school."""

import pytest

from nmiss.base.accounts.models import Role
from providers.models import School
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory
from tests.kpis.following.quarters import COUNT


@pytest.fixture
def school(two_schools):
    return School.objects.get(urn=900001)


@pytest.fixture
def owner(school):
    return ProviderMemberFactory(provider=school.provider, role="owner").user


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def indicators(take_indicators):
    take_indicators(
        *({"code": f"K0{n}", "formula": f"days{n}"} | COUNT for n in (1, 2, 3)),
    )

"""The walls around prices, payments and arrangements, tried as the role that serves the pages.

That no row comes without somebody who may is in tests/accounts/test_walls_written.py, of every
table; here rows that are there are changed and taken away.
"""

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.models import BudgetAmount, Payment
from tests.contracts.attacks import SETTINGS, line_of, passed
from tests.factories.accounts import UserFactory
from tests.factories.contracts import a_decision
from tests.factories.extending import an_option
from tests.factories.placements import PlacementFactory

pytestmark = pytest.mark.django_db
ATTACKS = (
    "UPDATE contracts_vehicle SET advertised_value = 1",
    "UPDATE contracts_vehicle SET starts_on = starts_on - 1",
    "UPDATE contracts_lot SET block_allowed = NOT block_allowed",
    "UPDATE contracts_decision SET budget = 999999999, maker_title = 'Cabinet'",
    "UPDATE contracts_delegation SET scope = 'All'",
    "DELETE FROM contracts_delegation",
    "DELETE FROM contracts_extensionoption",
    "UPDATE placements_payment SET amount = -5",
    "DELETE FROM placements_payment",
)


@pytest.fixture
def people(transactional_db):
    option = an_option()
    decision = a_decision(option.vehicle)
    decision.delegate(by=UserFactory(), to="Director", scope="To extend")
    Payment.objects.create(
        reference="P1", placement=PlacementFactory(), paid_on=timezone.localdate(), amount=5
    )
    return [UserFactory(role=role) for role in (Role.PROVIDER, Role.AUDITOR, Role.PLACEMENTS)]


@pytest.mark.parametrize("setting", SETTINGS)
def test_nobody_changes_what_is_there(people, setting):
    with line_of("web") as line, line.cursor() as cursor:
        cursor.execute(setting)
        for person in (None, *people):
            assert [each for each in ATTACKS if passed(each, cursor, person)] == []
    with line_of("owner") as line, line.cursor() as cursor:
        assert [each for each in ATTACKS if not passed(each, cursor)] == []


def test_who_may_does_it_by_the_page(as_web, client):
    client.force_login(UserFactory(role=Role.FINANCE))
    given = {"financial_year": "2026", "line": "day", "amount": "5"}
    client.post(reverse("placements:budget_set"), given)
    assert BudgetAmount.objects.get().amount == 5

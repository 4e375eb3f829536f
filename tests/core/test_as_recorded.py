"""A figure is worked out again once a record behind it has changed, and not before."""

import pytest
from django.core.cache import cache

from nmiss.base.accounts.models import Role
from nmiss.base.core import as_recorded
from nmiss.base.core.models import LegalParameter, NonWorkingDay
from placements.models import BudgetAmount, Placement
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory

pytestmark = pytest.mark.django_db
OF = (Placement, BudgetAmount)


@pytest.fixture
def count():
    """How many placements there are, and how often that was counted."""
    asked = []

    def count(*about, of=OF):
        def make():
            asked.append(about)
            return Placement.objects.count()

        return as_recorded.worked_out("count", make, about=about, of=of), len(asked)

    return count


def test_is_worked_out_once_while_nothing_changes(count):
    PlacementFactory()

    assert count(2026) == (1, 1)
    assert count(2026) == (1, 1)


def test_is_worked_out_again_after_each_kind_of_change(count):
    place = PlacementFactory()
    assert count(2026) == (1, 1)

    PlacementFactory()
    assert count(2026) == (2, 2)

    Placement.objects.filter(pk=place.pk).update(annual_fee=1)
    assert count(2026) == (2, 3)


def test_counts_a_model_without_history_by_its_newest_row(count):
    assert count(2026) == (0, 1)

    BudgetAmount.enter(by=UserFactory(role=Role.FINANCE), financial_year=2026, line="day", amount=1)

    assert count(2026) == (0, 2)


def test_is_not_worked_out_again_for_what_is_not_behind_it(count):
    assert count(2026) == (0, 1)

    PlacementFactory()

    assert count(2026, of=(LegalParameter, NonWorkingDay)) == (1, 2)
    PlacementFactory()
    assert count(2026, of=(LegalParameter, NonWorkingDay)) == (1, 2)


def test_of_another_question_is_another(count):
    assert count(2026) == (0, 1)
    assert count(2027) == (0, 2)
    assert count(2026) == (0, 2)


def test_of_nothing_is_kept_too(count):
    found = [as_recorded.worked_out("none", lambda: None, about=(), of=OF) for _ in range(2)]

    assert found == [None, None]
    cache.clear()
    assert count() == (0, 1)

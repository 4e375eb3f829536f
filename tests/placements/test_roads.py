"""What beat does to placements by itself, as the role of the worker: no wall is in its way."""

from django.db import connection

from nmiss.base.accounts.models import Role
from nmiss.base.core.ownership import as_owner
from placements.reorganising.models import ChildTransfer
from placements.tasks import reorganise
from tests.factories.accounts import UserFactory
from tests.placements.test_reorganising import agreed, settled


def test_a_reorganisation_is_done_on_its_day(as_web):
    with as_owner(connection):
        plan, *children = settled(UserFactory(role=Role.OFFICER))
        agreed(plan)

    reorganise()

    plan.refresh_from_db()
    assert plan.status == "done"
    assert ChildTransfer.objects.count() == len(children)
    assert plan.old.last_on == plan.eve

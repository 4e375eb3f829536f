"""What beat does to arrangements by itself, as the role of the worker: no wall is in its way."""

from django.db import connection
from django.utils import timezone

from contracts.models import Clarification, Takeover
from contracts.tasks import reconcile
from nmiss.base.accounts.models import Role
from nmiss.base.core.ownership import as_owner
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory, the_dps
from tests.factories.extending import an_option, prepared
from tests.factories.providers import ProviderMemberFactory
from tests.factories.takeovers import a_member, a_plan, agreed, mapped


def test_a_new_arrangement_takes_over_on_its_day(as_web):
    with as_owner(connection):
        member = a_member()
        plan = agreed(mapped(a_plan(starts_on=timezone.localdate())))
        RoundFactory(planned=True)
        asker = ProviderMemberFactory()
        Clarification.ask(asker.provider, the_dps(), by=asker.user, question="May we?")

    reconcile()

    plan = Takeover.objects.get()
    member.refresh_from_db()
    assert (plan.status, plan.vehicle.successor) == ("done", plan.successor)
    assert member.left_on is not None
    assert Clarification.objects.get().round is None


def test_an_option_takes_effect_on_its_first_day(as_web):
    with as_owner(connection):
        option = prepared(an_option(), UserFactory(), UserFactory(role=Role.MANAGER))

    reconcile()

    option.refresh_from_db()
    option.vehicle.refresh_from_db()
    assert (option.status, option.vehicle.ends_on) == ("in_effect", option.ends_on)

"""An old arrangement, an open framework, and the plan by which one takes over from the other."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.membership import taking_over
from contracts.models import Membership, Vehicle
from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderMemberFactory, SchoolFactory

DAY = datetime.timedelta(days=1)
JOINED = datetime.date(2022, 9, 1)
REASON = "The new framework begins."


def a_framework(starts_on=None, name="INMSS Open Framework", **term):
    """With two lots, open from a day on, or since last week."""
    return Vehicle.establish(
        by=None,
        lots=2,
        name=name,
        kind="open_framework",
        established_on=datetime.date(2026, 6, 11),
        starts_on=starts_on or timezone.localdate() - 7 * DAY,
        **term,
    )


def a_member(number=1, vehicle=None, **given):
    """A school in a lot of the DPS, or of another arrangement."""
    owner = ProviderMemberFactory()
    school = SchoolFactory(provider=owner.provider)
    lot = (vehicle or the_dps()).lots.get(number=number)
    facts = {"school": school, "provider": owner.provider, "admitted_on": JOINED} | given
    return Membership.objects.create(lot=lot, **facts)


def a_plan(*, by=None, starts_on=None, successor=None):
    """Of a takeover of the DPS today, or on another day."""
    day = starts_on or timezone.localdate()
    successor = successor or a_framework(starts_on=min(day, timezone.localdate()) - 7 * DAY)
    by = by or UserFactory(role=Role.OFFICER)
    return taking_over.plan(the_dps(), by=by, successor=successor, starts_on=day)


def a_mapping():
    """How one membership goes on, before anybody has said it."""
    a_member()
    return a_plan().mappings.get()


def mapped(plan, *, by=None, **ways):
    """Every membership carried into lot 1, or as the test says by the name of its school."""
    lots = {lot.number: lot for lot in plan.successor.lots.all()}
    found = {}
    for row in taking_over.rows_that_count(plan):
        way, number = ways.get(row.membership.school.name.replace(" ", "_"), ("carried", 1))
        found[row.membership_id] = (way, lots.get(number))
    seen = taking_over.digest_of_plan(plan)
    taking_over.map_members(plan, by=by or plan.planned_by, ways=found, seen=seen)
    return plan


def proposed(plan):
    return taking_over.propose(plan, by=plan.planned_by, reason=REASON)


def agreed(plan):
    """By another officer."""
    proposal = proposed(plan)
    proposal.agree(by=UserFactory(role=Role.OFFICER), seen=proposal.digest)
    plan.refresh_from_db()
    return plan

"""An authority with two districts, two councils that are to be, and the plan between them."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from placements.reorganising import transferring
from providers.models import District, LocalAuthority
from tests.factories.accounts import UserFactory

DAY = datetime.timedelta(days=1)
REASON = "The structural changes order."


def an_authority(code, name, **given):
    return LocalAuthority.objects.get_or_create(code=code, defaults={"name": name} | given)[0]


def districts_of(old, **outward_codes):
    """By name, with the first halves of their postcodes."""
    return [
        District.objects.create(name=name, authority=old, outward_codes=codes)
        for name, codes in outward_codes.items()
    ]


def a_reorganisation(*, by=None, starts_on=None, old=None, lead=None):
    """Of a county whose districts share the outward code CT21, planned on the eve or before."""
    old = old or an_authority("801", "Old County")
    if not old.districts.exists():
        districts_of(old, Eastdown=["CT20", "CT21"], Westdown=["CT21", "TN23"])
    east = an_authority("802", "East Council")
    by = by or UserFactory(role=Role.OFFICER)
    day = starts_on or timezone.localdate()
    with clock.at(clock.noon(min(timezone.localdate(), day - DAY))):
        return transferring.plan(old, by=by, lead=lead or east, starts_on=day)


def map_districts(plan, successors):
    """By who planned it, as it is."""
    seen = transferring.digest_of_districts(plan)
    transferring.map_districts(plan, by=plan.planned_by, successors=successors, seen=seen)


def districts_mapped(plan):
    """Eastdown to East Council, Westdown to West Council."""
    successors = {"Eastdown": ("802", "East Council"), "Westdown": ("803", "West Council")}
    found = {each.pk: an_authority(*successors[each.name]) for each in plan.old.districts.all()}
    map_districts(plan, found)
    return plan

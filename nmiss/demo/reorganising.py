"""The demo's plan for local government reorganisation: a draft, made as an officer makes one."""

from __future__ import annotations

import datetime

from django.conf import settings

from nmiss.base.accounts.models import User
from nmiss.base.core.codes import of_authority
from nmiss.demo.places import TOWNS
from placements.reorganising import transferring
from providers.models import LocalAuthority

VESTING_DAY = datetime.date(2028, 4, 1)
# Invented: which councils there will be is not known (25/00007, 3.12).
EAST, WEST = "East Kent Council", "West Kent Council"
OF_THE_EAST = ("Ashford", "Canterbury", "Dover", "Folkestone and Hythe", "Thanet")
UNDECIDED = "Swale"
# A code that lies in two districts: a person says where its children live.
STRADDLES = {"TN17": "Ashford"}


def plan_reorganisation(*, officer: User) -> None:
    """Enter the districts, work out where children live, and map all districts but one."""
    old = LocalAuthority.objects.get(code=of_authority(settings.HOME_AUTHORITY))
    for name, codes in _districts().items():
        transferring.add_district(by=officer, name=name, authority=old, outward_codes=codes)
    east, west = (
        transferring.add_authority(by=officer, code="", name=name, first_on=None)
        for name in (EAST, WEST)
    )
    plan = transferring.plan(old, by=officer, lead=east, starts_on=VESTING_DAY)
    transferring.settle_home_districts(plan, by=officer)
    mapped = {
        each.pk: east if each.name in OF_THE_EAST else west
        for each in old.districts.exclude(name=UNDECIDED)
    }
    seen = transferring.digest_of_districts(plan)
    transferring.map_districts(plan, by=officer, successors=mapped, seen=seen)


def _districts() -> dict[str, list[str]]:
    """The outward codes of each district of the home county, by its name."""
    found: dict[str, list[str]] = {}
    for town in TOWNS[of_authority(settings.HOME_AUTHORITY)]:
        found.setdefault(town.district, []).append(town.outward)
    for code, name in STRADDLES.items():
        found[name].append(code)
    return dict(sorted(found.items()))

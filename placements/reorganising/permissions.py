"""Who plans a reorganisation, and why not. A plan is mapped and agreed to as that of a takeover."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from contracts.arrangements.permissions import COMMISSIONING, COMMISSIONING_ONLY
from contracts.membership.permissions import (
    why_not_agree_to_plan,
    why_not_map_takeover,
    why_not_take_over,
    why_not_withdraw_takeover,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.clock import database_now
from nmiss.base.core.templatetags.components import day

if TYPE_CHECKING:
    from providers.models import District, LocalAuthority

PLANNERS = COMMISSIONING
READERS = (*PLANNERS, Role.PLACEMENTS, Role.AUDITOR)
TOLD = (*PLANNERS, Role.PLACEMENTS)
why_not_map, why_not_reorganise = why_not_map_takeover, why_not_take_over
why_not_withdraw = why_not_withdraw_takeover

__all__ = [
    "PLANNERS",
    "READERS",
    "why_not_agree_to_plan",
    "why_not_change_authority",
    "why_not_change_district",
    "why_not_find_district",
    "why_not_give_way_on",
    "why_not_map",
    "why_not_plan",
    "why_not_reorganise",
    "why_not_succeed",
    "why_not_vest_on",
    "why_not_withdraw",
]


def why_not_plan(user: User, old: LocalAuthority) -> str:
    """One plan at a time, of an authority that has districts."""
    if user.role not in PLANNERS:
        return COMMISSIONING_ONLY
    if not old.districts.exists():
        return f"Enter the districts of {old} first."
    if old.reorganisations.open().exists():
        return f"{old} has a plan under way. Use or withdraw it."
    return ""


def why_not_vest_on(old: LocalAuthority, starts_on: datetime.date) -> str:
    """A plan is made for a day to come."""
    if starts_on <= timezone.localdate(database_now()):
        return "The vesting day must be in the future."
    return why_not_give_way_on(old, starts_on)


def why_not_give_way_on(old: LocalAuthority, starts_on: datetime.date) -> str:
    """The old authority has a last day, the day before, and goes on until then."""
    if old.first_on and old.first_on >= starts_on:
        return f"{old} begins on {day(old.first_on)}. The vesting day must be after that."
    return f"{old} has ended by then." * bool(old.last_on and old.last_on < starts_on)


def why_not_succeed(old: LocalAuthority, new: LocalAuthority, starts_on: datetime.date) -> str:
    """Another authority succeeds it, or leads, which is in force on the vesting day."""
    if new.pk == old.pk:
        return f"Select another authority than {old}."
    begins_later = new.first_on is not None and new.first_on > starts_on
    if begins_later or (new.last_on is not None and new.last_on < starts_on):
        return f"{new} is not in force on {day(starts_on)}."
    return ""


def why_not_change_district(user: User, district: District) -> str:
    """A district that a child lives in, or that a plan names, stays as it is."""
    if user.role not in PLANNERS:
        return COMMISSIONING_ONLY
    if district.homes.exists():
        return f"Children have {district} as their home district, so it stays as it is."
    if district.transfers.exists():
        return f"A plan names {district}, so it stays as it is."
    return ""


def why_not_find_district(district: District | None) -> str:
    """Two may remove it at once."""
    return "" if district else "This district was removed meanwhile."


def why_not_change_authority(user: User, authority: LocalAuthority) -> str:
    """An authority of the register is as the register says; one in use stays as it is."""
    if user.role not in PLANNERS:
        return COMMISSIONING_ONLY
    if authority.schools.exists() or authority.is_home:
        return f"{authority} is in the register of schools, so it stays as that says."
    if authority.last_on:
        return f"{authority} has ended, so it stays as it is."
    return ""

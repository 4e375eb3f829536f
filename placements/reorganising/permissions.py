"""Who plans a reorganisation, and why not. A plan is mapped and agreed to as that of a takeover."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from contracts.arrangements.permissions import COMMISSIONING, COMMISSIONING_ONLY
from contracts.membership.permissions import (
    why_not_agree_to_plan,
    why_not_map_takeover,
    why_not_take_over,
    why_not_withdraw_takeover,
)
from nmiss.base.accounts.models import Role, User

if TYPE_CHECKING:
    from providers.models import LocalAuthority

PLANNERS = COMMISSIONING
READERS = (*PLANNERS, Role.PLACEMENTS, Role.AUDITOR)
why_not_map, why_not_reorganise = why_not_map_takeover, why_not_take_over
why_not_withdraw = why_not_withdraw_takeover

__all__ = [
    "PLANNERS",
    "READERS",
    "why_not_agree_to_plan",
    "why_not_map",
    "why_not_plan",
    "why_not_reorganise",
    "why_not_withdraw",
]


def why_not_plan(user: User, old: LocalAuthority, starts_on: datetime.date) -> str:
    """One plan at a time, of an authority that has districts and goes on until then."""
    if user.role not in PLANNERS:
        return COMMISSIONING_ONLY
    if not old.districts.exists():
        return f"Enter the districts of {old} first."
    if old.reorganisations.open().exists():
        return f"{old} has a plan under way. Use or withdraw it."
    return f"{old} has ended by then." * bool(old.last_on and old.last_on < starts_on)

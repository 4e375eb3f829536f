"""Who buys places in a block, and why one is not bought, filled or voided."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.templatetags.components import day

if TYPE_CHECKING:
    from contracts.models import Lot
    from placements.blocks.models import BlockPurchase
    from placements.models import Placement
    from providers.models import School

FILLERS = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)


def can_buy_blocks(user: User) -> bool:
    """It binds the council for years: a commissioning manager records it."""
    return user.role == Role.MANAGER


def can_fill_blocks(user: User) -> bool:
    """Who says which placement is in a block."""
    return user.role in FILLERS


def why_not_buy(school: School, lot: Lot, starts_on: datetime.date, is_member: bool) -> str:
    """Only of a member of a lot that allows it."""
    if not lot.block_allowed:
        return f"{lot} does not allow block contracts."
    if not is_member:
        return f"{school} is not in {lot} on {day(starts_on)}."
    return ""


def why_not_void_block(block: BlockPurchase) -> str:
    return "This block purchase is voided already." * block.is_voided


def why_not_take_in(block: BlockPurchase, placement: Placement) -> str:
    """Why a placement is not in this block: the database asks for the same."""
    if block.is_voided:
        return "This block purchase is voided."
    if placement.fee_lines.filter(is_open=True).exists():
        return f"{placement} is in an open fee request. Decide that first."
    lines = placement.price_lines.that_count()
    if lines.filter(starts_on__lte=block.ends_on).exists():
        return f"{placement} has prices of its own. Void them first."
    if block.most_used(since=placement.starts_on, until=placement.ended_on) >= block.places:
        return f"All {block.places} places are taken on a day of {placement}."
    return ""

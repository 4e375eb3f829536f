"""Who may do what with fees, and why not."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from nmiss.base.accounts.models import Role, User

if TYPE_CHECKING:
    from placements.fees.models import PriceList

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def can_keep_price_lists(user: User) -> bool:
    """Commissioning officers and managers enter what schools ask."""
    return user.role in COMMISSIONING


def why_not_add_price_list(newest: PriceList | None, starts_on: datetime.date) -> str:
    if newest and starts_on <= newest.starts_on:
        return (
            f"The newest price list begins on {newest.starts_on:%-d %B %Y}. Enter a later first "
            "day, or void that list if it is a mistake."
        )
    return ""


def why_not_void_price_list(asked: PriceList, newest: PriceList | None) -> str:
    if asked.is_voided:
        return "This price list is voided already."
    if newest is None or asked.pk != newest.pk:
        return "A later price list follows this one. Void that list first."
    return ""

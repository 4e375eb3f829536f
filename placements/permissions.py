"""Who may do what with children's records. The one place where roles meet children."""

from __future__ import annotations

from nmiss.base.accounts.models import Role, User
from placements.models import Child


def can_see_children(user: User) -> bool:
    """Finance reads fees by place; the page of a child is not for them."""
    return user.role != Role.FINANCE


def can_change_prices(user: User) -> bool:
    """Who enters, changes and voids the prices of placements."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def can_find_a_place(user: User) -> bool:
    """Who looks for a school for a child."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def can_see_identity(user: User, child: Child) -> bool:
    """The placement team needs the birth date and home; nobody else is shown them."""
    return user.role == Role.PLACEMENTS


def can_see_looks(user: User, child: Child) -> bool:
    """Who looked at a child is shown to those who answer for it."""
    return user.role in {Role.AUDITOR, Role.MANAGER}

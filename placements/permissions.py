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


def can_value_vehicles(user: User) -> bool:
    """Who has the value of an arrangement worked out before its day."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.FINANCE}


def can_find_a_place(user: User) -> bool:
    """Who looks for a school for a child."""
    return user.role in {Role.OFFICER, Role.MANAGER, Role.PLACEMENTS}


def can_see_identity(user: User, child: Child) -> bool:
    """The placement team needs the birth date and home; nobody else is shown them."""
    return user.role == Role.PLACEMENTS


def can_see_looks(user: User, child: Child) -> bool:
    """Who looked at a child is shown to those who answer for it."""
    return user.role in {Role.AUDITOR, Role.MANAGER}


def can_see_cases(user: User) -> bool:
    """Who reads cases, shortlists and how they came about; finance reads fees by place."""
    return user.role in Role.with_cases() and user.role != Role.FINANCE


def can_keep_cases(user: User) -> bool:
    """Placement officers open, correct and close cases, and match schools to them."""
    return user.role == Role.PLACEMENTS


def can_set_weights(user: User) -> bool:
    """How much each reason counts is for a commissioning manager to say."""
    return user.role == Role.MANAGER

"""Who may do what with children's records, and why not. Where roles meet children.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from nmiss.base.accounts.models import Role, User

if TYPE_CHECKING:
    from placements.models import Case, Child, PriceLine


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


def why_not_open_case(child: Child) -> str:
    """A child has one case at a time."""
    if other := child.cases.open().first():
        return f"Case {other.pk} is open for {child}. Close it before you open another."
    return ""


def why_not_work_on_case(case: Case) -> str:
    """Why it is neither corrected, nor closed, nor matched."""
    return "" if case.is_open else "This case is closed."


def why_not_correct_price(line: PriceLine) -> str:
    """Why a line is neither ended nor voided."""
    return "This line is voided already." * line.is_voided


def why_not_end_price_on(line: PriceLine, last_on: datetime.date) -> str:
    if last_on < line.starts_on:
        return "The line begins after that day. Void it if it is a mistake."
    if line.ends_on and last_on >= line.ends_on:
        return f"The line ends on {line.ends_on:%-d %B %Y}, before that day."
    return ""

"""Who may enter budgets and deficits."""

from __future__ import annotations

from nmiss.base.accounts.models import Role, User


def can_set_budget(user: User) -> bool:
    """Finance says what may be spent; a commissioning manager may, too."""
    return user.role in {Role.FINANCE, Role.MANAGER}


def why_not_set_budget(user: User) -> str:
    may = can_set_budget(user)
    return "" if may else "Only a finance officer or a commissioning manager can enter this."

"""Who may do what with indicators, terms and returns. The one place where roles meet them."""

from __future__ import annotations

from kpis.models import IndicatorSet
from nmiss.base.accounts.models import Role, User

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
READERS = (*Role.with_cases(), Role.PROVIDER)


def can_draft_indicators(user: User) -> bool:
    return user.role in COMMISSIONING


def can_change_draft(user: User, version: IndicatorSet) -> bool:
    """Whoever drafts a version changes it; others draft one of their own."""
    return user.role in COMMISSIONING and version.drafted_by_id == user.pk


def can_publish(user: User, version: IndicatorSet) -> bool:
    """A manager who did not draft it."""
    return user.role == Role.MANAGER and version.drafted_by_id not in (None, user.pk)


def can_add_terms(user: User) -> bool:
    return user.role in COMMISSIONING

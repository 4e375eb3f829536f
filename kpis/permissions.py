"""Who may do what with indicators, terms and returns, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nmiss.base.accounts.models import Role, User

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kpis.models import Indicator, IndicatorSet

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


def can_set_return_rules(user: User) -> bool:
    """A manager, as with all numbers that clocks count by."""
    return user.role == Role.MANAGER


def why_not_change_indicators(version: IndicatorSet) -> str:
    """What was published is succeeded, never changed."""
    return f"The {version} are published already." * version.is_published


def why_not_change_what_was_discarded(version: IndicatorSet, drafts: QuerySet[IndicatorSet]) -> str:
    """Somebody may have discarded a draft, or published it, meanwhile."""
    return f"The {version} are not a draft any more." if not drafts.exists() else ""


def why_not_change_what_was_removed(indicator: Indicator, own: QuerySet[Indicator]) -> str:
    """Somebody may have removed an indicator from its draft meanwhile."""
    return f"The indicator {indicator} was removed from the draft." if not own.exists() else ""


def why_not_preview(version: IndicatorSet) -> str:
    """What is published is in the reports themselves."""
    return "Only a draft has a preview." * version.is_published


def why_not_publish_as_it_is(version: IndicatorSet) -> str:
    """Once nothing is missing in it."""
    return " ".join(version.missing())


def why_not_publish_unseen(version: IndicatorSet, seen: str) -> str:
    """Who publishes has read what they publish."""
    if seen == version.digest():
        return ""
    return f"The {version} were changed after you opened the page. Read them again, then publish."

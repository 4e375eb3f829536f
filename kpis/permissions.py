"""Who may do what with indicators, terms and returns, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from providers.models import ProviderMember, ProviderRole

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kpis.models import (
        Consequence,
        ImprovementPlan,
        Indicator,
        IndicatorSet,
        PlanAction,
    )

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


def can_set_consequence_rules(user: User) -> bool:
    return user.role in COMMISSIONING


def can_propose(user: User) -> bool:
    return user.role in COMMISSIONING


def can_reply(user: User, consequence: Consequence) -> bool:
    """Those who write for the school's provider."""
    roles = ProviderRole.writers()
    members = ProviderMember.objects.filter(
        provider=consequence.school.provider_id, role__in=roles, user=user
    )
    return user.is_provider and members.exists()


def why_not_reply(user: User, consequence: Consequence) -> str:
    """Those who write for the school's provider reply, once, until the last day to."""
    if not can_reply(user, consequence):
        return "The school’s own people reply."
    if not consequence.is_proposed:
        return f"The council has decided about the {consequence} already."
    if consequence.replied_at is not None:
        return "You have replied already. We keep your reply as you sent it."
    if timezone.localdate() > consequence.reply_until:
        return f"The last day to reply was {consequence.reply_until:%-d %B %Y}."
    return ""


def why_not_decide(user: User, consequence: Consequence) -> str:
    """A manager decides, once the provider has replied or had its time to."""
    if user.role != Role.MANAGER:
        return "A manager decides about consequences."
    if not consequence.is_proposed:
        return f"The {consequence} is decided already."
    if not consequence.is_heard(timezone.localdate()):
        return f"The provider can reply until {consequence.reply_until:%-d %B %Y}. Decide after."
    return ""


def why_not_decide_so(consequence: Consequence, kind: str) -> str:
    """No more than was proposed, which is what the provider replied to."""
    if kind in consequence.kinds:
        return ""
    return f"Choose {consequence.get_kind_display().lower()} or something milder."


def why_not_change_plan(user: User, plan: ImprovementPlan) -> str:
    """Commissioning works on plans that are open."""
    if user.role not in COMMISSIONING:
        return "Officers and managers work on improvement plans."
    return f"The {plan} is closed." if plan.closed_at else ""


def why_not_complete_action(action: PlanAction) -> str:
    """What was done is done."""
    return "This action is completed already." * (action.done_on is not None)


def why_not_close_plan(*, is_good: bool) -> str:
    """A plan ends when the school has got better, and stays so."""
    if is_good:
        return ""
    return "Close the plan after enough good periods: see how many on the page of the plan."


def can_see_concerns(user: User) -> bool:
    return user.role in COMMISSIONING

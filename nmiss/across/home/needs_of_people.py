"""What is to be decided about people, because it takes two."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from nmiss.across.home.needs import MOST, Need
from nmiss.base.accounts import permissions
from nmiss.base.accounts.models import Proposal, Role, User
from providers.models import ProviderInvitation


def of_commissioning(user: User) -> list[Need]:
    """Proposals to decide; a new administrator to find, where none can sign in."""
    return [*proposals_to_decide(user), *_administrator_to_find(user)]


def ways_for(user: User) -> list[tuple[str, str]]:
    """Proposals; for managers also help for the last administrator, whom no other can help."""
    ways = [("Proposals", reverse("accounts:proposal_list"))]
    if user.role == Role.MANAGER:
        for person in User.objects.visible_to(user):
            address = reverse("accounts:person_second_factor", args=[person.pk])
            ways.append((f"Remove a lost second factor: {person}", address))
    return ways


def proposals_to_decide(user: User) -> list[Need]:
    """What somebody else proposed, and this person may agree to."""
    waiting = Proposal.objects.waiting_for(user).with_people().oldest_first()
    return [
        Need(
            f"Decide on a proposal by {each.proposed_by}: {each.asks}",
            reverse("accounts:proposal_detail", args=[each.pk]),
        )
        for each in waiting[:MOST]
    ]


def _administrator_to_find(user: User) -> list[Need]:
    if not permissions.can_stand_in(user):
        return []
    words = "Propose a system administrator: none can sign in"
    return [Need(words, reverse("accounts:person_invite"))]


def invitations_to_answer(user: User) -> list[Need]:
    """Providers that ask this person to act for them."""
    waiting = ProviderInvitation.objects.waiting(timezone.now()).for_person(user)
    return [
        Need(
            f"Answer the invitation to act for {each.provider}",
            reverse("providers:our_invitation", args=[each.pk]),
        )
        for each in waiting.with_people().by_name()[:MOST]
    ]

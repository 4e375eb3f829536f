"""Who may do what to an account. The one place where roles meet accounts."""

from __future__ import annotations

from django.utils import timezone

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.models.proposal import ProposalQuerySet


def can_invite_people(user: User) -> bool:
    """Administrators; a manager, who finds a new one, while no administrator can sign in."""
    return user.role == Role.ADMINISTRATOR or can_stand_in(user)


def can_stand_in(user: User) -> bool:
    """Whether a manager acts because no administrator can."""
    return user.role == Role.MANAGER and not User.objects.administrators().exists()


def can_propose_recovery(user: User, person: User) -> bool:
    """Of whoever can sign in: an administrator; a manager where no other administrator can."""
    if person == user or not person.is_active:
        return False
    if user.role == Role.MANAGER:
        return person.role == Role.ADMINISTRATOR and User.objects.administrators().count() <= 1
    return user.role == Role.ADMINISTRATOR


def can_decide(user: User, proposal: Proposal) -> bool:
    return Proposal.objects.waiting_for(user).filter(pk=proposal.pk).exists()


def proposals_with_moves(
    proposals: ProposalQuerySet, *, by: User
) -> list[tuple[Proposal, bool, bool]]:
    """Each with whether this person may decide on it, and whether they may withdraw it."""
    open_to = set(proposals.waiting_for(by).values_list("pk", flat=True))
    rows = proposals.with_people()
    return [(each, each.pk in open_to, can_withdraw(by, each)) for each in rows]


def can_withdraw(user: User, proposal: Proposal) -> bool:
    return not proposal.decision and proposal.proposed_by_id == user.pk


def can_close(user: User, person: User) -> bool:
    """Nobody shuts themselves out: at least one administrator can always sign in."""
    if user.role != Role.ADMINISTRATOR or person == user:
        return False
    return person.is_active or person.invitations.open_at(timezone.now()).exists()


def can_reopen(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "closed"


def can_invite_again(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "invited"

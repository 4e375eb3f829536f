"""Who may do what to an account. The one place where roles meet accounts."""

from __future__ import annotations

from django.utils import timezone

from nmiss.accounts.models import Role, User


def can_invite_people(user: User) -> bool:
    return user.role == Role.ADMINISTRATOR


def can_close(user: User, person: User) -> bool:
    """Nobody shuts themselves out: at least one administrator can always sign in."""
    if user.role != Role.ADMINISTRATOR or person == user:
        return False
    return person.is_active or person.invitations.open_at(timezone.now()).exists()


def can_reopen(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "closed"


def can_invite_again(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "invited"

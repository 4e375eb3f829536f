"""What is done to people's accounts."""

from __future__ import annotations

import contextlib

from django.db import transaction

from nmiss.base.accounts import permissions
from nmiss.base.accounts.models import Invitation, User
from nmiss.base.core.acting import acting_for, in_person
from nmiss.base.core.lifecycle import stop_if


def shut_out(person: User, *, by: User) -> str:
    """Close an account, or withdraw the invitation to it; say which."""
    if person.standing == "invited":
        Invitation.withdraw(person, by=by)
        return f"The link that {person} was sent does not work any more."
    person.close(by=by)
    return f"{person}'s account is closed."


def invite(*, email: str, name: str, role: str, by: User | None) -> User:
    """Invite somebody, in person; nobody does: the operator, as the owner of the tables."""
    if by:
        stop_if(permissions.why_not_invite(by))
    with acting_for(by) if by else contextlib.nullcontext():
        return make_account(email=email, name=name, role=role, by=by)


@in_person
def invite_again(person: User, *, by: User) -> None:
    """Email a new link to somebody who has not joined."""
    stop_if(permissions.why_not_invite(by))
    Invitation.send(person, by=by)


@transaction.atomic
def make_account(*, email: str, name: str, role: str, by: User | None) -> User:
    """Make an account that nobody can use yet, and email its owner the link that opens it.

    The transaction acts for who invites, or for who agrees to it.
    """
    user = User(email=email.strip().lower(), name=name, role=role)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    Invitation.send(user, by=by)
    return user

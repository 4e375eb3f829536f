"""What is done to people's accounts."""

from __future__ import annotations

import contextlib
import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import Invitation, User
from nmiss.base.core.acting import acting_for, in_person
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent

TOO_MANY = "You have sent {} invitations in 24 hours. Wait until tomorrow to send more."


def shut_out(person: User, *, by: User) -> str:
    """Close an account, or withdraw the invitation to it; say which."""
    if person.standing == "invited":
        Invitation.withdraw(person, by=by)
        return f"The link that {person} was sent does not work any more."
    person.close(by=by)
    return f"{person}'s account is closed."


def see_that_invitations_are_left(by: User) -> None:
    """Raise NotAllowedNow where somebody has sent as many in a day as anybody may."""
    since = timezone.now() - datetime.timedelta(days=1)
    sent = AuditEvent.objects.filter(verb="invite", actor_id=by.pk, at__gte=since).count()
    if sent >= settings.INVITATIONS_A_DAY:
        raise NotAllowedNow(TOO_MANY.format(settings.INVITATIONS_A_DAY))


def invite(*, email: str, name: str, role: str, by: User | None) -> User:
    """Invite somebody, in person; nobody does: the operator, as the owner of the tables."""
    with acting_for(by) if by else contextlib.nullcontext():
        return make_account(email=email, name=name, role=role, by=by)


@in_person
def invite_again(person: User, *, by: User) -> None:
    """Email a new link to somebody who has not joined."""
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

"""Who looks into mail that did not arrive: whoever looks after the person it was for."""

from __future__ import annotations

import datetime

from nmiss.base.accounts.models import Role, User
from nmiss.base.core import bounces, notify

READERS = (Role.OFFICER, Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR)
NO_ACCOUNT = ""


def looked_after_by(user: User) -> tuple[str, ...]:
    """The roles of the people that this person looks after.

    Commissioning looks after providers and whoever is written to without an account, and system
    administrators after the council's people; auditors read of all.
    """
    if user.role in (Role.OFFICER, Role.MANAGER):
        return (Role.PROVIDER, NO_ACCOUNT)
    if user.role in (Role.ADMINISTRATOR, Role.AUDITOR):
        return (*Role, NO_ACCOUNT)
    return ()


def role_of(email: str) -> str:
    """What the person of this address does here; nothing where there is none."""
    return User.objects.filter(email=email).values_list("role", flat=True).first() or NO_ACCOUNT


def read_mailbox() -> int:
    """Note what the mailbox says did not arrive; return how much of it is new."""
    return bounces.read_mailbox(role_of)


def ask_notify(*, now: datetime.datetime) -> int:
    """Note what Notify says of the mail that it has; return of how much that is known now."""
    return notify.ask_statuses(role_of, now=now)

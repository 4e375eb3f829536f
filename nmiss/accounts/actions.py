"""What is done to people's accounts."""

from __future__ import annotations

from django.db import transaction

from nmiss.accounts.models import Invitation, User


def shut_out(person: User, *, by: User) -> str:
    """Close an account, or withdraw the invitation to it; say which."""
    if person.standing == "invited":
        Invitation.withdraw(person, by=by)
        return f"The link that {person} was sent does not work any more."
    person.close(by=by)
    return f"{person}'s account is closed."


@transaction.atomic
def invite(*, email: str, name: str, role: str, by: User | None) -> User:
    """Make an account that nobody can use yet, and email its owner the link that opens it."""
    user = User(email=email.strip().lower(), name=name, role=role)
    user.set_unusable_password()
    user.full_clean()
    user.save()
    Invitation.send(user, by=by)
    return user

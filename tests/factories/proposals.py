"""What takes two people, proposed by one or agreed to by another."""

from __future__ import annotations

import datetime

from django.utils import timezone

from nmiss.base.accounts.models import Deputy, Proposal, Role, User
from nmiss.base.accounts.proposing import propose_account
from tests.factories.accounts import UserFactory

REASON = "She joins the commissioning team on Monday."


def a_proposal(*, by: User | None = None, **given: str) -> Proposal:
    """An account for an officer, proposed by an administrator."""
    given = {
        "email": "new@council.example",
        "name": "Nora New",
        "role": Role.OFFICER,
        "reason": REASON,
    } | given
    return propose_account(by=by or UserFactory(role=Role.ADMINISTRATOR), **given)


def colleague(**given: str) -> User:
    """Somebody who is invited because two administrators agreed."""
    proposal = a_proposal(**given)
    agree(proposal, by=UserFactory(role=Role.ADMINISTRATOR))
    return User.objects.get(email=proposal.subject)


def agree(proposal: Proposal, *, by: User) -> None:
    """Agree to what is proposed now."""
    proposal.agree(by=by, seen=proposal.digest)


def a_deputy(*, of: User, deputy: User | None = None, days: tuple[int, int] = (0, 3)) -> Deputy:
    """Who decides in somebody's place from one day from today to another."""
    today = timezone.localdate()
    starts_on, ends_on = (today + datetime.timedelta(days=n) for n in days)
    deputy = deputy or UserFactory(role=of.role)
    return Deputy.name(deputy, by=of, starts_on=starts_on, ends_on=ends_on)

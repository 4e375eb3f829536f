"""What takes two people of accounts: who commissions or makes accounts, and who comes back in."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from nmiss.base.accounts import permissions
from nmiss.base.accounts.actions import make_account
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.second_factor import remove_second_factor
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core.lifecycle import stop_if

MAKERS = (Role.ADMINISTRATOR, Role.MANAGER)
ACCOUNT, REOPEN, SECOND_FACTOR = "account", "reopen_account", "second_factor"


@dataclass(frozen=True)
class NewAccount:
    """Whose account is to be made; the address is the subject."""

    name: str
    role: str


@dataclass(frozen=True)
class TimesClosed:
    """How often the account had been closed: agreed to for that closing, and for no later one."""

    times_closed: int


def propose_account(*, email: str, name: str, role: str, reason: str, by: User) -> Proposal:
    """Propose an account that one person must not make alone: no invitation leaves yet."""
    given = {"name": name, "role": role}
    return Proposal.propose(ACCOUNT, email.strip().lower(), by=by, reason=reason, **given)


def propose_reopening(person: User, *, reason: str, by: User) -> Proposal:
    """Propose to open a closed account again."""
    closed = {"times_closed": person.times_closed}
    return Proposal.propose(REOPEN, person, about=person, by=by, reason=reason, **closed)


def propose_recovery(person: User, *, reason: str, by: User) -> Proposal:
    """Propose to remove the second factor of somebody who has lost it."""
    return Proposal.propose(SECOND_FACTOR, person, about=person, by=by, reason=reason)


def _asks_for_account(proposal: Proposal) -> str:
    role = Role(proposal.data.role).label.lower()
    return f"give {proposal.data.name} ({proposal.subject}) an account as {role}"


def _make_account(proposal: Proposal, by: User) -> None:
    given = proposal.given
    try:
        with transaction.atomic():
            make_account(
                email=proposal.subject,
                name=given["name"],
                role=given["role"],
                by=proposal.proposed_by,
            )
    except ValidationError:
        stop_if(permissions.ACCOUNT_ALREADY)


def _reopen(proposal: Proposal, by: User) -> None:
    person = User.objects.select_for_update(of=("self",)).get(pk=proposal.about_id)
    stop_if(permissions.why_not_reopen(person, proposal.data.times_closed))
    person.reopen(by=by)


def _reopening_refused(proposal: Proposal) -> str:
    return permissions.why_not_reopen(proposal.about, proposal.data.times_closed)


def _remove_factor(proposal: Proposal, by: User) -> None:
    remove_second_factor(proposal.about, by=by)


CHECK = (
    "Agree only if you know who this is about and why. For an account: check that it is for a "
    "different person, and not for someone who has an account already."
)
register(
    KindOfProposal(
        ACCOUNT,
        MAKERS,
        MAKERS,
        _asks_for_account,
        _make_account,
        given=NewAccount,
        warning=CHECK,
    ),
    KindOfProposal(
        REOPEN,
        MAKERS,
        MAKERS,
        lambda proposal: f"open the account of {proposal.subject_name} again",
        _reopen,
        given=TimesClosed,
        why_not=_reopening_refused,
        warning=CHECK,
    ),
    KindOfProposal(
        SECOND_FACTOR,
        MAKERS,
        MAKERS,
        lambda proposal: f"remove the second factor of {proposal.subject_name}",
        _remove_factor,
        warning=CHECK,
    ),
)

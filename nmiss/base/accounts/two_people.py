"""What takes two people: the kinds of proposals, and who may propose and agree to each.

A kind belongs to the application that knows what is to be done; each registers its own in its
module ``proposing``. The database learns the same roles at the end of each ``migrate``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nmiss.base.accounts.proposal_sql import who_may

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import QuerySet

    from nmiss.base.accounts.models import Proposal, User

PROVIDER = "provider"


@dataclass(frozen=True)
class Nothing:
    """What is given to a kind whose subject says everything."""


def _nothing(proposal: Proposal) -> str:
    return ""


def _at_once(proposal: Proposal) -> None:
    """It is done with the agreement."""


def _no_facts(proposal: Proposal) -> list[tuple[str, str]]:
    return []


@dataclass(frozen=True)
class KindOfProposal:
    """Something that one person proposes and another agrees to.

    ``asks`` says what is proposed, from the verb on: "give Ada Lovelace an account". ``agreed``
    does it, in the transaction of the agreement, and raises NotAllowedNow where it cannot be done
    any more; ``why_not`` says so beforehand. ``given`` is the class of what is given with it,
    ``page`` the address of what it is about, ``warning`` what to know before agreeing. ``shows``
    has the facts by name that whoever decides must read; what of them can change meanwhile is
    ``given``, and ``why_not`` compares it. ``done_on`` is the day on which it is done, where that
    is not at once. ``of_provider`` finds, for a person of a provider, the
    subjects of the proposals that they read: without it no provider reads any of the kind.
    """

    name: str
    proposers: Collection[str]
    agreers: Collection[str]
    asks: Callable[[Proposal], str]
    agreed: Callable[[Proposal, User], None]
    given: type = Nothing
    page: Callable[[Proposal], str] = _nothing
    why_not: Callable[[Proposal], str] = _nothing
    warning: str = ""
    shows: Callable[[Proposal], list[tuple[str, str]]] = _no_facts
    done_on: Callable[[Proposal], datetime.date | None] = _at_once
    of_provider: Callable[[User], QuerySet] | None = None

    def __post_init__(self) -> None:
        """The council decides; a provider that proposes reads what is of its own."""
        if PROVIDER in self.agreers:
            raise ValueError(f"{self.name}: no provider agrees to what another person proposes.")
        if PROVIDER in self.proposers and self.of_provider is None:
            raise ValueError(f"{self.name}: say which of its proposals a provider reads.")


KINDS: dict[str, KindOfProposal] = {}


def register(*kinds: KindOfProposal) -> None:
    """Make kinds known."""
    KINDS.update((kind.name, kind) for kind in kinds)


def kinds_seen_by(role: str) -> list[str]:
    """The kinds that a role proposes or agrees to."""
    return [kind.name for kind in KINDS.values() if role in {*kind.proposers, *kind.agreers}]


def kinds_agreed_by(role: str) -> list[str]:
    """The kinds that a role agrees to."""
    return [kind.name for kind in KINDS.values() if role in kind.agreers]


def tell_the_database(connection: BaseDatabaseWrapper) -> None:
    """Have the database know who may propose and agree, as the owner of its tables."""
    roles = {kind.name: (kind.proposers, kind.agreers) for kind in KINDS.values()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regproc('public.accounts_see_that_two_propose')")
        if cursor.fetchone() != (None,):  # migrated as far as that
            cursor.execute(who_may(roles))

"""What takes two people: the kinds of proposals, and who may propose and agree to each.

A kind belongs to the application that knows what is to be done; each makes its own known when it
is ready. The database holds the same roles (``nmiss.base.accounts.proposal_sql``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nmiss.base.accounts.models import Proposal, User


@dataclass(frozen=True)
class Kind:
    """Something that one person proposes and another agrees to.

    ``asks`` says what is proposed, from the verb on: "give Ada Lovelace an account". ``agreed``
    does it, in the transaction of the agreement, and raises NotAllowedNow where it cannot be done
    any more.
    """

    name: str
    proposers: Collection[str]
    agreers: Collection[str]
    asks: Callable[[Proposal], str]
    agreed: Callable[[Proposal, User], None]


KINDS: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make kinds known; each application does so when it is ready."""
    KINDS.update((kind.name, kind) for kind in kinds)


def kinds_seen_by(role: str) -> list[str]:
    """The kinds that a role proposes or agrees to."""
    return [kind.name for kind in KINDS.values() if role in {*kind.proposers, *kind.agreers}]


def kinds_agreed_by(role: str) -> list[str]:
    """The kinds that a role agrees to."""
    return [kind.name for kind in KINDS.values() if role in kind.agreers]

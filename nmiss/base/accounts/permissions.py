"""Who may do what to an account and with a proposal, and why not.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing. Rules stand below the records that ask them, but for people.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from nmiss.base.accounts.models.user import Role, User
from nmiss.base.core.models import AuditEvent

if TYPE_CHECKING:
    from nmiss.base.accounts.models import CalendarFeed, Deputy, Proposal
    from nmiss.base.accounts.models.proposal import ProposalQuerySet

# Said of what a constraint has refused: only it sees two who do the same at once.
PROPOSED_ALREADY = "Someone has proposed this already. See the list of proposals."
DEPUTY_ALREADY = (
    "You have a deputy on some of these days already. End that first, or choose other days."
)
_DECIDED = "This proposal has been decided already."
ACCOUNT_ALREADY = "Someone has an account with this email address now. Decline this proposal."


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
    """Who could decide it while it waits: of the right role, and neither its own nor about them."""
    own = (proposal.proposed_by_id, proposal.about_id)
    return user.role in proposal.type.agreers and user.pk not in own


def why_not_decide(user: User, proposal: Proposal) -> str:
    """Another person decides, once."""
    if proposal.decision:
        return _DECIDED
    if proposal.proposed_by_id == user.pk:
        return "You proposed this. Another person must agree."
    if proposal.about_id == user.pk:
        return "This proposal is about you. Someone else must decide."
    if user.role not in proposal.type.agreers:
        return "Only people of another role can decide this."
    return ""


def why_not_agree(user: User, proposal: Proposal) -> str:
    """While what it asks for can still be done, too."""
    return why_not_decide(user, proposal) or proposal.why_not


def why_not_withdraw(user: User, proposal: Proposal) -> str:
    """Whoever proposed it, as long as nobody has decided it."""
    if proposal.proposed_by_id != user.pk:
        return "Only the person who proposed this can withdraw it."
    return _DECIDED if proposal.decision else ""


def why_not_hand_over(proposal: Proposal) -> str:
    """Why nobody owns it as work of theirs."""
    return _DECIDED if proposal.decision else ""


def why_not_reopen(person: User, times_closed: int) -> str:
    """Two agreed to open an account for one closing, and for no later one."""
    is_as_it_was = person.standing == "closed" and person.times_closed == times_closed
    return "" if is_as_it_was else "The account has been opened or closed since."


def proposals_with_moves(
    proposals: ProposalQuerySet, *, by: User
) -> list[tuple[Proposal, bool, bool]]:
    """Each with whether this person may decide on it, and whether they may withdraw it."""
    open_to = set(proposals.waiting_for(by).values_list("pk", flat=True))
    rows = proposals.with_people()
    return [(each, each.pk in open_to, not why_not_withdraw(by, each)) for each in rows]


def why_not_invite(user: User, verb: str = "invite") -> str:
    """Somebody sends so many invitations in a day, and no more; ``verb`` is how they are kept."""
    since = timezone.now() - datetime.timedelta(days=1)
    sent = AuditEvent.objects.filter(verb=verb, actor_id=user.pk, at__gte=since).count()
    if sent < settings.INVITATIONS_A_DAY:
        return ""
    return (
        f"You have sent {settings.INVITATIONS_A_DAY} invitations in 24 hours. "
        "Wait until tomorrow to send more."
    )


def why_not_end_feed(feed: CalendarFeed) -> str:
    return "This address has ended already." if feed.ended_at else ""


def why_not_end_deputy(user: User, deputy: Deputy) -> str:
    if deputy.person_id != user.pk:
        return "Only the person who named a deputy can end this."
    return "This has ended already." if deputy.ended_at else ""


def can_close(user: User, person: User) -> bool:
    """Nobody shuts themselves out: at least one administrator can always sign in."""
    if user.role != Role.ADMINISTRATOR or person == user:
        return False
    return person.is_active or person.invitations.open_at(timezone.now()).exists()


def can_reopen(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "closed"


def can_invite_again(user: User, person: User) -> bool:
    return user.role == Role.ADMINISTRATOR and person.standing == "invited"

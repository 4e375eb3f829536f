"""What takes two: a later closing of an open round, a recovery window, a limit of the scheme."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from contracts.arrangements import permissions, recipients
from contracts.arrangements.models import ApprovalLimit, RecoveryWindow, Round
from contracts.arrangements.models.approval_limit import Matter
from contracts.arrangements.models.round import RECEIPTS
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.models.proposal import ProposalQuerySet
from nmiss.base.accounts.two_people import KindOfProposal, register
from nmiss.base.core import locks
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import database_now, noon
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day, instant, money
from providers.models import Provider
from providers.recipients import writers_of

EXTENSION, WINDOW, LIMIT = "round_extension", "recovery_window", "approval_limit"
NAMES = {EXTENSION: "Later closing", WINDOW: "Recovery window"}
COMMISSIONING = (Role.OFFICER, Role.MANAGER)


@dataclass(frozen=True)
class LaterClosing:
    """When a round is to close, and when it was to close until then."""

    round: int
    closes_at: datetime.datetime
    closed_before_at: datetime.datetime


@dataclass(frozen=True)
class TimeToRecover:
    """Which provider may still submit into a round, and until when."""

    round: int
    provider: int
    provider_name: str
    closes_at: datetime.datetime


@dataclass(frozen=True)
class RowOfTheScheme:
    """What an office may approve, and from when."""

    matter: str
    office: str
    up_to: Decimal | None
    percent_up_to: Decimal | None
    valid_from: datetime.date


def changes_of(round: Round, user: User) -> ProposalQuerySet:
    """What was proposed of a round, oldest first, as far as this person sees proposals."""
    seen = Proposal.objects.visible_to(user).filter(kind__in=NAMES, given__round=round.pk)
    return seen.oldest_first()


@in_person
def propose_extension(
    round: Round, *, by: User, closes_at: datetime.datetime, reason: str
) -> Proposal:
    """Propose that an open round closes later, instead of what the same officer proposed before."""
    round.lock()
    stop_if(permissions.why_not_extend(by, round))
    stop_if(permissions.why_not_extend_to(round, closes_at))
    _withdraw_own(Proposal.objects.of(EXTENSION, round), by=by)
    return Proposal.propose(
        EXTENSION,
        round,
        by=by,
        reason=reason,
        round=round.pk,
        closes_at=closes_at,
        closed_before_at=round.closes_at,
    )


def _withdraw_own(proposals: ProposalQuerySet, *, by: User) -> None:
    for each in proposals.waiting().filter(proposed_by=by):
        each.withdraw(by=by)


def _extend(proposal: Proposal, by: User) -> None:
    """Extend the round, and tell everybody. No receipt is on its way across the instant."""
    closing: LaterClosing = proposal.data
    round = _round_of(proposal)
    round.lock()
    locks.hold(RECEIPTS)
    stop_if(permissions.why_not_extend_to(round, closing.closes_at))
    before, round.closes_at = round.closes_at, closing.closes_at
    asked, evaluated = moved_with(round, before=before)
    round.clarifications_close_at, round.evaluation_ends_on = asked, evaluated
    round.save()
    AuditEvent.record(
        "extend",
        round,
        by=by,
        before={"closes_at": before},
        after={"closes_at": round.closes_at},
        reason=proposal.reason,
    )
    people = recipients.of_changes(round.vehicle, on=timezone.localdate())
    words = {"before": before, "reason": proposal.reason}
    tell(people, "contracts/arrangements/round_extended", about=round, **words)


def moved_with(
    round: Round, *, before: datetime.datetime
) -> tuple[datetime.datetime | None, datetime.date | None]:
    """When questions close, and the evaluation ends, of a round that closed ``before`` until now.

    Both move by as many days as the closing. Questions whose time is over stay closed.
    """
    days = timezone.localdate(round.closes_at) - timezone.localdate(before)
    asked, evaluated = round.clarifications_close_at, round.evaluation_ends_on
    if asked and asked > database_now():
        asked = noon(timezone.localdate(asked) + days)
    return asked, evaluated + days if evaluated else None


@in_person
def propose_window(
    round: Round, *, by: User, provider: Provider, closes_at: datetime.datetime, reason: str
) -> Proposal:
    """Propose that a provider kept out by an outage may still submit into a round."""
    round.lock()
    stop_if(permissions.why_not_give_window(by, round))
    stop_if(permissions.why_not_this_window(round, provider, closes_at))
    return Proposal.propose(
        WINDOW,
        (round, provider),
        by=by,
        reason=reason,
        round=round.pk,
        provider=provider.pk,
        provider_name=str(provider),
        closes_at=closes_at,
    )


def _open_window(proposal: Proposal, by: User) -> None:
    """Let the provider submit, and tell it so."""
    round = _round_of(proposal)
    round.lock()
    provider = Provider.objects.get(pk=proposal.data.provider)
    closes_at = proposal.data.closes_at
    stop_if(permissions.why_not_this_window(round, provider, closes_at))
    window = RecoveryWindow.objects.create(
        round=round, provider=provider, closes_at=closes_at, proposal=proposal
    )
    AuditEvent.record(
        "give_window",
        round,
        by=by,
        provider=str(provider),
        closes_at=closes_at,
        reason=proposal.reason,
    )
    tell(writers_of(provider.pk), "contracts/arrangements/window_given", about=window)


def limits_proposed(user: User) -> ProposalQuerySet:
    """Rows of the scheme that wait for another manager, oldest first."""
    return Proposal.objects.visible_to(user).filter(kind=LIMIT).waiting().oldest_first()


@in_person
def propose_limit(*, by: User, reason: str, office: str, **facts: Any) -> Proposal:
    """Propose a row of the scheme of delegation, which another manager agrees to."""
    stop_if(permissions.why_not_enter_limit(by, facts["valid_from"]))
    there = _limits_there(facts["matter"], office, facts["valid_from"])
    stop_if(permissions.why_not_this_limit(facts["valid_from"], there))
    subject = f"{facts['matter']} {office} {facts['valid_from']}"
    return Proposal.propose(LIMIT, subject, by=by, reason=reason, office=office, **facts)


def _enter_limit(proposal: Proposal, by: User) -> None:
    row: RowOfTheScheme = proposal.data
    ApprovalLimit.enter(by=by, **asdict(row))


def _asks_for_a_limit(proposal: Proposal) -> str:
    row: RowOfTheScheme = proposal.data
    return (
        f"let {row.office} approve {Matter(row.matter).label.lower()} up to "
        f"{'any value' if row.up_to is None else money(row.up_to)} a year from "
        f"{day(row.valid_from)}"
    )


def _shows_the_limit(proposal: Proposal) -> list[tuple[str, str]]:
    row: RowOfTheScheme = proposal.data
    percent = row.percent_up_to
    rise = "" if percent is None else f"{percent.normalize():f}%"
    return [("Increase of fees up to", rise or "No limit")] * (row.matter == Matter.FEES)


def _limit_refused(proposal: Proposal) -> str:
    row: RowOfTheScheme = proposal.data
    there = _limits_there(row.matter, row.office, row.valid_from)
    return permissions.why_not_this_limit(row.valid_from, there)


def _limits_there(matter: str, office: str, valid_from: datetime.date) -> QuerySet[ApprovalLimit]:
    """Those of a job title from a day: one at most."""
    return ApprovalLimit.objects.filter(
        matter=matter, office_key=office.lower(), valid_from=valid_from
    )


def _round_of(proposal: Proposal) -> Round:
    return Round.objects.select_related("vehicle").get(pk=proposal.data.round)


def _page_of(proposal: Proposal) -> str:
    return reverse("contracts:round_detail", args=[proposal.data.round])


def _asks_to_extend(proposal: Proposal) -> str:
    return f"extend {proposal.subject_name} to {instant(proposal.data.closes_at)}"


def _asks_for_a_window(proposal: Proposal) -> str:
    window: TimeToRecover = proposal.data
    return (
        f"let {window.provider_name} submit into {proposal.subject_name} "
        f"until {instant(window.closes_at)}"
    )


def _extension_refused(proposal: Proposal) -> str:
    return permissions.why_not_extend_to(_round_of(proposal), proposal.data.closes_at)


def _window_refused(proposal: Proposal) -> str:
    provider = Provider.objects.get(pk=proposal.data.provider)
    closes_at = proposal.data.closes_at
    return permissions.why_not_this_window(_round_of(proposal), provider, closes_at)


register(
    KindOfProposal(
        EXTENSION,
        COMMISSIONING,
        COMMISSIONING,
        _asks_to_extend,
        _extend,
        given=LaterClosing,
        page=_page_of,
        why_not=_extension_refused,
        warning="The round then closes later, and you cannot undo this. We email members, "
        "applicants and everyone who asked us to email them.",
    ),
    KindOfProposal(
        LIMIT,
        (Role.MANAGER,),
        (Role.MANAGER,),
        _asks_for_a_limit,
        _enter_limit,
        given=RowOfTheScheme,
        page=lambda proposal: reverse("contracts:approval_limit_list"),
        why_not=_limit_refused,
        shows=_shows_the_limit,
        warning="A limit is never changed: another for the same job title follows it.",
    ),
    KindOfProposal(
        WINDOW,
        COMMISSIONING,
        COMMISSIONING,
        _asks_for_a_window,
        _open_window,
        given=TimeToRecover,
        page=_page_of,
        why_not=_window_refused,
        warning="The provider can then submit into this round. We email its owners and editors.",
    ),
)

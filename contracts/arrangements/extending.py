"""What may change of a round that has opened: each proposed by one officer, agreed by another."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.arrangements import recipients
from contracts.arrangements.models import RecoveryWindow, Round, RoundExtension, RoundStatus
from contracts.arrangements.models.round import RECEIPTS
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import database_now, noon
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from providers.models import Provider
from providers.recipients import writers_of

# A window makes good for an outage, and is no second round for one provider: our practice.
LONGEST_WINDOW = datetime.timedelta(days=10)
ANOTHER = "You proposed this. Another officer agrees to it."


@in_person
def propose_extension(
    round: Round, *, by: User, closes_at: datetime.datetime, reason: str
) -> RoundExtension:
    """Propose that an open round closes later, instead of what was proposed before.

    Raises NotAllowedNow where the round is not open, and where another round is in the way.
    """
    round.lock()
    see_that_it_can_close(round, closes_at)
    round.extensions.filter(agreed_at=None).delete()
    extension = round.extensions.create(
        closes_at=closes_at, closed_before_at=round.closes_at, reason=reason, proposed_by=by
    )
    AuditEvent.record("propose_extension", round, by=by, closes_at=closes_at, reason=reason)
    return extension


@in_person
def agree_extension(extension: RoundExtension, *, by: User) -> None:
    """Extend the round, and tell everybody. No receipt is on its way across the instant."""
    round = extension.round
    round.lock()
    extension = round.extensions.select_for_update(of=("self",)).get(pk=extension.pk)
    if extension.agreed_at:
        raise NotAllowedNow("This extension was agreed already.")
    if extension.proposed_by_id == by.pk:
        raise NotAllowedNow(ANOTHER)
    locks.hold(RECEIPTS)
    see_that_it_can_close(round, extension.closes_at)
    extension.agreed_by, extension.agreed_at = by, timezone.now()
    extension.save()
    before, round.closes_at = round.closes_at, extension.closes_at
    asked, evaluated = moved_with(round, before=before)
    round.clarifications_close_at, round.evaluation_ends_on = asked, evaluated
    round.save()
    AuditEvent.record(
        "extend",
        round,
        by=by,
        before={"closes_at": before},
        after={"closes_at": round.closes_at},
        reason=extension.reason,
    )
    people = recipients.of_changes(round.vehicle, on=timezone.localdate())
    tell(people, "contracts/arrangements/round_extended", about=extension)


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


def see_that_it_can_close(round: Round, closes_at: datetime.datetime) -> None:
    """Raise NotAllowedNow, with what to do, where a round cannot be extended to this instant."""
    if not round.is_open or round.closes_at <= database_now():
        raise NotAllowedNow(f"The {round} is not open. What comes now goes to the next round.")
    if closes_at <= round.closes_at:
        raise NotAllowedNow("An open round is extended, never shortened. Choose a later day.")
    ends_on = round.vehicle.ends_on
    if ends_on and timezone.localdate(closes_at) > ends_on:
        raise NotAllowedNow(f"The term ends on {ends_on:%-d %B %Y}. Choose that day or an earlier.")
    next_ = round.vehicle.rounds.filter(opens_at__gte=round.closes_at).by_time().first()
    if next_ and next_.opens_at < closes_at:
        raise NotAllowedNow(
            f"Round {next_.number} opens on {timezone.localtime(next_.opens_at):%-d %B %Y}. "
            "Choose an earlier day, or move that round first."
        )


@in_person
def propose_window(
    round: Round, *, by: User, provider: Provider, closes_at: datetime.datetime, reason: str
) -> RecoveryWindow:
    """Propose that a provider kept out by an outage may still submit into a round."""
    round.lock()
    now = database_now()
    if round.is_planned or closes_at <= now:
        raise NotAllowedNow("A recovery window is for a round that has opened, and ends later.")
    if timezone.localdate(closes_at) > timezone.localdate(now) + LONGEST_WINDOW:
        raise NotAllowedNow(f"A recovery window is {LONGEST_WINDOW.days} days long at the most.")
    opened_since = round.vehicle.rounds.exclude(status=RoundStatus.PLANNED)
    if opened_since.filter(opens_at__gt=round.opens_at).exists():
        raise NotAllowedNow("Another round has opened since. A window is for the newest one.")
    if round.recovery_windows.filter(provider=provider, closes_at__gt=now).exists():
        raise NotAllowedNow(f"{provider} has a recovery window in this round already.")
    window = round.recovery_windows.create(
        provider=provider, opens_at=now, closes_at=closes_at, reason=reason, proposed_by=by
    )
    AuditEvent.record(
        "propose_window", round, by=by, provider=str(provider), closes_at=closes_at, reason=reason
    )
    return window


@in_person
def agree_window(window: RecoveryWindow, *, by: User) -> None:
    """Let the provider submit, and tell it so."""
    window = RecoveryWindow.objects.select_for_update(of=("self",)).get(pk=window.pk)
    if window.agreed_at:
        raise NotAllowedNow("This recovery window was agreed already.")
    if window.proposed_by_id == by.pk:
        raise NotAllowedNow(ANOTHER)
    if window.closes_at <= database_now():
        raise NotAllowedNow("The window has passed. Propose another.")
    window.agreed_by, window.agreed_at = by, timezone.now()
    window.save()
    AuditEvent.record("agree_window", window.round, by=by, provider=str(window.provider))
    people = writers_of(window.provider_id)
    tell(people, "contracts/arrangements/window_given", about=window)

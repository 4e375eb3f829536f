"""What the calendar does by itself: opens and closes rounds, plans the next, reminds.

Beat only ticks. What is due is asked of the database, by its clock; so a hub that was off over an
opening opens the round at its first tick after, once, with the planned instant on record.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from contracts.arrangements import notices, quarters, recipients
from contracts.arrangements.models import Round, Vehicle
from nmiss.base.core import locks
from nmiss.base.core.clock import database_now
from nmiss.base.core.models import AuditEvent, Reminder

# Two workers that start at once do one after the other what is due, so nobody is told twice.
RECONCILING = 8_860_003
A_YEAR = datetime.timedelta(days=365)


def reconcile() -> None:
    """Bring the rounds to where they should be by now. As often as you like, by any number."""
    while _do_what_is_due_first():
        pass
    for vehicle in Vehicle.objects.with_rounds().by_name():
        _plan_ahead(vehicle)
        _remind_of_award_notices(vehicle)


@transaction.atomic
def _do_what_is_due_first() -> bool:
    """Open or close the round whose instant passed first; False where nothing is due."""
    locks.hold(RECONCILING)
    now = database_now()
    opens = Round.objects.due_to_open(now).select_related("vehicle").first()
    closes = Round.objects.due_to_close(now).select_related("vehicle").first()
    if closes and not (opens and opens.opens_at < closes.closes_at):
        closes.close(by=None, planned=closes.closes_at)
        return True
    if opens:
        opens.open(by=None, planned=opens.opens_at)
        _tell_of_opening(opens, now)
        return True
    return False


def _tell_of_opening(round: Round, now: datetime.datetime) -> None:
    """Have the providers told; of a round that was over before we got to it there is no use."""
    if round.closes_at <= now:
        return
    to = recipients.of_openings(round.vehicle, on=timezone.localdate(now))
    notices.opened(round, to=to)
    AuditEvent.record("tell_of_opening", round, by=None, told=len(to))


@transaction.atomic
def _plan_ahead(vehicle: Vehicle) -> None:
    locks.hold(RECONCILING)
    quarters.plan(vehicle, by=None, until=timezone.localdate() + quarters.AHEAD)


def _remind_of_award_notices(vehicle: Vehicle) -> None:
    """Remind officers and managers, each once, of each quarter that ended within a year.

    What is older is no news: it stays among their tasks.
    """
    today = timezone.localdate()
    for due in quarters.quarters_without_notice(vehicle, today=today):
        if due.last >= today - A_YEAR:
            for address in recipients.of_commissioning():
                _remind(due, address)


@transaction.atomic
def _remind(due: quarters.AwardQuarter, address: str) -> None:
    kind, day = quarters.AWARD_NOTICE, due.due_on
    if Reminder.give_once(kind, due.vehicle, recipient=address, due_on=day):
        notices.award_notice_due(
            due.vehicle,
            to=address,
            first=due.first,
            last=due.last,
            due_on=day,
            source=due.source,
            is_overdue=due.is_overdue,
        )

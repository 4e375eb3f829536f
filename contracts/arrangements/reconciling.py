"""What the calendar does by itself: opens and closes rounds, and plans the next.

Beat only ticks. What is due is asked of the database, by its clock; so a hub that was off over an
opening opens the round at its first tick after, once, with the planned instant on record.
"""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from contracts.arrangements import extending, quarters, recipients, reopening
from contracts.arrangements.models import Round, Vehicle
from nmiss.base.core import locks
from nmiss.base.core.clock import database_now
from nmiss.base.core.letterbox import tell
from nmiss.base.core.models import AuditEvent

# Two workers that start at once do one after the other what is due, so nobody is told twice.
RECONCILING = 8_860_003


def reconcile() -> None:
    """Bring the rounds to where they should be by now. As often as you like, by any number."""
    while _do_what_is_due_first():
        pass
    extending.take_effect_where_due(timezone.localdate(database_now()))
    for vehicle in Vehicle.objects.planned_ahead().by_name():
        _plan_ahead(vehicle)
    _plan_reopenings()


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
    tell(to, "contracts/arrangements/round_opened", about=round)
    AuditEvent.record("tell_of_opening", round, by=None, told=len(to))


@transaction.atomic
def _plan_ahead(vehicle: Vehicle) -> None:
    locks.hold(RECONCILING)
    quarters.plan(vehicle, by=None, until=timezone.localdate() + quarters.AHEAD)


def _plan_reopenings() -> None:
    """Have a round of each open framework in time for the law (section 49)."""
    for each in reopening.reopening_of_each(list(Vehicle.objects.reopened())).values():
        with transaction.atomic():
            locks.hold(RECONCILING)
            reopening.plan(each)

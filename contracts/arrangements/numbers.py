"""What our clocks count by: the law's numbers, which follow one another, and our own days off."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent, LegalParameter, NonWorkingDay
from nmiss.base.core.working_days import is_working_day


@transaction.atomic
def succeed(
    number: LegalParameter, *, by: User, value: int, valid_from: datetime.date, source: str
) -> LegalParameter:
    """Have another number of the law follow one, from a day to come.

    Limits that run keep the number in force on the day they began. Raises NotAllowedNow where
    another follows already, or the day has been.
    """
    number = LegalParameter.objects.select_for_update().get(pk=number.pk)
    if number.valid_to is not None:
        raise NotAllowedNow("Another number follows this one already. Change what follows last.")
    if valid_from <= max(timezone.localdate(), number.valid_from):
        raise NotAllowedNow("Enter a day to come: limits that have begun keep their number.")
    number.valid_to = valid_from - datetime.timedelta(days=1)
    number.save()
    following = LegalParameter.objects.create(
        key=number.key,
        value=value,
        unit=number.unit,
        regime=number.regime,
        valid_from=valid_from,
        meaning=number.meaning,
        source=source,
    )
    AuditEvent.record("succeed", following, by=by, valid_from=valid_from, source=source)
    return following


@transaction.atomic
def close_offices(day: datetime.date, reason: str, *, by: User) -> NonWorkingDay:
    """Have a day on which we do not work: what is counted in working days leaves it out.

    Raises NotAllowedNow for a day that has been, or on which nobody works as it is.
    """
    if day < timezone.localdate():
        raise NotAllowedNow("Enter today or a day to come: what was counted stays.")
    if not is_working_day(day):
        raise NotAllowedNow("Nobody works on that day as it is: it needs no entry.")
    closed = NonWorkingDay.objects.create(day=day, reason=reason)
    AuditEvent.record("close_offices", closed, by=by, reason=reason)
    return closed


@transaction.atomic
def open_offices(closed: NonWorkingDay, *, by: User) -> None:
    """Work on that day after all. Raises NotAllowedNow where it has been."""
    if closed.day < timezone.localdate():
        raise NotAllowedNow("That day has been: what was counted stays.")
    AuditEvent.record("open_offices", closed, by=by)
    closed.delete()

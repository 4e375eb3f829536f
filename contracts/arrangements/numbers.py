"""What our clocks count by: the law's numbers, which follow one another, and our own days off."""

from __future__ import annotations

import datetime

from django.db import transaction

from contracts.arrangements import permissions
from nmiss.base.accounts.models import User
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent, LegalParameter, NonWorkingDay


@transaction.atomic
def succeed(
    number: LegalParameter, *, by: User, value: int, valid_from: datetime.date, source: str
) -> LegalParameter:
    """Have another number of the law follow one, from a day to come.

    Limits that run keep the number in force on the day they began.
    """
    number = LegalParameter.objects.select_for_update().get(pk=number.pk)
    stop_if(permissions.why_not_succeed_number(by, number))
    stop_if(permissions.why_not_succeed_from(number, valid_from))
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
    """Have a day on which we do not work: what is counted in working days leaves it out."""
    stop_if(permissions.why_not_close_offices(by, day))
    closed = NonWorkingDay.objects.create(day=day, reason=reason)
    AuditEvent.record("close_offices", closed, by=by, reason=reason)
    return closed


@transaction.atomic
def open_offices(closed: NonWorkingDay, *, by: User) -> None:
    """Work on that day after all."""
    stop_if(permissions.why_not_open_offices(by, closed))
    AuditEvent.record("open_offices", closed, by=by)
    closed.delete()

"""Working days in England: not Saturday, not Sunday, not a bank holiday, not a day of our own.

Limits of procurement law run in them (decide within 10 working days of receipt, reg 34(16) of the
Public Contracts Regulations 2015). The day of the event does not count.
"""

from __future__ import annotations

import datetime
import functools

import holidays

from nmiss.core.models import NonWorkingDay

ONE_DAY = datetime.timedelta(days=1)


@functools.cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: datetime.date) -> bool:
    """Whether offices work on this day."""
    return _works(
        day, frozenset(NonWorkingDay.objects.filter(day=day).values_list("day", flat=True))
    )


def add_working_days(day: datetime.date, count: int) -> datetime.date:
    """The day that is so many working days after ``day``, which itself does not count."""
    return _walk(day, count, ONE_DAY)


def working_days_before(day: datetime.date, count: int) -> datetime.date:
    """The day that is so many working days before ``day``, which itself does not count."""
    return _walk(day, count, -ONE_DAY)


def _walk(day: datetime.date, count: int, step: datetime.timedelta) -> datetime.date:
    if count < 0:
        raise ValueError("Count working days from 0 up.")
    closed = frozenset(NonWorkingDay.objects.values_list("day", flat=True))
    while count:
        day += step
        count -= _works(day, closed)
    return day


def _works(day: datetime.date, closed: frozenset[datetime.date]) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays() and day not in closed

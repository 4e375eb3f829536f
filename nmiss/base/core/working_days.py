"""Working days in England: not Saturday, not Sunday, not a bank holiday, not a day of our own.

Limits of procurement law run in them (decide within 10 working days of receipt, reg 34(16) of the
Public Contracts Regulations 2015). The day of the event does not count.
"""

from __future__ import annotations

import bisect
import datetime
import functools
from typing import Any

import holidays
from django.db.models import Func, IntegerField

from nmiss.base.core.models import NonWorkingDay
from nmiss.base.core.once import once_a_page

ONE_DAY = datetime.timedelta(days=1)


@functools.cache
def _bank_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: datetime.date) -> bool:
    """Whether offices work on this day."""
    return _works(
        day, frozenset(NonWorkingDay.objects.filter(day=day).values_list("day", flat=True))
    )


def holiday_on(day: datetime.date) -> str:
    """What the bank holiday on this day is called; nothing where there is none."""
    return _bank_holidays().get(day, "")


@once_a_page
def closed_days() -> frozenset[datetime.date]:
    """The days off of our own: hand them on where many limits are counted at once."""
    return frozenset(NonWorkingDay.objects.values_list("day", flat=True))


def add_working_days(
    day: datetime.date, count: int, *, closed: frozenset[datetime.date] | None = None
) -> datetime.date:
    """The day that is so many working days after ``day``, which itself does not count."""
    return _walk(day, count, ONE_DAY, closed)


def working_days_before(
    day: datetime.date, count: int, *, closed: frozenset[datetime.date] | None = None
) -> datetime.date:
    """The day that is so many working days before ``day``, which itself does not count."""
    return _walk(day, count, -ONE_DAY, closed)


def working_days_between(
    first: datetime.date, last: datetime.date, *, closed: frozenset[datetime.date] | None = None
) -> int:
    """How many working days have passed from a day, which does not count, to another."""
    closed = closed_days() if closed is None else closed
    if last <= first:
        return 0
    if first.year in _COUNTED and last.year in _COUNTED:
        return _number(last, closed) - _number(first, closed)
    days = (first + ONE_DAY * number for number in range(1, (last - first).days + 1))
    return sum(_works(day, closed) for day in days)


def working_day_from(day: datetime.date) -> datetime.date:
    """The day itself where offices work on it, and else the next on which they do."""
    return day if is_working_day(day) else add_working_days(day, 1)


def _walk(
    day: datetime.date,
    count: int,
    step: datetime.timedelta,
    closed: frozenset[datetime.date] | None,
) -> datetime.date:
    if count < 0:
        raise ValueError("Count working days from 0 up.")
    closed = closed_days() if closed is None else closed
    while count:
        day += step
        count -= _works(day, closed)
    return day


def _works(day: datetime.date, closed: frozenset[datetime.date]) -> bool:
    return day.weekday() < 5 and day not in _bank_holidays() and day not in closed


# Bank holidays are known for these years to whoever asks the database to count.
_COUNTED = range(2015, 2051)
_MONDAY = datetime.date(1990, 1, 1)


def _number(day: datetime.date, closed: frozenset[datetime.date]) -> int:
    """The number of a day among all working days, as ``WorkingDayNumber`` has it."""
    weeks, rest = divmod((day - _MONDAY).days, 7)
    return weeks * 5 + min(rest + 1, 5) - bisect.bisect_right(_days_off(closed), day)


@functools.lru_cache(maxsize=16)
def _days_off(closed: frozenset[datetime.date]) -> list[datetime.date]:
    """The days from Monday to Friday on which offices are closed, in order."""
    return sorted(each for each in {*_holidays_counted(), *closed} if each.weekday() < 5)


class WorkingDayNumber(Func):
    """The number of a day among all working days, in the database: one more for each of them.

    A day on which offices are closed has the number of the last one before. So the day that is so
    many working days after another has a number that is higher by as many.
    """

    output_field = IntegerField()
    arity = 1

    def __init__(self, *days: Any, closed: frozenset[datetime.date], **extra: Any) -> None:
        super().__init__(*days, **extra)
        self.closed = closed

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        day, given = compiler.compile(self.source_expressions[0])
        passed = f"({day} - %s::date)"
        number = (
            f"({passed} / 7 * 5 + LEAST({passed} %% 7 + 1, 5) - width_bucket({day}, %s::date[]))"
        )
        return number, [*given, _MONDAY, *given, _MONDAY, *given, _days_off(self.closed)]


@functools.cache
def _holidays_counted() -> frozenset[datetime.date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=_COUNTED))

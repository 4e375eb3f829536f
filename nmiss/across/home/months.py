"""A month as a calendar on the wall has it: weeks from Monday, each day with its dates."""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from nmiss.base.accounts.key_dates import Dated
from nmiss.base.core.day_fields import EARLIEST, LATEST

WEEKDAYS = tuple(zip(calendar.day_abbr, calendar.day_name, strict=True))


@dataclass(frozen=True)
class Day:
    """A day of the grid; those of the months before and after are blank."""

    on: datetime.date
    is_blank: bool
    is_today: bool
    dates: list[Dated]


@dataclass(frozen=True)
class Month:
    """A month with its weeks, and the months before and after, as an address has them."""

    first: datetime.date
    weeks: list[list[Day]]

    @property
    def previous(self) -> str:
        return self._near(self.first - datetime.timedelta(days=1))

    @property
    def next(self) -> str:
        return self._near(self.first + datetime.timedelta(days=32))

    @staticmethod
    def _near(day: datetime.date) -> str:
        return f"{day:%Y-%m}" if EARLIEST <= day <= LATEST else ""


def month_of(first: datetime.date, dates: Iterable[Dated], *, today: datetime.date) -> Month:
    """Lay dates out over the month that begins on a day."""
    of_day = defaultdict(list)
    for each in dates:
        of_day[each.on].append(each)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        [
            [Day(on, on.month != first.month, on == today, of_day.get(on, [])) for on in week]
            for week in weeks
        ],
    )

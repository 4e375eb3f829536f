"""How the price of a period is shared among its days, to the penny."""

from __future__ import annotations

import calendar
import datetime
from decimal import Decimal
from fractions import Fraction

PENCE = 100
ONE_DAY = datetime.timedelta(days=1)


def share_of_days(
    price: Decimal,
    starts_on: datetime.date,
    ends_on: datetime.date,
    first: datetime.date,
    last: datetime.date,
) -> Decimal:
    """What of a price for days falls on those from a first to a last one.

    It is what falls on all days up to the last, less what falls on those before the first, each
    half up to the penny: so shares of days that follow one another add up, however they are cut.
    """
    whole = (ends_on - starts_on).days + 1
    pence = int(price * PENCE)

    def until(day: datetime.date) -> int:
        days = min(max((day - starts_on).days + 1, 0), whole)
        return (2 * pence * days + whole) // (2 * whole)

    return Decimal(max(until(last) - until(first - ONE_DAY), 0)) / PENCE


def years_between(first: datetime.date, last: datetime.date) -> Fraction:
    """The years of a period: whole ones, and the days that are left as a part of a year.

    1 September to 31 August is one year, with or without a 29 February in it.
    """
    after = last + ONE_DAY
    whole = after.year - first.year
    if _anniversary(first, whole) > after:
        whole -= 1
    begun, ends = _anniversary(first, whole), _anniversary(first, whole + 1)
    return whole + Fraction((after - begun).days, (ends - begun).days)


def _anniversary(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; of a 29 February the 28th where there is none."""
    year = day.year + years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))

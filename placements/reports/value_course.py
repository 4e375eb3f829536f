"""How the spend of an arrangement grows over its term, and when it reaches parts of its value."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Min

from contracts.models import Membership, ValueBasis, Vehicle
from nmiss.base.core.days import months_after
from nmiss.base.core.money import percent
from nmiss.base.core.pictures import LimitLine, LineChart
from placements.models.price_line import ONE_DAY
from placements.reports.vehicle_value import LIMITS, DaysOfValue, sums_by_part

EVERY = 3  # months between the points that are shown


@dataclass(frozen=True)
class ValuePoint:
    """What was spent, or will have been by what is committed, at the end of a day."""

    on: datetime.date
    amount: Decimal
    percent: Decimal | None
    is_committed: bool


@dataclass(frozen=True)
class Crossing:
    """A part of the advertised value, and the day on which it is reached; none within the term."""

    limit: int
    amount: Decimal
    on: datetime.date | None
    is_committed: bool = False

    @property
    def title(self) -> str:
        return f"{self.limit}% of the value"


@dataclass(frozen=True)
class Course:
    """The end of every third month and of the term, today, and the days of the limits.

    ``is_for_the_term`` says that the value is one for the whole term; where nobody stated what it
    counts, the limits are those that it would have then.
    """

    points: list[ValuePoint]
    crossings: list[Crossing]
    is_for_the_term: bool

    @property
    def picture(self) -> LineChart:
        points = [(f"{each.on:%b %Y}", float(each.amount)) for each in self.points]
        limits = [LimitLine(f"{each.limit}%:", float(each.amount)) for each in self.crossings]
        return LineChart(points, limits, say=_millions)


def course_of(vehicle: Vehicle, on: datetime.date) -> Course:
    """One query over placements; within a month the day is worked out by even spending."""
    ends = {vehicle.pk: vehicle.end_on(on)}
    return courses_of([vehicle], on, ends)[vehicle.pk]


def courses_of(
    vehicles: Sequence[Vehicle],
    on: datetime.date,
    ends: Mapping[int, datetime.date | None] | None = None,
) -> dict[int, Course]:
    """The same for each of these, by its key, in as many queries as for one.

    ``ends`` are their ends as known on the day, where that is not today.
    """
    members = Membership.objects.filter(lot__vehicle__in=vehicles).order_by()
    begun = dict(members.values_list("lot__vehicle").annotate(first=Min("admitted_on")))
    last = {each.pk: (ends or {}).get(each.pk, each.ends_on) or on for each in vehicles}
    months = {pk: list(_split(pk, first, on, last[pk])) for pk, first in begun.items()}
    sums = sums_by_part([part for parts in months.values() for part in parts])
    return {each.pk: _course(each, months.get(each.pk, []), sums, on) for each in vehicles}


def _course(
    vehicle: Vehicle,
    months: list[DaysOfValue],
    sums: Mapping[tuple[int, datetime.date, bool, bool], Decimal],
    on: datetime.date,
) -> Course:
    value = vehicle.advertised_value if vehicle.value_basis != ValueBasis.ANNUAL else None
    ends, total = [], Decimal(0)
    for part in months:
        spent = sum(
            sums.get((vehicle.pk, part.first, part.is_committed, call_off), Decimal(0))
            for call_off in (True, False)
        )
        ends.append((part, total, total + spent))
        total += spent
    return Course(
        [_point(part, amount, value) for part, _, amount in ends if _is_shown(part, months, on)],
        [_crossing(limit, value * limit / 100, ends) for limit in LIMITS] if value else [],
        vehicle.value_basis == ValueBasis.TOTAL,
    )


def _split(
    vehicle: int, begun: datetime.date, on: datetime.date, last_day: datetime.date
) -> Iterator[DaysOfValue]:
    first = begun
    while first <= last_day:
        last = min(months_after(first.replace(day=1), 1) - ONE_DAY, last_day)
        if first <= on < last:
            last = on
        yield DaysOfValue(vehicle, first, last, is_committed=first > on)
        first = last + ONE_DAY


def _is_shown(part: DaysOfValue, months: list[DaysOfValue], on: datetime.date) -> bool:
    ends_a_month = (part.last + ONE_DAY).day == 1
    ends_a_quarter = ends_a_month and part.last.month % EVERY == 0
    return ends_a_quarter or part.last == on or part is months[-1]


def _point(part: DaysOfValue, amount: Decimal, value: Decimal | None) -> ValuePoint:
    share = percent(amount, value) if value else None
    return ValuePoint(part.last, amount, share, part.is_committed)


def _crossing(
    limit: int, amount: Decimal, ends: list[tuple[DaysOfValue, Decimal, Decimal]]
) -> Crossing:
    for part, before, after in ends:
        if before < amount <= after:
            days = (part.last - part.first).days + 1
            needed = math.ceil((amount - before) * days / (after - before))
            day = part.first + ONE_DAY * (needed - 1)
            return Crossing(limit, amount, day, part.is_committed)
    return Crossing(limit, amount, None)


def _millions(amount: float) -> str:
    if amount < 1_000_000:
        return f"£{amount / 1_000:.0f}k"
    return f"£{amount / 1_000_000:.1f}m"

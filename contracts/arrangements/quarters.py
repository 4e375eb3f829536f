"""The quarterly calendar of rounds, and the quarters whose awards are notified together.

"Bids … move from any time to quarterly rounds" (25/00007, 3.16). A round opens on the first
working day of March, June, September and December and closes 30 days later or more, both at
12 noon in London, so that a change of the clocks moves neither.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from contracts.arrangements import signals
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import Notice, NoticeWaiver, Round, Vehicle, VehicleKind
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.clock import database_now, noon
from nmiss.base.core.models import AuditEvent, LegalParameter
from nmiss.base.core.working_days import add_working_days, working_day_from, working_days_before

MONTHS = (3, 6, 9, 12)
AHEAD = datetime.timedelta(days=366)
REQUEST_PERIOD, AWARD_NOTICE = "request_period", "award_notice"
# Where the law of a vehicle sets no number we keep to the practice of the other.
USUAL_PERIOD = 30
# Our practice, published with each round: working days.
ANSWERS_BEFORE, EVALUATION = 5, 20


@dataclass(frozen=True)
class RoundDates:
    """The days of a round as the calendar makes them."""

    quarter: datetime.date
    opens_on: datetime.date
    closes_on: datetime.date

    @property
    def opens_at(self) -> datetime.datetime:
        return noon(self.opens_on)

    @property
    def closes_at(self) -> datetime.datetime:
        return noon(self.closes_on)


def least_days(vehicle: Vehicle, *, on: datetime.date) -> LegalParameter | None:
    """How long a round is at least open (reg 34(9)); None where the law sets no number."""
    return LegalParameter.objects.in_force(REQUEST_PERIOD, regime=vehicle.regime, on=on)


def dates_of(vehicle: Vehicle, quarter: datetime.date) -> RoundDates:
    """The round of a quarter: ``quarter`` is the first of its month."""
    opens_on = working_day_from(quarter)
    limit = least_days(vehicle, on=opens_on)
    days = limit.value if limit else USUAL_PERIOD
    return RoundDates(quarter, opens_on, working_day_from(opens_on + datetime.timedelta(days=days)))


@transaction.atomic
def plan(vehicle: Vehicle, *, by: User | None, until: datetime.date | None = None) -> int:
    """Make the rounds that are missing, from now to the end of the term; return how many.

    Where the term is open, or ``until`` is earlier, to that day: a year ahead.
    """
    Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
    now = database_now()
    first = timezone.localdate(now)
    last = min(day for day in (until or vehicle.ends_on or first + AHEAD, vehicle.ends_on) if day)
    number = vehicle.rounds.aggregate(n=Max("number"))["n"] or 0
    free = free_dates(vehicle, max(first.replace(day=1), vehicle.starts_on), last)
    to_come = [dates for dates in free if dates.opens_at > now]
    made = [
        round_on(vehicle, dates, number=at) for at, dates in enumerate(to_come, start=number + 1)
    ]
    with acting_as_hub():  # the calendar makes them, whoever asked
        for round in made:
            round.save()
    if made:
        AuditEvent.record("plan_rounds", vehicle, by=by, rounds=[round.number for round in made])
    return len(made)


def free_dates(vehicle: Vehicle, first: datetime.date, last: datetime.date) -> Iterator[RoundDates]:
    """The rounds of the quarters from a first day on that could still be made, closed by the last.

    A quarter whose round was moved is not there again, nor one whose days another round takes.
    """
    taken = list(vehicle.rounds.values_list("quarter", "opens_at", "closes_at"))
    quarters = {quarter for quarter, _, _ in taken}
    for quarter in _first_of_months(first, last):
        dates = dates_of(vehicle, quarter)
        is_free = all(
            dates.closes_at <= opens or closes <= dates.opens_at for _, opens, closes in taken
        )
        if quarter not in quarters and is_free and dates.closes_on <= last:
            yield dates


def if_extended(vehicle: Vehicle, *, today: datetime.date) -> list[RoundDates]:
    """The rounds of the year ahead that would be held if the next option took effect.

    None of them is planned before it does: nothing outlasts the end in effect.
    """
    option = vehicle.next_option() if vehicle.is_planned_by_quarters else None
    if option is None:
        return []
    last = min(option.ends_on, max(today, vehicle.ends_on) + AHEAD)
    found = (dates_of(vehicle, each) for each in _first_of_months(today, last))
    return [each for each in found if vehicle.ends_on < each.closes_on <= last]


def _first_of_months(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    for year in range(first.year, last.year + 1):
        for month in MONTHS:
            quarter = datetime.date(year, month, 1)
            if first.replace(day=1) <= quarter <= last:
                yield quarter


def round_on(vehicle: Vehicle, dates: RoundDates, *, number: int) -> Round:
    """A planned round of these days, which is still to be saved."""
    return Round(
        vehicle=vehicle,
        number=number,
        quarter=dates.quarter,
        opens_at=dates.opens_at,
        closes_at=dates.closes_at,
        clarifications_close_at=noon(working_days_before(dates.closes_on, ANSWERS_BEFORE)),
        evaluation_ends_on=add_working_days(dates.closes_on, EVALUATION),
    )


@dataclass(frozen=True)
class AwardQuarter:
    """A quarter of a vehicle whose awards are notified together, by ``due_on`` (reg 50)."""

    vehicle: Vehicle
    first: datetime.date
    last: datetime.date
    due_on: datetime.date
    source: str
    is_overdue: bool

    @property
    def in_address(self) -> str:
        """The quarter as it stands in an address."""
        return str(self.first)

    @property
    def tag(self) -> str:
        return "overdue" if self.is_overdue else "due soon"


def quarter_of(day: datetime.date) -> datetime.date:
    """The first day of the quarter of a day: January, April, July or October."""
    return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)


def last_of_quarter(first: datetime.date) -> datetime.date:
    """The last day of the quarter that begins on a day."""
    return (first + datetime.timedelta(days=95)).replace(day=1) - datetime.timedelta(days=1)


def quarters_without_notice(vehicle: Vehicle, *, today: datetime.date) -> list[AwardQuarter]:
    """The quarters that are over, oldest first, whose award notice is still to be sent.

    Something was awarded in each; none is left out before its notice is in the register or
    waived. Spot purchases are notified one by one, where they are at all.
    """
    return quarters_of_each([vehicle], today=today)[vehicle.pk]


def quarters_of_each(
    vehicles: Sequence[Vehicle], *, today: datetime.date
) -> dict[int, list[AwardQuarter]]:
    """The same for each of these vehicles, by its key; all are asked about at once."""
    found: dict[int, list[AwardQuarter]] = {each.pk: [] for each in vehicles}
    asked = {each.pk: each for each in vehicles if each.kind != VehicleKind.SPOT}
    waiting = sorted(_waiting(list(asked)))
    law = LawBook.read() if waiting else None
    for vehicle, first in waiting:
        if due := _due(asked[vehicle], first, today=today, law=law):
            found[vehicle].append(due)
    return found


def _waiting(vehicles: list[int]) -> QuerySet | list:
    """Vehicles and quarters of awards of which no notice was recorded or waived."""
    answers = signals.awarded.send(Vehicle, vehicles=vehicles)
    awarded, *more = [rows for _, rows in answers]
    notices, waivers = Notice.objects.of_awards(), NoticeWaiver.objects.all()
    settled = [
        rows.filter(vehicle__in=vehicles).order_by().values_list("vehicle", "quarter")
        for rows in (notices, waivers)
    ]
    return awarded.union(*more).difference(*settled) if vehicles else []


def _due(
    vehicle: Vehicle, first: datetime.date, *, today: datetime.date, law: LawBook
) -> AwardQuarter | None:
    last = last_of_quarter(first)
    limit = law.in_force(AWARD_NOTICE, regime=vehicle.regime, on=last)
    if last >= today or limit is None:
        return None
    due_on = last + datetime.timedelta(days=limit.value)
    return AwardQuarter(vehicle, first, last, due_on, limit.source, due_on < today)

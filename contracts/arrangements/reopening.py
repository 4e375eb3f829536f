"""By when an open framework is re-opened for new members, and the round in which it is.

An open framework provides for the award of a framework "at least once during the period of three
years beginning with the day of the award of the first", and at least once in each five years from
the second award on; it lasts eight years at most (Procurement Act 2023, section 49). We count from
the first day of its term. A round counts once its first agreement is signed by both.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from contracts.arrangements import quarters, signals
from contracts.arrangements.law import LawBook
from contracts.arrangements.models import Regime, Round, RoundStatus, Vehicle, VehicleKind
from contracts.arrangements.terms import OPEN_FRAMEWORK_YEARS
from nmiss.base.core.acting import acting_as_hub
from nmiss.base.core.clock import database_now
from nmiss.base.core.days import years_after
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import ONE_DAY, add_working_days

FIRST, AGAIN, STANDSTILL = "reopen_first", "reopen_again", "standstill"


@dataclass(frozen=True)
class Reopening:
    """The next one that the law asks for: new members are admitted ``award_by`` that day.

    ``since`` is the award before it, and ``number`` how many there have been, and this one.
    """

    vehicle: Vehicle
    number: int
    since: datetime.date
    award_by: datetime.date
    years: int
    source: str


def reopening_of(vehicle: Vehicle) -> Reopening | None:
    """The next re-opening of this arrangement; None where the law asks for none."""
    return reopening_of_each([vehicle]).get(vehicle.pk)


def reopening_of_each(vehicles: Sequence[Vehicle]) -> dict[int, Reopening]:
    """The same for each of these that has one, by its key. Two queries."""
    asked = {
        each.pk: each
        for each in vehicles
        if each.kind == VehicleKind.OPEN_FRAMEWORK and each.successor_id is None
    }
    if not asked:
        return {}
    law, awards = LawBook.read(), _awards(list(asked))
    found = {key: _next(vehicle, awards[key], law) for key, vehicle in asked.items()}
    return {key: each for key, each in found.items() if each}


def _awards(vehicles: list[int]) -> dict[int, list[datetime.date]]:
    """The day of the first agreement of each round that opened within the term."""
    of_round: dict[tuple[int, int], datetime.date] = {}
    for _, rows in signals.signed_in_rounds.send(Vehicle, vehicles=vehicles):
        for vehicle, round, day in rows:
            of_round[vehicle, round] = min(day, of_round.get((vehicle, round), day))
    found: dict[int, list[datetime.date]] = defaultdict(list)
    for (vehicle, _), day in of_round.items():
        found[vehicle].append(day)
    return found


def _next(vehicle: Vehicle, awards: list[datetime.date], law: LawBook) -> Reopening | None:
    since = max(awards, default=vehicle.starts_on)
    number = law.in_force(AGAIN if awards else FIRST, regime=Regime.PA2023, on=since)
    longest = law.in_force(OPEN_FRAMEWORK_YEARS, regime=Regime.PA2023, on=vehicle.starts_on)
    if number is None:
        return None
    award_by = years_after(since, number.value) - ONE_DAY
    ends = [vehicle.ends_on]
    if longest:
        ends.append(years_after(vehicle.starts_on, longest.value) - ONE_DAY)
    if any(end and award_by > end for end in ends):
        return None
    return Reopening(vehicle, len(awards) + 1, since, award_by, number.value, number.source)


def round_of(reopening: Reopening) -> Round | None:
    """The round in which it is: one within the term since the last award that is not over."""
    later = reopening.vehicle.rounds.filter(opens_at__date__gte=reopening.since).by_time()
    today = timezone.localdate()
    for each in later:
        assessed_by = each.evaluation_ends_on or timezone.localdate(each.closes_at)
        if each.status != RoundStatus.CLOSED or assessed_by >= today:
            return each
    return None


@transaction.atomic
def plan(reopening: Reopening) -> Round | None:
    """Make its round, where there is none; None where there is one, or no time for one.

    Of those of the calendar that are in time it is the last but one: where nobody is admitted in
    it, one more can be held. Where none is in time, it is the next.
    """
    vehicle = reopening.vehicle
    Vehicle.objects.select_for_update(of=("self",), no_key=True).get(pk=vehicle.pk)
    if round_of(reopening):
        return None
    dates = _dates_for(reopening)
    if dates is None:
        return None
    number = vehicle.rounds.aggregate(n=Max("number"))["n"] or 0
    made = quarters.round_on(vehicle, dates, number=number + 1)
    with acting_as_hub():
        made.save()
    AuditEvent.record("plan_rounds", vehicle, by=None, rounds=[made.number])
    return made


def _dates_for(reopening: Reopening) -> quarters.RoundDates | None:
    vehicle, now = reopening.vehicle, database_now()
    first = max(timezone.localdate(now), vehicle.starts_on)
    last = vehicle.ends_on or reopening.award_by + quarters.AHEAD
    possible = [
        each
        for each in quarters.free_dates(vehicle, first, last)
        if each.opens_on >= vehicle.starts_on and each.opens_at > now
    ]
    law = LawBook.read()
    in_time = [each for each in possible if _ready_on(each, law) <= reopening.award_by]
    return (in_time[-2:] or possible[:1] or [None])[0]


def _ready_on(dates: quarters.RoundDates, law: LawBook) -> datetime.date:
    """When agreements can be signed: assessed, and after the standstill (section 51)."""
    assessed_by = add_working_days(dates.closes_on, quarters.EVALUATION)
    limit = law.in_force(STANDSTILL, regime=Regime.PA2023, on=assessed_by)
    return add_working_days(assessed_by, limit.value if limit else 0)

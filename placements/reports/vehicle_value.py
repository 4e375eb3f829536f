"""What arrangements have cost, and are bound to cost, beside their advertised value.

The spend of an arrangement is that of "contracted providers" (25/00007, 5.1): every placement at a
school on the days of its membership, and the block places of its lots. Call-offs alone stand
beside it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Min

from contracts.models import Membership, ValueBasis, Vehicle, VehicleFigure
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.money import percent
from placements.blocks.report import costs_in
from placements.models import BlockPurchase, Route
from placements.models.price_line import ONE_DAY
from placements.reports.spend import PLACES, days_of

# A day counts once an arrangement, also where its school is in two lots. A placement was at its
# earlier schools first. PostgreSQL's LEAST passes over what is NULL: an end that is not known.
_VALUE = f"""
    WITH part AS (
        SELECT * FROM unnest(
            %(vehicles)s::bigint[], %(firsts)s::date[], %(lasts)s::date[], %(days)s::int[],
            %(committed)s::boolean[]
        ) AS part (vehicle_id, first_on, last_on, days_of_year, is_committed)
    ), member AS (
        SELECT vehicle_id, school_id, lower(days) AS first_on, upper(days) - 1 AS last_on
        FROM (
            SELECT lot.vehicle_id, membership.school_id, unnest(range_agg(
                daterange(membership.admitted_on, membership.left_on, '[]')
            )) AS days
            FROM contracts_membership AS membership
            JOIN contracts_lot AS lot ON lot.id = membership.lot_id
            GROUP BY lot.vehicle_id, membership.school_id
        ) AS joined
    ), stay AS (
        SELECT placement_id, school_id, from_on AS first_on, until_on AS last_on
        FROM placements_earlierschool
        UNION ALL
        SELECT placement.id, placement.school_id,
            coalesce(earlier.until_on + 1, placement.starts_on), placement.ended_on
        FROM placements_placement AS placement
        LEFT JOIN (
            SELECT placement_id, max(until_on) AS until_on
            FROM placements_earlierschool GROUP BY placement_id
        ) AS earlier ON earlier.placement_id = placement.id
    ), due AS (
        SELECT part.vehicle_id, part.is_committed, part.first_on, placement.id,
            placement.route = %(call_off)s AS is_call_off,
            part.days_of_year * 1e{PLACES - 2} AS penny,
            sum(trunc(charge.cost_a_year * 1e{PLACES} * (
                LEAST(part.last_on, member.last_on, stay.last_on, charge.last_on)
                - GREATEST(part.first_on, member.first_on, stay.first_on, charge.first_on) + 1
            ))) AS weight
        FROM part
        JOIN member ON member.vehicle_id = part.vehicle_id
            AND member.first_on <= part.last_on
            AND (member.last_on IS NULL OR member.last_on >= part.first_on)
        JOIN stay ON stay.school_id = member.school_id
        JOIN placements_placement AS placement ON placement.id = stay.placement_id
        JOIN placements_charge AS charge ON charge.placement_id = placement.id
        WHERE LEAST(part.last_on, member.last_on, stay.last_on, charge.last_on)
            >= GREATEST(part.first_on, member.first_on, stay.first_on, charge.first_on)
        GROUP BY part.vehicle_id, part.is_committed, part.first_on, placement.id,
            part.days_of_year
    )
    SELECT vehicle_id, first_on, is_committed, is_call_off,
        (sum(div(2 * weight + penny, 2 * penny)) / 100)::numeric(20, 2)
    FROM due GROUP BY vehicle_id, first_on, is_committed, is_call_off
"""


LIMITS = (80, 90, 100)


@dataclass(frozen=True)
class DaysOfValue:
    """Days of one financial year that count as spent, or as committed."""

    vehicle: int
    first: datetime.date
    last: datetime.date
    is_committed: bool


@dataclass(frozen=True)
class VehicleValue:
    """What an arrangement has cost by a day, and will until its end; gross, without VAT.

    ``until`` is the end in effect on the day; where there is none, nothing can be said of what is
    committed.
    """

    vehicle: Vehicle
    on: datetime.date
    spent: Decimal
    committed: Decimal | None
    spent_call_off: Decimal
    committed_call_off: Decimal | None
    until: datetime.date | None


def vehicle_values(on: datetime.date) -> list[VehicleValue]:
    """Each arrangement on a day, by name."""
    vehicles = list(Vehicle.objects.by_name())
    ends = {vehicle.pk: vehicle.end_on(on) for vehicle in vehicles}
    begun = Membership.objects.order_by().values_list("lot__vehicle").annotate(Min("admitted_on"))
    parts = [part for pk, first in begun for part in parts_until(pk, first, on, ends[pk])]
    sums = _sums(parts)
    return [_value(vehicle, on, ends[vehicle.pk], sums) for vehicle in vehicles]


def parts_until(
    vehicle: int, begun: datetime.date, on: datetime.date, until: datetime.date | None
) -> Iterator[DaysOfValue]:
    """The financial years from the first membership to the end; that of the day is in two."""
    last_day = until or on
    spent_until = min(on, last_day)
    for year in range(financial_year_of(begun), financial_year_of(max(last_day, begun)) + 1):
        first, last = financial_year(year)
        spent = DaysOfValue(vehicle, first, min(last, spent_until), is_committed=False)
        bound = DaysOfValue(
            vehicle, max(first, on + ONE_DAY), min(last, last_day), is_committed=True
        )
        yield from (part for part in (spent, bound) if part.first <= part.last)


def _sums(parts: list[DaysOfValue]) -> dict[tuple[int, bool, bool], Decimal]:
    """Pounds by arrangement, whether committed, and whether called off."""
    found: dict[tuple[int, bool, bool], Decimal] = defaultdict(Decimal)
    for (vehicle, _, committed, call_off), amount in sums_by_part(parts).items():
        found[vehicle, committed, call_off] += amount
    return found


def sums_by_part(parts: list[DaysOfValue]) -> dict[tuple[int, datetime.date, bool, bool], Decimal]:
    """Pounds by arrangement, first day of the part, whether committed, and whether called off."""
    given = {
        "vehicles": [part.vehicle for part in parts],
        "firsts": [part.first for part in parts],
        "lasts": [part.last for part in parts],
        "days": [days_of(financial_year_of(part.first)) for part in parts],
        "committed": [part.is_committed for part in parts],
        "call_off": Route.CALL_OFF,
    }
    with connection.cursor() as cursor:
        cursor.execute(_VALUE, given)
        sums = {tuple(key): amount for *key, amount in cursor.fetchall()}
    for key, amount in _blocks(parts):
        sums[key] = sums.get(key, Decimal("0.00")) + amount
    return sums


def _blocks(
    parts: list[DaysOfValue],
) -> Iterator[tuple[tuple[int, datetime.date, bool, bool], Decimal]]:
    """What blocks of a lot of the arrangement cost, used or not. They are no call-offs."""
    blocks = list(BlockPurchase.objects.that_count().select_related("lot"))
    for part in parts:
        own = [block for block in blocks if block.lot.vehicle_id == part.vehicle]
        for _, share in costs_in(part.first, part.last, own):
            yield (part.vehicle, part.first, part.is_committed, False), share


def _value(
    vehicle: Vehicle,
    on: datetime.date,
    until: datetime.date | None,
    sums: dict[tuple[int, bool, bool], Decimal],
) -> VehicleValue:
    def pounds(*, committed: bool, call_off_alone: bool) -> Decimal:
        routes = [True] if call_off_alone else [True, False]
        found = (sums.get((vehicle.pk, committed, route)) for route in routes)
        return sum((each for each in found if each), Decimal("0.00"))

    bound = {
        alone: pounds(committed=True, call_off_alone=alone) if until else None
        for alone in (False, True)
    }
    return VehicleValue(
        vehicle=vehicle,
        on=on,
        spent=pounds(committed=False, call_off_alone=False),
        committed=bound[False],
        spent_call_off=pounds(committed=False, call_off_alone=True),
        committed_call_off=bound[True],
        until=until,
    )


@dataclass(frozen=True)
class Verdict:
    """A figure beside the advertised value, for all placements or for call-offs alone."""

    of: str
    amount: Decimal
    percent: Decimal

    @property
    def limit(self) -> int:
        """The highest of the limits that it has reached; 0 below all of them."""
        return max((limit for limit in LIMITS if self.percent >= limit), default=0)


def headroom(vehicle: Vehicle, figure: VehicleFigure) -> Decimal | None:
    """What is left under an advertised value for the whole term; none where nobody can say."""
    is_total = vehicle.advertised_value and vehicle.value_basis == ValueBasis.TOTAL
    return vehicle.advertised_value - figure.total if is_total and figure.total else None


def beside_the_advertised(vehicle: Vehicle, figure: VehicleFigure) -> list[Verdict]:
    """Spent and committed against an advertised value for the whole term.

    A value for each year, or one whose basis nobody stated, gives no verdict: what it counts is not
    what the figure counts.
    """
    if not vehicle.advertised_value or vehicle.value_basis != ValueBasis.TOTAL:
        return []
    amounts = {
        "All placements": figure.spent + (figure.committed or 0),
        "Call-offs alone": figure.spent_call_off + (figure.committed_call_off or 0),
    }
    return [
        Verdict(of, amount, percent(amount, vehicle.advertised_value))
        for of, amount in amounts.items()
    ]

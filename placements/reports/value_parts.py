"""What an arrangement costs by contract year, lot and provider; the parts add up to the whole.

A place that was called off from a lot counts there; every other place in the first lot of which its
school is a member on the day, and with the provider of that membership.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import connection
from django.db.models import Min

from contracts.models import Membership, ValueBasis, Vehicle
from nmiss.base.core.days import financial_year_of, years_after
from nmiss.base.core.money import percent
from placements.models import BlockPurchase, Route
from placements.models.price_line import ONE_DAY
from placements.reports.spend import PLACES, days_of
from placements.reports.vehicle_value import DaysOfValue, parts_until
from providers.models import Provider

NOTHING = Decimal("0.00")
# Of the days of a school its lots have first the one that is preferred, then those by number. What
# a placement costs in a financial year is rounded once, as in the whole; its pieces share it by
# largest remainder.
_PIECES = f"""
    WITH piece AS (
        SELECT * FROM unnest(
            %(wholes)s::date[], %(firsts)s::date[], %(lasts)s::date[], %(contract_years)s::date[],
            %(days)s::int[], %(committed)s::boolean[]
        ) AS piece (whole_on, first_on, last_on, contract_year, days_of_year, is_committed)
    ), joined AS (
        SELECT membership.school_id, membership.lot_id, lot.number, membership.provider_id,
            range_agg(daterange(membership.admitted_on, membership.left_on, '[]')) AS days
        FROM contracts_membership AS membership
        JOIN contracts_lot AS lot ON lot.id = membership.lot_id
        WHERE lot.vehicle_id = %(vehicle)s
        GROUP BY membership.school_id, membership.lot_id, lot.number, membership.provider_id
    ), preferred AS (
        SELECT DISTINCT school_id, lot_id FROM joined
        UNION SELECT DISTINCT school_id, 0 FROM joined
    ), share AS (
        SELECT one.school_id, preferred.lot_id AS preferred_id, one.lot_id, one.provider_id,
            unnest(one.days - coalesce((
                SELECT range_agg(taken) FROM joined AS other, unnest(other.days) AS taken
                WHERE other.school_id = one.school_id
                    AND (other.lot_id <> preferred.lot_id, other.number, other.provider_id)
                        < (one.lot_id <> preferred.lot_id, one.number, one.provider_id)
            ), '{{}}'::datemultirange)) AS days
        FROM joined AS one JOIN preferred ON preferred.school_id = one.school_id
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
        SELECT piece.whole_on, piece.is_committed, piece.contract_year, share.lot_id,
            share.provider_id, placement.id AS placement_id,
            placement.route = %(call_off)s AS is_call_off,
            piece.days_of_year * 1e{PLACES - 2} AS penny,
            sum(trunc(charge.cost_a_year * 1e{PLACES} * (
                LEAST(piece.last_on, upper(share.days) - 1, stay.last_on, charge.last_on)
                - GREATEST(piece.first_on, lower(share.days), stay.first_on, charge.first_on) + 1
            ))) AS weight
        FROM piece
        JOIN share ON lower(share.days) <= piece.last_on
            AND (upper(share.days) IS NULL OR upper(share.days) > piece.first_on)
        JOIN stay ON stay.school_id = share.school_id
        JOIN placements_placement AS placement ON placement.id = stay.placement_id
        LEFT JOIN preferred AS own
            ON own.school_id = share.school_id AND own.lot_id = placement.lot_id
        JOIN placements_charge AS charge ON charge.placement_id = placement.id
        WHERE share.preferred_id = coalesce(own.lot_id, 0)
            AND LEAST(piece.last_on, upper(share.days) - 1, stay.last_on, charge.last_on)
                >= GREATEST(piece.first_on, lower(share.days), stay.first_on, charge.first_on)
        GROUP BY piece.whole_on, piece.is_committed, piece.contract_year, share.lot_id,
            share.provider_id, placement.id, piece.days_of_year
    ), shared AS (
        SELECT *, div(weight, penny) AS pence,
            div(2 * sum(weight) OVER place + penny, 2 * penny) AS total,
            sum(div(weight, penny)) OVER place AS given,
            row_number() OVER (
                PARTITION BY placement_id, whole_on, is_committed
                ORDER BY mod(weight, penny) DESC, contract_year, lot_id, provider_id
            ) AS turn
        FROM due WINDOW place AS (PARTITION BY placement_id, whole_on, is_committed)
    )
    SELECT contract_year, lot_id, provider_id, is_committed, is_call_off,
        (sum(pence + (turn <= total - given)::int) / 100)::numeric(20, 2)
    FROM shared GROUP BY contract_year, lot_id, provider_id, is_committed, is_call_off
"""


@dataclass
class ValueLine:
    """One contract year, lot or provider, and what it has cost and is bound to cost."""

    title: str
    first: datetime.date | None = None
    last: datetime.date | None = None
    spent: Decimal = NOTHING
    committed: Decimal = NOTHING
    call_offs: Decimal = NOTHING
    percent: Decimal | None = None

    @property
    def total(self) -> Decimal:
        return self.spent + self.committed


@dataclass(frozen=True)
class Breakdown:
    """The same pounds three times over, each in its order; the years with a verdict where the
    advertised value is one for each year.
    """

    years: list[ValueLine] = field(default_factory=list)
    lots: list[ValueLine] = field(default_factory=list)
    providers: list[ValueLine] = field(default_factory=list)

    @property
    def total(self) -> ValueLine:
        both = ValueLine("Total")
        for each in self.years:
            _add(both, each.spent, each.committed, each.call_offs)
        return both


@dataclass(frozen=True)
class _Piece:
    """Days of one financial year and of one contract year, spent or committed."""

    part: DaysOfValue
    first: datetime.date
    last: datetime.date
    contract_year: datetime.date


def breakdown(vehicle: Vehicle, on: datetime.date) -> Breakdown:
    """A fixed number of queries, whatever the number of lots and providers."""
    pieces = list(_pieces(vehicle, on))
    if not pieces:
        return Breakdown()
    rows = [*_places(vehicle, pieces), *_blocks(vehicle, pieces)]
    lots = {lot.pk: lot for lot in vehicle.lots.all()}
    providers = Provider.objects.in_bulk({row[2] for row in rows})
    return Breakdown(
        years=_in_years(vehicle, rows, pieces[-1].last),
        lots=_grouped(rows, 1, lambda pk: (lots[pk].number, _of_lot(lots[pk]))),
        providers=_grouped(rows, 2, lambda pk: (providers[pk].name.casefold(), str(providers[pk]))),
    )


def contract_year_of(vehicle: Vehicle, day: datetime.date) -> datetime.date:
    """The first day of the contract year of a day; they begin with the term."""
    years = day.year - vehicle.starts_on.year
    first = years_after(vehicle.starts_on, years)
    return first if first <= day else years_after(vehicle.starts_on, years - 1)


def _pieces(vehicle: Vehicle, on: datetime.date) -> Iterator[_Piece]:
    members = Membership.objects.of_vehicle(vehicle.pk).order_by()
    begun = members.aggregate(first=Min("admitted_on"))["first"]
    if begun is None:
        return
    for part in parts_until(vehicle.pk, begun, on, vehicle.end_on(on)):
        first = part.first
        while first <= part.last:
            year = contract_year_of(vehicle, first)
            next_year = contract_year_of(vehicle, years_after(year, 1))
            last = min(part.last, next_year - ONE_DAY)
            yield _Piece(part, first, last, year)
            first = last + ONE_DAY


def _places(vehicle: Vehicle, pieces: list[_Piece]) -> list[tuple]:
    given = {
        "vehicle": vehicle.pk,
        "wholes": [piece.part.first for piece in pieces],
        "firsts": [piece.first for piece in pieces],
        "lasts": [piece.last for piece in pieces],
        "contract_years": [piece.contract_year for piece in pieces],
        "days": [days_of(financial_year_of(piece.first)) for piece in pieces],
        "committed": [piece.part.is_committed for piece in pieces],
        "call_off": Route.CALL_OFF,
    }
    with connection.cursor() as cursor:
        cursor.execute(_PIECES, given)
        return cursor.fetchall()


def _blocks(vehicle: Vehicle, pieces: list[_Piece]) -> Iterator[tuple]:
    """What blocks of a lot cost, used or not; shares of all days add up to the price."""
    blocks = BlockPurchase.objects.that_count().filter(lot__vehicle=vehicle)
    for block in blocks.select_related("school"):
        for piece in pieces:
            if share := block.share(piece.first, piece.last):
                whose = block.lot_id, block.school.provider_id
                yield (piece.contract_year, *whose, piece.part.is_committed, False, share)


def _grouped(rows: list[tuple], column: int, said: Callable) -> list[ValueLine]:
    """A line for each of what stands in a column; ``said`` gives its place and its name."""
    found: dict[object, ValueLine] = defaultdict(lambda: ValueLine(""))
    for row in rows:
        *_, is_committed, is_call_off, amount = row
        spent, committed = (NOTHING, amount) if is_committed else (amount, NOTHING)
        _add(found[row[column]], spent, committed, amount if is_call_off else NOTHING)
    named = [(*said(key), line) for key, line in found.items()]
    for _, title, line in named:
        line.title = title
    return [line for *_, line in sorted(named, key=lambda each: each[:2])]


def _in_years(vehicle: Vehicle, rows: list[tuple], last: datetime.date) -> list[ValueLine]:
    lines = _grouped(rows, 0, lambda first: (first, first.isoformat()))
    is_annual = vehicle.value_basis == ValueBasis.ANNUAL and vehicle.advertised_value
    for line in lines:
        line.first = datetime.date.fromisoformat(line.title)
        line.last = min(years_after(line.first, 1) - ONE_DAY, last)
        if is_annual:
            line.percent = percent(line.total, vehicle.advertised_value)
    return lines


def _add(line: ValueLine, spent: Decimal, committed: Decimal, call_offs: Decimal) -> None:
    line.spent += spent
    line.committed += committed
    line.call_offs += call_offs


def _of_lot(lot: object) -> str:
    return f"{lot}: {lot.name}" if lot.name else str(lot)

"""Spend: what placements cost in a financial year, line by line, exactly to the penny.

A line costs its year × its days in force ÷ the days of the financial year. The total of a placement
is rounded once, half up; its lines share it by largest remainder, ties to the earlier line, so
parts always add up to the whole. All of it is reckoned in whole numbers: no quotient is cut off.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Case, Exists, F, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest, Least, Round

from nmiss.base.core.days import financial_year, financial_year_of
from placements.models import Charge, Funder, PriceKind, PriceLine
from placements.models.charge import days_in

# A cost of a year has this many decimals.
PLACES = PriceLine._meta.get_field("cost_a_year").decimal_places
PENCE = Decimal(100)

# ``weight`` is cost × days in whole numbers; ``penny`` as many of them as make one penny.
_SHARES = f"""
    WITH due AS (
        SELECT charge.id, charge.placement_id, charge.kind, charge.funder, charge.starts_on,
            trunc(charge.cost_a_year * 1e{PLACES} * (
                LEAST(charge.last_on, %(last)s) - GREATEST(charge.first_on, %(first)s) + 1
            )) AS weight,
            %(days_of_year)s * 1e{PLACES - 2} AS penny
        FROM placements_charge AS charge
        WHERE charge.first_on <= %(last)s
            AND LEAST(charge.last_on, %(last)s) >= GREATEST(charge.first_on, %(first)s)
            {{only}}
    ), shared AS (
        SELECT *, div(weight, penny) AS pence,
            div(2 * sum(weight) OVER place + penny, 2 * penny) AS total,
            sum(div(weight, penny)) OVER place AS given,
            row_number() OVER (
                PARTITION BY placement_id ORDER BY mod(weight, penny) DESC, starts_on,
                kind COLLATE "C", funder COLLATE "C"
            ) AS turn
        FROM due WINDOW place AS (PARTITION BY placement_id)
    )
    SELECT placement.reference, shared.kind, shared.funder, shared.starts_on,
        ((pence + (turn <= total - given)::int) / 100)::numeric(20, 2)
    FROM shared JOIN placements_placement AS placement ON placement.id = shared.placement_id
    ORDER BY placement.reference COLLATE "C", shared.starts_on, shared.kind COLLATE "C",
        shared.funder COLLATE "C"
"""

# The lines are read once: to look them up for each of 300,000 placements takes far longer. A base
# line that is over still ends the fee.
_SUMS = f"""
    WITH line AS MATERIALIZED (
        SELECT line.placement_id,
            min(line.starts_on) FILTER (WHERE kind = '{PriceKind.BASE_EDUCATION}') AS base_from,
            sum(line.cost_a_year * GREATEST(
                LEAST(line.ends_on, placement.ended_on, %s)
                - GREATEST(line.starts_on, placement.starts_on, %s) + 1, 0
            )) AS due
        FROM placements_priceline AS line
        JOIN placements_placement AS placement ON placement.id = line.placement_id
        WHERE line.voided_at IS NULL AND line.starts_on <= %s AND (
            line.ends_on IS NULL OR line.ends_on >= %s OR kind = '{PriceKind.BASE_EDUCATION}'
        )
        GROUP BY line.placement_id
    )
    SELECT place.key, count(*), sum(place.days), sum(round(
        (COALESCE(line.due, 0) + place.fee * GREATEST(
            LEAST(place.last_on, line.base_from - 1) - place.first_on + 1, 0
        )) * 1.00000000 / %s, 2
    ))
    FROM ({{places}}) AS place (key, fee, days, id, first_on, last_on)
    LEFT JOIN line ON line.placement_id = place.id
    GROUP BY place.key
"""


@dataclass(frozen=True)
class Share:
    """What one line of a placement costs in a financial year, or in a part of it."""

    placement_ref: str
    kind: str
    funder: str
    starts_on: datetime.date
    amount: Decimal

    @property
    def kind_in_words(self) -> str:
        return PriceKind(self.kind).label

    @property
    def funder_in_words(self) -> str:
        return Funder(self.funder).label


@dataclass(frozen=True)
class YearlySum:
    """What some placements have of a financial year: their number, days in force and pounds."""

    placements: int
    days: int
    spend: Decimal


@dataclass(frozen=True)
class Total:
    """What a placement costs in a financial year."""

    placement_ref: str
    amount: Decimal


def spend_by_line(year: int, *, placements: Iterable[int] | None = None) -> list[Share]:
    """What each line costs in a financial year: of all placements, or of these."""
    return list(_shares(*financial_year(year), placements=placements))


def spend_by_placement(year: int, *, placements: Iterable[int] | None = None) -> list[Total]:
    """The same, added up for each placement."""
    totals: dict[str, Decimal] = {}
    for share in spend_by_line(year, placements=placements):
        totals[share.placement_ref] = totals.get(share.placement_ref, Decimal(0)) + share.amount
    return [Total(*each) for each in totals.items()]


def spend_in(
    first: datetime.date, last: datetime.date, *, placements: Iterable[int] | None = None
) -> list[Share]:
    """The same for any days; each financial year in them is rounded by itself."""
    found = []
    for year in range(financial_year_of(first), financial_year_of(last) + 1):
        begins, ends = financial_year(year)
        found += _shares(max(first, begins), min(last, ends), placements=placements)
    return found


def spend_of_year(year: int, *, days: Combinable) -> Round:
    """What a placement costs in a financial year, in a query of placements.

    ``days`` are those in force in that year. Most placements have their fee alone: only of the
    others the lines are looked up. PostgreSQL rounds a numeric half away from zero, which is half
    up, and carries a quotient at least as far as what it divides: with sixteen decimals no tie is
    missed, because a cost has eight and a year has three digits of days.
    """
    charges = Charge.objects.filter(placement=OuterRef("pk")).order_by().values("placement")
    dues = charges.annotate(due=Sum(F("cost_a_year") * days_in(*financial_year(year))))
    has_lines = Exists(PriceLine.objects.that_count().filter(placement=OuterRef("pk")))
    due = Case(
        When(has_lines, then=Coalesce(Subquery(dues.values("due")), Value(Decimal(0)))),
        default=F("annual_fee") * days,
    )
    return Round(due * Decimal("1.00000000") / days_of(year), precision=2)


def sums_of_year(placements: QuerySet, year: int, *, of: str) -> dict[int, YearlySum]:
    """The same, added up by a column of all these placements, such as their school.

    ``placements`` have their ``days_in_year``.
    """
    first, last = financial_year(year)
    places = placements.order_by().values_list(
        of,
        "annual_fee",
        "days_in_year",
        "pk",
        Greatest(F("starts_on"), first),
        Least(Coalesce(F("ended_on"), last), last),
    )
    sql, given = places.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_SUMS.format(places=sql), [last, first, last, first, days_of(year), *given])
        return {key: YearlySum(*sums) for key, *sums in cursor.fetchall()}


def days_of(year: int) -> int:
    """The days of a financial year: 366 where a 29 February is in it."""
    first, last = financial_year(year)
    return (last - first).days + 1


def _shares(
    first: datetime.date, last: datetime.date, *, placements: Iterable[int] | None
) -> Iterator[Share]:
    only = "" if placements is None else "AND charge.placement_id = ANY(%(placements)s)"
    given = {
        "first": first,
        "last": last,
        "days_of_year": days_of(financial_year_of(first)),
        "placements": None if placements is None else list(placements),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SHARES.format(only=only), given)
        yield from (Share(*row) for row in cursor.fetchall())

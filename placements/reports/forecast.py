"""Forecast of spend: this financial year and the next two, with known leavers and phase transfers.

It is of the placements that are recorded, at the prices that are recorded: nobody is assumed to
start, and no price to rise.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from nmiss.base.core.days import YEARS, financial_year, financial_year_of
from placements.blocks.report import cost_of_year, total
from placements.models import BlockPurchase
from placements.reports.spend import PLACES, days_of

AHEAD = 3
# A child who is not recorded to leave goes on to another phase at the end of the academic year in
# which it becomes as old as its school takes children, and leaves school after year 14.
_FORECAST = f"""
    WITH part AS (
        SELECT * FROM unnest(
            %(years)s::int[], %(firsts)s::date[], %(lasts)s::date[], %(days)s::int[]
        ) AS part (year, first_on, last_on, days_of_year)
    ), stay AS (
        SELECT placement.id, placement.starts_on, placement.ended_on,
            CASE WHEN placement.ended_on IS NULL THEN make_date(
                child.cohort + LEAST(school.highest_age - 5, {YEARS[-1]}) + 5, 8, 31
            ) END AS moves_on
        FROM placements_placement AS placement
        JOIN placements_child AS child ON child.id = placement.child_id
        JOIN providers_school AS school ON school.id = placement.school_id
        WHERE placement.voided_at IS NULL
            AND (placement.ended_on IS NULL OR placement.ended_on >= %(first)s)
    ), charge AS MATERIALIZED (
        SELECT stay.id, stay.moves_on, charge.cost_a_year, charge.first_on, charge.last_on
        FROM stay JOIN placements_charge AS charge ON charge.placement_id = stay.id
        WHERE charge.last_on IS NULL OR charge.last_on >= %(first)s
    ), due AS (
        SELECT part.year, charge.id, part.days_of_year * 1e{PLACES - 2} AS penny,
            trunc(1e{PLACES} * sum(charge.cost_a_year * (
                LEAST(charge.last_on, part.last_on) - GREATEST(charge.first_on, part.first_on) + 1
            ))) AS recorded,
            trunc(1e{PLACES} * sum(charge.cost_a_year * GREATEST(0,
                LEAST(charge.last_on, part.last_on,
                    CASE WHEN charge.moves_on >= %(on)s THEN charge.moves_on END)
                - GREATEST(charge.first_on, part.first_on) + 1
            ))) AS expected
        FROM part
        JOIN charge ON charge.first_on <= part.last_on
            AND LEAST(charge.last_on, part.last_on)
                >= GREATEST(charge.first_on, part.first_on)
        GROUP BY part.year, part.days_of_year, charge.id
    ), spend AS (
        SELECT year,
            (sum(div(2 * recorded + penny, 2 * penny)) / 100)::numeric(20, 2) AS recorded,
            (sum(div(2 * expected + penny, 2 * penny)) / 100)::numeric(20, 2) AS expected
        FROM due GROUP BY year
    ), moves AS (
        SELECT part.year,
            count(*) FILTER (WHERE ended_on BETWEEN part.first_on AND part.last_on) AS leavers,
            count(*) FILTER (WHERE moves_on >= %(on)s AND starts_on <= moves_on
                AND moves_on BETWEEN part.first_on AND part.last_on) AS transfers
        FROM part CROSS JOIN stay
        WHERE ended_on BETWEEN part.first_on AND part.last_on
            OR moves_on BETWEEN part.first_on AND part.last_on
        GROUP BY part.year
    )
    SELECT part.year, coalesce(leavers, 0), coalesce(transfers, 0),
        coalesce(recorded, 0.00), coalesce(expected, 0.00)
    FROM part LEFT JOIN spend USING (year) LEFT JOIN moves USING (year) ORDER BY part.year
"""


@dataclass(frozen=True)
class ForecastYear:
    """A financial year ahead: gross by recorded ends, and where phase transfers end places, too."""

    year: int
    leavers: int
    transfers: int
    recorded: Decimal
    expected: Decimal
    blocks: Decimal = Decimal("0.00")  # of both, what block places cost, used or not

    @property
    def years(self) -> str:
        return f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def by_transfers(self) -> Decimal:
        """What phase transfers take off."""
        return self.recorded - self.expected


def forecast(on: datetime.date) -> list[ForecastYear]:
    """The financial year of the day and the two after it, as known on the day."""
    years = [financial_year_of(on) + ahead for ahead in range(AHEAD)]
    given = {
        "years": years,
        "first": financial_year(years[0])[0],  # who left before counts in no year
        "firsts": [financial_year(year)[0] for year in years],
        "lasts": [financial_year(year)[1] for year in years],
        "days": [days_of(year) for year in years],
        "on": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(_FORECAST, given)
        rows = cursor.fetchall()
    blocks = list(BlockPurchase.objects.that_count())
    found = []
    for year, leavers, transfers, recorded, expected in rows:
        bought = total(cost_of_year(year, blocks))
        sums = recorded + bought, expected + bought, bought
        found.append(ForecastYear(year, leavers, transfers, *sums))
    return found

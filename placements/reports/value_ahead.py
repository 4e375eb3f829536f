"""What of an arrangement's cost lies ahead, apart: price changes that were agreed, places that
somebody assumes will start, and call-offs that last beyond its end.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from contracts.models import StarterAssumption, Vehicle
from nmiss.base.core.days import YEARS, financial_year, financial_year_of
from nmiss.base.core.money import to_penny
from placements.models import Route
from placements.models.price_line import ONE_DAY
from placements.reports.spend import PLACES, days_of

DAYS_IN_YEAR = 365
LONGEST_STAY = YEARS[-1] + 1  # years: no place lasts longer than from reception to year 14

# Days on which schools are members, once each, also where a school is in two lots.
_MEMBERS = """
    SELECT school_id, lower(days) AS first_on, upper(days) - 1 AS last_on
    FROM (
        SELECT membership.school_id, unnest(range_agg(
            daterange(membership.admitted_on, membership.left_on, '[]')
        )) AS days
        FROM contracts_membership AS membership
        JOIN contracts_lot AS lot ON lot.id = membership.lot_id
        WHERE lot.vehicle_id = %(vehicle)s
        GROUP BY membership.school_id
    ) AS joined
"""
# Of places in force on the day: what the prices of later days cost above those of the day.
_CHANGES = f"""
    WITH part AS (
        SELECT * FROM unnest(%(firsts)s::date[], %(lasts)s::date[], %(days)s::int[])
            AS part (first_on, last_on, days_of_year)
    ), member AS ({_MEMBERS}), bound AS (
        SELECT placement.id AS placement_id, part.days_of_year,
            GREATEST(part.first_on, member.first_on) AS first_on,
            LEAST(part.last_on, member.last_on, placement.ended_on) AS last_on
        FROM part JOIN member ON member.first_on <= part.last_on
        JOIN placements_placement AS placement ON placement.school_id = member.school_id
        WHERE placement.starts_on <= %(on)s
            AND (placement.ended_on IS NULL OR placement.ended_on >= %(on)s)
            AND LEAST(part.last_on, member.last_on, placement.ended_on)
                >= GREATEST(part.first_on, member.first_on)
    )
    SELECT coalesce(sum(charge.cost_a_year * (
        GREATEST(0, LEAST(bound.last_on, charge.last_on)
            - GREATEST(bound.first_on, charge.first_on) + 1)
        - CASE WHEN charge.first_on <= %(on)s
            AND (charge.last_on IS NULL OR charge.last_on >= %(on)s)
            THEN bound.last_on - bound.first_on + 1 ELSE 0 END
    ) / bound.days_of_year), 0)
    FROM bound JOIN placements_charge AS charge ON charge.placement_id = bound.placement_id
"""
# A call-off without a last day lasts until its child is too old for the school, or for any.
_BEYOND = f"""
    WITH part AS (
        SELECT * FROM unnest(%(firsts)s::date[], %(lasts)s::date[], %(days)s::int[])
            AS part (first_on, last_on, days_of_year)
    ), member AS ({_MEMBERS}), place AS (
        SELECT placement.id, coalesce(placement.ended_on, make_date(
            child.cohort + LEAST(school.highest_age - 5, {YEARS[-1]}) + 5, 8, 31
        )) AS last_on
        FROM placements_placement AS placement
        JOIN placements_child AS child ON child.id = placement.child_id
        JOIN providers_school AS school ON school.id = placement.school_id
        WHERE placement.route = %(call_off)s AND placement.starts_on <= %(until)s
            AND (placement.ended_on IS NULL OR placement.ended_on > %(until)s)
            AND EXISTS (
                SELECT FROM member WHERE member.school_id = placement.school_id
                    AND member.first_on <= placement.starts_on
                    AND (member.last_on IS NULL OR member.last_on >= placement.starts_on)
            )
    ), due AS (
        SELECT place.id, part.first_on, part.days_of_year * 1e{PLACES - 2} AS penny,
            sum(trunc(charge.cost_a_year * 1e{PLACES} * (
                LEAST(part.last_on, place.last_on, charge.last_on)
                - GREATEST(part.first_on, charge.first_on) + 1
            ))) AS weight
        FROM part CROSS JOIN place
        JOIN placements_charge AS charge ON charge.placement_id = place.id
        WHERE LEAST(part.last_on, place.last_on, charge.last_on)
            >= GREATEST(part.first_on, charge.first_on)
        GROUP BY place.id, part.first_on, part.days_of_year
    )
    SELECT count(DISTINCT id),
        coalesce((sum(div(2 * weight + penny, 2 * penny)) / 100)::numeric(20, 2), 0.00)
    FROM due
"""


@dataclass(frozen=True)
class Beyond:
    """Call-offs that last beyond the end of the term: how many, and their pounds after it."""

    places: int
    amount: Decimal


def agreed_changes(
    vehicle: Vehicle, on: datetime.date, until: datetime.date | None
) -> Decimal | None:
    """What of the committed cost comes from prices that change after a day; none without an end."""
    if until is None:
        return None
    return to_penny(_ask(_CHANGES, vehicle, on + ONE_DAY, until, on=on)[0])


def beyond_the_end(vehicle: Vehicle, until: datetime.date | None) -> Beyond | None:
    """What call-offs cost after the end of the term; none where the term has no end."""
    if until is None:
        return None
    last = financial_year(financial_year_of(until) + LONGEST_STAY)[1]
    given = {"until": until, "call_off": Route.CALL_OFF}
    return Beyond(*_ask(_BEYOND, vehicle, until + ONE_DAY, last, **given))


def assumed_starters(
    assumption: StarterAssumption | None, on: datetime.date, until: datetime.date | None
) -> Decimal | None:
    """What places cost that start evenly over the days to the end; none until it is assumed.

    On the last day all have started, on the first none: half of them, over the whole time.
    """
    if assumption is None or until is None:
        return None
    years = Decimal(max((until - on).days, 0)) / DAYS_IN_YEAR
    return to_penny(assumption.starters * assumption.fee * years * years / 2)


def _ask(
    sql: str, vehicle: Vehicle, first: datetime.date, last: datetime.date, **given: object
) -> tuple:
    """Ask for the days from a first to a last, by financial year."""
    years = range(financial_year_of(first), financial_year_of(last) + 1) if first <= last else ()
    parts = [(max(first, financial_year(y)[0]), min(last, financial_year(y)[1])) for y in years]
    with connection.cursor() as cursor:
        cursor.execute(
            sql,
            {
                "vehicle": vehicle.pk,
                "firsts": [begins for begins, _ in parts],
                "lasts": [ends for _, ends in parts],
                "days": [days_of(year) for year in years],
            }
            | given,
        )
        return cursor.fetchone()

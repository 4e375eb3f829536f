"""What places in a block would cost beside what single places cost last year."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from nmiss.base.accounts.models import User
from nmiss.base.core.days import financial_year, financial_year_of, nc_year
from nmiss.base.core.money import to_penny
from placements.blocks.report import break_even
from placements.fees.comparators import quartiles
from placements.models import Route
from placements.reports.demand_profile import phase_of
from placements.reports.dps_status import Window, placements_in
from placements.reports.spend import days_of


@dataclass(frozen=True)
class SinglePlaces:
    """What places that were bought one by one cost in a financial year, by the year of a place."""

    name: str
    prices: list[Decimal]  # of a whole year, the lowest first
    spend: Decimal
    days: int
    days_of_year: int
    places: int
    block_a_year: Decimal

    @property
    def count(self) -> int:
        return len(self.prices)

    @property
    def average(self) -> Decimal | None:
        """Spend by the days for which it was paid, for a whole year."""
        return to_penny(self.spend * self.days_of_year / self.days) if self.spend else None

    @property
    def low(self) -> Decimal | None:
        return (quartiles(self.prices) or [None])[0]

    @property
    def middle(self) -> Decimal | None:
        return (quartiles(self.prices) or [None, None])[1]

    @property
    def high(self) -> Decimal | None:
        return (quartiles(self.prices) or [None])[-1]

    @property
    def cost(self) -> Decimal | None:
        """Of as many single places for a year."""
        return self.average * self.places if self.average else None

    @property
    def difference(self) -> Decimal | None:
        """The block less single places: below nought the block is cheaper when it is full."""
        return self.block_a_year - self.cost if self.cost else None

    @property
    def break_even(self) -> int | None:
        """How many places of the block must be used."""
        return break_even(Fraction(self.block_a_year), self.average) if self.average else None

    @property
    def break_even_percent(self) -> int | None:
        return math.ceil(Fraction(self.break_even * 100, self.places)) if self.break_even else None


def compare(
    on: datetime.date,
    *,
    by: User,
    need: str,
    phase: str,
    provision: str,
    places: int,
    price: Decimal,
) -> list[SinglePlaces]:
    """Spot purchases of last financial year, and all places bought one by one.

    ``price`` is that of a place in the block for a year. A placement's price is its spend in the
    year ÷ its days × the days of the year; the phase is that of the last day of the year.
    """
    year = financial_year_of(on) - 1
    first, last = financial_year(year)
    found = placements_in(Window(first, last, year), by=by).filter(
        block=None, primary_need=need, provision=provision, days_in_year__gt=0
    )
    rows = [
        (route, spend, days)
        for route, spend, days, cohort in found.order_by().values_list(
            "route", "spend_in_year", "days_in_year", "child__cohort"
        )
        if spend > 0 and phase_of(nc_year(cohort, on=last)) == phase
    ]
    groups = {
        "Spot purchases": [row for row in rows if row[0] == Route.SPOT],
        "All places bought one by one": rows,
    }
    return [
        SinglePlaces(
            name=name,
            prices=sorted(to_penny(spend * days_of(year) / days) for _, spend, days in group),
            spend=sum((spend for _, spend, _ in group), Decimal(0)),
            days=sum(days for _, _, days in group),
            days_of_year=days_of(year),
            places=places,
            block_a_year=price * places,
        )
        for name, group in groups.items()
    ]

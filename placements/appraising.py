"""The ways on from the end of a term: their cost by year, headroom, late dates and legal points.

Who has a place keeps it on its own terms, whichever way is taken. New places cost the fee that is
assumed, and on days without a contract as much more as spot purchases do.
"""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from nmiss.base.core.days import months_after, years_after
from nmiss.base.core.money import to_penny
from placements.models.price_line import ONE_DAY

YEARS = 3
EXPIRE, EXTEND, REPROCURE = "expire", "extend", "reprocure"


@dataclass(frozen=True)
class Assumptions:
    """What a person assumes; ``premium`` is per cent that spot purchases cost more."""

    uplift: Decimal
    starters: int
    fee: Decimal
    premium: Decimal
    procurement_months: int
    procurement_cost: Decimal


@dataclass(frozen=True)
class Option:
    """An option that is not used yet."""

    number: int
    ends_on: datetime.date
    needs_consent: bool


@dataclass(frozen=True)
class AppraisalFacts:
    """What the hub holds on a day: the fees of a year after the end, and what limits a way."""

    on: datetime.date
    ends_on: datetime.date
    fees: Decimal
    children: int
    schools: int
    headroom: Decimal | None
    options: tuple[Option, ...]
    earliest_effect: datetime.date  # of a key decision whose notice is published today


@dataclass(frozen=True)
class _Year:
    number: int
    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def share_within(self, first: datetime.date, last: datetime.date) -> Decimal:
        days = (min(last, self.last) - max(first, self.first)).days + 1
        return Decimal(max(days, 0)) / self.days


def ways_on(facts: AppraisalFacts, assumed: Assumptions) -> list[dict[str, Any]]:
    """Each way as it is kept: pounds and days in words."""
    begins = facts.ends_on + ONE_DAY
    market = months_after(facts.on, assumed.procurement_months)
    found = [_way(facts, assumed, EXPIRE, "Let it expire", covered=None)]
    for count, option in enumerate(facts.options[:YEARS], start=1):
        years = "1 option" if count == 1 else f"{count} options"
        title = f"Extend by {years}, to {option.ends_on:%-d %B %Y}"
        covered = (begins, option.ends_on)
        found.append(_way(facts, assumed, f"{EXTEND}-{count}", title, covered=covered))
    covered = (max(begins, market), datetime.date.max)
    found.append(_way(facts, assumed, REPROCURE, "Re-procure now", covered=covered))
    return found


def _way(
    facts: AppraisalFacts,
    assumed: Assumptions,
    key: str,
    title: str,
    *,
    covered: tuple[datetime.date, datetime.date] | None,
) -> dict[str, Any]:
    years, costs = _years(facts.ends_on + ONE_DAY), []
    shares = [year.share_within(*covered) if covered else Decimal(0) for year in years]
    running = Decimal(0)  # a year of the new places of earlier years, at the fee of today
    for year, share in zip(years, shares, strict=True):
        new = assumed.starters * assumed.fee * (1 + assumed.premium / 100 * (1 - share))
        factor = (1 + assumed.uplift / 100) ** year.number
        costs.append(to_penny((facts.fees + running + new / 2) * factor))
        running += new
    if key == REPROCURE:
        costs[0] += assumed.procurement_cost
    is_at_risk = key == EXPIRE or shares[0] < 1
    return {
        "key": key,
        "title": title,
        "years": [
            {"first": str(year.first), "last": str(year.last), "cost": str(cost)}
            for year, cost in zip(years, costs, strict=True)
        ],
        "total": str(sum(costs)),
        "headroom": _headroom(facts, key, costs, shares),
        "schools_at_risk": facts.schools if is_at_risk else 0,
        "children_at_risk": facts.children if is_at_risk else 0,
        "late": _late(facts, assumed, key),
        "legal": _legal(facts, key),
    }


def _years(begins: datetime.date) -> list[_Year]:
    starts = [years_after(begins, number) for number in range(YEARS + 1)]
    return [
        _Year(number, first, following - ONE_DAY)
        for number, (first, following) in enumerate(itertools.pairwise(starts))
    ]


def _headroom(
    facts: AppraisalFacts, key: str, costs: list[Decimal], shares: list[Decimal]
) -> str | None:
    """What is left under the advertised value; a new arrangement has a value of its own."""
    if facts.headroom is None:
        return None
    if not key.startswith(EXTEND):
        return str(facts.headroom)
    spent = sum(cost * share for cost, share in zip(costs, shares, strict=True))
    return str(to_penny(facts.headroom - spent))


def _late(facts: AppraisalFacts, assumed: Assumptions, key: str) -> list[str]:
    begins = facts.ends_on + ONE_DAY
    if key.startswith(EXTEND) and facts.earliest_effect > begins:
        return [
            (
                f"With notice today, a key decision takes effect on {_day(facts.earliest_effect)}: "
                f"after {_day(begins)}, on which the option begins."
            )
        ]
    market = months_after(facts.on, assumed.procurement_months)
    if key == REPROCURE and market > begins:
        return [
            (
                f"A new arrangement begins on {_day(market)}: {(market - begins).days} days after "
                "the term has ended."
            )
        ]
    return []


def _legal(facts: AppraisalFacts, key: str) -> list[str]:
    if key == EXPIRE:
        return [
            "All contracts revert to spot purchase: no place can be called off.",
            "Placements that have begun continue on their own terms.",
        ]
    if key == REPROCURE:
        return ["The Procurement Act 2023 applies: a new arrangement under a new advertised value."]
    used = facts.options[: int(key.removeprefix(f"{EXTEND}-"))]
    points = ["The options were advertised: no new ground is needed to use them (review clause)."]
    points += [
        f"Option {option.number} needs the successor’s consent (section 24 direction)."
        for option in used
        if option.needs_consent
    ]
    return points


def _day(day: datetime.date) -> str:
    return f"{day:%-d %B %Y}"

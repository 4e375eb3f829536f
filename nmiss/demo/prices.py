"""Prices of the demo county: therapies, one-to-one support, and some fees that were agreed anew.

All begin after the financial year of decision report 25/00007, whose figures are the fees' alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from nmiss.demo.children import DemoPlace
from nmiss.demo.figures import YEAR_LAST

HEADINGS = (
    *("placement_ref", "kind", "unit", "quantity", "amount", "funder"),
    *("starts_on", "ends_on", "weeks"),
)
_DAY = timedelta(days=1)
_FIRST = YEAR_LAST + _DAY
_NEW_FEES = date(2026, 9, 1)
# Of a hundred placements, how many have it; unit, the least and the most units, pounds, funder.
_EXTRAS = {
    "therapy_slt": (14, "hour", (1, 3), (75, 95), "education"),
    "therapy_ot": (9, "hour", (1, 2), (78, 98), "education"),
    "therapy_psychology": (3, "term", (1, 1), (900, 1600), "health"),
    "one_to_one": (6, "hour", (10, 25), (17, 23), "education"),
    "two_to_one": (1, "hour", (5, 15), (34, 44), "social_care"),
}
_RAISED, _RISE = 8, (102, 107)  # of a hundred; per cent of the fee before


def rows_of(place: DemoPlace, reference: str, rng: Random) -> Iterator[tuple[object, ...]]:
    """The lines of one placement, in the columns of ``import_prices``."""
    ended_on = place.ended_on or date.max
    begins = max(_FIRST, place.starts_on)
    for kind, (share, unit, units, pounds, funder) in _EXTRAS.items():
        taken = rng.randrange(100) < share
        amount, quantity = rng.randint(*pounds), rng.randint(*units)
        starts_on = max(begins, date(2025, rng.choice((4, 9)), 1))
        if taken and starts_on <= ended_on:
            weeks = 38 if place.provision in ("day", "residential_weekly", "residential_38") else 50
            yield reference, kind, unit, quantity, amount, funder, starts_on, "", weeks
    raised, rise = rng.randrange(100) < _RAISED, rng.randint(*_RISE)
    if raised and place.starts_on < _NEW_FEES <= ended_on:
        fee = place.annual_fee * rise // 100
        yield reference, "base_education", "year", 1, fee, "education", _NEW_FEES, "", ""

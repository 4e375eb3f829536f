"""Sets fees so that the spend of each row of 3.3 is the paper's, with a spread like a county's."""

from __future__ import annotations

from datetime import date

from nmiss.demo.children import DemoPlace
from nmiss.demo.figures import DAYS_IN_YEAR, ROWS, YEAR_FIRST, YEAR_LAST, SnapshotRow

LOWEST, HIGHEST = 25_000, 180_000


def days_in_year(place: DemoPlace) -> int:
    """Count the days of the place inside the financial year, both ends included."""
    first = max(place.starts_on, YEAR_FIRST)
    last = min(place.ended_on or date.max, YEAR_LAST)
    return max(0, (last - first).days + 1)


def spend_in_pence(place: DemoPlace) -> int:
    """Return the place's spend in the financial year, rounded half up to the penny."""
    return (2 * 100 * place.annual_fee * days_in_year(place) + DAYS_IN_YEAR) // (2 * DAYS_IN_YEAR)


def set_fees(places: list[DemoPlace]) -> None:
    """Give every place its fee."""
    for row in ROWS:
        of_row = [place for place in places if place.school.row is row]
        counted = [place for place in of_row if place.touches_window]
        level = _level(counted, row)
        for place in of_row:
            place.annual_fee = _fee(place, level)
        _make_up_the_rest(counted, row)


def _fee(place: DemoPlace, level: float) -> int:
    return min(HIGHEST, max(LOWEST, round(place.weighting * level)))


def _level(counted: list[DemoPlace], row: SnapshotRow) -> float:
    """Find the level of fees at which the row spends about what it should."""
    days = [days_in_year(place) for place in counted]
    level = 1.0
    # More than one pass, because what the lowest and highest fee cut off moves with the level.
    for _ in range(6):
        spend = sum(_fee(p, level) * n for p, n in zip(counted, days, strict=True)) / DAYS_IN_YEAR
        level *= row.spend / spend
    return level


def _make_up_the_rest(counted: list[DemoPlace], row: SnapshotRow) -> None:
    """Add the missing pounds, a few each, to places of the whole year: there a pound is a pound."""
    missing = round(row.spend - sum(spend_in_pence(place) for place in counted) / 100)
    whole_year = [
        place
        for place in counted
        if days_in_year(place) == DAYS_IN_YEAR and LOWEST * 1.1 < place.annual_fee < HIGHEST * 0.9
    ]
    each, left = divmod(abs(missing), len(whole_year))
    sign = 1 if missing > 0 else -1
    for number, place in enumerate(whole_year):
        place.annual_fee += sign * (each + (number < left))

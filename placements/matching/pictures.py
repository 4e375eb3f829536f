"""The ranked list as a map: the home district, rings of miles, and schools by their number."""

from __future__ import annotations

from nmiss.base.core.maps import Point, Rings
from placements.matching.ranking import Match, Ranked
from providers.positions import Nowhere, Position, position_of

SERIES = ("On the DPS", "Not on the DPS")


def map_of(ranked: Ranked) -> Rings | None:
    """The map; None where nobody knows where the child lives."""
    district = _district(ranked.question.home)
    if district is None:
        return None
    points = [
        Point(each.easting, each.northing, f"{each.rank}: {each}", each.rank, _series(each))
        for each in ranked.matches
        if each.easting is not None and each.northing is not None
    ]
    return Rings((district.easting, district.northing), points, series=SERIES)


def _series(match: Match) -> int:
    return 0 if match.is_member else 1


def _district(home: Position | None) -> Position | None:
    """The centre of the first half of the postcode: the map shows a district and no house."""
    if home is None:
        return None
    try:
        return position_of(home.postcode.split()[0])
    except Nowhere:
        return home

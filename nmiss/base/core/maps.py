"""Maps: places as they lie on the national grid, north above, drawn as pictures are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from nmiss.base.core.pictures import ROOM


@dataclass(frozen=True)
class Point:
    """A place on the national grid, in metres; ``weight`` says how large its sign is."""

    easting: int
    northing: int
    words: str
    weight: float = 1
    series: int = 0


@dataclass(frozen=True)
class Points:
    """Places as they lie, north above; the larger the area of a sign, the more it stands for."""

    kind = "points"
    points: Sequence[Point]
    series: Sequence[str] = ()

    @property
    def _box(self) -> tuple[int, int, int]:
        east = [point.easting for point in self.points] or [0]
        north = [point.northing for point in self.points] or [0]
        side = max(max(east) - min(east), max(north) - min(north), 1000)
        return min(east), max(north), side

    @property
    def height(self) -> int:
        """In units of which the width has a hundred."""
        _, top, side = self._box
        low = min((point.northing for point in self.points), default=top)
        return math.ceil(100 * (top - low) / side) + 2 * ROOM

    def signs(self) -> list[tuple[float, float, float, Point]]:
        """Where each stands and how large it is, the largest first, so that none hides another."""
        left, top, side = self._box
        heaviest = max((point.weight for point in self.points), default=1) or 1
        scale = (100 - 2 * ROOM) / side
        drawn = [
            (
                round(ROOM + (point.easting - left) * scale, 2),
                round(ROOM + (top - point.northing) * scale, 2),
                round(max(0.8, 3 * math.sqrt(point.weight / heaviest)), 2),
                point,
            )
            for point in self.points
        ]
        return sorted(drawn, key=lambda each: -each[2])


@dataclass(frozen=True)
class Rings:
    """Numbered places around a centre, north above, with rings at distances in miles.

    Places that lie farther out than a little beyond the last ring are not drawn: ``beyond`` counts
    them. Those that lie on each other are drawn in their order, the first on top.
    """

    kind = "rings"
    centre: tuple[int, int]
    points: Sequence[Point]
    rings: Sequence[int] = (10, 20)
    series: Sequence[str] = ()

    _METRES_IN_A_MILE = 1609.344
    _EDGE = 1.15  # of the last ring: how far out places are drawn
    side = 100  # the square that is drawn, in its own units

    @property
    def _scale(self) -> float:
        return self.side / 2 / (max(self.rings) * self._EDGE)

    def circles(self) -> list[tuple[float, float, str]]:
        """Each ring, the outer first: its radius, the height of its words, and its words."""
        middle = self.side / 2
        return [
            (
                round(miles * self._scale, 2),
                round(middle - miles * self._scale - 1, 2),
                f"{miles} miles",
            )
            for miles in sorted(self.rings, reverse=True)
        ]

    def signs(self) -> list[tuple[float, float, Point]]:
        """Where each place stands that is near enough, the last first: the first is on top."""
        drawn = [
            (round(x, 2), round(y, 2), point)
            for point in self.points
            for x, y in [self._at(point)]
            if self._is_near(point)
        ]
        return drawn[::-1]

    @property
    def beyond(self) -> int:
        """How many places are too far away to be drawn."""
        return sum(not self._is_near(point) for point in self.points)

    def _miles(self, point: Point) -> tuple[float, float]:
        east, north = self.centre
        metres = self._METRES_IN_A_MILE
        return (point.easting - east) / metres, (point.northing - north) / metres

    def _is_near(self, point: Point) -> bool:
        return math.hypot(*self._miles(point)) <= max(self.rings) * self._EDGE

    def _at(self, point: Point) -> tuple[float, float]:
        east, north = self._miles(point)
        return self.side / 2 + east * self._scale, self.side / 2 - north * self._scale

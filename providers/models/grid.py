"""The British National Grid: eastings and northings in metres, and how people write them."""

from __future__ import annotations

METRES_IN_A_MILE = 1609.344
NOWHERE = 10**15  # farther than the grid is wide, squared: schools without a position come last
EASTERNMOST, NORTHERNMOST = 700_000, 1_300_000  # metres: where the grid ends
SQUARE = 100_000  # metres along a side of a square with two letters
LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"  # five by five from the north-west; there is no I


def grid_reference(easting: int, northing: int) -> str:
    """The two letters of the square and six figures: "TR 223 356", good to a hundred metres.

    Nothing for what lies off the grid.
    """
    if not (0 <= easting <= EASTERNMOST and 0 <= northing <= NORTHERNMOST):
        return ""
    east, north = easting // SQUARE, 19 - northing // SQUARE
    letters = LETTERS[north - north % 5 + (east + 10) // 5] + LETTERS[north * 5 % 25 + east % 5]
    return f"{letters} {easting % SQUARE // 100:03} {northing % SQUARE // 100:03}"

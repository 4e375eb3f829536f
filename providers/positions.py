"""Where a postcode is: its own position where we know it, else the centre of its first half."""

from __future__ import annotations

import csv
import functools
import re
from dataclasses import dataclass
from pathlib import Path

from providers.models import Postcode

OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
WHOLE = re.compile(rf"({OUTWARD})([0-9][A-Z]{{2}})", re.ASCII)
FIRST_HALF = re.compile(OUTWARD, re.ASCII)
CENTRES = Path(__file__).parent / "data" / "outward_codes.csv"


class NoPostcode(Exception):
    """What was typed is neither a postcode nor the first half of one."""


class Nowhere(Exception):
    """Nobody has told us where this postcode is."""


@dataclass(frozen=True)
class Position:
    """A place on the national grid, in metres, and the postcode that it stands for."""

    easting: int
    northing: int
    postcode: str
    centre_of: str = ""  # the outward code, where this is its centre and no postcode's own place

    @property
    def is_stand_in(self) -> bool:
        """Whether a whole postcode was asked for and only the centre of its first half is known."""
        return bool(self.centre_of) and self.centre_of != self.postcode


def position_of(text: str) -> Position:
    """Where a postcode or its first half is; raises NoPostcode or Nowhere."""
    outward, inward = _halves(text)
    if inward:
        exact = Postcode.objects.filter(code=outward + inward).first()
        if exact:
            return Position(exact.easting, exact.northing, str(exact))
    centre = Postcode.objects.of_outward(outward).centre() or _centres().get(outward)
    if centre is None:
        raise Nowhere(outward)
    return Position(*centre, postcode=f"{outward} {inward}".strip(), centre_of=outward)


def _halves(text: str) -> tuple[str, str]:
    compact = "".join(text.upper().split())
    whole = WHOLE.fullmatch(compact)
    if whole:
        return whole[1], whole[2]
    if FIRST_HALF.fullmatch(compact):
        return compact, ""
    raise NoPostcode(text)


@functools.cache
def _centres() -> dict[str, tuple[int, int]]:
    with CENTRES.open(newline="") as file:
        return {
            row["outward"]: (int(row["easting"]), int(row["northing"]))
            for row in csv.DictReader(file)
        }

"""Why the placements of a takeover are not written down."""

from __future__ import annotations

from decimal import Decimal

LOST = "The placements and their pounds do not add up to those of the old arrangement."


def why_not_write_down(there: tuple[int, Decimal], found: tuple[int, Decimal]) -> str:
    """How many, and pounds a year, are asked for by themselves and by the plan."""
    return LOST * (there != found)

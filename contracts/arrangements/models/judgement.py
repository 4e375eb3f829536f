"""Judgements: what scores come to against the thresholds of a lot."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contracts.arrangements.models.vehicle import Lot

PLACES = Decimal("0.000001")


@dataclass(frozen=True)
class Judgement:
    """What scores come to in a lot. ``total`` is exact; ``short`` are the questions below."""

    lot: Lot
    total: Fraction
    total_minimum: Decimal
    short: tuple[int, ...]

    @property
    def passes(self) -> bool:
        return self.total >= Fraction(self.total_minimum) and not self.short

    @property
    def shown(self) -> Decimal:
        """The total to six places, cut and not rounded: what misses a line never looks like it."""
        exact = Decimal(self.total.numerator) / Decimal(self.total.denominator)
        return exact.quantize(PLACES, ROUND_DOWN)

    @property
    def in_words(self) -> str:
        return total_in_words(self.shown, self.total_minimum)


def total_in_words(total: Decimal, minimum: Decimal) -> str:
    """The total to two places at most; more where two would hide on which side of a line it is."""
    cut = total.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if (cut >= minimum) != (total >= minimum):
        cut = total
    return f"{cut.normalize():f}"

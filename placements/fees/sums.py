"""What a request or an offer comes to, in pounds a year over all children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from nmiss.base.core.money import to_penny
from placements.fees.models import FeeLine, FeeRequest

NOUGHT = Decimal("0.00")


def amount_at(line: FeeLine, percent: Decimal | None) -> Decimal:
    """A line's amount at a percentage on top of the present one; without one, as asked."""
    if percent is None:
        return line.current_amount if line.asked_amount is None else line.asked_amount
    return to_penny(line.current_amount * (100 + percent) / 100)


def rise_of_lists(request: FeeRequest, percent: Decimal | None) -> Decimal:
    """By how much the price lists rise with an offer, lines apart or not; without a percentage as
    was asked.
    """
    rise = request.asked_percent if percent is None else percent
    return rise or Decimal(0)


def more_of(
    lines: Iterable[FeeLine],
    percent: Decimal | None,
    apart: Mapping[int, Decimal] = MappingProxyType({}),
) -> Decimal:
    """How much more a year a percentage costs over all children.

    Lines that are ``apart`` have one of their own, by their numbers.
    """
    return sum(
        (
            line.a_year(amount_at(line, apart.get(line.pk, percent))) - line.current_a_year
            for line in lines
        ),
        NOUGHT,
    )


@dataclass(frozen=True)
class FeeSums:
    """A request in pounds a year."""

    children: int
    current: Decimal
    asked: Decimal

    @property
    def more(self) -> Decimal:
        return self.asked - self.current

    @property
    def percent(self) -> Decimal | None:
        return to_penny(self.more * 100 / self.current) if self.current else None


def sums_of(lines: Iterable[FeeLine]) -> FeeSums:
    asked = [line for line in lines if line.asked_amount is not None]
    return FeeSums(
        len({line.placement_id for line in asked}),
        sum((line.current_a_year for line in asked), NOUGHT),
        sum((line.asked_a_year for line in asked), NOUGHT),
    )

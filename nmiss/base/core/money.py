"""Pounds and shares, rounded half up, as the paper rounds them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


def to_penny(amount: Decimal) -> Decimal:
    """Round to the penny, half up."""
    return amount.quantize(PENNY, ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """The share in per cent, to two decimals; a share of nothing is 0."""
    return to_penny(Decimal(part) * 100 / whole) if whole else Decimal("0.00")


def average(amount: Decimal, count: int) -> Decimal | None:
    """Pounds for each, to the penny; None where there is none to share them."""
    return to_penny(amount / count) if count else None

"""The cost breakdown of a request, and what it says of the pressure on costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.core.money import to_penny

COSTS = {
    "teaching_pay": "Teaching pay",
    "support_pay": "Support staff pay",
    "employer_ni": "Employer national insurance",
    "pension": "Pension contributions",
    "premises": "Premises",
    "utilities": "Energy and water",
    "food": "Food",
    "insurance": "Insurance",
    "transport": "Transport",
    "therapies": "Therapies",
    "management_charge": "Management charge",
    "inflation": "Allowance for inflation",
    "surplus": "Surplus",
}
PAY = ("teaching_pay", "support_pay", "employer_ni", "pension", "therapies")
OTHER = ("premises", "utilities", "food", "insurance", "transport", "management_charge")


@dataclass(frozen=True)
class Pressure:
    """The rise of a provider's costs by the year's index, weighted by its own shares of cost."""

    pay_share: Decimal
    pay_rate: Decimal
    price_rate: Decimal

    @property
    def other_share(self) -> Decimal:
        return 100 - self.pay_share

    @property
    def percent(self) -> Decimal:
        """Unrounded, in per cent: 70 % × 4.1 + 30 % × 2.2 is 3.53."""
        return (self.pay_share * self.pay_rate + self.other_share * self.price_rate) / 100


def pressure_of(
    costs: Mapping[str, list[str]], *, pay_rate: Decimal | None, price_rate: Decimal | None
) -> Pressure | None:
    """The pressure on the costs as they were before; None without costs or without an index."""
    if pay_rate is None or price_rate is None:
        return None
    before = {key: Decimal(pair[0]) for key, pair in costs.items() if pair and pair[0]}
    pay = sum((before.get(key, Decimal(0)) for key in PAY), Decimal(0))
    other = sum((before.get(key, Decimal(0)) for key in OTHER), Decimal(0))
    if not pay + other:
        return None
    return Pressure(to_penny(pay * 100 / (pay + other)), pay_rate, price_rate)

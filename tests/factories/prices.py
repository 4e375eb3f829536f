"""Prices of placements."""

import datetime
from decimal import Decimal

from placements.models import PriceLine


def a_price(placement, *, by, **facts):
    """Two and a half hours of therapy a week at £80, from 1 April 2024, but for what is given."""
    usual = {
        "kind": "therapy_slt",
        "unit": "hour",
        "quantity": Decimal("2.5"),
        "amount": Decimal(80),
        "funder": "education",
        "starts_on": datetime.date(2024, 4, 1),
        "ends_on": None,
    }
    line = PriceLine.of(placement, **usual | facts)
    line.add(by=by)
    return line


def a_base(amount, **facts):
    """A price of a list: base education for all by the year, but for what is given."""
    usual = {"kind": "base_education", "need": "", "phase": "", "provision": "", "unit": "year"}
    return usual | {"amount": Decimal(amount)} | facts

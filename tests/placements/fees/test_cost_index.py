"""``import_cost_index``: the year's index of pay and prices, and the cost pressure by it."""

from decimal import Decimal

import pytest

from nmiss.base.importing.tables import Rejected
from placements.fees.cost_index_imports import import_cost_index
from placements.fees.models import CostIndex
from tests import county

pytestmark = pytest.mark.django_db


@pytest.fixture
def take(tmp_path):
    def take(*rows):
        full = [county.COST_INDEX | row for row in rows or [{}]]
        return import_cost_index(county.table(tmp_path / "index.csv", *full), by=None)

    return take


def test_years_come_in_and_change(take):
    first = take({"pay_rate": "4.1 %"}, {"academic_year": "2027", "price_rate": "-0.5"})
    again = take({"pay_rate": "4.2"}, {"academic_year": "2027", "price_rate": "-0.5"})

    assert (first.new, again.new, again.changed, again.unchanged) == (2, 0, 1, 1)
    rates = CostIndex.objects.order_by("academic_year").values_list("pay_rate", "price_rate")
    assert list(rates) == [(Decimal("4.2"), Decimal("2.2")), (Decimal("4.1"), Decimal("-0.5"))]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"academic_year": "26"}, "academic_year"),
        ({"pay_rate": "400"}, "pay_rate"),
        ({"price_rate": "x"}, "price_rate"),
        ({"source": ""}, "source"),
    ],
)
def test_what_cannot_be_is_a_fault(take, row, column):
    with pytest.raises(Rejected) as rejected:
        take(row)
    assert column in {fault.column for fault in rejected.value.faults}
    with pytest.raises(Rejected):
        take({}, {})
    assert not CostIndex.objects.exists()


@pytest.mark.parametrize(
    ("pay", "price", "expected"),
    [
        (None, None, ("4.10", "2.20", "CPI of September 2025")),
        ("3", None, ("3", "2.20", "set for this window; CPI of September 2025")),
        ("3", "1", ("3", "1", "set for this window")),
    ],
)
def test_a_rate_of_the_window_counts_instead(take, pay, price, expected):
    take()
    own = {"pay": pay and Decimal(pay), "price": price and Decimal(price)}

    pay_rate, price_rate, source = CostIndex.rates_of(2026, **own)

    assert (str(pay_rate), str(price_rate), source) == expected
    assert CostIndex.rates_of(2030, pay=None, price=None) == (None, None, "")

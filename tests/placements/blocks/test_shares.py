"""How a price of a period is shared among its days: parts sum to the whole, to the penny."""

import datetime
import itertools
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from placements.blocks.shares import share_of_days, years_between

DAY = datetime.date
ONE_DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize("seed", range(40))
def test_shares_of_days_that_follow_one_another_add_up_to_the_price(seed):
    random = Random(seed)
    first = DAY(2024, 1, 1) + random.randrange(400) * ONE_DAY
    days = random.randrange(1, 2000)
    last = first + (days - 1) * ONE_DAY
    price = Decimal(random.randrange(1, 10**10)) / 100
    cuts = sorted(random.sample(range(1, days), min(days - 1, random.randrange(60))))
    bounds = [0, *cuts, days]

    shares = [
        share_of_days(price, first, last, first + begin * ONE_DAY, first + (end - 1) * ONE_DAY)
        for begin, end in itertools.pairwise(bounds)
    ]

    assert sum(shares) == price
    for share, (begin, end) in zip(shares, itertools.pairwise(bounds), strict=True):
        exact = Fraction(price) * (end - begin) / days
        assert abs(Fraction(share) - exact) <= Fraction(1, 100)


def test_nothing_falls_on_days_outside_the_period():
    period = DAY(2025, 9, 1), DAY(2026, 8, 31)

    assert share_of_days(Decimal(365), *period, DAY(2024, 4, 1), DAY(2025, 8, 31)) == 0
    assert share_of_days(Decimal(365), *period, DAY(2026, 9, 1), DAY(2027, 3, 31)) == 0
    assert share_of_days(Decimal(365), *period, DAY(2025, 4, 1), DAY(2026, 3, 31)) == 212


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (DAY(2025, 9, 1), DAY(2030, 8, 31), 5),
        (DAY(2027, 9, 1), DAY(2028, 8, 31), 1),
        (DAY(2024, 2, 29), DAY(2025, 2, 27), 1),
        (DAY(2025, 1, 1), DAY(2025, 1, 1), Fraction(1, 365)),
        (DAY(2024, 1, 1), DAY(2024, 1, 1), Fraction(1, 366)),
        (DAY(2025, 9, 1), DAY(2027, 3, 1), 1 + Fraction(182, 365)),
    ],
)
def test_years_are_whole_ones_and_a_part(first, last, years):
    assert years_between(first, last) == years


def test_thirty_places_for_five_years_at_ten_and_a_half_million_cost_70_000_a_place_and_year():
    years = years_between(DAY(2025, 9, 1), DAY(2030, 8, 31))

    assert Fraction(10_500_000) / 30 / years == 70_000

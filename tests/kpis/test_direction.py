"""Direction of travel: least squares, and what may be chance."""

import random
from fractions import Fraction

import pytest

from kpis.direction import clear_slope, direction_of, p_value

# Two-sided, 0.05: the table that statistics textbooks print.
CRITICAL = {
    1: "12.706",
    2: "4.303",
    3: "3.182",
    4: "2.776",
    5: "2.571",
    6: "2.447",
    7: "2.365",
    8: "2.306",
    9: "2.262",
    10: "2.228",
    11: "2.201",
    12: "2.179",
    15: "2.131",
    20: "2.086",
    24: "2.064",
    30: "2.042",
    40: "2.021",
    60: "2.000",
    120: "1.980",
}


def points(*values, numbers=None):
    numbers = numbers or range(len(values))
    return [(number, Fraction(str(value))) for number, value in zip(numbers, values, strict=True)]


@pytest.mark.parametrize(("freedom", "critical"), CRITICAL.items())
def test_the_distribution_is_the_published_one(freedom, critical):
    half_a_place = Fraction(1, 2000)
    below, above = (Fraction(critical) + side * half_a_place for side in (-1, 1))

    assert p_value(above**2, freedom) < 0.05 < p_value(below**2, freedom)


def test_what_is_all_but_on_a_line_is_no_chance():
    assert p_value(Fraction(10) ** 700, 2) == 0


@pytest.mark.parametrize(
    ("values", "polarity", "direction"),
    [
        ((1, 2, 3), "high", None),
        ((), "high", None),
        ((1, 2, 3, 4), "high", "improving"),
        ((1, 2, 3, 4), "low", "worsening"),
        ((1, 2, 3, 4), "near", "worsening"),
        ((4, 3, 2, 1), "high", "worsening"),
        ((4, 3, 2, 1), "low", "improving"),
        ((4, 3, 2, 1), "near", "improving"),
        ((5, 5, 5, 5), "high", "no_clear_trend"),
        ((1, 5, 5, 1), "high", "no_clear_trend"),  # a slope of nought
        ((1, 3, 2, 4), "high", "no_clear_trend"),  # t = 1.886 < 4.303
        ((1, 3, 3, 4), "high", "no_clear_trend"),  # t = 3.402, with two degrees of freedom
        ((1, 2, 3, 5), "high", "improving"),  # t = 6.789 > 4.303
        ((10, 20, 25, 40), "high", "improving"),  # t = 6.641
        ((10, 20, 15, 40), "high", "no_clear_trend"),  # t = 2.197
        ((90, 91, 89, 92, 90, 93), "high", "no_clear_trend"),  # t = 1.698 < 2.776
        ((90, 91, 90, 92, 92, 93), "high", "improving"),  # t = 3.938 > 2.776
    ],
)
def test_a_trend_is_clear_or_may_be_chance(values, polarity, direction):
    assert direction_of(points(*values), polarity) == direction


def test_a_gap_counts():
    """The same values are a clear trend one after the other, and none with a gap in between."""
    assert direction_of(points(1, 2, 3, 5), "high") == "improving"
    assert direction_of(points(1, 2, 3, 5, numbers=[0, 1, 8, 9]), "high") == "no_clear_trend"


def test_exactly_on_a_line_with_gaps():
    found = clear_slope(points("0.1", "0.3", "0.6", "0.7", numbers=[0, 2, 5, 6]))

    assert found == Fraction(1, 10)


def test_neither_order_nor_place_nor_scale_matters():
    rng = random.Random(7)
    for _ in range(100):
        values = [Fraction(rng.randint(0, 100), 3) for _ in range(rng.randint(4, 12))]
        own = list(enumerate(values))
        mixed = rng.sample(own, len(own))
        moved = [(number + 24_000, value * 7 + 3) for number, value in own]
        turned = [(number, -value) for number, value in own]

        found = direction_of(own, "high")
        assert direction_of(mixed, "high") == found
        assert direction_of(moved, "high") == found
        assert direction_of(turned, "low") == found

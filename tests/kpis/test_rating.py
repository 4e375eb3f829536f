"""Ratings: boundaries, states, rounding, and what holds whatever the value."""

import random
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from kpis.rating import NA, Rating, State, rating_of, result_of, shown


def scale(polarity="high", target=92, floor=88, tolerance=None, outer=None):
    numbers = {"target": target, "floor": floor, "tolerance": tolerance, "outer_tolerance": outer}
    numbers = {name: None if each is None else Decimal(str(each)) for name, each in numbers.items()}
    return SimpleNamespace(polarity=polarity, **numbers)


def indicator(formula="100 * a / b", cohort="", minimum=5, is_rated=True, **facts):
    own = {"formula": formula, "cohort": cohort, "minimum": minimum, "is_rated": is_rated}
    return SimpleNamespace(**vars(scale(**facts)), **own)


LOW = {"polarity": "low", "target": 20, "floor": 30}
NEAR = {"polarity": "near", "target": 10, "floor": None, "tolerance": 1, "outer": 3}
LITTLE = Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("facts", "value", "rating"),
    [
        ({}, 92, "green"),
        ({}, 92 - LITTLE, "amber"),
        ({}, 88, "amber"),
        ({}, 88 - LITTLE, "red"),
        ({}, 0, "red"),
        ({"floor": None}, 92 - LITTLE, "red"),
        ({"floor": None}, 92, "green"),
        ({"floor": 92}, 91, "red"),
        (LOW, 20, "green"),
        (LOW, 20 + LITTLE, "amber"),
        (LOW, 30, "amber"),
        (LOW, 30 + LITTLE, "red"),
        (LOW | {"floor": None}, 20 + LITTLE, "red"),
        (LOW | {"target": 0, "floor": 1}, 0, "green"),
        (LOW | {"target": 0, "floor": 1}, 1, "amber"),
        (NEAR, 10, "green"),
        (NEAR, 11, "green"),
        (NEAR, 9, "green"),
        (NEAR, 9 - LITTLE, "amber"),
        (NEAR, 13, "amber"),
        (NEAR, 7, "amber"),
        (NEAR, 13 + LITTLE, "red"),
        (NEAR | {"outer": None}, 11 + LITTLE, "red"),
        (NEAR | {"tolerance": None, "outer": None}, 10, "green"),
        (NEAR | {"tolerance": None}, 11, "amber"),
    ],
)
def test_a_boundary_belongs_to_the_better_side(facts, value, rating):
    assert rating_of(scale(**facts), Fraction(value)) == rating


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"a": 9, "b": 10}, "rated"),
        ({"a": 0, "b": 10}, "rated"),
        ({"a": 9}, "not_submitted"),
        ({}, "not_submitted"),
        ({"a": None, "b": 10}, "not_submitted"),
        ({"a": NA, "b": 10}, "not_applicable"),
        ({"a": NA, "b": None}, "not_submitted"),
        ({"a": NA}, "not_submitted"),
        ({"a": 9, "b": 0}, "not_applicable"),
        ({"a": 0, "b": 0}, "not_applicable"),
        ({"a": 10**15, "b": 1}, "not_applicable"),  # more than a page can show
    ],
)
def test_nought_and_nothing_are_different(given, state):
    assert result_of(indicator(), _exact(given)).state == state


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"a": 9, "b": 10, "pupils": 5}, "rated"),
        ({"a": 9, "b": 10, "pupils": 4}, "too_few"),
        ({"a": 9, "b": 10, "pupils": 0}, "too_few"),
        ({"a": 9, "b": 10}, "not_submitted"),
        ({"a": 9, "b": 10, "pupils": None}, "not_submitted"),
        ({"a": 9, "b": 10, "pupils": NA}, "not_applicable"),
        ({"a": 9, "b": 0, "pupils": 2}, "not_applicable"),
        ({"a": NA, "b": 5, "pupils": 2}, "not_applicable"),
        ({"a": None, "b": 5, "pupils": NA}, "not_submitted"),
    ],
)
def test_a_cohort_is_an_input_with_a_least_number(given, state):
    assert result_of(indicator(cohort="pupils"), _exact(given)).state == state


def test_the_cohort_may_be_in_the_formula():
    result = result_of(indicator(cohort="b", minimum=11), _exact({"a": 9, "b": 10}))

    assert (result.state, result.value, result.rating) == (State.TOO_FEW, None, None)


def test_what_is_monitored_has_a_value_and_no_rating():
    result = result_of(indicator(is_rated=False, target=None, floor=None), _exact({"a": 1, "b": 3}))

    assert (result.state, result.rating) == (State.MONITORED, None)
    assert result.value == Fraction(100, 3)


def test_values_are_compared_unrounded():
    # 91.99996 is shown as 92.0000, and is below it.
    result = result_of(indicator(), _exact({"a": 9199996, "b": 10000000}))

    assert shown(result.value) == Decimal("92.0000")
    assert result.rating == Rating.AMBER


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "0.3333"),
        (Fraction(2, 3), "0.6667"),
        (Fraction(5, 100_000), "0.0001"),
        (Fraction(-5, 100_000), "-0.0001"),
        (Fraction(-4, 100_000), "0.0000"),
        (Fraction(15, 100_000), "0.0002"),
        (Fraction(25, 100_000), "0.0003"),
        (Fraction(-25, 100_000), "-0.0003"),
        (Fraction(0), "0.0000"),
        (Fraction(10**12), "1000000000000.0000"),
        (Fraction(10**30), f"{10**30}.0000"),
    ],
)
def test_halves_are_rounded_away_from_nought(value, text):
    assert str(shown(value)) == text


def test_a_better_value_is_never_rated_worse():
    """Monotonic in the value by its polarity, bounded, for scales and values made up."""
    rng, order = random.Random(3), list(Rating)
    for _ in range(500):
        low, high = sorted(Fraction(rng.randint(-400, 400), 4) for _ in range(2))
        polarity = rng.choice(["high", "low", "near"])
        target, floor = (high, low) if polarity == "high" else (low, high)
        near = polarity == "near"
        facts = SimpleNamespace(
            polarity=polarity,
            target=target,
            floor=None if near or rng.random() < 0.3 else floor,
            tolerance=Fraction(rng.randint(0, 9)) if near else None,
            outer_tolerance=Fraction(rng.randint(9, 20)) if near else None,
        )
        values = [Fraction(rng.randint(-500, 500), 4) for _ in range(2)]
        better = {
            "high": max(values),
            "low": min(values),
            "near": min(values, key=lambda value: abs(value - target)),
        }[polarity]
        worse = values[0] if better == values[1] else values[1]
        ratings = [order.index(rating_of(facts, value)) for value in (better, worse)]
        assert ratings[0] <= ratings[1], (facts, better, worse)


def _exact(given):
    return {
        name: Fraction(value) if isinstance(value, int) else value for name, value in given.items()
    }

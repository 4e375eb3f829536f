"""How a school stands, whatever it returned: properties over results that are made up."""

from decimal import Decimal
from random import Random
from types import SimpleNamespace

import pytest

from kpis.rating import (
    NOT_APPLICABLE,
    NOT_ASKED,
    NOT_SUBMITTED,
    TOO_FEW,
    Rating,
    Result,
    State,
)
from kpis.scoring import judge

BANDS = ((Decimal("0.75"), "good"), (Decimal("0.5"), "approaching"), (Decimal(0), "below"))
ORDER = ["below", "approaching", "good"]
NONE = (NOT_SUBMITTED, NOT_APPLICABLE, TOO_FEW, NOT_ASKED)
VERSION = SimpleNamespace(
    band_of=lambda score: SimpleNamespace(
        name=next(name for edge, name in BANDS if score >= edge),
    )
)


def results(random):
    """Up to nine indicators, rated or not, with what each came to."""
    for _ in range(random.randint(1, 9)):
        weight = Decimal(random.randint(1, 12)) / random.choice([1, 2, 4])
        indicator = SimpleNamespace(is_rated=random.random() < 0.9, weight=weight)
        rating = random.choice(list(Rating))
        rated = Result(State.RATED, random.randint(0, 9), rating)
        yield indicator, rated if random.random() < 0.8 else random.choice(NONE)


def rank(judged):
    """No band ranks as the lowest does: silence must not pay."""
    return ORDER.index(judged.band) if judged.band else 0


@pytest.mark.parametrize("seed", range(200))
def test_it_is_bounded_and_a_return_that_goes_missing_never_raises_it(seed):
    random = Random(seed)
    own = list(results(random))
    before = judge(VERSION, own)

    assert before.score is None or 0 <= before.score <= 1
    assert before.coverage is None or 0 <= before.coverage <= 1
    for place, (indicator, result) in enumerate(own):
        if result.state != State.RATED:
            continue
        after = judge(VERSION, [*own[:place], (indicator, NOT_SUBMITTED), *own[place + 1 :]])
        assert rank(after) <= rank(before)
        if before.score is not None and after.score is not None:
            assert after.score <= before.score
    missing = [(indicator, NOT_SUBMITTED) for indicator, _ in own]
    assert judge(VERSION, missing).band == ""


@pytest.mark.parametrize("seed", range(50))
def test_it_does_not_depend_on_the_order_of_the_indicators(seed):
    random = Random(seed)
    own = list(results(random))

    assert judge(VERSION, random.sample(own, len(own))) == judge(VERSION, own)

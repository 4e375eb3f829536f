"""The five words of a contract performance notice, and the sentence of each."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpis.models import Indicator
from kpis.public_words import sentence_of, word_of
from kpis.rating import NOT_SUBMITTED, TOO_FEW, of_value
from kpis.rating_cells import target_of

SCALES = {
    "high": {"target": Decimal(92), "floor": Decimal(80)},
    "low": {"target": Decimal(2), "floor": Decimal(5)},
    "near": {"target": Decimal(50), "tolerance": Decimal(2), "outer_tolerance": Decimal(10)},
    "high without a floor": {"target": Decimal(100)},
    "low to nought": {"target": Decimal(0)},
}


def an_indicator(scale):
    polarity = scale.split()[0]
    return Indicator(name="Attendance", unit="%", polarity=polarity, **SCALES[scale])


@pytest.mark.parametrize(
    ("scale", "value", "word"),
    [
        ("high", 92, "Good"),
        ("high", 80, "Approaching target"),
        ("high", "79.9999", "Requires improvement"),
        ("high", 64, "Requires improvement"),  # exactly a fifth below
        ("high", "63.9999", "Inadequate"),
        ("low", 5, "Approaching target"),
        ("low", 6, "Requires improvement"),
        ("low", "6.0001", "Inadequate"),
        ("near", 38, "Requires improvement"),
        ("near", "62.0001", "Inadequate"),
        ("high without a floor", 80, "Requires improvement"),
        ("high without a floor", "79.99", "Inadequate"),
        ("low to nought", 7, "Requires improvement"),
    ],
)
def test_says_how_far_from_the_floor_a_value_is(scale, value, word):
    indicator = an_indicator(scale)
    assert word_of(indicator, of_value(indicator, Fraction(str(value)))).label == word


def test_is_a_sentence_and_says_why_it_is_other():
    indicator = an_indicator("high")

    assert sentence_of(indicator, of_value(indicator, Fraction(91)), None) == (
        "Attendance: Approaching target. The value was 91%; the target is 92% or more."
    )
    assert sentence_of(indicator, NOT_SUBMITTED, None) == (
        "Attendance: Other. The supplier gave no figure."
    )
    assert "too few children" in sentence_of(indicator, TOO_FEW, None)


def test_a_target_at_the_end_of_the_scale_needs_no_or_more():
    assert [
        target_of(an_indicator(each)) for each in ("high without a floor", "low to nought")
    ] == [
        "100%",
        "0%",
    ]
    assert target_of(an_indicator("high")) == "92% or more"

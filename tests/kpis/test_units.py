"""How a value is said with its unit, and an input of a formula in words."""

import pytest

from kpis.filling import label_of
from kpis.units import formula_in_words, in_unit


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("91.6", "%", "91.6%"),
        ("3", "count", "3"),
        ("1", "yes is 1", "Yes"),
        ("0", "yes is 1", "No"),
        ("4", "days per 100 pupils", "4 days per 100 pupils"),
    ],
)
def test_a_value_is_said_with_its_unit(value, unit, said):
    assert in_unit(value, unit) == said


def test_an_input_is_said_in_words():
    assert label_of("sessions_attended") == "Sessions attended"
    assert label_of("leavers_in_eet") == "Leavers in education, employment or training"


def test_a_formula_is_said_with_the_names_of_its_inputs():
    said = formula_in_words("100 * suspension_days / max(placements_at_end, 1)", label_of)

    assert said == "100 × suspension days ÷ max(placements on the last day, 1)"

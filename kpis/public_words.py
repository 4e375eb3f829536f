"""The words in which a contract performance notice tells of an indicator, with its sentence.

The Procurement Act has five: the target is met (Good), the floor is (Approaching target), neither
is (Requires improvement), the value is worse than the floor by over a fifth of it (Inadequate), and
Other, of which the sentence says why.
"""

from __future__ import annotations

from fractions import Fraction

from django.db.models import TextChoices

from kpis import rating_cells
from kpis.models import Indicator
from kpis.periods import Period
from kpis.rating import Polarity, Rating, Result, State
from kpis.units import in_unit

FAR_BELOW = Fraction(1, 5)  # of the floor


class PublicWord(TextChoices):
    """What a notice says of an indicator."""

    GOOD = "good", "Good"
    APPROACHING = "approaching_target", "Approaching target"
    REQUIRES_IMPROVEMENT = "requires_improvement", "Requires improvement"
    INADEQUATE = "inadequate", "Inadequate"
    OTHER = "other", "Other"


_WHY_OTHER = {
    State.MONITORED: "It is monitored and not rated",
    State.NOT_SUBMITTED: "The supplier gave no figure",
    State.NOT_APPLICABLE: "It did not apply",
    State.TOO_FEW: "It is about too few children to be told",
    State.NOT_ASKED: "The supplier was not asked for a figure",
    State.NOT_DUE: "The figure is not due yet",
}


def word_of(indicator: Indicator, result: Result) -> PublicWord:
    """The word of a result. A floor of nought has no fifth: there nothing is Inadequate."""
    if result.rating is None:
        return PublicWord.OTHER
    if result.rating == Rating.GREEN:
        return PublicWord.GOOD
    if result.rating == Rating.AMBER:
        return PublicWord.APPROACHING
    value, floor = result.value, Fraction(_floor_of(indicator))
    if indicator.polarity == Polarity.NEAR:
        value = abs(value - Fraction(indicator.target))
    short = floor - value if indicator.polarity == Polarity.HIGH else value - floor
    is_far = floor != 0 and short > abs(floor) * FAR_BELOW
    return PublicWord.INADEQUATE if is_far else PublicWord.REQUIRES_IMPROVEMENT


def _floor_of(indicator: Indicator) -> object:
    """The floor, or where there is none the target; near a target the distances."""
    if indicator.polarity == Polarity.NEAR:
        return next((x for x in (indicator.outer_tolerance, indicator.tolerance) if x), 0)
    return indicator.target if indicator.floor is None else indicator.floor


def sentence_of(indicator: Indicator, result: Result, period: Period | None) -> str:
    """What can stand in a notice as it is."""
    said = f"{indicator.name}: {word_of(indicator, result).label}."
    when = f" in {period}" if period else ""
    if result.rating is None:
        return f"{said} {_WHY_OTHER[State(result.state)]}{when}."
    value = in_unit(rating_cells.in_words(result.value), indicator.unit)
    return f"{said} The value{when} was {value}; the target is {_target_of(indicator)}."


def _target_of(indicator: Indicator) -> str:
    words = rating_cells.target_of(indicator)
    return words[:1].lower() + words[1:]

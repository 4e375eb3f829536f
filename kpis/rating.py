"""How a value is rated: green, amber or red, and the states in which there is nothing to rate.

Not submitted, not applicable, too few children and nought are four different things. Values are
compared unrounded, and a boundary belongs to the better side.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Protocol

from django.db.models import TextChoices

from kpis import formulae
from kpis.formulae import exact
from nmiss.base.core.statuses import coloured

PLACES = 10_000


class Polarity(TextChoices):
    """On which side of the target a value is good."""

    HIGH = "high", "Higher is better"
    LOW = "low", "Lower is better"
    NEAR = "near", "Nearer to the target is better"


@coloured(green="green", amber="yellow", red="red")
class Rating(TextChoices):
    """How good a value is."""

    GREEN = "green", "Green"
    AMBER = "amber", "Amber"
    RED = "red", "Red"

    @property
    def points(self) -> int:
        return {"green": 2, "amber": 1, "red": 0}[self.value]


@coloured(
    rated="green",
    monitored="blue",
    not_submitted="red",
    not_applicable="grey",
    too_few="grey",
    not_asked="grey",
    not_due_yet="light-blue",
)
class State(TextChoices):
    """What there is to say of an indicator in a period."""

    RATED = "rated", "Rated"
    MONITORED = "monitored", "Monitored, not rated"
    NOT_SUBMITTED = "not_submitted", "Not submitted"
    NOT_APPLICABLE = "not_applicable", "Not applicable"
    TOO_FEW = "too_few", "Too few children"
    NOT_ASKED = "not_asked", "Not asked"
    NOT_DUE = "not_due_yet", "Not due yet"

    @property
    def has_value(self) -> bool:
        return self in (State.RATED, State.MONITORED)

    @property
    def is_outside(self) -> bool:
        """Whether it is outside score and coverage."""
        return self in (State.NOT_APPLICABLE, State.TOO_FEW, State.NOT_ASKED)


class _NotApplicable(Enum):
    NOT_APPLICABLE = "NA"


NA = _NotApplicable.NOT_APPLICABLE
Given = Mapping[str, Fraction | _NotApplicable | None]


class Scale(Protocol):
    """What rates a value: an indicator."""

    polarity: str
    target: Decimal | None
    floor: Decimal | None
    tolerance: Decimal | None
    outer_tolerance: Decimal | None


class WorkedOut(Scale, Protocol):
    """An indicator that is worked out from inputs."""

    formula: str
    cohort: str
    minimum: int
    is_rated: bool


@dataclass(frozen=True)
class Result:
    """What an indicator came to: its state, and its value and rating where there are any."""

    state: State
    value: Fraction | None = None
    rating: Rating | None = None


NOT_SUBMITTED = Result(State.NOT_SUBMITTED)
NOT_APPLICABLE = Result(State.NOT_APPLICABLE)
TOO_FEW = Result(State.TOO_FEW)
NOT_ASKED = Result(State.NOT_ASKED)
NOT_DUE = Result(State.NOT_DUE)


def result_of(indicator: WorkedOut, given: Given) -> Result:
    """What an indicator comes to."""
    found = value_of(indicator, given)
    return found if isinstance(found, Result) else of_value(indicator, found)


def value_of(indicator: WorkedOut, given: Given) -> Fraction | Result:
    """The value, or the result where there is none. A missing input is as a blank one."""
    formula = formulae.read(indicator.formula)
    needed = [*formula.inputs, *([indicator.cohort] if indicator.cohort else [])]
    values = [given.get(name) for name in needed]
    # By identity: fractions take long to say that they are not equal to what is none.
    if any(value is None for value in values):
        return NOT_SUBMITTED
    if any(value is NA for value in values):
        return NOT_APPLICABLE
    try:
        value = formula.of(given)
    except formulae.SaysNothing:
        return NOT_APPLICABLE
    if indicator.cohort and given[indicator.cohort] < indicator.minimum:
        return TOO_FEW
    return value


def of_value(indicator: WorkedOut, value: Fraction) -> Result:
    """The result of a value in hand: rated, or monitored only."""
    if not indicator.is_rated:
        return Result(State.MONITORED, value)
    return Result(State.RATED, value, rating_of(indicator, value))


def rating_of(scale: Scale, value: Fraction) -> Rating:
    """Green where the target is met, amber where the floor is; without a floor there is no amber.

    Near a target it is the distance that counts: within the tolerance, within the outer one.
    """
    target, floor = exact(scale.target), scale.floor
    if scale.polarity == Polarity.NEAR:
        value = abs(value - target)
        target, floor = exact(scale.tolerance or 0), scale.outer_tolerance
    is_as_good_as = operator.ge if scale.polarity == Polarity.HIGH else operator.le
    if is_as_good_as(value, target):
        return Rating.GREEN
    if floor is not None and is_as_good_as(value, exact(floor)):
        return Rating.AMBER
    return Rating.RED


def shown(value: Fraction | None) -> Decimal | None:
    """A value to four decimals, halves away from nought."""
    if value is None:
        return None
    whole = (abs(value) * PLACES * 2 + 1) // 2
    digits, sign = f"{whole:05}", "-" if value < 0 and whole else ""
    return Decimal(f"{sign}{digits[:-4]}.{digits[-4:]}")

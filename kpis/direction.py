"""Direction of travel: whether a school's values really go up or down, by linear regression.

Least squares over all points so far, at least four. The slope differs from nought where its t value
is beyond the critical one at p < 0.05, two-sided, of Student's distribution.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from django.db.models import TextChoices

from kpis.rating import Polarity
from nmiss.base.core.statuses import coloured

FEWEST = 4
SIGNIFICANCE = 0.05

Point = tuple[int, Fraction]  # the number of a period, and the value in it


@coloured(improving="green", worsening="red", no_clear_trend="grey")
class Direction(TextChoices):
    """Where values go."""

    IMPROVING = "improving", "Improving"
    WORSENING = "worsening", "Worsening"
    NO_CLEAR_TREND = "no_clear_trend", "No clear trend"


def direction_of(points: Sequence[Point], polarity: str) -> Direction | None:
    """Where the points go; None for fewer than four.

    Near a target the values are the distances to it: they improve as they fall.
    """
    if len(points) < FEWEST:
        return None
    slope = clear_slope(points)
    if slope == 0:
        return Direction.NO_CLEAR_TREND
    rises = slope > 0
    return Direction.IMPROVING if rises == (polarity == Polarity.HIGH) else Direction.WORSENING


def clear_slope(points: Sequence[Point]) -> Fraction:
    """The slope of the line through the points, or nought where that may be chance.

    Worked out in whole numbers, over the common denominator of the values: exact, and four times
    as quick as fractions.
    """
    count = len(points)
    scale = math.lcm(*(y.denominator for _, y in points))
    whole = [(x, y.numerator * (scale // y.denominator)) for x, y in points]
    sum_x, sum_y = sum(x for x, _ in whole), sum(y for _, y in whole)
    together = count * sum(x * y for x, y in whole) - sum_x * sum_y
    of_x = count * sum(x * x for x, _ in whole) - sum_x * sum_x
    of_y = count * sum(y * y for _, y in whole) - sum_y * sum_y
    slope, beside = Fraction(together, of_x * scale), of_x * of_y - together * together
    if slope == 0 or beside == 0:  # level, or exactly on a line
        return slope
    t_squared = Fraction((count - 2) * together * together, beside)
    return slope if p_value(t_squared, count - 2) < SIGNIFICANCE else Fraction(0)


def p_value(t_squared: Fraction, freedom: int) -> float:
    """How probable a t value at least as far from nought is by chance alone.

    Student's distribution has a closed form for whole degrees of freedom (Abramowitz and Stegun,
    26.7.3 and 26.7.4).
    """
    try:
        angle = math.atan(math.sqrt(t_squared / freedom))
    except OverflowError:  # so nearly on a line that no number of the machine says how nearly
        return 0.0
    sine, cosine_squared = math.sin(angle), math.cos(angle) ** 2
    term, total = (math.cos(angle) if freedom % 2 else 1.0), 0.0
    for number in range(freedom % 2 + 2, freedom + 1, 2):
        total += term
        term *= cosine_squared * (number - 1) / number
    inside = sine * total
    if freedom % 2:
        inside = (angle + inside) * 2 / math.pi
    return 1 - inside

"""Standing: what the ratings of a school come to, with the reason where they come to nothing.

Score = Σ weight × points ÷ (2 × Σ weight) over the applicable indicators; coverage = weight rated ÷
weight applicable. Both are compared unrounded. What was not submitted earns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpis.formulae import exact
from kpis.models import Indicator, IndicatorSet
from kpis.rating import Rating, Result, shown
from providers.models import NoStanding

LEAST_COVERAGE = Fraction(7, 10)


@dataclass(frozen=True)
class Judged:
    """How a school stands: a band, or the reason why it has none."""

    score: Fraction | None = None
    coverage: Fraction | None = None
    band: str = ""
    reason: str = ""

    @property
    def word(self) -> str:
        """The band, or why there is none, as a status says it."""
        return self.band or str(self.reason)

    @property
    def shown(self) -> Decimal | None:
        """The score to four decimals."""
        return shown(self.score)


def judge(version: IndicatorSet, results: Iterable[tuple[Indicator, Result]]) -> Judged:
    """How a school stands by its results in the indicators of a version."""
    applicable = rated = points = 0
    for indicator, result in results:
        if not indicator.is_rated or result.state.is_outside:
            continue
        weight = exact(indicator.weight)
        applicable += weight
        if result.rating is not None:
            rated += weight
            points += weight * Rating(result.rating).points
    if not applicable:
        return Judged(reason=NoStanding.NOTHING_APPLICABLE)
    coverage = Fraction(rated, applicable)
    if coverage < LEAST_COVERAGE:
        return Judged(coverage=coverage, reason=NoStanding.NOT_RETURNED)
    score = Fraction(points, 2 * applicable)
    return Judged(score, coverage, version.band_of(score).name)

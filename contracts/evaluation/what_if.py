"""Test other pass marks Past applications, by the scores that were agreed, judged anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from contracts.applications.models import Application
from contracts.applications.models.application import ApplicationQuerySet
from contracts.arrangements.models import EvaluationScheme, Lot
from contracts.evaluation.models import ModeratedScore
from nmiss.base.accounts.models import User

USUAL = (Decimal(60), Decimal(65), Decimal(70))


@dataclass(frozen=True)
class PassesInLot:
    """At a total minimum: how many would pass in a lot, by the total alone and with the rest."""

    total_minimum: Decimal
    lot: Lot
    by_total: int
    passing: int


@dataclass(frozen=True)
class WhatIf:
    """The lines asked for; ``judged`` applications were scored in full, ``left_out`` were not."""

    lines: tuple[PassesInLot, ...]
    judged: int
    left_out: int


def what_if(
    scheme: EvaluationScheme, minimums: Sequence[Decimal] = (), *, by: User | None = None
) -> WhatIf:
    """Judge all past applications to the vehicle by a scheme, published or not, at several totals.

    Past are those that were decided; ``by`` is told nothing of those with a conflict of theirs.
    Scores of another scale are brought to this one's. An application that was not scored on a
    question of this scheme cannot be judged by it.
    """
    questions = {question.number for question in scheme.questions.all()}
    scored = _scores(scheme, _past(scheme, by))
    whole = [scores for scores in scored if questions and questions <= scores.keys()]
    lines = []
    for threshold in sorted(scheme.thresholds.all(), key=lambda each: each.lot.number):
        judgements = [scheme.judge(scores, threshold.lot) for scores in whole]
        for minimum in sorted({*USUAL, threshold.total_minimum, *minimums}):
            above = [each for each in judgements if each.total >= Fraction(minimum)]
            passing = sum(not each.short for each in above)
            lines.append(PassesInLot(minimum, threshold.lot, len(above), passing))
    return WhatIf(tuple(lines), len(whole), len(scored) - len(whole))


def _past(scheme: EvaluationScheme, by: User | None) -> ApplicationQuerySet:
    past = Application.objects.filter(vehicle=scheme.vehicle).decided()
    return past.without_conflict_of(by) if by else past


def _scores(
    scheme: EvaluationScheme, applications: ApplicationQuerySet
) -> list[dict[int, Fraction]]:
    """The agreed scores of each application, by question number, on the scale of the scheme."""
    rows = ModeratedScore.objects.filter(application__in=applications).values_list(
        "application", "question__number", "score", "question__scheme__scale"
    )
    found: dict[int, dict[int, Fraction]] = defaultdict(dict)
    for application, number, score, scale in rows:
        found[application][number] = Fraction(score) * scheme.scale / scale
    return list(found.values())

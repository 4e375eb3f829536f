"""Deciding: what findings and agreed scores come to, put before a manager who took no part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from contracts.applications.models import Application, content_of
from contracts.arrangements.models import EvaluationScheme, Judgement, Lot
from contracts.evaluation import assigning, permissions, reporting
from contracts.evaluation.facts import doubts, was_evaluated_by
from contracts.evaluation.models import (
    Approval,
    FindingKind,
    LotOutcome,
    Recommendation,
    RecommendedResult,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.as_read import stop_if_changed
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if

# What lies so near to a line that it is looked at a second time: a total on either side of it; a
# score by which a minimum was missed by no more than a point, or just reached.
NEAR_TOTAL, MISSED_BY, REACHED_BY = Decimal(2), Decimal(1), Decimal("0.5")
THE_EVALUATION = "This evaluation"


@dataclass(frozen=True)
class ApplicationStanding:
    """What an application comes to as things stand. ``because`` says it in words."""

    result: str
    because: str
    judgements: tuple[Judgement, ...] = ()
    awarded: Lot | None = None
    near: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return RecommendedResult(self.result).label


def agreed_scores(application: Application) -> dict[int, Decimal]:
    """The agreed scores, by question number."""
    return dict(application.moderated_scores.values_list("question__number", "score"))


def standing(application: Application) -> ApplicationStanding:
    """What it comes to, and which agreed scores are in doubt."""
    return replace(_outcome(application), in_doubt=tuple(_in_doubt(application)))


def _in_doubt(application: Application) -> list[str]:
    return [
        f"Question {score.question.number}: {person.name} declared a conflict after its score "
        "was agreed"
        for score, person in doubts(application)
    ]


def _outcome(application: Application) -> ApplicationStanding:
    """What it comes to, by its findings first and then by its agreed scores.

    The result follows: the number admitted is not limited (reg 34(6)), so whoever meets the
    criteria is admitted, and nobody else. Ask once nothing is ``missing``.
    """
    failed = [finding for finding in application.findings.in_order() if not finding.passed]
    scheme, scores = _whole(application), agreed_scores(application)
    judgements = _judgements(application, scheme, scores)
    near = tuple(_near(scheme, judgements, scores))
    if failed:
        excludes = any(finding.kind in FindingKind.that_exclude() for finding in failed)
        names = ", ".join(finding.get_kind_display().lower() for finding in failed)
        result = RecommendedResult.EXCLUDED if excludes else RecommendedResult.NOT_ADMITTED
        return ApplicationStanding(result, f"Not passed: {names}.", judgements, near=near)
    passed = [judgement for judgement in judgements if judgement.passes]
    if not passed:
        return ApplicationStanding(
            RecommendedResult.NOT_ADMITTED,
            "It passes the thresholds of no lot that it applied for.",
            judgements,
            near=near,
        )
    best = max(passed, key=lambda one: (one.total_minimum, one.lot.number))
    because = f"{best.lot} is the highest lot applied for whose thresholds are met."
    return ApplicationStanding(RecommendedResult.ADMITTED, because, judgements, best.lot, near)


def _judgements(
    application: Application, scheme: EvaluationScheme, scores: Mapping[int, Decimal]
) -> tuple[Judgement, ...]:
    if set(scores) != {question.number for question in scheme.questions.all()}:
        return ()
    numbers = content_of(application).lots
    lots = application.vehicle.lots.filter(number__in=numbers).order_by("number")
    return tuple(scheme.judge(scores, lot) for lot in lots)


def _whole(application: Application) -> EvaluationScheme:
    return EvaluationScheme.objects.whole().get(pk=application.scheme_id)


def _near(
    scheme: EvaluationScheme, judgements: tuple[Judgement, ...], scores: Mapping[int, Decimal]
) -> list[str]:
    """What lies near a line, on either side of it."""
    found = []
    for judgement in judgements:
        if abs(judgement.total - Fraction(judgement.total_minimum)) <= NEAR_TOTAL:
            found.append(
                f"{judgement.lot}: a total of {judgement.in_words}, with "
                f"{_short(judgement.total_minimum)} to reach"
            )
        found += _near_minimums(scheme, judgement.lot, scores)
    return found


def _near_minimums(scheme: EvaluationScheme, lot: Lot, scores: Mapping[int, Decimal]) -> list[str]:
    threshold = next(each for each in scheme.thresholds.all() if each.lot_id == lot.pk)
    minimums = {
        question.number: threshold.minimum_of(question) for question in scheme.questions.all()
    }
    return [
        f"{lot}, question {number}: {_short(scores[number])}, with {_short(minimum)} to reach"
        for number, minimum in sorted(minimums.items())
        if minimum is not None and -MISSED_BY <= scores[number] - minimum <= REACHED_BY
    ]


def _short(number: Decimal) -> str:
    return f"{number.normalize():f}"


@transaction.atomic
def recommend(application: Application, *, by: User, seen: str, recommendation: str) -> None:
    """Freeze what it comes to in each lot applied for, and put it before a manager.

    ``seen`` is the digest of the checks and scores that were read.
    """
    application.lock()
    stop_if(permissions.why_not_recommend(by, application))
    stop_if_changed(THE_EVALUATION, seen=seen, now=reporting.digest_of_report(application))
    found = standing(application)
    LotOutcome.objects.bulk_create(
        LotOutcome(
            application=application,
            lot=judgement.lot,
            total=judgement.shown,
            total_minimum=judgement.total_minimum,
            short=list(judgement.short),
            passed=judgement.passes,
            awarded=judgement.lot == found.awarded,
        )
        for judgement in found.judgements
    )
    Recommendation.make(application, by=by, result=found.result, text=recommendation)
    managers = _who_may_decide(application)
    tell(managers, "contracts/evaluation/recommended", about=application)


def _who_may_decide(application: Application) -> list[User]:
    """Managers who took no part, and have not declared a conflict."""
    managers = User.objects.filter(role=Role.MANAGER, is_active=True).order_by("pk")
    return [
        manager
        for manager in managers
        if not was_evaluated_by(application, manager)
        and not application.conflicts.of(manager).stands_in_the_way().exists()
    ]


@transaction.atomic
def approve(application: Application, *, by: User, seen: str) -> None:
    """Decide as recommended, and keep the report that it stands on, with its digest.

    ``seen`` is the digest of the report that was read: it may have been sent back meanwhile, and
    another recommendation made.
    """
    application.lock()
    stop_if(permissions.why_not_decide(by, application))
    stop_if_changed("This recommendation", seen=seen, now=reporting.digest_of_report(application))
    Approval.give(application, by=by)
    reporting.seal_report(application, by=by)


@transaction.atomic
def send_back(application: Application, *, by: User, reason: str) -> None:
    """Have it thought over, with a reason; who recommended it is told that it came back."""
    recommendation = Recommendation.send_back(application, by=by, reason=reason)
    application.lot_outcomes.all().delete()
    for declaration in application.conflicts.stands_in_the_way().in_order():
        assigning.hand_over(application, of=declaration.person)
    people = [recommendation.recommended_by]
    tell(people, "contracts/evaluation/sent_back", about=application, manager=by)

"""Deciding: what findings and agreed scores come to, put before a manager who took no part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contracts.applications import refusals
from contracts.applications.models import (
    Application,
    Evidence,
    HasConflict,
    RefusedFile,
    Status,
    content_of,
)
from contracts.arrangements.models import EvaluationScheme, Judgement, Lot
from contracts.evaluation import assigning, reporting
from contracts.evaluation.models import (
    Approval,
    FindingKind,
    LotOutcome,
    Recommendation,
    Result,
    doubts,
    recommendation_of,
    was_evaluated_by,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import NotAllowedNow

# What lies so near to a line that it is looked at a second time: a total on either side of it; a
# score by which a minimum was missed by no more than a point, or just reached.
NEAR_TOTAL, MISSED_BY, REACHED_BY = Decimal(2), Decimal(1), Decimal("0.5")


@dataclass(frozen=True)
class Obstacle:
    """Something that stands in the way of a recommendation, and where to do it."""

    words: str
    kind: str = ""
    question: int | None = None


@dataclass(frozen=True)
class Standing:
    """What an application comes to as things stand. ``because`` says it in words."""

    result: str
    because: str
    judgements: tuple[Judgement, ...] = ()
    awarded: Lot | None = None
    near: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return Result(self.result).label


def missing(application: Application) -> list[Obstacle]:
    """What stands in the way of recommending an outcome.

    A failed check may be an outcome by itself: nothing else is needed then. Excluded or below
    the line is a decision with reasons, never silence.
    """
    findings = {finding.kind: finding for finding in application.findings.all()}
    enough = [findings.get(kind) for kind in FindingKind.that_end_it()]
    if any(finding and not finding.passed for finding in enough):
        return []
    found = [
        Obstacle(f"Make the finding “{kind.label}”.", kind=kind.value)
        for kind in FindingKind
        if kind not in findings
    ]
    agreed = set(application.moderated_scores.values_list("question", flat=True))
    found += [
        Obstacle(f"Agree the score of question {question.number}.", question=question.pk)
        for question in application.scheme.questions.in_order()
        if question.pk not in agreed
    ]
    return found + _flags(application)


def _flags(application: Application) -> list[Obstacle]:
    """Documents that nobody could have read, and evidence that was asked for and is to come."""
    numbers = [each.id for each in content_of(application).evidence]
    sent = Q(pk__in=numbers) | Q(request__isnull=False, replaces=None)
    files = Evidence.objects.filter(sent, application=application).select_related("file")
    refused = refusals.by_evidence(application)
    unread = [
        flag
        for each in files.order_by("pk")
        if (flag := _flag_of(application, refusals.counts_now(each, refused), refused))
    ]
    asked = [
        Obstacle(f"Wait for the evidence that was asked for by {request.due_on:%-d %B %Y}.")
        for request in application.evidence_requests.unanswered().by_due()
    ]
    return list(dict.fromkeys(unread)) + asked


def _flag_of(
    application: Application, evidence: Evidence, refused: dict[int, RefusedFile]
) -> Obstacle | None:
    """What is to be done about a document that cannot be opened, if anything."""
    if evidence.file.may_be_opened:
        return None
    if not evidence.file.is_refused:
        return Obstacle(f"Wait for the check of {evidence.name}, or ask for another copy.")
    found = refused.get(evidence.pk)
    if found is None:
        return Obstacle(f"Wait for a replacement of {evidence.name}: the file was refused.")
    if found.may_be_replaced(timezone.localdate()):
        return Obstacle(
            f"Wait for a replacement of {evidence.name}, due by {found.due_on:%-d %B %Y}: the "
            "file was refused."
        )
    complete = application.findings.filter(kind=FindingKind.COMPLETENESS).first()
    if complete and complete.passed and timezone.localdate(complete.found_at) <= found.due_on:
        return Obstacle(
            f"Complete the “{complete.get_kind_display()}” check again: {evidence.name} counts as "
            "missing. Its file was refused, and was not replaced in time.",
            kind=complete.kind,
        )
    return None


def agreed_scores(application: Application) -> dict[int, Decimal]:
    """The agreed scores, by question number."""
    return dict(application.moderated_scores.values_list("question__number", "score"))


def standing(application: Application) -> Standing:
    """What it comes to, and which agreed scores are in doubt."""
    return replace(_outcome(application), in_doubt=tuple(_in_doubt(application)))


def _in_doubt(application: Application) -> list[str]:
    return [
        f"Question {score.question.number}: {person.name} declared a conflict after its score "
        "was agreed"
        for score, person in doubts(application)
    ]


def _outcome(application: Application) -> Standing:
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
        result = Result.EXCLUDED if excludes else Result.NOT_ADMITTED
        return Standing(result, f"Not passed: {names}.", judgements, near=near)
    passed = [judgement for judgement in judgements if judgement.passes]
    if not passed:
        return Standing(
            Result.NOT_ADMITTED,
            "It passes the thresholds of no lot that it applied for.",
            judgements,
            near=near,
        )
    best = max(passed, key=lambda one: (one.total_minimum, one.lot.number))
    because = f"{best.lot} is the highest lot applied for whose thresholds are met."
    return Standing(Result.ADMITTED, because, judgements, best.lot, near)


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
def recommend(application: Application, *, by: User, recommendation: str) -> None:
    """Freeze what it comes to in each lot applied for, and put it before a manager.

    Raises NotAllowedNow with what is missing, HasConflict where ``by`` has not declared.
    """
    application.lock()
    if not application.conflicts.of(by).clear().exists():
        raise HasConflict("Declare first that you have no conflict with this applicant.")
    if application.status != Status.EVALUATED:
        raise NotAllowedNow(f"{application} is {application.get_status_display().lower()}.")
    if in_the_way := missing(application):
        raise NotAllowedNow(" ".join(each.words for each in in_the_way))
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


def _see_that_may_decide(application: Application, person: User) -> None:
    application.lock()
    if person.role != Role.MANAGER:
        raise NotAllowedNow("A manager decides on a recommendation.")
    if not application.conflicts.of(person).clear().exists():
        raise HasConflict("Declare first that you have no conflict with this applicant.")
    if was_evaluated_by(application, person):
        raise NotAllowedNow("You took part in evaluating it: another manager decides.")


@transaction.atomic
def approve(application: Application, *, by: User) -> None:
    """Decide as recommended, and keep the report that it stands on, with its digest."""
    _see_that_may_decide(application, by)
    Approval.give(recommendation_of(application), by=by)
    reporting.seal_report(application, by=by)


@transaction.atomic
def send_back(application: Application, *, by: User, reason: str) -> None:
    """Have it thought over, with a reason; who recommended it is told that it came back."""
    _see_that_may_decide(application, by)
    recommendation = recommendation_of(application)
    recommendation.send_back(by=by, reason=reason)
    application.lot_outcomes.all().delete()
    for declaration in application.conflicts.stands_in_the_way().in_order():
        assigning.hand_over(application, of=declaration.person)
    people = [recommendation.recommended_by]
    tell(people, "contracts/evaluation/sent_back", about=application, manager=by)

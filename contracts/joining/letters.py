"""Outcome letters: scores, thresholds, reasons, feedback, and how to apply again.

"Score per criterion, reasons, threshold, right to feedback, resubmission": excluded or below the
line is a decision with reasons, never silence. Nobody waits before applying again.
"""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.db.models import prefetch_related_objects

from contracts.joining.documents import Block, bullets, day, heading, number, table, text
from contracts.models import Application, LotOutcome, ModeratedScore, Result
from nmiss.core.models import LegalParameter

FEEDBACK = "feedback"
CENT = Decimal("0.01")


def title_of(application: Application) -> str:
    return f"Outcome of application {application.reference}"


def blocks_of(application: Application, *, on: datetime.date) -> list[Block]:
    """The letter as it would be told on a day; of many, ask for them ``with_letters``."""
    prefetch_related_objects([application], *Application.OF_A_LETTER)
    outcomes = sorted(application.lot_outcomes.all(), key=lambda each: each.lot.number)
    return [
        text(
            f"{settings.COUNCIL_NAME} has decided on the application of {application.provider} "
            f"to the {application.vehicle}. This letter is of {day(on)}."
        ),
        *_decision(application, outcomes),
        *_findings(application),
        *_lots(outcomes),
        *_questions(application),
        *_feedback(application, on),
        *_again(),
    ]


def _decision(application: Application, outcomes: list[LotOutcome]) -> list[Block]:
    awarded = next((each.lot for each in outcomes if each.awarded), None)
    if application.result == Result.ADMITTED and awarded:
        words = (
            f"Your schools are to be admitted to {awarded}. We have sent you the admission "
            "agreement; their membership begins once both of us have signed it. Nothing is "
            "charged for it."
        )
    elif application.result == Result.EXCLUDED:
        words = "Your application was excluded. The reasons are below."
    else:
        words = "Your schools are not admitted. The reasons are below."
    return [heading("What we decided"), text(words)]


def _findings(application: Application) -> list[Block]:
    found = sorted(application.findings.all(), key=lambda each: each.pk)
    failed = [each for each in found if not each.passed]
    if not failed:
        return []
    lines = [f"{finding.get_kind_display()}: {finding.reason}" for finding in failed]
    return [heading("Checks that were not passed"), bullets(lines)]


def _lots(outcomes: list[LotOutcome]) -> list[Block]:
    if not outcomes:
        return []
    rows = [
        (each.lot, total_in_words(each), number(each.total_minimum), _lot_outcome(each))
        for each in outcomes
    ]
    return [
        heading("Totals and thresholds"),
        text(
            "A total is the sum of score ÷ scale × weight. Exactly on the threshold passes, and "
            "nothing is rounded before it is compared."
        ),
        table("Each lot", ["Lot", "Your total of 100", "Threshold", "Outcome"], rows),
    ]


def _lot_outcome(outcome: LotOutcome) -> str:
    if outcome.awarded:
        return "Passed, and admitted"
    if outcome.passed:
        return "Passed"
    reasons = [f"below the minimum in question {n}" for n in outcome.short]
    if outcome.total < outcome.total_minimum or not reasons:
        reasons.insert(0, "below the threshold")
    return f"Not passed: {', '.join(reasons)}"


def total_in_words(outcome: LotOutcome) -> str:
    """The total to two places; more where two would hide on which side of the line it is."""
    shown = outcome.total.quantize(CENT, ROUND_HALF_UP)
    if (shown >= outcome.total_minimum) == (outcome.total >= outcome.total_minimum):
        return number(shown)
    return number(outcome.total)


def _questions(application: Application) -> list[Block]:
    scores = sorted(application.moderated_scores.all(), key=lambda each: each.question.number)
    if not scores:
        return []
    scale = application.scheme.scale
    rows = [
        (
            f"{score.question.number}. {score.question.title}",
            f"{number(score.score)} of {number(Decimal(scale))}",
            number(score.question.weight),
            _minimums(score),
        )
        for score in scores
    ]
    blocks = [
        heading("Scores"),
        table("Each question", ["Question", "Your score", "Its weight", "Minimum"], rows),
        heading("Reasons"),
    ]
    for score in scores:
        blocks.append(text(f"Question {score.question.number}, {score.question.title}."))
        blocks.append(text(score.reason))
    return blocks


def _minimums(score: ModeratedScore) -> str:
    minimums = sorted(score.question.minimums.all(), key=lambda each: each.threshold.lot.number)
    return (
        ", ".join(
            f"{each.threshold.lot}: {number(each.minimum)}"
            + ("" if score.score >= each.minimum else " (not reached)")
            for each in minimums
        )
        or "None"
    )


def _feedback(application: Application, on: datetime.date) -> list[Block]:
    limit = LegalParameter.objects.in_force(FEEDBACK, regime=application.vehicle.regime, on=on)
    within = f" within {limit.value} {limit.unit} of your asking ({limit.source})" if limit else ""
    return [
        heading("Your right to feedback"),
        text(
            f"Ask for feedback at {settings.CONTACT_EMAIL}. We give you further reasons in "
            f"writing{within}."
        ),
    ]


def _again() -> list[Block]:
    return [
        heading("Applying again"),
        text(
            "You can apply again at any time, for any lot; you need not wait. Choose Apply in the "
            "hub: what you answered comes over from this application, which the new one is linked "
            "to, and only what is out of date or changed is asked again. Applying costs nothing."
        ),
    ]

"""Outcome letters: scores, thresholds, reasons, feedback, and how to apply again.

"Score per criterion, reasons, threshold, right to feedback, resubmission": excluded or below the
line is a decision with reasons, never silence. Nobody waits before applying again.
"""

from __future__ import annotations

import datetime
from decimal import Decimal

from django.conf import settings
from django.db.models import QuerySet, prefetch_related_objects

from contracts.applications.content import SchoolOffered
from contracts.applications.models import Application
from contracts.arrangements.models import Lot
from contracts.evaluation.models import LotOutcome, ModeratedScore, RecommendedResult
from nmiss.base.core.documents import Block, bullets, day, facts, heading, number, text
from nmiss.base.core.models import LegalParameter

FEEDBACK = "feedback"
_READ = (
    "lot_outcomes__lot",
    "findings",
    "contents",
    "moderated_scores__question__minimums__threshold__lot",
)


def with_letters(applications: QuerySet[Application]) -> QuerySet[Application]:
    """With all that their letters say, in a fixed number of queries."""
    parties = ("provider", "vehicle", "scheme", "approval__recommendation", "letter")
    return applications.select_related(*parties).prefetch_related(*_READ)


def title_of(application: Application) -> str:
    return f"Outcome of application {application.reference}"


def blocks_of(
    application: Application, *, on: datetime.date, starts_on: datetime.date | None = None
) -> list[Block]:
    """The letter as it would be told on a day; of many, ask for them ``with_letters``.

    ``starts_on`` is the first day of membership, once it is chosen.
    """
    prefetch_related_objects([application], *_READ)
    outcomes = sorted(application.lot_outcomes.all(), key=lambda each: each.lot.number)
    is_admitted = application.approval.result == RecommendedResult.ADMITTED
    return [
        text(day(on)),
        text(
            f"{settings.COUNCIL_NAME} has decided on the application of {application.provider} "
            f"to the {application.vehicle}."
        ),
        *_decision(application, outcomes, starts_on),
        *_findings(application),
        *_lots(outcomes),
        *_questions(application),
        *_feedback(application, on),
        *([] if is_admitted else _again()),
    ]


def schools_named(application: Application) -> tuple[SchoolOffered, ...]:
    """The schools that it asks to have admitted, as it was last submitted."""
    newest = max(application.contents.all(), key=lambda each: each.pk, default=None)
    return newest.read().schools if newest else ()


def _decision(
    application: Application, outcomes: list[LotOutcome], starts_on: datetime.date | None
) -> list[Block]:
    awarded = next((each.lot for each in outcomes if each.awarded), None)
    if application.approval.result == RecommendedResult.ADMITTED and awarded:
        return [heading("Our decision"), *_admitted(application, awarded, starts_on)]
    if application.approval.result == RecommendedResult.EXCLUDED:
        words = "Your application was excluded. The reasons are below."
    else:
        words = "Your schools are not admitted. The reasons are below."
    return [heading("Our decision"), text(words)]


def _admitted(application: Application, lot: Lot, starts_on: datetime.date | None) -> list[Block]:
    names = [each.name for each in schools_named(application) if each.name]
    earliest = day(starts_on) if starts_on else "the first day that we give you then"
    return [
        text(f"These schools are to be admitted to {lot}:"),
        bullets(names),
        text(
            "We have sent you the admission agreement. Membership begins once both of us have "
            f"signed it, but not before {earliest}. It costs you nothing."
        ),
    ]


def _findings(application: Application) -> list[Block]:
    found = sorted(application.findings.all(), key=lambda each: each.pk)
    failed = [each for each in found if not each.passed]
    if not failed:
        return []
    lines = [f"{finding.get_kind_display()}: {finding.reason}" for finding in failed]
    return [heading("Findings that were not passed"), bullets(lines)]


def _lots(outcomes: list[LotOutcome]) -> list[Block]:
    if not outcomes:
        return []
    return [
        heading("Totals and thresholds"),
        text(
            "A total is the sum of score ÷ scale × weight. Meeting the threshold passes. We do "
            "not round scores before we compare them."
        ),
        *(
            facts(
                str(each.lot),
                [
                    ("Your total", f"{each.in_words} of 100"),
                    ("Threshold", number(each.total_minimum)),
                    ("Outcome", _lot_outcome(each)),
                ],
            )
            for each in outcomes
        ),
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


def _questions(application: Application) -> list[Block]:
    scores = sorted(application.moderated_scores.all(), key=lambda each: each.question.number)
    if not scores:
        return []
    scale = number(Decimal(application.scheme.scale))
    return [
        heading("Scores and reasons"),
        *(
            facts(
                f"Question {score.question.number}: {score.question.title}",
                [
                    ("Your score", f"{number(score.score)} of {scale}"),
                    ("Its weight", number(score.question.weight)),
                    ("Minimum", _minimums(score)),
                    ("Reason", score.reason),
                ],
            )
            for score in scores
        ),
    ]


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
    within = f" within {limit.value} {limit.unit} of your request ({limit.source})" if limit else ""
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

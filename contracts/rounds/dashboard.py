"""What a round has come to: counts, time to decision, pass rates, capacity. Nothing sealed."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from contracts.models import (
    Application,
    ModeratedScore,
    QuestionMinimum,
    Round,
    RoundStatus,
    Status,
    SubmittedContent,
)
from nmiss.core.charts import Bar, bars
from providers.models import Need

PASSED, NOT_PASSED = "Reached the minimum", "Did not"


@dataclass(frozen=True)
class Counts:
    """How many applications there are, and where they are."""

    received: int
    queued: int
    under_way: int
    decided: int


@dataclass(frozen=True)
class PassRate:
    """How many agreed scores of a question reach the minimum of a lot."""

    number: int
    title: str
    lot: str
    scored: int
    passed: int

    @property
    def share(self) -> float:
        return 100 * self.passed / self.scored


@dataclass(frozen=True)
class Capacity:
    """Places offered for a need in applications that were opened."""

    need: str
    schools: int
    places: int


def counts(applications: QuerySet[Application]) -> Counts:
    """Count in one query. Withdrawn ones were received, and are nothing else."""
    waits = Q(status=Status.RECEIVED) & (Q(round=None) | Q(round__status=RoundStatus.PLANNED))
    decided = [Status.APPROVED, Status.TOLD]
    found = applications.order_by().aggregate(
        received=Count("pk"),
        queued=Count("pk", filter=waits),
        decided=Count("pk", filter=Q(status__in=decided)),
        in_hand=Count("pk", filter=Q(status__in=Status.in_hand())),
        held=Count("pk", filter=Q(status=Status.APPROVED)),
    )
    under_way = found["in_hand"] - found["held"] - found["queued"]
    return Counts(found["received"], found["queued"], under_way, found["decided"])


def days_to_decision(applications: QuerySet[Application]) -> float | None:
    """The median of days from receipt to the decision; None where none was made."""
    rows = applications.exclude(approved_at=None).values_list("received_at", "approved_at")
    days = [(decided - received).total_seconds() / 86_400 for received, decided in rows]
    return statistics.median(days) if days else None


def pass_rates(round: Round) -> list[PassRate]:
    """For each question and lot with a minimum: how many of the agreed scores reach it."""
    scores = ModeratedScore.objects.filter(application__round=round).values_list(
        "question", "score"
    )
    of_question = defaultdict(list)
    for question, score in scores:
        of_question[question].append(score)
    minimums = (
        QuestionMinimum.objects.filter(question__in=list(of_question))
        .select_related("question", "threshold__lot")
        .order_by("question__number", "threshold__lot__number", "pk")
    )
    rates = []
    for least in minimums:
        found = of_question[least.question_id]
        passed = sum(score >= least.minimum for score in found)
        question, lot = least.question, str(least.threshold.lot)
        rates.append(PassRate(question.number, question.title, lot, len(found), passed))
    return rates


def capacity(round: Round) -> list[Capacity]:
    """Places that the schools of opened applications offer, by need; the database hides the rest.

    A school that caters for several needs offers its places to each of them.
    """
    contents = (
        SubmittedContent.objects.filter(
            application__round=round, application__opened_at__isnull=False
        )
        .order_by("application", "-submission__number")
        .distinct("application")
        .values_list("content", flat=True)
    )
    schools: dict[str, int] = defaultdict(int)
    places: dict[str, int] = defaultdict(int)
    for content in contents:
        for school in content.get("schools", []):
            for need in school.get("needs", []):
                schools[need] += 1
                places[need] += int(school.get("places") or 0)
    words = dict(Need.choices)
    found = [Capacity(words.get(need, need), schools[need], places[need]) for need in schools]
    return sorted(found, key=lambda each: (-each.places, each.need))


def picture_of_rates(rates: list[PassRate]) -> str:
    """The pass rates, for those who would rather look."""
    parts = []
    for rate in rates:
        name = f"Question {rate.number}, {rate.lot}"
        parts.append(Bar(name, PASSED, rate.passed))
        parts.append(Bar(name, NOT_PASSED, rate.scored - rate.passed))
    return bars(parts, unit="Applications", series=(PASSED, NOT_PASSED))


def picture_of_capacity(rows: list[Capacity]) -> str:
    """The places by need, for those who would rather look."""
    parts = [Bar(row.need, "Places", row.places) for row in rows]
    return bars(parts, unit="Places", series=("Places",))

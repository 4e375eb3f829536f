"""What a round has come to: counts, time to decision, pass rates, capacity. Nothing sealed."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from contracts.applications.content import Content
from contracts.applications.models import Application, Status, SubmittedContent
from contracts.arrangements.models import QuestionMinimum, Round, RoundStatus
from contracts.evaluation.models import ModeratedScore, Recommendation, RecommendedResult
from nmiss.base.core.pictures import Bar, Bars
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
    rows = applications.exclude(decided_at=None).values_list("received_at", "decided_at")
    days = [(decided - received).total_seconds() / 86_400 for received, decided in rows]
    return statistics.median(days) if days else None


def pass_rates(round: Round) -> list[PassRate]:
    """For each question and lot with a minimum: how many of the agreed scores reach it.

    Each lot counts those who applied for it.
    """
    asked_for = {application: content.lots for application, content in _contents(round)}
    of_question = defaultdict(list)
    scores = ModeratedScore.objects.filter(application__in=list(asked_for))
    for application, question, score in scores.values_list("application", "question", "score"):
        for lot in asked_for[application]:
            of_question[question, lot].append(score)
    minimums = (
        QuestionMinimum.objects.filter(question__in={question for question, _ in of_question})
        .select_related("question", "threshold__lot")
        .order_by("question__number", "threshold__lot__number", "pk")
    )
    rates = []
    for least in minimums:
        found = of_question.get((least.question_id, least.threshold.lot.number), [])
        if not found:
            continue
        passed = sum(score >= least.minimum for score in found)
        question, lot = least.question, str(least.threshold.lot)
        rates.append(PassRate(question.number, question.title, lot, len(found), passed))
    return rates


def capacity(round: Round) -> list[Capacity]:
    """Places that the round would add, by need: of schools that were admitted, or still may be.

    The database hides what is sealed. A school that caters for several needs offers its places
    to each of them.
    """
    schools: dict[str, int] = defaultdict(int)
    places: dict[str, int] = defaultdict(int)
    for _, content in _contents(round, may_be_admitted=True):
        for school in content.schools:
            for need in school.needs:
                schools[need] += 1
                places[need] += school.places or 0
    words = dict(Need.choices)
    found = [Capacity(words.get(need, need), schools[need], places[need]) for need in schools]
    return sorted(found, key=lambda each: (-each.places, each.need))


def _contents(round: Round, *, may_be_admitted: bool = False) -> Iterator[tuple[int, Content]]:
    """The lots and schools of the newest version of each opened application, by its key.

    No more is read: what else is in it is long.
    """
    opened = SubmittedContent.objects.filter(
        application__round=round, application__opened_at__isnull=False
    )
    if may_be_admitted:
        turned_down = Recommendation.objects.standing().exclude(result=RecommendedResult.ADMITTED)
        opened = opened.exclude(application__in=turned_down.values("application"))
    newest = opened.order_by("application", "-submission__number").distinct("application")
    parts = ("schema", "lots", "schools")
    for application, *values in newest.values_list(
        "application", *(f"content__{part}" for part in parts)
    ):
        yield application, Content.read(dict(zip(parts, values, strict=True)))


def picture_of_rates(rates: list[PassRate]) -> Bars:
    """The pass rates, for those who would rather look."""
    bars = [
        Bar(
            f"Question {rate.number}, {rate.lot}",
            (rate.passed, rate.scored - rate.passed),
            f"{rate.passed} of {rate.scored}",
        )
        for rate in rates
    ]
    return Bars(bars, (PASSED, NOT_PASSED))


def picture_of_capacity(rows: list[Capacity]) -> Bars:
    """The places by need, for those who would rather look."""
    return Bars([Bar(row.need, (row.places,), f"{row.places:,}") for row in rows])

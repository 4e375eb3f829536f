"""Marking: an evaluator's list, the scale in words, and how far scores lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from contracts.applications.models import Application
from contracts.arrangements.models import Round
from contracts.evaluation import permissions
from contracts.evaluation.facts import Facts
from contracts.evaluation.kinds import FindingKind
from contracts.evaluation.models import Assignment, Score
from contracts.evaluation.models.evaluation import Finding
from nmiss.base.accounts.models import User
from nmiss.base.core.pages import Order, Page, page_of

# The share of the scale up to which each holds.
DESCRIPTORS = (
    (Decimal(0), "Nothing", "No answer, or one that does not meet the question at all."),
    (Decimal("0.2"), "Poor", "Meets little of the question; major doubts remain."),
    (Decimal("0.5"), "Fair", "Meets some of it; details or evidence are missing."),
    (Decimal("0.7"), "Good", "Meets most of it, with evidence; small doubts remain."),
    (Decimal("0.9"), "Very good", "Meets all of it, with evidence that convinces."),
    (Decimal(1), "Excellent", "Meets all of it, and adds something of value to children."),
)


@dataclass(frozen=True)
class Item:
    """A question that one is to score; ``why_not`` says what it waits for, if anything."""

    assignment: Assignment
    why_not: str

    @property
    def is_done(self) -> bool:
        return self.assignment.has_scored or self.assignment.is_moderated

    @property
    def standing(self) -> str:
        if self.is_done:
            return "done"
        return "waiting" if self.why_not else "not started"


@dataclass(frozen=True)
class Mine:
    """What an evaluator has to score: how many, how many are done, the next, and the rounds."""

    count: int
    done: int
    next: Assignment | None
    rounds: QuerySet[Round]


def mine_of(person: User) -> Mine:
    """Counted by the database, however many there are."""
    rows = _assigned_to(person)
    done = rows.filter(Q(has_scored=True) | Q(is_moderated=True)).count()
    evaluated_in = Assignment.objects.of(person).being_evaluated().values("application__round")
    rounds = Round.objects.filter(pk__in=evaluated_in).order_by("opens_at", "pk")
    return Mine(rows.count(), done, next_of(person), rounds)


def list_of(person: User) -> list[Item]:
    """Everything that is assigned to somebody, in order, in a fixed number of queries."""
    return _items(_assigned_to(person).in_order(), person)


def page_of_list(person: User, query: Mapping[str, str]) -> Page:
    """The same, a page at a time."""
    rows = _assigned_to(person).annotate(received_at=F("application__received_at"))
    page = page_of(rows, Order("received_at"), query=query)
    return Page(_items(page.rows, person), page.previous, page.next)


def _assigned_to(person: User) -> QuerySet[Assignment]:
    return (
        Assignment.objects.of(person)
        .being_evaluated()
        .with_scored()
        .with_moderated()
        .select_related(
            "application__provider",
            "application__vehicle",
            "application__round",
            "application__prolongation",
            "question",
            "evaluator",
        )
    )


def _items(rows: Iterable[Assignment], person: User) -> list[Item]:
    rows = list(rows)
    facts = Facts(person, [row.application_id for row in rows])
    return [Item(row, permissions.why_not_score(person, row, facts)) for row in rows]


def applications_to_score(person: User) -> QuerySet[Application]:
    """Those of which somebody can score questions now, each with how many: ``to_score``.

    This is ``why_not_score`` in one query, however many questions there are.
    """
    owed = Assignment.objects.of(person).owed().filter(application=OuterRef("pk"))
    passed = Finding.objects.before_scoring().filter(
        application=OuterRef("pk"), passed=True, superseded_at=None
    )
    return (
        Application.objects.being_evaluated()
        .cleared_by(person)
        .annotate(to_score=_count(owed, "pk"), passed=_count(passed, "kind"))
        .filter(to_score__gt=0, passed=len(FindingKind.before_scoring()))
    )


def _count(rows: QuerySet, what: str) -> Subquery:
    """How many different ones an application has; null for none."""
    counted = rows.order_by().values("application").annotate(count=Count(what, distinct=True))
    return Subquery(counted.values("count"))


def passed_first_checks() -> set[int]:
    """The applications whose three first checks are all passed."""
    found = Finding.objects.before_scoring().filter(passed=True, application__status="evaluated")
    made: dict[int, int] = {}
    for application in found.values_list("application", flat=True):
        made[application] = made.get(application, 0) + 1
    return {key for key, count in made.items() if count == len(FindingKind.before_scoring())}


def next_of(person: User) -> Assignment | None:
    """The next question that somebody can score."""
    ready = applications_to_score(person).order_by().values("pk")
    owed = Assignment.objects.of(person).owed().filter(application__in=ready)
    return owed.select_related("application", "question").in_order().first()


def descriptors(scale: int) -> list[tuple[str, str, str]]:
    """What the scores of a scale mean: from and to, a word, and what it says of the answer."""
    found, below = [], None
    for share, word, means in DESCRIPTORS:
        most = f"{(share * scale).normalize():f}"
        found.append(
            (most if below is None or share == 1 else f"over {below} to {most}", word, means)
        )
        below = most
    return found


def spread(scores: Sequence[Score]) -> Decimal | None:
    """How far the highest lies above the lowest."""
    given = [score.score for score in scores]
    return max(given) - min(given) if given else None

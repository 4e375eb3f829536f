"""Progress: applicants × questions, who still owes what, and a reminder for those who do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Count, QuerySet, prefetch_related_objects
from django.utils import timezone

from contracts.applications.models import Application
from contracts.arrangements.models import EvaluationScheme, Question
from contracts.evaluation import permissions
from contracts.evaluation.facts import Facts
from contracts.evaluation.kinds import FEWEST
from contracts.evaluation.models import Assignment
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.letterbox import tell
from nmiss.base.core.models import AuditEvent, Reminder

NUDGE = "scores, asked for"


@dataclass(frozen=True)
class ProgressCell:
    """Where a question of an application stands, as a sign and in words.

    ``is_mine``: the person who reads it has still to score it; ``why_not`` says why not now.
    """

    question: Question
    sign: str
    words: str
    is_agreed: bool = False
    is_ready: bool = False
    is_short: bool = False
    owing: tuple[str, ...] = ()
    is_mine: bool = False
    why_not: str = ""


@dataclass(frozen=True)
class ProgressRow:
    """An application in the matrix. Somebody with a conflict sees no more than that it is.

    ``is_clear``: this person may read it, so the cells are links.
    """

    application: Application
    cells: list[ProgressCell] = field(default_factory=list)
    is_hidden: bool = False
    is_clear: bool = False

    @property
    def agreed(self) -> int:
        return sum(cell.is_agreed for cell in self.cells)


LEGEND = (
    ("✕", "No evaluators"),
    ("○", "Nobody has scored"),
    ("◐", "Some have scored"),
    ("◕", "Ready to agree"),
    ("●", "Agreed"),
)


def matrix(applications: Sequence[Application], *, by: User) -> list[ProgressRow]:
    """Each application with its questions, in a fixed number of queries."""
    keys = [application.pk for application in applications]
    questions, facts = _questions(applications), Facts(by, keys)
    scored = defaultdict(list)
    current = Assignment.objects.current().filter(application__in=keys).with_scored()
    for assignment in current.select_related("application", "evaluator").order_by("pk"):
        scored[assignment.application_id, assignment.question_id].append(assignment)
    return [
        ProgressRow(application, is_hidden=True)
        if facts.declared.get(application.pk)
        else ProgressRow(
            application,
            [
                _cell(question, scored[application.pk, question.pk], application, facts, by=by)
                for question in questions[application.scheme_id]
            ],
            is_clear=by.role == Role.AUDITOR or application.pk in facts.declared,
        )
        for application in applications
    ]


def _questions(applications: Sequence[Application]) -> dict[int, list[Question]]:
    schemes = {application.scheme_id for application in applications}
    found = EvaluationScheme.objects.filter(pk__in=schemes).prefetch_related("questions")
    return {
        scheme.pk: sorted(scheme.questions.all(), key=lambda one: one.number) for scheme in found
    }


def with_questions(applications: Sequence[Application]) -> list[Application]:
    """The same, with the questions of their schemes at hand."""
    prefetch_related_objects(list(applications), "scheme__questions")
    return list(applications)


def questions_of(rows: Sequence[ProgressRow]) -> list[int]:
    """The numbers of the questions, as the columns of a matrix."""
    return sorted({cell.question.number for row in rows for cell in row.cells})


def _cell(
    question: Question,
    assigned: list[Assignment],
    application: Application,
    facts: Facts,
    *,
    by: User,
) -> ProgressCell:
    place = (application.pk, question.pk)
    if place in facts.agreed:
        return ProgressCell(question, "●", "Agreed", is_agreed=True)
    if not assigned:
        return ProgressCell(question, "✕", "No evaluators", is_short=True)
    if place in facts.scored:
        return ProgressCell(question, "◕", "Ready to agree", is_ready=True)
    waiting = [one for one in assigned if not one.has_scored]
    mine = next((one for one in waiting if one.evaluator_id == by.pk), None)
    done = len(assigned) - len(waiting)
    return ProgressCell(
        question,
        "◐" if done else "○",
        f"{done} of {max(len(assigned), FEWEST)} scored",
        is_short=len(assigned) < FEWEST,
        owing=tuple(str(one.evaluator) for one in waiting),
        is_mine=mine is not None,
        why_not=permissions.why_not_score(by, mine, facts) if mine else "",
    )


def owing(applications: QuerySet[Application]) -> list[tuple[User, int]]:
    """Who owes how many scores of these, by name."""
    owed = Assignment.objects.owed().filter(application__in=applications.order_by().values("pk"))
    counts = dict(owed.order_by().values_list("evaluator").annotate(count=Count("pk")))
    people = User.objects.in_bulk(counts).values()
    return [
        (person, counts[person.pk]) for person in sorted(people, key=lambda one: (one.name, one.pk))
    ]


@transaction.atomic
def nudge(applications: QuerySet[Application], *, by: User) -> list[User]:
    """Remind by email who owes scores of these, each person once a day; give whom."""
    told, today = [], timezone.localdate()
    for person, count in owing(applications):
        if Reminder.give(NUDGE, person, [person], due_on=today):
            tell([person], "contracts/evaluation/scores_due", count=count, asker=by)
            AuditEvent.record("nudge", person, by=by, scores=count)
            told.append(person)
    owed = Assignment.objects.owed().filter(application__in=applications, evaluator__in=told)
    numbers = list(owed.values_list("pk", flat=True))
    Assignment.objects.filter(pk__in=numbers).update(nudged_at=timezone.now())
    return told

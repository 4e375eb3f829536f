"""What the council's pages of an application show: clocks, checks, and what comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import clocks_of
from contracts.applications.models import Application, Status
from contracts.applications.permissions import (
    has_conflict,
    is_clear,
    why_not_declare,
    why_not_evaluate_now,
    why_not_prolong,
)
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import permissions, progress
from contracts.evaluation.kinds import FindingKind
from contracts.evaluation.models import Finding
from contracts.evaluation.obstacles import Obstacle, missing
from nmiss.base.accounts.models import User
from nmiss.base.core.models import AuditEvent

EVENTS_READ = 200


@dataclass(frozen=True)
class ShownClock:
    """One of the two clocks in the words of the page."""

    words: str
    on: datetime.date
    source: str
    standing: str
    sign: str


@dataclass(frozen=True)
class NextStep:
    """A move: a link where it may be made now, and the one sentence of its rule where not.

    ``of`` is what its page is about, as the address has it.
    """

    words: str
    name: str
    of: tuple[int | str, ...]
    why_not: str = ""

    @property
    def may(self) -> bool:
        return not self.why_not

    @property
    def link(self) -> str:
        return reverse(f"contracts:{self.name}", args=self.of)


@dataclass(frozen=True)
class Check:
    """A check, with the finding that was made of it."""

    kind: FindingKind
    finding: Finding | None

    @property
    def standing(self) -> str:
        if self.finding is None:
            return "not started"
        return "passed" if self.finding.passed else "not passed"


def clocks(application: Application, *, today: datetime.date) -> list[ShownClock]:
    """The law's clock from receipt and the round's; the one that binds says so."""
    found = clocks_of([application], today=today)[0]
    both = (
        ("Legal deadline", found.statutory, found.statutory_binds),
        ("Round timetable", found.round, found.round_binds),
    )
    return [
        ShownClock(
            words,
            each.due_on,
            f"{each.source}.{' This deadline applies.' * binds}",
            each.state,
            each.sign,
        )
        for words, each, binds in both
        if each
    ]


def checks(application: Application, kinds: tuple[FindingKind, ...] = ()) -> list[Check]:
    """Every check in order, with its finding."""
    made = {finding.kind: finding for finding in application.findings.in_order()}
    return [Check(kind, made.get(kind)) for kind in kinds or tuple(FindingKind)]


def steps(application: Application, user: User) -> list[NextStep]:
    """What this person may do now, and what not yet, with the reason."""
    if user.role not in COMMISSIONING or has_conflict(user, application):
        return []
    own, clear = (application.pk,), is_clear(user, application)
    words = "Declare a conflict" if clear else "Declare your interest"
    why_not = why_not_declare(user, application)
    declare = [NextStep(words, "application_declare_interest", own, why_not)]
    if application.is_sealed:
        why_not = permissions.why_not_open(user, application)
        opening = NextStep("Open this application", "application_open", own, why_not)
        return [*([] if clear else declare), opening]
    evaluate = _evaluating(application, user)
    return [*evaluate, *declare] if clear else [*declare, *evaluate]


def first_to_take(steps: list[NextStep]) -> NextStep | None:
    """The next step: the first that may be taken and that moves the application on."""
    onward = (each for each in steps if each.may and each.words != "Declare a conflict")
    return next(onward, None)


def timing(application: Application, user: User) -> list[NextStep]:
    """What this person may decide on its clocks; neither waits for its opening."""
    found, own = [], (application.pk,)
    if not why_not_evaluate_now(user, application):
        found.append(NextStep("Evaluate now", "application_evaluate_now", own))
    if not why_not_prolong(user, application):
        found.append(NextStep("Extend the assessment deadline", "application_prolong", own))
    return found


def _evaluating(application: Application, user: User) -> list[NextStep]:
    own = (application.pk,)
    if application.status == Status.EVALUATED:
        waiting = missing(application)
        assign = permissions.why_not_assign(user, application)
        recommend = permissions.why_not_recommend(user, application, waiting)
        return [
            *([] if assign else _next(application, user, waiting)),
            NextStep("Assign evaluators", "application_assign", own, assign),
            NextStep("Recommend an outcome", "application_recommend", own, recommend),
        ]
    if application.status == Status.RECOMMENDED:
        why_not = permissions.why_not_decide(user, application)
        return [
            NextStep("Approve the recommendation", "application_approve", own, why_not),
            NextStep("Send the recommendation back", "application_send_back", own, why_not),
        ]
    return []


def _next(application: Application, user: User, waiting: list[Obstacle]) -> list[NextStep]:
    """What comes next of checking, scoring and agreeing, one of each."""
    found = []
    if kind := next((each.kind for each in waiting if each.kind), None):
        words = f"Check: {FindingKind(kind).label}"
        found.append(NextStep(words, "application_finding", (application.pk, kind)))
    (row,) = progress.matrix([application], by=user)
    for ready, verb, name in (
        (lambda cell: cell.is_mine and not cell.why_not, "Score question", "question_score"),
        (lambda cell: cell.is_ready, "Agree the score of question", "question_moderate"),
    ):
        if cell := next(filter(ready, row.cells), None):
            number = cell.question.number
            found.append(NextStep(f"{verb} {number}", name, (application.pk, number)))
    return found


@dataclass(frozen=True)
class Happening:
    """What somebody did, once or several times on end, and to which questions or checks."""

    sentence: str
    at: datetime.datetime
    parts: tuple[str, ...]


def happened(application: Application, *, but_not: tuple[str, ...], most: int) -> list[Happening]:
    """What was done last, newest first; what one person did on end in a day is one line."""
    events = AuditEvent.objects.about(application).but_not(but_not).newest_first()
    found: list[Happening] = []
    for event in events[:EVENTS_READ]:
        part, last = _part(event), found[-1] if found else None
        is_more = last and part and last.parts and last.sentence == event.sentence
        if is_more and timezone.localdate(last.at) == timezone.localdate(event.at):
            found[-1] = Happening(last.sentence, last.at, (part, *last.parts))
        elif len(found) == most:
            break
        else:
            found.append(Happening(event.sentence, event.at, (part,) if part else ()))
    return found


def _part(event: AuditEvent) -> str:
    """Which question or check it was, where the ledger has it."""
    if question := event.given.get("question"):
        return f"question {question}"
    kind = event.given.get("kind")
    return FindingKind(kind).label if event.verb == "check" and kind else ""

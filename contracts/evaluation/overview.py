"""What the council's pages of an application show: clocks, checks, and what comes next."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from contracts.applications.clocks import clocks_of
from contracts.applications.models import Application, Status
from contracts.applications.permissions import (
    can_evaluate_now,
    can_prolong,
    has_conflict,
    is_clear,
)
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import deciding, permissions, progress
from contracts.evaluation.models import Finding, FindingKind
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
class Step:
    """Something that can be done: a link where it may be now, and the reason where not yet.

    ``of`` is what its page is about, as the address has it.
    """

    words: str
    name: str
    may: bool
    why_not: str = ""
    of: tuple[int | str, ...] = ()

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
        ("The law’s clock", found.statutory, found.statutory_binds),
        ("The round’s clock", found.round, found.round_binds),
    )
    return [
        ShownClock(
            words, each.due_on, f"{each.source}.{' It binds.' * binds}", each.state, each.sign
        )
        for words, each, binds in both
        if each
    ]


def checks(application: Application, kinds: tuple[FindingKind, ...] = ()) -> list[Check]:
    """Every check in order, with its finding."""
    made = {finding.kind: finding for finding in application.findings.in_order()}
    return [Check(kind, made.get(kind)) for kind in kinds or tuple(FindingKind)]


def steps(application: Application, user: User) -> list[Step]:
    """What this person may do now, and what not yet, with the reason."""
    if user.role not in COMMISSIONING:
        return []
    if has_conflict(user, application):
        return []
    clear, own = is_clear(user, application), (application.pk,)
    undeclared = "" if clear else "Declare first that you have no conflict."
    found = []
    if not clear:
        may = permissions.can_declare(user, application)
        why = f"It is {application.get_status_display().lower()}."
        words = "Declare your interest"
        found.append(Step(words, "application_declare_interest", may, why, own))
    if application.is_sealed:
        return [*found, _opening(application, user, undeclared)]
    found += _evaluating(application, user, undeclared)
    if clear:
        may, words = permissions.can_declare(user, application), "Declare a conflict"
        found.append(Step(words, "application_declare_interest", may, "It is decided.", own))
    return found


def timing(application: Application, user: User) -> list[Step]:
    """What this person may decide on its clocks; neither waits for its opening."""
    found, own = [], (application.pk,)
    if can_evaluate_now(user, application):
        found.append(Step("Evaluate now", "application_evaluate_now", may=True, of=own))
    if can_prolong(user, application):
        found.append(Step("Prolong the assessment", "application_prolong", may=True, of=own))
    return found


def _opening(application: Application, user: User, undeclared: str) -> Step:
    why = undeclared or "You have opened it. It takes another officer, too."
    if not application.may_be_opened:
        why = "It is opened after its round has closed, or once it is decided not to wait."
    return Step(
        "Open this application",
        "application_open",
        permissions.can_open(user, application),
        why,
        (application.pk,),
    )


def _evaluating(application: Application, user: User, undeclared: str) -> list[Step]:
    own = (application.pk,)
    if application.status == Status.EVALUATED:
        waiting = deciding.missing(application)
        why = undeclared or " ".join(each.words for each in waiting[:3])
        if len(waiting) > 3 and not undeclared:
            why += f" And {len(waiting) - 3} more."
        may = permissions.can_find(user, application)
        return [
            *(_next(application, user, waiting) if may else []),
            Step("Assign evaluators", "application_assign", may, undeclared, own),
            Step("Recommend an outcome", "application_recommend", may and not waiting, why, own),
        ]
    if application.status == Status.RECOMMENDED:
        may = permissions.can_decide(user, application)
        why = undeclared or "A manager who took no part in evaluating it decides."
        return [
            Step("Approve the recommendation", "application_approve", may, why, own),
            Step("Send the recommendation back", "application_send_back", may, why, own),
        ]
    return []


def _next(application: Application, user: User, waiting: list[deciding.Obstacle]) -> list[Step]:
    """What comes next of checking, scoring and agreeing, one of each."""
    found = []
    if kind := next((each.kind for each in waiting if each.kind), None):
        words = f"Check: {FindingKind(kind).label}"
        found.append(Step(words, "application_finding", may=True, of=(application.pk, kind)))
    owed = application.assignments.owed().of(user).select_related("question").in_order()
    ready = [each for each in owed if not permissions.not_now_to_score(each)]
    if ready:
        number = ready[0].question.number
        words = f"Score question {number}"
        found.append(Step(words, "question_score", may=True, of=(application.pk, number)))
    (row,) = progress.matrix([application], by=user)
    if cell := next((cell for cell in row.cells if cell.is_ready), None):
        number = cell.question.number
        words = f"Agree the score of question {number}"
        found.append(Step(words, "question_moderate", may=True, of=(application.pk, number)))
    return found


@dataclass(frozen=True)
class Happened:
    """What somebody did, once or several times on end, and to which questions or checks."""

    sentence: str
    at: datetime.datetime
    parts: tuple[str, ...]


def happened(application: Application, *, but_not: tuple[str, ...], most: int) -> list[Happened]:
    """What was done last, newest first; what one person did on end in a day is one line."""
    events = AuditEvent.objects.about(application).but_not(but_not).newest_first()
    found: list[Happened] = []
    for event in events[:EVENTS_READ]:
        part, last = _part(event), found[-1] if found else None
        is_more = last and part and last.parts and last.sentence == event.sentence
        if is_more and timezone.localdate(last.at) == timezone.localdate(event.at):
            found[-1] = Happened(last.sentence, last.at, (part, *last.parts))
        elif len(found) == most:
            break
        else:
            found.append(Happened(event.sentence, event.at, (part,) if part else ()))
    return found


def _part(event: AuditEvent) -> str:
    """Which question or check it was, where the ledger has it."""
    if question := event.given.get("question"):
        return f"question {question}"
    kind = event.given.get("kind")
    return FindingKind(kind).label if event.verb == "check" and kind else ""

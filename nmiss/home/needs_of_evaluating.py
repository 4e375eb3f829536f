"""What evaluating needs of an officer or a manager today."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse

from contracts.evaluating import marking, progress
from contracts.models import (
    Application,
    Assignment,
    ConflictDeclaration,
    FindingKind,
    ModeratedScore,
    Status,
)
from nmiss.accounts.models import Role, User
from nmiss.home.needs import MOST, Need


def _page(application: Application) -> str:
    return reverse("contracts:application_detail", args=[application.pk])


def _mine(user: User) -> dict[int, bool]:
    """What this person declared, by application: whether there is a conflict."""
    declared = ConflictDeclaration.objects.of(user)
    return dict(declared.values_list("application", "has_conflict"))


def applications_to_open(user: User, today: datetime.date) -> list[Need]:
    """Applications that may be opened, and that this person has not opened yet."""
    waiting = Application.objects.visible_to(user).ready_to_open().not_met_by(user)
    return [
        Need(
            f"Open {application.reference} of {application.provider}, with another officer",
            _page(application),
            application.decide_by(),
        )
        for application in waiting.with_parties().oldest_first()[:MOST]
    ]


def declarations_owed(user: User, today: datetime.date) -> list[Need]:
    """Applicants whose answers this person is to score, having declared nothing yet."""
    declared = ConflictDeclaration.objects.of(user).filter(application=OuterRef("pk"))
    own = Assignment.objects.of(user).filter(application=OuterRef("pk"))
    owed = (
        Application.objects.visible_to(user)
        .being_evaluated()
        .filter(Exists(own), ~Exists(declared))
        .with_parties()
        .oldest_first()
    )
    return [
        Need(
            f"Declare your interest in {application.provider}, before you score",
            reverse("contracts:application_declare_interest", args=[application.pk]),
        )
        for application in owed[:MOST]
    ]


def scores_owed(user: User, today: datetime.date) -> list[Need]:
    """How many scores this person owes, in one line."""
    mine = marking.list_of(user)
    left = len(mine.items) - mine.done
    if not left:
        return []
    words = "1 question" if left == 1 else f"{left} questions"
    return [Need(f"Score {words}", reverse("contracts:score_list"))]


def applications_to_move_on(user: User, today: datetime.date) -> list[Need]:
    """Applications with scores to agree, or with everything done that a recommendation needs."""
    mine, found = _mine(user), []
    clear = [number for number, has_conflict in mine.items() if not has_conflict]
    applications = list(
        Application.objects.visible_to(user)
        .being_evaluated()
        .filter(pk__in=clear)
        .with_parties()
        .prefetch_related("findings")
        .oldest_first()[:MOST]
    )
    for row in progress.matrix(applications, by=user):
        application = row.application
        ready = sum(cell.is_ready for cell in row.cells)
        if ready:
            words = "1 score" if ready == 1 else f"{ready} scores"
            found.append(Need(f"Agree {words} of {application.provider}", _page(application)))
        if _is_ready(application, row):
            words = f"Recommend an outcome for {application.provider}"
            found.append(Need(words, _page(application)))
    return found


def _is_ready(application: Application, row: progress.Row) -> bool:
    made = {finding.kind: finding.passed for finding in application.findings.all()}
    if any(made.get(kind) is False for kind in FindingKind.before_scoring()):
        return True
    return len(made) == len(FindingKind) and row.agreed == len(row.cells)


def approvals_awaited(user: User, today: datetime.date) -> list[Need]:
    """Recommendations that a manager who took no part may decide."""
    own = Assignment.objects.filter(application=OuterRef("pk"), evaluator=user)
    conflict = ConflictDeclaration.objects.of(user).stands_in_the_way()
    chaired = ModeratedScore.objects.filter(application=OuterRef("pk"), chair=user)
    waiting = (
        Application.objects.visible_to(user)
        .filter(~Exists(own), ~Exists(chaired), status=Status.RECOMMENDED)
        .filter(~Exists(conflict.filter(application=OuterRef("pk"))))
        .exclude(recommended_by=user)
        .exclude(openings__officer=user)
        .exclude(findings__found_by=user)
        .with_parties()
        .oldest_first()
    )
    return [
        Need(f"Decide on the recommendation for {application.provider}", _page(application))
        for application in waiting[:MOST]
    ]


def needs_of_evaluating(user: User, today: datetime.date) -> list[Need]:
    """All of these that are this person's."""
    found = (
        applications_to_open(user, today)
        + declarations_owed(user, today)
        + scores_owed(user, today)
        + applications_to_move_on(user, today)
    )
    return found + (approvals_awaited(user, today) if user.role == Role.MANAGER else [])

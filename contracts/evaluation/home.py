"""What evaluation brings to the landing pages: what an officer or a manager is to do today.

Each carries the last day of the deadline that applies; all days are counted from one reading of
the legal time limits, and the number of queries does not grow with the applications.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from contracts.applications.clocks import Timekeeper
from contracts.applications.models import Application, Status
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import marking, progress
from contracts.evaluation.facts import not_met_by, took_part, was_evaluated_by
from contracts.evaluation.kinds import FindingKind
from contracts.evaluation.models import Assignment
from contracts.evaluation.permissions import why_not_work_on
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.handing_over import Worked
from nmiss.base.accounts.landing import MOST, Task, activity, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu


def _page(application: Application) -> str:
    return reverse("contracts:application_detail", args=[application.pk])


def _name(application: Application) -> str:
    return f"{application.provider} ({application.reference})"


_BY_ANOTHER = ("approve", "send_back")
_DECISIONS = ("evaluate_now", "prolong", "assign", "replace", "check", "moderate", "recommend")
_DECISIONS += _BY_ANOTHER


def _could_decide(application: Application, verb: str, owner: User) -> bool:
    """Whether the owner could have taken this decision: who had a part leaves some to others."""
    return verb not in _BY_ANOTHER or not was_evaluated_by(application, owner)


handing_over.register(
    Worked(
        "application",
        Application,
        team=lambda application: COMMISSIONING,
        page=_page,
        why_not=why_not_work_on,
        unfit=lambda application: application.conflicts.filter(has_conflict=True).values("person"),
        decisions=_DECISIONS,
        could=_could_decide,
    )
)
menu("contracts:admission", "Admission", Role.OFFICER, Role.MANAGER, Role.AUDITOR, weight=40)
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=("open", "evaluate_now", "recommend", "approve", "send_back"))
    & Q(target_type="contracts.Application"),
)


class Days:
    """The last days of applications, by the deadline that applies."""

    def __init__(self, today: datetime.date) -> None:
        self.today = today
        self._clocks: Timekeeper | None = None

    def of(self, application: Application) -> datetime.date | None:
        if self._clocks is None:
            self._clocks = Timekeeper.ready()
        binding = self._clocks.clocks(application, today=self.today).binding
        return binding.due_on if binding else None

    def earliest(self, applications: Iterable[Application]) -> datetime.date | None:
        found = [day for each in applications if (day := self.of(each))]
        return min(found, default=None)


def applications_to_open(user: User, days: Days) -> list[Task]:
    """Applications that may be opened, and that this person has not opened yet."""
    waiting = not_met_by(Application.objects.visible_to(user).ready_to_open(), user)
    return [
        Task(
            f"Open with a second officer: {_name(application)}",
            _page(application),
            days.of(application),
            about=application,
            is_legal=True,
        )
        for application in waiting.with_clocks().oldest_first()[:MOST]
    ]


def declarations_owed(user: User, days: Days) -> list[Task]:
    """Applicants whose answers this person is to score, having declared nothing yet."""
    own = Assignment.objects.of(user).filter(application=OuterRef("pk"))
    owed = (
        Application.objects.visible_to(user)
        .being_evaluated()
        .not_declared_by(user)
        .filter(Exists(own))
        .with_clocks()
        .oldest_first()
    )
    return [
        Task(
            f"Declare your interest: {_name(application)}",
            reverse("contracts:application_declare_interest", args=[application.pk]),
            days.of(application),
            is_own=True,
            is_legal=True,
        )
        for application in owed[:MOST]
    ]


def scores_owed(user: User, days: Days) -> list[Task]:
    """How many scores this person owes and can give now, in one line."""
    applications = list(marking.applications_to_score(user).with_clocks())
    if not applications:
        return []
    count = sum(application.to_score for application in applications)
    words = "1 question" if count == 1 else f"{count} questions"
    on = days.earliest(applications)
    return [Task(f"Score {words}", reverse("contracts:score_list"), on, is_own=True, is_legal=True)]


def applications_to_move_on(user: User, days: Days) -> list[Task]:
    """What is to be done next with each application that is open, until it is recommended.

    Officers see it of all with which they have no conflict, whether or not they opened them;
    managers only of those in which they have a part, or that are theirs, so that another is left
    to decide.
    """
    waiting = Application.objects.visible_to(user).being_evaluated().without_conflict_of(user)
    if user.role == Role.MANAGER:
        own = handing_over.owned_by(user, Application, today=days.today)
        waiting = waiting.filter(Q(pk__in=took_part(waiting, user).values("pk")) | Q(pk__in=own))
    rows = waiting.with_parties().with_clocks().prefetch_related("findings").oldest_first()
    matrix = progress.matrix(list(rows[:MOST]), by=user)
    return [
        replace(task, about=row.application, is_legal=True)
        for row in matrix
        for task in _next_of(row, days.of(row.application))
    ]


def _next_of(row: progress.Row, on: datetime.date | None) -> list[Task]:
    application, page = row.application, _page(row.application)
    name = _name(application)
    made = {finding.kind: finding.passed for finding in application.findings.all()}
    if any(made.get(kind) is False for kind in FindingKind.that_end_it()):
        return [Task(f"Recommend an outcome: {name}", page, on)]
    found, unmade = [], len(FindingKind) - len(made)
    if unmade:
        words = "1 check" if unmade == 1 else f"{unmade} checks"
        found.append(Task(f"Complete {words}: {name}", f"{page}#findings", on))
    if any(cell.is_short for cell in row.cells):
        assign = reverse("contracts:application_assign", args=[application.pk])
        found.append(Task(f"Assign evaluators: {name}", assign if row.is_clear else page, on))
    if ready := sum(cell.is_ready for cell in row.cells):
        words = "1 score" if ready == 1 else f"{ready} scores"
        found.append(Task(f"Agree {words}: {name}", page, on))
    if not unmade and row.agreed == len(row.cells):
        found.append(Task(f"Recommend an outcome: {name}", page, on))
    return found


def approvals_awaited(user: User, days: Days) -> list[Task]:
    """Recommendations that a manager who took no part may decide."""
    waiting = Application.objects.visible_to(user).filter(status=Status.RECOMMENDED)
    own = took_part(Application.objects.filter(status=Status.RECOMMENDED), user)
    free = waiting.without_conflict_of(user).exclude(pk__in=own.values("pk"))
    return [
        Task(
            f"Decide the recommendation: {_name(application)}",
            _page(application),
            days.of(application),
            about=application,
            is_legal=True,
        )
        for application in free.with_clocks().oldest_first()[:MOST]
    ]


def outcomes_to_tell(user: User, days: Days) -> list[Task]:
    """How many outcome letters this person may send, having no conflict with the applicants."""
    held = Application.objects.visible_to(user).held().without_conflict_of(user)
    waiting = list(held.with_clocks())
    if not waiting:
        return []
    words = "1 outcome letter" if len(waiting) == 1 else f"{len(waiting)} outcome letters"
    page, on = reverse("contracts:outcome_list"), days.earliest(waiting)
    return [Task(f"Send {words}", page, on, is_legal=True)]


@tasks(Role.OFFICER, Role.MANAGER, weight=70)
def tasks_of_evaluating(user: User, today: datetime.date) -> list[Task]:
    """All of these that are this person's."""
    days = Days(today)
    found = (
        applications_to_open(user, days)
        + declarations_owed(user, days)
        + scores_owed(user, days)
        + applications_to_move_on(user, days)
        + outcomes_to_tell(user, days)
    )
    return found + (approvals_awaited(user, days) if user.role == Role.MANAGER else [])

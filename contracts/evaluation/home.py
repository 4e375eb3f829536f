"""What evaluation brings to the landing pages: what an officer or a manager is to do today.

Each carries the last day of the deadline that applies. Which applications there are is read with
all other tasks; their days are counted by one reading of them and of the legal time limits.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from contracts.applications.clocks import Timekeeper
from contracts.applications.models import Application, Status
from contracts.arrangements.permissions import COMMISSIONING
from contracts.evaluation import marking
from contracts.evaluation.facts import not_met_by, took_part, was_evaluated_by
from contracts.evaluation.kinds import FindingKind
from contracts.evaluation.models import Assignment
from contracts.evaluation.permissions import why_not_work_on
from contracts.evaluation.steps import STEPS, with_steps
from nmiss.base.accounts import handing_over
from nmiss.base.accounts.handing_over import Worked
from nmiss.base.accounts.landing import MOST, Task, Waiting, activity, tasks, with_rest
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from nmiss.base.core.kept_emails import lead_back
from nmiss.base.core.together import Found, Wanted

lead_back(
    {
        "contracts.application": "contracts:application_detail",
        "contracts.round": "contracts:round_detail",
    }
)


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


class TaskedApplications:
    """The applications of some tasks, read at once, with the last days that apply to them."""

    def __init__(self, numbers: set[int], today: datetime.date) -> None:
        self._read = Application.objects.with_clocks().in_bulk(numbers) if numbers else {}
        self._clocks = Timekeeper.ready() if numbers else None
        self._today = today

    def __getitem__(self, number: int) -> Application:
        return self._read[number]

    def day(self, number: int) -> datetime.date | None:
        binding = self._clocks.clocks(self[number], today=self._today).binding
        return binding.due_on if binding else None

    def earliest(self, found: Found) -> datetime.date | None:
        days = [day for each in found.rows if (day := self.day(each.pk))]
        return min(days, default=None)


# Of the applications that were found, the tasks.
Tell = Callable[[Found, TaskedApplications], list[Task]]


def _one_by_one(
    found: Found,
    applications: TaskedApplications,
    *,
    words: str,
    many: str,
    page: Callable[[Application], str] = _page,
    is_own: bool = False,
) -> list[Task]:
    """The same task for each of them."""
    tasks = [
        Task(
            f"{words}: {_name(application)}",
            page(application),
            applications.day(application.pk),
            about=None if is_own else application,
            is_own=is_own,
            is_legal=True,
        )
        for application in (applications[each.pk] for each in found.rows)
    ]
    return with_rest(tasks, found.count, many=many, all_at=reverse("contracts:admission"))


def applications_to_open(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """Applications that may be opened, and that this person has not opened yet."""
    waiting = not_met_by(Application.objects.visible_to(user).ready_to_open(), user)
    many, words = "applications to open", "Open with a second officer"
    return _first(waiting, user, today), partial(_one_by_one, words=words, many=many)


def declarations_owed(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """Applicants whose answers this person is to score, having declared nothing yet."""
    own = Assignment.objects.of(user).filter(application=OuterRef("pk"))
    owed = Application.objects.visible_to(user).being_evaluated().not_declared_by(user)
    return Wanted(owed.filter(Exists(own)).oldest_first()), partial(
        _one_by_one,
        words="Declare your interest",
        many="declarations to make",
        page=lambda each: reverse("contracts:application_declare_interest", args=[each.pk]),
        is_own=True,
    )


def scores_owed(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """How many scores this person owes and can give now, in one line."""

    def tell(found: Found, applications: TaskedApplications) -> list[Task]:
        if not found.rows:
            return []
        count = sum(each.to_score for each in found.rows)
        words = "Score 1 question" if count == 1 else f"Score {count} questions"
        page, on = reverse("contracts:score_list"), applications.earliest(found)
        return [Task(words, page, on, is_own=True, is_legal=True)]

    return Wanted(marking.applications_to_score(user), ["to_score"]), tell


def applications_to_move_on(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """What is to be done next with each application that is open, until it is recommended.

    Officers see it of all with which they have no conflict, whether or not they opened them;
    managers only of those in which they have a part, or that are theirs, so that another is left
    to decide.
    """

    def tell(found: Found, applications: TaskedApplications) -> list[Task]:
        tasks = [
            task
            for each in found.rows
            for task in _next_of(each, applications[each.pk], applications.day(each.pk))
        ]
        page = reverse("contracts:application_list") + f"?status={Status.EVALUATED}"
        left_out, many = found.count - len(found.rows), "applications being evaluated"
        rest = with_rest(tasks, len(tasks) + left_out, many=many, all_at=page)
        return rest if tasks else []

    waiting = Application.objects.visible_to(user).being_evaluated().without_conflict_of(user)
    if user.role == Role.MANAGER:
        own = handing_over.owned_by(user, Application, today=today)
        waiting = waiting.filter(Q(pk__in=took_part(waiting, user).values("pk")) | Q(pk__in=own))
    return _first(with_steps(waiting, by=user), user, today, facts=STEPS), tell


def _next_of(steps: Application, application: Application, on: datetime.date | None) -> list[Task]:
    page, name = _page(application), _name(application)
    task = partial(Task, on=on, about=application, is_legal=True)
    if steps.is_ended:
        return [task(f"Recommend an outcome: {name}", page)]
    found, unmade = [], len(FindingKind) - steps.checks_made
    if unmade:
        words = "1 check" if unmade == 1 else f"{unmade} checks"
        found.append(task(f"Complete {words}: {name}", f"{page}#findings"))
    if steps.short:
        assign = reverse("contracts:application_assign", args=[application.pk])
        found.append(task(f"Assign evaluators: {name}", assign if steps.is_clear else page))
    if steps.ready:
        words = "1 score" if steps.ready == 1 else f"{steps.ready} scores"
        found.append(task(f"Agree {words}: {name}", page))
    if not unmade and not steps.left:
        found.append(task(f"Recommend an outcome: {name}", page))
    return found


def approvals_awaited(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """Recommendations that a manager who took no part may decide."""
    waiting = Application.objects.visible_to(user).filter(status=Status.RECOMMENDED)
    own = took_part(Application.objects.filter(status=Status.RECOMMENDED), user)
    free = waiting.without_conflict_of(user).exclude(pk__in=own.values("pk"))
    many, words = "recommendations to decide", "Decide the recommendation"
    return _first(free, user, today), partial(_one_by_one, words=words, many=many)


def outcomes_to_tell(user: User, today: datetime.date) -> tuple[Wanted, Tell]:
    """The outcome letters that this person may send, having no conflict with the applicants."""

    def tell(found: Found, applications: TaskedApplications) -> list[Task]:
        if not found.rows:
            return []
        page, on = reverse("contracts:outcome_list"), applications.earliest(found)
        words = f"{found.count} outcome letters"
        if found.count == 1:
            words = f"the outcome letter: {_name(applications[found.rows[0].pk])}"
        return [Task(f"Send {words}", page, on, is_legal=True)]

    held = Application.objects.visible_to(user).held().without_conflict_of(user)
    return Wanted(held.order_by("pk")), tell


def _first(
    waiting: QuerySet[Application], user: User, today: datetime.date, facts: Sequence[str] = ()
) -> Wanted:
    """The first of these: this person's own, and then the oldest."""
    own = handing_over.owned_by(user, Application, today=today)
    rows = waiting.annotate(is_own=Q(pk__in=own)).order_by("-is_own", "received_at", "pk")
    return Wanted(rows, facts, MOST)


@tasks(Role.OFFICER, Role.MANAGER, weight=70)
def tasks_of_evaluating(user: User, today: datetime.date) -> list[Waiting]:
    """All of these that are this person's."""
    kinds = [
        applications_to_open,
        declarations_owed,
        scores_owed,
        applications_to_move_on,
        outcomes_to_tell,
    ]
    if user.role == Role.MANAGER:
        kinds.append(approvals_awaited)
    asked = [kind(user, today) for kind in kinds]

    def tell(*found: Found) -> list[Task]:
        read = TaskedApplications({row.pk for each in found for row in each.rows}, today)
        pairs = zip(asked, found, strict=True)
        return [task for (_, tell_of), each in pairs for task in tell_of(each, read)]

    return [Waiting([wanted for wanted, _ in asked], tell)]

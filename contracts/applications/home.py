"""What applications bring to the landing pages: drafts, evidence, receipts, questions."""

from __future__ import annotations

import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from contracts.applications import sealing
from contracts.applications.clocks import clocks_of
from contracts.applications.drafts import Draft
from contracts.applications.models import (
    Application,
    Clarification,
    EvidenceRequest,
    touched_since,
)
from nmiss.base.accounts.landing import (
    MOST,
    Shortcut,
    Task,
    Waiting,
    activity,
    by_day,
    each_of,
    shortcuts,
    tasks,
    with_rest,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from providers.models import Provider

menu("contracts:apply", "Apply", Role.PROVIDER, weight=40)
activity(
    Role.OFFICER,
    Role.MANAGER,
    of=Q(verb__in=("receive", "withdraw", "ask"), target_type__startswith="contracts."),
)


@tasks(Role.PROVIDER, weight=60)
def of_applicant(user: User, today: datetime.date) -> list[Task | Waiting]:
    """A draft to continue, evidence that is asked for."""
    own = Application.objects.visible_to(user)
    if not Provider.objects.written_for_by(user).exists():  # viewers read
        return []
    return [
        _evidence_asked(user),
        each_of(
            own.drafts(),
            "provider__name",
            task=lambda draft: Task(
                f"Continue your application: {draft.provider} ({draft.reference})",
                reverse("contracts:application_tasks", args=[draft.pk]),
            ),
            many="applications to continue",
            all_at=reverse("contracts:apply"),
        ),
        *_changed_since(user, own.select_related("provider")),
    ]


def _evidence_asked(user: User) -> Waiting:
    return each_of(
        EvidenceRequest.objects.visible_to(user).unanswered().by_due(),
        *("due_on", "application__id"),
        task=lambda each: Task(
            f"Answer the evidence request: application {each.application.reference}",
            reverse("contracts:evidence_request_answer", args=[each.application_id, each.pk]),
            each.due_on,
        ),
    )


def _changed_since(user: User, own: QuerySet) -> list[Task]:
    """Applications of which the council has an older version than the one that stands here."""
    with sealing.acting_for(user):
        touched = list(touched_since(own.received()))
        changed = [each for each in touched if Draft.of(each).differs_from(each.version())]
    return [
        Task(
            f"Submit application {each.reference} again: you changed it after you submitted it",
            reverse("contracts:application_tasks", args=[each.pk]),
        )
        for each in changed
    ]


@tasks(Role.OFFICER, Role.MANAGER, weight=60)
def of_commissioning(user: User, today: datetime.date) -> list[Waiting]:
    """Questions that wait for an answer, and evidence that is overdue or has come."""
    instants = ("round__clarifications_close_at", "round__closes_at")
    questions = each_of(
        Clarification.objects.visible_to(user).unanswered().oldest_first(),
        *("round__number", "round__vehicle__name", *instants),
        task=lambda question: Task(
            f"Answer a question about {question.round or 'the next round'}",
            reverse("contracts:clarification_answer", args=[question.pk]),
            timezone.localdate(Clarification.deadline_of(question.round))
            if question.round
            else None,
            about=question.round,
        ),
        many="questions to answer",
        all_at=reverse("contracts:clarifications"),
    )
    asked = EvidenceRequest.objects.visible_to(user).being_evaluated()
    evidence = each_of(
        asked.filter(Q(answered_at__isnull=False) | Q(due_on__lt=today)).by_due(),
        *("due_on", "answered_at", "application__provider__name"),
        task=lambda each: Task(
            _words(each),
            reverse("contracts:evidence_request_detail", args=[each.pk]),
            each.due_on,
            about=each.application,
        ),
        many="evidence requests to read or follow up",
        all_at=reverse("contracts:evidence_requests"),
    )
    return [questions, evidence]


def _words(request: EvidenceRequest) -> str:
    if request.answered_at:
        return f"Read the evidence: {request.application.provider}"
    return f"Ask for overdue evidence: {request.application.provider}"


@tasks(Role.OFFICER, Role.MANAGER, weight=50)
def applications_that_would_go_red(user: User, today: datetime.date) -> list[Task]:
    """Those whose legal deadline is before their round closes (reg 34(16))."""
    waiting = Application.objects.visible_to(user).received().with_clocks().oldest_first()
    found = [
        Task(
            f"Evaluate now, or extend: {clocks.application.provider} "
            f"({clocks.application.reference}), due before its round closes",
            reverse("contracts:application_evaluate_now", args=[clocks.application.pk]),
            clocks.statutory.due_on,
            about=clocks.application,
            is_legal=True,
        )
        for clocks in clocks_of(waiting, today=today)
        if clocks.would_go_red
    ]
    many, page = "applications due before their round closes", reverse("contracts:admission")
    return with_rest(by_day(found)[:MOST], len(found), many=many, all_at=page)


@shortcuts(Role.AUDITOR, weight=20)
def evidence_requests(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Evidence requests", reverse("contracts:evidence_requests"))]

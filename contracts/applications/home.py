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
from nmiss.base.accounts.landing import MOST, Shortcut, Task, activity, shortcuts, tasks
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
def of_applicant(user: User, today: datetime.date) -> list[Task]:
    """A draft to continue, evidence that is asked for."""
    own = Application.objects.visible_to(user).select_related("provider")
    if not Provider.objects.written_for_by(user).exists():  # viewers read
        return []
    return [
        *_evidence_asked(user),
        *(
            Task(
                f"Continue your application: {draft.provider} ({draft.reference})",
                reverse("contracts:application_tasks", args=[draft.pk]),
            )
            for draft in own.drafts()[:MOST]
        ),
        *_changed_since(user, own),
    ]


def _evidence_asked(user: User) -> list[Task]:
    asked = EvidenceRequest.objects.visible_to(user).unanswered().by_due()
    return [
        Task(
            f"Answer the evidence request: application {each.application.reference}",
            reverse("contracts:evidence_request_answer", args=[each.application_id, each.pk]),
            each.due_on,
        )
        for each in asked.select_related("application")[:MOST]
    ]


def _changed_since(user: User, own: QuerySet) -> list[Task]:
    """Applications of which the council has an older version than the one that stands here."""
    with sealing.acting_for(user):
        touched = list(touched_since(own.received())[:MOST])
        changed = [each for each in touched if Draft.of(each).differs_from(each.version())]
    return [
        Task(
            f"Submit application {each.reference} again: you changed it after you submitted it",
            reverse("contracts:application_tasks", args=[each.pk]),
        )
        for each in changed
    ]


@tasks(Role.OFFICER, Role.MANAGER, weight=60)
def of_commissioning(user: User, today: datetime.date) -> list[Task]:
    """Questions that wait for an answer, and evidence that is overdue or has come."""
    waiting = Clarification.objects.visible_to(user).unanswered().select_related("round")
    questions = [
        Task(
            f"Answer a question about {question.round or 'the next round'}",
            reverse("contracts:clarification_answer", args=[question.pk]),
            timezone.localdate(Clarification.deadline_of(question.round))
            if question.round
            else None,
            about=question.round,
        )
        for question in waiting.select_related("round__vehicle").oldest_first()[:MOST]
    ]
    asked = EvidenceRequest.objects.visible_to(user).being_evaluated()
    evidence = [
        Task(
            _words(each),
            reverse("contracts:evidence_request_detail", args=[each.pk]),
            each.due_on,
            about=each.application,
        )
        for each in asked.select_related("application__provider").by_due()[:MOST]
        if each.answered_at or each.due_on < today
    ]
    return questions + evidence


def _words(request: EvidenceRequest) -> str:
    if request.answered_at:
        return f"Read the evidence: {request.application.provider}"
    return f"Ask for overdue evidence: {request.application.provider}"


@tasks(Role.OFFICER, Role.MANAGER, weight=50)
def applications_that_would_go_red(user: User, today: datetime.date) -> list[Task]:
    """Those whose legal deadline is before their round closes (reg 34(16))."""
    waiting = Application.objects.visible_to(user).received().with_clocks().oldest_first()
    return [
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
    ][:MOST]


@shortcuts(Role.AUDITOR, weight=20)
def evidence_requests(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Evidence requests", reverse("contracts:evidence_requests"))]

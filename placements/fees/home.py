"""What fees bring to the landing pages: the menu, requests to answer, drafts to submit."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse

from nmiss.base.accounts.landing import (
    Shortcut,
    Task,
    Waiting,
    activity,
    each_of,
    shortcuts,
    tasks,
)
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from placements.fees.models import FeeRequest, FeeStatus
from providers.models import School

# What names the school or the provider of a request.
_OF_WHOM = ("provider__name", *(f"school__{name}" for name in School.LABEL))
COMMISSIONING = (Role.OFFICER, Role.MANAGER)

menu("placements:fee_list", "Fees", Role.FINANCE, Role.PROVIDER, weight=55)
activity(
    *COMMISSIONING,
    Role.FINANCE,
    of=Q(verb__in=("agree", "refuse"), target_type="placements.FeeRequest"),
)


@shortcuts(*COMMISSIONING, Role.PLACEMENTS, Role.AUDITOR, weight=13)
def fee_requests(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Fee requests", reverse("placements:fee_list"))]


@tasks(*COMMISSIONING, weight=30)
def requests_to_answer(user: User, today: datetime.date) -> list[Waiting]:
    """Requests that wait for the council, the earliest promise first."""
    waiting = FeeRequest.objects.visible_to(user).filter(
        status__in=[FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED]
    )
    return [
        each_of(
            waiting.order_by("answer_due_on", "pk"),
            *("answer_due_on", *_OF_WHOM),
            task=lambda each: Task(
                f"Answer fee request: {each.of_whom} ({each.reference})",
                reverse("placements:fee_request", args=[each.pk]),
                each.answer_due_on,
            ),
            many="fee requests to answer",
            all_at=reverse("placements:fee_list"),
        )
    ]


@tasks(*COMMISSIONING, weight=31)
def requests_to_enter(user: User, today: datetime.date) -> list[Waiting]:
    """Requests that came by post or email and are not submitted yet."""
    drafts = FeeRequest.objects.visible_to(user).filter(status=FeeStatus.DRAFT, is_offline=True)
    return [
        each_of(
            drafts.order_by("pk"),
            *_OF_WHOM,
            task=lambda each: Task(
                f"Submit fee request received offline: {each.of_whom} ({each.reference})",
                reverse("placements:fee_request", args=[each.pk]),
            ),
            many="offline fee requests to submit",
            all_at=reverse("placements:fee_list"),
        )
    ]


@tasks(Role.PROVIDER, weight=30)
def requests_of_ours(user: User, today: datetime.date) -> list[Waiting]:
    """Drafts to submit, and questions to answer."""
    mine = FeeRequest.objects.visible_to(user).filter(
        status__in=[FeeStatus.DRAFT, FeeStatus.INFORMATION]
    )
    return [
        each_of(
            mine.order_by("pk"),
            *("status", "information_due_on", "window__requests_by", *_OF_WHOM),
            task=lambda each: Task(
                (
                    f"Submit fee request: {each.of_whom} ({each.reference})"
                    if each.status == FeeStatus.DRAFT
                    else f"Give information: fee request {each.reference}"
                ),
                reverse("placements:fee_request", args=[each.pk]),
                each.window.requests_by
                if each.status == FeeStatus.DRAFT
                else each.information_due_on,
            ),
            many="fee requests to complete",
            all_at=reverse("placements:fee_list"),
        )
    ]

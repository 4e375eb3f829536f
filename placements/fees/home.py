"""What fees bring to the landing pages: the menu, requests to answer, drafts to submit."""

from __future__ import annotations

import datetime

from django.db.models import Q
from django.urls import reverse

from nmiss.base.accounts.landing import MOST, Shortcut, Task, activity, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.navigation import menu
from placements.fees.models import FeeRequest, FeeStatus

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
def requests_to_answer(user: User, today: datetime.date) -> list[Task]:
    """Requests that wait for the council, the earliest promise first."""
    waiting = FeeRequest.objects.visible_to(user).filter(
        status__in=[FeeStatus.RECEIVED, FeeStatus.NEGOTIATING, FeeStatus.ESCALATED]
    )
    found = waiting.select_related("provider", "school").order_by("answer_due_on", "pk")
    return [
        Task(
            f"Answer fee request: {each.of_whom} ({each.reference})",
            reverse("placements:fee_request", args=[each.pk]),
            each.answer_due_on,
        )
        for each in found[:MOST]
    ]


@tasks(*COMMISSIONING, weight=31)
def requests_to_enter(user: User, today: datetime.date) -> list[Task]:
    """Requests that came by post or email and are not submitted yet."""
    drafts = FeeRequest.objects.visible_to(user).filter(status=FeeStatus.DRAFT, is_offline=True)
    return [
        Task(
            f"Submit fee request received offline: {each.of_whom} ({each.reference})",
            reverse("placements:fee_request", args=[each.pk]),
        )
        for each in drafts.select_related("provider", "school").order_by("pk")[:MOST]
    ]


@tasks(Role.PROVIDER, weight=30)
def requests_of_ours(user: User, today: datetime.date) -> list[Task]:
    """Drafts to submit, and questions to answer."""
    mine = FeeRequest.objects.visible_to(user).filter(
        status__in=[FeeStatus.DRAFT, FeeStatus.INFORMATION]
    )
    found = mine.select_related("window", "provider", "school").order_by("pk")
    return [
        Task(
            (
                f"Submit fee request: {each.of_whom} ({each.reference})"
                if each.status == FeeStatus.DRAFT
                else f"Give information: fee request {each.reference}"
            ),
            reverse("placements:fee_request", args=[each.pk]),
            each.window.requests_by if each.status == FeeStatus.DRAFT else each.information_due_on,
        )
        for each in found[:MOST]
    ]

"""What indicators bring to the landing pages: a way to them, and drafts to publish."""

from __future__ import annotations

import datetime

from django.urls import reverse

from kpis import permissions
from kpis.models import IndicatorSet, ReturnRules
from nmiss.base.accounts.landing import Shortcut, Task, shortcuts, tasks
from nmiss.base.accounts.models import Role, User


@shortcuts(*permissions.READERS, weight=30)
def indicators(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Indicators", reverse("kpis:indicator_set_list"))]


@shortcuts(*Role.with_cases(), weight=29)
def ratings(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("KPI ratings", reverse("kpis:rating_matrix"))]


@tasks(Role.MANAGER, weight=56)
def drafts_to_publish(user: User, today: datetime.date) -> list[Task]:
    """Drafts of the indicators that others have made and nothing stands in the way of."""
    drafts = IndicatorSet.objects.visible_to(user).filter(published_at=None)
    return [
        Task(
            f"Review the draft of the {draft}",
            reverse("kpis:indicator_set_detail", args=[draft.pk]),
            draft.valid_from,
            about=draft,
        )
        for draft in drafts.exclude(drafted_by=user).newest_first()
    ]


@tasks(Role.MANAGER, weight=57)
def first_rules_to_set(user: User, today: datetime.date) -> list[Task]:
    """Nobody is asked for a return before a manager says from when."""
    if ReturnRules.objects.exists() or IndicatorSet.objects.in_force(today) is None:
        return []
    return [Task("Set from when schools send returns", reverse("kpis:return_rules"))]

"""What takeovers bring to the landing pages: those that could not be done on their day."""

from __future__ import annotations

import datetime

from django.urls import reverse

from contracts.models import Takeover
from nmiss.base.accounts.landing import Shortcut, Task, Waiting, each_of, shortcuts, tasks
from nmiss.base.accounts.models import Role, User


@shortcuts(*Role.with_cases(), weight=33)
def takeovers(user: User, today: datetime.date) -> list[Shortcut]:
    return [Shortcut("Takeovers of arrangements", reverse("placements:takeover_list"))]


@tasks(Role.OFFICER, Role.MANAGER, weight=34)
def takeovers_not_done(user: User, today: datetime.date) -> list[Waiting]:
    """Agreed, and due, but something has changed since, or they broke: their pages say which."""
    return [
        each_of(
            Takeover.objects.visible_to(user).due(today),
            *("starts_on", "vehicle__name"),
            task=lambda each: Task(
                f"Check the takeover of {each.vehicle.name}: it could not be done",
                reverse("placements:takeover_detail", args=[each.pk]),
                each.starts_on,
            ),
        )
    ]

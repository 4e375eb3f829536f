"""What the ledger of savings brings to the landing pages: windows of which it knows nothing."""

from __future__ import annotations

import datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse

from nmiss.base.accounts.landing import Task, Waiting, each_of, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import years_after
from placements.fees.models import FeeWindow
from placements.models import CostAvoidance


@tasks(Role.OFFICER, Role.MANAGER, weight=46)
def decisions_to_import(user: User, today: datetime.date) -> list[Waiting]:
    """Windows of the last year that took effect without a request here or a row in the ledger."""
    written = CostAvoidance.objects.filter(academic_year=OuterRef("academic_year"))
    windows = FeeWindow.objects.filter(
        ~Exists(written),
        effective_on__lte=today,
        effective_on__gt=years_after(today, -1),
        requests=None,
    )
    return [
        each_of(
            windows.order_by("academic_year"),
            "academic_year",
            task=lambda window: Task(
                f"Import decisions on fees for {window.years}: the cost avoidance report has none",
                reverse("imports:import_upload", args=["fee_decisions"]),
            ),
        )
    ]

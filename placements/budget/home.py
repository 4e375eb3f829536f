"""What the budget brings to the landing page of finance: its pages, and figures to be entered."""

from __future__ import annotations

import datetime

from django.urls import reverse

from nmiss.base.accounts.landing import Shortcut, Task, Waiting, shortcuts, tasks
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import financial_year_of
from nmiss.base.core.together import Found, Wanted
from placements.budget.models import BudgetAmount, BudgetLine, DeficitYear


@shortcuts(Role.FINANCE, weight=10)
def budget_pages(user: User, today: datetime.date) -> list[Shortcut]:
    return [
        Shortcut("High Needs Block budget", reverse("placements:budget")),
        Shortcut("Payment schedule", reverse("placements:payment_schedule")),
    ]


@tasks(Role.FINANCE, weight=45)
def budgets_to_set(user: User, today: datetime.date) -> list[Waiting]:
    """The lines of this financial year without a budget, once there was one of any year."""
    year = financial_year_of(today)

    def tell(found: Found) -> list[Task]:
        known = {each.line for each in found.rows if each.financial_year == year}
        return found.rows and [
            Task(
                f"Set a budget: {line.label}, {_years(year)}",
                f"{reverse('placements:budget_set')}?financial_year={year}&line={line.value}",
            )
            for line in BudgetLine
            if line.value not in known
        ]

    amounts = BudgetAmount.objects.visible_to(user).order_by("pk")
    return [Waiting([Wanted(amounts, ("line", "financial_year"))], tell)]


@tasks(Role.FINANCE, weight=46)
def deficit_to_state(user: User, today: datetime.date) -> list[Waiting]:
    """The deficit at the end of last financial year, once one of another year was stated."""
    year = financial_year_of(today) - 1

    def tell(found: Found) -> list[Task]:
        words = f"State the deficit at the end of {_years(year)}"
        known = {each.financial_year for each in found.rows}
        is_due = known and year not in known
        return [Task(words, reverse("placements:deficit_set"))] if is_due else []

    stated = DeficitYear.objects.visible_to(user).order_by("pk")
    return [Waiting([Wanted(stated, ("financial_year",))], tell)]


def _years(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02}"

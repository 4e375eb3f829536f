"""The rows behind the figures of a budget: placements with what they cost, and payments."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import financial_year
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money
from placements.budget import forms, report
from placements.budget.report import PlacementCost
from placements.models import BudgetLine, Payment
from providers.models import Provision

WHO = tuple(Role.with_cases())


def asked(query: Mapping[str, str], today: datetime.date) -> forms.BudgetRows:
    return forms.BudgetRows(query, today=today).read()


def _placements(user: User, query: Mapping[str, str]) -> list[PlacementCost]:
    today = timezone.localdate()
    form = asked(query, today)
    return report.placements_of_year(**form.asked, today=today, line=form.cleaned_data["line"])


def _payments(user: User, query: Mapping[str, str]) -> QuerySet[Payment]:
    form = asked(query, timezone.localdate())
    first, last = financial_year(form.asked["year"])
    until = min(last, form.asked["on"])
    paid = Payment.objects.visible_to(user).filter(paid_on__gte=first, paid_on__lte=until)
    if line := form.cleaned_data["line"]:
        is_day = {"placement__provision": Provision.DAY}
        paid = paid.filter(**is_day) if line == BudgetLine.DAY else paid.exclude(**is_day)
    return paid.select_related("placement__school")


def _money(heading: str, means: str, field: str) -> Column:
    return Column(
        heading,
        means,
        lambda row: getattr(row, field),
        lambda row: money(getattr(row, field)),
        css=NUMERIC,
    )


BUDGET_PLACEMENTS = List(
    name="budget-placements",
    anchor="placements",
    title="Placements behind a budget",
    roles=WHO,
    rows=_placements,
    columns=(
        Column(
            "Placement",
            "The reference of the placement, or of a block of places",
            lambda row: row.reference,
            lambda row: (
                link("placements:block_detail", row.block, row.reference)
                if row.block
                else link("placements:placement_prices", row.reference, row.reference)
            ),
        ),
        Column("School", "Where the placement is", lambda row: row.school),
        Column("Budget line", "Day or residential", lambda row: row.line_in_words),
        _money("Committed", "Pounds: recorded prices by recorded days of the year", "committed"),
        _money("Expected", "Pounds: the same, less days after a phase transfer", "expected"),
        _money("To come", "Pounds: of the expected, the days after the day asked about", "to_come"),
    ),
)
PAYMENTS = List(
    name="payments",
    title="Payments",
    roles=WHO,
    rows=_payments,
    by="-paid_on",
    columns=(
        Column("Payment", "The reference of the payment", lambda row: row.reference),
        Column(
            "Placement",
            "The reference of the placement",
            lambda row: row.placement.reference,
            lambda row: link(
                "placements:placement_prices", row.placement.reference, row.placement.reference
            ),
        ),
        Column("School", "Where the placement is", lambda row: row.placement.school.name),
        Column(
            "Paid",
            "The day of the payment",
            lambda row: row.paid_on,
            sort="paid",
            order="paid_on",
            ways=DAYS,
        ),
        _money("Amount", "Pounds, without VAT; below nought for a credit", "amount"),
    ),
)

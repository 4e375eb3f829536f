"""The placements of the payment schedule, on the page and in files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money
from placements.budget import forms
from placements.budget.schedule import Scheduled, ScheduleSums, schedule


def asked(query: Mapping[str, str]) -> forms.ScheduleAsked:
    return forms.ScheduleAsked(query, today=timezone.localdate()).read()


def _rows(user: User, query: Mapping[str, str]) -> list[Scheduled]:
    form = asked(query)
    rows = schedule(form.cleaned_data["on"], by=user, urn=form.cleaned_data["school"])
    return as_asked(rows, form)


def as_asked(rows: Iterable[Scheduled], form: forms.ScheduleAsked) -> list[Scheduled]:
    """Those with a difference alone, where that is asked."""
    return [row for row in rows if row.is_different or not form.cleaned_data["only"]]


def _sum(heading: str, means: str, of: Callable[[ScheduleSums], Decimal]) -> Column:
    return Column(
        heading, means, lambda row: of(row.sums), lambda row: money(of(row.sums)), css=NUMERIC
    )


PAYMENT_SCHEDULE = List(
    name="payment-schedule",
    anchor="placements",
    title="Payment schedule",
    roles=tuple(Role.with_cases()),
    rows=_rows,
    columns=(
        Column("School", "Where the placement is", lambda row: row.school),
        Column(
            "Placement",
            "The reference of the placement",
            lambda row: row.reference,
            lambda row: link("placements:placement_prices", row.reference, row.reference),
        ),
        Column(
            "Billing",
            "How the school bills, by the signed agreement or, without one, by our rules",
            lambda row: row.billing_in_words,
        ),
        _sum("Due", "Pounds, without VAT: to be invoiced by the day", lambda sums: sums.due),
        _sum(
            "VAT to recover",
            "Pounds of VAT on top of due, which we recover",
            lambda sums: sums.vat_recoverable,
        ),
        _sum(
            "Other VAT",
            "Pounds of VAT on top of due, which we cannot recover",
            lambda sums: sums.vat_lost,
        ),
        _sum("Paid", "Pounds, without VAT: payments by the day", lambda sums: sums.paid),
        _sum("Difference", "Paid less due, in pounds", lambda sums: sums.difference),
        _sum("Accrued", "Pounds, without VAT: by days placed", lambda sums: sums.accrued),
    ),
)

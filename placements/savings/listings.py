"""Cost avoidance as lists: the rows that a report counts, its requests, and the whole ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money
from placements.models import CostAvoidance
from placements.savings import forms, report
from placements.savings.report import RequestSum, SavingShare, TotalOfYear

WHO = tuple(Role.with_cases())


def _of(field: str, means: str) -> Column:
    return Column(field, means, lambda row: getattr(row, field))


def _year(query: Mapping[str, str]) -> int:
    return forms.CostAvoidanceOfYear(query, today=timezone.localdate()).read().year


def _rows(user: User, query: Mapping[str, str]) -> QuerySet[CostAvoidance]:
    return report.rows_of_year(_year(query), by=user)


def _requests(user: User, query: Mapping[str, str]) -> list[RequestSum]:
    return report.requests_of_year(_year(query), by=user)


def _totals(user: User, query: Mapping[str, str]) -> list[RequestSum | TotalOfYear]:
    return list(report.with_total(_requests(user, query)))


def _ledger(user: User, query: Mapping[str, str]) -> QuerySet[CostAvoidance]:
    """Every row of a year, the reversed and the reversing among them; of one request or school."""
    form = forms.CostAvoidanceRows(query, today=timezone.localdate()).read()
    rows = CostAvoidance.objects.visible_to(user).of_year(form.year)
    asked = {name: form.cleaned_data[name] for name in ("request", "school", "provider")}
    rows = rows.filter(**{name: value for name, value in asked.items() if value})
    return rows.select_related("placement", "school", "provider", "reversal")


def _to_rows(asked: Asked) -> Callable[[RequestSum], SafeString]:
    """The request, with a link to its rows."""
    year = _year(asked.query)

    def cell(row: RequestSum) -> SafeString:
        query = urlencode({"academic_year": year, "request": row.request})
        address = reverse("placements:cost_avoidance_rows")
        return format_html('<a class="govuk-link" href="{}?{}">{}</a>', address, query, row.request)

    return cell


def _money(heading: str, means: str, field: str, **more: object) -> Column:
    return Column(
        heading,
        means,
        lambda row: getattr(row, field),
        lambda row: money(getattr(row, field)),
        css=NUMERIC,
        **more,
    )


def _standing(row: CostAvoidance) -> str:
    if row.reverses_id:
        return "Reversing"
    return "Reversed" if hasattr(row, "reversal") else "Counts"


# The columns that were agreed: programs read them.
COST_AVOIDANCE = List(
    name="cost-avoidance",
    title="Cost avoidance by placement",
    roles=WHO,
    rows=_rows,
    columns=(
        _of("request", "The fee request"),
        Column("school_urn", "The school on the effective day", lambda row: row.school.urn),
        Column("placement_ref", "The placement", lambda row: row.placement.reference),
        _of("asked", "Pounds a year that the provider asked for"),
        _of("agreed", "Pounds a year that were agreed; the current price if it was refused"),
        _of("current", "Pounds a year before"),
        _of("days", "Days in scope: from the effective day to the last day or 31 August"),
        _of("avoided", "Pounds: (asked − agreed) × days ÷ days of the academic year, signed"),
        _of("saved", "Pounds: (current − agreed) × days ÷ days of the academic year, signed"),
    ),
)
COST_AVOIDANCE_TOTALS = List(
    name="cost-avoidance-totals",
    title="Cost avoidance by request",
    roles=WHO,
    rows=_totals,
    columns=(
        _of("request", "The fee request; “total” in the last row"),
        _of("avoided", "Pounds: the sum of its placements, 0 if that is below 0"),
        _of("saved", "Pounds: the sum of its placements, 0 if that is below 0"),
    ),
)
COST_AVOIDANCE_REQUESTS = List(
    name="cost-avoidance-requests",
    title="Cost avoidance by request",
    roles=WHO,
    rows=_requests,
    columns=(
        Column("Request", "The fee request", lambda row: row.request, cell_for=_to_rows),
        Column("Placements", "Its placements", lambda row: row.placements, css=NUMERIC),
        _money("Avoided, signed", "Pounds: asked less agreed, by days", "avoided_signed"),
        _money("Cost avoidance", "Pounds: the same, 0 if it is below 0", "avoided"),
        _money("Saved, signed", "Pounds: current less agreed, by days", "saved_signed"),
        _money("Cashable saving", "Pounds: the same, 0 if it is below 0", "saved"),
    ),
)


def _shares(of: str) -> Callable[[User, Mapping[str, str]], list[SavingShare]]:
    def rows(user: User, query: Mapping[str, str]) -> list[SavingShare]:
        return getattr(report.savings_of_year(_year(query), by=user), of)

    return rows


def _of_each(name: str, of: str, word: str) -> List:
    return List(
        name=name,
        title=f"Cost avoidance by {word.lower()}",
        roles=WHO,
        rows=_shares(of),
        columns=(
            Column(word, "Its name", lambda row: row.name),
            Column("Placements", "Its placements", lambda row: row.placements),
            _money("Avoided, signed", "Pounds: asked less agreed, by days", "avoided"),
            _money("Saved, signed", "Pounds: current less agreed, by days", "saved"),
        ),
    )


COST_AVOIDANCE_SCHOOLS = _of_each("cost-avoidance-schools", "schools", "School")
COST_AVOIDANCE_PROVIDERS = _of_each("cost-avoidance-providers", "providers", "Provider")
COST_AVOIDANCE_LEDGER = List(
    name="cost-avoidance-ledger",
    anchor="ledger",
    title="Ledger of cost avoidance",
    roles=WHO,
    rows=_ledger,
    by="request",
    columns=(
        Column(
            "Placement",
            "The reference of the placement",
            lambda row: row.placement.reference,
            lambda row: link(
                "placements:placement_prices", row.placement.reference, row.placement.reference
            ),
            sort="placement",
            order="placement__reference",
        ),
        Column("Request", "The fee request", lambda row: row.request, sort="request"),
        Column(
            "School",
            "The school on the effective day",
            lambda row: row.school.name,
            sort="school",
            order="school__name",
        ),
        Column("Provider", "Who ran it when this was written", lambda row: row.provider),
        Column(
            "Effective",
            "The day from which the decision takes effect",
            lambda row: row.effective_on,
            sort="effective",
            order="effective_on",
            ways=DAYS,
        ),
        _money("Current", "Pounds a year before", "current"),
        _money("Asked", "Pounds a year that the provider asked for", "asked"),
        _money("Agreed", "Pounds a year; the current price if it was refused", "agreed"),
        Column("Refused", "Whether the increase was refused", lambda row: row.is_refused),
        Column(
            "New placement",
            "Whether the placement began on the effective day",
            lambda row: row.is_new,
            on_page=False,
        ),
        Column("Days", "Days in scope", lambda row: row.days, css=NUMERIC),
        Column(
            "Days of the year",
            "Days of the academic year",
            lambda row: row.days_of_year,
            on_page=False,
        ),
        _money("Avoided", "Pounds: asked less agreed, by days, signed", "avoided"),
        _money("Saved", "Pounds: current less agreed, by days, signed", "saved"),
        Column(
            "Method",
            "How both were worked out",
            lambda row: row.get_method_display(),
            on_page=False,
        ),
        Column("Evidence", "Where the decision is to be found", lambda row: row.evidence),
        Column("Decided", "The day of the decision, if known", lambda row: row.decided_on),
        Column("Written", "When the row was written", lambda row: row.written_at, on_page=False),
        Column(
            "Standing",
            "Counts; Reversed by another row; or Reversing, and the two cancel out",
            _standing,
        ),
    ),
)

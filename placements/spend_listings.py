"""Spend of a financial year: by price line, by placement, and by school."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money
from placements import forms
from placements.models import Placement
from placements.reports.spend import Share, Total
from placements.reports.spend_by_school import (
    PlacementSpend,
    SchoolSpend,
    lines_of_year,
    of_placements,
    of_schools,
    placements_with_spend,
    schools_with_spend,
    totals_of_year,
)
from placements.reports.vehicle_value import VehicleValue, vehicle_values
from providers.models import School

WHO = tuple(Role.with_cases())


def asked_year(query: Mapping[str, str]) -> int:
    return forms.SpendForm(query, today=timezone.localdate()).read().year


def _lines(user: User, query: Mapping[str, str]) -> list[Share]:
    return lines_of_year(asked_year(query))


def _totals(user: User, query: Mapping[str, str]) -> list[Total]:
    return totals_of_year(asked_year(query))


def _values(user: User, query: Mapping[str, str]) -> list[VehicleValue]:
    form = forms.VehicleValueForm(query, today=timezone.localdate()).read()
    return vehicle_values(form.cleaned_data["day"])


def _schools(user: User, query: Mapping[str, str]) -> QuerySet[School]:
    return schools_with_spend(asked_year(query), by=user)


def _of_schools(schools: Sequence[School], asked: Asked) -> list[SchoolSpend]:
    return of_schools(schools, asked_year(asked.query), by=asked.user)


def _placements(user: User, query: Mapping[str, str]) -> QuerySet[Placement]:
    form = forms.SpendOfSchool(query, today=timezone.localdate()).read()
    return placements_with_spend(form.year, by=user, school=form.cleaned_data["school"])


def _of_placements(placements: Sequence[Placement], asked: Asked) -> list[PlacementSpend]:
    return of_placements(placements, asked_year(asked.query))


def _to_placements(asked: Asked) -> Callable[[SchoolSpend], SafeString]:
    """How many placements a school has, with a link to them."""
    year = asked_year(asked.query)

    def cell(row: SchoolSpend) -> SafeString:
        address = f"{reverse('placements:spend_placements')}?financial_year={year}"
        return format_html(
            '<a class="govuk-link" href="{}&amp;school={}">{}<span class="govuk-visually-hidden"> '
            "placements at {}</span></a>",
            mark_safe(address),
            row.school.urn,
            row.spend.placements,
            row.school.name,
        )

    return cell


def _pounds(heading: str, means: str, field: str) -> Column:
    return Column(
        heading,
        means,
        lambda row: getattr(row.spend, field),
        lambda row: money(getattr(row.spend, field)),
        css=NUMERIC,
    )


_SUMS = (
    _pounds("Gross", "Spend of the financial year in pounds, all funders, without VAT", "gross"),
    _pounds("Income", "Of the gross: what health and social care pay, in pounds", "income"),
    _pounds("Net", "Gross less income, in pounds", "net"),
    _pounds(
        "Place funding",
        "The Department’s payment to a non-maintained school for these places, in pounds. It is in "
        "none of the other columns",
        "place_funding",
    ),
)


def _of(field: str, means: str) -> Column:
    return Column(field, means, lambda row: getattr(row, field))


_AMOUNT = (
    "Pounds: cost of a year × days in force ÷ days of the financial year. The total of a placement "
    "is rounded once; its lines share it by largest remainder"
)
SPEND_LINES = List(
    name="spend-lines",
    title="Spend by price line",
    roles=WHO,
    rows=_lines,
    columns=(
        _of("placement_ref", "The reference of the placement, or of a block of places"),
        _of("kind", "The service that the line pays for; block where it is the price of a block"),
        _of("funder", "Who bears it: education, health or social_care"),
        _of("starts_on", "The first day of the line"),
        _of("amount", _AMOUNT),
    ),
)
SPEND_TOTALS = List(
    name="spend-totals",
    title="Spend by placement",
    roles=WHO,
    rows=_totals,
    columns=(
        _of("placement_ref", "The reference of the placement, or of a block of places"),
        _of("amount", "Pounds: all its lines, gross of what health and social care pay"),
    ),
)
VEHICLE_VALUE = List(
    name="vehicle-value",
    title="Value of procurement arrangements",
    roles=WHO,
    rows=_values,
    columns=(
        Column("vehicle", "The name of the arrangement", lambda row: row.vehicle.name),
        _of("spent", "Pounds, gross: placements at schools on days of membership, to the day"),
        _of("committed", "The same from the day after to the end in effect; empty without an end"),
        _of("spent_call_off", "Of what is spent: call-offs alone"),
        _of("committed_call_off", "Of what is committed: call-offs alone"),
        _of("until", "The end in effect on the day"),
    ),
)
SPEND_SCHOOLS = List(
    name="spend-schools",
    anchor="schools",
    title="Spend by school",
    roles=WHO,
    rows=_schools,
    by="name",
    work_out=_of_schools,
    columns=(
        Column("URN", "Number in the national register", lambda r: r.school.urn, on_page=False),
        Column(
            "School",
            "Its name in the register",
            lambda r: r.school.name,
            lambda r: link("placements:school_detail", r.school.urn, str(r.school)),
            sort="name",
        ),
        Column(
            "Local authority",
            "Where the school is",
            lambda r: r.school.authority.name,
            sort="authority",
            order="authority__name",
        ),
        Column(
            "Placements",
            "Placements in force on at least one day of the year",
            lambda r: r.spend.placements,
            cell_for=_to_placements,
            css=NUMERIC,
        ),
        _pounds("Block places", "Of the gross: block places, used or not, in pounds", "blocks"),
        *_SUMS,
    ),
)
SPEND_PLACEMENTS = List(
    name="spend-placements",
    anchor="placements",
    title="Spend by placement",
    roles=WHO,
    rows=_placements,
    by="reference",
    work_out=_of_placements,
    columns=(
        Column(
            "Placement",
            "The reference of the placement",
            lambda r: r.placement.reference,
            lambda r: link(
                "placements:placement_prices", r.placement.reference, r.placement.reference
            ),
            sort="reference",
        ),
        Column(
            "School",
            "Where the placement is",
            lambda r: r.placement.school.name,
            lambda r: link(
                "placements:school_detail", r.placement.school.urn, str(r.placement.school)
            ),
            sort="school",
            order="school__name",
        ),
        Column(
            "From",
            "First day of the placement",
            lambda r: r.placement.starts_on,
            sort="from",
            order="starts_on",
            ways=DAYS,
        ),
        Column("To", "Last day of the placement, if known", lambda r: r.placement.ended_on),
        *_SUMS,
    ),
)

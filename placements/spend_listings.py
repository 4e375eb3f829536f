"""Spend of a financial year: by price line, by placement, and by school."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from placements import forms
from placements.reports.spend import Share, Total, spend_by_line, spend_by_placement
from placements.reports.vehicle_value import VehicleValue, vehicle_values

WHO = tuple(Role.with_cases())


def asked_year(query: Mapping[str, str]) -> int:
    return forms.Spend(query, today=timezone.localdate()).read().year


def _lines(user: User, query: Mapping[str, str]) -> list[Share]:
    return spend_by_line(asked_year(query))


def _totals(user: User, query: Mapping[str, str]) -> list[Total]:
    return spend_by_placement(asked_year(query))


def _values(user: User, query: Mapping[str, str]) -> list[VehicleValue]:
    form = forms.VehicleValue(query, today=timezone.localdate()).read()
    return vehicle_values(form.cleaned_data["day"])


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
        _of("placement_ref", "The reference of the placement"),
        _of("kind", "What the line pays for"),
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
        _of("placement_ref", "The reference of the placement"),
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

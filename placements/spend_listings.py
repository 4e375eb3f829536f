"""Spend of a financial year: by price line, by placement, and by school."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.lists import Column, List
from placements import forms
from placements.reports.spend import Share, Total, spend_by_line, spend_by_placement

WHO = tuple(Role.with_cases())


def asked_year(query: Mapping[str, str]) -> int:
    return forms.Spend(query, today=timezone.localdate()).read().year


def _lines(user: User, query: Mapping[str, str]) -> list[Share]:
    return spend_by_line(asked_year(query))


def _totals(user: User, query: Mapping[str, str]) -> list[Total]:
    return spend_by_placement(asked_year(query))


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

"""The list of cases, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, status_tag
from placements.filters.cases import Cases
from placements.models import Case, CaseStatus


def _cases(user: User, query: Mapping[str, str]) -> QuerySet:
    return Case.objects.visible_to(user).with_status()


def _facts(cases: QuerySet, asked: Asked) -> QuerySet:
    return cases.select_related("child").prefetch_related("needs")


def _soon(case: Case) -> str:
    return case.get_urgency_display().partition(":")[0].lower()


CASES = List(
    name="cases",
    title="Cases",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR),
    rows=_cases,
    filters=Cases,
    by="wanted_on",
    facts=_facts,
    identifies_children=True,
    columns=(
        Column(
            "Child",
            "The reference, which does not identify the child",
            lambda c: c.child.reference,
            lambda c: link("placements:case_detail", c.pk, c.child.reference),
            sort="child",
            order="child__reference",
        ),
        Column(
            "Status",
            "Status of the case, from its records",
            lambda c: CaseStatus(c.status).label,
            lambda c: status_tag(c.status),
        ),
        Column(
            "Needs",
            "Codes of the needs, the first need first (SEN2 return)",
            lambda c: ", ".join(c.ranked_needs),
        ),
        Column(
            "Year",
            "National Curriculum year at the requested start",
            lambda c: year_in_words(c.year),
        ),
        Column(
            "Requested start",
            "The first day of the place",
            lambda c: c.wanted_on,
            sort="start",
            order="wanted_on",
            ways=DAYS,
        ),
        Column("Stay", "Day or residential", lambda c: c.get_stay_display()),
        Column(
            "Why",
            "Phase transfer or in-year",
            lambda c: c.get_kind_display(),
            lambda c: f"{c.get_kind_display()}, {_soon(c)}",
            label="Why and how soon",
        ),
        Column(
            "How soon",
            "As the placement officer said",
            lambda c: c.get_urgency_display(),
            on_page=False,
        ),
        Column(
            "Opened",
            "When, in London",
            lambda c: c.opened_at,
            lambda c: day(c.opened_at),
            sort="opened",
            order="opened_at",
            ways=DAYS,
        ),
    ),
)

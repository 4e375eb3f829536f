"""Children at schools that are suspended, leave or close: the board, and references for letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money
from placements.reports.at_risk import AtRisk, children_at_risk

WHO = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)


def _rows(user: User, query: Mapping[str, str]) -> list[AtRisk]:
    return children_at_risk(timezone.localdate(), by=user)


def _year(row: AtRisk) -> str:
    return year_in_words(row.placement.child.nc_year(on=timezone.localdate()))


def _next_step(asked: Asked) -> Callable[[AtRisk], object]:
    """The schools that match, or the page on which a case is opened."""

    def cell(row: AtRisk) -> object:
        if row.case:
            return link("placements:case_schools", row.case, "See matching schools")
        if asked.user.role == Role.PLACEMENTS:
            reference = row.placement.child.reference
            return link("placements:child_case_open", reference, "Open a case")
        return "No case"

    return cell


CHILDREN_AT_RISK = List(
    name="children-at-risk",
    title="Children at schools that leave or close",
    roles=WHO,
    rows=_rows,
    identifies_children=True,
    columns=(
        Column(
            "School",
            "Where the child is placed",
            lambda row: row.placement.school.name,
            lambda row: link(
                "placements:school_detail", row.placement.school.urn, str(row.placement.school)
            ),
        ),
        Column("Why", "Suspended, leaves the DPS or closes", lambda row: row.why),
        Column(
            "Child",
            "The reference, which says nothing of who the child is",
            lambda row: row.placement.child.reference,
            lambda row: link(
                "placements:child_detail",
                row.placement.child.reference,
                row.placement.child.reference,
            ),
        ),
        Column("Year", "National Curriculum year today", _year),
        Column(
            "Last day",
            "The recorded last day of the placement",
            lambda row: row.placement.ended_on,
        ),
        Column(
            "Cost a year",
            "The cost of the place in a year now, in pounds",
            lambda row: row.cost_a_year,
            lambda row: money(row.cost_a_year),
            css=NUMERIC,
        ),
        Column(
            "Next step",
            "The number of the open case, where there is one",
            lambda row: row.case,
            cell_for=_next_step,
        ),
    ),
)

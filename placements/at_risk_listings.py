"""Children at schools that are suspended, leave or close: the board, and references for letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.addresses import address_of
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import money, pounds
from placements import forms
from placements.matching.ranking import Match
from placements.reports.at_risk import AtRisk, children_at_risk, with_matches

WHO = (Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR)
MOST_MATCHED = 300


def asked(query: Mapping[str, str]) -> forms.OneSchoolAsked:
    return forms.OneSchoolAsked(query, today=timezone.localdate()).read()


def rows_of(user: User, query: Mapping[str, str]) -> list[AtRisk]:
    """The children, each with the nearest schools that have a place free.

    Where they are very many, a school is named first.
    """
    today = timezone.localdate()
    rows = children_at_risk(today, by=user, urn=asked(query).cleaned_data["school"])
    return with_matches(rows, today=today) if len(rows) <= MOST_MATCHED else rows


def _matches(row: AtRisk) -> str:
    """The nearest schools by name, with their URN where another is called the same."""
    return "; ".join(str(each) for each in row.matches or ())


def _matches_on_page(row: AtRisk) -> SafeString | str:
    if row.matches is None:
        return "Choose the school first"
    cells = [
        (address_of("placements:school_detail", each.urn), str(each), _facts_of(each))
        for each in row.matches
    ]
    links = format_html_join("", '<li><a class="govuk-link" href="{}">{}</a>{}</li>', cells)
    if not links:
        return "None with a place free"
    return format_html('<ol class="govuk-list govuk-!-margin-bottom-0">{}</ol>', links)


def in_words(match: Match) -> str:
    """A school with how far it is and what it usually costs, as who asks it reads it."""
    price = f", {money(match.price)} a year" if match.price is not None else ""
    return f"{match}{_facts_of(match)}{price}"


def _facts_of(match: Match) -> str:
    """How far it is, and whether it is on the DPS."""
    facts = [match.distance, "" if match.is_member else "not on the DPS"]
    return "".join(f", {fact}" for fact in facts if fact)


def _year(row: AtRisk) -> str:
    return year_in_words(row.placement.child.nc_year(on=timezone.localdate()))


def _next_step(asked: Asked) -> Callable[[AtRisk], object]:
    """The schools that match, or the page on which a case is opened."""

    def cell(row: AtRisk) -> object:
        if row.case and asked.user.role == Role.PLACEMENTS:
            return link("placements:case_schools", row.case, "See matching schools")
        if row.case:
            return link("placements:case_detail", row.case, f"Case {row.case}")
        if asked.user.role == Role.PLACEMENTS:
            reference = row.placement.child.reference
            return link("placements:child_case_open", reference, "Open a case")
        return "No case"

    return cell


CHILDREN_AT_RISK = List(
    name="children-at-risk",
    title="Children at schools that leave or close",
    roles=WHO,
    rows=rows_of,
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
            "The reference, which does not identify the child",
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
            lambda row: pounds(row.cost_a_year),
            css=NUMERIC,
        ),
        Column(
            "Best matches with places",
            "Up to three schools with a place free that fit, the best match first",
            _matches,
            _matches_on_page,
        ),
        Column(
            "Price there",
            "The usual price of a year there, for education and boarding, in pounds",
            lambda row: row.usual,
            lambda row: pounds(row.usual),
            css=NUMERIC,
        ),
        Column(
            "Difference",
            "The price there less that of the place now, for education and boarding, in pounds",
            lambda row: row.effect,
            lambda row: pounds(row.effect),
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

"""Reports to take away: the columns that were agreed for their CSV, with what each means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS, by_words
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import pounds
from placements import forms, reports
from placements.reports.downloads import dimensions_of
from placements.reports.dps_status import SchoolRow, StatusRow
from providers.models import Need, School

WHO = tuple(Role.with_cases())
# Needs and years child by child: finance reads these in sums alone.
CHILDREN = tuple(role for role in WHO if role != Role.FINANCE)


def _dps_status(user: User, query: Mapping[str, str]) -> list[StatusRow]:
    window = forms.DpsStatusForm(query, today=timezone.localdate()).read().window
    return list(reports.dps_status(window, by=user))


def _schools(user: User, query: Mapping[str, str]) -> QuerySet:
    form = forms.DpsStatusRow(query, today=timezone.localdate()).read()
    return reports.schools_of(form.window, status=form.row, by=user)


def _with_figures(schools: Sequence[School], asked: Asked) -> list[SchoolRow]:
    window = forms.DpsStatusRow(asked.query, today=timezone.localdate()).read().window
    return reports.figures_of(schools, window, by=asked.user)


def _authority(row: SchoolRow) -> str:
    authority = row.school.authority
    return authority.name if authority.is_home else f"{authority.name} (out of area)"


def _demand_profile(user: User, query: Mapping[str, str]) -> list:
    form = forms.DemandProfileForm(query, today=timezone.localdate()).read()
    return dimensions_of(reports.demand_profile(form.cleaned_data["day"], by=user))


def _places(user: User, query: Mapping[str, str]) -> QuerySet:
    form = forms.DemandProfileFigure(query, today=timezone.localdate()).read()
    return reports.places_behind(**form.asked, by=user)


def _of(field: str, means: str) -> Column:
    return Column(field, means, lambda row: getattr(row, field))


DPS_STATUS = List(
    name="dps-status",
    title="DPS status",
    roles=WHO,
    rows=_dps_status,
    columns=(
        _of("status", "dps: in the DPS on at least one day of the window; non_dps; total"),
        _of("schools", "Schools with a child of ours on at least one day of the window"),
        _of("schools_percent", "Share of all these schools, in per cent"),
        _of("out_of_area", "Of the schools, those in another local authority"),
        _of("out_of_area_percent", "Share of all schools out of area, in per cent"),
        _of("placements", "Children who attended on at least one day, once in a row"),
        _of("placements_percent", "Share of all these children, in per cent"),
        _of("spend", "Gross forecast spend of the financial year, in pounds"),
        _of("spend_percent", "Share of all spend, in per cent"),
        _of(
            "average_cost",
            "Spend ÷ placements, in pounds; children of part of a year count whole. Not adjusted "
            "for need, phase or boarding. Empty where there are none",
        ),
        _of("schools_of", "The denominator of schools_percent: all these schools"),
        _of("out_of_area_of", "The denominator of out_of_area_percent: all schools out of area"),
        _of("placements_of", "The denominator of placements_percent: all these children"),
        _of("spend_of", "The denominator of spend_percent: all spend, in pounds"),
        _of("days_in_force", "Days of these placements inside the financial year, added up"),
        _of("days_of_year", "Days of the financial year: 365 or 366"),
        _of("child_years", "days_in_force ÷ days_of_year, to two decimals"),
        _of(
            "annualised_cost",
            "Spend × days_of_year ÷ days_in_force: pounds for a child’s place for a whole year. "
            "Not adjusted for need, phase or boarding. Empty where there are none",
        ),
        _of("as_at", "The day on which the records were read"),
    ),
)
DPS_STATUS_SCHOOLS = List(
    name="dps-status-schools",
    anchor="schools",
    title="Schools behind the DPS status",
    roles=WHO,
    rows=_schools,
    by="name",
    work_out=_with_figures,
    columns=(
        Column(
            "URN",
            "The school's number in the national register",
            lambda r: r.school.urn,
            on_page=False,
        ),
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
            _authority,
            sort="authority",
            order="authority__name",
        ),
        Column(
            "Out of area",
            "Whether that is another local authority than ours",
            lambda r: not r.school.authority.is_home,
            on_page=False,
        ),
        Column(
            "Children",
            "Our children there on at least one day of the window",
            lambda r: r.children,
            css=NUMERIC,
        ),
        Column(
            "Spend",
            "Gross forecast spend of the year, in pounds",
            lambda r: r.spend,
            lambda r: pounds(r.spend),
            css=NUMERIC,
        ),
    ),
)
DEMAND_PROFILE = List(
    name="demand-profile",
    title="Demand profile",
    roles=WHO,
    rows=_demand_profile,
    columns=(
        Column(
            "dimension", "The kind of count: total, schools, need, phase, nc_year", lambda r: r[0]
        ),
        Column("value", "Of that, which: a SEN2 code, a phase, a year", lambda r: r[1].value),
        Column(
            "children",
            "How many children; in the line schools, how many schools",
            lambda r: r[1].children,
        ),
        Column("percent", "Share of all, in per cent", lambda r: r[1].percent),
    ),
)
DEMAND_PROFILE_PLACES = List(
    name="demand-profile-places",
    title="Places behind the demand profile",
    roles=CHILDREN,
    identifies_children=True,
    rows=_places,
    by="-starts_on",
    columns=(
        Column(
            "Child",
            "The child's reference",
            lambda p: p.child.reference,
            lambda p: link("placements:child_detail", p.child.reference, p.child.reference),
            sort="child",
            order="child__reference",
        ),
        Column(
            "Primary need",
            "For which the place was made",
            lambda p: p.primary_need,
            lambda p: p.get_primary_need_display(),
            sort="need",
            order=by_words("primary_need", Need.choices),
        ),
        Column(
            "Year",
            "National Curriculum year that day",
            lambda p: year_in_words(p.year),
            sort="year",
            ways=("youngest first", "oldest first"),
        ),
        Column(
            "URN",
            "The school's number in the national register",
            lambda p: p.school.urn,
            on_page=False,
        ),
        Column(
            "School",
            "Its name in the register",
            lambda p: p.school.name,
            lambda p: link("placements:school_detail", p.school.urn, str(p.school)),
            sort="school",
            order="school__name",
        ),
        Column(
            "DPS",
            "Whether the school was a member of the DPS that day",
            lambda p: p.dps,
            label="DPS that day",
        ),
        Column(
            "From",
            "First day of the place",
            lambda p: p.starts_on,
            label="Place from",
            sort="from",
            order="starts_on",
            ways=DAYS,
        ),
    ),
)

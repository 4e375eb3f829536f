"""The lists of schools and of children: what they say of each, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.asked import Asked
from nmiss.base.core.days import year_in_words
from nmiss.base.core.forms import Narrowing
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import NUMBERS
from nmiss.base.core.rows import NUMERIC, link
from nmiss.base.core.templatetags.components import day, status_tag
from placements import filters, reports
from placements.models import Child
from providers.frameworks import InspectionOutcome
from providers.models import NoStanding, School, StandingBand


def _schools(user: User, query: Mapping[str, str]) -> QuerySet:
    return School.objects.visible_to(user)


def _filters_of_schools(*asked: object, by: User, **options: object) -> Narrowing:
    """A provider has a handful of schools, and fewer filters for them."""
    narrowing = filters.OurSchools if by.is_provider else filters.Schools
    return narrowing(*asked, by=by, **options)


def _schools_today(schools: QuerySet, asked: Asked) -> QuerySet:
    return reports.with_today(schools, on=timezone.localdate(), by=asked.user)


def _school(school: School) -> SafeString:
    words = link("placements:school_detail", school.urn, str(school))
    closed = f" {status_tag('closed')}" if school.is_closed else ""
    closing = f" {status_tag('closing')}" if school.is_closing else ""
    return mark_safe(f"{words}{closed}{closing}")


def _miles(school: School) -> float | None:
    """Where the list was asked for from a postcode."""
    if not hasattr(school, "metres_squared") or school.miles_away is None:
        return None
    return round(school.miles_away, 1)


def _miles_in_words(school: School) -> str:
    miles = school.miles_away
    return "Not known" if miles is None else floatformat(miles, 1)


def _lots(school: School) -> SafeString | str:
    if not school.lots_today:
        return "No"
    since, tags = reports.suspended_since(school), []
    for number in school.lots_today:
        tags.append(status_tag(f"lot {number}"))
        if number in since:
            tags.append(f"{status_tag('suspended')} from {day(since[number])}")
    return mark_safe(" ".join(tags))


def _suspended(school: School) -> str:
    since = reports.suspended_since(school)
    return "; ".join(f"Lot {lot} from {day(since[lot])}" for lot in sorted(since))


def _standing_in_words(word: str | None) -> str:
    words = dict(StandingBand.choices) | dict(NoStanding.choices)
    return words.get(word, "")


def _inspection_in_words(word: str | None) -> str:
    return dict(InspectionOutcome.choices).get(word, "")


def _inspection(school: School) -> SafeString | str:
    if not school.inspection_word:
        return ""
    return mark_safe(f"{status_tag(school.inspection_word)} {day(school.inspected_last_on)}")


SCHOOLS = List(
    name="schools",
    title="Schools",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_schools,
    filters=_filters_of_schools,
    by=lambda schools: "metres_squared" if schools.position else "name",
    facts=_schools_today,
    on_page=lambda schools, _: schools.as_listed(),
    in_file=lambda schools, _: schools.select_related("provider"),
    columns=(
        Column(
            "URN",
            "The school's number in the national register (GIAS)",
            lambda s: s.urn,
            on_page=False,
        ),
        Column("School", "Its name in the register", lambda s: s.name, _school, sort="name"),
        Column(
            "Miles",
            "In a straight line, where the list is asked for by postcode",
            _miles,
            cell_for=lambda asked: _miles_in_words if asked.narrowed.position else None,
            sort="distance",
            order="metres_squared",
            ways=("nearest first", "farthest first"),
            css=NUMERIC,
        ),
        Column(
            "Local authority",
            "Where the school is",
            lambda s: s.authority.name,
            sort="authority",
            order="authority__name",
        ),
        Column(
            "Status",
            "Open, closed or between, by the register",
            lambda s: s.get_status_display(),
            on_page=False,
        ),
        Column("Town", "From its address", lambda s: s.town, on_page=False),
        Column("Postcode", "From its address", lambda s: s.postcode, on_page=False),
        Column("Lowest age", "The statutory lowest age", lambda s: s.lowest_age, on_page=False),
        Column("Highest age", "The statutory highest age", lambda s: s.highest_age, on_page=False),
        Column("Capacity", "Places in all, by the register", lambda s: s.capacity, on_page=False),
        Column("Head teacher", "By the register", lambda s: s.head_name, on_page=False),
        Column(
            "Needs",
            "Codes of the needs it caters for (SEN2 return)",
            lambda s: ", ".join(s.need_codes),
        ),
        Column(
            "Ages",
            cell=lambda s: s.ages,
            sort="ages",
            order="lowest_age",
            ways=("youngest first", "oldest first"),
            css="nmiss-unbroken",
        ),
        Column(
            "Section 41",
            "Approval under section 41",
            lambda s: s.get_section_41_display(),
            on_page=False,
        ),
        Column(
            "Provider",
            "Who runs it, by the DPS",
            lambda s: s.provider.name if s.provider else "",
            on_page=False,
        ),
        Column(
            "DPS lots today",
            "The lots it is in on the day of the list",
            lambda s: ", ".join(map(str, s.lots_today)),
            _lots,
            label="DPS today",
        ),
        Column(
            "Suspended",
            "The lots in which it is suspended that day, and since when",
            _suspended,
            on_page=False,
        ),
        Column(
            "KPI standing",
            "By the last returns that were judged: a band, or why there is none; empty before any",
            lambda s: _standing_in_words(s.standing_word),
            lambda s: status_tag(s.standing_word) if s.standing_word else "",
        ),
        Column(
            "Last inspection",
            "The last day of the last inspection on record",
            lambda s: s.inspected_last_on,
            on_page=False,
        ),
        Column(
            "Inspection",
            "Whether the last report says that the standards are met; empty without a report",
            lambda s: _inspection_in_words(s.inspection_word),
            _inspection,
        ),
        Column(
            "Children today",
            "Our children placed there that day",
            lambda s: s.children_today,
            sort="children",
            order="children_today",
            ways=NUMBERS,
            css=NUMERIC,
        ),
    ),
)


def _children(user: User, query: Mapping[str, str]) -> QuerySet:
    return Child.objects.visible_to(user)


def _places_today(children: QuerySet, asked: Asked) -> QuerySet:
    return reports.with_place_today(children, on=timezone.localdate(), by=asked.user)


def _children_in_sql(children: QuerySet, asked: Asked) -> QuerySet | None:
    """A provider sees the places at its own schools alone: its few children are read one by one."""
    if asked.user.is_provider:
        return None
    return reports.joined_to_place_today(children, on=timezone.localdate())


def _place(child: Child, field: str) -> object:
    return next((getattr(place.school, field) for place in child.places_today), "")


def _places(child: Child) -> SafeString | str:
    places = [
        link("placements:school_detail", place.school.urn, str(place.school))
        for place in child.places_today
    ]
    return mark_safe(" ".join(places)) if places else "No place today"


CHILDREN = List(
    name="children",
    title="Children",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    rows=_children,
    filters=filters.Children,
    by="reference",
    facts=_places_today,
    in_sql=_children_in_sql,
    identifies_children=True,
    columns=(
        Column(
            "Reference",
            "Does not identify the child",
            lambda c: c.reference,
            lambda c: link("placements:child_detail", c.reference, c.reference),
            sort="reference",
            sql="reference",
        ),
        Column(
            "Year",
            "National Curriculum year on the day of the list",
            lambda c: year_in_words(c.year_today),
            sort="year",
            order="year_today",
            ways=("youngest first", "oldest first"),
            sql="year_in_words",
        ),
        Column(
            "URN",
            "Of the school on the day of the list",
            lambda c: _place(c, "urn"),
            on_page=False,
            sql="place__school__urn",
        ),
        Column(
            "School",
            "Where the child is on that day",
            lambda c: _place(c, "name"),
            _places,
            label="School today",
            sql="place__school__name",
        ),
    ),
)

"""Schools and children to take away, as their pages list them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.days import year_in_words
from nmiss.base.core.forms import rows_as_asked
from nmiss.base.core.templatetags.components import day
from nmiss.base.files.listings import Column, Listing
from placements import filters, reports
from placements.models import Child
from providers.models import School


def _schools(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = filters.Schools(query, queryset=School.objects.visible_to(user))
    found = reports.with_today(rows_as_asked(narrowed), on=timezone.localdate(), by=user)
    found = found.select_related("provider")
    return found.nearest_first() if narrowed.order == "distance" else found.by_name()


def _children(user: User, query: Mapping[str, str]) -> QuerySet:
    narrowed = filters.Children(query, queryset=Child.objects.visible_to(user), by=user)
    found = rows_as_asked(narrowed)
    return reports.with_place_today(found, on=timezone.localdate(), by=user).by_reference()


def _lots(school: School) -> str:
    return ", ".join(map(str, school.lots_today))


def _suspended(school: School) -> str:
    since = reports.suspended_since(school)
    return "; ".join(f"Lot {lot} from {day(since[lot])}" for lot in sorted(since))


def _miles(school: School) -> float | None:
    """Where the list was asked for from a postcode."""
    if not hasattr(school, "metres_squared") or school.miles_away is None:
        return None
    return round(school.miles_away, 1)


def _place(child: Child, field: str) -> object:
    return next((getattr(place.school, field) for place in child.places_today), "")


SCHOOLS = Listing(
    name="schools",
    title="Schools",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_schools,
    columns=(
        Column("URN", "The school's number in the national register (GIAS)", lambda s: s.urn),
        Column("School", "Its name in the register", lambda s: s.name),
        Column("Local authority", "Where the school is", lambda s: s.authority.name),
        Column(
            "Status", "Open, closed or between, by the register", lambda s: s.get_status_display()
        ),
        Column("Miles", "In a straight line, where the list is asked for by postcode", _miles),
        Column("Town", "From its address", lambda s: s.town),
        Column("Postcode", "From its address", lambda s: s.postcode),
        Column("Lowest age", "The statutory lowest age", lambda s: s.lowest_age),
        Column("Highest age", "The statutory highest age", lambda s: s.highest_age),
        Column("Capacity", "Places in all, by the register", lambda s: s.capacity),
        Column("Head teacher", "By the register", lambda s: s.head_name),
        Column(
            "Needs",
            "Codes of the needs it caters for (SEN2 return)",
            lambda s: ", ".join(s.need_codes),
        ),
        Column("Section 41", "Approval under section 41", lambda s: s.get_section_41_display()),
        Column(
            "Provider", "Who runs it, by the DPS", lambda s: s.provider.name if s.provider else ""
        ),
        Column("DPS lots today", "The lots it is in on the day of the list", _lots),
        Column(
            "Suspended", "The lots in which it is suspended that day, and since when", _suspended
        ),
        Column("Children today", "Our children placed there that day", lambda s: s.children_today),
    ),
)
CHILDREN = Listing(
    name="children",
    title="Children",
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.AUDITOR, Role.PROVIDER),
    rows=_children,
    identifies_children=True,
    columns=(
        Column("Reference", "Says nothing of who the child is", lambda c: c.reference),
        Column(
            "Year",
            "National Curriculum year on the day of the list",
            lambda c: year_in_words(c.year_today),
        ),
        Column("URN", "Of the school on the day of the list", lambda c: _place(c, "urn")),
        Column("School", "Where the child is on that day", lambda c: _place(c, "name")),
    ),
)

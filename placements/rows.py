"""What the lists of schools and of children say of each."""

from __future__ import annotations

from django.template.defaultfilters import floatformat
from django.utils.safestring import SafeString, mark_safe

from nmiss.base.core.days import year_in_words
from nmiss.base.core.rows import NUMERIC, Column, link
from nmiss.base.core.templatetags.components import day, lot_tag, status_tag
from placements import reports
from placements.models import Child
from providers.models import School


def columns_of_schools(*, with_miles: bool) -> list[Column]:
    """Of schools ``with_today``; miles where a distance was asked for."""
    miles = [Column("Miles", _miles, NUMERIC)] if with_miles else []
    return [
        Column("School", _school),
        *miles,
        Column("Local authority", lambda school: school.authority.name),
        Column("Needs", lambda school: ", ".join(school.need_codes)),
        Column("Ages", lambda school: school.ages, "nmiss-unbroken"),
        Column("DPS today", _lots),
        Column("Children today", lambda school: f"{school.children_today:,}", NUMERIC),
    ]


def _school(school: School) -> SafeString:
    words = link("placements:school_detail", school.urn, str(school))
    closed = f" {status_tag('closed')}" if school.is_closed else ""
    closing = f" {status_tag('closing')}" if school.is_closing else ""
    return mark_safe(f"{words}{closed}{closing}")


def _miles(school: School) -> str:
    miles = school.miles_away
    return "Not known" if miles is None else floatformat(miles, 1)


def _lots(school: School) -> SafeString | str:
    if not school.lots_today:
        return "No"
    since, tags = reports.suspended_since(school), []
    for number in school.lots_today:
        tags.append(lot_tag(number))
        if number in since:
            tags.append(f"{status_tag('suspended')} from {day(since[number])}")
    return mark_safe(" ".join(tags))


CHILDREN = [
    Column("Reference", lambda c: link("placements:child_detail", c.reference, c.reference)),
    Column("Year", lambda child: year_in_words(child.year_today)),
    Column("School today", lambda child: _places(child)),
]


def _places(child: Child) -> SafeString | str:
    places = [
        link("placements:school_detail", place.school.urn, str(place.school))
        for place in child.places_today
    ]
    return mark_safe(" ".join(places)) if places else "No place today"

"""Consequences, and the log of visits and concerns, on pages and in files."""

from __future__ import annotations

from collections.abc import Mapping

import django_filters
from django.db.models import QuerySet

from kpis import permissions
from kpis.models import Consequence, NoteKind, SchoolNote, Theme
from nmiss.base.accounts.models import User
from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.lists import Column, List
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import status_tag


def _consequences(user: User, query: Mapping[str, str]) -> QuerySet:
    rows = Consequence.objects.visible_to(user)
    return rows.select_related("school", "decided_by")


CONSEQUENCES = List(
    name="kpi-consequences",
    title="Consequences of KPI returns",
    roles=permissions.READERS,
    rows=_consequences,
    by="-proposed_at",
    columns=(
        Column("URN", "The school's number in the register", lambda c: c.school.urn, on_page=False),
        Column(
            "School",
            "Its name in the register",
            lambda c: c.school.name,
            lambda c: link("kpis:consequence_detail", c.pk, str(c.school)),
        ),
        Column(
            "Proposed",
            "The consequence proposed",
            lambda c: c.get_kind_display(),
            lambda c: status_tag(c.get_kind_display()),
        ),
        Column("Proposed on", "The day", lambda c: c.proposed_at.date()),
        Column("Reply until", "The last day of the right of reply", lambda c: c.reply_until),
        Column(
            "Status",
            "Proposed, decided or not pursued",
            lambda c: c.get_status_display(),
            lambda c: status_tag(c.status),
        ),
        Column("Decision", "The decision of a manager", lambda c: c.get_decided_kind_display()),
        Column(
            "Decided by",
            "The manager's name",
            lambda c: c.decided_by.name if c.decided_by else "",
        ),
        Column("Grounds", "Why it was proposed", lambda c: c.grounds, on_page=False),
    ),
)


class Notes(Narrowing):
    """Notes by kind and theme."""

    kind = django_filters.ChoiceFilter(
        label="Kind", choices=NoteKind, empty_label="Visits and concerns"
    )
    theme = django_filters.ChoiceFilter(label="Theme", choices=Theme, empty_label="Any theme")

    class Meta:
        model = SchoolNote
        fields = ("kind", "theme")
        form = GovukFilters


def _notes(user: User, query: Mapping[str, str]) -> QuerySet:
    return SchoolNote.objects.visible_to(user).select_related("school", "noted_by")


NOTES = List(
    name="school-notes",
    title="Visits and concerns",
    roles=permissions.COMMISSIONING,
    rows=_notes,
    filters=Notes,
    by="-happened_on",
    columns=(
        Column("URN", "The school's number in the register", lambda n: n.school.urn, on_page=False),
        Column(
            "School",
            "Its name in the register",
            lambda n: n.school.name,
            lambda n: link("placements:school_detail", n.school.urn, str(n.school)),
        ),
        Column(
            "Kind",
            "A visit, or a concern",
            lambda n: n.get_kind_display(),
            lambda n: status_tag(n.kind),
        ),
        Column("Theme", "The subject of the note", lambda n: n.get_theme_display()),
        Column("Day", "Of the visit, or on which it was raised", lambda n: n.happened_on),
        Column("Note", "In the words of who noted it", lambda n: n.words),
        Column("Noted by", "An officer or a manager", lambda n: n.noted_by.name),
    ),
)

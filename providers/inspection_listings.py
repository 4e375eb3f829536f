"""The list of inspections, on the page and in files."""

from __future__ import annotations

from collections.abc import Mapping

import django_filters
from django.db.models import QuerySet

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.lists import Column, List
from nmiss.base.core.orders import DAYS
from nmiss.base.core.rows import link
from nmiss.base.core.templatetags.components import day, status_tag
from providers.frameworks import InspectionFramework, InspectionOutcome
from providers.models import Inspection, School


class Inspections(Narrowing):
    """By the school’s name, by framework, and by whether the standards are met."""

    school = django_filters.CharFilter(label="School", method="by_school")
    framework = django_filters.ChoiceFilter(
        label="Framework", choices=InspectionFramework, empty_label="Any framework"
    )
    outcome = django_filters.ChoiceFilter(
        label="Standards", choices=InspectionOutcome, empty_label="Met or not"
    )
    newest = django_filters.ChoiceFilter(
        label="Which inspections",
        choices=[("yes", "The last of each school")],
        method="by_newest",
        empty_label="All inspections",
    )

    class Meta:
        model = Inspection
        fields = ("school", "framework", "outcome", "newest")
        form = GovukFilters

    def by_school(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """A name or a URN."""
        if value.strip().isdecimal() and len(value.strip()) <= 9:
            return rows.filter(school__urn=int(value))
        return rows.filter(school__in=School.objects.named(value))

    def by_newest(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        return rows.filter(pk__in=Inspection.objects.that_count().newest_of_each().values("pk"))


def _rows(user: User, query: Mapping[str, str]) -> QuerySet:
    return Inspection.objects.visible_to(user).that_count().select_related("school")


def grades_of(inspection: Inspection) -> str:
    """All grades in one line, in the words of the framework."""
    return "; ".join(f"{area}: {grade}" for area, grade in inspection.grades_in_words)


INSPECTIONS_LIST = List(
    name="inspections",
    title="Inspections",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_rows,
    filters=Inspections,
    by="-inspected_on",
    columns=(
        Column(
            "URN",
            "The school's number in the national register (GIAS)",
            lambda each: each.school.urn,
            on_page=False,
        ),
        Column(
            "School",
            "Its name in the register",
            lambda each: each.school.name,
            lambda each: link("placements:school_detail", each.school.urn, str(each.school)),
            sort="school",
            order="school__name",
        ),
        Column(
            "Inspected",
            "The last day of the inspection",
            lambda each: each.inspected_on,
            lambda each: link("providers:inspection_detail", each.pk, day(each.inspected_on)),
            sort="inspected",
            order="inspected_on",
            ways=DAYS,
        ),
        Column(
            "Published",
            "The day on which the report was published",
            lambda each: each.published_on,
            on_page=False,
        ),
        Column(
            "Framework",
            "By whom and how it was judged",
            lambda each: each.get_framework_display(),
        ),
        Column("Kind", "Why inspectors came", lambda each: each.get_kind_display()),
        Column(
            "Standards",
            "Whether the report says that the standards and safeguarding are met",
            lambda each: each.outcome_in_words,
            lambda each: status_tag(each.outcome),
        ),
        Column(
            "Grades",
            "Each area with its grade, as the framework calls it",
            grades_of,
            on_page=False,
        ),
        Column("Reference", "Of the report", lambda each: each.reference, on_page=False),
        Column(
            "Address", "Where the report is on the web", lambda each: each.address, on_page=False
        ),
    ),
)

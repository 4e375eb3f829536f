"""What lists of cases can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet

from nmiss.base.core.forms import GovukFilters, Narrowing
from placements.models import Case, CaseKind, CaseStatus, Urgency


class Cases(Narrowing):
    """Cases by status and urgency; those that are closed are shown where they are asked for."""

    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[*CaseStatus.choices, ("any", "Any, including closed")],
        method="by_status",
        empty_label="Not closed",
    )
    urgency = django_filters.ChoiceFilter(
        label="How soon", choices=Urgency, empty_label="Any urgency"
    )
    kind = django_filters.ChoiceFilter(label="Why", choices=CaseKind, empty_label="Any reason")
    reference = django_filters.CharFilter(label="Reference of the child", method="by_reference")

    class Meta:
        model = Case
        fields = ("status", "urgency", "kind", "reference")
        form = GovukFilters

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("status") else narrowed.open()

    def by_status(self, cases: QuerySet, name: str, value: str) -> QuerySet:
        return cases if value == "any" else cases.filter(status=value)

    def by_reference(self, cases: QuerySet, name: str, value: str) -> QuerySet:
        return cases.filter(child__reference__istartswith=value)

"""What lists of consultations can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.core.forms import GovukFilters, Narrowing
from placements.models import Consultation

SHOWN = {
    "waiting": "Waiting for a reply",
    "overdue": "Overdue",
    "answered": "Answered",
    "closed": "Closed",
    "any": "Any, including closed",
}


class Consultations(Narrowing):
    """Consultations by status; those that are closed are shown where they are asked for."""

    status = django_filters.ChoiceFilter(
        label="Status",
        choices=list(SHOWN.items()),
        method="by_status",
        empty_label="Not closed",
    )
    reference = django_filters.CharFilter(label="Reference of the child", method="by_reference")

    class Meta:
        model = Consultation
        fields = ("status", "reference")
        form = GovukFilters

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        narrowed = super().filter_queryset(queryset)
        return narrowed if self.form.cleaned_data.get("status") else narrowed.open()

    def by_status(self, consultations: QuerySet, name: str, value: str) -> QuerySet:
        if value == "any":
            return consultations
        if value == "closed":
            return consultations.exclude(closed_at=None)
        if value == "answered":
            return consultations.open().exclude(answer=None)
        waiting = consultations.unanswered()
        return waiting.filter(due_on__lt=timezone.localdate()) if value == "overdue" else waiting

    def by_reference(self, consultations: QuerySet, name: str, value: str) -> QuerySet:
        return consultations.filter(case__child__reference__istartswith=value)

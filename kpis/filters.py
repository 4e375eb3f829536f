"""What the list of returns can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from kpis.models import KpiReturn
from kpis.periods import Frequency
from kpis.status import READY, ReturnStatus
from nmiss.base.core.forms import GovukFilters, Narrowing
from providers.models import School

OVERDUE = "overdue"
READY_ = "ready"
NOT_SENT = "not_sent"


class Returns(Narrowing):
    """Returns by school, period and status, and by what several statuses have in common."""

    name = django_filters.CharFilter(label="School", method="by_name")
    period = django_filters.CharFilter(
        label="Period", field_name="period_name", lookup_expr="icontains"
    )
    frequency = django_filters.ChoiceFilter(
        label="How often", choices=Frequency.choices, empty_label="Any"
    )
    status = django_filters.ChoiceFilter(
        label="Status",
        choices=[
            *ReturnStatus.choices,
            (READY_, READY.capitalize()),
            (NOT_SENT, "Not returned yet"),
            (OVERDUE, OVERDUE.capitalize()),
        ],
        method="by_status",
        empty_label="Any",
    )

    class Meta:
        model = KpiReturn
        fields = ("name", "period", "frequency", "status")
        form = GovukFilters

    def by_name(self, returns: QuerySet, name: str, value: str) -> QuerySet:
        return returns.filter(school__in=School.objects.named(value))

    def by_status(self, returns: QuerySet, name: str, value: str) -> QuerySet:
        if value == OVERDUE:
            return returns.filter(
                status__in=ReturnStatus.not_sent(), due_on__lt=timezone.localdate()
            )
        if value == NOT_SENT:
            return returns.filter(status__in=ReturnStatus.not_sent())
        if value == READY_:
            return returns.with_school().filter(
                versions__sealed_at=None, versions__prepared_by__isnull=False
            )
        return returns.filter(status=value)

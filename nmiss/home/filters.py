"""What the ledger can be narrowed by."""

from __future__ import annotations

import datetime

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.core.forms import DayField, GovukFilters, Narrowing
from nmiss.core.models import AuditEvent
from nmiss.core.models.audit_event import deeds


class DayFilter(django_filters.Filter):
    field_class = DayField


class Events(Narrowing):
    """By who did it, what was done, to what, and when. Days are London's, both inclusive."""

    who = django_filters.CharFilter(label="Who", field_name="actor_name", lookup_expr="icontains")
    done = django_filters.ChoiceFilter(
        label="What was done",
        choices=[(deed, deed.capitalize().rstrip(":")) for deed in deeds()],
        empty_label="Anything",
        method="done_as",
    )
    record = django_filters.CharFilter(
        label="To what", field_name="target_name", lookup_expr="icontains"
    )
    since = DayFilter(label="From", asked="the first day", method="from_day")
    until = DayFilter(label="To", asked="the last day", method="to_day")

    class Meta:
        model = AuditEvent
        fields: list[str] = []
        form = GovukFilters

    def done_as(self, events: QuerySet, name: str, deed: str) -> QuerySet:
        return events.done_as(deed)

    def from_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__gte=_midnight(day))

    def to_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__lt=_midnight(day + datetime.timedelta(days=1)))


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))

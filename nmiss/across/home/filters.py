"""What the ledger can be narrowed by."""

from __future__ import annotations

import datetime
from operator import itemgetter
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core import deeds
from nmiss.base.core.day_fields import DayFilter
from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.models import AuditEvent


class Events(Narrowing):
    """By who did it, what was done, to what, and when. Days are London's, both inclusive."""

    who = django_filters.CharFilter(label="Who", field_name="actor_name", lookup_expr="icontains")
    done = django_filters.ChoiceFilter(
        label="Action",
        choices=[],
        empty_label="Anything",
        method="done_under",
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

    def __init__(self, *asked: Any, by: User, **options: Any) -> None:
        super().__init__(*asked, by=by, **options)
        self.filters["done"].extra["choices"] = _choices(by)

    def done_under(self, events: QuerySet, name: str, key: str) -> QuerySet:
        return events.done_under(key)

    def from_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__gte=_midnight(day))

    def to_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__lt=_midnight(day + datetime.timedelta(days=1)))


def _choices(user: User) -> list[tuple[str, list[tuple[str, str]]]]:
    """The verbs under what they are about, each topic with a choice of all of its verbs."""
    return [
        (
            topic.title,
            [
                (topic.title, f"{topic.title}: all"),
                *sorted(
                    ((key, deed.label) for key, deed in topic.deeds.items()), key=itemgetter(1)
                ),
            ],
        )
        for topic in deeds.topics()
        if topic.for_administrators or user.works_with_cases
    ]


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))

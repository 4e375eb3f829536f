"""The filters of the lists of people and of sign-ins."""

from __future__ import annotations

import datetime

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from nmiss.base.accounts.models import Happened, Role, SignInEvent, User
from nmiss.base.core.day_fields import DayFilter
from nmiss.base.core.forms import GovukFilters, Narrowing

STANDINGS = [("invited", "Invited"), ("active", "Active"), ("closed", "Closed")]


class People(Narrowing):
    """By role, by state and by a part of the name or address."""

    words = django_filters.CharFilter(label="Name or email address", method="named")
    role = django_filters.ChoiceFilter(label="Role", choices=Role, empty_label="All roles")
    state = django_filters.ChoiceFilter(
        label="State", choices=STANDINGS, empty_label="All states", method="standing"
    )

    class Meta:
        model = User
        fields: list[str] = []
        form = GovukFilters

    def named(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return people.named_like(value)

    def standing(self, people: QuerySet, name: str, value: str) -> QuerySet:
        return people.standing(value)


class SignIns(Narrowing):
    """By who, by what happened, from which address, and when. Days are London's, inclusive."""

    who = django_filters.CharFilter(label="Name or number", method="of_whom")
    happened = django_filters.ChoiceFilter(label="Event", choices=Happened, empty_label="Anything")
    address = django_filters.CharFilter(
        label="Address", field_name="address", lookup_expr="startswith"
    )
    since = DayFilter(label="From", asked="the first day", method="from_day")
    until = DayFilter(label="To", asked="the last day", method="to_day")

    class Meta:
        model = SignInEvent
        fields: list[str] = []
        form = GovukFilters

    def of_whom(self, events: QuerySet, name: str, value: str) -> QuerySet:
        """A name in parts, or a person's number as the list shows it."""
        if value.isascii() and value.isdigit() and len(value) < 10:
            return events.filter(user_number=int(value))
        return events.filter(user_name__icontains=value)

    def from_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__gte=_midnight(day))

    def to_day(self, events: QuerySet, name: str, day: datetime.date) -> QuerySet:
        return events.filter(at__lt=_midnight(day + datetime.timedelta(days=1)))


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))

"""The filters of the list of people."""

from __future__ import annotations

import django_filters
from django.db.models import QuerySet

from nmiss.accounts.models import Role, User
from nmiss.core.forms import GovukFilters, Narrowing

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

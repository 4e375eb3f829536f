"""What lists of children can be narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.number_fields import WholeNumberField
from placements.models import Child, Placement
from placements.reports.search import LARGEST_URN


class UrnField(WholeNumberField):
    """A school's number."""

    def __init__(self, **options: Any) -> None:
        options["error_messages"] = dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter the URN of a school, such as 118000"
        )
        super().__init__(**options, min_value=1, max_value=LARGEST_URN)


class UrnFilter(django_filters.Filter):
    """By the number of a school."""

    field_class = UrnField


class Children(Narrowing):
    """Children by their reference, and by the school where they are today."""

    reference = django_filters.CharFilter(label="Reference", method="by_reference")
    school = UrnFilter(
        label="URN of the school today",
        method="by_school",
    )

    class Meta:
        model = Child
        fields = ("reference", "school")
        form = GovukFilters

    def by_reference(self, children: QuerySet, name: str, value: str) -> QuerySet:
        return children.referred_to(value)

    def by_school(self, children: QuerySet, name: str, value: int) -> QuerySet:
        """Of the places that this person may see: a provider is not told where others are."""
        places = Placement.objects.visible_to(self.by).on(timezone.localdate())
        return children.filter(Exists(places.filter(child=OuterRef("pk"), school__urn=value)))

"""What lists of schools and children can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from contracts.models import Membership
from nmiss.core.forms import GovukFilters
from placements.models import Child
from providers.models import EstablishmentStatus, LocalAuthority, Need, School

MEMBER_CHOICES = (
    ("1", "In lot 1 today"),
    ("2", "In lot 2 today"),
    ("any", "In the DPS today"),
    ("none", "Not in the DPS today"),
)


class Schools(django_filters.FilterSet):
    """Schools by name, need, membership today, local authority and status."""

    name = django_filters.CharFilter(label="Name", lookup_expr="icontains")
    need = django_filters.ChoiceFilter(
        label="Need", field_name="needs__need", choices=Need, empty_label="Any need"
    )
    member = django_filters.ChoiceFilter(
        label="DPS", choices=MEMBER_CHOICES, method="by_membership", empty_label="In the DPS or not"
    )
    authority = django_filters.ModelChoiceFilter(
        label="Local authority",
        queryset=LocalAuthority.objects.order_by("name"),
        empty_label="Any authority",
    )
    status = django_filters.ChoiceFilter(
        label="Status", choices=EstablishmentStatus, empty_label="Any status"
    )

    class Meta:
        model = School
        fields = ("name", "need", "member", "authority", "status")
        form = GovukFilters

    def by_membership(self, schools: QuerySet, name: str, value: str) -> QuerySet:
        """Keep the schools in the lot, in any lot, or in none, today."""
        today = Membership.objects.on(timezone.localdate()).filter(school=OuterRef("pk"))
        if value == "none":
            return schools.exclude(Exists(today))
        lots = today if value == "any" else today.filter(lot__number=value)
        return schools.filter(Exists(lots))


class Children(django_filters.FilterSet):
    """Children by their reference."""

    reference = django_filters.CharFilter(label="Reference", lookup_expr="istartswith")

    class Meta:
        model = Child
        fields = ("reference",)
        form = GovukFilters

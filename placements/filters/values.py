"""What the list of the values of arrangements can be narrowed by."""

from __future__ import annotations

import django_filters
from django.db.models import F, QuerySet

from contracts.models import ValueBasis, Vehicle, VehicleKind
from nmiss.base.core.forms import GovukFilters, Narrowing
from placements.reports.vehicle_value import LIMITS


class VehicleValues(Narrowing):
    """Arrangements by kind, by what their value counts, and by how much of it is used."""

    kind = django_filters.ChoiceFilter(label="Kind", choices=VehicleKind, empty_label="Any kind")
    value_basis = django_filters.ChoiceFilter(
        label="Basis of the value", choices=ValueBasis, empty_label="Any basis"
    )
    reached = django_filters.ChoiceFilter(
        label="Spent, committed and forecast",
        choices=[(str(limit), f"{limit}% of the value or more") for limit in LIMITS],
        method="by_share",
        empty_label="Any share",
    )

    class Meta:
        model = Vehicle
        fields = ("kind", "value_basis", "reached")
        form = GovukFilters

    def by_share(self, vehicles: QuerySet, name: str, value: str) -> QuerySet:
        counted = vehicles.filter(value_basis=ValueBasis.TOTAL, advertised_value__gt=0)
        return counted.filter(total__gte=F("advertised_value") * int(value) / 100)

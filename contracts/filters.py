"""What the list of applications can be narrowed by."""

from __future__ import annotations

import django_filters

from contracts.models import Application, Round, Status
from nmiss.core.forms import GovukFilters

STANDINGS = [(status.value, status.label) for status in Status if status != Status.DRAFT]


class Applications(django_filters.FilterSet):
    """By status and by round."""

    status = django_filters.ChoiceFilter(
        label="Status", choices=STANDINGS, empty_label="Any status"
    )
    round = django_filters.ModelChoiceFilter(
        label="Round",
        queryset=Round.objects.select_related("vehicle").newest_first(),
        empty_label="Any round",
    )

    class Meta:
        model = Application
        fields = ("status", "round")
        form = GovukFilters

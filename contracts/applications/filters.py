"""What lists of applications can be narrowed by."""

from __future__ import annotations

import django_filters

from contracts.applications.models import Application, Status
from contracts.arrangements.models import Round
from nmiss.base.core.forms import GovukFilters, Narrowing

STANDINGS = [(status.value, status.label) for status in Status if status != Status.DRAFT]


class OfRound(Narrowing):
    """By round."""

    round = django_filters.ModelChoiceFilter(
        label="Round",
        queryset=Round.objects.select_related("vehicle").newest_first(),
        empty_label="Any round",
    )

    class Meta:
        model = Application
        fields = ("round",)
        form = GovukFilters


class Applications(OfRound):
    """By status and by round."""

    status = django_filters.ChoiceFilter(
        label="Status", choices=STANDINGS, empty_label="Any status"
    )

    class Meta:
        model = Application
        fields = ("status", "round")
        form = GovukFilters

"""What the lists of applications and of memberships can be narrowed by."""

from __future__ import annotations

import django_filters
from django.utils import timezone

from contracts.models import Application, Membership, Round, Status
from contracts.models.membership import MembershipQuerySet
from nmiss.core.forms import GovukFilters, Narrowing

STANDINGS = [(status.value, status.label) for status in Status if status != Status.DRAFT]
STATES = (
    ("admitted", "Admitted"),
    ("suspended", "Suspended"),
    ("planned", "Planned"),
    ("over", "Over"),
)


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


class Memberships(Narrowing):
    """By the school's name and by the state today."""

    name = django_filters.CharFilter(
        label="School", field_name="school__name", lookup_expr="icontains"
    )
    state = django_filters.ChoiceFilter(
        label="Status today", choices=STATES, empty_label="Any status", method="in_state"
    )

    class Meta:
        model = Membership
        fields = ()
        form = GovukFilters

    def in_state(self, rows: MembershipQuerySet, name: str, state: str) -> MembershipQuerySet:
        return rows.in_state(state, on=timezone.localdate())

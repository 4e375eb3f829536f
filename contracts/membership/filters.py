"""What the list of memberships can be narrowed by."""

from __future__ import annotations

import django_filters
from django.utils import timezone

from contracts.membership.models import Membership
from contracts.membership.models.membership_rows import MembershipQuerySet
from nmiss.base.core.forms import GovukFilters, Narrowing

STATES = (
    ("admitted", "Admitted"),
    ("suspended", "Suspended"),
    ("planned", "Planned"),
    ("over", "Over"),
)


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

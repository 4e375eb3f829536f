"""What lists of providers' people can be narrowed by."""

from __future__ import annotations

import django_filters

from nmiss.base.core.forms import GovukFilters, Narrowing
from nmiss.base.core.number_fields import WholeNumberField
from providers.models import ProviderMember


class NumberFilter(django_filters.Filter):
    """By the number of a row, as an address of ours names it."""

    field_class = WholeNumberField


class ProviderPeople(Narrowing):
    """Those of one provider, by its number."""

    provider = NumberFilter()

    class Meta:
        model = ProviderMember
        fields = ("provider",)
        form = GovukFilters

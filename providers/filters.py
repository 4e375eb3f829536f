"""What lists of providers' people can be narrowed by."""

from __future__ import annotations

import django_filters

from nmiss.core.forms import GovukFilters, Narrowing
from providers.models import ProviderMember


class ProviderPeople(Narrowing):
    """Those of one provider, by its number."""

    provider = django_filters.NumberFilter()

    class Meta:
        model = ProviderMember
        fields = ("provider",)
        form = GovukFilters

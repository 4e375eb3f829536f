"""What lists of providers' people can be narrowed by."""

from __future__ import annotations

import django_filters

from providers.models import ProviderMember


class ProviderPeople(django_filters.FilterSet):
    """Those of one provider, by its number."""

    provider = django_filters.NumberFilter()

    class Meta:
        model = ProviderMember
        fields = ("provider",)

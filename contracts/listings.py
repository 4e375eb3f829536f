"""Providers to take away, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.accounts.models import Role, User
from nmiss.files.listings import Column, Listing
from providers.models import Provider


def _providers(user: User, query: Mapping[str, str]) -> QuerySet:
    return Provider.objects.visible_to(user).with_school_count().by_name()


PROVIDERS = Listing(
    name="providers",
    title="Providers",
    roles=Role.with_cases(),
    rows=_providers,
    columns=(
        Column("Provider", "The legal entity that runs schools", lambda p: p.name),
        Column("Company number", "At Companies House, where given", lambda p: p.company_number),
        Column("Schools", "How many schools it runs", lambda p: p.school_count),
    ),
)

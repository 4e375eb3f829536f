"""Providers to take away, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from contracts import filters
from contracts.models import Application
from contracts.permissions.evaluating import READERS
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


def _applications(user: User, query: Mapping[str, str]) -> QuerySet:
    applications = Application.objects.visible_to(user).with_parties()
    return filters.Applications(query, queryset=applications).qs.order_by("-received_at", "-pk")


APPLICATIONS = Listing(
    name="applications",
    title="Applications",
    roles=READERS,
    rows=_applications,
    columns=(
        Column("Reference", "What people call it", lambda a: a.reference),
        Column("Provider", "Who applies", lambda a: a.provider.name),
        Column("Received", "When, in London", lambda a: a.received_at),
        Column("Round", "In which it is evaluated", lambda a: a.round and a.round.number),
        Column("Status", "Where it stands", lambda a: a.get_status_display()),
        Column("Opened", "When two officers had opened it", lambda a: a.opened_at),
    ),
)

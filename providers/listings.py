"""A provider's people to take away, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet

from nmiss.base.accounts.models import Role, User
from nmiss.base.core.forms import rows_as_asked
from nmiss.base.core.lists import Column, List
from providers import filters
from providers.models import ProviderMember


def _people(user: User, query: Mapping[str, str]) -> QuerySet:
    members = ProviderMember.objects.visible_to(user).select_related("user", "provider")
    return rows_as_asked(filters.ProviderPeople(query, queryset=members)).by_name()


PROVIDER_PEOPLE = List(
    name="provider-people",
    title="People of providers",
    roles=(*Role.with_cases(), Role.PROVIDER),
    rows=_people,
    columns=(
        Column("Provider", "For whom they may act", lambda m: m.provider.name),
        Column("Name", "As they are called here", lambda m: m.user.name),
        Column("Email address", "With which they sign in", lambda m: m.user.email),
        Column("May act as", "Owner, editor or viewer", lambda m: m.get_role_display()),
        Column("State", "Invited, active or closed", lambda m: m.user.standing),
        Column("Last sign-in", "When, in London", lambda m: m.user.last_login),
    ),
)

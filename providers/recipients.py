"""Who is written to at a provider: people who can sign in, each once, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from nmiss.base.accounts.models import User
from providers.models import Provider, ProviderMember, ProviderRole


def people_of(members: QuerySet[ProviderMember]) -> list[User]:
    """The people of these memberships."""
    people = User.objects.filter(pk__in=members.values("user"), is_active=True)
    return list(people.order_by("email"))


def owners_of(provider: Provider) -> list[User]:
    """Its owners."""
    return people_of(provider.owners())


def writers_of(*providers: int) -> list[User]:
    """Those who write in the name of these providers, by their numbers."""
    roles = ProviderRole.writers()
    return people_of(ProviderMember.objects.filter(provider__in=providers, role__in=roles))


def told_of_changes(provider: Provider) -> list[User]:
    """Its owners; where there is none, everybody else who acts for it."""
    return owners_of(provider) or people_of(provider.members.all())


def by_provider(
    providers: Iterable[int], *, roles: Iterable[ProviderRole]
) -> dict[int, list[User]]:
    """The people in these roles of each of many providers, by its number."""
    found: dict[int, list[User]] = {number: [] for number in providers}
    members = ProviderMember.objects.filter(
        provider__in=found, role__in=list(roles), user__is_active=True
    )
    for member in members.select_related("user").order_by("user__email"):
        found[member.provider_id].append(member.user)
    return found

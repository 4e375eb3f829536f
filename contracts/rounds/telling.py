"""Who is told of rounds: addresses, each once, in a fixed order."""

from __future__ import annotations

import datetime

from contracts.models import Application, Membership, RoundWatch, Status, Vehicle
from nmiss.accounts.models import Role, User
from providers.models import ProviderMember, ProviderRole

WHO_ACTS = (ProviderRole.OWNER, ProviderRole.EDITOR)


def of_openings(vehicle: Vehicle, *, on: datetime.date) -> list[str]:
    """Owners and editors of providers with a school in the vehicle that day, and who asked."""
    members = Membership.objects.on(on).filter(lot__vehicle=vehicle)
    return _addresses(
        set(_people(members.values("provider")))
        | set(_active(RoundWatch.objects.filter(vehicle=vehicle).values("user")))
    )


def told_anyway(person: User, *, on: datetime.date) -> set[int]:
    """The vehicles of whose openings somebody is told as a member, asked or not."""
    acting = ProviderMember.objects.filter(user=person, role__in=WHO_ACTS).values("provider")
    members = Membership.objects.on(on).filter(provider__in=acting)
    return set(members.values_list("lot__vehicle", flat=True))


def of_changes(vehicle: Vehicle, *, on: datetime.date) -> list[str]:
    """Everybody who is told of openings, and who has an application under way."""
    under_way = Application.objects.filter(
        vehicle=vehicle, status__in=[Status.DRAFT, Status.RECEIVED]
    )
    return _addresses({*of_openings(vehicle, on=on), *_people(under_way.values("provider"))})


def of_provider(provider: int) -> list[str]:
    """Those who act for one provider."""
    return _addresses(set(_people([provider])))


def of_commissioning() -> list[str]:
    """The officers and managers."""
    people = User.objects.filter(role__in=[Role.OFFICER, Role.MANAGER], is_active=True)
    return _addresses(set(people.values_list("email", flat=True)))


def _people(providers: object) -> list[str]:
    members = ProviderMember.objects.filter(
        provider__in=providers, role__in=WHO_ACTS, user__is_active=True
    )
    return list(members.values_list("user__email", flat=True))


def _active(users: object) -> list[str]:
    return list(User.objects.filter(pk__in=users, is_active=True).values_list("email", flat=True))


def _addresses(found: set[str]) -> list[str]:
    return sorted(found)

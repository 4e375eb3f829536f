"""Who is told of rounds: addresses, each once, in a fixed order."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from contracts.arrangements import signals
from contracts.arrangements.models import RoundWatch, Vehicle
from nmiss.base.accounts.models import Role, User
from providers.models import ProviderMember, ProviderRole

WHO_ACTS = (ProviderRole.OWNER, ProviderRole.EDITOR)


def of_openings(vehicle: Vehicle, *, on: datetime.date) -> list[str]:
    """Owners and editors of providers with a school in the vehicle that day, and who asked."""
    watching = RoundWatch.objects.filter(vehicle=vehicle).values("user")
    asked = User.objects.filter(pk__in=watching, is_active=True).values_list("email", flat=True)
    members = signals.answers(signals.members, vehicle, on=on)
    return sorted({*asked, *_who_act_for(members)})


def of_changes(vehicle: Vehicle, *, on: datetime.date) -> list[str]:
    """Everybody who is told of openings, and who has an application under way."""
    under_way = signals.answers(signals.applicants, vehicle)
    return sorted({*of_openings(vehicle, on=on), *_who_act_for(under_way)})


def of_provider(provider: int) -> list[str]:
    """Those who act for one provider."""
    return sorted(set(_who_act_for([provider])))


def of_commissioning() -> list[str]:
    """The officers and managers."""
    people = User.objects.filter(role__in=[Role.OFFICER, Role.MANAGER], is_active=True)
    return sorted(set(people.values_list("email", flat=True)))


def _who_act_for(providers: Iterable[int]) -> Iterable[str]:
    people = ProviderMember.objects.filter(
        provider__in=providers, role__in=WHO_ACTS, user__is_active=True
    )
    return people.values_list("user__email", flat=True)

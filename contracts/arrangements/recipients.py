"""Who is told of rounds: people who can sign in, each once, in a fixed order."""

from __future__ import annotations

import datetime

from contracts.arrangements import signals
from contracts.arrangements.models import RoundWatch, Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.once import once_a_page
from providers.recipients import writers_of


def of_openings(vehicle: Vehicle, *, on: datetime.date) -> list[User]:
    """Who writes for providers with a school in the vehicle that day, and who asked."""
    return _and_who_asked(vehicle, signals.answers(signals.members, vehicle, on=on))


def of_changes(vehicle: Vehicle, *, on: datetime.date) -> list[User]:
    """Everybody who is told of openings, and who has an application under way."""
    members = signals.answers(signals.members, vehicle, on=on)
    under_way = signals.answers(signals.applicants, vehicle)
    return _and_who_asked(vehicle, members | under_way)


@once_a_page
def of_commissioning() -> list[User]:
    """The officers and managers."""
    return list(User.objects.in_roles(Role.OFFICER, Role.MANAGER))


def _and_who_asked(vehicle: Vehicle, providers: set[int]) -> list[User]:
    watching = RoundWatch.objects.filter(vehicle=vehicle).values("user")
    asked = User.objects.filter(pk__in=watching, is_active=True)
    people = {person.email: person for person in (*asked, *writers_of(*providers))}
    return [people[email] for email in sorted(people)]

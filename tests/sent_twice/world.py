"""What stands in the hub before a form is sent twice: as for the access table, but for good."""

import contextlib
from dataclasses import dataclass, field
from importlib import import_module

from django.urls import reverse

from contracts.models import Membership
from nmiss.base.accounts.models import Role, User
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin, take_in_a_row_of_each
from tests.factories.providers import ProviderMemberFactory


@dataclass
class World:
    """Who there is, and what the addresses name."""

    people: dict = field(default_factory=dict)
    named: dict = field(default_factory=dict)

    def __getattr__(self, name):
        with contextlib.suppress(KeyError):
            return User.objects.get(pk=self.people[name])
        raise AttributeError(name)

    def __getitem__(self, name):
        return self.named[name]

    def path(self, address, *arguments, **query):
        """The address of what is named; arguments by name, or as they are."""
        values = [self.named.get(each, each) for each in arguments]
        asked = "&".join(f"{key}={self.named.get(each, each)}" for key, each in query.items())
        return reverse(address, args=values) + (f"?{asked}" if asked else "")


def build(part, folder):
    """Fill the database for a part; return what there is by its numbers."""
    take_in_a_row_of_each(folder)
    provider = Membership.objects.get().provider
    people = {role.value: UserFactory(role=role) for role in Role.of_the_council()}
    people |= {
        role: ProviderMemberFactory(provider=provider, role=role).user
        for role in ("owner", "editor", "viewer")
    }
    people["somebody"] = UserFactory()
    named = {"provider": provider.pk, "somebody": people["somebody"].pk}
    named["run"] = begin("schools", by=people["officer"]).pk
    if part != "plain":
        named |= import_module(f"tests.hub.{part}").fill(people, provider)
    return World({name: person.pk for name, person in people.items()}, named)

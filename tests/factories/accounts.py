"""Factories of people."""

from __future__ import annotations

import datetime

import factory

from nmiss.accounts.models import Role, User

PASSWORD = "correct horse battery staple"
JOINED = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC)


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody at the council who has joined."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        invited = factory.Trait(is_active=False, joined_at=None)
        closed = factory.Trait(is_active=False)

    email = factory.Sequence("person{}@council.example".format)
    name = factory.Sequence("Person {}".format)
    role = Role.OFFICER
    is_active = True
    joined_at = JOINED
    password = factory.django.Password(PASSWORD)

"""Factories of schools, providers and their people."""

from __future__ import annotations

import factory
from django.db import connection

from nmiss.base.accounts.models import Role
from nmiss.base.core.ownership import as_owner
from providers.models import (
    LocalAuthority,
    Provider,
    ProviderMember,
    ProviderRole,
    School,
    SchoolNeed,
)
from tests.factories.accounts import UserFactory


class ProviderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Provider

    name = factory.Sequence("Provider {}".format)


class ProviderMemberFactory(factory.django.DjangoModelFactory):
    """An owner; say role= for another."""

    class Meta:
        model = ProviderMember

    provider = factory.SubFactory(ProviderFactory)
    user = factory.SubFactory(UserFactory, role=Role.PROVIDER)
    role = ProviderRole.OWNER

    @classmethod
    def _create(cls, *args, **kwargs):
        """Nobody else makes a member whom nobody invited (``providers.people_sql``)."""
        with as_owner(connection):
            return super()._create(*args, **kwargs)


class LocalAuthorityFactory(factory.django.DjangoModelFactory):
    """The home authority; say code= and name= for another."""

    class Meta:
        model = LocalAuthority
        django_get_or_create = ("code",)

    code = "886"
    name = "Kent"


class SchoolFactory(factory.django.DjangoModelFactory):
    """An open school in Kent, by its place on the grid where at=(easting, northing) says so."""

    class Meta:
        model = School
        exclude = ("at",)
        skip_postgeneration_save = True

    at = (None, None)
    urn = factory.Sequence(lambda number: 910000 + number)
    name = factory.Sequence("School {}".format)
    authority = factory.SubFactory(LocalAuthorityFactory)
    kind = "10"
    easting = factory.LazyAttribute(lambda school: school.at[0])
    northing = factory.LazyAttribute(lambda school: school.at[1])

    @factory.post_generation
    def needs(self, create, extracted, **kwargs):
        for need in extracted or ():
            SchoolNeed.objects.create(school=self, need=need)

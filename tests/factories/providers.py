"""Factories of providers and their people."""

from __future__ import annotations

import factory

from nmiss.accounts.models import Role
from providers.models import Provider, ProviderMember, ProviderRole
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

"""What is done to a provider and its people at once."""

from __future__ import annotations

from django.db import transaction

from nmiss.accounts.actions import invite
from nmiss.accounts.models import Role, User
from providers.models import Provider, ProviderMember


@transaction.atomic
def invite_to(provider: Provider, *, email: str, name: str, role: str, by: User) -> ProviderMember:
    """Let a person act for a provider, and make them an account if they have none.

    Somebody may work for two providers: then one account serves for both.
    """
    person = User.objects.filter(email=email, role=Role.PROVIDER).first()
    person = person or invite(email=email, name=name, role=Role.PROVIDER, by=by)
    return provider.take_on(person, role=role, by=by)

"""Who may do what with a provider's record. The one place where roles meet providers."""

from __future__ import annotations

from nmiss.accounts.models import Role, User
from providers.models import Provider, ProviderMember, ProviderRole

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def owns_a_provider(user: User) -> bool:
    """Who answers for a provider: what owners must do, nobody else of a provider must."""
    return user.provider_members.filter(role=ProviderRole.OWNER).exists()


def can_see_people(user: User, provider: Provider) -> bool:
    return user.role in Role.with_cases() or provider.members.filter(user=user).exists()


def can_invite_people(user: User, provider: Provider) -> bool:
    return user.role in COMMISSIONING or _owns(user, provider)


def can_invite_again(user: User, member: ProviderMember) -> bool:
    return member.user.standing == "invited" and can_invite_people(user, member.provider)


def can_remove_people(user: User, provider: Provider) -> bool:
    return _owns(user, provider)


def _owns(user: User, provider: Provider) -> bool:
    return provider.members.filter(user=user, role=ProviderRole.OWNER).exists()

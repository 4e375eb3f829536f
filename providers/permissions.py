"""Who may do what with a provider's record. The one place where roles meet providers."""

from __future__ import annotations

from nmiss.base.accounts.models import Role, User
from providers.models import Provider, ProviderMember, ProviderRole, School

COMMISSIONING = (Role.OFFICER, Role.MANAGER)


def owns_a_provider(user: User) -> bool:
    """Who answers for a provider: what owners must do, nobody else of a provider must."""
    return user.provider_members.filter(role=ProviderRole.OWNER).exists()


def can_see_people(user: User, provider: Provider) -> bool:
    return user.role in Role.with_cases() or provider.members.filter(user=user).exists()


def can_invite_people(user: User, provider: Provider) -> bool:
    """Owners, and nobody else: whoever can add people can read what is sealed."""
    return _owns(user, provider)


def can_propose_owner(user: User, provider: Provider) -> bool:
    """The council, where no owner can sign in; a second officer agrees."""
    return user.role in COMMISSIONING and not provider.owners().exists()


def can_vouch(user: User, member: ProviderMember) -> bool:
    """One of the provider's own people, whom the council did not name, for one whom it did."""
    if member.reads_from is None or member.user_id == user.pk:
        return False
    return any(each.may_vouch for each in member.provider.members.filter(user=user))


def can_remove_people(user: User, provider: Provider) -> bool:
    return _owns(user, provider)


def _owns(user: User, provider: Provider) -> bool:
    return provider.members.filter(user=user, role=ProviderRole.OWNER).exists()


def can_report_vacancies(user: User, school: School) -> bool:
    """Who writes in the name of the provider that runs the school."""
    return Provider.objects.written_for_by(user).filter(pk=school.provider_id).exists()


def can_set_vacancy_rules(user: User) -> bool:
    return user.role == Role.MANAGER

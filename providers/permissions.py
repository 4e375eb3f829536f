"""Who may do what with a provider's record, and why not. Where roles meet providers.

``why_not_…`` is one rule a move: the one sentence that its verb raises and its page shows, or
nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from nmiss.base.accounts import permissions as accounts
from nmiss.base.accounts.models import Role, User
from providers.roles import ProviderRole

if TYPE_CHECKING:
    from providers.models import (
        Inspection,
        Provider,
        ProviderInvitation,
        ProviderMember,
        School,
        VacancyReport,
    )

COMMISSIONING = (Role.OFFICER, Role.MANAGER)
_OWNERS_ONLY = "Only an owner of {} invites and removes people."


def owns_a_provider(user: User) -> bool:
    """Who answers for a provider: what owners must do, nobody else of a provider must."""
    return user.provider_members.filter(role=ProviderRole.OWNER).exists()


def can_see_people(user: User, provider: Provider) -> bool:
    return user.role in Role.with_cases() or provider.members.filter(user=user).exists()


def can_invite_people(user: User, provider: Provider) -> bool:
    """Owners, and nobody else: whoever can add people can read what is sealed."""
    return provider.members.filter(user=user, role=ProviderRole.OWNER).exists()


def can_remove_people(user: User, provider: Provider) -> bool:
    return can_invite_people(user, provider)


def can_report_vacancies(user: User, school: School) -> bool:
    """Who writes in the name of the provider that runs the school."""
    if school.provider is None:
        return False
    writers = school.provider.members.filter(role__in=ProviderRole.writers())
    return writers.filter(user=user).exists()


def can_set_vacancy_rules(user: User) -> bool:
    return user.role == Role.MANAGER


# People


def why_not_invite(user: User, provider: Provider, *, more: int = 1) -> str:
    """An owner does, not too often, and not too many who have not answered."""
    if not can_invite_people(user, provider):
        return _OWNERS_ONLY.format(provider)
    return why_not_send(user, provider, more=more)


def why_not_send(user: User, provider: Provider, *, more: int = 1) -> str:
    """Too many invitations in a day, or too many that wait, by whoever sends them."""
    if why_not := accounts.why_not_invite(user, "invite_to"):
        return why_not
    if provider.invitations.open().count() + more > settings.INVITATIONS_OPEN:
        return (
            f"{settings.INVITATIONS_OPEN} invitations have not been answered. "
            "Remove one before you send another."
        )
    return ""


def why_not_end_invitation(user: User, invitation: ProviderInvitation) -> str:
    may = can_invite_people(user, invitation.provider)
    return "" if may else _OWNERS_ONLY.format(invitation.provider)


def why_not_answer(user: User, invitation: ProviderInvitation) -> str:
    """Whoever was invited, as long as it waits."""
    if invitation.is_waiting(timezone.now()) and user.email == invitation.email:
        return ""
    return "This invitation no longer counts. Ask whoever invited you for a new one."


def why_not_accept(user: User, invitation: ProviderInvitation) -> str:
    """Whom the council named is the first owner, or none."""
    if why_not := why_not_answer(user, invitation):
        return why_not
    if invitation.named_in_id and invitation.provider.owners().exists():
        return f"{invitation.provider} has an owner now. Ask them to invite you."
    return ""


def why_not_propose_owner(user: User, provider: Provider) -> str:
    """The council, where no owner can sign in; a second officer agrees."""
    if user.role not in COMMISSIONING:
        return "Only officers and managers propose an owner."
    return why_not_name_owner(provider)


def why_not_name_owner(provider: Provider) -> str:
    """Why the council names no owner of a provider."""
    has_one = provider.owners().exists()
    return f"{provider} has an owner who can sign in. Only an owner adds people now." * has_one


def why_not_vouch(user: User, member: ProviderMember) -> str:
    """One of the provider's own people, whom the council did not name, for one whom it did."""
    if member.reads_from is None:
        return f"{member.user} can read earlier applications already."
    own = member.provider.members.filter(user=user)
    if member.user_id == user.pk or not any(each.may_vouch for each in own):
        return f"Only someone who acted for {member.provider} before can do this."
    return ""


def why_not_let_go(user: User, member: ProviderMember) -> str:
    """The last owner who can sign in stays."""
    if not can_remove_people(user, member.provider):
        return _OWNERS_ONLY.format(member.provider)
    is_last = not member.provider.owners().exclude(pk=member.pk).exists()
    return "A provider needs an owner who can sign in. Invite another first." * is_last


# What a provider keeps up


def why_not_replace(asked: Collection[int], current: Collection[int]) -> str:
    """A document takes the place of others that are ``current`` still."""
    were_replaced = set(asked) - set(current)
    return "Another document has taken its place already." if were_replaced else ""


def why_not_report_vacancies(user: User, school: School) -> str:
    may = can_report_vacancies(user, school)
    return "" if may else f"Only owners and editors of its provider report vacancies of {school}."


def why_not_repeat(user: User, report: VacancyReport) -> str:
    """Nobody says of figures that they are unchanged once there are others."""
    if why_not := why_not_report_vacancies(user, report.school):
        return why_not
    if report.school.vacancy_reports.newest_first().first() != report:
        return "This school has reported its vacancies since. Check the figures below."
    return ""


# Inspections


def can_record_inspections(user: User) -> bool:
    return user.role in COMMISSIONING


def why_not_record_inspection(user: User) -> str:
    return "" if can_record_inspections(user) else "Only officers and managers record inspections."


def can_read_inspections(user: User) -> bool:
    """Who is asked to read a new report: the council’s people who place and commission."""
    return user.role in (*COMMISSIONING, Role.PLACEMENTS)


def why_not_read_inspection(user: User) -> str:
    may = can_read_inspections(user)
    return "" if may else "Officers, managers and placement officers mark inspections as read."


def why_not_record_again(is_on_record: bool) -> str:
    """Of a school, a framework, a kind and a day there is one inspection."""
    return "This inspection is on record already. Void it first to correct it." * is_on_record


def why_not_void_inspection(inspection: Inspection) -> str:
    return "This inspection is voided already." * inspection.is_voided

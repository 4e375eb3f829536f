"""Who may release, sign, suspend and remove. The one place where roles meet memberships."""

from __future__ import annotations

from django.utils import timezone

from contracts.arrangements.permissions import COMMISSIONING
from contracts.membership.models import Agreement, AgreementStatus, Membership
from nmiss.base.accounts.models import User
from providers.models import Provider, ProviderRole


def can_release(user: User) -> bool:
    return user.role in COMMISSIONING


def can_sign(user: User, agreement: Agreement) -> bool:
    return not not_now_to_sign(agreement) and owns(user, agreement.provider)


def not_now_to_sign(agreement: Agreement) -> str:
    """Why its owners neither sign nor decline it now."""
    if agreement.status == AgreementStatus.OFFERED:
        return ""
    if agreement.status == AgreementStatus.SIGNED:
        return "You have signed it. The council signs next."
    return f"The agreement is {agreement.get_status_display().lower()}: nobody signs it any more."


def can_countersign(user: User) -> bool:
    return user.role in COMMISSIONING


def can_withdraw_offer(user: User, agreement: Agreement) -> bool:
    return user.role in COMMISSIONING and agreement.allows("withdraw")


def can_offer_again(user: User, agreement: Agreement) -> bool:
    """Where it came to nothing, and no other of its application stands."""
    if user.role not in COMMISSIONING or agreement.status not in AgreementStatus.taken_back():
        return False
    return not agreement.application.agreements.standing().exists()


def can_suspend(user: User, membership: Membership) -> bool:
    return _may_change(user, membership) and membership.open_suspension() is None


def can_reinstate(user: User, membership: Membership) -> bool:
    return _may_change(user, membership) and membership.open_suspension() is not None


def can_remove(user: User, membership: Membership) -> bool:
    return _may_change(user, membership) and not membership.leaving


def can_exit(user: User, membership: Membership) -> bool:
    """The provider's owner says so; an officer writes down what came by letter."""
    if user.is_provider:
        return owns(user, membership.provider) and not _is_over(membership)
    return can_remove(user, membership)


def can_ask_to_renew(user: User, membership: Membership) -> bool:
    """Commissioning, of a member that was not asked already."""
    if not _may_change(user, membership) or membership.admitted_on > timezone.localdate():
        return False
    return not membership.provider.renewals.waiting().of_vehicle(membership.lot.vehicle_id).exists()


def can_read_changes(user: User) -> bool:
    """Who reads what has changed, and decides what follows."""
    return user.role in COMMISSIONING


def can_ask_for_document(user: User) -> bool:
    return user.role in COMMISSIONING


def owns(user: User, provider: Provider) -> bool:
    return provider.members.filter(user=user, role=ProviderRole.OWNER).exists()


def edits(user: User, provider: Provider) -> bool:
    roles = [ProviderRole.OWNER, ProviderRole.EDITOR]
    return provider.members.filter(user=user, role__in=roles).exists()


def _may_change(user: User, membership: Membership) -> bool:
    return user.role in COMMISSIONING and not membership.has_ended(timezone.localdate())


def _is_over(membership: Membership) -> bool:
    return bool(membership.leaving) or membership.has_ended(timezone.localdate())

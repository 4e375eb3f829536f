"""What is done to a provider and its people at once; every owner is told of each change."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nmiss.base.accounts import actions as accounts
from nmiss.base.accounts.models import Invitation, Proposal, Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.letterbox import Addressee, tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from providers import permissions
from providers.models import Provider, ProviderInvitation, ProviderMember
from providers.recipients import told_of_changes

CHANGED = "providers/people_changed"


@in_person
def invite_to(
    provider: Provider, *, email: str, name: str, role: str, by: User
) -> ProviderInvitation:
    """Ask somebody to act for a provider. Until they accept they do not, whoever they are.

    Nothing here tells the inviter whether the address has an account.
    """
    stop_if(permissions.why_not_invite(by, provider))
    return ask_to_act(provider, email=email, name=name, role=role, by=by)


@transaction.atomic
def ask_to_act(
    provider: Provider,
    *,
    email: str,
    name: str,
    role: str,
    by: User,
    named_in: Proposal | None = None,
) -> ProviderInvitation:
    """The same; the transaction acts for who invites, or for who agrees to ``named_in``."""
    now = timezone.now()
    stop_if(permissions.why_not_send(by, provider))
    inviter = provider.members.filter(user=by).first()
    invitation = ProviderInvitation.objects.create(
        provider=provider,
        email=email.strip().lower(),
        name=name,
        role=role,
        invited_by=by,
        named_in=named_in,
        reads_from=now if named_in else inviter and inviter.reads_from,
        expires_at=now + datetime.timedelta(days=settings.INVITATION_DAYS),
    )
    AuditEvent.record("invite_to", invitation, by=by, role=role)
    _deliver(invitation, by=by)
    change = f"{by} has invited {name} to act for {provider} as {invitation.get_role_display()}."
    tell(told_of_changes(provider), CHANGED, about=provider, change=change)
    return invitation


@in_person
def invite_again(invitation: ProviderInvitation, *, by: User) -> None:
    """Send it once more; an earlier link stops working."""
    now = timezone.now()
    stop_if(permissions.why_not_invite(by, invitation.provider, more=0))
    invitation.invited_by, invitation.sent_at = by, now
    invitation.expires_at = now + datetime.timedelta(days=settings.INVITATION_DAYS)
    invitation.save()
    AuditEvent.record("invite_to", invitation, by=by, role=invitation.role)
    _deliver(invitation, by=by)


def _deliver(invitation: ProviderInvitation, *, by: User) -> None:
    """Write to the person as it is with them; each gets one email."""
    of_mailbox = User.objects.at_mailbox_of(invitation.email)
    person = User.objects.filter(email=invitation.email).first()
    if of_mailbox.exclude(role=Role.PROVIDER).exists() or (person and person.standing == "closed"):
        addressee = Addressee(invitation.email)
        tell([addressee], "providers/cannot_be_invited", about=invitation)
    elif person is None:
        accounts.make_account(
            email=invitation.email, name=invitation.name, role=Role.PROVIDER, by=by
        )
    elif person.standing == "invited":
        Invitation.send(person, by=by)
    else:
        days = settings.INVITATION_DAYS
        tell([person], "providers/invited", about=invitation, days=days)


@in_person
def accept(invitation: ProviderInvitation, *, by: User) -> ProviderMember:
    """Act for the provider, and have its owners told."""
    member = invitation.accept(by=by)
    provider = invitation.provider
    change = f"{by} now acts for {provider} as {member.get_role_display()}."
    tell(told_of_changes(provider), CHANGED, about=provider, change=change)
    return member


@in_person
def end_invitation(invitation: ProviderInvitation, *, by: User) -> None:
    """Remove somebody who was invited: the invitation ends."""
    invitation.remove(by=by)
    change = f"{by} has removed the invitation of {invitation.name} to {invitation.provider}."
    provider = invitation.provider
    tell(told_of_changes(provider), CHANGED, about=provider, change=change)


@in_person
def remove(member: ProviderMember, *, by: User) -> None:
    """End somebody's part in a provider, and tell its owners and whoever it was."""
    provider, to = member.provider, told_of_changes(member.provider)
    provider.let_go(member, by=by)
    change = f"{by} has removed {member.user} from {provider}."
    tell(to, CHANGED, about=provider, change=change)


@in_person
def vouch(member: ProviderMember, *, by: User) -> None:
    """Let somebody whom the council named read earlier applications, and tell the owners."""
    member.vouch(by=by)
    change = f"{by} lets {member.user} read applications that {member.provider} began before."
    provider = member.provider
    tell(told_of_changes(provider), CHANGED, about=provider, change=change)

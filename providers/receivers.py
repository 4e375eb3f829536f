"""What providers do when something happens to an account."""

from __future__ import annotations

from django.utils import timezone

from nmiss.base.accounts.models import Invitation, User
from nmiss.base.accounts.signals import joined
from providers import actions
from providers.models import ProviderInvitation


def act_for_who_invited(sender: type, *, person: User, invitation: Invitation, **_: object) -> None:
    """Whoever sets a first password by a link says yes to the provider that had it sent.

    Others that wait for the same person are answered on a page of their own.
    """
    waiting = ProviderInvitation.objects.waiting(timezone.now()).for_person(person)
    found = waiting.filter(invited_by=invitation.invited_by).order_by("-sent_at", "-pk").first()
    if found:
        actions.accept(found, by=person)


def connect() -> None:
    joined.connect(act_for_who_invited, dispatch_uid="providers.act_for_who_invited")

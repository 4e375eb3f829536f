"""Invitations: the only way in. A link by email, used once, gone after some days."""

from __future__ import annotations

import datetime
import hashlib
import secrets
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from nmiss.base.accounts.models.user import User
from nmiss.base.accounts.signals import joined
from nmiss.base.core.acting import acting_for
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.models import AuditEvent


class Spent(Exception):
    """The invitation has been used, replaced or has expired."""


def digest_of(token: str) -> str:
    """What is kept of a link's secret: enough to know it again, too little to make it."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def open_at(self, now: datetime.datetime) -> Self:
        """Those that could still be accepted."""
        return self.filter(accepted_at=None, expires_at__gt=now)

    def with_token(self, token: str) -> Self:
        return self.filter(digest=digest_of(token)).select_related("user", "invited_by")

    def newest_first(self) -> Self:
        return self.order_by("-sent_at", "-pk")


@tracked(exclude=["digest"])
class Invitation(models.Model):
    """A link that lets one person set a password, once, until it expires."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Invitation of {self.user}"

    @classmethod
    @transaction.atomic
    def send(cls, user: User, *, by: User | None) -> str:
        """Email a new link to somebody who has not joined; earlier links stop working.

        Returns the link's secret, which is kept nowhere else.
        """
        token, now = secrets.token_urlsafe(32), timezone.now()
        cls.objects.filter(user=user).open_at(now).update(expires_at=now)
        cls.objects.create(
            user=user,
            digest=digest_of(token),
            invited_by=by,
            sent_at=now,
            expires_at=now + datetime.timedelta(days=settings.INVITATION_DAYS),
        )
        days = settings.INVITATION_DAYS
        tell([user], "accounts/invited", token=token, inviter=by, days=days)
        AuditEvent.record("invite", user, by=by, role=user.role)
        return token

    @classmethod
    @transaction.atomic
    def withdraw(cls, user: User, *, by: User) -> None:
        """Let no link of this person work any more."""
        now = timezone.now()
        cls.objects.filter(user=user).open_at(now).update(expires_at=now)
        AuditEvent.record("withdraw_invitation", user, by=by)

    # Questions

    def is_open_at(self, now: datetime.datetime) -> bool:
        return self.accepted_at is None and now < self.expires_at

    # Verbs

    def accept(self, *, password: str) -> User:
        """Open the account of the person invited; raises Spent if the link no longer counts.

        Whoever has the link is that person: it went to their address, and is kept nowhere.
        """
        with acting_for(self.user):
            return self._accept(password)

    def _accept(self, password: str) -> User:
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)
        now = timezone.now()
        if not self.is_open_at(now):
            raise Spent
        self.accepted_at = now
        self.save()
        self.user.join(password=password)
        AuditEvent.record("accept_invitation", self.user, by=self.user)
        joined.send(type(self), person=self.user, invitation=self)
        return self.user

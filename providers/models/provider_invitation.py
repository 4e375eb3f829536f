"""Invitations to act for a provider: nobody belongs to one without their own consent.

Whether the address has an account is not told: the inviter sees an invitation that waits, and the
person answers it, with a first password or signed in.
"""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.base.accounts.models import Invitation, Proposal, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.names import is_of_somebody, safe_name
from providers import permissions
from providers.models.provider import Provider, ProviderMember
from providers.roles import ProviderRole


class ProviderInvitationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Those of the providers that this person sees."""
        return self.filter(provider__in=Provider.objects.visible_to(user))

    def waiting(self, now: datetime.datetime) -> Self:
        """Those that can be accepted."""
        return self.filter(ended_at=None, expires_at__gt=now)

    def open(self) -> Self:
        """Those that nobody has answered or ended, run out or not."""
        return self.filter(ended_at=None)

    def for_person(self, user: User) -> Self:
        """Those that were sent to this person's address."""
        return self.filter(email=user.email) if user.is_provider else self.none()

    def with_people(self) -> Self:
        return self.select_related("provider", "invited_by")

    def by_name(self) -> Self:
        return self.order_by("name", "pk")


@tracked()
class ProviderInvitation(models.Model):
    """An invitation to act for a provider, by name, address and role as the inviter gave them.

    ``reads_from`` becomes the member's (``ProviderMember``). ``named_in``: the proposal by which
    two officers named an owner where there was none.
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="invitations")
    email = models.EmailField()
    name = models.CharField(max_length=200, validators=[is_of_somebody])
    role = models.CharField(max_length=10, choices=ProviderRole)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    named_in = models.ForeignKey(Proposal, null=True, on_delete=models.PROTECT, related_name="+")
    reads_from = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_how = models.CharField(max_length=10, blank=True, editable=False)

    objects = ProviderInvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("role", ProviderRole),
            safe_name(),
            models.CheckConstraint(
                name="providers_providerinvitation_ended_agrees",
                condition=Q(ended_at=None, ended_how="")
                | Q(ended_at__isnull=False, ended_how__in=["accepted", "declined", "removed"]),
            ),
            models.UniqueConstraint(
                fields=["provider", "email"],
                condition=Q(ended_at=None),
                name="providers_providerinvitation_one_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation of {self.name} to {self.provider}"

    # Questions

    def is_waiting(self, now: datetime.datetime) -> bool:
        return self.ended_at is None and now < self.expires_at

    @property
    def standing(self) -> str:
        return "invited" if self.is_waiting(timezone.now()) else "expired"

    # Verbs

    @in_person
    def accept(self, *, by: User) -> ProviderMember:
        """Act for the provider from now on."""
        Provider.objects.select_for_update(of=("self",)).get(pk=self.provider_id)
        self._lock()
        stop_if(permissions.why_not_accept(by, self))
        self._end("accepted")
        return self.provider.take_on(
            by, role=self.role, by=by, named_in=self.named_in, reads_from=self.reads_from
        )

    @in_person
    def decline(self, *, by: User) -> None:
        """Answer no."""
        self._lock()
        stop_if(permissions.why_not_answer(by, self))
        self._end("declined")
        AuditEvent.record("decline", self, by=by)

    @in_person
    def remove(self, *, by: User) -> None:
        """End it: its link opens nothing any more, unless another provider's waits as well."""
        stop_if(permissions.why_not_end_invitation(by, self))
        self._end("removed")
        AuditEvent.record("withdraw", self, by=by)
        person = User.objects.filter(email=self.email, joined_at=None).first()
        waiting = type(self).objects.open().filter(email=self.email)
        if person and not waiting.exists():
            Invitation.withdraw(person, by=by)

    def _lock(self) -> None:
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)

    def _end(self, how: str) -> None:
        self.ended_at, self.ended_how = timezone.now(), how
        self.save()

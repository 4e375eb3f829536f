"""Mail that did not arrive."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.base.core.history import tracked
from nmiss.base.core.models.audit_event import AuditEvent
from nmiss.base.core.models.outbox_message import OutboxMessage


class BounceQuerySet(models.QuerySet):
    def unsettled(self) -> Self:
        return self.filter(settled_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-noted_at", "-pk")

    def of_roles(self, roles: tuple[str, ...]) -> Self:
        """Of people in these roles; ``""`` stands for those who have no account."""
        return self.filter(recipient_role__in=roles)


@tracked()
class Bounce(models.Model):
    """A mail server said that a message did not reach a recipient; somebody looks into it.

    ``recipient_role`` is what the recipient did here when that came, and decides who looks.
    """

    message = models.ForeignKey(OutboxMessage, on_delete=models.PROTECT, related_name="bounces")
    recipient = models.EmailField()
    recipient_role = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500)
    noted_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, editable=False)
    settled_by_name = models.CharField(max_length=200, blank=True)

    objects = BounceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "recipient"], name="core_bounce_once_a_message"
            ),
            models.CheckConstraint(
                name="core_bounce_settled_by_somebody",
                condition=Q(settled_at=None, settled_by_name="")
                | (Q(settled_at__isnull=False) & ~Q(settled_by_name="")),
            ),
        ]

    def __str__(self) -> str:
        return f"email to {self.recipient}"

    # Verbs

    def settle(self, *, by: Any) -> None:
        """Somebody has seen to it: the address is right now, or the person was asked."""
        self.settled_at, self.settled_by_name = timezone.now(), by.name
        self.save()
        AuditEvent.record("settle_bounce", self, by=by)

"""What must leave the building, and whether it does."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.utils import timezone

from nmiss.base.core.fields import EncryptedJSONField


def new_message_id() -> str:
    """The Message-ID of a message: the same however often it leaves, and not to be guessed."""
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


class OutboxMessageQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(delivered_at=None)

    def due(self, now: Any) -> Self:
        return self.waiting().filter(due_at__lte=now).order_by("due_at", "pk")

    def overdue(self, *, since: datetime.datetime) -> Self:
        """Messages that nobody has tried to deliver, although they were due by then."""
        return self.waiting().filter(due_at__lt=since)

    def is_stuck(self, *, since: datetime.datetime) -> bool:
        """Whether what was written by then has not left, nor has anything written after it.

        One address that its server refuses waits for ever, and is told to administrators; where
        later mail leaves, the mail server is well.
        """
        newest = self.waiting().filter(created_at__lt=since).order_by("-created_at").first()
        return bool(newest) and not self.filter(delivered_at__gt=newest.created_at).exists()


class OutboxMessage(models.Model):
    """Something that must leave the building: written with its cause, delivered after it.

    Its body may hold a link that signs someone in: so it is encrypted, and forgotten once it has
    left. One that leaves twice, since we died before we noted the mail server's yes, has the same
    ``message_id``: mail programs show it once.
    """

    kind = models.CharField(max_length=30)
    payload = EncryptedJSONField()
    message_id = models.CharField(max_length=320, unique=True, default=new_message_id)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(delivered_at=None),
                name="core_outboxmessage_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}, due {self.due_at:%Y-%m-%d %H:%M}"

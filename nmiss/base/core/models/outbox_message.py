"""What must leave the building, and whether it does."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils import timezone

from nmiss.base.core.fields import EncryptedJSONField


def new_message_id() -> str:
    """The Message-ID of a message: the same however often it leaves, and not to be guessed."""
    return f"<{uuid.uuid4()}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


LONGEST_WAIT = datetime.timedelta(hours=6)


class NotifyStatus(models.TextChoices):
    """What GOV.UK Notify says of a message that it has; each value is its own word."""

    CREATED = "created", "With GOV.UK Notify"
    SENDING = "sending", "Sending"
    PENDING = "pending", "Pending"
    DELIVERED = "delivered", "Delivered"
    PERMANENT_FAILURE = "permanent-failure", "Permanent failure"
    TEMPORARY_FAILURE = "temporary-failure", "Temporary failure"
    TECHNICAL_FAILURE = "technical-failure", "Technical failure"
    FORGOTTEN = "forgotten", "Not known"

    @classmethod
    def under_way(cls) -> tuple[NotifyStatus, ...]:
        return cls.CREATED, cls.SENDING, cls.PENDING


class OutboxMessageQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(delivered_at=None)

    def due(self, now: Any) -> Self:
        return self.waiting().filter(due_at__lte=now).order_by("due_at", "pk")

    def about(self, key: str) -> Self:
        """Those about a record, or about one that belongs to it, whose text is kept."""
        return self.filter(about__contains=[key]).order_by("-created_at", "-pk")

    def with_notify(self) -> Self:
        """Those that Notify has, and of which it is not known what became of them."""
        under_way = NotifyStatus.under_way()
        return self.filter(delivered_at__isnull=False, notify_status__in=under_way)

    def with_bounces(self) -> Self:
        return self.prefetch_related("bounces")

    def longest_unasked(self) -> Self:
        return self.order_by(models.F("asked_at").asc(nulls_first=True), "pk")

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
    left; where GOV.UK Notify has it, once that has delivered it. The text of one about a record
    that holds no such link stays (``kept``). One that leaves twice, since we died before we noted
    the mail server's yes, has the same ``message_id``: mail programs show it once.
    """

    kind = models.CharField(max_length=30)
    payload = EncryptedJSONField()
    message_id = models.CharField(max_length=320, unique=True, default=new_message_id)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    due_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    # What GOV.UK Notify calls it, and says of it.
    notify_id = models.CharField(max_length=36, blank=True)
    notify_status = models.CharField(max_length=20, choices=NotifyStatus, blank=True)
    asked_at = models.DateTimeField(null=True)
    # The record that it is about, first, and those to which that belongs; with their text, which
    # whoever sees the record reads (``nmiss.base.core.kept_emails``).
    about = ArrayField(models.CharField(max_length=100), default=list)
    kept = EncryptedJSONField(null=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="core_outboxmessage_status_is_notifys",
                condition=models.Q(notify_status__in=["", *NotifyStatus.values]),
            )
        ]
        indexes = [
            models.Index(
                fields=["asked_at", "id"],
                condition=models.Q(notify_status__in=NotifyStatus.under_way()),
                name="core_outboxmessage_with_notify",
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=models.Q(delivered_at=None),
                name="core_outboxmessage_waiting",
            ),
            GinIndex(fields=["about"], name="core_outboxmessage_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}, due {self.due_at:%Y-%m-%d %H:%M}"

    # Questions

    @property
    def status(self) -> str:
        """How far it has come, in words."""
        if self.delivered_at is None:
            return "Failed, tried again" if self.last_error else "Waiting"
        if self.notify_status:
            return self.get_notify_status_display()
        return "Bounced" if self.bounces.all() else "Sent"

    # Verbs

    def put_off(self, problem: str, *, now: datetime.datetime) -> None:
        """Try again after 1, 2, 4 … minutes, at most every six hours."""
        wait = datetime.timedelta(minutes=2 ** min(self.tries - 1, 12))
        self.last_error, self.due_at = problem, now + min(wait, LONGEST_WAIT)
        self.save()

    def note_sent(self, *, now: datetime.datetime) -> None:
        """It has left, and its text is forgotten."""
        self.delivered_at, self.last_error = now, ""
        self.forget_text()
        self.save()

    def note_taken(self, notify_id: str, *, now: datetime.datetime) -> None:
        """Notify has it; its text is kept until that has delivered it."""
        self.delivered_at, self.last_error = now, ""
        self.notify_id, self.notify_status = notify_id, NotifyStatus.CREATED
        self.save()

    def take_back(self, *, now: datetime.datetime) -> None:
        """Notify could not send it: it waits again, to be handed over anew."""
        self.delivered_at = None
        self.put_off("GOV.UK Notify: technical failure", now=now)

    def forget_text(self) -> None:
        self.payload = {"to": self.payload["to"], "subject": self.payload["subject"]}

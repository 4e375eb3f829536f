"""How often the same was tried: the ledger has a row an hour, and the rest is a number."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from nmiss.base.core.models.audit_event import AuditEvent

if TYPE_CHECKING:
    from nmiss.base.accounts.models import User


class Repetition(models.Model):
    """Attempts of one person at one record, counted from the first of them on for an hour.

    Whoever presses a key a thousand times must not fill the ledger, nor hide in it.
    """

    event = models.OneToOneField(AuditEvent, on_delete=models.PROTECT, related_name="repetition")
    actor_id = models.BigIntegerField()
    verb = models.CharField(max_length=100)
    target_type = models.CharField(max_length=100)
    target_id = models.BigIntegerField()
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["actor_id", "verb", "target_type", "target_id", "hour"],
                name="core_repetition_once_an_hour",
            ),
            models.CheckConstraint(
                name="core_repetition_counts_from_one", condition=Q(count__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb}, {self.count} times"

    # Verbs

    @classmethod
    def record(cls, verb: str, target: models.Model, *, by: User) -> bool:
        """Write down an attempt: on the ledger if it is the first this hour, which is returned."""
        now = timezone.now()
        what = {
            "actor_id": by.pk,
            "verb": verb,
            "target_type": target._meta.label,
            "target_id": target.pk,
            "hour": now.replace(minute=0, second=0, microsecond=0),
        }
        if cls._count(what, now):
            return False
        try:
            with transaction.atomic():
                event = AuditEvent.record(verb, target, by=by)
                cls.objects.create(event=event, last_at=now, **what)
        except IntegrityError:  # another attempt was first
            cls._count(what, now)
            return False
        return True

    @classmethod
    def _count(cls, what: dict[str, object], now: datetime.datetime) -> int:
        return cls.objects.filter(**what).update(count=F("count") + 1, last_at=now)

"""What every application shares: the ledger of business events and the outbox."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from nmiss.core.history import tracked

if TYPE_CHECKING:
    from nmiss.accounts.models import User


# How the ledger says what was done: what happened, before whom or what.
_VERBS = {
    "invite": "invited",
    "accept_invitation": "joined as",
    "withdraw_invitation": "withdrew the invitation of",
    "close": "closed the account of",
    "reopen": "opened again the account of",
    "take_on": "gave somebody a part in",
    "let_go": "ended somebody's part in",
    "import_schools": "imported schools from",
    "import_members": "imported members of the DPS from",
    "import_placements": "imported placements from",
    "import_postcodes": "imported postcodes from",
}


class AuditEventQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> Self:
        return self.filter(target_type=record._meta.label, target_id=record.pk)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


class AuditEvent(models.Model):
    """Something that someone did, kept for good.

    It points at people and records by number and name, not by foreign key, so that a record
    can be erased when its retention ends and the trail remains. The database refuses to
    change or delete a row.
    """

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=100)
    target_type = models.CharField(max_length=100, blank=True)
    target_id = models.BigIntegerField(null=True)
    target_name = models.CharField(max_length=300)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    given = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = AuditEventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id"], name="core_auditevent_target"),
            models.Index(fields=["at", "id"], name="core_auditevent_in_order"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.verb} {self.target_name}"

    # Questions

    @property
    def sentence(self) -> str:
        """What was done, as a person says it: "Ada Lovelace invited Charles Babbage"."""
        words = _VERBS.get(self.verb, self.verb.replace("_", " "))
        return f"{self.actor_name} {words} {self.target_name}"

    # Verbs

    @classmethod
    def record(
        cls,
        verb: str,
        target: models.Model | str,
        *,
        by: User | None,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        **given: Any,
    ) -> Self:
        """Write down who did what to which record, in the transaction that does it.

        ``by`` is None for what the operator or the calendar does. A target that is no record of
        ours, such as a file, is given by its name. Hand over plain values, and nothing of a
        child's identity.
        """
        is_record = isinstance(target, models.Model)
        return cls.objects.create(
            actor_id=by.pk if by else None,
            actor_name=str(by) if by else "The system",
            verb=verb,
            target_type=target._meta.label if is_record else "",
            target_id=target.pk if is_record else None,
            target_name=str(target),
            before=before or {},
            after=after or {},
            given=given,
        )


class OutboxMessageQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(delivered_at=None)

    def due(self, now: Any) -> Self:
        return self.waiting().filter(due_at__lte=now).order_by("due_at", "pk")

    def overdue(self, *, since: datetime.datetime) -> Self:
        """Messages that nobody has tried to deliver, although they were due by then."""
        return self.waiting().filter(due_at__lt=since)


class OutboxMessage(models.Model):
    """Something that must leave the building: written with its cause, delivered after it.

    The body is forgotten once it has left, because it may hold a link that signs someone in.
    """

    kind = models.CharField(max_length=30)
    payload = models.JSONField(encoder=DjangoJSONEncoder)
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


class TickQuerySet(models.QuerySet):
    def since(self, moment: datetime.datetime) -> Self:
        return self.filter(at__gte=moment)


class Tick(models.Model):
    """When something that should go on for ever last did: a row a name."""

    name = models.CharField(max_length=50, unique=True)
    at = models.DateTimeField()

    objects = TickQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d %H:%M:%S}"

    # Verbs

    @classmethod
    def note(cls, name: str, *, at: datetime.datetime) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": at})


@tracked()
class NonWorkingDay(models.Model):
    """A day on which our offices do not work, beside weekends and the bank holidays we know.

    A holiday proclaimed at short notice, or a closure of the council's own.
    """

    day = models.DateField(unique=True)
    reason = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.day}: {self.reason}"

"""What all applications share: the ledger of events, the outbox, the law's numbers, reminders."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from nmiss.core.constraints import InclusiveDays, in_order
from nmiss.core.history import tracked

if TYPE_CHECKING:
    from nmiss.accounts.models import User


# How the ledger says what was done: what happened, before whom or what.
_VERBS = {
    "invite": "invited",
    "accept_invitation": "joined",
    "withdraw_invitation": "withdrew the invitation of",
    "close": "closed the account of",
    "reopen": "opened again the account of",
    "take_on": "gave somebody a part in",
    "let_go": "ended somebody's part in",
    "take_in": "sent in the file",
    "quarantine": "found harmful and shut away",
    "forget": "removed the content of",
    "ask_for": "asked for the",
    "upload": "uploaded the",
    "confirm": "confirmed the",
    "download": "took away the",
    "import_schools": "imported schools from",
    "import_members": "imported members of the DPS from",
    "import_placements": "imported placements from",
    "import_postcodes": "imported postcodes from",
    "start": "began",
    "receive": "submitted",
    "withdraw": "withdrew",
    "open": "opened",
    "contracts.Round.close": "closed",
    "contracts.Round.open": "opened",
    "plan_rounds": "planned rounds of",
    "change": "changed",
    "propose_extension": "proposed to extend",
    "extend": "extended",
    "propose_window": "proposed a recovery window in",
    "agree_window": "agreed to a recovery window in",
    "ask_to_be_told": "asked to be told of rounds of",
    "stop_telling": "asked not to be told of rounds of",
    "establish": "recorded",
    "set_mode": "changed how rounds bind in",
    "publish_document": "published a document of",
    "record_notice": "recorded a notice of",
    "put_question": "wrote a question of",
    "take_out_question": "took a question out of",
    "tell_of_opening": "told providers of the opening of",
    "publish": "published",
    "succeed": "began the successor of",
    "declare_interest": "declared whether there is a conflict of interest in",
    "take_part_in_opening": "took part in opening",
    "check": "checked",
    "assign": "assigned evaluators to",
    "replace": "replaced an evaluator of",
    "score": "scored a question of",
    "moderate": "recorded the agreed score of a question of",
    "nudge": "reminded an evaluator who owes scores:",
    "seal_report": "had the evaluation report written down of",
    "evaluate_now": "decided to evaluate without waiting for its round",
    "prolong": "prolonged the assessment of",
    "recommend": "recommended an outcome of",
    "send_back": "sent back the recommendation on",
    "approve": "approved the outcome of",
    "release": "told the outcome of",
    "save_section": "saved a section of",
    "add_evidence": "added a document to",
    "remove_evidence": "took a document out of",
    "confirm_answers": "confirmed earlier answers of",
    "ask": "asked",
    "answer_question": "answered",
    "ask_for_evidence": "asked for evidence in",
    "answer_evidence_request": "answered",
    "offer": "offered the",
    "sign": "signed the",
    "countersign": "signed for the council the",
    "admit": "admitted",
    "end": "ended the",
    "suspend": "suspended",
    "reinstate": "reinstated",
    "remove": "removed",
    "exit": "wrote down the leaving of",
    "ask_to_renew": "asked for the renewed",
    "renew": "renewed the",
    "check_debarment": "looked on the debarment list for",
    "put_document": "put down the",
    "try_to_read_sealed": "was refused the sealed content of",
}


class AuditEventQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> Self:
        return self.filter(target_type=record._meta.label, target_id=record.pk)

    def but_not(self, verbs: Sequence[str]) -> Self:
        """Without what was done under these verbs."""
        return self.exclude(verb__in=verbs)

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
        own = _VERBS.get(f"{self.target_type}.{self.verb}")
        words = own or _VERBS.get(self.verb, self.verb.replace("_", " "))
        if self.target_name == self.actor_name:
            return f"{self.actor_name} {words}"
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


class LegalParameterQuerySet(models.QuerySet):
    def in_force(self, key: str, *, regime: str, on: datetime.date) -> LegalParameter | None:
        """The parameter of this key and regime on a day; None where the regime sets none."""
        return self.filter(
            Q(valid_to=None) | Q(valid_to__gte=on), key=key, regime=regime, valid_from__lte=on
        ).first()


@tracked()
class LegalParameter(models.Model):
    """A number that the law, or the practice we follow, sets: dated, with its source.

    ``unit`` says what the number counts. Both days count; the last may be unknown.
    """

    key = models.CharField(max_length=50)
    value = models.PositiveIntegerField()
    unit = models.CharField(max_length=30)
    regime = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    meaning = models.CharField(max_length=300)
    source = models.CharField(max_length=300)

    objects = LegalParameterQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("valid_from", "valid_to"),
            ExclusionConstraint(
                name="core_legalparameter_no_overlap",
                expressions=[
                    ("key", RangeOperators.EQUAL),
                    ("regime", RangeOperators.EQUAL),
                    (InclusiveDays("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value} {self.unit}"


class Reminder(models.Model):
    """A reminder that was given: to each recipient once for a subject and a due day.

    What is due is asked of the database again and again; this ledger keeps it from being said
    twice.
    """

    kind = models.CharField(max_length=50)
    subject = models.CharField(max_length=100)
    recipient = models.EmailField()
    due_on = models.DateField()
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject", "recipient", "due_on"], name="core_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject}, due {self.due_on}"

    # Verbs

    @classmethod
    def give_once(
        cls, kind: str, subject: models.Model, *, recipient: str, due_on: datetime.date
    ) -> bool:
        """Put it on the ledger; False where it stands there, so that nobody is told twice."""
        _, is_new = cls.objects.get_or_create(
            kind=kind,
            subject=f"{subject._meta.label} {subject.pk}",
            recipient=recipient,
            due_on=due_on,
        )
        return is_new

"""Reminders that were given."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db import models, transaction
from django.utils import timezone

from nmiss.base.core import locks
from nmiss.base.core.letterbox import Person

REMINDING = 8_860_005


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
        indexes = [models.Index(fields=["subject"], name="core_reminder_by_subject")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject}, due {self.due_on}"

    # Verbs

    @classmethod
    @transaction.atomic
    def give(
        cls,
        kind: str,
        subject: models.Model | None,
        people: Iterable[Person],
        *,
        due_on: datetime.date,
    ) -> list[Person]:
        """Put it on the ledger for each of these people; return those whom nobody told before.

        Two who give at once do so one after the other. Without a subject it is about the day.
        """
        locks.hold(REMINDING)
        same = {"kind": kind, "subject": key_of(subject), "due_on": due_on}
        told = set(cls.objects.filter(**same).values_list("recipient", flat=True))
        new = {person.email: person for person in people if person.email not in told}
        cls.objects.bulk_create(cls(recipient=email, **same) for email in new)
        return list(new.values())


def key_of(subject: models.Model | None) -> str:
    """How the ledger points at a record."""
    return f"{subject._meta.label} {subject.pk}" if subject else "the day"

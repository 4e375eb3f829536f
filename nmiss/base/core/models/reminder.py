"""Reminders that were given."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone


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

"""Outcome letters: what a provider was told of its application, word for word, kept for good."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from contracts.applications.models.application import Application
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from nmiss.base.files.models import StoredFile

# Asked at the end of the transaction: an outcome is told, and its letter is made.
TOLD_BY_A_LETTER = pgtrigger.Trigger(
    name="told_by_a_letter",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Q(new__status="told"),
    func="""
        IF NOT EXISTS (SELECT 1 FROM contracts_outcomeletter WHERE application_id = NEW.id) THEN
            RAISE EXCEPTION 'An outcome is told by a letter.';
        END IF;
        RETURN NULL;
    """,
)
pgtrigger.register(TOLD_BY_A_LETTER)(Application)


class OutcomeLetter(models.Model):
    """The letter as it was told: its blocks, which the page shows, and the same as a PDF."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="letter")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="of_what_is_told",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF 'told' IS DISTINCT FROM (SELECT status FROM contracts_application
                                                WHERE id = NEW.application_id) THEN
                        RAISE EXCEPTION 'A letter is of an outcome that is told.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            DatedByTheDatabase("told_at"),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"outcome letter of {self.application}"

    # Questions

    def is_read_by(self, person: User) -> bool:
        return self.readings.filter(read_by=person).exists()

    # Verbs

    def note_reading(self, *, by: User) -> None:
        """Keep that somebody of the applicant's opened it; the first time counts."""
        if not self.is_read_by(by):
            LetterReading.note(self, by=by)


class LetterReadingQuerySet(models.QuerySet):
    def in_order(self) -> Self:
        return self.select_related("read_by").order_by("read_at", "pk")


class LetterReading(models.Model):
    """That somebody of the applicant's opened their outcome letter, and when they first did."""

    letter = models.ForeignKey(OutcomeLetter, on_delete=models.PROTECT, related_name="readings")
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = LetterReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "read_by"], name="contracts_letterreading_once_each"
            )
        ]
        triggers = [
            DatedByTheDatabase("read_at"),
            DoneInPerson(read_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.read_by_id} read {self.letter_id} at {self.read_at}"

    # Verbs

    @classmethod
    @in_person
    def note(cls, letter: OutcomeLetter, *, by: User) -> None:
        """Keep it, unless they opened it in another window at the same moment."""
        cls.objects.bulk_create([cls(letter=letter, read_by=by)], ignore_conflicts=True)

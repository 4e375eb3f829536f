"""The log of visits and concerns: what commissioning notes about a school, for itself alone."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis import permissions
from kpis.models.written import COMMISSIONING
from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import one_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from providers.models import School


@coloured(visit="blue", concern="orange")
class NoteKind(models.TextChoices):
    """A visit, or a concern that somebody raised."""

    VISIT = "visit", "Visit"
    CONCERN = "concern", "Concern"


class Theme(models.TextChoices):
    """What a note is about, so that the same thing at several schools is seen."""

    SAFEGUARDING = "safeguarding", "Safeguarding"
    ATTENDANCE = "attendance", "Attendance"
    TEACHING = "teaching", "Teaching and outcomes"
    THERAPY = "therapy", "Therapy and provision in section F"
    STAFFING = "staffing", "Staffing"
    BEHAVIOUR = "behaviour", "Behaviour and restraint"
    PREMISES = "premises", "Premises, health and safety"
    TRANSPORT = "transport", "Transport"
    MONEY = "money", "Fees and invoices"
    OTHER = "other", "Something else"


class SchoolNoteQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Officers and managers of commissioning alone."""
        return self if permissions.can_see_concerns(user) else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-happened_on", "-pk")


class SchoolNote(models.Model):
    """A visit or a concern. It never changes: who has more to say writes another."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="school_notes")
    kind = models.CharField(max_length=20, choices=NoteKind)
    theme = models.CharField(max_length=20, choices=Theme)
    happened_on = models.DateField()
    words = models.TextField()
    noted_at = models.DateTimeField(auto_now_add=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = SchoolNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", NoteKind),
            one_of("theme", Theme),
            models.CheckConstraint(name="kpis_schoolnote_has_words", condition=~Q(words="")),
        ]
        indexes = [models.Index(fields=["theme", "-happened_on"], name="kpis_schoolnote_by_theme")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            WrittenBySomebody(*COMMISSIONING, noted_by=()),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display().lower()} at {self.school}"

    # Verbs

    @classmethod
    def note(
        cls,
        school: School,
        *,
        by: User,
        kind: str,
        theme: str,
        happened_on: datetime.date,
        words: str,
    ) -> Self:
        """Put it on the log. Its words stay out of the ledger, which others read."""
        found = cls.objects.create(
            school=school,
            kind=kind,
            theme=theme,
            happened_on=happened_on,
            words=words,
            noted_by=by,
        )
        AuditEvent.record("note_school", "the log of visits and concerns", by=by)
        return found

"""How a reminder reads where an administrator has worded it anew."""

from __future__ import annotations

from typing import Any, Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone


class ReminderTextQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-number")

    def newest(self) -> dict[str, ReminderText]:
        """The newest of each notice."""
        rows = self.order_by("notice", "-number").distinct("notice")
        return {each.notice: each for each in rows}


class ReminderText(models.Model):
    """A wording of a notice by which people are reminded: the newest counts, and none changes.

    An empty one means that the notice reads as the hub brought it.
    """

    notice = models.CharField(max_length=100)
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=500, blank=True)
    body = models.TextField(blank=True)
    set_by_name = models.CharField(max_length=200)
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ReminderTextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "number"], name="core_remindertext_in_turn"),
            models.CheckConstraint(
                name="core_remindertext_whole_or_none",
                condition=Q(subject="", body="") | (~Q(subject="") & ~Q(body="")),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"text {self.number} of {self.notice}"

    # Questions

    @property
    def is_standard(self) -> bool:
        return not self.body

    # Verbs

    @classmethod
    def save_after(cls, number: int, notice: str, *, by: Any, **words: str) -> Self:
        """Have a notice read so from now on; whoever read another text before is refused."""
        return cls.objects.create(notice=notice, number=number + 1, set_by_name=by.name, **words)

"""When people are reminded of a kind of thing, where an officer has set it."""

from __future__ import annotations

from typing import Any, Self

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

LATEST_STEP = 366
MOST_STEPS = 8
STEPS = list(range(LATEST_STEP + 1))


class ReminderScheduleQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-number")

    def newest(self) -> dict[str, ReminderSchedule]:
        """The newest of each kind."""
        rows = self.order_by("kind", "-number").distinct("kind")
        return {each.kind: each for each in rows}


class ReminderSchedule(models.Model):
    """The days on which a kind of reminder is sent: the newest counts, and none changes."""

    kind = models.CharField(max_length=50)
    number = models.PositiveIntegerField()
    at_once = models.BooleanField(default=False)
    before = ArrayField(models.PositiveSmallIntegerField(), blank=True, default=list)
    after = ArrayField(models.PositiveSmallIntegerField(), blank=True, default=list)
    set_by_name = models.CharField(max_length=200)
    set_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ReminderScheduleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number"], name="core_reminderschedule_in_turn"
            ),
            models.CheckConstraint(
                name="core_reminderschedule_within_reason",
                condition=Q(
                    before__contained_by=STEPS[1:],
                    after__contained_by=STEPS,
                    before__len__lte=MOST_STEPS,
                    after__len__lte=MOST_STEPS,
                ),
            ),
            models.CheckConstraint(
                name="core_reminderschedule_has_a_day",
                condition=Q(at_once=True) | Q(before__len__gte=1) | Q(after__len__gte=1),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"schedule {self.number} of {self.kind}"

    # Verbs

    @classmethod
    def save_after(cls, number: int, kind: str, *, by: Any, **steps: Any) -> Self:
        """Have a kind sent so from now on; whoever read another schedule before is refused."""
        return cls.objects.create(kind=kind, number=number + 1, set_by_name=by.name, **steps)

"""When returns are asked for, and until when they are taken: the council's to set."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.working_days import add_working_days

LATEST_STEP = 60  # working days before or after the deadline
MOST_STEPS = 6
STEPS = list(range(1, LATEST_STEP + 1))


def _steps(*usual: int) -> ArrayField:
    return ArrayField(models.PositiveSmallIntegerField(), default=partial(list, usual), blank=True)


class ReturnRulesQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> ReturnRules | None:
        """The rules of a day; None before the first: then nobody is asked for anything."""
        return self.filter(valid_from__lte=on).order_by("-valid_from").first()

    def newest_first(self) -> Self:
        return self.order_by("-valid_from")


class ReturnRules(models.Model):
    """From a day on, schools are asked for a return of each period that ends on it or later.

    All but ``least_days_in`` are working days after the end of the period: the deadline that
    schools are shown, the last day on which a first return is taken, and the last day of a
    correction. A school that joined fewer than ``least_days_in`` days before the end is not asked.
    A value that has changed by more than ``warn_percent`` since the last period is explained, and
    so is a figure that differs from our records by more than ``differ_percent``.
    Schools are reminded so many working days before and after the deadline; the owners are told
    ``owner_after`` it that a return is overdue, and the council ``council_after`` it.
    """

    NUMBERS = (
        *("due_days", "first_days", "correct_days", "least_days_in", "warn_percent"),
        "differ_percent",
        *("remind_before", "remind_after", "owner_after", "council_after"),
    )

    valid_from = models.DateField(unique=True)
    due_days = models.PositiveSmallIntegerField(default=10)
    first_days = models.PositiveSmallIntegerField(default=30)
    correct_days = models.PositiveSmallIntegerField(default=60)
    least_days_in = models.PositiveSmallIntegerField(default=28)
    warn_percent = models.PositiveSmallIntegerField(default=20)
    differ_percent = models.PositiveSmallIntegerField(default=0)
    remind_before = _steps(10, 5, 1)
    remind_after = _steps(1, 5, 10)
    owner_after = models.PositiveSmallIntegerField(default=5)
    council_after = models.PositiveSmallIntegerField(default=10)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReturnRulesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kpis_returnrules_days_follow_one_another",
                condition=Q(
                    due_days__gte=1,
                    first_days__gte=F("due_days"),
                    correct_days__gte=F("due_days"),
                    correct_days__lte=250,
                    first_days__lte=250,
                ),
            ),
            models.CheckConstraint(
                name="kpis_returnrules_reminds_within_reason",
                condition=Q(
                    remind_before__contained_by=STEPS,
                    remind_after__contained_by=STEPS,
                    remind_before__len__lte=MOST_STEPS,
                    remind_after__len__lte=MOST_STEPS,
                    # PostgreSQL writes a range that comes first in two ways.
                    owner_after__gte=1,
                    owner_after__lte=LATEST_STEP,
                    council_after__gte=1,
                    council_after__lte=LATEST_STEP,
                ),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            WrittenBySomebody(Role.MANAGER, set_by=()),
        ]

    def __str__(self) -> str:
        return f"rules of returns from {self.valid_from:%-d %B %Y}"

    # Questions

    @property
    def reminders_in_words(self) -> str:
        """When schools are reminded: "10, 5 and 1 before, 1, 5 and 10 after"."""
        sides = ((sorted(self.remind_before)[::-1], "before"), (sorted(self.remind_after), "after"))
        return ", ".join(f"{_listed(steps)} {side}" for steps, side in sides if steps) or "Never"

    def dates(
        self, ended_on: datetime.date, *, closed: frozenset[datetime.date]
    ) -> dict[str, datetime.date]:
        """The three dates of a return whose days ended then."""
        days = {
            "due_on": self.due_days,
            "first_until": self.first_days,
            "correct_until": self.correct_days,
        }
        return {
            name: add_working_days(ended_on, count, closed=closed) for name, count in days.items()
        }

    def is_too_short(self, joined_on: datetime.date, ended_on: datetime.date) -> bool:
        """Whether a school joined too late to be asked for what it did until a day."""
        return (ended_on - joined_on).days < self.least_days_in

    # Verbs

    @classmethod
    def set_from(cls, valid_from: datetime.date, *, by: User | None, **rules: int) -> Self:
        """Have other rules from a day on."""
        found = cls.objects.create(valid_from=valid_from, set_by=by, **rules)
        AuditEvent.record("set_return_rules", found, by=by, valid_from=valid_from, **rules)
        return found


def _listed(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return f"{', '.join(first)} and {last}" if first else last

"""When a consequence is proposed, and how long the provider has to reply: the council's to set."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from contracts.models import Vehicle
from kpis.models.written import COMMISSIONING
from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.models import AuditEvent


class ConsequenceRulesQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> ConsequenceRules:
        """The rules of a day; before the first that somebody set, the usual ones."""
        found = self.filter(valid_from__lte=on).order_by("-valid_from").first()
        return found or self.model(valid_from=on)

    def newest_first(self) -> Self:
        return self.order_by("-valid_from")


class ConsequenceRules(models.Model):
    """From a day on: so many reds, or returns not sent, in a row propose a consequence.

    One indicator alone proposes a plan and no more. What stops placements needs breadth and
    duration: ``breadth`` indicators, each red for ``duration`` periods. The provider has
    ``reply_days`` working days to reply, which are not in the school holidays where
    ``outside_holidays``. A plan is closed after ``good_periods``.
    """

    valid_from = models.DateField(unique=True)
    reds_in_row = models.PositiveSmallIntegerField(default=2)
    missed_in_row = models.PositiveSmallIntegerField(default=2)
    breadth = models.PositiveSmallIntegerField(default=3)
    duration = models.PositiveSmallIntegerField(default=3)
    reply_days = models.PositiveSmallIntegerField(default=3)
    outside_holidays = models.BooleanField(default=True)
    good_periods = models.PositiveSmallIntegerField(default=2)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ConsequenceRulesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kpis_consequencerules_need_breadth_and_duration",
                condition=Q(
                    reds_in_row__gte=2,
                    missed_in_row__gte=2,
                    breadth__gte=2,
                    duration__gte=2,
                    good_periods__gte=1,
                    reply_days__gte=1,
                    reply_days__lte=60,
                ),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            WrittenBySomebody(*COMMISSIONING, set_by=()),
        ]

    def __str__(self) -> str:
        return f"rules of consequences from {self.valid_from:%-d %B %Y}"

    # Verbs

    @classmethod
    def set_from(cls, valid_from: datetime.date, *, by: User, **rules: int) -> Self:
        """Have other rules from a day on."""
        found = cls.objects.create(valid_from=valid_from, set_by=by, **rules)
        AuditEvent.record("set_consequence_rules", found, by=by, valid_from=valid_from, **rules)
        return found


class PerformanceDutyQuerySet(models.QuerySet):
    def vehicles(self) -> set[int]:
        """The arrangements whose contract asks for performance, not for returns alone."""
        return set(self.values_list("vehicle", flat=True))


class PerformanceDuty(models.Model):
    """The clause of a contract by which a school must perform, and not only report.

    Only memberships under such a contract are suspended for KPIs.
    """

    vehicle = models.OneToOneField(
        Vehicle, on_delete=models.PROTECT, related_name="performance_duty"
    )
    clause = models.TextField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = PerformanceDutyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kpis_performanceduty_has_its_clause", condition=~Q(clause="")
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            WrittenBySomebody(*COMMISSIONING, recorded_by=()),
        ]

    def __str__(self) -> str:
        return f"duty to perform under {self.vehicle}"

    # Verbs

    @classmethod
    def note(cls, vehicle: Vehicle, *, by: User, clause: str) -> Self:
        """Put the clause on record."""
        found = cls.objects.create(vehicle=vehicle, clause=clause, recorded_by=by)
        AuditEvent.record("note_duty", found, by=by, clause=clause)
        return found

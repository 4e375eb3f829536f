"""When schools report their vacancies, and for how long a report counts: the council's to set."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.models import AuditEvent

ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class ReportingWindow:
    """The days of a month in which schools report; both count."""

    first: datetime.date
    last: datetime.date


class VacancyRulesQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date) -> VacancyRules:
        """The rules of a day; the oldest ones hold before they were written down, too."""
        rules = self.order_by("-valid_from")
        return rules.filter(valid_from__lte=on).first() or rules.last()

    def newest_first(self) -> Self:
        return self.order_by("-valid_from")


class VacancyRules(models.Model):
    """From a day on: schools report from one day of each month to another.

    Nobody is chased for ``grace_days`` after that. A report is out of date after ``fresh_days``,
    and counts in matching until the grace of the window after it is over.
    """

    valid_from = models.DateField(unique=True)
    opens_on = models.PositiveSmallIntegerField(default=8)
    closes_on = models.PositiveSmallIntegerField(default=14)
    grace_days = models.PositiveSmallIntegerField(default=7)
    fresh_days = models.PositiveSmallIntegerField(default=14)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = VacancyRulesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="providers_vacancyrules_window_is_in_every_month",
                condition=Q(opens_on__gte=1, closes_on__gte=F("opens_on"), closes_on__lte=28),
            ),
            models.CheckConstraint(
                name="providers_vacancyrules_grace_ends_before_the_next_window",
                condition=Q(grace_days__lte=F("opens_on") - F("closes_on") + 27),
            ),
            models.CheckConstraint(
                name="providers_vacancyrules_fresh_for_a_day_or_more",
                condition=Q(fresh_days__gte=1),
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.MANAGER, set_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"rules of vacancies from {self.valid_from:%-d %B %Y}"

    # Questions

    def window_of(self, month: datetime.date) -> ReportingWindow:
        """The window of the month in which this day is."""
        return ReportingWindow(month.replace(day=self.opens_on), month.replace(day=self.closes_on))

    def newest_window(self, on: datetime.date) -> ReportingWindow:
        """The window that began last, on this day or before."""
        window = self.window_of(on)
        return window if window.first <= on else self.window_of(on.replace(day=1) - ONE_DAY)

    def next_window(self, after: datetime.date) -> ReportingWindow:
        """The first window that begins after this day."""
        window = self.window_of(after)
        if window.first > after:
            return window
        return self.window_of(after.replace(day=28) + 4 * ONE_DAY)

    def end_of_grace(self, window: ReportingWindow) -> datetime.date:
        """The last day on which nobody is chased for a window."""
        return window.last + self.grace_days * ONE_DAY

    def counts_until(self, reported_on: datetime.date) -> datetime.date:
        """The last day on which what was reported then counts in matching."""
        return self.end_of_grace(self.next_window(reported_on))

    def oldest_that_counts(self, on: datetime.date) -> datetime.date:
        """The earliest day of a report that still counts on a day."""
        window = self.newest_window(on)
        if self.end_of_grace(window) < on:
            return window.first
        return self.newest_window(window.first - ONE_DAY).first

    def oldest_that_is_fresh(self, on: datetime.date) -> datetime.date:
        """The earliest day of a report that is not out of date on a day."""
        return on - self.fresh_days * ONE_DAY

    # Verbs

    @classmethod
    def set_from(cls, valid_from: datetime.date, *, by: User, **rules: int) -> Self:
        """Have other rules from a day on."""
        found = cls.objects.create(valid_from=valid_from, set_by=by, **rules)
        AuditEvent.record("set_vacancy_rules", found, by=by, valid_from=valid_from, **rules)
        return found

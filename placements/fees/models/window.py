"""Fee windows: when schools ask for other prices, and by when the council answers."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Self

import pgtrigger
from django.db import models, transaction
from django.db.models import F, Q

from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.days import academic_year_of, months_after, years_after
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from placements.fees import permissions
from placements.fees.models import walls

DATES = (
    *("opens_on", "requests_by", "recommend_by", "negotiate_until", "approve_by"),
    "effective_on",
)
NUMBERS = (
    *("late_months", "information_days", "answer_days", "appeal_days", "recent_months"),
    *("standard_percent", "standard_pounds", "pay_rate", "price_rate", "affordable_percent"),
    *("limit_percent", "limit_pounds"),
)


def _percent(**options: Any) -> models.DecimalField:
    return models.DecimalField(max_digits=5, decimal_places=2, **options)


class FeeWindowQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-academic_year")

    def open_on(self, day: datetime.date) -> FeeWindow | None:
        """The window into which a request of this day goes: the newest that has opened."""
        return self.filter(opens_on__lte=day).newest_first().first()


@tracked()
class FeeWindow(models.Model):
    """The window for the prices of an academic year, named by the year of its September.

    A request after its last day is late: it takes effect on the first of a month, at least
    ``late_months`` after the council has it. ``standard_…`` is the route of those who ask for
    little; ``pay_rate`` and ``price_rate`` are the year's index of pay and of prices.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "academic_year", *DATES, *NUMBERS})

    academic_year = models.PositiveSmallIntegerField(unique=True)
    opens_on = models.DateField()
    requests_by = models.DateField()
    recommend_by = models.DateField()
    negotiate_until = models.DateField()
    approve_by = models.DateField()
    effective_on = models.DateField()
    late_months = models.PositiveSmallIntegerField(default=3)
    information_days = models.PositiveSmallIntegerField(default=10)
    answer_days = models.PositiveSmallIntegerField(default=15)
    appeal_days = models.PositiveSmallIntegerField(default=14)
    recent_months = models.PositiveSmallIntegerField(default=3)
    standard_percent = _percent(default=Decimal(2))
    standard_pounds = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    pay_rate = _percent(null=True)
    price_rate = _percent(null=True)
    affordable_percent = _percent(null=True)
    limit_percent = _percent(default=Decimal(5))
    limit_pounds = models.DecimalField(max_digits=12, decimal_places=2, default=Decimal(500_000))

    objects = FeeWindowQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_feewindow_dates_in_order",
                condition=Q(
                    requests_by__gte=F("opens_on"),
                    recommend_by__gte=F("requests_by"),
                    negotiate_until__gte=F("recommend_by"),
                    approve_by__gte=F("negotiate_until"),
                    effective_on__gt=F("approve_by"),
                ),
                violation_error_message="Enter the dates in this order.",
            ),
            models.CheckConstraint(
                name="placements_feewindow_takes_effect_in_its_year",
                condition=Q(effective_on__year=F("academic_year"))
                | Q(effective_on__year=F("academic_year") + 1, effective_on__month__lt=9),
            ),
            models.CheckConstraint(
                name="placements_feewindow_not_below_nought",
                condition=Q(
                    standard_percent__gte=0,
                    standard_pounds__gte=0,
                    limit_percent__gte=0,
                    limit_pounds__gte=0,
                ),
            ),
        ]
        triggers = [
            walls.BY_A_MANAGER,
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"fee window {self.years}"

    # Questions

    @property
    def years(self) -> str:
        return f"{self.academic_year}/{(self.academic_year + 1) % 100:02}"

    def is_late(self, on: datetime.date) -> bool:
        return on > self.requests_by

    def effective_for(self, received_on: datetime.date) -> datetime.date:
        """The first day of new prices by a request that the council has from a day on."""
        if not self.is_late(received_on):
            return self.effective_on
        earliest = months_after(received_on, self.late_months)
        first = months_after(earliest.replace(day=1), int(earliest.day > 1))
        return max(first, self.effective_on)

    # Verbs

    @classmethod
    @transaction.atomic
    def provide(cls, today: datetime.date) -> list[FeeWindow]:
        """Have a window that has not opened yet: the next year's, with the numbers of the last."""
        made = []
        newest = cls.objects.select_for_update().newest_first().first()
        while newest is None or newest.opens_on <= today:
            newest = newest._next() if newest else cls._first(today)
            newest.save(force_insert=True)
            AuditEvent.record("make_fee_window", newest, by=None)
            made.append(newest)
        return made

    @in_person
    def change(self, *, by: User, **given: Any) -> None:
        """Set its dates and numbers."""
        self.refresh_from_db(from_queryset=FeeWindow.objects.select_for_update())
        stop_if(permissions.why_not_change_window(by))
        changed = [name for name, value in given.items() if getattr(self, name) != value]
        for name in changed:
            setattr(self, name, given[name])
        if changed:
            self.save(update_fields=changed)
            AuditEvent.record("change_fee_window", self, by=by, changed=changed)

    def _next(self) -> FeeWindow:
        following = {name: years_after(getattr(self, name), 1) for name in DATES}
        kept = {name: getattr(self, name) for name in NUMBERS}
        rates = dict.fromkeys(("pay_rate", "price_rate", "affordable_percent"))
        return FeeWindow(academic_year=self.academic_year + 1, **following, **kept | rates)

    @classmethod
    def _first(cls, today: datetime.date) -> FeeWindow:
        """The usual year: asked in winter, agreed in summer, from September on."""
        return cls.usual(academic_year_of(today) + 1)

    @classmethod
    def usual(cls, year: int) -> FeeWindow:
        return cls(
            academic_year=year,
            opens_on=datetime.date(year - 1, 11, 1),
            requests_by=datetime.date(year, 1, 31),
            recommend_by=datetime.date(year, 3, 31),
            negotiate_until=datetime.date(year, 5, 31),
            approve_by=datetime.date(year, 6, 30),
            effective_on=datetime.date(year, 9, 1),
        )

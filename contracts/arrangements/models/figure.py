"""What an arrangement has cost and is bound to cost, as it was written down on a day."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from contracts.arrangements.kinds import ValueBasis
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import set_together
from nmiss.base.core.triggers import DatedByTheDatabase


class VehicleFigureQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Whoever of the council may see the vehicle: what it costs is not advertised."""
        seen = Vehicle.objects.visible_to(user)
        return self.none() if user.is_provider else self.filter(vehicle__in=seen)

    def of_day(self, day: datetime.date) -> Self:
        return self.filter(as_at=day)

    def first_to_reach(self, percent: int) -> Self:
        """Of each vehicle with a value for its term, the first figure that reached so much."""
        total = F("spent") + F("committed") + Coalesce("forecast", Decimal(0))
        reached = self.filter(
            vehicle__value_basis=ValueBasis.TOTAL, vehicle__advertised_value__gt=0
        ).filter(committed__isnull=False)
        reached = reached.annotate(total_then=total).filter(
            total_then__gte=F("vehicle__advertised_value") * percent / 100
        )
        by_day = reached.select_related("vehicle").order_by("vehicle", "as_at", "pk")
        return by_day.distinct("vehicle")

    def newest_first(self) -> Self:
        return self.order_by("-as_at", "-noted_at", "-pk")


class VehicleFigure(models.Model):
    """Pounds, gross and without VAT, as known on a day. The database lets none change or go.

    It is written by what knows placements, which stand above: a contract knows no child. Committed
    runs from the day after to ``until``, and is not known where the arrangement has no end.
    ``agreed_changes`` is what of it comes from prices that change later. ``forecast`` is what is
    expected besides: places that are assumed to start, once somebody has said how many.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="figures")
    as_at = models.DateField()
    until = models.DateField(null=True)
    spent = models.DecimalField(max_digits=14, decimal_places=2)
    committed = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    spent_call_off = models.DecimalField(max_digits=14, decimal_places=2)
    committed_call_off = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    agreed_changes = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    forecast = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    noted_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = VehicleFigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_vehiclefigure_call_offs_are_a_part",
                condition=Q(spent__gte=models.F("spent_call_off"), spent_call_off__gte=0)
                & (
                    Q(committed=None)
                    | Q(
                        committed__gte=models.F("committed_call_off"),
                        committed_call_off__gte=0,
                    )
                ),
            ),
            set_together("until", "committed", "committed_call_off"),
        ]
        indexes = [
            models.Index(fields=["vehicle", "-as_at"], name="contracts_vehiclefigure_by_day")
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("noted_at"),
        ]

    def __str__(self) -> str:
        return f"{self.vehicle} as at {self.as_at}"

    # Questions

    @property
    def total(self) -> Decimal | None:
        """Spent and committed together, and what is forecast besides where that is known."""
        if self.committed is None:
            return None
        return self.spent + self.committed + (self.forecast or 0)

    # Verbs

    @classmethod
    def note(cls, vehicle: Vehicle, *, as_at: datetime.date, **pounds: object) -> Self:
        """Write down what it has cost and is bound to cost, as known on a day."""
        return cls.objects.create(vehicle=vehicle, as_at=as_at, **pounds)

"""How many places are assumed to start under an arrangement, and at which fee."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from contracts.arrangements import permissions
from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

MOST_STARTERS = 10_000


class StarterAssumptionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Whoever of the council may see the vehicle."""
        seen = Vehicle.objects.visible_to(user)
        return self.none() if user.is_provider else self.filter(vehicle__in=seen)

    def newest_first(self) -> Self:
        return self.order_by("-assumed_at", "-pk")


class StarterAssumption(models.Model):
    """What somebody assumes, with the reason. It is never changed: the newest one counts."""

    vehicle = models.ForeignKey(
        Vehicle, on_delete=models.PROTECT, related_name="starter_assumptions"
    )
    starters = models.PositiveIntegerField(validators=[MaxValueValidator(MOST_STARTERS)])
    fee = models.DecimalField(
        max_digits=10, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    reason = models.TextField()
    assumed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    assumed_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = StarterAssumptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_starterassumption_of_a_number_and_a_fee",
                condition=Q(starters__lte=MOST_STARTERS, fee__gt=0) & ~Q(reason=""),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("assumed_at"),
            DoneInPerson(assumed_by=()),
        ]

    def __str__(self) -> str:
        return f"assumption of {self.starters} starters a year in {self.vehicle}"

    # Verbs

    @classmethod
    @in_person
    def assume(
        cls, vehicle: Vehicle, *, by: User, starters: int, fee: Decimal, reason: str
    ) -> Self:
        """Record how many places are assumed to start a year, and at which fee a year."""
        stop_if(permissions.why_not_assume(by))
        assumed = cls.objects.create(
            vehicle=vehicle, starters=starters, fee=fee, reason=reason, assumed_by=by
        )
        AuditEvent.record("assume_starters", vehicle, by=by, starters=starters, fee=fee)
        return assumed

"""Who asked to be told when a round opens."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models, transaction

from contracts.arrangements.models.vehicle import Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.core.models import AuditEvent


class RoundWatchQuerySet(models.QuerySet):
    def of(self, person: User) -> Self:
        """The numbers of the vehicles that somebody watches."""
        return self.filter(user=person).values_list("vehicle", flat=True)


@tracked()
class RoundWatch(models.Model):
    """Somebody of a provider who wants an email when a round of a vehicle opens."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="watches")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="round_watches"
    )

    objects = RoundWatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vehicle", "user"], name="contracts_roundwatch_once")
        ]
        triggers = [
            WrittenBySomebody(
                Role.PROVIDER,
                must="RECORD.user_id = public.nmiss_acting_person()",
                words="Whoever is told asks for it.",
                user=(),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} watches {self.vehicle}"

    # Verbs

    @classmethod
    @transaction.atomic
    def ask(cls, vehicle: Vehicle, *, by: User) -> None:
        """Have somebody told from now on; asking twice is asking once."""
        _, is_new = cls.objects.get_or_create(vehicle=vehicle, user=by)
        if is_new:
            AuditEvent.record("ask_to_be_told", vehicle, by=by)

    @classmethod
    @transaction.atomic
    def stop(cls, vehicle: Vehicle, *, by: User) -> None:
        """Have somebody told no more."""
        if cls.objects.filter(vehicle=vehicle, user=by).delete()[0]:
            AuditEvent.record("stop_telling", vehicle, by=by)

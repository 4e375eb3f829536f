"""Commercial vehicles: the arrangements under which the council buys places, and their lots."""

from __future__ import annotations

import datetime

from django.db import models, transaction

from nmiss.core.constraints import one_of
from nmiss.core.history import tracked


class VehicleKind(models.TextChoices):
    """What kind of arrangement it is."""

    DPS = "dps", "Dynamic purchasing system"


@tracked()
class Vehicle(models.Model):
    """An arrangement under which places are bought, such as the NMISS DPS (25/00007, 1.2)."""

    DPS = "NMISS Dynamic Purchasing System"
    DPS_LOTS = (1, 2)

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=VehicleKind, default=VehicleKind.DPS)
    starts_on = models.DateField()

    class Meta:
        constraints = [one_of("kind", VehicleKind)]

    def __str__(self) -> str:
        return self.name

    @classmethod
    @transaction.atomic
    def establish_dps(cls) -> dict[int, Lot]:
        """Give the two lots of the DPS by number; make the DPS where there is none yet.

        "The NMISS DPS was established in September 2022" (25/00007, 1.2).
        """
        dps, _ = cls.objects.get_or_create(
            name=cls.DPS, defaults={"starts_on": datetime.date(2022, 9, 1)}
        )
        lots = [Lot(vehicle=dps, number=number) for number in cls.DPS_LOTS]
        Lot.objects.bulk_create(lots, ignore_conflicts=True)
        return {lot.number: lot for lot in dps.lots.all()}


@tracked()
class Lot(models.Model):
    """A lot of a vehicle, with a number and thresholds of its own."""

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="lots")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["vehicle", "number"], name="contracts_lot_number_once")
        ]

    def __str__(self) -> str:
        return f"Lot {self.number}"

"""Commercial vehicles: the arrangements under which the council buys places, and their lots."""

from __future__ import annotations

import pghistory
from django.db import models

from nmiss.core.constraints import one_of


class VehicleKind(models.TextChoices):
    """What kind of arrangement it is."""

    DPS = "dps", "Dynamic purchasing system"


@pghistory.track()
class Vehicle(models.Model):
    """An arrangement under which places are bought, such as the NMISS DPS (25/00007, 1.2)."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=VehicleKind, default=VehicleKind.DPS)
    starts_on = models.DateField()

    class Meta:
        constraints = [one_of("kind", VehicleKind)]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
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

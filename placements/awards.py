"""What places award: each call-off is a contract under its vehicle."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import DateField, QuerySet
from django.db.models.functions import Cast, TruncQuarter
from django.dispatch import receiver

from contracts.arrangements import signals
from contracts.models import Vehicle
from placements.models import Placement, Route


@receiver(signals.awarded)
def quarters_of_call_offs(
    sender: type[Vehicle], *, vehicles: Collection[int], **_: object
) -> QuerySet:
    """The quarters in which a place was called off from one of their lots."""
    called_off = Placement.objects.filter(route=Route.CALL_OFF, lot__vehicle__in=vehicles)
    quarter = Cast(TruncQuarter("starts_on"), DateField())
    return called_off.order_by().values_list("lot__vehicle", quarter).distinct()

"""What places award: each call-off is a contract under its vehicle."""

from __future__ import annotations

from django.db.models import QuerySet
from django.db.models.functions import TruncQuarter
from django.dispatch import receiver

from contracts.arrangements import signals
from contracts.models import Vehicle
from placements.models import Placement, Route


@receiver(signals.awarded)
def quarters_of_call_offs(sender: Vehicle, **_: object) -> QuerySet:
    """The first days of the quarters in which a place was called off from one of its lots."""
    called_off = Placement.objects.filter(route=Route.CALL_OFF, lot__vehicle=sender).order_by()
    return called_off.values_list(TruncQuarter("starts_on"), flat=True).distinct()

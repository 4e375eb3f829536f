"""What places award: each call-off is a contract under its vehicle."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models.functions import TruncQuarter

from contracts.models import Vehicle
from placements.models import Placement, Route


def of_call_offs(vehicle: Vehicle) -> Iterable[datetime.date]:
    """The quarters in which a place was called off from one of its lots."""
    called_off = Placement.objects.filter(route=Route.CALL_OFF, lot__vehicle=vehicle).order_by()
    return called_off.values_list(TruncQuarter("starts_on"), flat=True).distinct()

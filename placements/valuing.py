"""What arrangements cost is written down in ``contracts``: daily, and when somebody asks."""

from __future__ import annotations

import datetime

from django.db import transaction

from contracts.models import Vehicle, VehicleFigure
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from placements.reports.value_ahead import agreed_changes, assumed_starters
from placements.reports.vehicle_value import VehicleValue, vehicle_values

VALUES = 8_860_320


@transaction.atomic
def note_values_of_the_day(today: datetime.date) -> None:
    """Write down each arrangement that has no figure of today."""
    locks.hold(VALUES)
    there = set(VehicleFigure.objects.of_day(today).values_list("vehicle", flat=True))
    if Vehicle.objects.exclude(pk__in=there).exists():
        for value in vehicle_values(today):
            if value.vehicle.pk not in there:
                _note(value)


@transaction.atomic
def note_value(vehicle: Vehicle, *, by: User, on: datetime.date) -> VehicleFigure:
    """Write one down anew: placements or prices have changed since."""
    locks.hold(VALUES)
    [value] = [each for each in vehicle_values(on) if each.vehicle == vehicle]
    figure = _note(value)
    AuditEvent.record("note_value", vehicle, by=by, as_at=on)
    return figure


def _note(value: VehicleValue) -> VehicleFigure:
    assumption = value.vehicle.starter_assumptions.newest_first().first()
    return VehicleFigure.note(
        value.vehicle,
        as_at=value.on,
        until=value.until,
        spent=value.spent,
        committed=value.committed,
        spent_call_off=value.spent_call_off,
        committed_call_off=value.committed_call_off,
        agreed_changes=agreed_changes(value.vehicle, value.on, value.until),
        forecast=assumed_starters(assumption, value.on, value.until),
    )

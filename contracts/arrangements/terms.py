"""The term of a vehicle, as the law limits it."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.arrangements.models import Regime, VehicleKind
from contracts.arrangements.models.vehicle import ONE_DAY, PROCUREMENT_ACT_FROM
from nmiss.base.core.days import years_after
from nmiss.base.core.models import LegalParameter

LONG_STOP = "dps_long_stop"


def long_stop(kind: str) -> datetime.date | None:
    """The last day on which a vehicle of this kind may be in force; None where the law sets none.

    A DPS of the regulations of 2015 lasts some years into the Act of 2023, extensions included.
    """
    if kind != VehicleKind.DPS:
        return None
    years = LegalParameter.objects.in_force(
        LONG_STOP, regime=Regime.PCR2015, on=timezone.localdate()
    )
    return years and years_after(PROCUREMENT_ACT_FROM, years.value) - ONE_DAY

"""The term of a vehicle, as the law limits it."""

from __future__ import annotations

import datetime

from django.utils import timezone

from contracts.arrangements.models import Regime, VehicleKind
from contracts.arrangements.models.vehicle import ONE_DAY, PROCUREMENT_ACT_FROM
from nmiss.base.core.days import years_after
from nmiss.base.core.models import LegalParameter

LONG_STOP, OPEN_FRAMEWORK_YEARS = "dps_long_stop", "open_framework_longest"


def long_stop(kind: str, starts_on: datetime.date | None = None) -> datetime.date | None:
    """The last day on which a vehicle of this kind may be in force; None where the law sets none.

    A DPS of the regulations of 2015 lasts some years into the Act of 2023, extensions included. An
    open framework lasts eight years from its first day (section 49).
    """
    if kind == VehicleKind.DPS:
        return _years_from(PROCUREMENT_ACT_FROM, LONG_STOP, Regime.PCR2015)
    if kind == VehicleKind.OPEN_FRAMEWORK and starts_on:
        return _years_from(starts_on, OPEN_FRAMEWORK_YEARS, Regime.PA2023)
    return None


def _years_from(first: datetime.date, key: str, regime: Regime) -> datetime.date | None:
    years = LegalParameter.objects.in_force(key, regime=regime, on=timezone.localdate())
    return years and years_after(first, years.value) - ONE_DAY

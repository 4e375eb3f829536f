"""What is done to the purchasing system."""

from __future__ import annotations

import datetime

from django.db import transaction

from contracts.models import Lot, Vehicle

DPS = "NMISS Dynamic Purchasing System"
LOTS = (1, 2)


@transaction.atomic
def establish_dps() -> dict[int, Lot]:
    """Give the two lots of the DPS by number; make the DPS where there is none yet.

    "The NMISS DPS was established in September 2022" (25/00007, 1.2).
    """
    dps, _ = Vehicle.objects.get_or_create(
        name=DPS, defaults={"starts_on": datetime.date(2022, 9, 1)}
    )
    for number in LOTS:
        dps.lots.get_or_create(number=number)
    return {lot.number: lot for lot in dps.lots.all()}

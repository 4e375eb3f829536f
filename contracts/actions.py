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

    "The NMISS DPS was established in September 2022 … three optional one year extension
    clauses, which if activated in full, would result in the DPS contract ending on 31 August
    2028" (25/00007, 1.2). Its term is the one now agreed: to 31 August 2026 (recommendation 1).
    """
    dps, _ = Vehicle.objects.get_or_create(
        name=DPS,
        defaults={
            "starts_on": datetime.date(2022, 9, 1),
            "ends_on": datetime.date(2026, 8, 31),
        },
    )
    for number in LOTS:
        dps.lots.get_or_create(number=number)
    return {lot.number: lot for lot in dps.lots.all()}

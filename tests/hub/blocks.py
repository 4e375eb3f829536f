"""A block of places at the school that there is."""

from __future__ import annotations

import datetime
from decimal import Decimal

from contracts.models import Lot
from placements.models import BlockPurchase
from providers.models import School


def fill(people, provider):
    school = School.objects.get(urn=900001)
    lot = Lot.objects.get(memberships__school=school)
    lot.describe(by=people["manager"], block_allowed=True)
    first = lot.memberships.get().admitted_on
    block = BlockPurchase.buy(
        school,
        by=people["manager"],
        lot=lot,
        provision="day",
        places=3,
        price=Decimal(600_000),
        starts_on=first,
        ends_on=first + datetime.timedelta(days=364),
        spot_price=Decimal(75_000),
        decision="25/00007",
    )
    return {"block": block.pk}

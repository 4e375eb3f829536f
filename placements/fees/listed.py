"""What a price list says of one placement."""

from __future__ import annotations

import datetime

from nmiss.base.core.days import nc_year
from placements.fees.models import PriceList, PriceListLine
from placements.models import Placement
from placements.reports.demand_profile import phase_of


def prices_listed(placement: Placement, on: datetime.date) -> list[PriceListLine]:
    """The price of each kind that the list in force on a day has for this child's place.

    Of several lines that fit, the one that says most closely for whom it is.
    """
    if placement.lot_id is None:
        return []
    price_list = (
        PriceList.objects.that_count()
        .filter(school=placement.school_id, lot=placement.lot_id)
        .on(on)
        .first()
    )
    if price_list is None:
        return []
    phase = phase_of(nc_year(placement.child.cohort, on=on))
    known = {"need": placement.primary_need, "phase": phase, "provision": placement.provision}
    fitting = [
        line
        for line in price_list.lines.in_order()
        if all(getattr(line, name) in ("", value) for name, value in known.items())
    ]
    closest: dict[str, PriceListLine] = {}
    for line in sorted(fitting, key=lambda line: line.narrowness):
        closest[line.kind] = line
    return sorted(closest.values(), key=lambda line: line.kind)


def price_listed(placement: Placement, kind: str, on: datetime.date) -> PriceListLine | None:
    """The listed price of one kind."""
    return next((line for line in prices_listed(placement, on) if line.kind == kind), None)

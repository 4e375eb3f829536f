"""What an appraisal starts from: live fees, the difference to spot purchases, and headroom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from contracts.arrangements.call_in import takes_effect_on
from contracts.arrangements.deadlines import work_out
from contracts.models import Membership, OptionStatus, Vehicle
from nmiss.base.core.money import average, percent
from placements.appraising import AppraisalFacts, Option
from placements.models import Charge, Placement, Route
from placements.reports.vehicle_value import headroom
from placements.reverting import contracts_that_revert

CAVEAT = "Not adjusted for need, phase or boarding: children at other schools may need more."


@dataclass(frozen=True)
class Averages:
    """What a placement costs a year on a day, at member schools and by spot purchase elsewhere."""

    members: Decimal | None
    member_places: int
    spot: Decimal | None
    spot_places: int

    @property
    def premium(self) -> Decimal | None:
        """By how much per cent spot purchases cost more; below nought where they cost less."""
        if not self.members or self.spot is None:
            return None
        return percent(self.spot - self.members, self.members)


def averages(vehicle: Vehicle, on: datetime.date) -> Averages:
    """Live fees, blocks left out: their places have no price of their own."""
    schools = Membership.objects.of_vehicle(vehicle.pk).on(on).values("school")
    placed = Placement.objects.on(on).exclude(route=Route.BLOCK)
    inside = _average(placed.filter(school__in=schools), on)
    outside = _average(placed.filter(route=Route.SPOT).exclude(school__in=schools), on)
    return Averages(*inside, *outside)


def _average(placed: QuerySet, on: datetime.date) -> tuple[Decimal | None, int]:
    count = placed.count()
    charges = Charge.objects.on(on).filter(placement__in=placed.order_by().values("pk"))
    total = charges.order_by().aggregate(total=Sum("cost_a_year"))["total"] or Decimal(0)
    return average(total, count), count


def facts_of(vehicle: Vehicle, on: datetime.date) -> AppraisalFacts:
    """What the hub holds on a day; the vehicle has an end."""
    contracts = contracts_that_revert(vehicle, ends_on=vehicle.ends_on)
    figure = vehicle.figures.newest_first().first()
    over = (OptionStatus.IN_EFFECT, OptionStatus.LAPSED)
    stated = vehicle.consent_past_on
    decided_on = work_out("key_decision", on).due_on
    return AppraisalFacts(
        on=on,
        ends_on=vehicle.ends_on,
        fees=sum((each.a_year for each in contracts), Decimal(0)),
        children=sum(each.children for each in contracts),
        schools=sum(len(each.schools) for each in contracts),
        headroom=headroom(vehicle, figure) if figure else None,
        options=tuple(
            Option(each.number, each.ends_on, bool(stated and each.ends_on > stated))
            for each in vehicle.options.exclude(status__in=over).in_order()
        ),
        earliest_effect=takes_effect_on(decided_on),
    )


def sources(facts: AppraisalFacts, prices: Averages) -> list[dict[str, Any]]:
    """The figures that were read, each with where it is from."""
    at = f"{facts.on:%-d %B %Y}"
    after = f"{facts.ends_on:%-d %B %Y}"
    return [
        {"name": "Fees of a year", "value": str(facts.fees), "is_money": True,
         "source": f"Placements at member schools that continue after {after}, as recorded "
                   f"on {at}"},
        {"name": "Average fee at member schools", "value": _or_none(prices.members),
         "is_money": True, "source": f"{prices.member_places:,} placements in force on {at}"},
        {"name": "Average fee of spot purchases elsewhere", "value": _or_none(prices.spot),
         "is_money": True,
         "source": f"{prices.spot_places:,} placements in force on {at}. {CAVEAT}"},
        {"name": "Headroom before", "value": _or_none(facts.headroom), "is_money": True,
         "source": "Advertised value less the newest figure of the arrangement"},
        {"name": "Children", "value": facts.children, "is_money": False,
         "source": f"Placed at member schools beyond {after}"},
    ]  # fmt: skip


def _or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)

"""What each contract reverts to if nothing is decided: its children, their pounds, and from when.

"All contracts would revert to spot purchase" (25/00007, 5.3): no place ends, and none is called off
any more.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, Sum
from django.dispatch import receiver

from contracts.arrangements import signals
from contracts.models import Membership, Vehicle
from placements.models import Charge, Placement
from providers.models import Provider, School

ONE_DAY = datetime.timedelta(days=1)


@dataclass
class Reverting:
    """The contract of a provider, the children placed at its schools, and a year of their fees."""

    provider: Provider
    schools: list[School] = field(default_factory=list)
    children: int = 0
    a_year: Decimal = Decimal(0)


@receiver(signals.reverting)
def contracts_that_revert(
    sender: Vehicle, *, ends_on: datetime.date, **_: object
) -> list[Reverting]:
    """By provider: who is a member on the last day, and places that go on after it.

    Three queries, whatever their number.
    """
    after = ends_on + ONE_DAY
    members = Membership.objects.of_vehicle(sender.pk).lasting_to(ends_on)
    contracts: dict[Provider, Reverting] = {}
    whose: dict[int, Reverting] = {}
    for each in members.select_related("school", "provider").order_by(
        "provider__name", "provider", "school__name", "school"
    ):
        contract = contracts.setdefault(each.provider, Reverting(each.provider))
        if each.school_id not in whose:
            whose[each.school_id] = contract
            contract.schools.append(each.school)
    placed = Placement.objects.on(after).filter(school__in=whose, starts_on__lte=ends_on)
    counts = placed.order_by().values_list("school").annotate(Count("child", distinct=True))
    for school, children in counts:
        whose[school].children += children
    charges = Charge.objects.on(after).filter(placement__in=placed).order_by()
    for school, pounds in charges.values_list("placement__school").annotate(Sum("cost_a_year")):
        whose[school].a_year += pounds
    return list(contracts.values())

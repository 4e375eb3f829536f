"""Children at schools that are suspended, leave the DPS or close: who may need another place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import User
from nmiss.base.core.templatetags.components import day
from placements.models import Case, Placement
from placements.reports.today import with_cost
from providers.models import EstablishmentStatus, School

YEAR_AGO = datetime.timedelta(days=365)
FACTS = ("school", "child")


@dataclass(frozen=True)
class AtRisk:
    """A child who is placed at such a school, with why, and the open case if there is one."""

    placement: Placement
    why: str
    case: int | None

    @property
    def cost_a_year(self) -> Decimal:
        return self.placement.cost_a_year


def children_at_risk(on: datetime.date, *, by: User) -> list[AtRisk]:
    """The children who are there on a day, by school; four queries, whatever their number."""
    reasons = schools_at_risk(on)
    open_case = Case.objects.visible_to(by).open().filter(child=OuterRef("child"))
    there = Placement.objects.visible_to(by).on(on).filter(school__in=reasons)
    there = with_cost(there, on=on).annotate(open_case=Subquery(open_case.values("pk")[:1]))
    rows = there.select_related(*FACTS).order_by("school__name", "child__reference", "pk")
    return [AtRisk(each, reasons[each.school_id], each.open_case) for each in rows]


def schools_at_risk(on: datetime.date) -> dict[int, str]:
    """Why children at a school may need another place, by its number; closing counts first."""
    members = Membership.objects.of_the_dps()
    staying = members.on(on).filter(left_on=None).values("school")
    left = members.filter(left_on__gte=on - YEAR_AGO).exclude(school__in=staying)
    left = left.filter(goes_on_as=None).order_by("left_on").values_list("school", "left_on")
    reasons = {
        school: f"{'Leaves' if last >= on else 'Left'} the DPS, last day {day(last)}"
        for school, last in left
    }
    stopped = Suspension.objects.on(on).filter(membership__in=members)
    for school, since in stopped.values_list("membership__school", "starts_on"):
        reasons[school] = f"Suspended from the DPS since {day(since)}"
    closing = School.objects.closed_or_closing().values_list("pk", "status", "closed_on")
    for school, status, closed_on in closing:
        is_closed = status == EstablishmentStatus.CLOSED
        words = "Closed" if is_closed else "To close"
        reasons[school] = f"{words}, {day(closed_on)}" if closed_on else words
    return reasons

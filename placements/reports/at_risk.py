"""Children at schools that are suspended, leave the DPS or close: who may need another place.

Where each could go is asked of matching (``placements.matching.nearest``), and what that would
cost is compared by education and boarding alone: therapies and support are each child's own.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from django.db.models import OuterRef, Q, Subquery, Sum

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import User
from nmiss.base.core.money import to_penny
from nmiss.base.core.templatetags.components import day, money
from placements.matching.nearest import nearest
from placements.matching.question import place_funding
from placements.matching.ranking import Match
from placements.models import Case, Charge, Placement
from placements.models.usual_price import KINDS as COMPARED_KINDS
from placements.reports.today import with_cost
from providers.models import EstablishmentStatus, School
from providers.models.school import EstablishmentType

YEAR_AGO = datetime.timedelta(days=365)
FACTS = ("school", "child")


@dataclass(frozen=True)
class AtRisk:
    """A child who is placed at such a school, with why, and the open case if there is one.

    ``compared`` is what the place costs a year in education and boarding, with the place funding
    of a non-maintained school; nothing of a place in a block, which has no price of its own.
    ``matches`` are the nearest schools with a place free; None where they were not asked for.
    """

    placement: Placement
    why: str
    case: int | None
    compared: Decimal | None
    matches: tuple[Match, ...] | None = None

    @property
    def cost_a_year(self) -> Decimal:
        return self.placement.cost_a_year

    @property
    def usual(self) -> Decimal | None:
        """The usual price of a year at the nearest matches: the median of those that have one."""
        prices = [each.price for each in self.matches or () if each.price is not None]
        return median(prices) if prices else None

    @property
    def effect(self) -> Decimal | None:
        """What the nearest matches cost more a year than the place now; below nought for less."""
        if self.usual is None or self.compared is None:
            return None
        return self.usual - self.compared


@dataclass(frozen=True)
class EffectOnCost:
    """What moving children would cost more a year, of those for whom it can be worked out."""

    children: int
    of: int
    more: Decimal

    @classmethod
    def of_rows(cls, rows: Sequence[AtRisk]) -> EffectOnCost:
        effects = [row.effect for row in rows if row.effect is not None]
        return cls(len(effects), len(rows), sum(effects, Decimal(0)))

    @property
    def said(self) -> str:
        """As it is said: so much more a year, or less."""
        if not self.more:
            return "the same"
        return f"{money(abs(self.more))} a year {'more' if self.more > 0 else 'less'}"


def children_at_risk(on: datetime.date, *, by: User, urn: int | None = None) -> list[AtRisk]:
    """The children who are there on a day, by school, or at one school alone.

    A few queries, whatever their number.
    """
    reasons = schools_at_risk(on)
    open_case = Case.objects.visible_to(by).open().filter(child=OuterRef("child"))
    there = Placement.objects.visible_to(by).on(on).filter(school__in=reasons)
    if urn is not None:
        there = there.filter(school__urn=urn)
    there = with_cost(there, on=on).annotate(
        open_case=Subquery(open_case.values("pk")[:1]), compared=_compared(on)
    )
    rows = there.select_related(*FACTS).order_by("school__name", "child__reference", "pk")
    funding = place_funding(on)
    return [
        AtRisk(each, reasons[each.school_id], each.open_case, _with_funding(each, funding))
        for each in rows
    ]


def with_matches(rows: Sequence[AtRisk], *, today: datetime.date) -> list[AtRisk]:
    """The same, each with the nearest schools that have a place free, by one statement more."""
    places = [row.placement for row in rows]
    found = nearest(places, today=today, without=schools_at_risk(today))
    return [replace(row, matches=tuple(matches)) for row, matches in zip(rows, found, strict=True)]


def _compared(on: datetime.date) -> Subquery:
    charges = Charge.objects.filter(placement=OuterRef("pk"), kind__in=COMPARED_KINDS)
    charges = charges.filter(Q(last_on=None) | Q(last_on__gte=on), first_on__lte=on)
    together = charges.order_by().values("placement").annotate(cost=Sum("cost_a_year"))
    return Subquery(together.values("cost"))


def _with_funding(placement: Placement, funding: int) -> Decimal | None:
    if placement.block_id is not None or placement.compared is None:
        return None
    is_funded = placement.school.kind == EstablishmentType.NON_MAINTAINED_SPECIAL
    return to_penny(placement.compared) + (funding if is_funded else 0)


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

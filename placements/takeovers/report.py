"""The placements of a takeover: how many, and pounds a year, go which way. Both sums add up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Round

from contracts.membership import taking_over
from contracts.models import Lot, MembershipMapping, Onward, Takeover
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.money import to_penny
from placements.agreements.models import PlacementAgreement
from placements.agreements.status import PlacementAgreementStatus
from placements.blocks.models import BlockPurchase
from placements.models import Charge, Placement
from placements.takeovers import permissions
from placements.takeovers.models import PlacementMapping

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Going:
    """A placement, how it goes on, in which lot of the new arrangement, and its pounds a year.

    ``membership`` is the key of the one whose way it goes.
    """

    placement: Placement
    way: str
    lot: Lot | None
    cost_a_year: Decimal
    membership: int | None = None


@dataclass(frozen=True)
class WayShare:
    """The memberships and placements of one way."""

    way: str
    words: str
    memberships: int
    placements: int
    cost_a_year: Decimal


@dataclass(frozen=True)
class Sums:
    """All parts beside the totals that the old arrangement has by itself."""

    parts: list[WayShare]
    memberships: int
    placements: int
    cost_a_year: Decimal

    @property
    def together(self) -> tuple[int, int, Decimal]:
        return (
            sum(part.memberships for part in self.parts),
            sum(part.placements for part in self.parts),
            sum((part.cost_a_year for part in self.parts), NOTHING),
        )

    @property
    def not_mapped(self) -> int:
        """How many memberships."""
        return sum(part.memberships for part in self.parts if not part.way)

    @property
    def add_up(self) -> bool:
        """Whether nothing is lost or counted twice, and nothing is left unmapped."""
        unmapped = any(part.memberships + part.placements for part in self.parts if not part.way)
        totals = (self.memberships, self.placements, self.cost_a_year)
        return self.together == totals and not unmapped


def placements_of(takeover: Takeover) -> QuerySet[Placement]:
    """The call-offs and block places that go on under the old arrangement on the day.

    They began in a lot of it, or came into one by an earlier takeover.
    """
    came = PlacementMapping.objects.filter(placement=OuterRef("pk")).exclude(lot=None)
    came = came.exclude(takeover=takeover)
    here = came.filter(lot__vehicle=takeover.vehicle_id)
    in_time = Placement.objects.on(takeover.starts_on).filter(starts_on__lt=takeover.starts_on)
    return in_time.filter(Q(Exists(here)) | Q(lot__vehicle=takeover.vehicle_id) & ~Q(Exists(came)))


def goings(takeover: Takeover, rows: list[MembershipMapping]) -> list[Going]:
    """Each placement goes the way of its school’s membership in its lot.

    One whose school is no member any more runs on by its own terms and is left. Three queries.
    """
    of_lot = {(row.membership.school_id, row.membership.lot_id): row for row in rows}
    of_school = {row.membership.school_id: row for row in rows}
    placed = list(placements_of(takeover).order_by("reference"))
    charges = Charge.objects.on(takeover.starts_on).filter(placement__in=placed).order_by()
    costs = dict(charges.values_list("placement").annotate(Sum("cost_a_year")))
    found = []
    for each in placed:
        row = of_lot.get((each.school_id, each.lot_id)) or of_school.get(each.school_id)
        way, lot = (row.way, row.lot) if row else (Onward.LEFT, None)
        membership = row.membership_id if row else None
        found.append(Going(each, way, lot, to_penny(costs.get(each.pk, NOTHING)), membership))
    return found


def by_membership(
    takeover: Takeover, rows: list[MembershipMapping]
) -> dict[int, tuple[int, Decimal]]:
    """The placements that go the way of each membership, and their pounds a year, by its key."""
    found = {row.membership_id: (0, NOTHING) for row in rows}
    for going in goings(takeover, rows):
        if going.membership is not None:
            many, pounds = found[going.membership]
            found[going.membership] = many + 1, pounds + going.cost_a_year
    return found


def sums_of(takeover: Takeover) -> Sums:
    """As it is planned today; of a takeover that is done, as it was on its day."""
    rows = taking_over.rows_that_count(takeover)
    many: dict[str, list] = defaultdict(lambda: [0, 0, NOTHING])
    for row in rows:
        many[row.way][0] += 1
    if takeover.is_done:
        by_way = PlacementMapping.objects.of(takeover).by_way()
        for way, (count, pounds) in by_way.items():
            many[way][1:] = [count, pounds]
        totals = (
            len(rows),
            sum(c for c, _ in by_way.values()),
            sum((p for _, p in by_way.values()), NOTHING),
        )
    else:
        for going in goings(takeover, rows):
            many[going.way][1] += 1
            many[going.way][2] += going.cost_a_year
        totals = _totals(takeover)
    words = {**dict(Onward.choices), "": "Not mapped"}
    parts = [WayShare(way, said, *many[way]) for way, said in words.items() if way or "" in many]
    return Sums(parts, *totals)


def _totals(takeover: Takeover) -> tuple[int, int, Decimal]:
    """What there is to take over, asked without the plan."""
    placed = placements_of(takeover)
    each = Charge.objects.on(takeover.starts_on).filter(placement__in=placed).order_by()
    each = each.values("placement").annotate(pounds=Round(Sum("cost_a_year"), 2))
    pounds = each.aggregate(total=Sum("pounds"))["total"] or NOTHING
    return takeover.members().count(), placed.count(), to_penny(pounds)


def write_down(takeover: Takeover) -> None:
    """Have each placement where it is from today, in the transaction of the takeover."""
    rows = taking_over.rows_that_count(takeover)
    found = goings(takeover, rows)
    PlacementMapping.objects.bulk_create(
        PlacementMapping(
            takeover=takeover,
            placement=each.placement,
            way=each.way,
            lot=each.lot,
            cost_a_year=each.cost_a_year,
        )
        for each in found
    )
    _, many, pounds = _totals(takeover)
    there = sum((each.cost_a_year for each in found), NOTHING)
    stop_if(permissions.why_not_write_down((many, pounds), (len(found), there)))


def re_signed_since(takeover: Takeover) -> int:
    """How many of the placements to re-sign have a new agreement that has begun."""
    to_sign = PlacementMapping.objects.of(takeover).filter(way=Onward.RE_SIGNED)
    signed = PlacementAgreement.objects.filter(
        placement__in=to_sign.values("placement"),
        status=PlacementAgreementStatus.IN_FORCE,
        starts_on__gte=takeover.starts_on,
    )
    return signed.values("placement").distinct().count()


def blocks_that_go_on(takeover: Takeover) -> QuerySet[BlockPurchase]:
    """Block contracts of the old arrangement that last beyond its last day, on their own terms."""
    blocks = BlockPurchase.objects.that_count().on(takeover.starts_on)
    return blocks.filter(lot__vehicle=takeover.vehicle_id, starts_on__lt=takeover.starts_on)

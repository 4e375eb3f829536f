"""The dry run: which children, contracts and pounds go where. The totals are conserved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Round

from nmiss.base.core.money import to_penny
from placements.models import Charge, Child, Placement
from placements.reorganising.models import ChildTransfer, HomeDistrict, Reorganisation

NOTHING = Decimal(0)
NOWHERE = "Not known yet"


@dataclass(frozen=True)
class Moving:
    """A child by its key, with its district, successor, contracts and pounds a year."""

    child: int
    district: int | None
    successor: int | None
    contracts: int
    cost_a_year: Decimal


@dataclass(frozen=True)
class AuthorityShare:
    """What goes to one authority."""

    name: str
    children: int
    contracts: int
    cost_a_year: Decimal


@dataclass(frozen=True)
class DryRun:
    """All shares beside the totals of the old authority, each asked for by itself."""

    shares: list[AuthorityShare]
    each: list[Moving]
    children: int
    contracts: int
    cost_a_year: Decimal

    @property
    def together(self) -> tuple[int, int, Decimal]:
        return (
            sum(share.children for share in self.shares),
            sum(share.contracts for share in self.shares),
            sum((share.cost_a_year for share in self.shares), NOTHING),
        )

    @property
    def add_up(self) -> bool:
        everywhere = all(share.name != NOWHERE for share in self.shares)
        return everywhere and self.together == (self.children, self.contracts, self.cost_a_year)


def placements_on(plan: Reorganisation) -> QuerySet[Placement]:
    """Those that the old authority pays for on the vesting day: each is a contract."""
    return Placement.objects.on(plan.starts_on)


def without_district(plan: Reorganisation) -> QuerySet[Child]:
    """Placed children whose home district nobody has recorded, or of another authority."""
    placed = Child.objects.filter(pk__in=placements_on(plan).values("child"))
    homes = HomeDistrict.objects.filter(district__authority=plan.old_id).values("child")
    return placed.exclude(pk__in=homes).by_reference()


def homes_of(plan: Reorganisation) -> QuerySet:
    """Each placed child with its home district, which may be of another authority, or none."""
    placed = Child.objects.filter(pk__in=placements_on(plan).values("child"))
    return placed.order_by("pk").values_list("pk", "home_district__district")


def dry_run(plan: Reorganisation) -> DryRun:
    """As it would be done today; of a plan that is done, as it was. Four queries."""
    names = {None: NOWHERE}
    rows = plan.districts.select_related("successor").order_by("successor__name", "pk")
    successor_of = {}
    for row in rows:
        successor_of[row.district_id] = row.successor_id
        if row.successor_id:
            names.setdefault(row.successor_id, row.successor.name)
    each = _that_went(plan) if plan.is_done else _that_would_go(plan, successor_of)
    sums: dict[int | None, list] = defaultdict(lambda: [0, 0, NOTHING])
    for moving in each:
        share = sums[moving.successor]
        share[0] += 1
        share[1] += moving.contracts
        share[2] += moving.cost_a_year
    keys = [key for key in names if key is not None or None in sums]
    shares = [
        AuthorityShare(names[key], *sums[key]) for key in sorted(keys, key=lambda key: names[key])
    ]
    return DryRun(shares, each, *_totals(plan))


def _that_would_go(plan: Reorganisation, successor_of: dict[int, int | None]) -> list[Moving]:
    placed = placements_on(plan)
    counts = dict(placed.order_by().values_list("child").annotate(Count("pk")))
    charges = Charge.objects.on(plan.starts_on).filter(placement__in=placed).order_by()
    costs: dict[int, Decimal] = defaultdict(Decimal)
    by_placement = charges.values_list("placement", "placement__child").annotate(Sum("cost_a_year"))
    for _, child, pounds in by_placement:
        costs[child] += to_penny(pounds)
    homes = dict(
        HomeDistrict.objects.filter(
            child__in=list(counts), district__authority=plan.old_id
        ).values_list("child", "district")
    )
    return [
        Moving(child, home := homes.get(child), successor_of.get(home), many, costs[child])
        for child, many in sorted(counts.items())
    ]


def _that_went(plan: Reorganisation) -> list[Moving]:
    rows = ChildTransfer.objects.filter(reorganisation=plan).order_by("child")
    return [
        Moving(each.child_id, each.district_id, each.successor_id, each.contracts, each.cost_a_year)
        for each in rows
    ]


def _totals(plan: Reorganisation) -> tuple[int, int, Decimal]:
    """What there is, asked without districts; of a plan that is done, as it was on its day."""
    if plan.is_done:
        gone = ChildTransfer.objects.filter(reorganisation=plan).aggregate(
            children=Count("pk"), contracts=Sum("contracts"), pounds=Sum("cost_a_year")
        )
        return gone["children"], gone["contracts"] or 0, gone["pounds"] or NOTHING
    placed = placements_on(plan)
    counted = placed.aggregate(children=Count("child", distinct=True), contracts=Count("pk"))
    each = Charge.objects.on(plan.starts_on).filter(placement__in=placed).order_by()
    each = each.values("placement").annotate(pounds=Round(Sum("cost_a_year"), 2))
    pounds = each.aggregate(total=Sum("pounds"))["total"] or NOTHING
    return counted["children"], counted["contracts"], to_penny(pounds)

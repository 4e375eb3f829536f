"""Spend of a financial year by school and by placement: gross, income, net, place funding apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Round

from nmiss.base.accounts.models import User
from nmiss.base.core.days import financial_year
from nmiss.base.core.models import LegalParameter
from nmiss.base.core.money import PENNY
from placements.blocks.report import cost_of_year, total
from placements.models import Funder, Placement, PriceLine
from placements.reports.dps_status import Window, placements_in
from placements.reports.spend import (
    Share,
    Total,
    days_of,
    spend_by_line,
    spend_by_placement,
    sums_of_year,
)
from providers.models import School
from providers.models.school import EstablishmentType

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Spend:
    """What some placements cost in a financial year.

    ``blocks`` is what of the gross is the price of block places, used or not.
    ``income`` is what health and social care pay of the gross. ``place_funding`` is what the
    Department pays non-maintained schools for these places: it is in none of the other figures,
    and must be added where such a school's price is compared with an independent school's.
    """

    placements: int = 0
    gross: Decimal = NOTHING
    income: Decimal = NOTHING
    place_funding: Decimal = NOTHING
    blocks: Decimal = NOTHING

    @property
    def net(self) -> Decimal:
        return self.gross - self.income


@dataclass(frozen=True)
class SchoolSpend:
    school: School
    spend: Spend


@dataclass(frozen=True)
class PlacementSpend:
    placement: Placement
    spend: Spend


BLOCK = "block"  # stands where a price line says what it pays for


def lines_of_year(year: int) -> list[Share]:
    """What each line of each placement costs, and each block, by its own reference."""
    blocks = (
        Share(block.reference, BLOCK, Funder.EDUCATION, block.starts_on, share)
        for block, share in cost_of_year(year)
    )
    return [*spend_by_line(year), *blocks]


def totals_of_year(year: int) -> list[Total]:
    """The same, for each placement and each block."""
    blocks = (Total(block.reference, share) for block, share in cost_of_year(year))
    return [*spend_by_placement(year), *blocks]


def schools_with_spend(year: int, *, by: User | None) -> QuerySet[School]:
    """The schools where a placement, or a block, is in force on a day of the year."""
    there = _placements(year, by=by).order_by().values("school_then")
    bought = [block.school_id for block, _ in cost_of_year(year)]
    return School.objects.filter(Q(pk__in=there) | Q(pk__in=bought)).select_related("authority")


def placements_with_spend(
    year: int, *, by: User | None, school: School | None = None
) -> QuerySet[Placement]:
    """The placements in force on a day of the year; of one school where it is given."""
    found = _placements(year, by=by).select_related("school")
    return found.filter(school_then=school.pk) if school else found


def of_schools(schools: Sequence[School], year: int, *, by: User | None) -> list[SchoolSpend]:
    """What placements at each of these schools cost; one that moved counts where it is last."""
    placements = _placements(year, by=by).filter(school_then__in=[one.pk for one in schools])
    sums = _sums(placements, of="school_then")
    income = _income(placements, year, of="school_then")
    blocks = blocks_by_school(year)
    return [
        SchoolSpend(one, _spend(sums.get(one.pk), income.get(one.pk), blocks.get(one.pk)))
        for one in schools
    ]


def of_placements(placements: Sequence[Placement], year: int) -> list[PlacementSpend]:
    """What each of these placements costs."""
    these = _placements(year, by=None).filter(pk__in=[one.pk for one in placements])
    sums, income = _sums(these, of="pk"), _income(these, year, of="pk")
    return [PlacementSpend(one, _spend(sums.get(one.pk), income.get(one.pk))) for one in placements]


def of_all(year: int, *, by: User | None) -> Spend:
    """What all placements cost."""
    placements = _placements(year, by=by)
    sums = sums_of_year(placements, year, of="school_then").values()
    funding = placements.aggregate(sum=Sum("place_funding"))["sum"] or NOTHING
    gross = sum((one.spend for one in sums), NOTHING)
    income = sum(_income(placements, year, of="pk").values(), NOTHING)
    blocks = total(cost_of_year(year))
    return _spend((sum(one.placements for one in sums), gross, funding), income, blocks)


def blocks_by_school(year: int) -> dict[int, Decimal]:
    """What block places of each school cost, used or not."""
    costs: dict[int, Decimal] = {}
    for block, share in cost_of_year(year):
        costs[block.school_id] = costs.get(block.school_id, NOTHING) + share
    return costs


def place_funding(year: int) -> int:
    """Pounds that a place at a non-maintained school brings in a whole year."""
    first, _ = financial_year(year)
    number = LegalParameter.objects.in_force("place_funding", regime="send", on=first)
    return number.value if number else 0


def _placements(year: int, *, by: User | None) -> QuerySet[Placement]:
    first, last = financial_year(year)
    a_year = Value(Decimal(place_funding(year)).quantize(PENNY))
    funding = Round(a_year * F("days_in_year") / days_of(year), precision=2)
    of_kind = Case(
        When(school__kind=EstablishmentType.NON_MAINTAINED_SPECIAL, then=funding),
        default=Value(NOTHING),
    )
    return placements_in(Window(first, last, year), by=by).annotate(place_funding=of_kind)


def _sums(placements: QuerySet, *, of: str) -> dict[int, tuple[int, Decimal, Decimal]]:
    sums = placements.order_by().values_list(of)
    sums = sums.annotate(Count("pk"), Sum("spend_in_year"), Sum("place_funding"))
    return {key: (count, gross, funding) for key, count, gross, funding in sums}


def _income(placements: QuerySet, year: int, *, of: str) -> dict[int, Decimal]:
    """What health and social care pay, by school or by placement. Few placements have such."""
    lines = PriceLine.objects.that_count().exclude(funder=Funder.EDUCATION)
    shared = placements.filter(pk__in=lines.values("placement")).order_by()
    keys = dict(shared.values_list("reference", of))
    pks = shared.values_list("pk", flat=True)
    income: dict[int, Decimal] = {}
    for share in spend_by_line(year, placements=pks) if keys else ():
        if share.funder != Funder.EDUCATION:
            key = keys[share.placement_ref]
            income[key] = income.get(key, NOTHING) + share.amount
    return income


def _spend(
    sums: tuple[int, Decimal, Decimal] | None,
    income: Decimal | None,
    blocks: Decimal | None = None,
) -> Spend:
    count, gross, funding = sums or (0, NOTHING, NOTHING)
    blocks = blocks or NOTHING
    return Spend(count, gross + blocks, income or NOTHING, funding, blocks)

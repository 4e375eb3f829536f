"""What decisions on fees avoided and saved in an academic year, from the rows of the ledger.

Cost avoidance is asked less agreed, cashable saving current less agreed, for the days in scope.
Only the sum of a request is clipped at nought; the shares of schools, providers and funders keep
their sign and add up to the sum before clipping. The two figures are never added together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Collate

from nmiss.base.accounts.models import User
from placements.models import CostAvoidance, Funder

NOTHING = Decimal("0.00")
MOST_SHOWN = 99  # with the line of their sum they are a hundred


@dataclass(frozen=True)
class RequestSum:
    """What a request came to: before clipping, and as it counts."""

    request: str
    placements: int
    avoided_signed: Decimal
    saved_signed: Decimal

    @property
    def avoided(self) -> Decimal:
        return max(NOTHING, self.avoided_signed)

    @property
    def saved(self) -> Decimal:
        return max(NOTHING, self.saved_signed)


@dataclass(frozen=True)
class TotalOfYear:
    """The sum of all requests of the year, as they count."""

    request: str
    avoided: Decimal
    saved: Decimal


@dataclass(frozen=True)
class SavingShare:
    """What falls to a school, a provider, a funder, or to new placements; with its sign."""

    name: str
    placements: int
    avoided: Decimal
    saved: Decimal
    key: object = None


@dataclass(frozen=True)
class SavingsOfYear:
    """The figures of an academic year with their workings."""

    year: int
    requests: Sequence[RequestSum]
    schools: Sequence[SavingShare]
    providers: Sequence[SavingShare]
    funders: Sequence[SavingShare]
    ages: Sequence[SavingShare]

    @property
    def largest_schools(self) -> list[SavingShare]:
        return largest(self.schools, "schools")

    @property
    def largest_providers(self) -> list[SavingShare]:
        return largest(self.providers, "providers")

    @property
    def avoided(self) -> Decimal:
        return sum((each.avoided for each in self.requests), NOTHING)

    @property
    def saved(self) -> Decimal:
        return sum((each.saved for each in self.requests), NOTHING)

    @property
    def avoided_signed(self) -> Decimal:
        return sum((each.avoided_signed for each in self.requests), NOTHING)

    @property
    def saved_signed(self) -> Decimal:
        return sum((each.saved_signed for each in self.requests), NOTHING)

    @property
    def avoided_clipped(self) -> Decimal:
        return self.avoided - self.avoided_signed

    @property
    def saved_clipped(self) -> Decimal:
        return self.saved - self.saved_signed

    @property
    def placements(self) -> int:
        return sum(each.placements for each in self.requests)


def largest(shares: Sequence[SavingShare], others: str) -> list[SavingShare]:
    """As many as a page can show, by name: those of the largest amounts, and the sum of the rest.

    A file has them all.
    """
    if len(shares) <= MOST_SHOWN:
        return list(shares)
    by_size = sorted(shares, key=lambda share: (-abs(share.avoided), -abs(share.saved)))
    shown, rest = by_size[: MOST_SHOWN - 1], by_size[MOST_SHOWN - 1 :]
    summed = SavingShare(
        f"{len(rest):,} other {others}",
        sum(share.placements for share in rest),
        sum((share.avoided for share in rest), NOTHING),
        sum((share.saved for share in rest), NOTHING),
    )
    names = {id(share) for share in shown}
    return [*(share for share in shares if id(share) in names), summed]


def rows_of_year(year: int, *, by: User | None) -> QuerySet[CostAvoidance]:
    """The rows of an academic year that stand, by request and placement."""
    rows = CostAvoidance.objects.visible_to(by).that_stand().of_year(year).in_order()
    return rows.select_related("placement", "school", "provider")


def requests_of_year(year: int, *, by: User | None) -> list[RequestSum]:
    """Each request of an academic year, by its name."""
    rows = CostAvoidance.objects.visible_to(by).that_stand().of_year(year)
    sums = rows.order_by(Collate("request", "C")).values_list("request")
    sums = sums.annotate(Count("pk"), Sum("avoided"), Sum("saved"))
    return [RequestSum(*each) for each in sums]


def with_total(requests: Sequence[RequestSum]) -> Iterator[RequestSum | TotalOfYear]:
    """Each request, and then what all of them come to."""
    yield from requests
    avoided = sum((each.avoided for each in requests), NOTHING)
    yield TotalOfYear("total", avoided, sum((each.saved for each in requests), NOTHING))


def savings_of_year(year: int, *, by: User | None) -> SavingsOfYear:
    rows = CostAvoidance.objects.visible_to(by).that_stand().of_year(year)
    return SavingsOfYear(
        year=year,
        requests=requests_of_year(year, by=by),
        schools=_shares(rows, "school__name", "school__urn"),
        providers=_shares(rows, "provider__name", "provider"),
        funders=_by_funder(rows),
        ages=[
            SavingShare("New placements" if is_new else "Existing placements", *sums)
            for is_new, *sums in rows.order_by("is_new")
            .values_list("is_new")
            .annotate(Count("pk"), Sum("avoided"), Sum("saved"))
        ],
    )


def _shares(rows: QuerySet, name: str, key: str) -> list[SavingShare]:
    sums = rows.order_by(name, key).values_list(name, key)
    sums = sums.annotate(Count("pk"), Sum("avoided"), Sum("saved"))
    return [
        SavingShare(words or "No provider recorded", count, avoided, saved, of)
        for words, of, count, avoided, saved in sums
    ]


def _by_funder(rows: QuerySet) -> list[SavingShare]:
    names = ("avoided", "saved", "health_avoided", "health_saved", "care_avoided", "care_saved")
    sums = rows.aggregate(count=Count("pk"), **{name: Sum(name, default=NOTHING) for name in names})
    health = sums["health_avoided"], sums["health_saved"]
    care = sums["care_avoided"], sums["care_saved"]
    rest = sums["avoided"] - health[0] - care[0], sums["saved"] - health[1] - care[1]
    parts = ((Funder.EDUCATION, rest), (Funder.HEALTH, health), (Funder.SOCIAL_CARE, care))
    return [SavingShare(each.label, sums["count"], *amounts) for each, amounts in parts]

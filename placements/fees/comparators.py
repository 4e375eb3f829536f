"""Comparators: what others ask for the same need, phase and provision, on the DPS and off it."""

from __future__ import annotations

import datetime
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from nmiss.base.core.days import financial_year_of, nc_year, nc_year_cohort
from nmiss.base.core.money import to_penny
from nmiss.base.core.pictures import Dots
from nmiss.base.core.templatetags.components import pounds
from placements.fees.models import FeeLine, PriceBand
from placements.models import Charge
from placements.reports.demand_profile import PHASES, phase_of
from placements.reports.spend_by_school import place_funding
from providers.models import EstablishmentType, Need, Provision

MOST_GROUPS, MOST_DOTS = 12, 200
BOARD_AND_EDUCATION = ("base_education", "residential")
YEARS = range(-10, 100)  # of the National Curriculum: all that a child can be in
Group = tuple[str, str, str]


@dataclass(frozen=True)
class ComparatorRow:
    """Some prices in figures."""

    name: str
    prices: list[Decimal]

    @property
    def count(self) -> int:
        return len(self.prices)

    @property
    def low(self) -> Decimal | None:
        return (quartiles(self.prices) or [None])[0]

    @property
    def middle(self) -> Decimal | None:
        return _median(self.prices)

    @property
    def high(self) -> Decimal | None:
        return (quartiles(self.prices) or [None])[-1]


@dataclass(frozen=True)
class Spread:
    """How yearly prices of a group lie."""

    need: str
    phase: str
    provision: str
    own: list[Decimal]
    on_dps: list[Decimal]
    off_dps: list[Decimal]
    band: PriceBand | None = None  # the national one in force

    @property
    def name(self) -> str:
        need, provision = Need(self.need).label, Provision(self.provision).label
        return f"{need}, {PHASES[self.phase]}, {provision}"

    @property
    def own_median(self) -> Decimal | None:
        return _median(self.own)

    @property
    def anchor(self) -> str:
        return f"spread-{self.need}-{self.phase}-{self.provision}".lower()

    @property
    def alt(self) -> str:
        return f"Yearly prices of {self.name}, on the DPS and not. The table has the figures."

    @property
    def rows(self) -> list[ComparatorRow]:
        """The school's own prices, and those of others."""
        return [
            ComparatorRow("This request", self.own),
            ComparatorRow("On the DPS", self.on_dps),
            ComparatorRow("Not on the DPS", self.off_dps),
        ]

    @property
    def picture(self) -> Dots:
        """Both groups as dots, with the school's own median."""
        own = self.own_median
        return Dots(
            [
                ("On the DPS", thinned(self.on_dps)),
                ("Not on the DPS", thinned(self.off_dps)),
            ],
            say=lambda value: pounds(Decimal(round(value))),
            own=float(own) if own is not None else None,
            medians=[None if row.middle is None else float(row.middle) for row in self.rows[1:]],
        )


def thinned(values: Sequence[Decimal]) -> list[float]:
    """As many as a picture can show, evenly from the lowest to the highest."""
    if len(values) <= MOST_DOTS:
        return [float(value) for value in values]
    last = len(values) - 1
    return [float(values[number * last // (MOST_DOTS - 1)]) for number in range(MOST_DOTS)]


def quartiles(values: Sequence[Decimal]) -> tuple[Decimal, Decimal, Decimal] | None:
    """Lower quartile, median and upper quartile, each between two values where need be."""
    if not values:
        return None
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return to_penny(low), to_penny(middle), to_penny(high)


def _median(values: Sequence[Decimal]) -> Decimal | None:
    return to_penny(statistics.median(values)) if values else None


def spreads_of(lines: Iterable[FeeLine], on: datetime.date) -> list[Spread]:
    """For each group of the request's children: own prices, and those of all other schools.

    Board and education together, net of VAT. Place funding of a non-maintained school is added
    back, so that its price can be compared.
    """
    lines = list(lines)
    schools = {line.placement.school_id for line in lines}
    priced = Priced(on)
    own = {line.placement_id for line in lines}
    ours = defaultdict(list)
    for group, price, _ in priced.of(Q(placement__in=own)):
        ours[group].append(price)
    largest = sorted(ours, key=lambda group: (-len(ours[group]), group))[:MOST_GROUPS]
    others: dict[Group, tuple[list, list]] = {group: ([], []) for group in largest}
    for group, price, is_on_dps in priced.of(
        _in_groups(largest, on), ~Q(placement__school__in=schools)
    ):
        others[group][0 if is_on_dps else 1].append(price)
    bands = list(PriceBand.objects.on(on).closest_first())
    return [
        Spread(*group, *map(sorted, (ours[group], *others[group])), band=_band(group, bands))
        for group in largest
    ]


def _band(group: Group, bands: Iterable[PriceBand]) -> PriceBand | None:
    """The closest national band of such children."""
    return next((band for band in bands if band.is_for(*group)), None)


def _in_groups(groups: Iterable[Group], on: datetime.date) -> Q:
    """Charges of children of these groups on a day."""
    found = Q(pk=None)
    for need, phase, provision in groups:
        cohorts = [nc_year_cohort(year, on=on) for year in YEARS if phase_of(year) == phase]
        found |= Q(
            placement__primary_need=need,
            placement__provision=provision,
            placement__child__cohort__range=(min(cohorts), max(cohorts)),
        )
    return found


class Priced:
    """The yearly prices of the placements of a day."""

    def __init__(self, on: datetime.date) -> None:
        self._on, self._funding = on, place_funding(financial_year_of(on))

    def of(self, *those: Q) -> Iterator[tuple[Group, Decimal, bool]]:
        """Of each placement that is one of those: its group, its price, whether it is on the DPS.

        A placement in a block costs nothing of its own.
        """
        facts = (
            *("placement__primary_need", "placement__child__cohort", "placement__provision"),
            *("placement__school__kind", "placement__lot"),
        )
        rows = Charge.objects.on(self._on).filter(
            *those, kind__in=BOARD_AND_EDUCATION, placement__block=None
        )
        # Each placement is summed by itself, though its number is not asked for.
        rows = rows.values("placement", *facts).annotate(a_year=Sum("cost_a_year"))
        for need, cohort, provision, kind, lot, a_year in rows.order_by().values_list(
            *facts, "a_year"
        ):
            price = to_penny(a_year)
            if kind == EstablishmentType.NON_MAINTAINED_SPECIAL:
                price += self._funding
            phase = phase_of(nc_year(cohort, on=self._on))
            yield (need, phase, provision), price, lot is not None

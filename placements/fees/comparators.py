"""Comparators: what others ask for the same need, phase and provision, on the DPS and off it."""

from __future__ import annotations

import datetime
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum

from nmiss.base.core.days import financial_year_of, nc_year
from nmiss.base.core.money import to_penny
from nmiss.base.core.pictures import Dots
from nmiss.base.core.templatetags.components import pounds
from placements.fees.models import FeeLine, PriceBand
from placements.models import Charge, Placement
from placements.reports.demand_profile import PHASES, phase_of
from placements.reports.spend_by_school import place_funding
from providers.models import EstablishmentType, Need, Provision

MOST_GROUPS, MOST_DOTS = 12, 200
BOARD_AND_EDUCATION = ("base_education", "residential")
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
        )


def thinned(values: Sequence[Decimal]) -> list[float]:
    """As many as a picture can show, evenly from the lowest to the highest."""
    step = math.ceil(len(values) / MOST_DOTS) or 1
    return [float(value) for value in values[::step]]


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
    funding = place_funding(financial_year_of(on))
    own = {line.placement_id for line in lines}
    schools = {line.placement.school_id for line in lines}
    found: dict[Group, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))
    wanted: set[Group] = set()
    for row in _priced(on, own):
        year = nc_year(row["placement__child__cohort"], on=on)
        need, provision = row["placement__primary_need"], row["placement__provision"]
        group = need, phase_of(year), provision
        price = to_penny(row["a_year"])
        if row["placement__school__kind"] == EstablishmentType.NON_MAINTAINED_SPECIAL:
            price += funding
        if row["placement"] in own:
            wanted.add(group)
            found[group][0].append(price)
        elif row["placement__school"] not in schools:
            found[group][1 if row["placement__lot"] else 2].append(price)
    largest = sorted(wanted, key=lambda group: (-len(found[group][0]), group))
    bands = list(PriceBand.objects.on(on).closest_first())
    return [
        Spread(*group, *map(sorted, found[group]), band=_band(group, bands))
        for group in largest[:MOST_GROUPS]
    ]


def _band(group: Group, bands: Iterable[PriceBand]) -> PriceBand | None:
    """The closest national band of such children."""
    return next((band for band in bands if band.is_for(*group)), None)


def _priced(on: datetime.date, own: set[int]) -> Iterable[dict[str, object]]:
    """The yearly price of each placement of a day with a need and a provision of these."""
    alike = list(
        Placement.objects.filter(pk__in=own)
        .order_by()
        .values_list("primary_need", "provision")
        .distinct()
    )
    facts = (
        *("placement", "placement__primary_need", "placement__provision", "placement__lot"),
        *("placement__school", "placement__school__kind", "placement__child__cohort"),
    )
    charges = Charge.objects.on(on).filter(
        kind__in=BOARD_AND_EDUCATION,
        placement__block=None,  # it costs nothing of its own
        placement__primary_need__in={need for need, _ in alike},
        placement__provision__in={provision for _, provision in alike},
    )
    return charges.values(*facts).annotate(a_year=Sum("cost_a_year")).order_by("placement")

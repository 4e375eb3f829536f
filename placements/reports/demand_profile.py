"""Demand profile: who the children are on one day (decision report 25/00007, 3.7 and 3.8)."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef

from contracts.models import Membership
from nmiss.accounts.models import User
from nmiss.core.calendar import nc_year, year_in_words
from nmiss.core.money import percent
from placements.models import Placement
from providers.models import Need

EARLY_YEARS, PRIMARY, SECONDARY, POST_16 = "early_years", "primary", "secondary", "post_16"
PHASES = {
    EARLY_YEARS: "Before reception",
    PRIMARY: "Primary (reception to year 6)",
    SECONDARY: "Secondary (years 7 to 11)",
    POST_16: "Post-16 (year 12 and above)",
}


def phase_of(year: int) -> str:
    """The phase of a National Curriculum year: reception to 6, 7 to 11, 12 up."""
    if year < 0:
        return EARLY_YEARS
    if year <= 6:
        return PRIMARY
    return SECONDARY if year <= 11 else POST_16


@dataclass(frozen=True)
class Share:
    """How many of the children have one value, on the DPS and not, and their share of all."""

    value: str
    label: str
    dps: int
    non_dps: int
    percent: Decimal

    @property
    def children(self) -> int:
        return self.dps + self.non_dps


@dataclass(frozen=True)
class DemandProfile:
    """The children placed on a day. A school is DPS if it was a member on that day."""

    on: datetime.date
    total: Share
    schools: Share
    needs: list[Share]
    phases: list[Share]
    nc_years: list[Share]

    @property
    def peak_year(self) -> Share | None:
        """The year with most children; of several, the lowest."""
        return max(self.nc_years, key=lambda share: share.children, default=None)


def demand_profile(on: datetime.date, *, by: User | None) -> DemandProfile:
    """Count the children placed on the day by primary need, phase and National Curriculum year.

    "The data reflects the demand profile of placements in the NMISS sector" (3.7). A child has
    one place on a day at the most, so places are children.
    """
    rows = Placement.objects if by is None else Placement.objects.visible_to(by)
    member = Membership.objects.on(on).filter(school=OuterRef("school"))
    placed = rows.on(on).annotate(dps=Exists(member))
    counts = {"need": Counter(), "phase": Counter(), "nc_year": Counter()}
    groups = placed.values("dps", "primary_need", "child__cohort").annotate(children=Count("pk"))
    for group in groups:
        year = nc_year(group["child__cohort"], on=on)
        of = {"need": group["primary_need"], "phase": phase_of(year), "nc_year": year}
        for dimension, value in of.items():
            counts[dimension][value, group["dps"]] += group["children"]
    schools = placed.values_list("dps").annotate(Count("school", distinct=True))
    needs = _shares(counts["need"], dict(Need.choices))
    return DemandProfile(
        on=on,
        total=_all("Children", counts["phase"]),
        schools=_all("Schools", Counter({("", dps): count for dps, count in schools})),
        needs=sorted(needs, key=lambda share: -share.children),
        phases=_shares(counts["phase"], PHASES),
        nc_years=_shares(counts["nc_year"], _years(counts["nc_year"])),
    )


def _years(count: Counter) -> dict[int, str]:
    return {year: year_in_words(year) for year in sorted({year for year, _ in count})}


def _all(label: str, count: Counter) -> Share:
    """One share of everything that was counted."""
    dps = sum(number for (_, is_dps), number in count.items() if is_dps)
    return Share("", label, dps, count.total() - dps, percent(count.total(), count.total()))


def _shares(count: Counter, labels: dict) -> list[Share]:
    """The share of each value that occurs, in the order of the labels."""
    return [
        Share(
            str(value),
            label,
            count[value, True],
            count[value, False],
            percent(count[value, True] + count[value, False], count.total()),
        )
        for value, label in labels.items()
        if count[value, True] + count[value, False]
    ]

"""Demand profile: who the children are on one day (decision report 25/00007, 3.7 and 3.8)."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q, QuerySet

from contracts.models import Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.days import nc_year, nc_year_cohort, year_in_words
from nmiss.base.core.money import percent
from placements.models import Placement
from providers.lines import Successions, as_of
from providers.models import Need

EARLY_YEARS, PRIMARY, SECONDARY, POST_16 = "early_years", "primary", "secondary", "post_16"
PHASES = {
    EARLY_YEARS: "Before reception",
    PRIMARY: "Primary (reception to year 6)",
    SECONDARY: "Secondary (years 7 to 11)",
    POST_16: "Post-16 (year 12 and above)",
}


# The last year of each phase: reception to 6, 7 to 11, 12 up.
_LAST_YEARS = {EARLY_YEARS: -1, PRIMARY: 6, SECONDARY: 11, POST_16: 99}
TOTAL, NEED, PHASE, NC_YEAR = "total", "need", "phase", "nc_year"
DIMENSIONS = (TOTAL, NEED, PHASE, NC_YEAR)


def phase_of(year: int) -> str:
    """The phase of a National Curriculum year."""
    return next(phase for phase, last in _LAST_YEARS.items() if year <= last)


@dataclass(frozen=True)
class ShareOfChildren:
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
    total: ShareOfChildren
    schools: ShareOfChildren
    needs: list[ShareOfChildren]
    phases: list[ShareOfChildren]
    nc_years: list[ShareOfChildren]

    @property
    def day_in_address(self) -> str:
        """The day as it stands in an address."""
        return str(self.on)

    @property
    def peak_year(self) -> ShareOfChildren | None:
        """The year with most children; of several, the lowest."""
        return max(self.nc_years, key=lambda share: share.children, default=None)


def demand_profile(on: datetime.date, *, by: User | None) -> DemandProfile:
    """Count the children placed on the day by primary need, phase and National Curriculum year.

    "The data reflects the demand profile of placements in the NMISS sector" (3.7). A child has
    one place on a day at the most, so places are children.
    """
    placed = placed_on(on, by=by)
    counts = {NEED: Counter(), PHASE: Counter(), NC_YEAR: Counter()}
    groups = placed.values("dps", "primary_need", "child__cohort").annotate(children=Count("pk"))
    for group in groups:
        year = nc_year(group["child__cohort"], on=on)
        of = {NEED: group["primary_need"], PHASE: phase_of(year), NC_YEAR: year}
        for dimension, value in of.items():
            counts[dimension][value, group["dps"]] += group["children"]
    schools = placed.values_list("dps").annotate(Count("school_then", distinct=True))
    needs = _shares(counts[NEED], dict(Need.choices))
    return DemandProfile(
        on=on,
        total=_all("Children", counts[PHASE]),
        schools=_all("Schools", Counter({("", dps): count for dps, count in schools})),
        needs=sorted(needs, key=lambda share: -share.children),
        phases=_shares(counts[PHASE], PHASES),
        nc_years=_shares(counts[NC_YEAR], _years(counts[NC_YEAR])),
    )


def placed_on(on: datetime.date, *, by: User | None) -> QuerySet[Placement]:
    """The places in force on the day, each with ``dps``: whether its school was a member then."""
    rows = Placement.objects if by is None else Placement.objects.visible_to(by)
    heirs = Successions.load().heirs(on)
    # A subquery: PostgreSQL puts it into a hash, and would go through a long list at each place.
    members = (
        Membership.objects.of_the_dps().on(on).order_by().values(member=as_of("school", heirs))
    )
    dps = Q(school_then__in=members)
    return rows.on(on).at(on, heirs).annotate(dps=ExpressionWrapper(dps, BooleanField()))


def places_behind(
    on: datetime.date, *, dimension: str, value: str, dps: bool | None, by: User | None
) -> QuerySet[Placement]:
    """The places that a figure of the profile counts; of both kinds of schools without ``dps``."""
    found = placed_on(on, by=by)
    if dps is not None:
        found = found.filter(dps=dps)
    if dimension == NEED:
        found = found.filter(primary_need=value)
    if dimension == PHASE:
        first, last = _years_of(value)
        # A later cohort is in a lower year.
        cohorts = (nc_year_cohort(last, on=on), nc_year_cohort(first, on=on))
        found = found.filter(child__cohort__range=cohorts)
    if dimension == NC_YEAR:
        found = found.filter(child__cohort=nc_year_cohort(int(value), on=on))
    return found.annotate(year=nc_year(F("child__cohort"), on=on)).select_related("child", "school")


def label_of(dimension: str, value: str) -> str:
    """A value in words: "Autistic spectrum disorder", "Year 10"."""
    labels = {NEED: dict(Need.choices), PHASE: PHASES}
    if dimension == NC_YEAR:
        return year_in_words(int(value))
    return labels.get(dimension, {}).get(value, "All children")


def _years_of(phase: str) -> tuple[int, int]:
    phases = list(_LAST_YEARS)
    before = phases.index(phase) - 1
    first = _LAST_YEARS[phases[before]] + 1 if before >= 0 else -99
    return first, _LAST_YEARS[phase]


def _years(count: Counter) -> dict[int, str]:
    return {year: year_in_words(year) for year in sorted({year for year, _ in count})}


def _all(label: str, count: Counter) -> ShareOfChildren:
    """One share of everything that was counted."""
    dps = sum(number for (_, is_dps), number in count.items() if is_dps)
    return ShareOfChildren(
        "", label, dps, count.total() - dps, percent(count.total(), count.total())
    )


def _shares(count: Counter, labels: dict) -> list[ShareOfChildren]:
    """The share of each value that occurs, in the order of the labels."""
    return [
        ShareOfChildren(
            str(value),
            label,
            count[value, True],
            count[value, False],
            percent(count[value, True] + count[value, False], count.total()),
        )
        for value, label in labels.items()
        if count[value, True] + count[value, False]
    ]

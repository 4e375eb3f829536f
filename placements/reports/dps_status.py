"""DPS status: table 3.3 of decision report 25/00007, for any window and financial year.

"Based on all independent placements between April and November 2024, 21% of NMISS schools in
Kent are on the DPS, with 56% of placements being made at DPS schools" (3.3).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self
from urllib.parse import urlencode

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Least
from django.utils import timezone

from contracts.models import Membership
from nmiss.base.accounts.models import User
from nmiss.base.core.days import DayCount, financial_year
from nmiss.base.core.money import average, percent, to_penny
from nmiss.base.core.templatetags.components import rounding_note
from placements.blocks.report import cost_of_year
from placements.models import Placement
from placements.reports.spend import YearlySum, days_of, spend_of_year, sums_of_year
from providers.lines import Successions
from providers.models import School

DPS, NON_DPS, TOTAL = "dps", "non_dps", "total"
NOTHING = Decimal("0.00")
NOBODY = {"children": 0, "spend": NOTHING}
LABELS = {DPS: "DPS", NON_DPS: "non DPS", TOTAL: "Total"}


@dataclass(frozen=True)
class Window:
    """What the table is asked about: days from first to last, and a financial year for spend.

    ``financial_year`` is the year of its April: 2024 is April 2024 to March 2025.
    """

    first: datetime.date
    last: datetime.date
    financial_year: int

    @property
    def days_of_year(self) -> int:
        """The days of the financial year: 366 where a 29 February is in it."""
        return days_of(self.financial_year)

    @property
    def years(self) -> str:
        """The financial year as papers write it: 2024-25."""
        return f"{self.financial_year}-{(self.financial_year + 1) % 100:02}"

    @property
    def is_the_whole_year(self) -> bool:
        """Whether every placement of the financial year touches it."""
        first, last = financial_year(self.financial_year)
        return self.first <= first and self.last >= last

    @property
    def in_a_name(self) -> str:
        """The window as it stands in the name of a file."""
        return f"{self.first}-to-{self.last}-spend-{self.years}"

    @property
    def query(self) -> str:
        """The window as it stands in an address."""
        return urlencode(
            {"from": self.first, "to": self.last, "financial_year": self.financial_year}
        )


# Of each of these a row has its share.
_SHARED = ("schools", "out_of_area", "placements", "spend")


@dataclass(frozen=True)
class StatusRow:
    """One row of the table. Money in pounds to the penny, shares in per cent to two decimals.

    Each share stands beside what it is a share of (``schools_of`` and so on). ``child_years`` are
    the days of all placements in force in the financial year ÷ the days of that year; the
    ``annualised_cost`` is spend ÷ child-years: what a place costs for a whole year.
    """

    status: str
    schools: int
    schools_percent: Decimal
    out_of_area: int
    out_of_area_percent: Decimal
    placements: int
    placements_percent: Decimal
    spend: Decimal
    spend_percent: Decimal
    average_cost: Decimal | None
    schools_of: int
    out_of_area_of: int
    placements_of: int
    spend_of: Decimal
    days_in_force: int
    days_of_year: int
    child_years: Decimal
    annualised_cost: Decimal | None
    as_at: datetime.date

    @property
    def label(self) -> str:
        """The row's name in the paper."""
        return LABELS[self.status]


@dataclass(frozen=True)
class DpsStatus:
    """The table: DPS, not DPS, total; and how many children are in both of the first two."""

    window: Window
    as_at: datetime.date
    dps: StatusRow
    non_dps: StatusRow
    total: StatusRow

    def __iter__(self) -> Iterator[StatusRow]:
        return iter((self.dps, self.non_dps, self.total))

    @property
    def notes(self) -> list[str]:
        """Why shares of both rows do not add up to 100, where they do not."""
        found, both = [], self.children_in_both
        if both:
            found.append(
                f"{both:,} child{' is' if both == 1 else 'ren are'} in both rows, and once in the "
                "total, so shares of placements add up to more than 100%."
            )
        rows = (self.dps, self.non_dps)
        shares = [[getattr(row, f"{name}_percent") for row in rows] for name in _SHARED]
        return found + sorted({note for each in shares if (note := rounding_note(each))})

    @property
    def children_in_both(self) -> int:
        """The total counts each child once; so many are in both rows."""
        return self.dps.placements + self.non_dps.placements - self.total.placements


@dataclass(frozen=True)
class SchoolRow:
    """A school behind a row of the table: its children in the window and its spend in pounds."""

    school: School
    children: int
    spend: Decimal


def dps_status(window: Window, *, by: User | None, as_at: datetime.date | None = None) -> DpsStatus:
    """Work out the table from the placements that touch the window.

    A school is in the DPS row if it was a member on at least one day of the window, both ends
    included; a school that got another number, or became part of another, by the last day of
    the window counts as what it became. *Placements* is "the total number of children who
    attended … This includes children who started and left placements during this period" (3.3,
    footnote): each child once a row. *Spend* is each price × its days in force inside the
    financial year ÷ days of that year, each placement rounded to the penny, half up, then summed;
    and what of the price of block places falls in that year, used or not. So a school whose
    block nobody uses is a school of its row, with no child.
    ``as_at`` is the day on which the records are read: today.
    """
    schools = _Schools.of(window)
    placements, on_the_dps = _placements_in(window, schools, by=by), schools.members
    elsewhere = frozenset(School.objects.out_of_area().values_list("pk", flat=True))
    counts = {status: _Counts() for status in (DPS, NON_DPS, TOTAL)}
    sums = sums_of_year(placements, window.financial_year, of="school_then")
    for school, found in sums.items():
        for status in (DPS if school in on_the_dps else NON_DPS, TOTAL):
            counts[status].add(found, is_elsewhere=school in elsewhere)
    for school, amount in _blocks(window, schools.heirs).items():
        for status in (DPS if school in on_the_dps else NON_DPS, TOTAL):
            counts[status].spend += amount
            if school not in sums:
                counts[status].schools += 1
                counts[status].out_of_area += school in elsewhere
    for schools in _schools_of_the_restless(placements):
        of_dps = sum(school in on_the_dps for school in schools)
        times = {DPS: of_dps, NON_DPS: len(schools) - of_dps, TOTAL: len(schools)}
        for status, number in times.items():
            counts[status].placements -= max(number - 1, 0)
    as_at, total = as_at or timezone.localdate(), counts[TOTAL]
    rows = {
        status: _row(status, count, total, days_of_year=window.days_of_year, as_at=as_at)
        for status, count in counts.items()
    }
    return DpsStatus(window, as_at, **rows)


@dataclass
class _Counts:
    """What is added up for one row."""

    schools: int = 0
    out_of_area: int = 0
    placements: int = 0
    spend: Decimal = Decimal("0.00")
    days: int = 0

    def add(self, found: YearlySum, *, is_elsewhere: bool) -> None:
        self.schools += 1
        self.out_of_area += is_elsewhere
        self.placements += found.placements
        self.spend += found.spend
        self.days += found.days


def _schools_of_the_restless(placements: QuerySet[Placement]) -> QuerySet:
    """The schools of each child with several places in the window, a school for each place.

    They are few. To take away what they count too much is far quicker than to have PostgreSQL
    count all children apart, thrice.
    """
    several = placements.order_by().values("child").annotate(number=Count("pk"))
    return several.filter(number__gt=1).values_list(ArrayAgg("school_then"), flat=True)


def schools_of(window: Window, *, status: str, by: User | None) -> QuerySet[School]:
    """The schools behind a row of the table."""
    schools = _Schools.of(window)
    placements, bought = _placements_in(window, schools, by=by), set(_blocks(window, schools.heirs))
    if status in (DPS, NON_DPS):
        placements = placements.filter(status=status)
        bought = {school for school in bought if (school in schools.members) == (status == DPS)}
    there = Q(pk__in=placements.order_by().values("school_then")) | Q(pk__in=bought)
    return School.objects.filter(there).select_related("authority")


def _blocks(window: Window, heirs: Mapping[int, int]) -> dict[int, Decimal]:
    """What block places cost in the financial year, used or not, by what schools have become."""
    costs: dict[int, Decimal] = {}
    for block, share in cost_of_year(window.financial_year):
        school = heirs.get(block.school_id, block.school_id)
        costs[school] = costs.get(school, Decimal("0.00")) + share
    return costs


def figures_of(schools: Sequence[School], window: Window, *, by: User | None) -> list[SchoolRow]:
    """What the table counts at each of these schools; a school is in one row of it alone."""
    figures = (
        placements_in(window, by=by)
        .filter(school_then__in=[school.pk for school in schools])
        .order_by()
        .values("school_then")
        .annotate(children=Count("child", distinct=True), spend=Sum("spend_in_year"))
    )
    of_school = {row["school_then"]: row for row in figures}
    blocks = _blocks(window, _Schools.of(window).heirs)
    return [
        SchoolRow(
            school,
            of_school.get(school.pk, NOBODY)["children"],
            of_school.get(school.pk, NOBODY)["spend"] + blocks.get(school.pk, NOTHING),
        )
        for school in schools
    ]


def placements_in(window: Window, *, by: User | None) -> QuerySet[Placement]:
    """The placements that touch the window, each with its ``status``.

    And with ``school_then``, where it was at the end of the window, and what the financial year
    has of it: ``days_in_year`` and ``spend_in_year``.
    """
    return _placements_in(window, _Schools.of(window), by=by)


@dataclass(frozen=True)
class _Schools:
    """What schools have become by the end of the window, and which of them were members in it."""

    heirs: Mapping[int, int]
    members: frozenset[int]

    @classmethod
    def of(cls, window: Window) -> Self:
        heirs = Successions.load().heirs(window.last)
        members = Membership.objects.of_the_dps().touching(window.first, window.last)
        schools = members.order_by().values_list("school", flat=True).distinct()
        return cls(heirs, frozenset(heirs.get(school, school) for school in schools))


def _placements_in(window: Window, schools: _Schools, *, by: User | None) -> QuerySet[Placement]:
    rows = Placement.objects if by is None else Placement.objects.visible_to(by)
    return (
        rows.touching(window.first, window.last)
        .at(window.last, schools.heirs)
        .annotate(
            status=Case(
                When(school_then__in=schools.members, then=Value(DPS)),
                default=Value(NON_DPS),
                output_field=CharField(),
            ),
            days_in_year=_days_in(*financial_year(window.financial_year)),
            spend_in_year=spend_of_year(window.financial_year, days=F("days_in_year")),
        )
    )


def _days_in(first: datetime.date, last: datetime.date) -> Greatest:
    """Days in force from a first day to a last one, both included; an open placement goes on."""
    in_force = DayCount(
        first=Greatest(F("starts_on"), first), last=Least(Coalesce(F("ended_on"), last), last)
    )
    return Greatest(in_force, 0)


def _row(
    status: str, row: _Counts, total: _Counts, *, days_of_year: int, as_at: datetime.date
) -> StatusRow:
    return StatusRow(
        status=status,
        schools=row.schools,
        schools_percent=percent(row.schools, total.schools),
        out_of_area=row.out_of_area,
        out_of_area_percent=percent(row.out_of_area, total.out_of_area),
        placements=row.placements,
        placements_percent=percent(row.placements, total.placements),
        spend=row.spend,
        spend_percent=percent(row.spend, total.spend),
        average_cost=average(row.spend, row.placements),
        schools_of=total.schools,
        out_of_area_of=total.out_of_area,
        placements_of=total.placements,
        spend_of=total.spend,
        days_in_force=row.days,
        days_of_year=days_of_year,
        child_years=to_penny(Decimal(row.days) / days_of_year),
        annualised_cost=average(row.spend * days_of_year, row.days),
        as_at=as_at,
    )

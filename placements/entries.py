"""One row of a placements file, read cell by cell."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.core.days import cohort_of
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.models import ChildSex, EndReason, Provision, Route
from placements.models.placement import MOST_A_YEAR
from providers.models import Need, School

OLDEST = 30


@dataclass(slots=True)
class PlacementEntry:
    """What one row says. A cell that could not be read is None or empty, and a fault."""

    row: Row
    reference: str
    pupil: str
    birth_date: datetime.date | None
    sex: str
    home_postcode: str
    urn: int | None
    school_id: int | None
    route: str
    provision: str
    primary_need: str
    secondary_need: str
    starts_on: datetime.date | None
    ended_on: datetime.date | None
    end_reason: str
    annual_fee: Decimal | None

    @property
    def cohort(self) -> int:
        return cohort_of(self.birth_date)


def read_entries(table: Table) -> dict[str, PlacementEntry]:
    """Every row by its reference. Faults are noted in the table; a repeated reference is one."""
    schools = dict(School.objects.values_list("urn", "pk"))
    entries: dict[str, PlacementEntry] = {}
    for row in table.rows():
        entry = _entry(row, schools)
        if entry.reference in entries:
            line = entries[entry.reference].row.line
            row.fault(
                "placement_ref", f"line {line} has this reference: use another for this placement"
            )
        elif entry.reference:
            entries[entry.reference] = entry
    return entries


def _entry(row: Row, schools: dict[int, int]) -> PlacementEntry:
    urn = _urn(row, schools)
    entry = PlacementEntry(
        row=row,
        reference=row.reference("placement_ref"),
        pupil=row.reference("pupil_ref"),
        birth_date=row.required_day("date_of_birth"),
        sex=row.code("sex", ChildSex),
        home_postcode=row.postcode("home_postcode"),
        urn=urn,
        school_id=schools.get(urn),
        route=row.code("route", Route),
        provision=row.code("provision", Provision),
        primary_need=row.code("primary_need", Need),
        secondary_need=row.code("secondary_need", Need, optional=True),
        starts_on=row.required_day("starts_on"),
        ended_on=row.day("ended_on"),
        end_reason=row.code("end_reason", EndReason, optional=True),
        annual_fee=row.pounds("annual_fee"),
    )
    _check_order(entry)
    if (entry.annual_fee or 0) > MOST_A_YEAR:
        row.fault("annual_fee", f"a place costs £{MOST_A_YEAR:,} a year at most: correct it")
    return entry


def _check_order(entry: PlacementEntry) -> None:
    first = entry.starts_on
    if first and entry.ended_on and entry.ended_on < first:
        remedy = f"the last day is before the first, {first}: correct one of them"
        entry.row.fault("ended_on", remedy)
    if first and entry.birth_date and entry.birth_date >= first:
        remedy = f"the child was not born before the first day, {first}: correct one of them"
        entry.row.fault("date_of_birth", remedy)
    elif first and entry.birth_date and first.year - entry.birth_date.year > OLDEST:
        remedy = f"the child would be over {OLDEST} on the first day, {first}: correct one of them"
        entry.row.fault("date_of_birth", remedy)


def _urn(row: Row, schools: dict[int, int]) -> int | None:
    before = row.faults_so_far
    if not row.text("school_urn"):
        row.fault("school_urn", "enter the school's unique reference number")
    urn = row.whole("school_urn")
    if row.faults_so_far == before and urn not in schools:
        row.fault("school_urn", "no school has this URN: import the schools first, or correct it")
    return urn

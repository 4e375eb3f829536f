"""One row of a file of prices, read cell by cell."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.importing import cells
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.models import Funder, PriceKind, PriceUnit
from placements.models.price_line import MOST_WEEKS, USUAL_WEEKS, cost_of_a_year

MOST_UNITS = Decimal(10_000)
LEAST_WEEKS = Decimal("0.01")

# A placement has one line of a kind and funder from a day.
Key = tuple[str, str, str, datetime.date]


@dataclass(slots=True)
class PriceEntry:
    """What one row says."""

    row: Row
    reference: str
    kind: str
    unit: str
    quantity: Decimal
    amount: Decimal
    funder: str
    starts_on: datetime.date
    ends_on: datetime.date | None
    weeks: Decimal

    @property
    def key(self) -> Key:
        return self.reference, self.kind, self.funder, self.starts_on

    @property
    def facts(self) -> dict[str, object]:
        """What a line is besides its placement and its last day."""
        names = ("kind", "unit", "quantity", "amount", "funder", "weeks", "starts_on")
        return {name: getattr(self, name) for name in names}

    @property
    def cost_a_year(self) -> Decimal:
        return cost_of_a_year(self.amount, self.quantity, self.unit, self.weeks)


def read_entries(table: Table) -> list[PriceEntry]:
    """Every row that can be read. Faults are noted in the table."""
    return [entry for row in table.rows() if (entry := _entry(row))]


def _entry(row: Row) -> PriceEntry | None:
    before = row.faults_so_far
    if not row.text("quantity"):
        row.fault("quantity", "enter a number such as 1, or the hours a week such as 2.5")
    entry = PriceEntry(
        row=row,
        reference=row.reference("placement_ref"),
        kind=row.code("kind", PriceKind),
        unit=row.code("unit", PriceUnit),
        quantity=row.read("quantity", cells.number, places=4, most=MOST_UNITS),
        amount=row.pounds("amount"),
        funder=row.code("funder", Funder),
        starts_on=row.required_day("starts_on"),
        ends_on=row.day("ends_on"),
        weeks=row.read("weeks", cells.number, places=2, least=LEAST_WEEKS, most=Decimal(MOST_WEEKS))
        or Decimal(USUAL_WEEKS),
    )
    if entry.starts_on and entry.ends_on and entry.ends_on < entry.starts_on:
        remedy = f"the last day is before the first, {entry.starts_on}: correct one of them"
        row.fault("ends_on", remedy)
    return entry if row.faults_so_far == before else None

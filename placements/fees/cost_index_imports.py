"""The index of pay and prices comes in: a row for each academic year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.importing import cells
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.fees.models import CostIndex

FIRST, LAST, MOST = 2000, 2099, Decimal(50)
FACTS = ("pay_rate", "price_rate", "source")


@dataclass(slots=True)
class _Entry:
    row: Row
    year: int
    pay_rate: Decimal
    price_rate: Decimal
    source: str


class CostIndexIntake:
    """The rows of one file, beside the years that we have."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.entries: dict[int, _Entry] = {}
        for row in self.table.rows():
            if entry := _entry(row):
                first = self.entries.setdefault(entry.year, entry)
                if first is not entry:
                    remedy = f"line {first.row.line} has this year: enter each year once"
                    row.fault("academic_year", remedy)
        known = CostIndex.objects.filter(academic_year__in=self.entries)
        self.known = {each.academic_year: each for each in known}

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for year, entry in self.entries.items():
            known, name = self.known.get(year), str(year)
            changes = [
                Change(name, fact, getattr(known, fact), getattr(entry, fact), said=_said(*pair))
                for fact in FACTS
                if known
                and (pair := (getattr(known, fact), getattr(entry, fact)))
                and pair[0] != pair[1]
            ]
            words = f"pay {entry.pay_rate} %, prices {entry.price_rate} %"
            outcome.count(
                New(entry.row.line, name, words), known=known is not None, changes=changes
            )

    def write(self) -> None:
        for year, entry in self.entries.items():
            facts = {fact: getattr(entry, fact) for fact in FACTS}
            known = self.known.get(year)
            if known is None:
                CostIndex.objects.create(academic_year=year, **facts)
            elif any(getattr(known, fact) != value for fact, value in facts.items()):
                for fact, value in facts.items():
                    setattr(known, fact, value)
                known.save()


def _said(before: object, after: object) -> tuple[str, str]:
    return str(before), str(after)


def _rate(text: str) -> Decimal:
    """A rise in per cent, with or without its sign; a fall has a minus."""
    text = text.removesuffix("%").strip()
    if text[:1] in {"-", "−"}:
        return -cells.number(text[1:].strip(), places=2, most=MOST)
    return cells.number(text, places=2, most=MOST)


def _entry(row: Row) -> _Entry | None:
    before = row.faults_so_far
    year = row.whole("academic_year")
    if year is None or not FIRST <= year <= LAST:
        row.fault("academic_year", "enter the year of its September, such as 2026")
    pay, price = (row.read(name, _rate, is_needed=True) for name in ("pay_rate", "price_rate"))
    source = row.required("source", longest=200)
    return None if row.faults_so_far > before else _Entry(row, year, pay, price, source)


COST_INDEX = Import(
    name="cost_index",
    title="Index of pay and prices",
    verb="import_cost_index",
    headings=(
        Heading("academic_year"),
        Heading("pay_rate"),
        Heading("price_rate"),
        Heading("source"),
    ),
    intake=CostIndexIntake,
    about=(
        "One row for each academic year, by the year of its September.",
        "The rates are per cent, such as 4.1: how much pay and prices rise.",
        "Name the publisher as the source, such as CPI of September 2025 (ONS).",
        "A rate that is set for a fee window counts instead.",
    ),
)
import_cost_index = COST_INDEX.take_in

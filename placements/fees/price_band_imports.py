"""National price bands come in, once there are any: what a place may cost, from when to when."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.fees.models import Phase, PriceBand
from providers.models import Need, Provision

Key = tuple[str, str, str, datetime.date]


@dataclass(slots=True)
class _Entry:
    row: Row
    key: Key
    ends_on: datetime.date | None
    name: str
    amount: Decimal
    source: str


class PriceBandIntake:
    """The rows of one file, beside the bands that we have. The file may end one, and no more."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.entries: dict[Key, _Entry] = {}
        for row in self.table.rows():
            if entry := _entry(row):
                first = self.entries.setdefault(entry.key, entry)
                if first is not entry:
                    remedy = f"line {first.row.line} has a band for these children from this day"
                    row.fault("starts_on", f"{remedy}: enter each once")
        self.known: dict[Key, PriceBand] = {
            (each.need, each.phase, each.provision, each.starts_on): each
            for each in PriceBand.objects.all()
        }
        for key, entry in self.entries.items():
            ours = self.known.get(key)
            if ours and ours.amount != entry.amount:
                remedy = f"we have this band at {in_words(ours.amount)}: enter the new amount"
                entry.row.fault("amount", f"{remedy} a later first day")
        self._check_overlaps()

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def _check_overlaps(self) -> None:
        spans: dict[tuple[str, ...], list[tuple[datetime.date, datetime.date, Key]]]
        spans = defaultdict(list)
        for key in {*self.entries, *self.known}:
            last = self._ends_on(key) or datetime.date.max
            spans[key[:3]].append((key[3], last, key))
        for of_children in spans.values():
            for (_, last, earlier), (first, _, later) in pairwise(sorted(of_children)):
                if first <= last and (found := self.entries.get(earlier, self.entries.get(later))):
                    found.row.fault(
                        "ends_on" if earlier in self.entries else "starts_on",
                        f"another band for these children begins on {first}: end the earlier one "
                        "the day before",
                    )

    def _ends_on(self, key: Key) -> datetime.date | None:
        entry, ours = self.entries.get(key), self.known.get(key)
        return (entry.ends_on if entry else None) or (ours.ends_on if ours else None)

    def count(self, outcome: Outcome) -> None:
        for key, entry in self.entries.items():
            ours, name = self.known.get(key), f"{entry.name} from {key[3]}"
            changes = []
            if ours and ours.ends_on != self._ends_on(key):
                changes = [Change(name, "ends_on", ours.ends_on, entry.ends_on)]
            new = New(entry.row.line, name, in_words(entry.amount))
            outcome.count(new, known=ours is not None, changes=changes)

    def write(self) -> None:
        for key, entry in self.entries.items():
            ours = self.known.get(key)
            if ours is None:
                need, phase, provision, starts_on = key
                PriceBand.objects.create(
                    name=entry.name,
                    need=need,
                    phase=phase,
                    provision=provision,
                    amount=entry.amount,
                    starts_on=starts_on,
                    ends_on=entry.ends_on,
                    source=entry.source,
                )
            elif ours.ends_on != self._ends_on(key):
                ours.ends_on = self._ends_on(key)
                ours.save(update_fields=["ends_on"])


def _entry(row: Row) -> _Entry | None:
    before = row.faults_so_far
    starts_on, ends_on = row.required_day("starts_on"), row.day("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        row.fault("ends_on", f"the last day is before the first, {starts_on}: correct one")
    key = (
        row.code("need", Need, optional=True),
        row.code("phase", Phase, optional=True),
        row.code("provision", Provision, optional=True),
        starts_on,
    )
    name = row.required("band", longest=100)
    amount = row.pounds("amount")
    source = row.required("source", longest=200)
    if amount is not None and not amount:
        row.fault("amount", "enter pounds above 0")
    if row.faults_so_far > before:
        return None
    return _Entry(row, key, ends_on, name, amount, source)


PRICE_BANDS = Import(
    name="price_bands",
    title="National price bands",
    verb="import_price_bands",
    headings=(
        Heading("band"),
        Heading("need", holds=Need.values, may_be_empty=True),
        Heading("phase", holds=Phase.values, may_be_empty=True),
        Heading("provision", holds=Provision.values, may_be_empty=True),
        Heading("amount"),
        Heading("starts_on"),
        Heading("ends_on", may_be_empty=True),
        Heading("source"),
    ),
    intake=PriceBandIntake,
    about=(
        "One row for each band: the most that a place may cost in a year, in pounds.",
        "Leave need, phase or provision empty where a band is for all.",
        "No national band is in force until a table is imported.",
    ),
)
import_price_bands = PRICE_BANDS.take_in

"""Price lists come in: what schools ask in each lot, from when to when."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from contracts.arrangements.models import Lot
from contracts.membership.vehicles_of_rows import Arrangement, Arrangements
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.fees.models import Phase, PriceList, PriceListLine
from placements.models.price_line import ONE_DAY, PriceKind, PriceUnit
from providers.models import Need, Provision, School

BATCH = 2000
Facts = tuple[str, str, str, str, str, Decimal]


class _Key(NamedTuple):
    """A list is known by its school, its lot and its first day."""

    school: int
    lot: int
    starts_on: datetime.date


@dataclass(slots=True)
class _Entry:
    """What one row says: of which list it is, and one price of that list."""

    row: Row
    key: _Key
    ends_on: datetime.date | None
    facts: Facts

    @property
    def name(self) -> str:
        return f"school {self.row.text('school_urn')}, lot {self.row.text('lot')}"


class PriceListIntake:
    """The rows of one file, beside the lists that we have.

    A list comes whole, with all its lines, and never changes; the file may end one that is open.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.schools = dict(School.objects.values_list("urn", "pk"))
        self.lots = {(lot.vehicle_id, lot.number): lot.pk for lot in Lot.objects.all()}
        arrangements = Arrangements.read()
        self.lists: dict[_Key, list[_Entry]] = defaultdict(list)
        for row in self.table.rows():
            if entry := self._entry(row, arrangements):
                self.lists[entry.key].append(entry)
        self.known = self._known()
        for entries in self.lists.values():
            self._check_one(entries)
        self.ends = self._ends()

    def questions(self) -> list[ReferenceQuestion]:
        return []

    # Reading

    def _entry(self, row: Row, arrangements: Arrangements) -> _Entry | None:
        before = row.faults_so_far
        starts_on, ends_on = row.required_day("starts_on"), row.day("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            row.fault("ends_on", f"the last day is before the first, {starts_on}: correct one")
        key = self._school(row), self._lot(row, arrangements.of(row, starts_on)), starts_on
        facts = (
            row.code("kind", PriceKind),
            row.code("need", Need, optional=True),
            row.code("phase", Phase, optional=True),
            row.code("provision", Provision, optional=True),
            row.code("unit", PriceUnit),
            row.pounds("amount"),
        )
        if row.faults_so_far > before:
            return None
        return _Entry(row, _Key(*key), ends_on, facts)

    def _school(self, row: Row) -> int | None:
        before = row.faults_so_far
        if not row.text("school_urn"):
            row.fault("school_urn", "enter the school's unique reference number")
        urn = row.whole("school_urn")
        if row.faults_so_far == before and urn not in self.schools:
            remedy = "no school has this URN: import the schools first, or correct it"
            row.fault("school_urn", remedy)
        return self.schools.get(urn)

    def _lot(self, row: Row, vehicle: Arrangement | None) -> int | None:
        before = row.faults_so_far
        if not row.text("lot"):
            row.fault("lot", "enter the number of the lot, such as 1")
        number = row.whole("lot", largest=99)
        if vehicle is None or row.faults_so_far > before:
            return None
        if (lot := self.lots.get((vehicle.pk, number))) is None:
            row.fault("lot", f"{vehicle.name} has no lot {number} here: correct the number")
        return lot

    def _known(self) -> dict[_Key, PriceList]:
        """The lists of the file's schools and lots that we have."""
        schools = {key.school for key in self.lists}
        lists = PriceList.objects.that_count().filter(school__in=schools)
        return {
            _Key(each.school_id, each.lot_id, each.starts_on): each
            for each in lists.prefetch_related("lines").order_by("starts_on", "pk")
        }

    # Checks

    def _check_one(self, entries: list[_Entry]) -> None:
        """One list: one last day, each price once, and the same as ours where we have it."""
        first, seen = entries[0], {}
        for entry in entries:
            if entry.ends_on != first.ends_on:
                remedy = f"line {first.row.line} gives this price list another last day"
                entry.row.fault("ends_on", f"{remedy}: use the same for all its lines")
            if (line := seen.setdefault(entry.facts[:4], entry.row.line)) != entry.row.line:
                remedy = f"line {line} has a price for these children already: enter each once"
                entry.row.fault("kind", remedy)
        ours = self.known.get(first.key)
        if ours and _lines_of(ours) != {entry.facts for entry in entries}:
            first.row.fault(
                "starts_on",
                "we have this price list with other prices, and a list never changes: give the new "
                "prices a later first day, or void our list on the school’s page first",
            )

    def _ends(self) -> dict[_Key, datetime.date | None]:
        """The last day of every list, with the day before the next one's first for an open one."""
        chains: dict[tuple[int, int], list[_Key]] = defaultdict(list)
        asked = {key[:2] for key in self.lists}
        for key in sorted({*self.lists, *(key for key in self.known if key[:2] in asked)}):
            chains[key[:2]].append(key)
        ends = {}
        for chain in chains.values():
            for key, following in zip(chain, [*chain[1:], None], strict=True):
                ends[key] = self._end(key, following)
        return ends

    def _end(self, key: _Key, following: _Key | None) -> datetime.date | None:
        entries, ours = self.lists.get(key), self.known.get(key)
        said = (entries[0].ends_on if entries else None) or (ours.ends_on if ours else None)
        if following is None:
            return said
        needed = following.starts_on - ONE_DAY
        if said and said != needed:
            blamed = (entries or self.lists[following])[0]
            word = "a gap" if said < needed else "an overlap"
            blamed.row.fault(
                "ends_on" if entries else "starts_on",
                f"{blamed.name}: {word} between the price list that ends on {said} and the one "
                f"that begins on {following.starts_on}: enter {needed} as the last day, or "
                "leave it empty",
            )
        return needed

    # Counting

    def count(self, outcome: Outcome) -> None:
        for key, entries in self.lists.items():
            first, ours = entries[0], self.known.get(key)
            name = f"{first.name} from {key.starts_on}"
            changes = []
            if ours and ours.ends_on != self.ends[key]:
                changes = [Change(name, "ends_on", ours.ends_on, self.ends[key])]
            words = f"{len(entries)} price" + "s" * (len(entries) != 1)
            new = New(first.row.line, name, words)
            outcome.count(new, known=ours is not None, changes=changes)

    # Writing

    def write(self) -> None:
        for key, ours in self.known.items():
            if key in self.ends and ours.ends_on != self.ends[key]:
                ours.ends_on = self.ends[key]
                ours.save(update_fields=["ends_on"])
        new = {key: entries for key, entries in self.lists.items() if key not in self.known}
        added = PriceList.objects.bulk_create(
            [
                PriceList(
                    school_id=key.school,
                    lot_id=key.lot,
                    starts_on=key.starts_on,
                    ends_on=self.ends[key],
                    size=len(entries),
                    imported=True,
                )
                for key, entries in new.items()
            ],
            batch_size=BATCH,
        )
        PriceListLine.objects.bulk_create(
            [
                PriceListLine(
                    price_list=price_list,
                    **dict(zip(PriceListLine.FACTS, entry.facts, strict=True)),
                )
                for price_list, entries in zip(added, new.values(), strict=True)
                for entry in entries
            ],
            batch_size=BATCH,
        )


def _lines_of(price_list: PriceList) -> set[Facts]:
    return {
        tuple(getattr(line, name) for name in PriceListLine.FACTS)
        for line in price_list.lines.all()
    }


PRICE_LISTS = Import(
    name="price_lists",
    title="Price lists of schools",
    verb="import_price_lists",
    headings=(
        Heading("school_urn"),
        Heading("vehicle", may_be_empty=True, may_be_missing=True),
        Heading("lot"),
        Heading("starts_on"),
        Heading("ends_on", may_be_empty=True),
        Heading("kind", holds=PriceKind.values),
        Heading("need", holds=Need.values, may_be_empty=True),
        Heading("phase", holds=Phase.values, may_be_empty=True),
        Heading("provision", holds=Provision.values, may_be_empty=True),
        Heading("unit", holds=PriceUnit.values),
        Heading("amount"),
    ),
    intake=PriceListIntake,
    about=(
        (
            "One row for each price. Rows with the same school, lot and first day make one price "
            "list. Import the schools and the lots first."
        ),
        "Leave need, phase or provision empty where a price is for all.",
        (
            "Leave the last day empty for the newest list. An earlier list ends the day before "
            "the next one begins. A list never changes: give new prices a later first day."
        ),
    ),
)
import_price_lists = PRICE_LISTS.take_in

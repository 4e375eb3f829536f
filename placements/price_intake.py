"""How the rows of a file of prices meet the lines that we have: overlaps, ends, writing."""

from __future__ import annotations

import datetime
from collections import defaultdict
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Table
from placements.models import Placement, PriceLine
from placements.permissions import why_not_price_in_a_block
from placements.price_entries import Key, PriceEntry, read_entries

BATCH = 2000


class _Span(NamedTuple):
    """The days of a line of one kind and funder; with its row, where the file has it."""

    first: datetime.date
    last: datetime.date
    entry: PriceEntry | None


class PriceIntake:
    """The rows of one file, beside the lines that we have already.

    A line is known by its placement, kind, funder and first day. The file may bring it an earlier
    last day, and nothing else: what a person has ended or voided since stays so.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        self.entries = read_entries(self.table)
        references = {entry.reference for entry in self.entries}
        placements = Placement.objects.with_references(references).select_related("block")
        self.placements = {each.reference.upper(): each for each in placements}
        self.known: dict[Key, PriceLine] = {}
        self.voided: dict[Key, list[PriceLine]] = defaultdict(list)
        by_pk = {each.pk: reference for reference, each in self.placements.items()}
        for line in PriceLine.objects.filter(placement__in=by_pk).oldest_first():
            key = by_pk[line.placement_id], line.kind, line.funder, line.starts_on
            if line.is_voided:
                self.voided[key].append(line)
            else:
                self.known[key] = line
        self._check()

    def questions(self) -> list[ReferenceQuestion]:
        return []

    # Checks

    def _check(self) -> None:
        """Note every fault that one row alone does not show."""
        found = []
        for entry in self.entries:
            if entry.reference in self.placements:
                self._check_same(entry)
                self._check_block(entry)
                found.append(entry)
            else:
                remedy = "no placement has this reference: import the placements first"
                entry.row.fault("placement_ref", f"{remedy}, or correct it")
        self._check_overlaps(found)

    def _check_same(self, entry: PriceEntry) -> None:
        line = self.known.get(entry.key)
        if line and not _is_same(entry, line):
            entry.row.fault(
                "amount",
                f"we have this line at {in_words(line.amount)} × {line.quantity.normalize():f} by "
                f"the {line.unit}, and a line never changes: void it on the placement’s page "
                "first, or enter the new price from a later day",
            )

    def _check_block(self, entry: PriceEntry) -> None:
        block = self.placements[entry.reference].block
        if why_not := why_not_price_in_a_block(block, entry.starts_on):
            entry.row.fault("starts_on", why_not.rstrip("."))

    def _check_overlaps(self, entries: list[PriceEntry]) -> None:
        """Of one placement, kind and funder no two lines share a day."""
        spans: dict[tuple[str, ...], list[_Span]] = defaultdict(list)
        given = {entry.key for entry in entries}
        for entry in entries:
            if not self._was_voided(entry):
                last = self._ends_on(entry) or datetime.date.max
                spans[entry.key[:3]].append(_Span(entry.starts_on, last, entry))
        for key, line in self.known.items():
            if key not in given:
                last = line.ends_on or datetime.date.max
                spans[key[:3]].append(_Span(line.starts_on, last, None))
        for lines in spans.values():
            lines.sort(key=lambda span: span[:2])
            # Whichever up to a line ends last is what the next one must not meet.
            furthest = accumulate(lines, lambda *two: max(*two, key=lambda span: span.last))
            for earlier, later in zip(furthest, lines[1:], strict=False):
                self._check_pair(earlier, later)

    @staticmethod
    def _check_pair(earlier: _Span, later: _Span) -> None:
        entry = later.entry or earlier.entry
        if entry is None or later.first > earlier.last:
            return
        other = earlier if entry is later.entry else later
        line = f" (line {other.entry.row.line})" if other.entry else ""
        entry.row.fault(
            "starts_on" if entry is later.entry else "ends_on",
            f"{entry.reference} has a line of {entry.kind} by {entry.funder} from {other.first}"
            f"{line} on some of these days: end one the day before the next begins",
        )

    # Counting

    def count(self, outcome: Outcome) -> None:
        self.table.tell(f"{len(self.entries):,} price lines checked")
        for entry in self.entries:
            line = self.known.get(entry.key)
            name = f"{entry.reference} {entry.kind} by {entry.funder} from {entry.starts_on}"
            known = line is not None or self._was_voided(entry)
            changes = []
            if line and self._ends_on(entry) != line.ends_on:
                changes = [Change(name, "ends_on", line.ends_on, entry.ends_on)]
            words = f"{in_words(entry.cost_a_year.quantize(Decimal('0.01')))} a year"
            outcome.count(New(entry.row.line, name, words), known=known, changes=changes)
        outcome.warnings += [fault for entry in self.entries for fault in self._warnings(entry)]

    def _warnings(self, entry: PriceEntry) -> list[Fault]:
        line, place = self.known.get(entry.key), self.placements[entry.reference]
        last = self._ends_on(entry)
        found = []
        if self._was_voided(entry):
            remedy = "this line was voided since: it stays so. Add it on the placement’s page"
            found.append(("placement_ref", entry.reference, remedy))
        elif line and entry.ends_on != last:
            remedy = f"this line ends on {in_words(line.ends_on)} already: that stays"
            found.append(("ends_on", str(entry.ends_on or ""), remedy))
        ended = place.ended_on or datetime.date.max
        if entry.starts_on > ended or (last and last < place.starts_on):
            remedy = f"no day of this line is inside {entry.reference}: it counts on none"
            found.append(("starts_on", str(entry.starts_on), remedy))
        return [Fault(entry.row.line, *each) for each in found]

    def _ends_on(self, entry: PriceEntry) -> datetime.date | None:
        """The last day that a line has in the end: the earlier one of the file's and ours."""
        line = self.known.get(entry.key)
        days = (entry.ends_on, line.ends_on if line else None)
        return min((day for day in days if day), default=None)

    def _was_voided(self, entry: PriceEntry) -> bool:
        """Whether somebody has voided this very line, and there is no other in its place."""
        if entry.key in self.known:
            return False
        return any(_is_same(entry, line) for line in self.voided.get(entry.key, ()))

    # Writing

    def write(self) -> None:
        new, ended = [], []
        for entry in self.entries:
            line = self.known.get(entry.key)
            if line is None and not self._was_voided(entry):
                placement = self.placements[entry.reference]
                line = PriceLine.of(placement, ends_on=entry.ends_on, **entry.facts)
                line.imported = True
                new.append(line)
            elif line and self._ends_on(entry) != line.ends_on:
                line.ends_on = entry.ends_on
                ended.append(line)
        PriceLine.objects.bulk_create(new, batch_size=BATCH)
        PriceLine.objects.bulk_update(ended, ["ends_on"], batch_size=BATCH)


def _is_same(entry: PriceEntry, line: PriceLine) -> bool:
    """Whether the row is this line, save for its last day; weeks count where they are used."""
    facts = ("unit", "quantity", "amount", *(("weeks",) if line.is_by_weeks else ()))
    return all(getattr(entry, name) == getattr(line, name) for name in facts)

"""Decisions on fees come in from a file: each row names a placement that was live on the day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

import pghistory
from django.utils import timezone

from nmiss.base.importing import cells
from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.models import CostAvoidance, Placement
from placements.savings import ledger

# A price that is less of the current one than this is a percentage typed where pounds are meant.
_NO_PRICE = Decimal("0.05")


@dataclass(slots=True)
class FeeDecisionEntry:
    """What one row says."""

    row: Row
    request: str
    reference: str
    effective_on: datetime.date
    current: Decimal
    asked: Decimal
    agreed: Decimal | None

    def is_same_as(self, other: CostAvoidance) -> bool:
        agreed = None if other.is_refused else other.agreed
        ours = (other.effective_on, other.current, other.asked, agreed)
        return ours == (self.effective_on, self.current, self.asked, self.agreed)


class FeeDecisionIntake:
    """The rows of one file, beside the ledger: what stands there is neither changed nor doubled."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        today = timezone.localdate()
        self.entries = [entry for row in self.table.rows() if (entry := _entry(row, today=today))]
        references = {entry.reference for entry in self.entries}
        placements = Placement.objects.with_references(references)
        self.placements = {each.reference.upper(): each for each in placements}
        self.standing: dict[int, list[CostAvoidance]] = defaultdict(list)
        for row in ledger.standing([each.pk for each in self.placements.values()]):
            self.standing[row.placement_id].append(row)
        self._check()

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def _check(self) -> None:
        """Note every fault that one row alone does not show."""
        by_request: dict[tuple[str, str], int] = {}
        by_day: dict[tuple[str, datetime.date], int] = {}
        for entry in self.entries:
            placement = self.placements.get(entry.reference)
            if placement is None:
                remedy = "no placement has this reference: import the placements first"
                entry.row.fault("placement_ref", f"{remedy}, or correct it")
                continue
            line = entry.row.line
            first = min(
                by_request.setdefault((entry.request, entry.reference), line),
                by_day.setdefault((entry.reference, entry.effective_on), line),
            )
            if first != line:
                remedy = f"line {first} has a decision on this placement: enter each one once"
                entry.row.fault("placement_ref", remedy)
            elif not ledger.is_live(placement, entry.effective_on):
                entry.row.fault("effective_on", _live_when(placement))
            else:
                self._check_ledger(entry, placement)

    def _check_ledger(self, entry: FeeDecisionEntry, placement: Placement) -> None:
        for row in self.standing[placement.pk]:
            if row.request == entry.request and not entry.is_same_as(row):
                entry.row.fault(
                    "request",
                    "the ledger has another decision of this request on this placement, and is "
                    "never edited: undo the import that brought it first",
                )
            elif row.request != entry.request and row.effective_on == entry.effective_on:
                entry.row.fault(
                    "effective_on",
                    f"the ledger has the decision of {row.request} on this placement from this "
                    "day: a placement counts once",
                )

    # Counting

    def count(self, outcome: Outcome) -> None:
        self.table.tell(f"{len(self.entries):,} decisions checked")
        for entry in self.entries:
            agreed = "refused" if entry.agreed is None else f"agreed {in_words(entry.agreed)}"
            words = f"asked {in_words(entry.asked)}, {agreed}, from {in_words(entry.effective_on)}"
            name = f"{entry.request} {entry.reference}"
            new = New(entry.row.line, name, words)
            outcome.count(new, known=self._is_known(entry), changes=[])
            _warn(entry)

    def _is_known(self, entry: FeeDecisionEntry) -> bool:
        standing = self.standing[self.placements[entry.reference].pk]
        return any(row.request == entry.request for row in standing)

    # Writing

    def write(self) -> None:
        new = [entry for entry in self.entries if not self._is_known(entry)]
        with pghistory.context() as context:
            ledger.write(
                [(entry.request, self._decided(entry)) for entry in new],
                by=self.given.by,
                batch=context.id,
                evidence=[f"{self.table.path.name}, line {entry.row.line}" for entry in new],
            )

    def _decided(self, entry: FeeDecisionEntry) -> ledger.Decided:
        return ledger.Decided(
            self.placements[entry.reference],
            entry.effective_on,
            entry.current,
            entry.asked,
            entry.agreed,
        )


def _entry(row: Row, *, today: datetime.date) -> FeeDecisionEntry | None:
    before = row.faults_so_far
    entry = FeeDecisionEntry(
        row=row,
        request=row.name("request", longest=60),
        reference=row.reference("placement_ref"),
        effective_on=row.required_day("effective_on"),
        current=row.pounds("current"),
        asked=row.pounds("asked"),
        agreed=row.read("agreed", cells.pounds),
    )
    if entry.effective_on and entry.effective_on > today:
        remedy = f"enter a date up to today, {today}: a saving counts once the fee is in effect"
        row.fault("effective_on", remedy)
    for column in ("asked", "agreed"):
        amount = getattr(entry, column)
        if amount is not None and entry.current and amount < entry.current * _NO_PRICE:
            row.fault(
                column,
                f"the current fee is {in_words(entry.current)}: enter the new fee in pounds a "
                "year, not a percentage or a difference",
            )
    return entry if row.faults_so_far == before else None


def _live_when(placement: Placement) -> str:
    days = f"from {placement.starts_on}" + (
        f" to {placement.ended_on}" if placement.ended_on else ""
    )
    return f"{placement.reference} is live {days}: enter a date in that time, or remove the row"


def _warn(entry: FeeDecisionEntry) -> None:
    row, agreed = entry.row, entry.agreed
    if not entry.current:
        row.warn("current", "the current fee is £0: is it missing?")
    elif entry.asked < entry.current:
        row.warn("asked", f"this is less than the current fee, {in_words(entry.current)}")
    elif entry.asked > 2 * entry.current:
        row.warn("asked", f"this is over twice the current fee, {in_words(entry.current)}")
    if agreed is not None and agreed > entry.asked:
        row.warn("agreed", f"this is more than was asked, {in_words(entry.asked)}")

"""Terms come in: the council's own, each with its first and last day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import pairwise

from kpis.models import KpiReturn, Term
from kpis.periods import is_of_the_calendar, plain
from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table

DAYS = ("first_day", "last_day")


@dataclass(frozen=True)
class _Entry:
    row: Row
    name: str
    first_day: datetime.date
    last_day: datetime.date


class TermIntake:
    """The rows of one file, beside the terms that we have. A term is known by its name."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.known = {plain(term.name): term for term in Term.objects.all()}
        self.with_returns = set(
            KpiReturn.objects.exclude(term=None).values_list("term", flat=True).distinct()
        )
        self.entries: dict[str, _Entry] = {}
        for row in self.table.rows():
            entry = _entry(row)
            if entry is None:
                continue
            key = plain(entry.name)
            if key in self.entries:
                line = self.entries[key].row.line
                row.fault("name", f"line {line} has this term: keep one row")
                continue
            self.entries[key] = entry
            self._check_what_was_returned(entry)
        self._check_overlaps()

    def _check_what_was_returned(self, entry: _Entry) -> None:
        term = self.known.get(plain(entry.name))
        if term and term.pk in self.with_returns and _changes(term, entry):
            days = f"{in_words(term.first_day)} to {in_words(term.last_day)}"
            entry.row.fault("name", f"there are returns for this term: its days stay {days}")

    def _check_overlaps(self) -> None:
        spans = [
            (each.first_day, each.last_day, each.name, each.row) for each in self.entries.values()
        ]
        spans += [
            (term.first_day, term.last_day, term.name, None)
            for key, term in self.known.items()
            if key not in self.entries
        ]
        spans.sort(key=lambda span: span[:3])
        for before, after in pairwise(spans):
            row, other = (after[3], before) if after[3] else (before[3], after)
            if row and after[0] <= before[1]:
                row.fault(
                    "first_day",
                    f"{other[2]} has some of these days: end one term before the next begins",
                )

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for key, entry in self.entries.items():
            term = self.known.get(key)
            words = f"{in_words(entry.first_day)} to {in_words(entry.last_day)}"
            outcome.count(
                New(entry.row.line, entry.name, words),
                known=term is not None,
                changes=_changes(term, entry) if term else [],
            )

    def write(self) -> None:
        new, changed = [], []
        for key, entry in self.entries.items():
            term = self.known.get(key)
            if term is None:
                new.append(
                    Term(name=entry.name, first_day=entry.first_day, last_day=entry.last_day)
                )
            elif _changes(term, entry):
                term.first_day, term.last_day = entry.first_day, entry.last_day
                changed.append(term)
        Term.objects.bulk_update(changed, DAYS)
        Term.objects.bulk_create(new)


def _entry(row: Row) -> _Entry | None:
    before = row.faults_so_far
    name = row.name("name", longest=50)
    if name and is_of_the_calendar(name):
        row.fault("name", "this names another period: enter a name such as 2024-25 autumn")
    first_day, last_day = row.required_day("first_day"), row.required_day("last_day")
    if first_day and last_day and last_day < first_day:
        row.fault("last_day", f"the last day is before the first, {first_day}: correct one of them")
    if row.faults_so_far > before:
        return None
    return _Entry(row, " ".join(name.split()), first_day, last_day)


def _changes(term: Term, entry: _Entry) -> list[Change]:
    return [
        Change(term.name, day, getattr(term, day), getattr(entry, day))
        for day in DAYS
        if getattr(term, day) != getattr(entry, day)
    ]

"""The register comes in: schools are made and brought up to date, all or nothing."""

from __future__ import annotations

from itertools import chain

from django.conf import settings
from django.utils import timezone

from nmiss.base.core.codes import numbers_of
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Rejected, Table
from providers import authorities, entries, periods, read_rows, register
from providers.entries import SchoolEntry
from providers.models import Extract, KeptFact, LocalAuthority, School, SchoolNeed

BATCH = 1000


class SchoolIntake:
    """The rows of one extract of the register, beside the schools that we have.

    A cell that cannot be used is a warning: that field stays as it is, or the school out where it
    is new and cannot be without. None is deleted. What is to keep, by school and column as a
    Change names them, stays as we have it until the register says something else again.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given
        self.entries: dict[int, SchoolEntry] = {}
        self.skipped = 0

    def read(self) -> None:
        """Read the types that the settings name, and every school already known."""
        if fault := register.fault_of_its_day(self.table.path.name):
            raise Rejected([fault])
        self._read_rows()
        if self.table.faults:
            return
        self.known = entries.known(self.entries)
        self.entries = entries.fitted(self.entries, self.known, self.table)
        read = ((one.row, one.authority, one.authority_name) for one in self.entries.values())
        self.called = authorities.called(sorted(chain(self.unread.authorities, read), key=_line))
        self.said = {urn: entry.facts for urn, entry in self.entries.items()}
        self.kept, self.agreed = entries.keep_ours(self.entries, self.known, self.given.keep)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for urn, entry in self.entries.items():
            new = New(entry.row.line, f"school {urn}", entry.facts.get("name", ""))
            known = self.known.get(urn)
            outcome.count(new, known=known is not None, changes=entries.changes_of(known, entry))
            self.table.warn_of(entry.row)
        outcome.skipped = self.skipped
        outcome.unchanged += self.unread.count
        self.changes = list(outcome.changes)
        authorities.count(self.called, outcome)

    def write(self) -> None:
        KeptFact.settle(self.kept, self.changes, self.agreed, by=self.given.by)
        changed = {one.reference for one in self.changes}
        _write(self.entries, self.known, authorities.write(self.called), changed)
        day = register.as_at(self.table.path.name)
        periods.record(self.said, as_at=day or timezone.localdate())
        if day:
            Extract.objects.create(of_day=day, name=self.table.path.name)
        self.unread.remember(urn for urn, entry in self.entries.items() if not entry.row.warnings)

    def _read_rows(self) -> None:
        wanted = numbers_of(settings.SCHOOL_TYPES)
        known_urns = frozenset(School.objects.values_list("urn", flat=True))
        self.unread = read_rows.Unread()
        self.lines: dict[int, int] = {}
        of_a_type = 0
        for row in self.table.rows():
            kind, urn = register.kind_of(row), register.urn_of(row)
            is_ours = kind in wanted or urn in known_urns
            of_a_type += kind in wanted
            if row.is_broken:
                if is_ours or kind is None:
                    self.table.warn_of(row)
            elif is_ours:
                self._read_row(urn, row)
            else:
                self.skipped += 1
        if not of_a_type and self.skipped:
            fault = register.no_row_of(wanted)
            (self.table.warnings if self.lines else self.table.faults).append(fault)

    def _read_row(self, urn: int | None, row: Row) -> None:
        if row.whole("URN") is None or urn is None:
            row.warn("URN", "left out: enter the school's unique reference number")
            self.table.warn_of(row)
        elif urn in self.lines:
            row.warn("URN", f"left out: this school is on line {self.lines[urn]} already")
            self.table.warn_of(row)
        else:
            self.lines[urn] = row.line
            if not self.unread.has(urn, row):
                self.entries[urn] = entries.entry_of(row, urn)


def _line(said: tuple[Row, str, str]) -> int:
    return said[0].line


def _write(
    entries: dict[int, SchoolEntry],
    known: dict[int, School],
    codes: dict[str, LocalAuthority],
    changed: set[str],
) -> None:
    new, old = [], []
    for urn, entry in entries.items():
        school = known.get(urn) or School(urn=urn)
        if urn in known and f"school {urn}" not in changed:
            continue
        school.authority = codes[entry.authority]
        for field, value in entry.facts.items():
            setattr(school, field, value)
        (old if urn in known else new).append(school)
    School.objects.bulk_create(new, batch_size=BATCH)
    if old:  # a row of which a cell could not be used says less than others
        said = {field: None for school in old for field in entries[school.urn].facts}
        fields = ["authority", *said]
        School.objects.bulk_update(old, fields, batch_size=BATCH)
    _write_needs([school for school in new + old if entries[school.urn].needs is not None], entries)


def _write_needs(schools: list[School], entries: dict[int, SchoolEntry]) -> None:
    before = {
        (need.school_id, need.need): need for need in SchoolNeed.objects.filter(school__in=schools)
    }
    after = {(school.pk, need) for school in schools for need in entries[school.urn].needs}
    gone = [need.pk for key, need in before.items() if key not in after]
    SchoolNeed.objects.filter(pk__in=gone).delete()
    SchoolNeed.objects.bulk_create(
        [SchoolNeed(school_id=pk, need=need) for pk, need in sorted(after - before.keys())],
        batch_size=BATCH,
    )


SCHOOLS = Import(
    name="schools",
    title="Schools from the national register",
    verb="import_schools",
    headings=tuple(
        Heading(column, may_be_empty=True, may_be_missing=column not in register.REQUIRED)
        for column in register.COLUMNS
    ),
    intake=SchoolIntake,
    about=(
        (
            "The register’s download of all establishments (edubasealldata), as it comes. We take "
            "the special schools from it, and every school that we know already."
        ),
    ),
    more_codes=register.CODES,
    day_like="01-09-2025",
    skipped="Of other types, left out",
    is_register=True,
    asks_about_differences=True,
)
import_schools = SCHOOLS.take_in

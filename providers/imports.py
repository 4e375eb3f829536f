"""The register comes in: schools are made and brought up to date, all or nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pghistory
from django.conf import settings
from django.db import transaction
from django.db.models import Field
from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.cells import Row
from nmiss.base.core.codes import number_of, numbers_of
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.outcomes import Change, New, Outcome, in_words
from nmiss.base.core.tables import Rejected, Table
from providers import authorities, periods, register
from providers.models import Extract, KeptFact, LocalAuthority, School, SchoolNeed

BATCH = 1000
NEEDED = {"name", "kind"}
LONGEST = {
    field.name: field.max_length
    for field in School._meta.get_fields()
    if getattr(field, "max_length", None)
}


@dataclass(frozen=True)
class _Entry:
    """What a row says; a fact that could not be used is not among them."""

    row: Row
    urn: int
    authority: str
    authority_name: str
    facts: dict[str, Any]
    needs: frozenset[str] | None
    unsaid: frozenset[str] = frozenset()  # columns of which a cell could not be used


@transaction.atomic
def import_schools(
    file: Path,
    *,
    dry_run: bool = False,
    by: User | None,
    tell: Callable[[str], None] = lambda text: None,
    keep: Collection[tuple[str, str]] = (),
) -> Outcome:
    """Take in the register's download: new schools, changed ones, closed ones. None is deleted.

    What is to keep, by school and column as a Change names them, stays as we have it, now and
    until the register says something else again.

    Takes the types that the settings name, and every school already known. A cell that cannot
    be used is a warning: that field stays as it is, or the school out where it is new and cannot
    be without. Raises Rejected, and writes nothing, where the file as a whole cannot be used.
    """
    locks.hold(locks.IMPORTS)
    if fault := register.fault_of_its_day(file.name):
        raise Rejected([fault])
    table = Table(file, required=register.REQUIRED, is_register=True, tell=tell)
    outcome = Outcome("schools")
    entries = _read(table, outcome)
    if table.faults:
        raise Rejected(table.faults)
    known = _known(entries)
    entries = _fitted(entries, known, table)
    called = authorities.called(
        (entry.row, entry.authority, entry.authority_name) for entry in entries.values()
    )
    said = {urn: entry.facts for urn, entry in entries.items()}
    kept, agreed = _keep_ours(entries, known, keep)
    for urn, entry in entries.items():
        new = New(entry.row.line, f"school {urn}", entry.facts.get("name", ""))
        outcome.count(new, known=urn in known, changes=_changes(known.get(urn), entry))
        table.warn_of(entry.row)
    changes = list(outcome.changes)
    authorities.count(called, outcome)
    outcome.warnings += table.warnings
    if not dry_run:
        with pghistory.context(why=f"import of schools from {file.name}"):
            KeptFact.settle(kept, changes, agreed, by=by)
            _write(entries, known, authorities.write(called), {one.reference for one in changes})
            day = register.as_at(file.name)
            periods.record(said, as_at=day or timezone.localdate())
            if day:
                Extract.objects.create(of_day=day, name=file.name)
            AuditEvent.record("import_schools", file.name, by=by, **outcome.counts())
    return outcome


def _read(table: Table, outcome: Outcome) -> dict[int, _Entry]:
    wanted = numbers_of(settings.SCHOOL_TYPES)
    known_urns = frozenset(School.objects.values_list("urn", flat=True))
    entries: dict[int, _Entry] = {}
    of_a_type = 0
    for row in table.rows():
        kind, urn = register.kind_of(row), number_of(row.text("URN"))
        is_ours = kind in wanted or urn in known_urns
        of_a_type += kind in wanted
        if row.is_broken:
            if is_ours or kind is None:
                table.warn_of(row)
        elif not is_ours:
            outcome.skipped += 1
        elif row.whole("URN") is None:
            row.warn("URN", "left out: give the school's unique reference number")
            table.warn_of(row)
        elif urn in entries:
            line = entries[urn].row.line
            row.warn("URN", f"left out: this school is on line {line} already")
            table.warn_of(row)
        else:
            entries[urn] = _entry(row, urn)
    if not of_a_type and outcome.skipped:
        fault = register.no_row_of(wanted)
        (outcome.warnings if entries else table.faults).append(fault)
    return entries


def _entry(row: Row, urn: int) -> _Entry:
    authority, name = register.authority_of(row)
    return _Entry(row, urn, authority, name, register.facts(row, longest=LONGEST), None)


def _known(entries: dict[int, _Entry]) -> dict[int, School]:
    schools = School.objects.select_related("authority").prefetch_related("needs")
    return {school.urn: school for school in schools if school.urn in entries}


def _fitted(
    entries: dict[int, _Entry], known: dict[int, School], table: Table
) -> dict[int, _Entry]:
    """The entries beside what we have: in order, and without the new ones that lack too much."""
    fitted = {}
    for urn, entry in entries.items():
        school = known.get(urn)
        if school is None and not (entry.authority and entry.facts.keys() >= NEEDED):
            entry.row.warn("URN", "this school is new, and stays out: see the cells named here")
            table.warn_of(entry.row)
            continue
        facts = register.without_disorder(entry.row, entry.facts, school)
        if school is None and register.says_a_status(entry.row):
            facts = {"status": ""} | facts
        authority = entry.authority or school.authority.code
        needs, are_all = _needs(entry.row, school)
        unsaid = {"authority": not entry.authority, "needs": not are_all}
        fitted[urn] = dataclasses.replace(
            entry,
            facts=facts,
            authority=authority,
            needs=needs,
            unsaid=frozenset(column for column, is_unsaid in unsaid.items() if is_unsaid),
        )
    return fitted


def _needs(row: Row, school: School | None) -> tuple[frozenset[str] | None, bool]:
    """What the row says, and whether all of it could be used; nothing where it is silent.

    What cannot be used takes none away.
    """
    if not any(column in row for column in register.NEEDS):
        return None, True
    needs, are_all = register.needs(row)
    ours = school.needs.all() if school and not are_all else ()
    return needs | {each.need for each in ours}, are_all


def _keep_ours(
    entries: dict[int, _Entry], known: dict[int, School], keep: Collection[tuple[str, str]]
) -> tuple[list[Change], set[tuple[str, str]]]:
    """Put our own facts into the entries where they are to be kept.

    Give what was kept now, and where the register has come to say what we kept.
    """
    before = KeptFact.of(known.values())
    agreed = {
        (f"school {urn}", column)
        for urn in known
        for column in _columns(entries[urn])
        if (f"school {urn}", column) in before
    }
    kept_now = []
    for urn, school in known.items():
        for change in _changes(school, entries[urn]):
            agreed.discard((change.reference, change.column))
            is_new = (change.reference, change.column) in keep
            if is_new:
                kept_now.append(change)
            if is_new or before.get((change.reference, change.column)) == str(change.after):
                entries[urn] = _with_ours(entries[urn], school, change.column)
        entry = entries[urn]  # ours beside theirs may be in disorder, too
        facts = register.without_disorder(entry.row, entry.facts, school)
        entries[urn] = dataclasses.replace(entry, facts=facts)
    return kept_now, agreed


def _columns(entry: _Entry) -> list[str]:
    """What the row says something of, as a Change names it."""
    columns = [School._meta.get_field(field).verbose_name for field in entry.facts]
    columns += ["authority", *(["needs"] if entry.needs is not None else [])]
    return [column for column in columns if column not in entry.unsaid]


def _with_ours(entry: _Entry, school: School, column: str) -> _Entry:
    if column == "authority":
        return dataclasses.replace(entry, authority=school.authority.code)
    if column == "needs":
        return dataclasses.replace(entry, needs=frozenset(need.need for need in school.needs.all()))
    ours = {
        field: getattr(school, field)
        for field in entry.facts
        if School._meta.get_field(field).verbose_name == column
    }
    return dataclasses.replace(entry, facts=entry.facts | ours)


def _changes(school: School | None, entry: _Entry) -> list[Change]:
    if school is None:
        return []
    reference = f"school {entry.urn}"
    changes = [
        _change(reference, School._meta.get_field(field), getattr(school, field), after)
        for field, after in entry.facts.items()
        if getattr(school, field) != after
    ]
    if (ours := school.authority).code != entry.authority:
        said = f"{ours.name} ({ours.code})", f"{entry.authority_name} ({entry.authority})"
        changes.append(Change(reference, "authority", ours.code, entry.authority, said=said))
    before = {need.need for need in school.needs.all()}
    if entry.needs is not None and before != entry.needs:
        changes.append(
            Change(reference, "needs", " ".join(sorted(before)), " ".join(sorted(entry.needs)))
        )
    return [dataclasses.replace(change, name=school.name) for change in changes]


def _change(reference: str, field: Field, before: object, after: object) -> Change:
    words = dict(field.choices or ())
    said = words.get(before, in_words(before)), words.get(after, in_words(after))
    return Change(reference, field.verbose_name, before, after, said=said)


def _write(
    entries: dict[int, _Entry],
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


def _write_needs(schools: list[School], entries: dict[int, _Entry]) -> None:
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

"""What a row of the register says of a school, beside what we have of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Field

from nmiss.base.importing.outcomes import Change, in_words
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from providers import register
from providers.models import KeptFact, School

NEEDED = {"name", "kind"}
LONGEST = {
    field.name: field.max_length
    for field in School._meta.local_fields
    if getattr(field, "max_length", None)
}


@dataclass(frozen=True)
class SchoolEntry:
    """What a row says; a fact that could not be used is not among them."""

    row: Row
    urn: int
    authority: str
    authority_name: str
    facts: dict[str, Any]
    needs: frozenset[str] | None
    unsaid: frozenset[str] = frozenset()  # columns of which a cell could not be used


def entry_of(row: Row, urn: int) -> SchoolEntry:
    authority, name = register.authority_of(row)
    return SchoolEntry(row, urn, authority, name, register.facts(row, longest=LONGEST), None)


def known(entries: dict[int, SchoolEntry]) -> dict[int, School]:
    schools = School.objects.filter(urn__in=entries)
    schools = schools.select_related("authority").prefetch_related("needs")
    return {school.urn: school for school in schools}


def fitted(
    entries: dict[int, SchoolEntry], known: dict[int, School], table: Table
) -> dict[int, SchoolEntry]:
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


def keep_ours(
    entries: dict[int, SchoolEntry], known: dict[int, School], keep: Collection[tuple[str, str]]
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
        for change in changes_of(school, entries[urn]):
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


def _columns(entry: SchoolEntry) -> list[str]:
    """What the row says something of, as a Change names it."""
    columns = [School._meta.get_field(field).verbose_name for field in entry.facts]
    columns += ["authority", *(["needs"] if entry.needs is not None else [])]
    return [column for column in columns if column not in entry.unsaid]


def _with_ours(entry: SchoolEntry, school: School, column: str) -> SchoolEntry:
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


def changes_of(school: School | None, entry: SchoolEntry) -> list[Change]:
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

"""The register's links file: which establishment came before which, and which came after.

``URN,LinkURN,LinkName,LinkType,LinkEstablishedDate``: a link stands once for each of the two,
as "Predecessor" with the one and "Successor" with the other.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from nmiss.base.core.codes import number_of
from nmiss.base.importing import cells
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from providers.models import School

URN, OTHER, KIND, DAY = "URN", "LinkURN", "LinkType", "LinkEstablishedDate"
REQUIRED = (URN, OTHER, KIND)
# Words that tell of an end or a beginning, but not which of the two schools went on as the other.
UNTOLD = ("result of amalgamation", "merger", "amalgamat", "merge", "split")
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Link:
    """One school went on as another."""

    row: Row
    predecessor: School
    successor: School
    from_on: datetime.date
    kind: str


def read_links(table: Table) -> tuple[list[Link], int]:
    """The links between schools that are both ours; and how many lines were passed over.

    What cannot be used is a warning of the table.
    """
    schools = {school.urn: school for school in School.objects.all()}
    found: dict[tuple[int, int], Link] = {}
    passed_over = 0
    for row in table.rows():
        ours = schools.get(number_of(row.text(URN))), schools.get(number_of(row.text(OTHER)))
        if None in ours:
            passed_over += 1
            continue
        link = _link(row, *ours)
        if link and (link.successor.pk, link.predecessor.pk) in found:
            row.warn(KIND, "left out: another line says the opposite")
        elif link:
            key = link.predecessor.pk, link.successor.pk
            told = bool(row.text(DAY))
            if key not in found or (told and not found[key].row.text(DAY)):
                found[key] = link
        table.warn_of(row)
    return list(found.values()), passed_over


def _link(row: Row, school: School, other: School) -> Link | None:
    kind = row.text(KIND)
    if row.is_broken or school == other:
        if school == other:
            row.warn(OTHER, "left out: a school cannot follow itself")
        return None
    pair = _in_order(row, school, other)
    if pair is None:
        return None
    from_on = _from_on(row, *pair)
    return Link(row, *pair, from_on, kind[:100]) if from_on else None


def _in_order(row: Row, school: School, other: School) -> tuple[School, School] | None:
    """Which of the two came before; nothing where the link says nothing of that."""
    kind = row.text(KIND).lower()
    if kind.startswith("predecessor"):
        return other, school
    if kind.startswith("successor"):
        return school, other
    if not any(word in kind for word in UNTOLD):
        return None  # a sixth form, a parent, an expansion: nobody goes on as another
    ended = [one for one in (school, other) if one.is_closed or one.closed_on]
    if len(ended) == 1:
        return (school, other) if ended == [school] else (other, school)
    row.warn(KIND, "left out: neither school closed, or both did, so nobody can tell which went on")
    return None


def _from_on(row: Row, old: School, new: School) -> datetime.date | None:
    """The link’s day; else the day after the one closed, else the day on which the other opened."""
    day = _day(row)
    instead = old.closed_on + ONE_DAY if old.closed_on else new.opened_on
    if day is None and row.text(DAY):
        where = f"the schools’ own day is taken, {instead}" if instead else "the link is left out"
        row.warn(DAY, f"this is no day that exists: {where}")
    elif day is None and instead is None:
        row.warn(DAY, "left out: no day is given, and neither school closed or opened on one")
    return day or instead


def _day(row: Row) -> datetime.date | None:
    try:
        return cells.day(row.text(DAY), serial_from=row.serial_from)
    except cells.Unreadable:
        return None

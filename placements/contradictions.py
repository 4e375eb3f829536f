"""Faults of a placements file that one row alone does not show: a child is one child throughout."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from placements.endings.models import PlacementEnding
from placements.entries import PlacementEntry
from placements.models import Child, Placement


def note_contradictions(
    by_pupil: Mapping[str, Sequence[PlacementEntry]],
    children: Mapping[str, Child],
    kept: Mapping[str, Sequence[Placement]],
) -> None:
    """Note on its row what contradicts another, or a place ``kept`` that the file does not have."""
    for pupil, rows in by_pupil.items():
        others = kept.get(pupil, [])
        _check_birth_dates(pupil, rows, children.get(pupil) if others else None)
        _check_overlaps(pupil, rows, others)


def note_endings(entries: Mapping[str, PlacementEntry], known: Mapping[str, Placement]) -> None:
    """Note on its row that a place would last beyond the notice that we have for it."""
    numbers = [place.pk for place in known.values()]
    standing = PlacementEnding.objects.that_stand().filter(placement__in=numbers)
    ends = dict(standing.order_by("-last_on").values_list("placement", "last_on"))
    for reference, place in known.items():
        entry, last_on = entries.get(reference), ends.get(place.pk)
        if entry and last_on and (entry.ended_on or datetime.date.max) > last_on:
            entry.row.fault(
                "ended_on",
                f"we have notice, or another ending, of this placement for {last_on}: enter that "
                "day, or void the ending on the page of the placement first",
            )


def _check_birth_dates(pupil: str, rows: Sequence[PlacementEntry], child: Child | None) -> None:
    """A file that has all of a child's placements may correct the birth date; one that has some of
    them may not contradict the others. Without a ``child`` it has all."""
    dated = [entry for entry in rows if entry.birth_date]
    known = child.identity.birth_date if child else None
    for entry in dated:
        expected = known or dated[0].birth_date
        if entry.birth_date != expected:
            # The other date is not printed: it is a child's identity, and this may be logged.
            where = "we know" if known else f"line {dated[0].row.line} has"
            remedy = f"{where} another birth date for {pupil}: one child has one"
            entry.row.fault("date_of_birth", remedy)


def _check_overlaps(
    pupil: str, rows: Sequence[PlacementEntry], others: Sequence[Placement]
) -> None:
    terms = [
        (entry.starts_on, entry.ended_on or datetime.date.max, entry.reference, entry.row)
        for entry in rows
        if entry.starts_on
    ]
    terms += [
        (kept.starts_on, kept.ended_on or datetime.date.max, kept.reference, None)
        for kept in others
    ]
    terms.sort(key=lambda term: (term[0], term[1], term[2]))
    for earlier, later in zip(_furthest(terms), terms[1:], strict=False):
        row = later[3] or earlier[3]
        if row and later[0] <= earlier[1]:
            other = earlier if row is later[3] else later
            line = f" on line {other[3].line}" if other[3] else ""
            row.fault(
                "starts_on" if row is later[3] else "ended_on",
                f"{pupil} has {other[2]}{line} on some of these days: end one place the day "
                "before the next begins",
            )


def _furthest(terms: list[tuple]) -> list[tuple]:
    """For each term, whichever up to it ends last: what the next one must not meet."""
    furthest = terms[:1]
    for term in terms[1:]:
        furthest.append(max(furthest[-1], term, key=lambda one: one[1]))
    return furthest

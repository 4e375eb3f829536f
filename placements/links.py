"""The register's links come in: who went on as whom, and what goes on there with them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pghistory
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contracts.membership.continuing import continue_memberships
from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.outcomes import Change, New, Outcome, in_words
from placements.lots import Lots
from placements.models import Placement, Route
from placements.stays import Place, Stays, schools_in_words, stays_of, write_stays
from providers.lines import Lines
from providers.links import Link, read_links, table_of
from providers.models import School, Succession

BATCH = 2000


class _OnlyLooked(Exception):
    """A dry run is over: what it wrote is taken back."""


def import_school_links(
    file: Path,
    *,
    dry_run: bool = False,
    by: User | None,
    tell: Callable[[str], None] = lambda text: None,
) -> Outcome:
    """Take in the register's links: predecessors and successors among the schools that are ours.

    A placement and a membership that continue at a successor keep both numbers and count as
    before. A line that cannot be used is a warning; one of schools that are not ours is passed
    over. No link is deleted.
    """
    outcome = Outcome("links")
    try:
        with transaction.atomic():
            _take_in(file, outcome, by=by, tell=tell)
            if dry_run:
                raise _OnlyLooked
    except _OnlyLooked:
        pass
    return outcome


def _take_in(file: Path, outcome: Outcome, *, by: User | None, tell: Callable[[str], None]) -> None:
    locks.hold(locks.IMPORTS)
    table = table_of(file, tell=tell)
    links, outcome.skipped = read_links(table)
    outcome.warnings += table.warnings
    with (
        pghistory.context(why=f"import of school links from {file.name}"),
        locks.constraints_at_the_end(),
    ):
        _write(links, outcome)
        lines, today = Lines.load(), timezone.localdate()
        outcome.changes += continue_memberships(lines, by_day=today)
        outcome.changes += continue_placements(lines)
        AuditEvent.record("import_school_links", file.name, by=by, **outcome.counts())


def _write(links: Collection[Link], outcome: Outcome) -> None:
    known = {
        (one.predecessor_id, one.successor_id): one for one in Succession.objects.with_schools()
    }
    new, old = [], []
    for link in links:
        reference = f"school {link.predecessor.urn} goes on as {link.successor.urn}"
        one = known.get((link.predecessor.pk, link.successor.pk))
        changes = []
        if one is None:
            new.append(
                Succession(
                    predecessor=link.predecessor,
                    successor=link.successor,
                    from_on=link.from_on,
                    kind=link.kind,
                )
            )
        elif one.from_on != link.from_on:
            changes = [Change(reference, "from", one.from_on, link.from_on)]
            one.from_on, one.kind = link.from_on, link.kind
            old.append(one)
        words = f"{link.successor.name}, from {in_words(link.from_on)}"
        outcome.count(New(link.row.line, reference, words), known=one is not None, changes=changes)
    Succession.objects.bulk_create(new)
    Succession.objects.bulk_update(old, ["from_on", "kind"])


def continue_placements(lines: Lines) -> list[Change]:
    """Let each place go on where its school went on, judged by where it began; say what changed."""
    schools = {school for pair in (lines.after, lines.before) for school in pair}
    stays = Stays(lines, today=timezone.localdate())
    lots, urns = Lots(stays), dict(School.objects.values_list("pk", "urn"))
    touched = Placement.objects.filter(
        Q(school__in=schools) | Q(earlier_schools__school__in=schools)
    ).distinct()
    changes, moved, steps_of = [], [], {}
    for one in touched.select_related("child", "lot").prefetch_related("earlier_schools"):
        before = stays_of(one)
        place = Place(one.starts_on, one.ended_on)
        after = stays.of(place, told=one.school_id, before=before)
        lot = lots.of(after[0]) if one.route == Route.CALL_OFF else None
        name = one.child.reference
        if after != before:
            said = schools_in_words(before, urns), schools_in_words(after, urns)
            pair = urns[before[-1].school], urns[after[-1].school]
            changes.append(Change(one.reference, "school_urn", *pair, name=name, said=said))
        if lot != one.lot:
            changes.append(Change(one.reference, "lot", one.lot, lot, name=name))
        if after != before or lot != one.lot:
            one.school_id, one.lot = after[-1].school, lot
            moved.append(one)
            steps_of[one.pk] = after
    Placement.objects.bulk_update(moved, ["school", "lot"], batch_size=BATCH)
    write_stays(steps_of)
    return changes

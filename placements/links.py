"""The register's links come in: who went on as whom, and what goes on there with them."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from contracts.membership.continuing import continue_memberships
from nmiss.base.core import locks
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.tables import Table
from placements.lots import Lots
from placements.models import Placement, Route
from placements.stays import Place, Stays, schools_in_words, stays_of, write_stays
from providers.lines import Successions
from providers.links import Link, read_links
from providers.models import School, Succession

BATCH = 2000


class _OnlyLooked(Exception):
    """The look is over: what it wrote is taken back."""


class LinkIntake:
    """The register's links, beside the schools, memberships and places that they move.

    A placement and a membership that continue at a successor keep both numbers and count as
    before. A line that cannot be used is a warning; one of schools that are not ours is passed
    over. No link is deleted.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        self.links, self.passed_over = read_links(self.table)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        """What goes on where is known only once the links are there: a look takes them back."""
        self.outcome = outcome
        outcome.skipped = self.passed_over
        if self.given.dry_run:
            with suppress(_OnlyLooked), transaction.atomic(), locks.constraints_at_the_end():
                self._move(outcome)
                raise _OnlyLooked

    def write(self) -> None:
        self._move(self.outcome)

    def _move(self, outcome: Outcome) -> None:
        _write(self.links, outcome)
        lines, today = Successions.load(), timezone.localdate()
        outcome.changes += continue_memberships(lines, by_day=today)
        outcome.changes += continue_placements(lines)


def _write(links: Collection[Link], outcome: Outcome) -> None:
    known = {
        (one.predecessor_id, one.successor_id): one for one in Succession.objects.with_schools()
    }
    new, old = [], []
    for link in links:
        reference = f"school {link.predecessor.urn} continues as {link.successor.urn}"
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


def continue_placements(lines: Successions) -> list[Change]:
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


LINKS = Import(
    name="links",
    title="Links between schools from the national register",
    verb="import_school_links",
    headings=(
        Heading("URN"),
        Heading("LinkURN"),
        Heading("LinkName", may_be_empty=True, may_be_missing=True),
        Heading("LinkType"),
        Heading("LinkEstablishedDate", may_be_empty=True, may_be_missing=True),
    ),
    intake=LinkIntake,
    about=(
        (
            "The register’s download of links between establishments (links_edubasealldata), as "
            "it comes. We take the links between schools that are both here already, and pass "
            "over the rest."
        ),
        (
            "Placements and memberships that continue at a successor keep both URNs and count as "
            "before."
        ),
    ),
    more_codes={
        "LinkType, at its beginning": ["Predecessor", "Successor"],
        "LinkType, where one of the two has closed": ["Result of Amalgamation", "Merger"],
    },
    day_like="01-09-2025 or 2025-09-01",
    skipped="Of other schools, left out",
    is_register=True,
)
import_school_links = LINKS.take_in

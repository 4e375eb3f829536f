"""How the rows of a placements file meet what is known: conflicts, changes, writing."""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from contracts.models import Lot
from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import SAME, ReferenceQuestion
from nmiss.base.importing.rows import Fault
from nmiss.base.importing.tables import Table
from placements.blocks.filling import fill
from placements.contradictions import note_contradictions, note_endings
from placements.entries import PlacementEntry, read_entries
from placements.lots import Lots
from placements.models import (
    BlockPurchase,
    Child,
    ChildIdentity,
    OtherReference,
    Placement,
    PriceLine,
    Route,
)
from placements.references import References
from placements.stays import Place, Stays, schools_in_words, stays_of, write_stays
from providers.lines import Step, Successions
from providers.models import School

BATCH = 2000
CHANGE_PRICED = "change-priced"
FIELDS = (
    "route",
    "provision",
    "primary_need",
    "secondary_need",
    "starts_on",
    "ended_on",
    "end_reason",
    "annual_fee",
)
PERSONAL = {"primary_need", "secondary_need", "end_reason"}


class PlacementIntake:
    """The rows of one file, beside the children and placements that we have already.

    A placement is known by its reference. A call-off at a school that was not a member of the DPS
    on the first day is a warning: history is taken as it happened.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        self.entries = read_entries(self.table)
        self.references = References(_latest(self._by_pupil()), self.given.answers)
        for entry in self.entries.values():
            entry.pupil = self.references.child_of(entry.pupil)
        self.by_pupil = self._by_pupil()
        self.blocks: dict[str, BlockPurchase] = {}
        self._block_warnings: list[Fault] = []
        self.latest = _latest(self.by_pupil)
        children = Child.objects.select_related("identity").with_references(self.by_pupil)
        self.children = {child.reference.upper(): child for child in children}
        placements = Placement.objects.select_related("child", "school", "lot", "block")
        placements = placements.prefetch_related("earlier_schools")
        known = placements.with_references(self.entries)
        for place in Placement.on_record.exclude(voided_at=None).with_references(self.entries):
            row = self.entries[place.reference.upper()].row
            row.fault("placement_ref", "this placement is voided: enter another reference")
        self.known = {place.reference.upper(): place for place in known}
        self.kept: dict[str, list[Placement]] = defaultdict(list)
        self.known_ones = [place.pk for place in self.known.values()]
        for placement in placements.filter(child__in=children).exclude(pk__in=self.known_ones):
            self.kept[placement.child.reference.upper()].append(placement)
        note_contradictions(self.by_pupil, self.children, self.kept)
        note_endings(self.entries, self.known)
        if not self.table.faults:
            self._fill_blocks()
            self._note_what_needs_a_yes()

    def _note_what_needs_a_yes(self) -> None:
        """A placement with prices changes only where a person has seen what would change.

        On the page they confirm a preview; at the command line they say so.
        """
        if self.given.by is not None or CHANGE_PRICED in self.given.answers:
            return
        lines = PriceLine.objects.that_count().filter(placement__in=self.known_ones)
        priced = set(lines.values_list("placement", flat=True))
        for entry in self.entries.values():
            placement = self.known.get(entry.reference)
            if placement is None or placement.pk not in priced:
                continue
            if changes := self._changes(entry, placement):
                said = "; ".join(str(change).partition(": ")[2] for change in changes)
                entry.row.fault(
                    "placement_ref",
                    f"this placement has prices, and would change ({said}): import the file on "
                    f"the page and confirm its preview, or give --{CHANGE_PRICED}",
                )

    def _fill_blocks(self) -> None:
        """Put block placements into the blocks of their schools: their own fee counts no more."""
        steps = {reference: stays[0] for reference, stays in self.stays.items()}
        filled = fill(self.entries, steps, self.known)
        self.blocks, self._block_warnings = filled.blocks, filled.warnings

    def questions(self) -> list[ReferenceQuestion]:
        return self.references.questions

    def _by_pupil(self) -> dict[str, list[PlacementEntry]]:
        by_pupil: dict[str, list[PlacementEntry]] = defaultdict(list)
        for entry in self.entries.values():
            if entry.pupil:
                by_pupil[entry.pupil].append(entry)
        return by_pupil

    # Counting

    def count(self, outcome: Outcome) -> None:
        self.table.tell(f"{len(self.entries):,} placements checked")
        for entry in self.entries.values():
            placement = self.known.get(entry.reference)
            new = New(entry.row.line, entry.reference, f"{entry.pupil} at school {entry.urn}")
            changes = self._changes(entry, placement)
            outcome.count(new, known=placement is not None, changes=changes)
        outcome.warnings += self._warnings() + self._told() + self._block_warnings

    def _changes(self, entry: PlacementEntry, placement: Placement | None) -> list[Change]:
        if placement is None:
            return []
        facts = {field: (getattr(placement, field), getattr(entry, field)) for field in FIELDS}
        facts["pupil_ref"] = placement.child.reference.upper(), entry.pupil
        facts["lot"] = placement.lot, self.lots.get(entry.reference)
        facts["block"] = placement.block, self.blocks.get(entry.reference)
        changes = [
            _change(entry, column, before, after)
            for column, (before, after) in facts.items()
            if before != after
        ]
        changes += self._school_changes(entry, placement)
        return changes + [
            Change(entry.reference, column, None, None, personal=True)
            for column in self._child_changes(entry)
        ]

    def _school_changes(self, entry: PlacementEntry, placement: Placement) -> list[Change]:
        """A place that goes on at a successor names both; else one school is put for another."""
        before, after = stays_of(placement), self.stays[entry.reference]
        if before[0].school == after[0].school and before[1:] == after[1:]:
            return []
        said = tuple(schools_in_words(steps, self.urns) for steps in (before, after))
        urns = self.urns[before[-1].school], self.urns[after[-1].school]
        return [Change(entry.reference, "school_urn", *urns, name=entry.pupil, said=said)]

    def _child_changes(self, entry: PlacementEntry) -> list[str]:
        child = self.children.get(entry.pupil)
        if child is None or not self._has_the_say(entry):
            return []
        before_and_after = {
            "date_of_birth": (child.identity.birth_date, entry.birth_date),
            "sex": (child.sex, entry.sex),
            "home_postcode": (child.identity.home_postcode, entry.home_postcode),
        }
        return [column for column, (old, new) in before_and_after.items() if old != new]

    def _has_the_say(self, entry: PlacementEntry) -> bool:
        """Whether this row tells of the child: the one of the placement that began last."""
        return self.latest[entry.pupil] is entry and all(
            kept.starts_on <= entry.starts_on for kept in self.kept.get(entry.pupil, [])
        )

    def _warnings(self) -> list[Fault]:
        return [
            Fault(entry.row.line, "starts_on", str(entry.starts_on), self._why_no_lot(entry))
            for entry in self.entries.values()
            if entry.route == Route.CALL_OFF and entry.reference not in self.lots
        ]

    def _told(self) -> list[Fault]:
        """That rows come in under another reference, because a person said so."""
        return [
            Fault(one.line, one.column, one.reference, f"comes in as {one.other}, as you answered")
            for one in self.references.questions
            if one.answer == SAME
        ]

    def _why_no_lot(self, entry: PlacementEntry) -> str:
        origins = self._lots.origins(self.stays[entry.reference][0])
        if len(origins) > 1:
            urns = ", ".join(str(self.urns[school]) for school in origins)
            return (
                f"this school came of several after this day ({urns}): enter the URN of the one "
                "where the place began. Kept as imported history"
            )
        return (
            "the school was not a member of the DPS, or was suspended, on this day: kept as "
            "imported history"
        )

    @functools.cached_property
    def urns(self) -> dict[int, int]:
        return dict(School.objects.values_list("pk", "urn"))

    @functools.cached_property
    def _stays(self) -> Stays:
        return Stays(Successions.load(), today=timezone.localdate())

    @functools.cached_property
    def _lots(self) -> Lots:
        return Lots(self._stays)

    @functools.cached_property
    def stays(self) -> dict[str, list[Step]]:
        """The schools of each place, beside those that we know of it already."""
        found = {}
        for entry in self.entries.values():
            known = self.known.get(entry.reference)
            before = stays_of(known) if known else ()
            place = Place(entry.starts_on, entry.ended_on)
            found[entry.reference] = self._stays.of(place, told=entry.school_id, before=before)
        return found

    @functools.cached_property
    def lots(self) -> dict[str, Lot]:
        """The lot of each call-off, by the school where the place began, and of block places."""
        lots = {reference: block.lot for reference, block in self.blocks.items()}
        lots |= {
            entry.reference: self._lots.of(self.stays[entry.reference][0])
            for entry in self.entries.values()
            if entry.route == Route.CALL_OFF
        }
        return {reference: lot for reference, lot in lots.items() if lot}

    # Writing

    def write(self) -> None:
        """Write children, identities and placements, in this order."""
        self._write_children()
        new, old = [], []
        for entry in self.entries.values():
            placement = self.known.get(entry.reference)
            if placement is None:
                placement = Placement(reference=entry.reference, imported=True)
                new.append(placement)
            elif not self._changes(entry, placement):
                continue
            else:
                old.append(placement)
            placement.child = self.children[entry.pupil]
            placement.school_id = self.stays[entry.reference][-1].school
            placement.lot = self.lots.get(entry.reference)
            for field in FIELDS:
                setattr(placement, field, getattr(entry, field))
            placement.block = self.blocks.get(entry.reference)
        Placement.objects.bulk_create(new, batch_size=BATCH)
        names = ["child", "school", "lot", "block", *FIELDS]
        Placement.objects.bulk_update(old, names, batch_size=BATCH)
        steps = {one.pk: self.stays[one.reference.upper()] for one in new + old}
        moved = {one.pk for one in old if one.earlier_schools.all()}
        write_stays({pk: all_ for pk, all_ in steps.items() if len(all_) > 1 or pk in moved})

    def _write_children(self) -> None:
        new, changed = [], []
        for pupil, entry in self.latest.items():
            child = self.children.get(pupil)
            if child is None:
                new.append(Child(reference=pupil, sex=entry.sex, cohort=entry.cohort))
            elif self._child_changes(entry):
                changed.append((child, entry))
        created = Child.objects.bulk_create(new, batch_size=BATCH)
        self.children |= {child.reference: child for child in created}
        OtherReference.objects.bulk_create(
            OtherReference(reference=other, child=self.children[reference])
            for other, reference in self.references.told_now.items()
        )
        ChildIdentity.objects.bulk_create(
            [_identity(child, self.latest[child.reference]) for child in created],
            batch_size=BATCH,
        )
        self._change_children(changed)

    @staticmethod
    def _change_children(changed: Iterable[tuple[Child, PlacementEntry]]) -> None:
        for child, entry in changed:
            child.sex, child.cohort = entry.sex, entry.cohort
            child.identity.birth_date = entry.birth_date
            child.identity.home_postcode = entry.home_postcode
        children = [child for child, _ in changed]
        Child.objects.bulk_update(children, ["sex", "cohort"], batch_size=BATCH)
        ChildIdentity.objects.bulk_update(
            [child.identity for child in children],
            ["birth_date", "home_postcode"],
            batch_size=BATCH,
        )


def _latest(by_pupil: dict[str, list[PlacementEntry]]) -> dict[str, PlacementEntry]:
    """Of each child, the row of the place that began last."""
    return {
        pupil: max(rows, key=lambda entry: entry.starts_on or datetime.date.min)
        for pupil, rows in by_pupil.items()
    }


def _identity(child: Child, entry: PlacementEntry) -> ChildIdentity:
    return ChildIdentity(
        child=child, birth_date=entry.birth_date, home_postcode=entry.home_postcode
    )


def _change(entry: PlacementEntry, column: str, before: object, after: object) -> Change:
    words = dict(Placement._meta.get_field(column).choices or ()) if column in FIELDS else {}
    said = words.get(before, in_words(before)), words.get(after, in_words(after))
    personal = column in PERSONAL
    return Change(entry.reference, column, before, after, personal, name=entry.pupil, said=said)

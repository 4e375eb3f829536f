"""Last annual reviews come in, so that a county begins with the days on which the next are due."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.models import Child, OtherReference
from placements.reviews.dates import next_due
from placements.reviews.models import AnnualReview

EARLIEST = datetime.date(2014, 9, 1)  # the first plans: Children and Families Act 2014


@dataclass(slots=True)
class ReviewEntry:
    """What one row says."""

    row: Row
    reference: str
    last_on: datetime.date
    child: Child | None = None


class ReviewIntake:
    """The rows of one file, beside the reviews that we have: a child has one open at a time."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        today = timezone.localdate()
        self.entries = [entry for row in self.table.rows() if (entry := _entry(row, today=today))]
        children = _children({entry.reference for entry in self.entries})
        reviews = AnnualReview.objects.filter(child__in=children.values()).not_closed()
        self.open: dict[int, AnnualReview] = {}
        self.newest: dict[int, datetime.date] = {}
        for each in reviews.order_by("due_on"):
            if each.next_step:
                self.open[each.child_id] = each
            elif each.decided_on:
                self.newest[each.child_id] = each.decided_on
        lines: dict[int, int] = {}
        for entry in self.entries:
            entry.child = children.get(entry.reference)
            if entry.child is None:
                remedy = "no child has this reference: import the placements first, or correct it"
                entry.row.fault("pupil_ref", remedy)
            elif (first := lines.setdefault(entry.child.pk, entry.row.line)) != entry.row.line:
                entry.row.fault("pupil_ref", f"line {first} has this child: enter each once")
            else:
                self._check(entry)

    def _check(self, entry: ReviewEntry) -> None:
        ours, newest = self.open.get(entry.child.pk), self.newest.get(entry.child.pk)
        if ours and ours.last_on != entry.last_on:
            remedy = f"a review is open here that counts from {in_words(ours.last_on)}"
            entry.row.fault("last_review_on", f"{remedy}: take the row out, or close that one")
        elif newest and newest > entry.last_on:
            remedy = f"we have a review that was decided on {in_words(newest)}: take the row out"
            entry.row.fault("last_review_on", remedy)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        self.table.tell(f"{len(self.entries):,} reviews checked")
        today = timezone.localdate()
        for entry in self.entries:
            due_on = next_due(entry.last_on)
            new = New(entry.row.line, str(entry.child), f"next due {in_words(due_on)}")
            outcome.count(new, known=entry.child.pk in self.open, changes=[])
            if due_on < today:
                remedy = f"the next review was due on {in_words(due_on)}: it will be overdue"
                entry.row.warn("last_review_on", remedy)

    def write(self) -> None:
        for entry in self.entries:
            if entry.child.pk not in self.open:
                AnnualReview.open_for(
                    entry.child, by=self.given.by, last_on=entry.last_on, imported=True
                )


def _children(references: set[str]) -> dict[str, Child]:
    """By the reference of the file, in capitals: the child's own, or one that it came in under."""
    own = {each.reference.upper(): each for each in Child.objects.with_references(references)}
    others = OtherReference.objects.filter(reference__in=references).select_related("child")
    return {each.reference.upper(): each.child for each in others} | own


def _entry(row: Row, *, today: datetime.date) -> ReviewEntry | None:
    before = row.faults_so_far
    entry = ReviewEntry(
        row=row,
        reference=row.reference("pupil_ref"),
        last_on=row.required_day("last_review_on"),
    )
    if entry.last_on and entry.last_on > today:
        row.fault("last_review_on", f"enter a date up to today, {today}")
    elif entry.last_on and entry.last_on < EARLIEST:
        row.fault(
            "last_review_on", f"enter a date from {EARLIEST}: there were no EHC plans before then"
        )
    return entry if row.faults_so_far == before else None


REVIEWS = Import(
    name="reviews",
    title="Last annual reviews",
    verb="import_reviews",
    headings=(Heading("pupil_ref"), Heading("last_review_on")),
    intake=ReviewIntake,
    roles=(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS),
    about=(
        "One row for each child. Import the placements first.",
        "Enter the date of the last annual review, or of the first final plan.",
        "We open the next review of each child, due 12 months after that day.",
    ),
)
import_reviews = REVIEWS.take_in

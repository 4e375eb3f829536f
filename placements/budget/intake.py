"""Payments come in from a file of finance's: each names a placement, a day and an amount."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.accounts.models import Role
from nmiss.base.importing import cells
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from placements.budget.models import MOST_PAID
from placements.models import Payment, Placement

BATCH = 2000
_FIELDS = ("placement", "paid_on", "amount")


@dataclass(slots=True)
class PaymentEntry:
    """What one row says."""

    row: Row
    reference: str
    placement_ref: str
    paid_on: datetime.date
    amount: Decimal
    placement: Placement | None = None


class PaymentIntake:
    """The rows of one file, beside the payments that we have: each is known by its reference."""

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        self.entries = [entry for row in self.table.rows() if (entry := _entry(row))]
        references = {entry.placement_ref for entry in self.entries}
        found = Placement.on_record.with_references(references)  # also what was paid by mistake
        placements = {each.reference.upper(): each for each in found}
        payments = Payment.objects.filter(reference__in=[one.reference for one in self.entries])
        self.known = {each.reference: each for each in payments.select_related("placement")}
        lines: dict[str, int] = {}
        for entry in self.entries:
            entry.placement = placements.get(entry.placement_ref)
            if entry.placement is None:
                remedy = "no placement has this reference: import the placements first"
                entry.row.fault("placement_ref", f"{remedy}, or correct it")
            first = lines.setdefault(entry.reference, entry.row.line)
            if first != entry.row.line:
                remedy = f"line {first} has this reference: use another for this payment"
                entry.row.fault("payment_ref", remedy)

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        self.table.tell(f"{len(self.entries):,} payments checked")
        for entry in self.entries:
            words = f"{in_words(entry.amount)} for {entry.placement} on {in_words(entry.paid_on)}"
            known = self.known.get(entry.reference)
            outcome.count(
                New(entry.row.line, entry.reference, words),
                known=known is not None,
                changes=[
                    Change(entry.reference, name, getattr(known, name), getattr(entry, name))
                    for name in _changed(entry, known)
                ],
            )
            last = entry.placement.ended_on
            if entry.placement.is_voided:
                entry.row.warn("placement_ref", "this placement is voided: ask for the money back")
            elif entry.paid_on < entry.placement.starts_on:
                entry.row.warn("paid_on", "this is before the first day of the placement")
            elif last and entry.paid_on > last + datetime.timedelta(days=366):
                entry.row.warn("paid_on", "this is over a year after the placement ended")

    def write(self) -> None:
        new, changed = [], []
        for entry in self.entries:
            facts = {name: getattr(entry, name) for name in _FIELDS}
            known = self.known.get(entry.reference)
            if known is None:
                new.append(Payment(reference=entry.reference, **facts))
            elif _changed(entry, known):
                for name, value in facts.items():
                    setattr(known, name, value)
                changed.append(known)
        Payment.objects.bulk_create(new, batch_size=BATCH)
        Payment.objects.bulk_update(changed, list(_FIELDS), batch_size=BATCH)


def _changed(entry: PaymentEntry, known: Payment | None) -> list[str]:
    if known is None:
        return []
    return [name for name in _FIELDS if getattr(entry, name) != getattr(known, name)]


def _entry(row: Row) -> PaymentEntry | None:
    before = row.faults_so_far
    entry = PaymentEntry(
        row=row,
        reference=row.reference("payment_ref"),
        placement_ref=row.reference("placement_ref"),
        paid_on=row.required_day("paid_on"),
        amount=row.read("amount", _signed, is_needed=True),
    )
    if entry.amount == 0:
        row.fault("amount", "a payment of £0 is none: take the row out")
    if abs(entry.amount or 0) > MOST_PAID:
        row.fault("amount", f"a payment for one placement is £{MOST_PAID:,} at most: correct it")
    return entry if row.faults_so_far == before else None


def _signed(text: str) -> Decimal:
    """Pounds, with a minus for a credit."""
    if text[:1] in {"-", "−"}:
        return -cells.pounds(text[1:].strip())
    return cells.pounds(text)


PAYMENTS = Import(
    name="payments",
    title="Payments for placements",
    verb="import_payments",
    headings=(
        Heading("payment_ref"),
        Heading("placement_ref"),
        Heading("paid_on"),
        Heading("amount"),
    ),
    intake=PaymentIntake,
    roles=(Role.OFFICER, Role.MANAGER, Role.FINANCE),
    about=(
        "One row for each payment. Import the placements first.",
        "The amount is in pounds, without VAT. Put a minus before a credit.",
        "A payment counts in the financial year of the day on which it was paid.",
    ),
)
import_payments = PAYMENTS.take_in

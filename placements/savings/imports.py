"""Decisions on fees of windows that are over come in: what they avoided and saved, and no price."""

from __future__ import annotations

from nmiss.base.importing.declaration import Heading, Import
from placements.savings import ledger
from placements.savings.intake import FeeDecisionIntake

FEE_DECISIONS = Import(
    name="fee_decisions",
    title="Decisions on fee increases",
    verb="import_fee_decisions",
    headings=(
        Heading("request"),
        Heading("placement_ref"),
        Heading("effective_on"),
        Heading("current"),
        Heading("asked"),
        Heading("agreed", may_be_empty=True),
    ),
    intake=FeeDecisionIntake,
    about=(
        (
            "One row for each placement of a fee request. Import the placements first. They must "
            "be live on the day from which the fee takes effect."
        ),
        (
            "Current, asked and agreed are pounds a year. Leave agreed empty if the increase was "
            "refused, and leave out requests that were withdrawn."
        ),
        (
            "The rows go into the ledger of cost avoidance. No price changes. Undoing the import "
            "writes reversing rows."
        ),
    ),
    take_back=ledger.take_back,
)
import_fee_decisions = FEE_DECISIONS.take_in

"""Placements come in: children, their identity and their places, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pghistory
from django.db import transaction

from nmiss.base.accounts.models import User
from nmiss.base.core import locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.outcomes import Outcome
from nmiss.base.core.tables import Rejected, Table
from placements.entries import COLUMNS, Entry, read_entries
from placements.intake import Intake


@transaction.atomic
def import_placements(
    file: Path,
    *,
    dry_run: bool = False,
    by: User | None,
    tell: Callable[[str], None] = lambda text: None,
) -> Outcome:
    """Take in placements, known by their reference, with the children they are for.

    A call-off at a school that was not a member of the DPS on the first day is a warning:
    history is taken as it happened. Raises Rejected, with every fault, and writes nothing where
    any row is wrong.
    """
    locks.hold(locks.IMPORTS)
    table, outcome = Table(file, required=COLUMNS, tell=tell), Outcome("placements")
    entries: dict[str, Entry] = read_entries(table)
    intake = Intake(entries)
    intake.check()
    if table.faults:
        raise Rejected(table.faults)
    tell(f"{len(entries):,} placements checked")
    intake.count(outcome)
    if not dry_run:
        why = f"import of placements from {file.name}"
        with pghistory.context(why=why), locks.constraints_at_the_end():
            intake.write()
        AuditEvent.record("import_placements", file.name, by=by, **outcome.counts())
    return outcome

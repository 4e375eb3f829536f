"""An import, declared once: its columns, how its rows meet what we have, who may bring it.

The page, the command, the preview, the progress and the undoing follow from the
declaration (``nmiss.across.imports``, ``commands``, ``undoing``). What is its own is its intake.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

import pghistory
from django.db import transaction

from nmiss.base.accounts.models import Role, User
from nmiss.base.core import estimates, locks
from nmiss.base.core.models import AuditEvent
from nmiss.base.importing.outcomes import Outcome
from nmiss.base.importing.questions import ReferenceQuestion, Unanswered, unanswered
from nmiss.base.importing.tables import Rejected, Table


@dataclass(frozen=True)
class Heading:
    """A column of a table that comes in.

    ``holds`` are the codes that a cell may hold; ``is_identity`` where a cell tells who a child is.
    """

    name: str
    holds: Collection[str] = ()
    may_be_empty: bool = False
    may_be_missing: bool = False
    is_identity: bool = False


@dataclass(frozen=True)
class Given:
    """What comes with a file: who brings it, what to keep of ours, answers to our questions."""

    by: User | None = None
    dry_run: bool = False
    keep: Collection[tuple[str, str]] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


class Intake(Protocol):
    """How the rows of one file meet what we have. Made of the table and of what is given."""

    def read(self) -> None:
        """Read every row, and note the faults in the table."""

    def questions(self) -> list[ReferenceQuestion]:
        """What only a person can say, answered or not; the answers given are in force already."""

    def count(self, outcome: Outcome) -> None:
        """Count what is new, changed and unchanged, and warn of what is odd; leave nothing behind.

        What only the writing can tell may be counted by that, unless it is a dry run.
        """

    def write(self) -> None:
        """Write what the table brings."""


@dataclass(frozen=True)
class Import:
    """One kind of table. ``verb`` is its command, and what the ledger says was done."""

    name: str
    title: str
    verb: str
    headings: tuple[Heading, ...]
    intake: Callable[[Table, Given], Intake]
    about: tuple[str, ...] = ()
    more_codes: Mapping[str, Collection[str]] = field(default_factory=dict)
    day_like: str = "2025-09-01 or 01/09/2025"
    skipped: str = ""
    is_register: bool = False
    asks_about_differences: bool = False
    roles: Collection[str] = (Role.OFFICER, Role.MANAGER)
    # How rows that stay on record are taken back: of the context they were written under, by whom;
    # it says how many. All other rows are put back by their history.
    take_back: Callable[[uuid.UUID, User | None], int] | None = None

    @property
    def codes(self) -> dict[str, Collection[str]]:
        """The columns that hold one of a few codes, in the order of the table."""
        own = {each.name: each.holds for each in self.headings if each.holds}
        return own | dict(self.more_codes)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return tuple(heading.name for heading in self.headings)

    @cached_property
    def required(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.headings if not each.may_be_missing)

    @cached_property
    def may_be_empty(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.headings if each.may_be_empty)

    @cached_property
    def heading_written(self) -> str:
        """How a heading may be written, too, as in “Pupil ref” for pupil_ref."""
        name = next((each for each in self.columns if "_" in each), self.columns[0])
        return f"“{name.replace('_', ' ').capitalize()}” for {name}"

    @cached_property
    def identifying(self) -> frozenset[str]:
        return frozenset(each.name for each in self.headings if each.is_identity)

    @transaction.atomic
    def take_in(
        self,
        file: Path,
        *,
        dry_run: bool = False,
        by: User | None,
        tell: Callable[[str], None] = lambda text: None,
        keep: Collection[tuple[str, str]] = (),
        answers: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Take in the rows of a file, all or nothing; in a dry run say only what they would bring.

        Raises Rejected, with every fault, and writes nothing where the table cannot be taken; and
        Unanswered where a person must say first what a row means.
        """
        locks.hold(locks.IMPORTS)
        table = Table(
            file,
            columns=self.columns,
            required=self.required,
            may_be_empty=self.may_be_empty,
            is_register=self.is_register,
            tell=tell,
        )
        intake = self.intake(table, Given(by=by, dry_run=dry_run, keep=keep, answers=answers or {}))
        intake.read()
        if table.faults:
            raise Rejected(table.faults)
        if open_ones := unanswered(intake.questions()):
            raise Unanswered(open_ones)
        outcome = Outcome(self.name)
        intake.count(outcome)
        outcome.warnings += table.warnings
        if not dry_run:
            why = f"import of {self.name} from {file.name}"
            with pghistory.context(why=why), locks.constraints_at_the_end():
                intake.write()
            estimates.renew()
            AuditEvent.record(self.verb, file.name, by=by, **outcome.counts())
        return outcome

"""How an import speaks at the command line.

Standard output has the result. Progress, warnings and faults go to standard error.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from nmiss.base.core import ownership
from nmiss.base.importing.outcomes import Outcome
from nmiss.base.importing.questions import ALL, ANSWERS, Unanswered
from nmiss.base.importing.tables import Rejected
from nmiss.base.importing.workbooks import ReadingDied


class ImportCommand(BaseCommand):
    """A command that takes one file, or only says what it would bring."""

    action: Callable[..., Outcome]
    asks = False  # whether it may have questions
    consents: Mapping[str, str] = {}  # what a person may say yes to beforehand, with its help

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The file to take in.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Check and count, and write nothing."
        )
        for name, means in self.consents.items():
            parser.add_argument(
                f"--{name}", action="append_const", dest="yes", const=name, help=means
            )
        if self.asks:
            parser.add_argument(
                "--answer",
                action="append",
                default=[],
                metavar="same|different|REFERENCE=same|REFERENCE=different",
                help="Whether references that differ only in their zeros are the same child: "
                "for all of them, or for one. May be given several times.",
            )

    def handle(
        self,
        *,
        file: Path,
        dry_run: bool,
        answer: str | Iterable[str] = (),
        yes: Iterable[str] | None = None,
        **_: object,
    ) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}. Nothing was written.")
        said = _answers(answer) | dict.fromkeys(yes or (), "yes")
        more: dict[str, Any] = {"answers": said} if said else {}
        try:
            # In nobody's name, which is the operator's alone: as the owner of the tables.
            with ownership.as_owner(connection):
                outcome = type(self).action(
                    file, dry_run=dry_run, by=None, tell=self.stderr.write, **more
                )
        except Rejected as rejected:
            self._refuse(file, rejected)
        except ReadingDied as died:
            raise CommandError(f"{died} Try again, or save it as CSV.") from died
        self._answer(outcome, dry_run=dry_run)

    def _refuse(self, file: Path, rejected: Rejected) -> None:
        for fault in rejected.faults:
            self.stderr.write(f"{file.name}: {fault}")
        count = len(rejected.faults)
        if isinstance(rejected, Unanswered):
            first = rejected.questions[0].reference
            rows = "1 question" if count == 1 else f"{count:,} questions"
            how = f"Answer with --answer same or different, or one by one: --answer {first}=same. "
        else:
            rows, how = "1 fault" if count == 1 else f"{count:,} faults", ""
        self.stderr.write(f"{file.name}: {rows}. {how}Nothing was written.")
        sys.exit(1)

    def _answer(self, outcome: Outcome, *, dry_run: bool) -> None:
        for warning in sorted(outcome.warnings):
            self.stderr.write(f"warning: {warning}")
        for note in outcome.notes:
            self.stderr.write(f"note: {note.remedy}")
        for change in outcome.changes:
            self.stdout.write(f"changed {change}")
        counts = ", ".join(f"{count} {word}" for word, count in outcome.counts().items())
        self.stdout.write(f"{outcome.noun}: {counts}")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")


def _answers(given: str | Iterable[str]) -> dict[str, str]:
    """Each answer by its reference; one without a reference is for all others."""
    answers = {}
    for text in [given] if isinstance(given, str) else given:
        reference, _, answer = text.rpartition("=")
        if answer not in ANSWERS:
            raise CommandError(
                f"--answer {text}: enter same or different, or REFERENCE=same. Nothing was written."
            )
        answers[reference.strip().upper() or ALL] = answer
    return answers

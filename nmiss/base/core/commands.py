"""How an import speaks at the command line.

Standard output has the result. Progress, warnings and faults go to standard error.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from nmiss.base.core.outcomes import Outcome
from nmiss.base.core.tables import Rejected


class ImportCommand(BaseCommand):
    """A command that takes one file, or only says what it would bring."""

    action: Callable[..., Outcome]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="The file to take in.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Check and count, and write nothing."
        )

    def handle(self, *, file: Path, dry_run: bool, **_: object) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}. Nothing was written.")
        try:
            outcome = type(self).action(file, dry_run=dry_run, by=None, tell=self.stderr.write)
        except Rejected as rejected:
            self._refuse(file, rejected)
        self._answer(outcome, dry_run=dry_run)

    def _refuse(self, file: Path, rejected: Rejected) -> None:
        for fault in rejected.faults:
            self.stderr.write(f"{file.name}: {fault}")
        count = len(rejected.faults)
        rows = "1 fault" if count == 1 else f"{count:,} faults"
        self.stderr.write(f"{file.name}: {rows}. Nothing was written.")
        sys.exit(1)

    def _answer(self, outcome: Outcome, *, dry_run: bool) -> None:
        for warning in sorted(outcome.warnings):
            self.stderr.write(f"warning: {warning}")
        for change in outcome.changes:
            self.stdout.write(f"changed {change}")
        counts = ", ".join(f"{count} {word}" for word, count in outcome.counts().items())
        self.stdout.write(f"{outcome.noun}: {counts}")
        if dry_run:
            self.stdout.write("Dry run: nothing was written.")

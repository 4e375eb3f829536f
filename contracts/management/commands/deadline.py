"""``manage.py deadline RULE DAY``: the date alone, as 2024-09-06."""

from __future__ import annotations

import datetime
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from contracts.arrangements.deadlines import FIRST, LAST, RULES, work_out


class Command(BaseCommand):
    help = "Work out a deadline."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rule", choices=RULES, help="By which rule.")
        parser.add_argument("day", help="The day to count from, such as 2024-08-29.")

    def handle(self, *, rule: str, day: str, **_: object) -> None:
        try:
            begins = datetime.datetime.strptime(day, "%Y-%m-%d").date()  # noqa: DTZ007
        except ValueError:
            raise CommandError(f"{day}: enter a real date in the form 2024-08-29.") from None
        if not FIRST <= begins <= LAST:
            raise CommandError(f"{day}: enter a date from {FIRST.year} to {LAST.year}.")
        self.stdout.write(work_out(rule, begins).due_on.isoformat())

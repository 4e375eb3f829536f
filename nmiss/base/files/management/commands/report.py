"""``manage.py report NAME …``: the reports that the applications have registered."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from nmiss.base.files.reports import REPORTS, CannotReport


class Command(BaseCommand):
    help = "Print a report as CSV on standard output, and nothing else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        reports = parser.add_subparsers(dest="report", required=True)
        for name, report in sorted(REPORTS.items()):
            own = reports.add_parser(name, help=report.means)
            report.arguments(own)
            own.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, *, report: str, **options: object) -> None:
        try:
            text = REPORTS[report].answer(options)
        except CannotReport as why:
            raise CommandError(str(why)) from why
        self.stdout.write(text, ending="")

"""``manage.py report dps_status …`` and ``manage.py report demand_profile …``."""

from __future__ import annotations

import datetime
import re
from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError

from placements.report_listings import DEMAND_PROFILE, DPS_STATUS, as_csv
from placements.reports import Window, demand_profile, dps_status
from placements.reports.downloads import dimensions_of


class Command(BaseCommand):
    help = "Print a report of the decision paper as CSV on standard output, and nothing else."

    def add_arguments(self, parser: ArgumentParser) -> None:
        reports = parser.add_subparsers(dest="report", required=True)
        status = reports.add_parser("dps_status", help="Table 3.3 of 25/00007.")
        status.add_argument("--from", dest="first", type=_day, required=True, metavar="DAY")
        status.add_argument("--to", dest="last", type=_day, required=True, metavar="DAY")
        status.add_argument("--financial-year", type=_year, required=True, metavar="YEAR")
        profile = reports.add_parser("demand_profile", help="3.7 and 3.8 of 25/00007.")
        profile.add_argument("--on", type=_day, required=True, metavar="DAY")
        for one in (status, profile):
            one.add_argument("--format", choices=["csv"], default="csv")

    def handle(self, *, report: str, **options: object) -> None:
        answer = {"dps_status": self._dps_status, "demand_profile": self._demand_profile}
        self.stdout.write(answer[report](options), ending="")

    @staticmethod
    def _dps_status(options: dict) -> str:
        window = Window(options["first"], options["last"], options["financial_year"])
        if window.last < window.first:
            raise CommandError("The last day (--to) is before the first (--from).")
        return as_csv(DPS_STATUS, dps_status(window, by=None))

    @staticmethod
    def _demand_profile(options: dict) -> str:
        return as_csv(DEMAND_PROFILE, dimensions_of(demand_profile(options["on"], by=None)))


def _day(text: str) -> datetime.date:
    """A day such as 2024-04-01."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f'"{text}" is no day: give one such as 2024-04-01') from None


def _year(text: str) -> int:
    """The year of the April in which a financial year begins."""
    if not re.fullmatch("(19|20)[0-9]{2}", text, re.ASCII):
        raise ArgumentTypeError(f'"{text}" is no financial year: give that of its April, as 2024')
    return int(text)

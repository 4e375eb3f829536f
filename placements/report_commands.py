"""The reports of placements at the command line."""

from __future__ import annotations

import datetime
import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from nmiss.base.files.reports import CannotReport, Report, as_csv, day, register
from placements.choice_listings import OFF_DPS_CHOICES
from placements.report_listings import DEMAND_PROFILE, DPS_STATUS
from placements.reports import Window, demand_profile, dps_status
from placements.reports.downloads import dimensions_of
from placements.reports.off_dps import off_dps
from placements.reports.spend_by_school import lines_of_year, totals_of_year
from placements.reports.vehicle_value import vehicle_values
from placements.spend_listings import SPEND_LINES, SPEND_TOTALS, VEHICLE_VALUE


def _status_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="last", type=day, required=True, metavar="DAY")
    parser.add_argument("--financial-year", type=_year, required=True, metavar="YEAR")


def _dps_status(options: dict[str, Any]) -> str:
    window = Window(options["first"], options["last"], options["financial_year"])
    if window.last < window.first:
        raise CannotReport("The last day (--to) is before the first (--from).")
    return as_csv(DPS_STATUS, dps_status(window, by=None))


def _profile_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--on", type=day, required=True, metavar="DAY")


def _demand_profile(options: dict[str, Any]) -> str:
    return as_csv(DEMAND_PROFILE, dimensions_of(demand_profile(options["on"], by=None)))


def _spend_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--financial-year", type=_year, required=True, metavar="YEAR")
    parser.add_argument("--total", action="store_true", help="One row for each placement.")


def _spend(options: dict[str, Any]) -> str:
    year = options["financial_year"]
    if options["total"]:
        return as_csv(SPEND_TOTALS, totals_of_year(year))
    return as_csv(SPEND_LINES, lines_of_year(year))


def _value_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--on", type=day, required=True, metavar="DAY")


def _vehicle_value(options: dict[str, Any]) -> str:
    return as_csv(VEHICLE_VALUE, vehicle_values(options["on"]))


def _off_dps_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--month", type=_month, required=True, metavar="MONTH")


def _off_dps(options: dict[str, Any]) -> str:
    return as_csv(OFF_DPS_CHOICES, off_dps(options["month"], by=None).rows)


def _month(text: str) -> datetime.date:
    """The first day of a month such as 2026-11."""
    if not re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", text, re.ASCII):
        raise ArgumentTypeError(f'"{text}" is no month: give one such as 2026-11')
    return datetime.date.fromisoformat(f"{text}-01")


def _year(text: str) -> int:
    """The year of the April in which a financial year begins."""
    if not re.fullmatch("(19|20)[0-9]{2}", text, re.ASCII):
        raise ArgumentTypeError(f'"{text}" is no financial year: give that of its April, as 2024')
    return int(text)


register(
    Report("dps_status", "Table 3.3 of 25/00007.", _status_arguments, _dps_status),
    Report("demand_profile", "3.7 and 3.8 of 25/00007.", _profile_arguments, _demand_profile),
    Report("vehicle_value", "Value by arrangement.", _value_arguments, _vehicle_value),
    Report("off_dps", "Schools chosen off the DPS.", _off_dps_arguments, _off_dps),
    Report("spend", "Spend of a financial year, by price line.", _spend_arguments, _spend),
)

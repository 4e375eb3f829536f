"""The report on cost avoidance at the command line."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from nmiss.base.files.reports import Report, as_csv, register
from placements.savings.listings import COST_AVOIDANCE, COST_AVOIDANCE_TOTALS
from placements.savings.report import requests_of_year, rows_of_year, with_total


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--academic-year", type=_year, required=True, metavar="YEAR")
    parser.add_argument("--total", action="store_true", help="One row for each request.")


def _cost_avoidance(options: dict[str, Any]) -> str:
    year = options["academic_year"]
    if options["total"]:
        return as_csv(COST_AVOIDANCE_TOTALS, with_total(requests_of_year(year, by=None)))
    return as_csv(COST_AVOIDANCE, rows_of_year(year, by=None))


def _year(text: str) -> int:
    """The year of the September in which an academic year begins."""
    if not re.fullmatch("(19|20)[0-9]{2}", text, re.ASCII):
        raise ArgumentTypeError(f'"{text}" is no academic year: give its September’s, as 2024')
    return int(text)


register(Report("cost_avoidance", "Savings by decisions on fees.", _arguments, _cost_avoidance))

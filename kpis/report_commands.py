"""Ratings and standings at the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from kpis.models import Term
from kpis.periods import NoPeriod, Period
from kpis.rating import shown
from kpis.reports import rated_in, standings_in
from nmiss.base.files.csv_lines import csv_lines
from nmiss.base.files.reports import CannotReport, Report, register

RATINGS = ("school_urn", "code", "value", "state", "rating", "direction")
STANDING = ("school_urn", "score", "coverage", "band", "reason")


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--period", required=True, metavar="PERIOD")


def _period(options: dict[str, Any]) -> Period:
    try:
        return Term.objects.periods().named(options["period"])
    except NoPeriod as wrong:
        raise CannotReport(f'"{options["period"]}" is no period: {wrong}.') from wrong


def _ratings(options: dict[str, Any]) -> str:
    rows = (
        (
            each.school.urn,
            each.indicator.code,
            each.shown,
            each.result.state.value,
            each.result.rating and each.result.rating.value,
            each.direction and each.direction.value,
        )
        for each in rated_in(_period(options))
    )
    return "".join(csv_lines(RATINGS, rows, mark="", end="\n"))


def _standing(options: dict[str, Any]) -> str:
    rows = (
        (
            each.school.urn,
            shown(each.judged.score),
            shown(each.judged.coverage),
            each.judged.band,
            str(each.judged.reason),
        )
        for each in standings_in(_period(options))
    )
    return "".join(csv_lines(STANDING, rows, mark="", end="\n"))


register(
    Report("kpi_ratings", "How each indicator of a period was rated.", _arguments, _ratings),
    Report("kpi_standing", "How each school stands in a period.", _arguments, _standing),
)

"""The key dates at the command line."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from nmiss.across.home.listings import KEY_DATES_AGREED
from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.files.reports import CannotReport, Report, as_csv, day, register


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=day, required=True, metavar="DAY")
    parser.add_argument("--to", dest="last", type=day, required=True, metavar="DAY")


def _key_dates(options: dict[str, Any]) -> str:
    first, last = options["first"], options["last"]
    if last < first:
        raise CannotReport("The last day (--to) is before the first (--from).")
    return as_csv(KEY_DATES_AGREED, dates_of(None, first, last, today=timezone.localdate()))


register(Report("key_dates", "Key dates from all parts of the hub.", _arguments, _key_dates))

"""``manage.py bench``: the pages in counties of 1, 10 and 100 times the size, side by side."""

from __future__ import annotations

import datetime
import json
import math
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

REPORT = Path(settings.BASE_DIR, "docs", "performance.md")
NAME = "nmiss_bench"
# What is aimed at. Reports over all children grow with them; the others should not.
REPORTS = {"DPS status", "Demand profile"}
TO_SQL, EXPONENT, REPORT_MS, COMPRESSED = 6, 0.10, 300, 40 * 1024
AIMS = (
    f"Aims: lists and record pages at most {TO_SQL} times their SQL and an exponent of at most "
    f"{EXPONENT:.2f}; reports over all children {REPORT_MS} ms in the largest county; a first load "
    f"of at most {COMPRESSED // 1024} KB. "
)
HEADING = (
    "| Page | Queries | p50 ms | p95 ms | ÷ SQL | ÷ empty | First load |{more}\n"
    "| --- | --: | --: | --: | --: | --: | --: |{line}\n"
)


class Command(BaseCommand):
    help = "Load demo counties of growing size into databases of their own and time the pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--scales", default="1,10,100", help="Sizes, divided by commas.")
        parser.add_argument("--turns", type=int, default=30)

    def handle(self, *, scales: str, turns: int, **_: object) -> None:
        found = {int(scale): self._measure(int(scale), turns) for scale in scales.split(",")}
        text = report(found)
        REPORT.write_text(text)
        self.stdout.write(text)

    def _measure(self, scale: int, turns: int) -> dict:
        """Time the pages of one county, in a database that is gone afterwards."""
        address = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
        database = urlsplit(address)._replace(path=f"/{NAME}").geturl()
        environment = os.environ | {
            "DATABASE_URL": database,
            "MIGRATION_DATABASE_URL": database,
            "NMISS_DEMO_PASSWORD": "only-for-the-bench",
            # Names of static files are no matter here, and nobody need have collected them.
            "STATICFILES_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
        }
        self._anew(address)
        try:
            _run(environment, "migrate", "--verbosity=0")
            start = time.monotonic()
            _run(environment, "seed_demo", f"--scale={scale}")
            loaded = time.monotonic() - start
            self.stderr.write(f"Scale {scale} was loaded in {loaded:.0f} s")
            answer = json.loads(_run(environment, "measure_pages", f"--turns={turns}"))
        finally:
            self._anew(address, make=False)
        return answer | {"loaded": loaded}

    @staticmethod
    def _anew(address: str, *, make: bool = True) -> None:
        connection = psycopg2.connect(address)
        connection.autocommit = True
        with connection.cursor() as cursor:
            # Not by force: that may not end an autovacuum, which otherwise makes way by itself.
            cursor.execute(f"DROP DATABASE IF EXISTS {NAME}")
            if make:
                cursor.execute(f"CREATE DATABASE {NAME}")
        connection.close()


def _run(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, check=True
    )
    return done.stdout.decode()


def report(found: dict[int, dict]) -> str:
    """The figures as a page of the documentation: a table for each size of county."""
    tables = "\n".join(_table(scale, found) for scale in found)
    return (
        "# Performance\n\n"
        f"Measured by `make bench` on {_day(timezone.localdate())}, {os.cpu_count()} cores, in "
        "demo counties of growing size. *÷ SQL* is the time of the page to that of its own "
        "statements alone, *÷ empty* to that of an empty page, each the median of the ratios of "
        "turns in the same run. *First load* is the page with its styles and scripts, compressed. "
        "The *exponent* is that of the growth of p50 from the smallest county: 0 is none, 1 is in "
        "proportion. Rounds and applications are as many in every county.\n\n"
        f"{AIMS}Missed: {'; '.join(missed(found)) or 'none'}.\n\n{tables}"
    )


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _table(scale: int, found: dict[int, dict]) -> str:
    first, county = min(found), found[scale]
    smallest = {page["page"]: page for page in found[first]["pages"]}
    is_larger = scale > first
    rows = [
        _row(page) + f" {_exponent(smallest[page['page']], page, scale / first):.2f} |" * is_larger
        for page in county["pages"]
    ]
    return (
        f"## Scale {scale}\n\n{county['children']:,} children on record, loaded in "
        f"{county['loaded']:.0f} s.\n\n"
        + HEADING.format(more=" Exponent |" * is_larger, line=" --: |" * is_larger)
        + "\n".join(rows)
        + "\n"
    )


def missed(found: dict[int, dict]) -> list[str]:
    """Which pages miss which aim, and by what figure."""
    first, last = min(found), max(found)
    by_page = {page["page"]: page for page in found[last]["pages"]}
    said = []
    for one in found[first]["pages"]:
        name, large = one["page"], by_page[one["page"]]
        growth = round(_exponent(one, large, last / first), 2)
        if one["compressed"] > COMPRESSED:
            said.append(f"{name}, {one['compressed'] / 1024:.1f} KB")
        if name in REPORTS:
            said += [f"{name}, {large['p50']} ms"] if large["p50"] > REPORT_MS else []
            continue
        if one["to_sql"] > TO_SQL:
            said.append(f"{name}, {one['to_sql']} ÷ SQL")
        if last > first and large["to_sql"] > TO_SQL:
            said.append(f"{name}, {large['to_sql']} ÷ SQL ×{last}")
        if growth > EXPONENT:
            said.append(f"{name}, exponent {growth}")
    return said


def _exponent(one: dict, large: dict, growth: float) -> float:
    return math.log(large["p50"] / one["p50"]) / math.log(growth) if growth > 1 else 0


def _row(page: dict) -> str:
    return (
        f"| {page['page']} | {page['queries']} | {page['p50']} | {page['p95']} | "
        f"{page['to_sql']} | {page['to_empty']} | {page['compressed'] / 1024:.1f} KB |"
    )

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
REPORTS = {
    "DPS status": 120,
    "Demand profile": 120,
    "Ratings": 200,
    "Schools for a case": 200,
}
# By the clock, as whoever waits for the page counts: milliseconds at each size of county.
P50 = {"Schools for a case": {1: 100, 100: 200}}
MOST, EXPONENT, FIRST_LOAD, ROWS, CSV = 100, 0.10, 60 * 1024, 100, 30
HOME, HOME_MS, HOME_QUERIES = "Home of an officer", 50, 15
AIMS = (
    f"Aims, in the largest county: {MOST} ms of CPU a page, a first load of {FIRST_LOAD // 1024} "
    f"KB, {ROWS} rows a page, an exponent of at most {EXPONENT:.2f}; "
    + "; ".join(f"{name}, {most} ms" for name, most in REPORTS.items())
    + "".join(
        f"; p50 of {name}, {most} ms at scale {scale}"
        for name, by_scale in P50.items()
        for scale, most in by_scale.items()
    )
    + f"; {HOME}, {HOME_MS} ms and {HOME_QUERIES} queries; a list as CSV at {CSV} % of the speed "
    "of COPY. "
)
HEADING = (
    "| Page | Queries | p50 ms | p95 ms | CPU ms | ÷ SQL | ÷ empty | Rows | First load |{more}\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: |{line}\n"
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
        web = os.environ["DATABASE_URL"]
        owner = os.environ.get("MIGRATION_DATABASE_URL") or web
        environment = os.environ | {
            "DATABASE_URL": urlsplit(web)._replace(path=f"/{NAME}").geturl(),
            "MIGRATION_DATABASE_URL": urlsplit(owner)._replace(path=f"/{NAME}").geturl(),
            "NMISS_DEMO_PASSWORD": "only-for-the-bench",
            # Names of static files are no matter here, and nobody need have collected them.
            "STATICFILES_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
        }
        self._anew(owner)
        try:
            _run(environment, "migrate", "--verbosity=0")
            start = time.monotonic()
            _run(environment, "seed_demo", f"--scale={scale}")
            _run(environment, "grow_demo", f"--scale={scale}")
            loaded = time.monotonic() - start
            self.stderr.write(f"Scale {scale} was loaded in {loaded:.0f} s")
            answer = json.loads(_run(environment, "measure_pages", f"--turns={turns}"))
        finally:
            self._anew(owner, make=False)
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
        "demo counties of growing size, each with the work of a county so large. The hub connects "
        "as the web's role, and sends pages compressed. *CPU* is the time of the processor, of the "
        "hub and of its backend of PostgreSQL, which differs less between runs than that of the "
        "clock: aims are held against it, and where the machine has other work, times of the clock "
        "say little. *÷ SQL* is the CPU of the page to that of its own statements alone, *÷ empty* "
        "to that of an empty page, each the median of the ratios of turns in the same run. *Rows* "
        "are those of the longest table. *First load* is the page with its styles and scripts, "
        "compressed. The *exponent* is that of the growth of CPU from the smallest county: 0 is "
        "none, 1 is in proportion. A home that is *cold* finds nothing in the cache. Pages that "
        "are named by their address are those that need no more than that.\n\n"
        f"{AIMS}Missed: {'; '.join(missed(found)) or 'none'}.\n\n{tables}"
    )


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _table(scale: int, found: dict[int, dict]) -> str:
    first, county = min(found), found[scale]
    smallest = {page["page"]: page for page in found[first]["pages"]}
    is_larger = scale > first
    rows = [
        _row(page) + f" {_growth(smallest.get(page['page']), page, scale / first)} |" * is_larger
        for page in county["pages"]
    ]
    others = "".join(f", {number:,} {words}" for words, number in county["others"].items())
    return (
        f"## Scale {scale}\n\n{county['children']:,} children on record{others}; loaded in "
        f"{county['loaded']:.0f} s. {_csv(county['csv'])}\n\n"
        + HEADING.format(more=" Exponent |" * is_larger, line=" --: |" * is_larger)
        + "\n".join(rows)
        + "\n"
    )


def _csv(csv: dict) -> str:
    return (
        f"{csv['rows']:,} children as CSV take {csv['list']:,} ms of CPU, and {csv['copy']:,} ms "
        f"by COPY: {_speed(csv):.0f} % of the speed."
    )


def _speed(csv: dict) -> float:
    return 100 * csv["copy"] / csv["list"]


def missed(found: dict[int, dict]) -> list[str]:
    """Which pages miss which aim in the largest county, and by what figure."""
    first, last = min(found), max(found)
    smallest = {page["page"]: page for page in found[first]["pages"]}
    said = _too_slow_by_the_clock(found)
    for page in found[last]["pages"]:
        name, is_home = page["page"], page["page"] == HOME
        most = HOME_MS if is_home else REPORTS.get(name, MOST)
        growth = _exponent(smallest.get(name), page, last / first)
        misses = {
            f"{page['cpu']} ms": page["cpu"] > most,
            f"{page['queries']} queries": is_home and page["queries"] > HOME_QUERIES,
            f"{page['first_load'] / 1024:.1f} KB": page["first_load"] > FIRST_LOAD,
            f"{page['rows']} rows": page["rows"] > ROWS,
            f"exponent {growth:.2f}": name not in REPORTS and round(growth, 2) > EXPONENT,
        }
        said += [f"{name}, {words}" for words, is_missed in misses.items() if is_missed]
    if (speed := _speed(found[last]["csv"])) < CSV:
        said.append(f"CSV, {speed:.0f} % of the speed of COPY")
    return said


def _too_slow_by_the_clock(found: dict[int, dict]) -> list[str]:
    return [
        f"{page['page']}, p50 {page['p50']} ms at scale {scale}"
        for scale, county in found.items()
        for page in county["pages"]
        if page["p50"] > P50.get(page["page"], {}).get(scale, math.inf)
    ]


def _exponent(one: dict | None, large: dict, growth: float) -> float:
    if one is None or growth <= 1:
        return 0
    return math.log(large["cpu"] / one["cpu"]) / math.log(growth)


def _growth(one: dict | None, large: dict, growth: float) -> str:
    return "" if one is None else f"{_exponent(one, large, growth):.2f}"


def _row(page: dict) -> str:
    return (
        f"| {page['page']} | {page['queries']} | {page['p50']} | {page['p95']} | {page['cpu']} | "
        f"{page['to_sql']} | {page['to_empty']} | {page['rows']} | "
        f"{page['first_load'] / 1024:.1f} KB |"
    )

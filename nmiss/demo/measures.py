"""How long the pages that people use all day take, beside what the database alone takes.

The hub connects as the web's role. Page, bare SQL and empty view are timed in turn, by the clock
and by the processor: that of the hub and of its own backend of PostgreSQL. What else the machine
does makes times of the clock differ, and those of the processor hardly; a ratio is the median of
the ratios of each turn, by the processor.
"""

from __future__ import annotations

import gzip
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nmiss.base.core.lists import LISTS
from nmiss.base.files.copied import asked_as_csv
from nmiss.demo import measured_pages
from nmiss.demo.measured_pages import COLD, HOMES, ROLES, person

# What a page reads, also by way of a cursor.
READS = re.compile(r"(?:DECLARE \S+ .*?CURSOR .*?FOR )?((?:SELECT|WITH) .*)", re.DOTALL)
WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE \S+ SET|DELETE FROM)\b")
NAMED = re.compile(r'(?:rel="stylesheet" href|<script[^>]* src|data-govuk-script)="([^"]+)"')
TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
HEAD = re.compile(r"<thead.*?</thead>", re.DOTALL)
FEWER = 5  # turns of a page that is measured for completeness
MANY = 200_000
# The columns of the list of children, by PostgreSQL alone.
CHILDREN = """
    COPY (
        SELECT c.reference, c.cohort, s.urn, s.name FROM placements_child c
        LEFT JOIN placements_placement p ON p.child_id = c.id AND p.starts_on <= current_date
            AND (p.ended_on IS NULL OR p.ended_on >= current_date)
        LEFT JOIN providers_school s ON s.id = p.school_id
        ORDER BY c.reference LIMIT {}
    ) TO STDOUT WITH (FORMAT csv)
"""


@dataclass(frozen=True)
class TimeTaken:
    """Milliseconds of something by the clock, and by the processor."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Measure:
    """One page at one scale. ``compressed`` is the page as it is sent, and ``first_load`` that with
    the styles and scripts it names, in bytes; ``rows`` are those of its longest table.
    """

    page: str
    role: str
    queries: int
    p50: float
    p95: float
    cpu: float
    to_sql: float
    to_empty: float
    rows: int
    compressed: int
    first_load: int

    def as_dict(self) -> dict:
        return asdict(self)


def measure_all(*, turns: int, tell: Callable[[str], None]) -> list[Measure]:
    """Measure every page as its people see it; raises where one that is named is not 200."""
    clients = {}
    for role in {*ROLES, *HOMES}:
        headers = {"host": "localhost", "accept-encoding": "gzip"}
        clients[role] = Client(headers=headers)
        clients[role].force_login(person(role))
    named, found = measured_pages.pages(), []
    for name, (role, address) in named.items():
        tell(f"Measuring {name}")
        found.append(_measure(name, role, clients[role], address, turns))
    for name, (role, address) in list(measured_pages.the_rest(clients, named)):
        tell(f"Measuring {name}")
        found.append(_measure(name, role, clients[role], address, FEWER))
    return found


def measure_csv() -> dict[str, float]:
    """The list of children as CSV, and the same columns by COPY: rows, and milliseconds of each."""
    rows = 0

    def by_list() -> None:
        nonlocal rows
        asked = LISTS["children"].file(person("officer"), RequestFactory().get("/").GET)
        lines = (line if isinstance(line, bytes) else line.encode() for line in asked_as_csv(asked))
        rows = sum(line.count(b"\n") for line in lines)

    listed = _timed(by_list)
    with connection.cursor() as cursor, Path("/dev/null").open("w") as nowhere:
        copied = _timed(lambda: cursor.copy_expert(CHILDREN.format(MANY), nowhere))
    return {"rows": rows - 1, "list": round(listed.cpu), "copy": round(copied.cpu)}


def _measure(name: str, role: str, client: Client, address: str, turns: int) -> Measure:
    is_cold = name.endswith(COLD)

    def ask() -> object:
        if is_cold:
            cache.clear()
        return client.get(address)

    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    with CaptureQueriesContext(connection) as asked:
        response = ask()
    every = [query["sql"] for query in asked.captured_queries]
    statements = [
        match[1] for match in map(READS.match, every) if match and not WRITES.search(match[1])
    ]
    empty = reverse("home:healthz")
    times = [
        (_timed(ask), _timed(lambda: _ask(statements)), _timed(lambda: client.get(empty)))
        for _ in range(turns)
    ]
    page = sorted(one.wall for one, _, _ in times)
    text = _text(response)
    return Measure(
        page=name,
        role=role,
        queries=len(every),
        p50=round(statistics.median(page), 1),
        p95=round(page[int(len(page) * 0.95)], 1),
        cpu=round(statistics.median(one.cpu for one, _, _ in times), 1),
        to_sql=round(statistics.median(one.cpu / sql.cpu for one, sql, _ in times), 1),
        to_empty=round(statistics.median(one.cpu / bare.cpu for one, _, bare in times), 1),
        rows=longest_table(text),
        compressed=len(response.content),
        first_load=first_load(text),
    )


def longest_table(page: str) -> int:
    """How many rows the longest table of a page has, without those of its head."""
    tables = (HEAD.sub("", table) for table in TABLE.findall(page))
    return max((table.count("<tr") for table in tables), default=0)


def _text(response: object) -> str:
    """A page as it is before it is compressed."""
    is_compressed = response.get("Content-Encoding") == "gzip"
    content = gzip.decompress(response.content) if is_compressed else response.content
    return content.decode()


def first_load(page: str) -> int:
    """Bytes of a page with the styles and scripts it names, each compressed."""
    names = {urlsplit(address).path for address in NAMED.findall(page)}
    parts = [Path(_found(name)).read_bytes() for name in sorted(names)]
    return sum(len(gzip.compress(part)) for part in [page.encode(), *parts])


def _found(name: str) -> str:
    found = finders.find(name.removeprefix(settings.STATIC_URL))
    if not found:
        raise RuntimeError(f"{name} is named by a page, and is not there")
    return found


def _ask(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.replace("%", "%%"), [])
            cursor.fetchall()


def _timed(work: Callable[[], object]) -> TimeTaken:
    wall, cpu = time.perf_counter(), time.process_time()
    backend, before = _backend()
    work()
    same, after = _backend()
    # A backend that is another now began within.
    theirs = after - before if same == backend else after
    ours = (time.process_time() - cpu) * 1000
    return TimeTaken((time.perf_counter() - wall) * 1000, ours + theirs)


def _backend() -> tuple[int, float]:
    """The process of PostgreSQL that serves this connection, and its milliseconds so far.

    Nought where it is on another machine.
    """
    connection.ensure_connection()
    number = connection.connection.get_backend_pid()
    spent = Path(f"/proc/{number}/schedstat")
    return number, int(spent.read_text().split()[0]) / 1e6 if spent.exists() else 0.0

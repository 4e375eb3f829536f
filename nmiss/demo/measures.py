"""How long the pages that people use all day take, beside what the database alone takes.

Times differ between machines; ratios within one run differ less. Page, bare SQL and empty view are
timed in turn, and the ratio is the median of the ratios of each turn.
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
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts.models import Application, Membership, Round
from nmiss.base.accounts.models import User
from nmiss.demo.seed import DOMAIN
from placements.models import Case, Child, Placement
from providers.models import Provider, School

# What a page reads, also by way of a cursor.
READS = re.compile(r"(?:DECLARE \S+ .*?CURSOR .*?FOR )?(SELECT .*)", re.DOTALL)
NAMED = re.compile(r'(?:rel="stylesheet" href|<script[^>]* src|data-govuk-script)="([^"]+)"')
NEAR = "CT20"
PAPER = "?from=2024-04-01&to=2024-11-30&financial_year=2024"


@dataclass(frozen=True)
class Measure:
    """One page at one scale. Times in milliseconds; ``compressed`` is the first load in bytes:
    the page with the styles and scripts it names.
    """

    page: str
    role: str
    queries: int
    p50: float
    p95: float
    to_sql: float
    to_empty: float
    compressed: int

    def as_dict(self) -> dict:
        return asdict(self)


def pages() -> dict[str, tuple[str, str]]:
    """The pages that people use all day: by name, who asks and for which address."""
    school = School.objects.filter(placements__isnull=False).order_by("urn").first()
    child = Child.objects.order_by("reference").first()
    provider = Provider.objects.by_name().first()
    middle = School.objects.by_name()[School.objects.count() // 2]
    schools = reverse("placements:school_list")
    round = Round.objects.closed().filter(applications__isnull=False).by_time().last()
    application = Application.objects.being_evaluated().order_by("pk").first()
    membership = Membership.objects.on(timezone.localdate()).order_by("pk").first()
    case = Case.objects.open().order_by("pk").first()
    own = Application.objects.visible_to(_person("owner")).order_by("-pk").first()
    return {
        "Home of an officer": ("officer", reverse("home:home")),
        "Home of the placement team": ("placements", reverse("home:home")),
        "Home of a provider": ("owner", reverse("home:home")),
        "Schools": ("placements", schools),
        "Schools, from the middle": (
            "placements",
            f"{schools}?go=after&key={middle.name}&row={middle.pk}",
        ),
        "Schools for SEMH on the DPS": ("placements", f"{schools}?need=SEMH&member=any"),
        "Schools by a part of the name": ("placements", f"{schools}?name=lodge"),
        "Schools near a postcode": ("placements", f"{schools}?near={NEAR}"),
        "Schools within 10 miles": ("placements", f"{schools}?near={NEAR}&within=10"),
        "The search box": ("placements", f"{reverse('placements:search')}?words=lodge"),
        "A school": ("placements", reverse("placements:school_detail", args=[school.urn])),
        "Children": ("placements", reverse("placements:child_list")),
        "A child": ("placements", reverse("placements:child_detail", args=[child.reference])),
        "Cases": ("placements", reverse("placements:case_list")),
        "A case": ("placements", reverse("placements:case_detail", args=[case.pk])),
        "Schools for a case": ("placements", reverse("placements:case_schools", args=[case.pk])),
        "Vacancies": ("placements", reverse("providers:vacancy_list")),
        "Providers": ("officer", reverse("contracts:provider_list")),
        "A provider": ("officer", reverse("contracts:provider_detail", args=[provider.pk])),
        "Memberships": ("officer", reverse("contracts:membership_list")),
        "A membership": ("officer", reverse("contracts:membership_detail", args=[membership.pk])),
        "Admission": ("officer", reverse("contracts:admission")),
        "A round": ("officer", reverse("contracts:round_detail", args=[round.pk])),
        "Progress of a round": ("officer", reverse("contracts:round_progress", args=[round.pk])),
        "Applications": ("officer", reverse("contracts:application_list")),
        "An application": (
            "officer",
            reverse("contracts:application_detail", args=[application.pk]),
        ),
        "An evaluator’s scores to give": ("officer", reverse("contracts:score_list")),
        "A provider’s application": (
            "owner",
            reverse("contracts:application_tasks", args=[own.pk]),
        ),
        "KPI ratings": ("officer", reverse("kpis:rating_matrix")),
        "DPS status": ("officer", reverse("placements:dps_status") + PAPER),
        "Demand profile": ("officer", reverse("placements:demand_profile") + "?on=2024-01-18"),
    }


def measure_all(*, turns: int, tell: Callable[[str], None]) -> list[Measure]:
    """Measure every page as its people see it; raises where a page is not 200."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    clients = {}
    for role in ("officer", "placements", "owner"):
        clients[role] = Client(headers={"host": "localhost"})
        clients[role].force_login(_person(role))
    found = []
    for name, (role, address) in pages().items():
        tell(f"Measuring {name}")
        found.append(_measure(name, role, clients[role], address, turns))
    return found


def children() -> int:
    """How many children have a place on record."""
    return Placement.objects.values("child").distinct().count()


def _measure(name: str, role: str, client: Client, address: str, turns: int) -> Measure:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}")
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    every = [query["sql"] for query in asked.captured_queries]
    statements = [match[1] for match in map(READS.match, every) if match]
    times = [
        (
            _timed(lambda: client.get(address)),
            _timed(lambda: _ask(statements)),
            _timed(lambda: client.get(reverse("home:healthz"))),
        )
        for _ in range(turns)
    ]
    page = sorted(times_of for times_of, _, _ in times)
    return Measure(
        page=name,
        role=role,
        queries=len(every),
        p50=round(statistics.median(page), 1),
        p95=round(page[int(len(page) * 0.95)], 1),
        to_sql=round(statistics.median(one / sql for one, sql, _ in times), 1),
        to_empty=round(statistics.median(one / empty for one, _, empty in times), 1),
        compressed=first_load(response.content.decode()),
    )


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


def _person(name: str) -> User:
    return User.objects.get(email=f"{name}@{DOMAIN}")


def _ask(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.replace("%", "%%"), [])
            cursor.fetchall()


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000

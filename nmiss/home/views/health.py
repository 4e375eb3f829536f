"""Whether the hub is alive, and whether it is ready: asked by machines, told without secrets."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nmiss.core.access import anyone
from nmiss.core.models import OutboxMessage, Tick

LONGEST_WAIT = 1.0
LATE = datetime.timedelta(minutes=2)
UNAVAILABLE = 503

# A database that cannot be reached may keep whoever asks waiting; these wait in our stead.
_askers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="readyz")


@anyone
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers. It asks nothing else, least of all the database."""
    return HttpResponse("ok", content_type="text/plain")


@anyone
@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers in time, migrations are applied, mail leaves, and beat goes on."""
    try:
        answer = _askers.submit(_ask, timezone.now()).result(timeout=LONGEST_WAIT)
    except (DatabaseError, TimeoutError):
        answer = dict.fromkeys(("migrations", "outbox", "beat"), "unknown")
        answer = {"database": "unavailable", **answer}
    is_ready = not set(answer.values()) - {"ok", "applied"}
    return JsonResponse(answer, status=200 if is_ready else UNAVAILABLE)


def _ask(now: datetime.datetime) -> dict[str, str]:
    try:
        if not _is_migrated():
            return {
                "database": "ok",
                "migrations": "waiting",
                "outbox": "unknown",
                "beat": "unknown",
            }
        is_late = OutboxMessage.objects.overdue(since=now - LATE).exists()
        ticks = Tick.objects.filter(name="beat").since(now - LATE).exists()
        return {
            "database": "ok",
            "migrations": "applied",
            "outbox": "late" if is_late else "ok",
            "beat": "ok" if ticks else "late",
        }
    finally:
        connection.close()


def _is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())

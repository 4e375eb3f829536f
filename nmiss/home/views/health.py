"""Whether the hub is alive, and whether it is ready: asked by machines, told without secrets."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nmiss.core.access import anyone

LONGEST_WAIT = 1.0
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
    """The database answers in time, and every migration is applied."""
    try:
        migrated = _askers.submit(_is_migrated).result(timeout=LONGEST_WAIT)
        answer = {"database": "ok", "migrations": "applied" if migrated else "waiting"}
    except (DatabaseError, TimeoutError):
        migrated = False
        answer = {"database": "unavailable", "migrations": "unknown"}
    return JsonResponse(answer, status=200 if migrated else UNAVAILABLE)


def _is_migrated() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    finally:
        connection.close()

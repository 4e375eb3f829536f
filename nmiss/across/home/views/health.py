"""Whether the hub is alive, and whether it is ready: asked by machines, told without secrets."""

from __future__ import annotations

import datetime
import functools
import importlib.util
import pkgutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nmiss.base.core import clock, keys
from nmiss.base.core.access import anyone
from nmiss.base.core.models import OutboxMessage, Tick
from nmiss.base.files.models import StoredFile

LONGEST_WAIT = 1.0
LATE = datetime.timedelta(minutes=2)
STUCK = datetime.timedelta(minutes=15)
UNCHECKED = datetime.timedelta(minutes=10)
WELL = {"ok", "applied"}
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
    """The database answers in time, migrations are applied, keys are right, nobody has moved its
    clock, mail leaves, files are scanned, and beat goes on. What was not asked any more is unknown.
    """
    answer = dict.fromkeys(QUESTIONS, "unknown")
    try:
        _askers.submit(_ask, timezone.now(), answer).result(timeout=LONGEST_WAIT)
        told = answer
    except (DatabaseError, TimeoutError) as error:
        told = answer.copy()  # whoever asks may still be at it
        asked = next((part for part in told if told[part] == "unknown"), "database")
        told[asked] = "too slow" if isinstance(error, TimeoutError) else "unavailable"
    is_ready = set(told.values()) <= WELL
    return JsonResponse(told, status=200 if is_ready else UNAVAILABLE)


def _ask(now: datetime.datetime, answer: dict[str, str]) -> None:
    try:
        for part, question in QUESTIONS.items():
            answer[part] = question(now)
            if answer[part] in {"waiting", "wrong"}:
                return
    finally:
        connection.close()


def _database(now: datetime.datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def _migrations(now: datetime.datetime) -> str:
    return "applied" if _is_migrated() else "waiting"


def _keys(now: datetime.datetime) -> str:
    return "ok" if keys.are_right() else "wrong"


def _clock(now: datetime.datetime) -> str:
    return "moved" if clock.is_moved() else "ok"


def _outbox(now: datetime.datetime) -> str:
    messages = OutboxMessage.objects
    is_late = messages.overdue(since=now - LATE).exists() or messages.is_stuck(since=now - STUCK)
    return "late" if is_late else "ok"


def _files(now: datetime.datetime) -> str:
    """Whether uploaded files are checked, and scanned where there is a scanner."""
    waiting = StoredFile.objects.waiting().filter(kept_at__lt=now - UNCHECKED)
    oldest = waiting.order_by("kept_at").first()
    return f"late: file {oldest.pk} waits since {oldest.kept_at.isoformat()}" if oldest else "ok"


def _beat(now: datetime.datetime) -> str:
    return "ok" if Tick.objects.filter(name="beat").since(now - LATE).exists() else "late"


QUESTIONS: dict[str, Callable[[datetime.datetime], str]] = {
    "database": _database,
    "migrations": _migrations,
    "keys": _keys,
    "clock": _clock,
    "outbox": _outbox,
    "files": _files,
    "beat": _beat,
}


def _is_migrated() -> bool:
    applied = MigrationRecorder.Migration.objects.values_list("app", "name")
    return MigrationRecorder(connection).has_table() and _on_disk() <= set(applied)


@functools.cache
def _on_disk() -> frozenset[tuple[str, str]]:
    """The migrations of this version, by the names of their files: to load them takes a second."""
    found = set()
    for app in apps.get_app_configs():
        package, _ = MigrationLoader.migrations_module(app.label)
        spec = importlib.util.find_spec(package) if package else None
        places = spec.submodule_search_locations if spec else None
        found |= {
            (app.label, module.name)
            for module in pkgutil.iter_modules(places or [])
            if module.name[0] not in "_~"
        }
    return frozenset(found)

"""How gunicorn serves the hub: `gunicorn --config python:nmiss.machine.web_server nmiss.wsgi`.

The application is not loaded before the workers are: so HUP brings the new version. The old ones
serve until the new ones have loaded it; then they finish what they have begun, and go.
"""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from gunicorn.glogging import Logger

from nmiss.base.core import logs
from nmiss.machine import environment

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter
    from gunicorn.workers.base import Worker

environment.load()
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"


def fitting_workers() -> int:
    """Three, and two where the machine has no more than 1 GB: each holds some 70 MB and, once it
    has drawn charts, twice that."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return 3 if memory > SMALL else 2


SMALL = 1.5 * 2**30
workers = int(os.environ.get("WEB_WORKERS") or fitting_workers())
timeout = 60
graceful_timeout = 30
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # in memory, never a slow disk
as_json = os.environ.get("LOG_JSON", "").lower() in {"1", "true", "yes", "on"}
level = os.environ.get("LOG_LEVEL") or ("INFO" if as_json else "WARNING")
loglevel = level.lower()
logconfig_dict = logs.logging_settings(as_json=as_json, level=level)


class DiscreetLog(Logger):
    """Gunicorn's access log says too much. The hub writes its own; this is for who turns it on."""

    def access(self, *args: Any) -> None:
        """Write nothing unless told where to: logging settings alone would turn it on."""
        if self.cfg.accesslog:
            super().access(*args)

    def atoms(self, *args: Any) -> dict[str, Any]:
        """Leave out queries, where people came from, and what opens a page."""
        atoms = super().atoms(*args)
        atoms |= dict.fromkeys(("q", "f"), "-")
        atoms |= {name: logs.discreet(atoms[name] or "") for name in ("r", "U")}
        return {name: "-" if name.startswith("{") else value for name, value in atoms.items()}


logger_class = DiscreetLog

_heard, _said = os.pipe()  # from the workers to their master: a byte for each that has loaded
os.set_blocking(_heard, False)


def on_starting(server: Arbiter) -> None:
    """Say what settings are missing once, and not in each worker over and over."""
    if server.app.app_uri.startswith("nmiss."):
        environment.refuse_to_start_without_settings()


def post_worker_init(_worker: Worker) -> None:
    """Say that a worker has loaded the application."""
    os.write(_said, b".")


def on_reload(server: Arbiter) -> None:
    """Have the old workers go only when as many new ones have loaded.

    Gunicorn would tell them to go at once, and until the new ones have loaded, some seconds on a
    busy machine, what people ask for would wait.
    """
    _loaded()
    let_the_old_go = server.manage_workers

    def wait_for_the_new() -> None:
        server.manage_workers = let_the_old_go
        missing, deadline = server.cfg.workers, time.monotonic() + server.cfg.graceful_timeout
        while missing > 0 and time.monotonic() < deadline:
            select.select([_heard], [], [], 0.5)
            missing -= _loaded()
            server.reap_workers()  # one that cannot load the new version ends the server, as ever
        let_the_old_go()

    server.manage_workers = wait_for_the_new


def _loaded() -> int:
    """Count the workers that have loaded since this was last asked."""
    with suppress(BlockingIOError):
        return len(os.read(_heard, 1024))
    return 0

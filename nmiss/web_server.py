"""How gunicorn serves the hub: `gunicorn --config python:nmiss.web_server nmiss.wsgi`.

The application is not loaded before the workers are: so HUP brings the new version. The old ones
finish what they have begun and go; until the new ones have loaded, a second or more, what people
ask for waits in the socket, which stays open.
"""

from __future__ import annotations

import os
from typing import Any

from gunicorn.glogging import Logger

from nmiss.core import logs

bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
workers = int(os.environ.get("WEB_WORKERS") or 3)
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

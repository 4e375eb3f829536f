"""What a container asks of itself: `python -m nmiss.machine.health_check web` (or worker, or beat).

The web is well when its process answers, whatever else is down: a database that is away is not
mended by starting web servers anew. Monitoring asks /readyz, which says what else is wrong.
"""

from __future__ import annotations

import http.client
import os
import socket
import sys
from contextlib import closing


def main() -> None:
    """End with 0 when well, and otherwise with a word on what is not."""
    part = sys.argv[1] if len(sys.argv) == 2 else ""
    checks = {"web": web_answers, "worker": worker_answers, "beat": beat_goes_on}
    if part not in checks:
        sys.exit(f"Name one of {', '.join(checks)}.")
    if not checks[part]():
        sys.exit(f"{part}: not well")


def web_answers() -> bool:
    """Ask as a proxy would, by a name that the hub answers to."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").partition(",")[0].lstrip(".")
    line = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT") or 8000), timeout=4)
    with closing(line):
        line.request("GET", "/healthz", headers={"Host": host, "X-Forwarded-Proto": "https"})
        with line.getresponse() as answer:
            return answer.status == 200


def worker_answers() -> bool:
    """Ask the worker of this container, by way of the broker."""
    from nmiss.celery import app

    return bool(app.control.ping([f"celery@{socket.gethostname()}"], timeout=10))


def beat_goes_on() -> bool:
    """Look whether a worker did lately what beat starts every ten seconds."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    import datetime

    import django
    from django.utils import timezone

    django.setup()
    from nmiss.base.core.models import Tick

    lately = timezone.now() - datetime.timedelta(minutes=2)
    return Tick.objects.filter(name="beat").since(lately).exists()


if __name__ == "__main__":
    main()

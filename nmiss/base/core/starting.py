"""What the web, the worker and beat look at before they begin."""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from nmiss.base.core import clock

MOVED = (
    "The database's clock is moved: a demo was left half made, or somebody set it. Nothing is "
    "dated as it happens, so the hub does not start. `manage.py migrate` puts it right."
)


def demo_progress() -> str:
    """How far the demo is that whoever started this process loads just now; empty for none."""
    if not settings.DEMO_PROGRESS:
        return ""
    try:
        return Path(settings.DEMO_PROGRESS).read_text()
    except FileNotFoundError:
        return ""


def refuse_a_moved_clock() -> None:
    """End with a word where nothing would be dated as it happens.

    A database that does not answer, or is not migrated so far, is for ``/readyz`` to tell.
    """
    try:
        moved = clock.is_moved()
    except DatabaseError:
        return
    finally:
        connection.close()
    if moved:
        sys.exit(MOVED)

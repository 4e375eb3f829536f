"""Locks that last until the transaction ends, for work that must not meet itself."""

from __future__ import annotations

from django.db import connection

# One number for all imports: each reads what another may be writing.
IMPORTS = 8_860_001


def hold(number: int) -> None:
    """Wait for the lock and keep it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


def check_constraints_at_the_end() -> None:
    """Let rows break deferrable constraints on the way; the end of the transaction decides."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")

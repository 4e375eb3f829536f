"""Locks for work that must not meet itself."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.db import connection

# One number for all imports: each reads what another may be writing.
IMPORTS = 8_860_001


def hold(number: int) -> None:
    """Wait for the lock and keep it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])


_ASK_AT_THE_END = """
    DO $$
    BEGIN
        EXECUTE (SELECT 'SET CONSTRAINTS ' || string_agg(DISTINCT quote_ident(conname), ', ')
                 || ' DEFERRED' FROM pg_constraint
                 WHERE condeferred AND connamespace = 'public'::regnamespace);
    END
    $$
"""


@contextlib.contextmanager
def only_one(number: int) -> Iterator[bool]:
    """Say whether nobody else is at this, in any process; for work that is no transaction.

    The lock goes with the connection: where a process is killed, the next may begin.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        is_ours = cursor.fetchone()[0]
        try:
            yield is_ours
        finally:
            if is_ours:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


@contextlib.contextmanager
def constraints_at_the_end() -> Iterator[None]:
    """Let rows break deferrable constraints on the way; the end of the block decides.

    After it each asks again when it is declared to: some of them at the end of the transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(_ASK_AT_THE_END)

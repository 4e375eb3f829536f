"""The database's clock: the one by which is decided what is due and what was late.

Triggers date by it, too. Only the owner of the tables can move it: for the demo's past, and for
tests. Where the hub's own role is another, it takes a connection of the owner's. What is moved then
holds for everybody who asks this database, until it is put right: ``migrate`` does that, too.
"""

from __future__ import annotations

import contextlib
import datetime
import decimal
from collections.abc import Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import psycopg2
from django.conf import settings
from django.db import connection, models
from django.utils import timezone

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

NOON = datetime.time(12)
_MOVE = """
    UPDATE nmiss_owner.clock
    SET ahead = extract(epoch FROM %s::timestamptz - clock_timestamp())
"""
_PUT = "UPDATE nmiss_owner.clock SET ahead = %s"
_owner: ContextVar[Any] = ContextVar("owner", default=None)


class DatabaseNow(models.Func):
    """The instant by the database's clock, as the default of a column that it dates."""

    function = "public.nmiss_now"
    arity = 0
    output_field = models.DateTimeField()


def database_now() -> datetime.datetime:
    """What time it is, however late in the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.nmiss_now()")
        return cursor.fetchone()[0]


def is_moved() -> bool:
    """Whether somebody moved the clock: so it may be while a demo or a test is made, and never
    while people work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.nmiss_clock_ahead() <> 0")
        return cursor.fetchone()[0] is not False


def noon(day: datetime.date) -> datetime.datetime:
    """12 noon in London on a day, summer or winter, as an instant."""
    local = datetime.datetime.combine(day, NOON, tzinfo=timezone.get_default_timezone())
    return local.astimezone(datetime.UTC)


# For its owner alone


@contextlib.contextmanager
def in_hand() -> Iterator[None]:
    """Be able to move the clock until the block ends, and then have it right again."""
    if _owner.get() is not None:  # held already, by who will put it right
        yield
        return
    ours, owner = connection.settings_dict, settings.DATABASE_OWNER
    if ours["USER"] == owner["USER"]:
        line = connection
    else:
        line = psycopg2.connect(
            dbname=ours["NAME"],
            user=owner["USER"],
            password=owner["PASSWORD"],
            host=owner["HOST"],
            port=owner["PORT"] or None,
        )
        line.autocommit = True
    mark = _owner.set(line)
    try:
        yield
    finally:
        if not (line is connection and connection.needs_rollback):
            _put(0)
        _owner.reset(mark)
        if line is not connection:
            line.close()


@contextlib.contextmanager
def at(instant: datetime.datetime) -> Iterator[None]:
    """Have it be this instant, and go on from there until the block ends."""
    with in_hand():
        before = _ahead()
        move_to(instant)
        try:
            yield
        finally:
            if not (_owner.get() is connection and connection.needs_rollback):
                _put(before)


def move_to(instant: datetime.datetime) -> None:
    """Have it be this instant, within ``in_hand``."""
    with _owner.get().cursor() as cursor:
        cursor.execute(_MOVE, [instant])


def put_right(connection: BaseDatabaseWrapper) -> None:
    """Have it be what the machine says, as the owner, where a demo was left half made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('nmiss_owner.clock')")
        if cursor.fetchone() != (None,):  # migrated as far as that
            cursor.execute(_PUT, [0])


def _ahead() -> decimal.Decimal:
    with _owner.get().cursor() as cursor:
        cursor.execute("SELECT ahead FROM nmiss_owner.clock")
        return cursor.fetchone()[0]


def _put(seconds: decimal.Decimal | int) -> None:
    with _owner.get().cursor() as cursor:
        cursor.execute(_PUT, [seconds])

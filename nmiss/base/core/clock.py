"""The database's clock: the one by which is decided what is due and what was late.

Triggers date by it, too. Only the owner of the tables can move it
(``nmiss.base.core.moving_clock``).
"""

from __future__ import annotations

import datetime

from django.db import connection, models
from django.utils import timezone

NOON = datetime.time(12)


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

"""The database's clock: the one by which is decided what is due and what was late."""

from __future__ import annotations

import datetime

from django.db import connection
from django.utils import timezone

NOON = datetime.time(12)


def database_now() -> datetime.datetime:
    """What time it is, however late in the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def noon(day: datetime.date) -> datetime.datetime:
    """12 noon in London on a day, summer or winter, as an instant."""
    local = datetime.datetime.combine(day, NOON, tzinfo=timezone.get_default_timezone())
    return local.astimezone(datetime.UTC)

"""Days that are counted with both ends: what is in force on a day, what touches a window."""

from __future__ import annotations

import datetime
from typing import Self

from django.db.models import Func, IntegerField, Q, QuerySet


class DatedQuerySet(QuerySet):
    """Records with a first day and a last one that may be unknown, both inclusive."""

    first_day: str
    last_day: str

    def touching(self, first: datetime.date, last: datetime.date) -> Self:
        """Those in force on at least one day of the window, both ends included."""
        return self.filter(
            Q(**{f"{self.last_day}__isnull": True}) | Q(**{f"{self.last_day}__gte": first}),
            **{f"{self.first_day}__lte": last},
        )

    def on(self, day: datetime.date) -> Self:
        """Those in force on the day."""
        return self.touching(day, day)


class DayCount(Func):
    """How many days there are from a first to a last day, both included; 0 or less for none."""

    template = "(%(expressions)s + 1)"
    arg_joiner = " - "
    output_field = IntegerField()

    def __init__(self, first: object, last: object) -> None:
        super().__init__(last, first)

"""Extracts of the national register that were taken in, by the day that they are of."""

from __future__ import annotations

import datetime

from django.db import models
from django.utils import timezone

from nmiss.base.core.history import tracked


class ExtractQuerySet(models.QuerySet):
    def last_day(self) -> datetime.date | None:
        """The day of the newest that is in the books; nothing where no name told of a day."""
        return self.aggregate(last=models.Max("of_day"))["last"]


@tracked()
class Extract(models.Model):
    """A download of the register whose name tells of its day. Undoing its import takes it out.

    An older one may not follow: it would put old facts back, and change what was history.
    """

    of_day = models.DateField()
    name = models.CharField(max_length=255)
    taken_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ExtractQuerySet.as_manager()

    def __str__(self) -> str:
        return f"extract of {self.of_day}"

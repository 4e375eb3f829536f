"""Days on which our offices are closed."""

from __future__ import annotations

from django.db import models

from nmiss.base.core.history import tracked


@tracked()
class NonWorkingDay(models.Model):
    """A day on which our offices do not work, beside weekends and the bank holidays we know.

    A holiday proclaimed at short notice, or a closure of the council's own.
    """

    day = models.DateField(unique=True)
    reason = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.day:%-d %B %Y}: {self.reason}"

"""The pulse of what should go on for ever."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models


class TickQuerySet(models.QuerySet):
    def since(self, moment: datetime.datetime) -> Self:
        return self.filter(at__gte=moment)


class Tick(models.Model):
    """When something that should go on for ever last did: a row a name."""

    name = models.CharField(max_length=50, unique=True)
    at = models.DateTimeField()

    objects = TickQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d %H:%M:%S}"

    # Verbs

    @classmethod
    def note(cls, name: str, *, at: datetime.datetime) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": at})

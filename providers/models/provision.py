"""How long a child stays: by day, or overnight for so many weeks a year."""

from __future__ import annotations

from django.db import models


class Provision(models.TextChoices):
    """Day, or residential by weeks a year."""

    DAY = "day", "Day"
    RESIDENTIAL_WEEKLY = "residential_weekly", "Residential, weekly"
    RESIDENTIAL_38 = "residential_38", "Residential, up to 38 weeks"
    RESIDENTIAL_51 = "residential_51", "Residential, 39 to 51 weeks"
    RESIDENTIAL_52 = "residential_52", "Residential, 52 weeks"

    @classmethod
    def residential(cls) -> list[Provision]:
        """All under which a child sleeps at the school."""
        return [each for each in cls if each != cls.DAY]

"""Postcodes: where each is on the national grid, once somebody has brought a directory in."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Avg, Q


class PostcodeQuerySet(models.QuerySet):
    def of_outward(self, outward: str) -> Self:
        """Those of one outward code: what follows it is always three characters."""
        return self.filter(code__regex=f"^{outward}[0-9][A-Z]{{2}}$")

    def centre(self) -> tuple[int, int] | None:
        """The mean easting and northing, or nothing where there is no postcode."""
        mean = self.aggregate(easting=Avg("easting"), northing=Avg("northing"))
        if mean["easting"] is None:
            return None
        return round(mean["easting"]), round(mean["northing"])


class Postcode(models.Model):
    """A postcode without its space, and its position in metres.

    Its history is not kept, unlike that of all else: 1.7 million rows come in from a public
    directory each quarter, nobody edits them here, and no decision rests on a former position.
    """

    code = models.CharField(max_length=7, primary_key=True)
    easting = models.PositiveIntegerField()
    northing = models.PositiveIntegerField()

    objects = PostcodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="providers_postcode_is_in_capitals_without_space",
                condition=Q(code__regex=r"^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code[:-3]} {self.code[-3:]}"

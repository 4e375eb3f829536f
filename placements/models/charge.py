"""What of a placement's prices counts, and on which days: read from a view of the database."""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce, Greatest, Least

from nmiss.base.core.days import DayCount
from placements.models.placement import Placement
from placements.models.price_line import Funder, PriceKind


class ChargeQuerySet(QuerySet):
    def touching(self, first: datetime.date, last: datetime.date) -> Self:
        """Those with a day in the window."""
        return self.alias(days=days_in(first, last)).filter(days__gt=0)

    def on(self, day: datetime.date) -> Self:
        return self.touching(day, day)


class Charge(models.Model):
    """A price as it counts: the imported fee, or a line, on its days inside its placement.

    The imported fee is a base line by education up to the day before the first line of base
    education that nobody voided. A charge whose last day is before its first counts on none. Its
    number is the line's, or the placement's below nought. No row of it is ever written.
    """

    PERSONAL = frozenset({"kind"})
    NOT_PERSONAL = frozenset(
        {"id", "placement", "funder", "starts_on", "first_on", "last_on", "cost_a_year"}
    )

    id = models.BigIntegerField(primary_key=True)
    placement = models.ForeignKey(Placement, on_delete=models.DO_NOTHING, related_name="charges")
    kind = models.CharField(max_length=20, choices=PriceKind)
    funder = models.CharField(max_length=20, choices=Funder)
    starts_on = models.DateField()
    first_on = models.DateField()
    last_on = models.DateField(null=True)
    cost_a_year = models.DecimalField(max_digits=23, decimal_places=8)

    objects = ChargeQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "placements_charge"

    def __str__(self) -> str:
        return f"{PriceKind(self.kind).label} of {self.placement_id}, from {self.first_on}"

    # Questions

    @property
    def is_imported_fee(self) -> bool:
        return self.pk < 0


def days_in(first: datetime.date, last: datetime.date) -> Greatest:
    """The days on which a charge counts, from a first day to a last, both included."""
    counted = DayCount(
        first=Greatest(F("first_on"), first), last=Least(Coalesce(F("last_on"), last), last)
    )
    return Greatest(counted, 0)

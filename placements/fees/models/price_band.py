"""National price bands: what the law lets a place cost. There are none until a table comes in."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, Q

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, in_order, one_of
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked
from placements.fees.models.price_list import Phase
from providers.models import Need, Provision


class PriceBandQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ends_on"

    def closest_first(self) -> Self:
        """Those that say most closely for whom they are: by need first."""
        return self.order_by("-need", "-phase", "-provision", "pk")


@tracked()
class PriceBand(models.Model):
    """The most that a place costs in a year, for a need, a phase and a provision; empty is any."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {"id", "name", "need", "phase", "provision", "amount", "starts_on", "ends_on", "source"}
    )
    KEY = ("need", "phase", "provision")

    name = models.CharField(max_length=100)
    need = models.CharField(max_length=4, choices=Need, blank=True)
    phase = models.CharField(max_length=20, choices=Phase, blank=True)
    provision = models.CharField(max_length=20, choices=Provision, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    source = models.CharField(max_length=200)

    objects = PriceBandQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("need", Need, or_empty=True),
            one_of("phase", Phase, or_empty=True),
            one_of("provision", Provision, or_empty=True),
            in_order("starts_on", "ends_on"),
            models.CheckConstraint(
                name="placements_priceband_above_nought", condition=Q(amount__gt=0)
            ),
            ExclusionConstraint(
                name="placements_priceband_no_overlap",
                expressions=[
                    ("need", RangeOperators.EQUAL),
                    ("phase", RangeOperators.EQUAL),
                    ("provision", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.IMMEDIATE,
            ),
        ]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER)]

    def __str__(self) -> str:
        return f"price band {self.name} from {self.starts_on:%-d %B %Y}"

    # Questions

    def is_for(self, need: str, phase: str, provision: str) -> bool:
        """Whether it is the band of such a child."""
        asked = dict(zip(self.KEY, (need, phase, provision), strict=True))
        return all(getattr(self, name) in ("", value) for name, value in asked.items())

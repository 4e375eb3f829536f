"""Where a place was before its school got another number, was split or became part of another."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable

from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.history import tracked
from placements.models.child import WRITERS
from placements.models.placement import Placement
from providers.models import School


class EarlierSchoolQuerySet(models.QuerySet):
    def oldest_first(self) -> Self:
        return self.order_by("from_on", "pk")


@tracked()
class EarlierSchool(models.Model):
    """A placement was at this school from one day to another, and goes on at its successor."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "placement", "school", "from_on", "until_on"})

    placement = models.ForeignKey(
        Placement, on_delete=models.CASCADE, related_name="earlier_schools"
    )
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    until_on = models.DateField()

    objects = EarlierSchoolQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("from_on", "until_on"),
            ExclusionConstraint(
                name="placements_earlierschool_no_overlap",
                expressions=[
                    ("placement", RangeOperators.EQUAL),
                    (InclusiveDays("from_on", "until_on"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.IMMEDIATE,
            ),
        ]
        triggers = [WrittenBySomebody(*WRITERS)]

    def __str__(self) -> str:
        return f"{self.placement} at {self.school} until {self.until_on}"

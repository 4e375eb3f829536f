"""What a school was called, who led it, whom it took and how many, from one day to another."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked
from providers.models.school import EstablishmentStatus, School


class SchoolPeriodQuerySet(DatedQuerySet):
    first_day, last_day = "from_on", "until_on"

    def newest_first(self) -> SchoolPeriodQuerySet:
        return self.order_by("-from_on", "-pk")


@tracked()
class SchoolPeriod(models.Model):
    """A time in which the register said the same of a school; both days count.

    ``from_on`` is the day of the extract that said so first, not the day on which it became so.
    """

    FACTS = ("name", "head_name", "lowest_age", "highest_age", "status", "capacity")

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="periods")
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    name = models.CharField(max_length=200)
    head_name = models.CharField(max_length=200, blank=True)
    lowest_age = models.PositiveSmallIntegerField(null=True)
    highest_age = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=1, choices=EstablishmentStatus, blank=True)
    capacity = models.PositiveIntegerField(null=True)

    objects = SchoolPeriodQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("from_on", "until_on"),
            ExclusionConstraint(
                name="providers_schoolperiod_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    (InclusiveDays("from_on", "until_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} from {self.from_on}"

    @property
    def ages(self) -> str:
        """The statutory ages, as people say them."""
        if self.lowest_age is None or self.highest_age is None:
            return ""
        return f"{self.lowest_age} to {self.highest_age}"

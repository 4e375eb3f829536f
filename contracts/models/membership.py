"""Memberships: a school is in a lot from one day to another. "DPS school" is asked of a day."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable

from contracts.models.vehicle import Lot
from nmiss.accounts.models import User
from nmiss.core.constraints import InclusiveDays, in_order
from nmiss.core.days import DatedQuerySet
from nmiss.core.history import tracked
from providers.models import Provider, School


class MembershipQuerySet(DatedQuerySet):
    first, last = "admitted_on", "left_on"

    def visible_to(self, user: User) -> Self:
        """Memberships of the schools that this person sees."""
        return self.filter(school__in=School.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-admitted_on", "lot__number", "pk")


@tracked()
class Membership(models.Model):
    """A school's time in a lot. ``left_on`` is the last day of membership: both days count."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="memberships")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="memberships")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="memberships")
    admitted_on = models.DateField()
    left_on = models.DateField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("admitted_on", "left_on"),
            ExclusionConstraint(
                name="contracts_membership_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("lot", RangeOperators.EQUAL),
                    (InclusiveDays("admitted_on", "left_on"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="This school is in this lot on some of these days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school} in lot {self.lot.number} from {self.admitted_on}"

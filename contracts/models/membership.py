"""Memberships: a school is in a lot from one day to another. "DPS school" is asked of a day."""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, Exists, OuterRef, Q
from django.utils import timezone

from contracts.models.agreement import Agreement
from contracts.models.vehicle import Lot
from nmiss.accounts.models import User
from nmiss.core.constraints import InclusiveDays, in_order
from nmiss.core.days import DatedQuerySet
from nmiss.core.history import tracked
from providers.models import Provider, School


class Leaving(models.TextChoices):
    """How a membership ended before its time."""

    REMOVED = "removed", "Removed by the council"
    EXITED = "exited", "Left of its own will"


class MembershipQuerySet(DatedQuerySet):
    first, last = "admitted_on", "left_on"

    def visible_to(self, user: User) -> Self:
        """Memberships of the schools that this person sees."""
        return self.filter(school__in=School.objects.visible_to(user))

    def open_to_call_offs(self, day: datetime.date) -> Self:
        """Those in force on a day and not suspended: new places may be called off from them."""
        suspended = Suspension.objects.on(day).filter(membership=OuterRef("pk"))
        return self.on(day).filter(~Exists(suspended))

    def newest_first(self) -> Self:
        return self.order_by("-admitted_on", "lot__number", "pk")


@tracked()
class Membership(models.Model):
    """A school's time in a lot. ``left_on`` is the last day of membership: both days count.

    It came by an ``agreement``, or before there were any here. ``leaving`` says how it ended:
    its live placements go on by their own terms.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="memberships")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="memberships")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="memberships")
    admitted_on = models.DateField()
    left_on = models.DateField(null=True)
    agreement = models.ForeignKey(
        Agreement, null=True, on_delete=models.PROTECT, related_name="memberships"
    )
    leaving = models.CharField(max_length=10, choices=Leaving, blank=True)
    leaving_reason = models.TextField(blank=True)
    notice_on = models.DateField(null=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("admitted_on", "left_on"),
            models.CheckConstraint(
                name="contracts_membership_leaving_has_its_day_and_reason",
                condition=Q(leaving="")
                | Q(leaving__in=Leaving.values, left_on__isnull=False) & ~Q(leaving_reason=""),
            ),
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


class SuspensionQuerySet(DatedQuerySet):
    first, last = "starts_on", "ends_on"


@tracked()
class Suspension(models.Model):
    """No new place is called off from the school in this time. Live placements are untouched.

    Both days count; the last is unknown until the school is reinstated.
    """

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="suspensions")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    reason = models.TextField()
    notice_on = models.DateField()
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    suspended_at = models.DateTimeField(default=timezone.now, editable=False)
    reinstated_reason = models.TextField(blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("starts_on", "ends_on"),
            models.CheckConstraint(
                name="contracts_suspension_has_its_reason", condition=~Q(reason="")
            ),
            ExclusionConstraint(
                name="contracts_suspension_no_overlap",
                expressions=[
                    ("membership", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="This school is suspended on some of these days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"suspension of {self.membership} from {self.starts_on}"

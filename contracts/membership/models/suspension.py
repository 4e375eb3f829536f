"""Suspensions: in this time no new place is called off from a school in a lot."""

from __future__ import annotations

import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.utils import timezone

from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, set_together
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked
from nmiss.base.core.templatetags.components import day

# A membership that goes on at the school's successor stays suspended, by whom it was.
_AS_BEFORE = """EXISTS (
    SELECT FROM public.contracts_suspension AS earlier
    JOIN public.contracts_membership AS before ON before.id = earlier.membership_id
    JOIN public.contracts_membership AS after ON after.id = RECORD.membership_id
    WHERE ROW(earlier.suspended_by_id, earlier.starts_on, earlier.reason, earlier.suspended_at)
        = ROW(RECORD.suspended_by_id, RECORD.starts_on, RECORD.reason, RECORD.suspended_at)
      AND before.lot_id = after.lot_id AND before.provider_id = after.provider_id
)"""


class SuspensionQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ends_on"

    def not_over(self, on: datetime.date) -> Self:
        """Those in force on a day or later, without those that were lifted before they began."""
        has_days = Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
        return self.filter(has_days, Q(ends_on=None) | Q(ends_on__gte=on))


@tracked()
class Suspension(models.Model):
    """No new place is called off from the school in this time. Live placements are untouched.

    Both days count; the last is unknown until the school is reinstated. One that was lifted
    before it began has no day at all: it "ends" on the day before its first.
    """

    membership = models.ForeignKey(
        "contracts.Membership", on_delete=models.PROTECT, related_name="suspensions"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    reason = models.TextField()
    notice_on = models.DateField()
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    suspended_at = models.DateTimeField(default=timezone.now, editable=False)
    reinstated_on = models.DateField(null=True)
    reinstated_reason = models.TextField(blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_suspension_ends_after_it_begins_or_never_began",
                condition=Q(ends_on=None)
                | Q(ends_on__gte=F("starts_on") - Value(datetime.timedelta(days=1))),
            ),
            models.CheckConstraint(
                name="contracts_suspension_has_its_reason", condition=~Q(reason="")
            ),
            set_together("ends_on", "reinstated_on"),
            ExclusionConstraint(
                name="contracts_suspension_no_overlap",
                expressions=[
                    ("membership", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="This school is suspended on some of these days already.",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *COMMISSIONING,
                unless=BY_THE_HUB,
                copied=_AS_BEFORE,
                suspended_by=("membership", "starts_on", "reason", "notice_on", "suspended_at"),
            )
        ]

    def __str__(self) -> str:
        return f"suspension from {day(self.starts_on)} of {self.membership}"

    # Questions

    @property
    def never_began(self) -> bool:
        return self.ends_on is not None and self.ends_on < self.starts_on

    def covers(self, day: datetime.date) -> bool:
        """Whether new places are stopped by it on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    # Verbs

    def lift(self, *, opens_on: datetime.date, reason: str) -> None:
        """End it the day before ``opens_on``; one that has not begun by then never does."""
        self.ends_on = max(opens_on, self.starts_on) - datetime.timedelta(days=1)
        self.reinstated_on, self.reinstated_reason = opens_on, reason
        self.save()

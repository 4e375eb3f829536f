"""Pre-placement checks: what the council looks at before it buys a place off the DPS."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

import placements.models  # noqa: F401 - its histories are made once that is loaded
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.days import months_after
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.agreements import permissions, walls
from providers.models import School

MONTHS_GOOD = 12
colours({"passed": "green", "not passed": "red"})
LONGEST = 500


class PrePlacementCheckQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers; no school reads how another one, or it, was checked."""
        return self if permissions.can_read_checks(user) else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-pk")


class PrePlacementCheck(models.Model):
    """That a school off the DPS was checked: by whom, when, and what was found of each thing.

    It never changes: a school is checked again, and the newest check counts, for twelve months
    from the visit.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "school", "registration", "inspection", "insured_until", "policy_on"),
            *("visited_on", "visited_by", "notes", "is_passed", "checked_at", "checked_by"),
        }
    )

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="pre_placement")
    registration = models.CharField(max_length=LONGEST)
    inspection = models.CharField(max_length=LONGEST)
    insured_until = models.DateField()
    policy_on = models.DateField()
    visited_on = models.DateField()
    visited_by = models.CharField(max_length=200)
    notes = models.TextField(blank=True)
    is_passed = models.BooleanField()
    checked_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = PrePlacementCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_preplacementcheck_says_all",
                condition=~Q(registration="") & ~Q(inspection="") & ~Q(visited_by=""),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("checked_at"),
            DoneInPerson(checked_by=()),
            pgtrigger.Trigger(
                name="by_the_council",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=walls.CHECKED_BY_THE_COUNCIL,
            ),
        ]

    def __str__(self) -> str:
        return f"pre-placement check of {self.school}"

    # Questions

    @classmethod
    def newest_of(cls, school: School) -> PrePlacementCheck | None:
        """The check that counts."""
        return cls.objects.filter(school=school).select_related("checked_by").newest_first().first()

    @property
    def checked_on(self) -> datetime.date:
        return timezone.localdate(self.checked_at)

    @property
    def good_until(self) -> datetime.date:
        """The last day on which an agreement can be signed by it."""
        return min(months_after(self.visited_on, MONTHS_GOOD), self.insured_until)

    @property
    def word(self) -> str:
        return "passed" if self.is_passed else "not passed"

    # Verbs

    @classmethod
    @in_person
    def record(cls, school: School, *, by: User, **facts: object) -> Self:
        """Keep what was found, and by whom."""
        stop_if(permissions.why_not_check_school(by, school))
        check = cls.objects.create(school=school, checked_by=by, **facts)
        AuditEvent.record("check_school", check, by=by, is_passed=check.is_passed)
        return check

"""Memberships: a school is in a lot from one day to another. "DPS school" is asked of a day."""

from __future__ import annotations

import datetime

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models, transaction
from django.db.models import Deferrable, Q
from django.utils import timezone

from contracts.arrangements.models.vehicle import Lot
from contracts.membership import permissions
from contracts.membership.models.agreement import Agreement
from contracts.membership.models.membership_rows import MembershipQuerySet
from contracts.membership.models.suspension import Suspension
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.templatetags.components import day
from providers.models import Provider, School
from providers.own_rows import acts_for, council_or
from providers.recipients import owners_of


class Leaving(models.TextChoices):
    """How a membership ended before its time."""

    REMOVED = "removed", "Removed by the council"
    EXITED = "exited", "Left voluntarily"


colours({"continued": "grey", "removed": "red", "left": "grey", "suspended": "orange"})


@tracked()
class Membership(models.Model):
    """A school's time in a lot. ``left_on`` is the last day of membership: both days count.

    A membership without one lasts as long as its vehicle, and none lasts longer (``last_on``).
    It came by an ``agreement``, or before there were any here. ``leaving`` says how it ended:
    its live placements go on by their own terms. Where the school got another number, it
    ``goes_on_as`` the membership of its successor: both keep their schools.
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
    goes_on_as = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="was_before"
    )

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
        indexes = [models.Index(fields=["admitted_on", "id"], name="contracts_membership_by_day")]
        triggers = [
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                Role.PROVIDER,
                unless=BY_THE_HUB,
                must=council_or(f"TG_OP = 'UPDATE' AND {acts_for('RECORD.provider_id')}"),
                words="A provider takes out its own schools.",
            ),
            pgtrigger.Trigger(
                name="begins_before_the_vehicle_ends",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("admitted_on", "agreement_id", "lot_id"),
                when=pgtrigger.Before,
                # What came from before our records may be older than the options that we know.
                condition=pgtrigger.Q(new__agreement__isnull=False),
                func="""
                    IF NEW.admitted_on > (
                        SELECT v.ends_on FROM public.contracts_vehicle v
                        JOIN public.contracts_lot l ON l.vehicle_id = v.id WHERE l.id = NEW.lot_id
                    ) THEN
                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school} in lot {self.lot.number}, member since {day(self.admitted_on)}"

    # Questions

    @property
    def end_of_line(self) -> Membership:
        """What it goes on as in the end; itself, where its school kept its number."""
        return self.goes_on_as.end_of_line if self.goes_on_as else self

    @property
    def last_on(self) -> datetime.date | None:
        """The last day: its own, or the vehicle's where that is earlier; asks for the vehicle."""
        ends = (self.left_on, self.lot.vehicle.ends_on)
        return min((day for day in ends if day), default=None)

    def has_ended(self, on: datetime.date) -> bool:
        return self.last_on is not None and self.last_on < on

    def takes_call_offs_on(self, day: datetime.date) -> bool:
        """The rule of ``open_to_call_offs`` for a row in hand, with its suspensions fetched."""
        suspended = any(each.covers(day) for each in self.suspensions.all())
        return self.admitted_on <= day and not self.has_ended(day) and not suspended

    def standing(self, on: datetime.date) -> str:
        """Where it stands on a day; asks for ``with_suspended`` of that day."""
        if self.has_ended(on) and self.goes_on_as_id:
            return "continued"
        if self.has_ended(on):
            return "removed" if self.leaving == Leaving.REMOVED else "left"
        if self.admitted_on > on:
            return "planned"
        return "suspended" if self.is_suspended else "admitted"

    @property
    def standing_today(self) -> str:
        return self.standing(timezone.localdate())

    def facts(self, on: datetime.date) -> list[tuple[str, str]]:
        """Its days in words, each fact with its own day; asks for ``with_suspended``.

        Pages and lists word a membership by this and by ``standing`` alone.
        """
        has_begun, has_ended = self.admitted_on <= on, self.has_ended(on)
        found = [("Member since" if has_begun else "Member from", day(self.admitted_on))]
        if self.is_stopped(on):
            until = f" to {day(self.suspended_to)}" if self.suspended_to else ""
            label = "Suspended from" if self.is_suspended else "Will be suspended from"
            found.append((label, day(self.suspended_from) + until))
        if self.goes_on_as_id:
            found.append(("Last day under this URN", day(self.left_on)))
        elif self.left_on and self.left_on == self.last_on:
            found.append(("Left on" if has_ended else "Last day", day(self.left_on)))
        elif has_ended:
            found.append((f"{self.lot.vehicle} ended on", day(self.last_on)))
        return found

    @property
    def facts_today(self) -> list[tuple[str, str]]:
        return self.facts(timezone.localdate())

    def is_stopped(self, on: datetime.date) -> bool:
        """Whether a suspension covers the day or is to come, while it is a member."""
        return bool(self.suspended_from) and not self.has_ended(max(on, self.suspended_from))

    def open_suspension(self) -> Suspension | None:
        """The suspension that nobody has ended, whether it has begun or is to come."""
        return next(iter(self.suspensions.filter(ends_on=None)), None)

    # Verbs

    @transaction.atomic
    def suspend(self, *, by: User, starts_on: datetime.date, reason: str) -> Suspension:
        """Stop new places from a day on; live placements go on (25/00007, 1.2)."""
        self._lock()
        stop_if(permissions.why_not_suspend(by, self))
        stop_if(permissions.why_not_suspend_on(self, starts_on))
        suspension = self.suspensions.create(
            starts_on=starts_on, reason=reason, notice_on=timezone.localdate(), suspended_by=by
        )
        AuditEvent.record("suspend", self, by=by, starts_on=starts_on, reason=reason)
        self._tell_owners("contracts/membership/suspended", starts_on=starts_on, reason=reason)
        return suspension

    @transaction.atomic
    def reinstate(self, *, by: User, opens_on: datetime.date, reason: str) -> None:
        """Let new places be called off again from a day on, which is not suspended any more."""
        self._lock()
        stop_if(permissions.why_not_reinstate(by, self))
        stop_if(permissions.why_not_reinstate_on(opens_on))
        self.open_suspension().lift(opens_on=opens_on, reason=reason)
        AuditEvent.record("reinstate", self, by=by, opens_on=opens_on, reason=reason)
        self._tell_owners("contracts/membership/reinstated", opens_on=opens_on, reason=reason)

    @transaction.atomic
    def remove(self, *, by: User, last_on: datetime.date, reason: str) -> None:
        """End it by the council's decision. Live placements go on by their own terms."""
        self._lock()
        stop_if(permissions.why_not_remove(by, self))
        self._leave(Leaving.REMOVED, by=by, last_on=last_on, reason=reason)

    @transaction.atomic
    def exit(self, *, by: User, last_on: datetime.date, reason: str) -> None:
        """End it by the provider's own will. Live placements go on by their own terms."""
        self._lock()
        stop_if(permissions.why_not_exit(by, self))
        self._leave(Leaving.EXITED, by=by, last_on=last_on, reason=reason)
        council = User.objects.in_roles(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS)
        tell(council.exclude(pk=by.pk), "contracts/membership/school_leaves", about=self)

    @transaction.atomic
    def end_with_the_term(
        self, *, by: User | None, last_on: datetime.date, reason: str, notice_on: datetime.date
    ) -> None:
        """End it with a term whose extension its provider declined. Live placements go on."""
        self._lock()
        self._end(Leaving.EXITED, by=by, last_on=last_on, reason=reason, notice_on=notice_on)

    def _leave(self, how: str, *, by: User, last_on: datetime.date, reason: str) -> None:
        stop_if(permissions.why_not_leave_on(self, last_on))
        today = timezone.localdate()
        self._end(how, by=by, last_on=last_on, reason=reason, notice_on=today)

    def _end(
        self,
        how: str,
        *,
        by: User | None,
        last_on: datetime.date,
        reason: str,
        notice_on: datetime.date,
    ) -> None:
        before = self.left_on
        self.left_on, self.leaving = last_on, how
        self.leaving_reason, self.notice_on = reason, notice_on
        self.save()
        AuditEvent.record(
            "remove" if how == Leaving.REMOVED else "exit",
            self,
            by=by,
            before={"left_on": before},
            after={"left_on": last_on},
            reason=reason,
        )
        self._tell_owners("contracts/membership/leaving", was_removed=how == Leaving.REMOVED)

    def _tell_owners(self, notice: str, **words: object) -> None:
        tell(owners_of(self.provider), notice, about=self, **words)

    def _lock(self) -> None:
        rows = type(self)._base_manager.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)

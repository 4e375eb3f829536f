"""Deputies: who decides in somebody's place while they are away."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from nmiss.base.accounts import permissions
from nmiss.base.accounts.models.record_owner import RecordOwner
from nmiss.base.accounts.models.user import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class DeputyQuerySet(models.QuerySet):
    def on(self, day: datetime.date) -> Self:
        """Those who stand in on a day; the first and the last day count."""
        return self.filter(ended_at=None, starts_on__lte=day, ends_on__gte=day)

    def of(self, person: User) -> Self:
        return self.filter(person=person)

    def not_over(self, day: datetime.date) -> Self:
        """Those who stand in on a day, or will."""
        return self.filter(ended_at=None, ends_on__gte=day)

    def owner_away(self, record: str, person: User) -> User | None:
        """Who owns a record, by its key, and has named this person as deputy for today."""
        owned = RecordOwner.objects.of([record]).exclude(owner=None)
        today = timezone.localdate(database_now())  # by which the database asks, too
        away = self.on(today).filter(deputy=person, person__in=owned.values("owner"))
        found = away.with_people().first()
        return found.person if found else None

    def with_people(self) -> Self:
        return self.select_related("person", "deputy")

    def by_day(self) -> Self:
        return self.order_by("starts_on", "pk")


@tracked()
class Deputy(models.Model):
    """A colleague of the same role, named by who is away, from one day to another, both included.

    It is kept for good: what somebody decided in another's place is read by it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="deputies"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="stands_in"
    )
    starts_on = models.DateField()
    ends_on = models.DateField()
    named_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    objects = DeputyQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("starts_on", "ends_on"),
            models.CheckConstraint(
                name="accounts_deputy_is_another", condition=~Q(person=F("deputy"))
            ),
            ExclusionConstraint(
                name="accounts_deputy_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(ended_at=None),
            ),
        ]
        triggers = [
            DatedByTheDatabase("named_at", "ended_at"),
            DoneInPerson(person=("deputy", "starts_on", "ends_on", "ended_at")),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="of_the_same_role",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL
                        OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at')) THEN
                        RAISE EXCEPTION 'A deputy is ended, and not changed.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'INSERT' AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_user p
                        JOIN public.accounts_user d ON d.role = p.role
                        WHERE p.id = NEW.person_id AND d.id = NEW.deputy_id
                          AND d.is_active AND p.role <> 'provider'
                    ) THEN
                        RAISE EXCEPTION 'A deputy has the same role, and can sign in.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"deputy {self.deputy}"

    # Verbs

    @classmethod
    @in_person
    def name(
        cls, deputy: User, *, by: User, starts_on: datetime.date, ends_on: datetime.date
    ) -> Self:
        """Name who decides in one's own place."""
        try:
            with transaction.atomic():
                named = cls.objects.create(
                    person=by, deputy=deputy, starts_on=starts_on, ends_on=ends_on
                )
        except IntegrityError as refusal:
            if "accounts_deputy_one_at_a_time" in str(refusal):
                stop_if(permissions.DEPUTY_ALREADY)
            raise
        AuditEvent.record("name_deputy", named, by=by, starts_on=starts_on, ends_on=ends_on)
        return named

    @in_person
    def end(self, *, by: User) -> None:
        """Decide oneself again from now on."""
        rows = type(self).objects.select_for_update(of=("self",))
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_end_deputy(by, self))
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        AuditEvent.record("end_deputy", self, by=by)

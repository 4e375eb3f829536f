"""The scheme of delegation: which office may approve what, up to which annual value, from when."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Lower

from contracts.arrangements import permissions
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class Matter(models.TextChoices):
    """What an office may approve."""

    EXTENSION = "extension", "Extensions of arrangements"
    FEES = "fees", "Increases of fees"


class ApprovalLimitQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning and auditors, as the register of decisions."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def in_force(self, matter: str, *, on: datetime.date) -> Self:
        """The newest row of each office that applies on a day."""
        so_far = self.filter(matter=matter, valid_from__lte=on)
        return so_far.order_by("office_key", "-valid_from").distinct("office_key")

    def with_standing(self, on: datetime.date) -> Self:
        """With ``standing`` on a day: in force, planned, or succeeded by a later row."""
        newest = ApprovalLimit.objects.filter(
            matter=OuterRef("matter"), office_key=OuterRef("office_key"), valid_from__lte=on
        ).order_by("-valid_from")
        return self.annotate(
            standing=Case(
                When(valid_from__gt=on, then=Value("planned")),
                When(pk=Subquery(newest.values("pk")[:1]), then=Value("in force")),
                default=Value("succeeded"),
            )
        )

    def by_office(self) -> Self:
        return self.order_by("matter", "office_key", "-valid_from", "pk")


class ApprovalLimit(models.Model):
    """A row of the scheme. The database lets none change or go; a later row takes its place.

    ``up_to`` is the greatest value a year; none where there is no limit, and nought where the
    office approves nothing any more. Increases of fees have a limit in per cent, too. Job titles
    are compared without regard to capitals.
    """

    matter = models.CharField(max_length=20, choices=Matter, default=Matter.EXTENSION)
    office = models.CharField(max_length=200)
    office_key = models.GeneratedField(
        expression=Lower("office"),
        output_field=models.CharField(max_length=200),
        db_persist=True,
    )
    up_to = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    percent_up_to = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    valid_from = models.DateField()
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = ApprovalLimitQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("matter", Matter),
            models.CheckConstraint(
                name="contracts_approvallimit_has_an_office_and_no_debt",
                condition=~Q(office="") & (Q(up_to=None) | Q(up_to__gte=0)),
            ),
            models.CheckConstraint(
                name="contracts_approvallimit_percent_of_fees",
                condition=Q(percent_up_to=None) | Q(matter=Matter.FEES, percent_up_to__gte=0),
                violation_error_message="Only increases of fees have a limit in per cent.",
            ),
            models.UniqueConstraint(
                "matter",
                "office_key",
                "valid_from",
                name="contracts_approvallimit_once_a_day",
                violation_error_message="This job title has a limit from that day already.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("entered_at"),
            DoneInPerson(entered_by=()),
            pgtrigger.Trigger(
                name="from_a_day_to_come",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NEW.valid_from < timezone('Europe/London', public.nmiss_now())::date THEN
                        RAISE EXCEPTION 'A limit is valid from today or a day to come.';
                    END IF;
                    IF NOT EXISTS (SELECT 1 FROM public.accounts_user
                                   WHERE id = NEW.entered_by_id AND role = 'manager') THEN
                        RAISE EXCEPTION 'A manager enters a limit.';
                    END IF;
                    IF NOT public.nmiss_is_owner() AND NOT EXISTS (
                        SELECT FROM public.accounts_proposal
                        WHERE kind = 'approval_limit' AND decision = 'agreed'
                            AND decided_by_id = NEW.entered_by_id
                            AND proposed_by_id <> NEW.entered_by_id
                            AND ROW(given ->> 'matter', given ->> 'office',
                                    (given ->> 'up_to')::numeric,
                                    (given ->> 'percent_up_to')::numeric,
                                    (given ->> 'valid_from')::date)
                                IS NOT DISTINCT FROM ROW(NEW.matter::text, NEW.office::text,
                                    NEW.up_to, NEW.percent_up_to, NEW.valid_from)
                    ) THEN
                        RAISE EXCEPTION 'Two managers agree on a limit.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"approval limit of {self.office}"

    # Questions

    def allows(self, yearly: Decimal | None) -> bool:
        """Whether so much a year is within it; a value that nobody knows is within no limit."""
        return self.up_to is None or (yearly is not None and yearly <= self.up_to)

    @classmethod
    def of(cls, office: str, matter: str, *, on: datetime.date) -> tuple[bool, Self | None]:
        """Whether there is a scheme on a day, and what it lets an office approve by then."""
        rows = {each.office_key: each for each in cls.objects.in_force(matter, on=on)}
        return bool(rows), rows.get(office.lower())

    # Verbs

    @classmethod
    @in_person
    def enter(
        cls,
        *,
        by: User,
        office: str,
        up_to: Decimal | None,
        valid_from: datetime.date,
        matter: str = Matter.EXTENSION,
        percent_up_to: Decimal | None = None,
    ) -> Self:
        """Enter a row: a manager does, who agreed to what another proposed."""
        stop_if(permissions.why_not_enter_limit(by, valid_from))
        facts = {"matter": matter, "up_to": up_to, "percent_up_to": percent_up_to}
        limit = cls.objects.create(office=office, valid_from=valid_from, entered_by=by, **facts)
        AuditEvent.record("enter_limit", limit, by=by, valid_from=valid_from, **facts)
        return limit

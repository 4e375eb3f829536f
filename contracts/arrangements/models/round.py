"""Rounds: quarterly batches in which applications are evaluated. They refuse nobody.

"Bids … move from any time to quarterly rounds" (25/00007, 3.16). The form is always open: a round
only says with which others an application is evaluated (reg 34(2), 34(15)).
"""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models, transaction
from django.db.models import Exists, F, Func, OuterRef, Q

from contracts.arrangements import permissions
from contracts.arrangements.models.scheme import EvaluationScheme
from contracts.arrangements.models.vehicle import Vehicle
from contracts.arrangements.signals import rounds_moved
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core import locks
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move, stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured

# Receipts share it, closing a round takes it alone: no receipt is on its way across the instant.
RECEIPTS = 8_860_002


@coloured(planned="light-blue", open="green", closed="grey")
class RoundStatus(models.TextChoices):
    """Where a round stands."""

    PLANNED = "planned", "Planned"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class _Span(Func):
    """From an instant, included, to another that is not: 12:00:00 exactly is late."""

    function = "tstzrange"
    output_field = DateTimeRangeField()


class _DayInLondon(Func):
    """The day of an instant, whatever time zone the database asks in."""

    template = "timezone('Europe/London', %(expressions)s)::date"
    output_field = models.DateField()


class RoundQuerySet(models.QuerySet):
    def due_to_open(self, now: datetime.datetime) -> Self:
        """Those whose instant has come. Without a published scheme nothing could be judged."""
        published = EvaluationScheme.objects.filter(
            vehicle=OuterRef("vehicle"), published_at__isnull=False
        )
        due = self.filter(Exists(published), status=RoundStatus.PLANNED, opens_at__lte=now)
        return due.order_by("opens_at")

    def kept_by_their_scheme(self, now: datetime.datetime) -> Self:
        """Those whose instant has come, and which cannot open without a published scheme."""
        over = self.filter(status=RoundStatus.PLANNED, opens_at__lte=now)
        return over.exclude(vehicle__schemes__published_at__isnull=False).by_time()

    def due_to_close(self, now: datetime.datetime) -> Self:
        return self.filter(status=RoundStatus.OPEN, closes_at__lte=now).order_by("closes_at")

    def visible_to(self, user: User) -> Self:
        """Rounds are published: the council's case workers and all providers see them."""
        seen = user.is_provider or user.role in Role.with_cases()
        return self if seen else self.none()

    def closed(self) -> Self:
        return self.filter(status=RoundStatus.CLOSED)

    def not_closed(self) -> Self:
        return self.exclude(status=RoundStatus.CLOSED)

    def begun(self) -> Self:
        """Those that have opened, closed since or not."""
        return self.exclude(status=RoundStatus.PLANNED)

    def overlapping(self, opens_at: datetime.datetime, closes_at: datetime.datetime) -> Self:
        """Those open at some of this time; the closing instant is outside."""
        return self.filter(opens_at__lt=closes_at, closes_at__gt=opens_at)

    def beyond(self, day: datetime.date) -> Self:
        """Planned ones that would close after a day."""
        return self.filter(status=RoundStatus.PLANNED, closes_at__date__gt=day)

    def opening_from(self, day: datetime.date) -> Self:
        """Planned ones that would open on a day or later."""
        return self.filter(status=RoundStatus.PLANNED, opens_at__date__gte=day)

    def open_across(self, day: datetime.date) -> Self:
        """Those that open before a day and close on it or later."""
        return self.filter(opens_at__date__lt=day, closes_at__date__gte=day)

    def joined_at(self, now: datetime.datetime) -> Round | None:
        """The round that what is submitted at this instant joins: open, or the next to open."""
        return self.not_closed().filter(closes_at__gt=now).by_time().first()

    def by_time(self) -> Self:
        return self.order_by("opens_at", "pk")

    def newest_first(self) -> Self:
        return self.order_by("-opens_at", "-pk")


@tracked()
class Round(Lifecycle):
    """A quarterly round of a vehicle, from its opening to its closing instant.

    ``opens_at`` and ``closes_at`` are as planned and published; ``opened_at`` and ``closed_at``
    are when the hub did it. The scheme is frozen as the round opens. ``quarter`` is the first of
    the month that the calendar made it for, wherever its days were moved to since.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    clarifications_close_at = models.DateTimeField(null=True, blank=True)
    evaluation_ends_on = models.DateField(null=True, blank=True)
    notice_text = models.TextField(blank=True)
    quarter = models.DateField(null=True, editable=False)
    scheme = models.ForeignKey(
        EvaluationScheme, null=True, on_delete=models.PROTECT, related_name="rounds"
    )
    status = models.CharField(
        max_length=10, choices=RoundStatus, default=RoundStatus.PLANNED, editable=False
    )
    opened_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", RoundStatus),
            models.UniqueConstraint(
                fields=["vehicle", "number"], name="contracts_round_number_once"
            ),
            models.UniqueConstraint(
                fields=["vehicle", "quarter"], name="contracts_round_quarter_once"
            ),
            models.CheckConstraint(
                name="contracts_round_closes_after_opening",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message="The closing must be after the opening.",
            ),
            models.CheckConstraint(
                name="contracts_round_evaluated_after_closing",
                condition=Q(evaluation_ends_on=None)
                | Q(evaluation_ends_on__gt=_DayInLondon("closes_at")),
                violation_error_message="The evaluation ends after the closing.",
            ),
            models.CheckConstraint(
                name="contracts_round_dates_agree_with_status",
                condition=Q(status="planned", opened_at=None, closed_at=None)
                | Q(status="open", opened_at__isnull=False, closed_at=None)
                | Q(status="closed", opened_at__isnull=False, closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="contracts_round_not_before_its_time",
                condition=Q(opened_at=None) | Q(opened_at__gte=F("opens_at")),
            ),
            models.CheckConstraint(
                name="contracts_round_not_closed_early",
                condition=Q(closed_at=None) | Q(closed_at__gte=F("closes_at")),
            ),
            ExclusionConstraint(
                name="contracts_round_no_overlap",
                expressions=[
                    ("vehicle", RangeOperators.EQUAL),
                    (_Span("opens_at", "closes_at"), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Another round of this vehicle is open at some of this "
                "time.",
            ),
        ]
        triggers = [
            ByItsMoves(),
            # Beat plans a year ahead, opens and closes; what is published of it somebody changes.
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                of=(
                    *("vehicle", "number", "quarter", "opens_at", "closes_at"),
                    *("clarifications_close_at", "evaluation_ends_on", "notice_text"),
                ),
                unless=BY_THE_HUB,
            ),
            pgtrigger.Trigger(
                name="within_the_term",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("vehicle_id", "closes_at"),
                when=pgtrigger.Before,
                func="""
                    IF timezone('Europe/London', NEW.closes_at)::date > (
                        SELECT ends_on FROM public.contracts_vehicle WHERE id = NEW.vehicle_id
                    ) THEN
                        RAISE EXCEPTION 'A round closes while the term lasts.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="never_shortened",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                condition=~pgtrigger.Q(old__status="planned"),
                func="""
                    IF NEW.opens_at <> OLD.opens_at THEN
                        RAISE EXCEPTION 'The opening of a round that has opened does not move.';
                    END IF;
                    IF NEW.closes_at < OLD.closes_at OR
                        (OLD.status = 'closed' AND NEW.closes_at <> OLD.closes_at) THEN
                        RAISE EXCEPTION 'An open round is extended, never shortened.';
                    END IF;
                    IF NEW.closes_at <> OLD.closes_at AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_proposal p
                        WHERE p.kind = 'round_extension' AND p.decision = 'agreed'
                          AND p.given ->> 'round' = NEW.id::text
                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at
                    ) THEN
                        RAISE EXCEPTION 'Two officers extend an open round.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.number} of {self.vehicle}"

    # Questions

    @property
    def is_planned(self) -> bool:
        return self.status == RoundStatus.PLANNED

    @property
    def is_open(self) -> bool:
        return self.status == RoundStatus.OPEN

    # Verbs

    @transaction.atomic
    def change(
        self,
        *,
        by: User,
        opens_at: datetime.datetime,
        closes_at: datetime.datetime,
        clarifications_close_at: datetime.datetime | None,
        evaluation_ends_on: datetime.date | None,
        notice_text: str,
    ) -> None:
        """Edit what is published of a round that has not opened."""
        self.lock()
        stop_if(permissions.why_not_change_round(by, self))
        before = {"opens_at": self.opens_at, "closes_at": self.closes_at}
        self.opens_at, self.closes_at = opens_at, closes_at
        self.clarifications_close_at = clarifications_close_at
        self.evaluation_ends_on, self.notice_text = evaluation_ends_on, notice_text
        self.save()
        rounds_moved.send(self.vehicle)
        after = {"opens_at": opens_at, "closes_at": closes_at}
        AuditEvent.record("change", self, by=by, before=before, after=after)

    # Moves

    @move(sources={RoundStatus.PLANNED}, target=RoundStatus.OPEN)
    def open(self, *, by: User | None, planned: datetime.datetime) -> None:
        """Open it, whenever beat got to it; the planned instant stands on record."""
        self.opened_at = database_now()
        self.scheme = self.scheme or self.vehicle.scheme()

    @move(sources={RoundStatus.OPEN}, target=RoundStatus.CLOSED)
    def close(self, *, by: User | None, planned: datetime.datetime) -> None:
        """Close it, once no receipt is on its way across the instant."""
        locks.hold(RECEIPTS)
        self.closed_at = database_now()

"""The ledger of cost avoidance: what a decision on a fee came to for a placement. Never edited."""

from __future__ import annotations

import uuid
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Case, DecimalField, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import Collate, Round

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.models.placement import Placement
from providers.models import Provider, School

LEDGER = 8_860_600  # the lock of whoever writes
_EXACT = DecimalField(max_digits=30, decimal_places=16)


class SavingMethod(models.TextChoices):
    """How a row was worked out. Another method gets a name of its own; old rows keep theirs."""

    BY_DAYS = "by_days", "Asked less agreed, by days of the academic year"


def _by_days(more: str, less: str) -> Round:
    """A difference of two prices of a year, for the days in scope, half up to the penny."""
    sign = Case(When(reverses=None, then=Value(1)), default=Value(-1))
    share = (F(more) - F(less)) * sign * F("days") / F("days_of_year")
    return Round(ExpressionWrapper(share, output_field=_EXACT), precision=2)


# Whoever writes waits for the lock, so that no two write the same decision at once.
_FOLLOWS = f"""
    DECLARE
        place public.placements_placement;
        reversed public.placements_costavoidance;
        first_on date;
        last_on date;
    BEGIN
        PERFORM pg_advisory_xact_lock({LEDGER});
        IF NEW.reverses_id IS NOT NULL THEN
            SELECT * INTO reversed FROM public.placements_costavoidance
            WHERE id = NEW.reverses_id;
            IF reversed.reverses_id IS NOT NULL OR ROW(
                NEW.request, NEW.placement_id, NEW.school_id, NEW.provider_id, NEW.effective_on,
                NEW.current, NEW.asked, NEW.agreed, NEW.days, NEW.academic_year,
                NEW.avoided, NEW.saved, NEW.health_avoided, NEW.health_saved, NEW.care_avoided,
                NEW.care_saved, NEW.is_new, NEW.is_refused
            ) IS DISTINCT FROM ROW(
                reversed.request, reversed.placement_id, reversed.school_id, reversed.provider_id,
                reversed.effective_on, reversed.current, reversed.asked, reversed.agreed,
                reversed.days, reversed.academic_year, -reversed.avoided, -reversed.saved,
                -reversed.health_avoided, -reversed.health_saved, -reversed.care_avoided,
                -reversed.care_saved, reversed.is_new, reversed.is_refused
            ) THEN
                RAISE EXCEPTION 'A reversing row says the same as the row that it reverses.';
            END IF;
            RETURN NEW;
        END IF;
        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.placement_id;
        IF NOT NEW.effective_on BETWEEN place.starts_on AND coalesce(place.ended_on, 'infinity')
        THEN
            RAISE EXCEPTION 'The placement is not live on the effective day.';
        END IF;
        IF NEW.effective_on > (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN
            RAISE EXCEPTION 'A decision is written on its effective day, and not before.';
        END IF;
        first_on := make_date(NEW.academic_year, 9, 1);
        last_on := make_date(NEW.academic_year + 1, 8, 31);
        IF NOT NEW.effective_on BETWEEN first_on AND last_on
            OR NEW.days_of_year <> last_on - first_on + 1
            OR NEW.days <> LEAST(last_on, place.ended_on) - NEW.effective_on + 1
            OR NEW.is_new <> (place.starts_on = NEW.effective_on) THEN
            RAISE EXCEPTION 'The days in scope are not those of the placement.';
        END IF;
        IF EXISTS (
            SELECT FROM public.placements_costavoidance AS was
            WHERE was.placement_id = NEW.placement_id AND was.reverses_id IS NULL
                AND (was.request = NEW.request OR was.effective_on = NEW.effective_on)
                AND NOT EXISTS (
                    SELECT FROM public.placements_costavoidance AS back
                    WHERE back.reverses_id = was.id
                )
        ) THEN
            RAISE EXCEPTION 'This decision is in the ledger already.';
        END IF;
        RETURN NEW;
    END;
"""


class CostAvoidanceQuerySet(models.QuerySet):
    def visible_to(self, user: User | None) -> Self:
        """Who works with cases reads all of it; nobody of a provider, and no command is a user."""
        return self if user is None or user.role in Role.with_cases() else self.none()

    def that_stand(self) -> Self:
        """Without those that were reversed, and without what reversed them: they cancel out."""
        return self.filter(reverses=None, reversal=None)

    def of_year(self, year: int) -> Self:
        """Those whose effective day is in an academic year, by the year of its September."""
        return self.filter(academic_year=year)

    def in_order(self) -> Self:
        return self.order_by(Collate("request", "C"), Collate("placement__reference", "C"), "pk")


class CostAvoidance(models.Model):
    """What a final decision avoided and saved for one placement in one academic year.

    Asked, agreed and current are pounds a year; avoided is asked less agreed, saved is current less
    agreed, each for the days in scope and with its sign. The school and its provider are those of
    the effective day. Of both figures it says what health and social care bear; education bears
    the rest, so that the shares add up. A row that was wrong is reversed by another; none changes
    or goes. ``batch`` is the context under which rows were written together.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "placement", "school", "provider", "effective_on", "academic_year"),
            *("days", "days_of_year", "current", "asked", "agreed", "is_refused", "is_new"),
            *("decided_on", "method", "evidence", "avoided", "saved"),
            *("health_avoided", "health_saved", "care_avoided", "care_saved"),
            *("batch", "reverses", "written_by", "written_at"),
        }
    )

    request = models.CharField(max_length=60)
    placement = models.ForeignKey(
        Placement, on_delete=models.PROTECT, related_name="cost_avoidance"
    )
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    provider = models.ForeignKey(Provider, null=True, on_delete=models.PROTECT, related_name="+")
    effective_on = models.DateField()
    academic_year = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()
    days_of_year = models.PositiveSmallIntegerField()
    current = models.DecimalField(max_digits=10, decimal_places=2)
    asked = models.DecimalField(max_digits=10, decimal_places=2)
    agreed = models.DecimalField(max_digits=10, decimal_places=2)
    is_refused = models.BooleanField(default=False)
    is_new = models.BooleanField(default=False)
    decided_on = models.DateField(null=True)
    method = models.CharField(max_length=20, choices=SavingMethod, default=SavingMethod.BY_DAYS)
    evidence = models.CharField(max_length=300)
    avoided = models.DecimalField(max_digits=12, decimal_places=2)
    saved = models.DecimalField(max_digits=12, decimal_places=2)
    health_avoided = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    health_saved = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    care_avoided = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    care_saved = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    batch = models.UUIDField()
    reverses = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="reversal"
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    written_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = CostAvoidanceQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("method", SavingMethod),
            models.CheckConstraint(
                name="placements_costavoidance_amounts_not_below_nought",
                condition=Q(current__gte=0, asked__gte=0, agreed__gte=0),
            ),
            models.CheckConstraint(
                name="placements_costavoidance_refused_stays_as_it_was",
                condition=Q(is_refused=False) | Q(agreed=F("current")),
            ),
            models.CheckConstraint(
                name="placements_costavoidance_avoided_by_days",
                condition=Q(avoided=_by_days("asked", "agreed")),
            ),
            models.CheckConstraint(
                name="placements_costavoidance_saved_by_days",
                condition=Q(saved=_by_days("current", "agreed")),
            ),
            models.CheckConstraint(
                name="placements_costavoidance_named",
                condition=~Q(request="") & ~Q(evidence=""),
            ),
        ]
        indexes = [
            models.Index(fields=["academic_year", "request"], name="placements_costavoidance_year"),
            models.Index(fields=["batch"], name="placements_costavoidance_batch"),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="follows_its_placement",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_FOLLOWS,
            ),
            # It follows from decisions and imports, which name who made them.
            WrittenBySomebody(Role.OFFICER, Role.MANAGER, unless=BY_THE_HUB, written_by=()),
            DatedByTheDatabase("written_at"),
        ]

    def __str__(self) -> str:
        return f"{self.request}: {self.placement}"

    # Verbs

    def reversing(self, *, by: User | None, batch: uuid.UUID, evidence: str) -> CostAvoidance:
        """The row that takes this one back; it is not kept yet."""
        names = ("avoided", "saved", "health_avoided", "health_saved", "care_avoided", "care_saved")
        same = ("request", "placement_id", "school_id", "provider_id", "effective_on")
        same += ("academic_year", "days", "days_of_year", "current", "asked", "agreed")
        same += ("is_refused", "is_new", "decided_on", "method")
        facts = {name: getattr(self, name) for name in same}
        facts |= {name: -getattr(self, name) for name in names}
        return CostAvoidance(**facts, reverses=self, written_by=by, batch=batch, evidence=evidence)

"""Prices: dated lines of a placement. A line never changes; another follows it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models, transaction
from django.db.models import Case, Deferrable, F, Q, Value, When
from django.utils import timezone

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import (
    InclusiveDays,
    in_order,
    one_of,
    set_together,
    voided_with_a_reason,
)
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.triggers import DatedByTheDatabase
from placements import permissions
from placements.models.placement import Placement

ONE_DAY = datetime.timedelta(days=1)
USUAL_WEEKS = 38
MOST_WEEKS = 53
colours({"voided": "red", "in_force": "green"})


class PriceKind(models.TextChoices):
    """Why we pay."""

    BASE_EDUCATION = "base_education", "Base education"
    RESIDENTIAL = "residential", "Residential"
    THERAPY_SLT = "therapy_slt", "Speech and language therapy"
    THERAPY_OT = "therapy_ot", "Occupational therapy"
    THERAPY_PHYSIO = "therapy_physio", "Physiotherapy"
    THERAPY_PSYCHOLOGY = "therapy_psychology", "Psychology"
    THERAPY_OTHER = "therapy_other", "Other therapy"
    ONE_TO_ONE = "one_to_one", "One-to-one support"
    TWO_TO_ONE = "two_to_one", "Two-to-one support"
    EXAMS = "exams", "Exams"
    OTHER = "other", "Other"


class PriceUnit(models.TextChoices):
    """The time for which an amount is asked. An hour’s quantity is hours a week."""

    YEAR = "year", "Year"
    TERM = "term", "Term"
    WEEK = "week", "Week"
    HOUR = "hour", "Hour"

    @classmethod
    def by_weeks(cls) -> tuple[str, ...]:
        """The units that are asked for in each week of the placement."""
        return cls.WEEK, cls.HOUR


class Funder(models.TextChoices):
    """Who bears a line. The council pays all of it; health and social care pay theirs back."""

    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "social_care", "Social care"


def cost_of_a_year(amount: Decimal, quantity: Decimal, unit: str, weeks: Decimal) -> Decimal:
    """Amount × quantity × times: 1 for a year, 3 for terms, the weeks for weeks and hours."""
    times = {PriceUnit.YEAR: 1, PriceUnit.TERM: 3}.get(unit, weeks)
    return amount * quantity * times


COST_OF_A_YEAR = (
    F("amount")
    * F("quantity")
    * Case(
        When(unit=PriceUnit.YEAR, then=Value(Decimal(1))),
        When(unit=PriceUnit.TERM, then=Value(Decimal(3))),
        default=F("weeks"),
    )
)
_KEPT = (
    *("placement_id", "kind", "unit", "quantity", "amount", "funder", "weeks", "cost_a_year"),
    *("starts_on", "imported", "added_by_id", "added_at"),
)
# The last day may come earlier, and may be what it was before: the history says so.
_NEVER_CHANGES = f"""
    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'A voided price line stays as it is.';
    END IF;
    IF ROW({", ".join(f"NEW.{column}" for column in _KEPT)}) IS DISTINCT FROM
        ROW({", ".join(f"OLD.{column}" for column in _KEPT)}) THEN
        RAISE EXCEPTION 'A price line never changes: end it, and start another.';
    END IF;
    IF NEW.ends_on IS DISTINCT FROM OLD.ends_on
        AND NOT coalesce(NEW.ends_on < coalesce(OLD.ends_on, 'infinity'::date), false)
        AND NOT EXISTS (
            SELECT FROM public.placements_pricelineevent AS was
            WHERE was.pgh_obj_id = OLD.id AND was.ends_on IS NOT DISTINCT FROM NEW.ends_on
        ) THEN
        RAISE EXCEPTION 'A price line does not last longer than it was agreed: start another.';
    END IF;
    RETURN NEW;
"""
_NEVER_GOES = """
    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN
        RAISE EXCEPTION 'A price line stays on record: void it with a reason.';
    END IF;
    RETURN OLD;
"""
# Once for all lines of a statement: an import brings many.
_NONE_IN_A_BLOCK = """
    IF EXISTS (
        SELECT FROM new_lines AS line
        JOIN public.placements_placement AS place ON place.id = line.placement_id
        JOIN public.placements_blockpurchase AS block ON block.id = place.block_id
        WHERE line.voided_at IS NULL AND line.starts_on <= block.ends_on
    ) THEN
        RAISE EXCEPTION 'A placement in a block has no price of its own.'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
"""


class PriceLineQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ends_on"

    def visible_to(self, user: User) -> Self:
        """Who sees a placement sees its prices."""
        return self.filter(placement__in=Placement.objects.visible_to(user))

    def that_count(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def oldest_first(self) -> Self:
        return self.order_by("starts_on", "kind", "funder", "pk")


class PriceParts(models.Model):
    """What a price is made of, and with it what it costs in a year."""

    PARTS = ("kind", "unit", "quantity", "amount", "funder", "weeks")
    WHOSE = ""

    kind = models.CharField(max_length=20, choices=PriceKind)
    unit = models.CharField(max_length=10, choices=PriceUnit)
    quantity = models.DecimalField(max_digits=9, decimal_places=4)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    funder = models.CharField(max_length=20, choices=Funder)
    weeks = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal(USUAL_WEEKS))
    cost_a_year = models.DecimalField(max_digits=23, decimal_places=8)

    class Meta:
        abstract = True
        constraints = [
            one_of("kind", PriceKind),
            one_of("unit", PriceUnit),
            one_of("funder", Funder),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_not_below_nought",
                condition=Q(amount__gte=0, quantity__gte=0),
                violation_error_message="Enter an amount and a quantity that are not below 0.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_weeks_of_a_year",
                condition=Q(weeks__gt=0, weeks__lte=MOST_WEEKS),
                violation_error_message=f"Enter weeks above 0, and {MOST_WEEKS} at most.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_costs_what_its_parts_say",
                condition=Q(cost_a_year=COST_OF_A_YEAR),
            ),
        ]

    @property
    def is_by_weeks(self) -> bool:
        return self.unit in PriceUnit.by_weeks()

    @property
    def parts(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.PARTS}

    @classmethod
    def of(cls, whose: models.Model, **parts: Any) -> Self:
        """A line that is not kept yet, with what it costs in a year; ``WHOSE`` names its field."""
        parts.setdefault("weeks", Decimal(USUAL_WEEKS))
        cost = cost_of_a_year(*(parts[name] for name in ("amount", "quantity", "unit", "weeks")))
        return cls(**{cls.WHOSE: whose}, cost_a_year=cost, **parts)


@tracked()
class PriceLine(PriceParts):
    """A price of a placement from the first day to the last, both included.

    It counts on the days that are inside its placement, as long as nobody has voided it. One that
    an import brought goes with the undoing of that import; no other ever goes.
    """

    PERSONAL = frozenset({"kind"})  # a therapy says something of a child's needs
    NOT_PERSONAL = frozenset(
        {
            *("id", "placement", "unit", "quantity", "amount", "funder", "weeks", "cost_a_year"),
            *("starts_on", "ends_on", "imported", "added_by", "added_at"),
            *("voided_by", "voided_at", "void_reason"),
        }
    )

    WHOSE = "placement"

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="price_lines")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    imported = models.BooleanField(default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    void_reason = models.TextField(blank=True)

    objects = PriceLineQuerySet.as_manager()

    class Meta:
        constraints = [
            *PriceParts.Meta.constraints,
            in_order("starts_on", "ends_on", message="The last day is the first day or later."),
            set_together("voided_at", "voided_by"),
            voided_with_a_reason(),
            ExclusionConstraint(
                name="placements_priceline_no_overlap",
                expressions=[
                    ("placement", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("funder", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_at=None),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="This placement has a line of this kind and funder on "
                "some of these days. End that line the day before this one begins.",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *(Role.OFFICER, Role.MANAGER, Role.PLACEMENTS, Role.FINANCE, Role.PROVIDER),
                added_by=(),
                voided_by=("voided_at", "void_reason"),
            ),
            DatedByTheDatabase("added_at", "voided_at"),
            pgtrigger.Trigger(
                name="never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=_NEVER_CHANGES,
            ),
            pgtrigger.Trigger(
                name="never_goes",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=_NEVER_GOES,
            ),
            pgtrigger.Trigger(
                name="none_in_a_block",
                when=pgtrigger.After,
                level=pgtrigger.Statement,
                operation=pgtrigger.Insert,
                referencing=pgtrigger.Referencing(new="new_lines"),
                func=_NONE_IN_A_BLOCK,
            ),
        ]

    def __str__(self) -> str:
        return f"price of {self.placement} from {self.starts_on:%-d %B %Y}"

    # Questions

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    def standing(self, on: datetime.date) -> str:
        if self.is_voided:
            return "voided"
        if self.starts_on > on:
            return "planned"
        return "ended" if self.ends_on and self.ends_on < on else "in_force"

    # Verbs

    @transaction.atomic
    def change(
        self, *, by: User, from_on: datetime.date, amount: Decimal, quantity: Decimal
    ) -> PriceLine:
        """Have another price from a day on: this line ends the day before."""
        last_before = self.ends_on
        self.end(by=by, last_on=from_on - ONE_DAY)
        line = PriceLine.of(
            self.placement,
            kind=self.kind,
            unit=self.unit,
            quantity=quantity,
            amount=amount,
            funder=self.funder,
            weeks=self.weeks,
            starts_on=from_on,
            ends_on=last_before,
        )
        line.add(by=by)
        return line

    @classmethod
    @transaction.atomic
    def follow(cls, pairs: Iterable[tuple[PriceLine | None, PriceLine]], *, by: User) -> None:
        """Have new lines follow others, which are locked: each of those ends the day before."""
        pairs = list(pairs)
        ended = [before for before, _ in pairs if before]
        for before, line in pairs:
            line.added_by = by
            if before:
                before.ends_on = line.starts_on - ONE_DAY
        cls.objects.bulk_update(ended, ["ends_on"], batch_size=1000)
        cls.objects.bulk_create([line for _, line in pairs], batch_size=1000)

    @transaction.atomic
    def end(self, *, by: User, last_on: datetime.date) -> None:
        """Have no such price after a day."""
        self._hold()
        stop_if(permissions.why_not_end_price_on(self, last_on))
        self.ends_on = last_on
        self.save()
        AuditEvent.record("end_price", self, by=by, ends_on=last_on)

    @transaction.atomic
    def void(self, *, by: User, reason: str) -> None:
        """It was entered by mistake: it stays on record and counts on no day."""
        self._hold()
        self.voided_by, self.voided_at, self.void_reason = by, timezone.now(), reason
        self.save()
        AuditEvent.record("void_price", self, by=by, reason=reason)

    @transaction.atomic
    def add(self, *, by: User, listed: models.Model | None = None, reason: str = "") -> None:
        """Keep a new line. The database refuses one that overlaps with another.

        ``listed`` is the line of the price list from which it differs, with the reason.
        """
        block = self.placement.block
        stop_if(permissions.why_not_price_in_a_block(block, self.starts_on))
        self.added_by = by
        self.save(force_insert=True)
        AuditEvent.record("add_price", self, by=by, starts_on=self.starts_on, amount=self.amount)
        if listed is not None:
            listed.differences.create(line=self, reason=reason)

    def _hold(self) -> None:
        """Lock the row and see that it counts."""
        self.refresh_from_db(from_queryset=PriceLine.objects.select_for_update(of=("self",)))
        stop_if(permissions.why_not_correct_price(self))

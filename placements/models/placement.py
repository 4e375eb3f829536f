"""Placements: a child has a place at a school, by one route, for a yearly fee."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Self

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models, transaction
from django.db.models import Deferrable, F, FilteredRelation, Prefetch, Q
from django.db.models.functions import Coalesce, Upper
from django.utils import timezone

from contracts.models import Lot
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, one_of
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.agreements.walls import BEGUN_BY_AN_AGREEMENT, VOIDED_WITH_ITS_AGREEMENTS
from placements.endings.walls import NOT_BEYOND
from placements.models.child import WRITERS, Child
from providers.lines import as_of
from providers.models import Need, Provision, School
from providers.own_rows import acts_for, council_or

ONE_DAY = datetime.timedelta(days=1)


class Route(models.TextChoices):
    """Under what the place was bought."""

    CALL_OFF = "call_off", "Call-off from the DPS"
    SPOT = "spot", "Spot purchase"
    DIRECTED = "directed", "Directed by a tribunal"
    BLOCK = "block", "Block contract"


class EndReason(models.TextChoices):
    """Why a placement ended."""

    PLANNED_TRANSFER = "planned_transfer", "Planned transfer"
    MOVED_AWAY = "moved_away", "Moved away"
    NOTICE_BY_SCHOOL = "notice_by_school", "Notice by the school"
    NOTICE_BY_AUTHORITY = "notice_by_authority", "Notice by the council"
    PARENTAL_CHOICE = "parental_choice", "Parents’ choice"
    TRIBUNAL = "tribunal", "Tribunal"
    PERMANENT_EXCLUSION = "permanent_exclusion", "Permanent exclusion"
    SCHOOL_CLOSED = "school_closed", "School closed"
    DEREGISTERED = "deregistered", "School taken off the register"
    OTHER = "other", "Other"

    @classmethod
    def unplanned_by_school(cls) -> list[EndReason]:
        """Endings that nobody had planned, and that came from the school."""
        return [
            cls.NOTICE_BY_SCHOOL,
            cls.PERMANENT_EXCLUSION,
            cls.SCHOOL_CLOSED,
            cls.DEREGISTERED,
        ]

    @classmethod
    def unplanned_by_others(cls) -> list[EndReason]:
        """Endings that nobody had planned, and that came from somebody else."""
        return [cls.NOTICE_BY_AUTHORITY, cls.PARENTAL_CHOICE, cls.TRIBUNAL]


# The dearest place that the council ever had costs a third of this in a year.
MOST_A_YEAR = 1_000_000

# Asked at the end of a transaction, which may end one stay and begin another in any order.
_FITS_ITS_BLOCK = """
    DECLARE
        place public.placements_placement;
        block public.placements_blockpurchase;
    BEGIN
        SELECT * INTO place FROM public.placements_placement WHERE id = NEW.id;
        IF place.block_id IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT * INTO block FROM public.placements_blockpurchase
        WHERE id = place.block_id FOR NO KEY UPDATE;
        IF block.voided_at IS NOT NULL OR place.lot_id <> block.lot_id
            OR place.provision <> block.provision
            OR NOT place.starts_on BETWEEN block.starts_on AND block.ends_on
            OR block.school_id <> place.school_id AND NOT EXISTS (
                SELECT FROM public.placements_earlierschool AS earlier
                WHERE earlier.placement_id = place.id AND earlier.school_id = block.school_id
            ) THEN
            RAISE EXCEPTION 'A placement in a block is at its school, in its lot, on its days.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF EXISTS (
            SELECT FROM public.placements_priceline AS line
            WHERE line.placement_id = place.id AND line.voided_at IS NULL
                AND line.starts_on <= block.ends_on
        ) THEN
            RAISE EXCEPTION 'A placement in a block has no price of its own.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF EXISTS (
            SELECT FROM public.placements_placement AS began
            JOIN public.placements_placement AS there ON there.block_id = began.block_id
                AND began.starts_on BETWEEN there.starts_on
                    AND coalesce(there.ended_on, 'infinity')
            WHERE began.block_id = block.id
            GROUP BY began.id HAVING count(*) > block.places
        ) THEN
            RAISE EXCEPTION 'More children than places are in a block.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;
"""


# A voided place has no day: its last one is the day before its first.
_DAYS_IN_ORDER = Q(voided_at=None) & (Q(ended_on=None) | Q(ended_on__gte=F("starts_on"))) | Q(
    voided_at__isnull=False, ended_on=F("starts_on") - 1, end_reason="", block=None
)


_AT_ITS_SCHOOL = "(SELECT provider_id FROM public.providers_school WHERE id = RECORD.school_id)"


class PlacementQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ended_on"

    def visible_to(self, user: User) -> Self:
        """Case workers see every placement; a provider's people those at its schools."""
        if user.role in Role.with_cases():
            return self
        if user.is_provider:
            return self.filter(school__provider__members__user=user)
        return self.none()

    def with_references(self, references: Iterable[str]) -> Self:
        """Those with one of these references, in capitals or not."""
        capitals = [reference.upper() for reference in references]
        return self.alias(in_capitals=Upper("reference")).filter(in_capitals__in=capitals)

    def at(self, day: datetime.date, heirs: Mapping[int, int]) -> Self:
        """Each with ``school_then``, where it was on a day, as what that has become since.

        A school that is no more counts as its heir by that day (``providers.lines``): the same
        school under two numbers is one.
        """
        then = Q(earlier_schools__from_on__lte=day, earlier_schools__until_on__gte=day)
        there = self.alias(
            earlier=FilteredRelation("earlier_schools", condition=then),
            school_told=Coalesce("earlier__school", "school"),
        )
        return there.annotate(school_then=as_of("school_told", heirs))

    def call_offs_outside_the_dps(self) -> Self:
        """Those recorded as call-off though the school was in no lot when the place began."""
        return self.filter(route=Route.CALL_OFF, lot=None)

    def with_earlier_schools(self) -> Self:
        """With the schools that their own were before, the oldest first."""
        model = self.model._meta.get_field("earlier_schools").related_model  # it knows us
        earlier = model.objects.select_related("school").oldest_first()
        return self.prefetch_related(Prefetch("earlier_schools", earlier))

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


class CountedPlacements(models.Manager.from_queryset(PlacementQuerySet)):
    """Without those that are voided, so that no figure and no list has them unawares."""

    def get_queryset(self) -> PlacementQuerySet:
        return super().get_queryset().filter(voided_at=None)


@tracked()
class Placement(models.Model):
    """A child's place at a school from the first day to the last, both included.

    A transfer ends one placement the day before the next begins: two placements of one child
    never share a day. The needs are those for which the place was made.
    """

    PERSONAL = frozenset({"primary_need", "secondary_need", "end_reason"})
    NOT_PERSONAL = frozenset(
        {
            "id",
            "reference",
            "child",
            "school",
            "route",
            "lot",
            "block",
            "provision",
            "starts_on",
            "ended_on",
            "annual_fee",
            "imported",
            "voided_at",
        }
    )

    reference = models.CharField(max_length=30, unique=True)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="placements")
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="placements")
    route = models.CharField(max_length=20, choices=Route)
    lot = models.ForeignKey(Lot, null=True, on_delete=models.PROTECT, related_name="placements")
    block = models.ForeignKey(
        "placements.BlockPurchase", null=True, on_delete=models.PROTECT, related_name="placements"
    )
    provision = models.CharField(max_length=20, choices=Provision)
    primary_need = models.CharField(max_length=4, choices=Need)
    secondary_need = models.CharField(max_length=4, choices=Need, blank=True)
    starts_on = models.DateField()
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=30, choices=EndReason, blank=True)
    annual_fee = models.DecimalField(max_digits=10, decimal_places=2)
    imported = models.BooleanField(default=False)
    voided_at = models.DateTimeField(null=True, editable=False)

    objects = CountedPlacements()
    on_record = PlacementQuerySet.as_manager()  # with those that are voided

    class Meta:
        constraints = [
            one_of("route", Route),
            one_of("provision", Provision),
            one_of("primary_need", Need),
            models.CheckConstraint(
                name="placements_placement_starts_on_before_ended_on",
                condition=_DAYS_IN_ORDER,
                violation_error_message="The ended on must not be before the starts on.",
            ),
            models.UniqueConstraint(
                Upper("reference"),
                name="placements_placement_reference_once",
                violation_error_message="Another place has this reference.",
            ),
            models.CheckConstraint(
                name="placements_placement_fee_is_not_negative", condition=Q(annual_fee__gte=0)
            ),
            models.CheckConstraint(
                name="placements_placement_fee_within_reason",
                condition=Q(annual_fee__lte=MOST_A_YEAR),
                violation_error_message=f"A place costs £{MOST_A_YEAR:,} a year at most.",
            ),
            models.CheckConstraint(
                name="placements_placement_lot_of_call_offs_and_blocks",
                condition=Q(lot=None) | Q(route=Route.CALL_OFF) | Q(block__isnull=False),
            ),
            models.CheckConstraint(
                name="placements_placement_in_a_block_costs_nothing",
                condition=Q(block=None) | Q(route=Route.BLOCK, annual_fee=0, lot__isnull=False),
            ),
            ExclusionConstraint(
                name="placements_placement_no_overlap",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ended_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_at=None),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="This child has another place on some of these days.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["ended_on", "id"],
                condition=Q(ended_on__isnull=False),
                name="placements_placement_ended",
            ),
            models.Index(
                fields=["school"],
                condition=Q(route="call_off", lot=None),
                name="placements_placement_off_lots",
            ),
            models.Index(
                fields=["starts_on", "id"],
                condition=Q(annual_fee=0),
                name="placements_placement_free",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *WRITERS,
                Role.PROVIDER,
                must=council_or(f"TG_OP = 'UPDATE' AND {acts_for(_AT_ITS_SCHOOL)}"),
                words="A school ends places of its own.",
            ),
            DatedByTheDatabase("voided_at"),
            pgtrigger.Trigger(
                name="voided_for_good",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__voided_at__isnull=False),
                func="RAISE EXCEPTION 'A place that is voided stays as it is.';",
            ),
            pgtrigger.Trigger(
                name="voided_with_its_agreements",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("voided_at"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__voided_at__isnull=False),
                func=VOIDED_WITH_ITS_AGREEMENTS,
            ),
            pgtrigger.Trigger(
                name="begun_by_an_agreement",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("imported"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__imported=False),
                func=BEGUN_BY_AN_AGREEMENT,
            ),
            pgtrigger.Trigger(
                name="not_beyond_its_ending",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("ended_on"),
                func=NOT_BEYOND,
            ),
            pgtrigger.Trigger(
                name="fits_its_block",
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("block_id", "lot_id", "provision", "starts_on", "ended_on"),
                condition=pgtrigger.Q(new__block__isnull=False),
                func=_FITS_ITS_BLOCK,
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    # Questions

    @property
    def is_call_off(self) -> bool:
        return self.route == Route.CALL_OFF

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    # Verbs

    @transaction.atomic
    def void(self, *, by: User, reason: str) -> None:
        """Count on no day, with its prices; see ``placements.agreements.voiding``."""
        rows = Placement.objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        for line in self.price_lines.that_count().oldest_first():
            line.void(by=by, reason=reason)
        self.earlier_schools.all().delete()
        self.voided_at, self.end_reason = timezone.now(), ""
        self.ended_on = self.starts_on - ONE_DAY
        self.save()
        AuditEvent.record("void_placement", self, by=by)

    @transaction.atomic
    def end(self, *, by: User, on: datetime.date | None, reason: str) -> None:
        """Have a last day, or another one. Its prices count until then."""
        rows = Placement.objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        if (self.ended_on, self.end_reason) == (on, reason):
            return
        self.ended_on, self.end_reason = on, reason
        self.save()
        AuditEvent.record("end_placement", self, by=by, ended_on=on)

"""Block purchases: a number of places at a school for a period, at one price, filled or not."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models, transaction
from django.db.models import Deferrable, Q, QuerySet
from django.utils import timezone

from contracts.models import Lot
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
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.blocks import permissions
from placements.blocks.shares import share_of_days, years_between
from providers.models import Provision, School

_BOUGHT_OF_A_LOT_THAT_ALLOWS_IT = """
    IF NOT EXISTS (
        SELECT FROM public.contracts_lot AS lot
        JOIN public.contracts_membership AS member ON member.lot_id = lot.id
        WHERE lot.id = NEW.lot_id AND lot.block_allowed AND member.school_id = NEW.school_id
            AND NEW.starts_on BETWEEN member.admitted_on AND coalesce(member.left_on, 'infinity')
    ) THEN
        RAISE EXCEPTION 'Blocks are bought of schools in a lot that allows them.';
    END IF;
    RETURN NEW;
"""
_KEPT = (
    *("school_id", "lot_id", "provision", "places", "price", "starts_on", "ends_on"),
    *("spot_price", "decision", "added_by_id", "added_at"),
)
_NEVER_CHANGES = f"""
    IF OLD.voided_at IS NOT NULL OR ROW({", ".join(f"NEW.{column}" for column in _KEPT)})
        IS DISTINCT FROM ROW({", ".join(f"OLD.{column}" for column in _KEPT)}) THEN
        RAISE EXCEPTION 'A block purchase never changes: void it, and record another.';
    END IF;
    RETURN NEW;
"""


class BlockPurchaseQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ends_on"

    def visible_to(self, user: User | None) -> Self:
        """Who works with cases reads all of them; a command, which is no user, too."""
        return self if user is None or user.role in Role.with_cases() else self.none()

    def that_count(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def known_by(self, instant: datetime.datetime) -> Self:
        """Those that counted at an instant."""
        return self.filter(Q(voided_at=None) | Q(voided_at__gte=instant), added_at__lt=instant)

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


@tracked()
class BlockPurchase(models.Model):
    """Places of one kind at a school, from the first day to the last, both included.

    The price is for all places and all days. It is paid whether they are filled or not, so it
    counts once, and a child in one of the places costs nothing of its own. ``spot_price`` is what
    such a place costs a year when it is bought alone: the measure of whether the block pays.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "school", "lot", "provision", "places", "price", "starts_on", "ends_on"),
            *("spot_price", "decision", "added_by", "added_at"),
            *("voided_by", "voided_at", "void_reason"),
        }
    )

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="blocks")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="blocks")
    provision = models.CharField(max_length=20, choices=Provision)
    places = models.PositiveSmallIntegerField()
    price = models.DecimalField(max_digits=12, decimal_places=2)
    starts_on = models.DateField()
    ends_on = models.DateField()
    spot_price = models.DecimalField(max_digits=10, decimal_places=2)
    decision = models.CharField(max_length=200)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(null=True, editable=False)
    void_reason = models.TextField(blank=True)

    objects = BlockPurchaseQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("provision", Provision),
            in_order("starts_on", "ends_on", message="The last day is the first day or later."),
            models.CheckConstraint(
                name="placements_blockpurchase_of_something",
                condition=Q(places__gte=1, price__gt=0, spot_price__gt=0) & ~Q(decision=""),
            ),
            set_together("voided_at", "voided_by"),
            voided_with_a_reason(),
            # So that a placement at a school is in one block at most, and nobody need say which.
            ExclusionConstraint(
                name="placements_blockpurchase_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("provision", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_at=None),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="This school has a block of this provision on some of "
                "these days.",
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.MANAGER, added_by=(), voided_by=("voided_at", "void_reason")),
            DatedByTheDatabase("added_at", "voided_at"),
            pgtrigger.Trigger(
                name="bought_of_a_lot_that_allows_it",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_BOUGHT_OF_A_LOT_THAT_ALLOWS_IT,
            ),
            pgtrigger.Trigger(
                name="never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=_NEVER_CHANGES,
            ),
            pgtrigger.Protect(name="never_goes", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"block of {self.places} places at {self.school} from {self.starts_on:%-d %B %Y}"

    # Questions

    @property
    def reference(self) -> str:
        return f"BLOCK-{self.pk}"

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    def standing(self, on: datetime.date) -> str:
        if self.is_voided:
            return "voided"
        if self.starts_on > on:
            return "planned"
        return "ended" if self.ends_on < on else "in_force"

    @property
    def days(self) -> int:
        return (self.ends_on - self.starts_on).days + 1

    @property
    def price_a_year(self) -> Fraction:
        """Of all places: the price over the years of the period."""
        return Fraction(self.price) / years_between(self.starts_on, self.ends_on)

    def share(self, first: datetime.date, last: datetime.date) -> Decimal:
        """What of the price falls on some days; the shares of all days add up to the price."""
        return share_of_days(self.price, self.starts_on, self.ends_on, first, last)

    def most_used(self, *, since: datetime.date, until: datetime.date | None) -> int:
        """The most places that are taken on one day from a first day to a last."""
        last = min(until or self.ends_on, self.ends_on)
        stays = list(self.placements.touching(since, last).values_list("starts_on", "ended_on"))
        begins = {since, *(first for first, _ in stays if first > since)}
        return max(
            sum(first <= day and (ended is None or ended >= day) for first, ended in stays)
            for day in begins
        )

    def fitting(self) -> QuerySet:
        """Block placements at the school that are in no block and began on a day of this one."""
        from placements.models import Placement, Route  # they point here

        return Placement.objects.filter(
            block=None,
            route=Route.BLOCK,
            school=self.school_id,
            provision=self.provision,
            starts_on__range=(self.starts_on, self.ends_on),
        )

    # Verbs

    @classmethod
    @transaction.atomic
    def buy(cls, school: School, *, by: User, lot: Lot, **facts: object) -> Self:
        """Record that the council has bought places of a school."""
        starts_on = facts["starts_on"]
        is_member = lot.memberships.on(starts_on).filter(school=school).exists()
        stop_if(permissions.why_not_buy(school, lot, starts_on, is_member))
        bought = cls.objects.create(school=school, lot=lot, added_by=by, **facts)
        AuditEvent.record("buy_block", bought, by=by, places=bought.places, amount=bought.price)
        return bought

    @transaction.atomic
    def take_in(self, placements: Iterable[models.Model], *, by: User) -> None:
        """Have these placements in the block: none of them costs anything of its own."""
        self._hold()
        keys = [each.pk for each in placements]
        for placement in self.fitting().select_for_update().filter(pk__in=keys).order_by("pk"):
            stop_if(permissions.why_not_take_in(self, placement))
            placement.block, placement.lot, placement.annual_fee = self, self.lot, Decimal(0)
            placement.save(update_fields=["block", "lot", "annual_fee"])
            AuditEvent.record("take_into_block", placement, by=by, block=self.reference)

    @transaction.atomic
    def void(self, *, by: User, reason: str) -> None:
        """It was recorded by mistake: it stays on record, costs nothing, and nobody is in it."""
        self._hold()
        stop_if(permissions.why_not_void_block(self))
        self.placements.update(block=None, lot=None)
        self.voided_by, self.voided_at, self.void_reason = by, timezone.now(), reason
        self.save()
        AuditEvent.record("void_block", self, by=by, reason=reason)

    def _hold(self) -> None:
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))

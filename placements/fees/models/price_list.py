"""Price lists: what a school asks in a lot of the DPS, from a first day to a last."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, Q
from django.utils import timezone

from contracts.arrangements.models import Lot
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.acting import in_person
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
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson
from placements.fees import permissions
from placements.models.price_line import ONE_DAY, PriceKind, PriceUnit
from providers.models import Need, Provision, School


class Phase(models.TextChoices):
    """The part of a school for which a price is asked."""

    EARLY_YEARS = "early_years", "Before reception"
    PRIMARY = "primary", "Primary (reception to year 6)"
    SECONDARY = "secondary", "Secondary (years 7 to 11)"
    POST_16 = "post_16", "Post-16 (year 12 and above)"


_NEVER_CHANGES = """
    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'A voided price list stays as it is.';
    END IF;
    IF ROW(NEW.school_id, NEW.lot_id, NEW.starts_on, NEW.size, NEW.imported, NEW.added_by_id,
        NEW.added_at) IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.starts_on, OLD.size,
        OLD.imported, OLD.added_by_id, OLD.added_at) THEN
        RAISE EXCEPTION 'A price list never changes: another follows it.';
    END IF;
    RETURN NEW;
"""
_NEVER_GOES = """
    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN
        RAISE EXCEPTION 'A price list stays on record: void it with a reason.';
    END IF;
    RETURN OLD;
"""
# Asked at the end of the transaction, of the lists of a school in a lot as they are then.
_NO_GAP = """
    DECLARE
        of_school bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.school_id ELSE NEW.school_id END;
        of_lot bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.lot_id ELSE NEW.lot_id END;
    BEGIN
        IF (
            SELECT count(*) > 1 FROM public.placements_pricelist AS list
            WHERE list.school_id = of_school AND list.lot_id = of_lot AND list.voided_at IS NULL
                AND NOT EXISTS (
                    SELECT FROM public.placements_pricelist AS before
                    WHERE before.school_id = of_school AND before.lot_id = of_lot
                        AND before.voided_at IS NULL AND before.ends_on = list.starts_on - 1
                )
        ) THEN
            RAISE EXCEPTION 'There is a gap between two price lists.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;
"""
_WHOLE = """
    DECLARE
        of_list bigint := CASE TG_TABLE_NAME
            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint
            ELSE (to_jsonb(coalesce(NEW, OLD))->>'price_list_id')::bigint END;
    BEGIN
        IF EXISTS (
            SELECT FROM public.placements_pricelist AS list
            WHERE list.id = of_list AND list.size <> (
                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id
            )
        ) THEN
            RAISE EXCEPTION 'A price list has all its lines from the first.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;
"""


def _at_the_end(name: str, func: str, operation: Any) -> pgtrigger.Trigger:
    """A trigger that asks at the end of the transaction."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        func=func,
    )


class PriceListQuerySet(DatedQuerySet):
    first_day, last_day = "starts_on", "ends_on"

    def visible_to(self, user: User) -> Self:
        """The council sees all of them, a provider those of its schools."""
        if user.role in Role.with_cases() or user.is_provider:
            return self.filter(school__in=School.objects.visible_to(user))
        return self.none()

    def that_count(self) -> Self:
        """Those that nobody has voided."""
        return self.filter(voided_at=None)

    def with_lines(self) -> Self:
        return self.select_related("lot__vehicle", "voided_by").prefetch_related("lines")

    def newest_first(self) -> Self:
        return self.order_by("lot__vehicle__name", "lot__number", "-starts_on", "-pk")


@tracked()
class PriceList(models.Model):
    """What a school asks for its places in a lot on some days, both ends included.

    The lists of a school in a lot follow each other without a gap or an overlap. A list never
    changes: a new one ends it the day before. The newest may be voided as a mistake, and the one
    before goes on.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "school", "lot", "starts_on", "ends_on", "size", "imported", "added_by"),
            *("added_at", "voided_by", "voided_at", "void_reason"),
        }
    )

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="price_lists")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="price_lists")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    size = models.PositiveSmallIntegerField()
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

    objects = PriceListQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("starts_on", "ends_on"),
            models.CheckConstraint(name="placements_pricelist_has_lines", condition=Q(size__gte=1)),
            set_together("voided_at", "voided_by"),
            voided_with_a_reason(),
            ExclusionConstraint(
                name="placements_pricelist_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("lot", RangeOperators.EQUAL),
                    (InclusiveDays("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(voided_at=None),
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="This school has a price list in this lot on some of "
                "these days.",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                Role.OFFICER,
                Role.MANAGER,
                Role.PROVIDER,
                must="public.nmiss_acting_role() <> 'provider' OR EXISTS ("
                "SELECT FROM public.placements_feerequest AS request "
                "JOIN public.providers_school AS school "
                "ON school.provider_id = request.provider_id "
                "JOIN public.providers_providermember AS member "
                "ON member.provider_id = request.provider_id "
                "WHERE school.id = RECORD.school_id AND request.status = 'agreed' "
                "AND member.user_id = public.nmiss_acting_person() "
                "AND member.role IN ('owner', 'editor'))",
                words="A provider accepts what was offered, and no other prices.",
            ),
            DatedByTheDatabase("added_at", "voided_at"),
            DoneInPerson(added_by=(), voided_by=("voided_at", "void_reason")),
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
            _at_the_end("no_gap", _NO_GAP, pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete),
            _at_the_end("has_all_its_lines", _WHOLE, pgtrigger.Insert),
        ]

    def __str__(self) -> str:
        return f"price list of {self.school} in {self.lot} from {self.starts_on:%-d %B %Y}"

    # Questions

    @property
    def is_voided(self) -> bool:
        return self.voided_at is not None

    @property
    def anchor(self) -> str:
        """Its name on a page of several."""
        return f"price-list-{self.pk}"

    def standing(self, on: datetime.date) -> str:
        if self.is_voided:
            return "voided"
        if self.starts_on > on:
            return "planned"
        return "ended" if self.ends_on and self.ends_on < on else "in_force"

    @classmethod
    def newest_of(cls, school: School, lot: Lot) -> PriceList | None:
        """The one that no other follows."""
        lists = cls.objects.that_count().filter(school=school, lot=lot)
        return lists.order_by("-starts_on").first()

    # Verbs

    @classmethod
    @in_person
    def add(
        cls,
        school: School,
        lot: Lot,
        lines: Iterable[Mapping[str, Any]],
        *,
        by: User,
        starts_on: datetime.date,
    ) -> PriceList:
        """Have another list from a day on: the one before ends the day before."""
        _hold(school)
        newest = cls.newest_of(school, lot)
        stop_if(permissions.why_not_add_price_list(newest, starts_on))
        if newest:
            newest.ends_on = starts_on - ONE_DAY
            newest.save(update_fields=["ends_on"])
        lines = list(lines)
        added = cls.objects.create(
            school=school, lot=lot, starts_on=starts_on, size=len(lines), added_by=by
        )
        PriceListLine.objects.bulk_create(PriceListLine(price_list=added, **line) for line in lines)
        AuditEvent.record("add_price_list", added, by=by, starts_on=starts_on, lines=len(lines))
        return added

    @in_person
    def void(self, *, by: User, reason: str) -> None:
        """It was a mistake: it stays on record, and the one before goes on."""
        _hold(self.school)
        self.refresh_from_db()
        stop_if(permissions.why_not_void_price_list(self, self.newest_of(self.school, self.lot)))
        self.voided_by, self.voided_at, self.void_reason = by, timezone.now(), reason
        self.save(update_fields=["voided_by", "voided_at", "void_reason"])
        if before := self.newest_of(self.school, self.lot):
            before.ends_on = None
            before.save(update_fields=["ends_on"])
        AuditEvent.record("void_price_list", self, by=by, reason=reason)


def _hold(school: School) -> None:
    """One at a time: whoever adds a list has seen the newest."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)


class PriceListLineQuerySet(models.QuerySet):
    def in_order(self) -> Self:
        return self.order_by("kind", "need", "phase", "provision", "pk")


@tracked()
class PriceListLine(models.Model):
    """One price of a list. Empty need, phase or provision are any."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {"id", "price_list", "kind", "need", "phase", "provision", "unit", "amount"}
    )
    FACTS = ("kind", "need", "phase", "provision", "unit", "amount")
    KEY = ("kind", "need", "phase", "provision")

    price_list = models.ForeignKey(PriceList, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=20, choices=PriceKind)
    need = models.CharField(max_length=4, choices=Need, blank=True)
    phase = models.CharField(max_length=20, choices=Phase, blank=True)
    provision = models.CharField(max_length=20, choices=Provision, blank=True)
    unit = models.CharField(max_length=10, choices=PriceUnit)
    amount = models.DecimalField(max_digits=10, decimal_places=2)

    objects = PriceListLineQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", PriceKind),
            one_of("need", Need, or_empty=True),
            one_of("phase", Phase, or_empty=True),
            one_of("provision", Provision, or_empty=True),
            one_of("unit", PriceUnit),
            models.CheckConstraint(
                name="placements_pricelistline_not_below_nought", condition=Q(amount__gte=0)
            ),
            models.UniqueConstraint(
                fields=["price_list", "kind", "need", "phase", "provision"],
                name="placements_pricelistline_once",
            ),
        ]
        triggers = [
            WrittenBySomebody(
                Role.OFFICER,
                Role.MANAGER,
                Role.PROVIDER,
                must="public.nmiss_acting_role() <> 'provider' OR EXISTS ("
                "SELECT FROM public.placements_feerequest AS request "
                "JOIN public.providers_school AS school "
                "ON school.provider_id = request.provider_id "
                "JOIN public.providers_providermember AS member "
                "ON member.provider_id = request.provider_id "
                "WHERE school.id = (SELECT school_id FROM public.placements_pricelist "
                "WHERE id = RECORD.price_list_id) AND request.status = 'agreed' "
                "AND member.user_id = public.nmiss_acting_person() "
                "AND member.role IN ('owner', 'editor'))",
                words="A provider accepts what was offered, and no other prices.",
            ),
            pgtrigger.Protect(name="never_changes", operation=pgtrigger.Update),
            _at_the_end("all_from_the_first", _WHOLE, pgtrigger.Insert | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.price_list_id}"

    # Questions

    @property
    def whom(self) -> str:
        """For which children it is, in words."""
        words = [
            self.get_need_display() if self.need else "",
            self.get_phase_display() if self.phase else "",
            self.get_provision_display() if self.provision else "",
        ]
        return ", ".join(word for word in words if word) or "All"

    @property
    def narrowness(self) -> tuple[bool, bool, bool]:
        """How closely it says for whom it is: by need first, then phase, then provision."""
        return bool(self.need), bool(self.phase), bool(self.provision)

"""Takeovers: a new arrangement takes over the members of an old one from a day on."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q

from contracts.arrangements.models.vehicle import Lot, Vehicle
from contracts.membership import permissions
from contracts.membership.models.membership import Membership, MembershipQuerySet
from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from nmiss.base.core.statuses import coloured, colours
from nmiss.base.core.templatetags.components import day
from nmiss.base.core.triggers import DatedByTheDatabase

ONE_DAY = datetime.timedelta(days=1)
TAKEOVER = "takeover"  # the kind of proposal

_AGREED_BY_TWO = """
    IF NOT EXISTS (
        SELECT 1 FROM public.accounts_proposal AS p
        WHERE p.id = NEW.proposal_id AND p.kind = 'takeover' AND p.decision = 'agreed'
          AND p.given ->> 'takeover' = NEW.id::text
    ) THEN
        RAISE EXCEPTION 'One officer proposes a takeover, and another agrees to it.';
    END IF;
    IF NEW.status = 'done'
        AND NEW.starts_on > timezone('Europe/London', public.nmiss_now())::date THEN
        RAISE EXCEPTION 'A takeover is done on its day or later.';
    END IF;
    RETURN NEW;
"""
# Asked at the end of the transaction that does it.
_ADDS_UP = """
    IF EXISTS (
        SELECT 1 FROM public.contracts_membership AS m
        JOIN public.contracts_lot AS l ON l.id = m.lot_id
        LEFT JOIN public.contracts_membershipmapping AS row
            ON row.membership_id = m.id AND row.takeover_id = NEW.id
        WHERE l.vehicle_id = NEW.vehicle_id AND m.admitted_on < NEW.starts_on
          AND coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on
          AND coalesce(row.way, '') = ''
    ) THEN
        RAISE EXCEPTION 'A takeover has every membership mapped.';
    END IF;
    IF EXISTS (
        SELECT 1 FROM public.contracts_membershipmapping AS row
        JOIN public.contracts_membership AS m ON m.id = row.membership_id
        WHERE row.takeover_id = NEW.id AND row.way IN ('carried', 'left')
          AND (coalesce(m.left_on, NEW.starts_on) >= NEW.starts_on
               OR row.way = 'carried' AND row.counted AND row.became_id IS NULL)
    ) THEN
        RAISE EXCEPTION 'What is carried goes on in the new arrangement, and nowhere twice.';
    END IF;
    RETURN NULL;
"""
_OF_ITS_ARRANGEMENTS = """
    IF NOT EXISTS (
        SELECT 1 FROM public.contracts_takeover AS t
        JOIN public.contracts_membership AS m ON m.id = NEW.membership_id
        JOIN public.contracts_lot AS lot_before ON lot_before.id = m.lot_id
        LEFT JOIN public.contracts_lot AS lot_after ON lot_after.id = NEW.lot_id
        WHERE t.id = NEW.takeover_id AND lot_before.vehicle_id = t.vehicle_id
          AND (NEW.lot_id IS NULL OR lot_after.vehicle_id = t.successor_id)
    ) THEN
        RAISE EXCEPTION 'A membership is mapped from its arrangement into the one that takes over.';
    END IF;
    RETURN NEW;
"""
_FIXED_ONCE_AGREED = """
    IF (SELECT status FROM public.contracts_takeover WHERE id = OLD.takeover_id) <> 'draft'
        AND (TG_OP = 'DELETE' OR ROW(NEW.takeover_id, NEW.membership_id, NEW.way, NEW.lot_id)
            IS DISTINCT FROM ROW(OLD.takeover_id, OLD.membership_id, OLD.way, OLD.lot_id)) THEN
        RAISE EXCEPTION 'What two agreed to is not changed.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF OLD.counted AND NOT NEW.counted OR NEW.became_id IS DISTINCT FROM OLD.became_id
        AND OLD.became_id IS NOT NULL THEN
        RAISE EXCEPTION 'What was taken over stays so.';
    END IF;
    RETURN NEW;
"""


@coloured(draft="grey", agreed="green", done="green", withdrawn="grey")
class TakeoverStatus(models.TextChoices):
    """How far a takeover has come."""

    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"
    DONE = "done", "Done"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @classmethod
    def open(cls) -> tuple[TakeoverStatus, ...]:
        return cls.DRAFT, cls.AGREED


class Onward(models.TextChoices):
    """How a membership, or a placement, of the old arrangement goes on."""

    CARRIED = "carried", "Carried"
    RE_SIGNED = "re_signed", "Re-signed"
    LEFT = "left", "Left"

    @classmethod
    def into_a_lot(cls) -> tuple[Onward, ...]:
        return cls.CARRIED, cls.RE_SIGNED


colours({"carried": "green", "re-signed": "turquoise", "not mapped": "orange"})
colours({"proposed": "yellow"})


class TakeoverQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who works with cases: a plan is told to nobody else before its day."""
        return self if user.role in Role.with_cases() else self.none()

    def open(self) -> Self:
        return self.filter(status__in=TakeoverStatus.open())

    def done(self) -> Self:
        return self.filter(status=TakeoverStatus.DONE)

    def due(self, today: datetime.date) -> Self:
        """Agreed ones whose day has come, the earliest first."""
        return self.filter(status=TakeoverStatus.AGREED, starts_on__lte=today).order_by(
            "starts_on", "pk"
        )

    def with_standing(self) -> Self:
        """With whether a proposal of it waits."""
        proposed = Proposal.objects.waiting().of_each(TAKEOVER, self.model)
        return self.annotate(is_proposed=Exists(proposed))

    def with_parties(self) -> Self:
        return self.select_related("vehicle", "successor", "planned_by", "proposal")

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


@tracked()
class Takeover(Lifecycle):
    """The plan by which ``successor`` takes over from ``vehicle``, from the day ``starts_on``.

    One officer plans it and another agrees. Every membership in force on the day before is
    carried, re-signed or left. "We will ensure that any future contract is able to respond to
    changes" (25/00007, 3.12); the successor is "a new framework from 1 September 2026" (3.13).
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="takeovers")
    successor = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="takes_over")
    starts_on = models.DateField()
    status = models.CharField(
        max_length=10, choices=TakeoverStatus, default=TakeoverStatus.DRAFT, editable=False
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    proposal = models.OneToOneField(
        Proposal, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = TakeoverQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", TakeoverStatus),
            models.CheckConstraint(
                name="contracts_takeover_by_another", condition=~Q(vehicle=F("successor"))
            ),
            models.CheckConstraint(
                name="contracts_takeover_agreed_by_its_proposal",
                condition=Q(status__in=["draft", "withdrawn"]) | Q(proposal__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["vehicle"],
                condition=Q(status__in=TakeoverStatus.open()),
                name="contracts_takeover_one_is_planned",
                violation_error_message="A takeover of this arrangement is planned already.",
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase("planned_at"),
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                unless=BY_THE_HUB,  # which does it on its day
                planned_by=("vehicle", "successor", "starts_on", "planned_at"),
            ),
            pgtrigger.ReadOnly(
                name="its_parties_stand",
                fields=["vehicle", "successor", "starts_on", "planned_by", "planned_at"],
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="agreed_by_two",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__status__in=["agreed", "done"]),
                func=_AGREED_BY_TWO,
            ),
            pgtrigger.Trigger(
                name="adds_up",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="done"),
                func=_ADDS_UP,
            ),
        ]

    def __str__(self) -> str:
        return f"takeover of {self.vehicle} by {self.successor} on {day(self.starts_on)}"

    # Questions

    @property
    def eve(self) -> datetime.date:
        """The last day under the old arrangement."""
        return self.starts_on - ONE_DAY

    @property
    def is_draft(self) -> bool:
        return self.status == TakeoverStatus.DRAFT

    @property
    def is_done(self) -> bool:
        return self.status == TakeoverStatus.DONE

    @property
    def standing(self) -> str:
        """Its status in words, of one read ``with_standing``: a draft may wait for agreement."""
        return "Proposed" if self.is_draft and self.is_proposed else self.get_status_display()

    def members(self) -> MembershipQuerySet:
        """Those of the old arrangement that would go on after its last day."""
        in_time = Membership.objects.of_vehicle(self.vehicle_id).lasting_to(self.eve)
        return in_time.beyond(self.eve).filter(admitted_on__lt=self.starts_on)

    # Moves

    @move(
        sources={TakeoverStatus.DRAFT},
        target=TakeoverStatus.AGREED,
        why_not=permissions.why_not_agree_to_takeover,
    )
    def agree(self, *, by: User, proposal: Proposal) -> None:
        """Have it done on its day; see ``contracts.membership.taking_over``."""
        self.proposal = proposal

    @move(sources={TakeoverStatus.AGREED}, target=TakeoverStatus.DONE)
    def finish(self, *, by: User | None) -> None:
        """Note that it is done; see ``contracts.membership.taking_over``."""

    @move(
        sources={TakeoverStatus.DRAFT, TakeoverStatus.AGREED},
        target=TakeoverStatus.WITHDRAWN,
        why_not=permissions.why_not_withdraw_takeover,
    )
    def withdraw(self, *, by: User, reason: str) -> None:
        """Give the plan up: nothing of it is done."""


class MembershipMappingQuerySet(models.QuerySet):
    def of(self, takeover: Takeover) -> Self:
        """By lot and school, with what a page says."""
        rows = self.filter(takeover=takeover).select_related(
            "membership__school", "membership__provider", "membership__lot__vehicle", "lot"
        )
        return rows.order_by("membership__lot__number", "membership__school__name", "pk")

    def to_re_sign(self) -> Self:
        """Those of done takeovers whose new agreement has not begun yet."""
        return self.filter(
            takeover__status=TakeoverStatus.DONE, counted=True, way=Onward.RE_SIGNED, became=None
        ).select_related("takeover", "lot", "membership__lot__vehicle")


@tracked()
class MembershipMapping(models.Model):
    """How one membership goes on: ``became`` is what it is in the new arrangement.

    Carried: in a lot of the new arrangement, by its old agreement. Re-signed: its provider signs
    a new agreement, and the old membership stands until that begins. Left: it ends. Those that
    were there on the day, and not over by then, are ``counted``.
    """

    takeover = models.ForeignKey(Takeover, on_delete=models.PROTECT, related_name="mappings")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="mappings")
    way = models.CharField(max_length=10, choices=Onward, blank=True)
    lot = models.ForeignKey(Lot, null=True, on_delete=models.PROTECT, related_name="+")
    became = models.ForeignKey(
        Membership, null=True, on_delete=models.PROTECT, related_name="came_from"
    )
    counted = models.BooleanField(default=False, editable=False)

    objects = MembershipMappingQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("way", Onward, or_empty=True),
            models.UniqueConstraint(
                fields=["takeover", "membership"], name="contracts_membershipmapping_once"
            ),
            models.CheckConstraint(
                name="contracts_membershipmapping_into_a_lot_or_left",
                condition=Q(way__in=Onward.into_a_lot(), lot__isnull=False)
                | ~Q(way__in=Onward.into_a_lot()) & Q(lot=None),
            ),
        ]
        triggers = [
            # What two agreed to is carried out by the hub; nobody else counts or carries.
            WrittenBySomebody(
                *permissions.COMMISSIONING,
                unless=BY_THE_HUB,
                must="NOT RECORD.counted AND RECORD.became_id IS NULL AND 'draft' = ("
                "SELECT status FROM public.contracts_takeover WHERE id = RECORD.takeover_id)",
                words="Two agreed to this, and it is not changed.",
            ),
            pgtrigger.Trigger(
                name="of_its_arrangements",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("lot_id"),
                func=_OF_ITS_ARRANGEMENTS,
            ),
            pgtrigger.Trigger(
                name="fixed_once_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=_FIXED_ONCE_AGREED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.in_words}"

    # Questions

    @property
    def in_words(self) -> str:
        """As its page says it."""
        if self.way == Onward.CARRIED:
            return f"Carried into {self.lot}"
        if self.way == Onward.RE_SIGNED:
            return f"Re-signed in {self.lot}"
        return self.get_way_display() or "Not mapped"

    @property
    def tag(self) -> str:
        return (self.get_way_display() or "Not mapped").lower()

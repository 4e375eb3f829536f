"""Local government reorganisation: which children, contracts and pounds go to which council."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Exists, Q

from nmiss.base.accounts.models import Proposal, Role, User
from nmiss.base.accounts.written import BY_THE_HUB, WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from nmiss.base.core.statuses import coloured
from nmiss.base.core.templatetags.components import day
from nmiss.base.core.triggers import DatedByTheDatabase, WrittenByTheHub
from placements.models.child import Child
from placements.reorganising import permissions
from providers.models import District, LocalAuthority

REORGANISATION = "reorganisation"  # the kind of proposal

_AGREED_BY_TWO = """
    IF NOT EXISTS (
        SELECT 1 FROM public.accounts_proposal AS p
        WHERE p.id = NEW.proposal_id AND p.kind = 'reorganisation' AND p.decision = 'agreed'
          AND p.given ->> 'plan' = NEW.id::text
    ) THEN
        RAISE EXCEPTION 'One officer proposes a reorganisation, and another agrees to it.';
    END IF;
    IF NEW.status = 'done'
        AND NEW.starts_on > timezone('Europe/London', public.nmiss_now())::date THEN
        RAISE EXCEPTION 'A reorganisation is done on its day or later.';
    END IF;
    RETURN NEW;
"""
# Asked at the end of the transaction that does it.
_NO_CHILD_LOST = """
    IF EXISTS (
        SELECT 1 FROM public.placements_placement AS p
        WHERE p.voided_at IS NULL AND p.starts_on <= NEW.starts_on
          AND coalesce(p.ended_on, NEW.starts_on) >= NEW.starts_on
          AND NOT EXISTS (
            SELECT 1 FROM public.placements_childtransfer AS t
            WHERE t.reorganisation_id = NEW.id AND t.child_id = p.child_id
          )
    ) THEN
        RAISE EXCEPTION 'A reorganisation has every child that is placed.';
    END IF;
    RETURN NULL;
"""
_FIXED_ONCE_AGREED = """
    IF (SELECT status FROM public.placements_reorganisation
        WHERE id = coalesce(NEW.reorganisation_id, OLD.reorganisation_id)) <> 'draft' THEN
        RAISE EXCEPTION 'What two agreed to is not changed.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
_WITH_ITS_PLAN = """
    IF (SELECT status FROM public.placements_reorganisation
        WHERE id = NEW.reorganisation_id) IS DISTINCT FROM 'done' THEN
        RAISE EXCEPTION 'Children go with a reorganisation that is done.';
    END IF;
    RETURN NEW;
"""


@tracked()
class HomeDistrict(models.Model):
    """In which district a child lives: by the home postcode, or as a person says."""

    PERSONAL = frozenset({"district"})
    NOT_PERSONAL = frozenset({"id", "child", "recorded_by", "by_postcode"})

    child = models.OneToOneField(Child, on_delete=models.PROTECT, related_name="home_district")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="homes")
    by_postcode = models.BooleanField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        triggers = [
            WrittenBySomebody(
                *permissions.PLANNERS,
                Role.PLACEMENTS,
                recorded_by=("child", "district", "by_postcode"),
            )
        ]

    def __str__(self) -> str:
        return f"home district of {self.child_id}"


@coloured(draft="grey", agreed="green", done="green", withdrawn="grey")
class ReorganisationStatus(models.TextChoices):
    """How far a reorganisation has come."""

    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"
    DONE = "done", "Done"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ReorganisationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self if user.role in permissions.READERS else self.none()

    def open(self) -> Self:
        return self.filter(status__in=["draft", "agreed"])

    def due(self, today: datetime.date) -> Self:
        return self.filter(status=ReorganisationStatus.AGREED, starts_on__lte=today).order_by("pk")

    def with_standing(self) -> Self:
        """With whether a proposal of it waits."""
        proposed = Proposal.objects.waiting().of_each(REORGANISATION, self.model)
        return self.annotate(is_proposed=Exists(proposed))

    def with_parties(self) -> Self:
        return self.select_related("old", "lead", "planned_by", "proposal")

    def newest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


@tracked()
class Reorganisation(Lifecycle):
    """From the vesting day on, the districts of ``old`` are of other authorities.

    "We will ensure that any future contract is able to respond to changes implemented after Local
    Government Reorganisation" (25/00007, 3.12). Children and their placements go with their home
    district; the arrangements, which serve all districts, go to ``lead``.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {"id", "old", "lead", "starts_on", "status", "planned_by", "planned_at", "proposal"}
    )

    old = models.ForeignKey(
        LocalAuthority, on_delete=models.PROTECT, related_name="reorganisations"
    )
    lead = models.ForeignKey(LocalAuthority, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    status = models.CharField(
        max_length=10,
        choices=ReorganisationStatus,
        default=ReorganisationStatus.DRAFT,
        editable=False,
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    proposal = models.OneToOneField(
        Proposal, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = ReorganisationQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", ReorganisationStatus),
            models.CheckConstraint(
                name="placements_reorganisation_agreed_by_its_proposal",
                condition=Q(status__in=["draft", "withdrawn"]) | Q(proposal__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["old"],
                condition=Q(status__in=["draft", "agreed"]),
                name="placements_reorganisation_one_is_planned",
                violation_error_message="A reorganisation of this authority is planned already.",
            ),
        ]
        triggers = [
            ByItsMoves(),
            DatedByTheDatabase("planned_at"),
            WrittenBySomebody(
                *permissions.PLANNERS,
                unless=BY_THE_HUB,  # which does it on its day
                planned_by=("old", "lead", "starts_on", "planned_at"),
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="its_parties_stand",
                fields=["old", "lead", "starts_on", "planned_by", "planned_at"],
            ),
            pgtrigger.Trigger(
                name="agreed_by_two",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Q(new__status__in=["agreed", "done"]),
                func=_AGREED_BY_TWO,
            ),
            pgtrigger.Trigger(
                name="no_child_lost",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__status="done"),
                func=_NO_CHILD_LOST,
            ),
        ]

    def __str__(self) -> str:
        return f"reorganisation of {self.old} on {day(self.starts_on)}"

    # Questions

    @property
    def eve(self) -> datetime.date:
        """The last day of the old authority."""
        return self.starts_on - datetime.timedelta(days=1)

    @property
    def is_draft(self) -> bool:
        return self.status == ReorganisationStatus.DRAFT

    @property
    def is_done(self) -> bool:
        return self.status == ReorganisationStatus.DONE

    @property
    def standing(self) -> str:
        """Its status in words, of one read ``with_standing``: a draft may wait for agreement."""
        return "Proposed" if self.is_draft and self.is_proposed else self.get_status_display()

    # Moves

    @move(
        sources={ReorganisationStatus.DRAFT},
        target=ReorganisationStatus.AGREED,
        why_not=permissions.why_not_withdraw,
    )
    def agree(self, *, by: User, proposal: Proposal) -> None:
        """Have it done on its day; see ``placements.reorganising.transferring``."""
        self.proposal = proposal

    @move(sources={ReorganisationStatus.AGREED}, target=ReorganisationStatus.DONE)
    def finish(self, *, by: User | None) -> None:
        """Note that it is done; see ``placements.reorganising.transferring``."""

    @move(
        sources={ReorganisationStatus.DRAFT, ReorganisationStatus.AGREED},
        target=ReorganisationStatus.WITHDRAWN,
        why_not=permissions.why_not_withdraw,
    )
    def withdraw(self, *, by: User, reason: str) -> None:
        """Give the plan up: nothing of it is done."""


@tracked()
class DistrictTransfer(models.Model):
    """To which authority a district goes: the scope of each succession."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "reorganisation", "district", "successor"})

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="districts"
    )
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="transfers")
    successor = models.ForeignKey(
        LocalAuthority, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "district"], name="placements_districttransfer_once"
            )
        ]
        triggers = [
            WrittenBySomebody(*permissions.PLANNERS),
            pgtrigger.Trigger(
                name="fixed_once_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_FIXED_ONCE_AGREED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district} to {self.successor or 'nobody yet'}"


@tracked()
class ChildTransfer(models.Model):
    """That a child went to another authority, with its placements and their pounds; for good."""

    PERSONAL = frozenset({"district", "successor"})
    NOT_PERSONAL = frozenset({"id", "reorganisation", "child", "contracts", "cost_a_year"})

    reorganisation = models.ForeignKey(
        Reorganisation, on_delete=models.PROTECT, related_name="children"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="transfers")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(LocalAuthority, on_delete=models.PROTECT, related_name="+")
    contracts = models.PositiveSmallIntegerField()
    cost_a_year = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reorganisation", "child"], name="placements_childtransfer_once"
            )
        ]
        triggers = [
            WrittenByTheHub(),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="with_its_plan",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=_WITH_ITS_PLAN,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} to {self.successor}"

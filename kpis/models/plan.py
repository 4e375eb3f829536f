"""Improvement plans: what a school does to get better, by whom, by when, and how that goes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from kpis import permissions
from kpis.models.consequence import Consequence
from kpis.models.written import COMMISSIONING
from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.files.models import StoredFile
from providers.models import School

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from kpis.models.plan_evidence import PlanEvidence


@coloured(open="green", closed="grey")
class PlanStatus(models.TextChoices):
    """Whether a plan is worked on."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class ImprovementPlanQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(school__in=School.objects.visible_to(user))

    def open(self) -> Self:
        return self.filter(closed_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-opened_at", "-pk")


@tracked()
class ImprovementPlan(models.Model):
    """The plan that a consequence led to. It is closed once enough periods were good."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="improvement_plans")
    consequence = models.OneToOneField(Consequence, on_delete=models.PROTECT, related_name="plan")
    opened_on = models.DateField()
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    closing_note = models.TextField(blank=True)

    objects = ImprovementPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            set_together("closed_at", "closed_by"),
            models.CheckConstraint(
                name="kpis_improvementplan_closed_with_a_note",
                condition=Q(closed_at=None, closing_note="")
                | (Q(closed_at__isnull=False) & ~Q(closing_note="")),
            ),
        ]
        triggers = [
            WrittenBySomebody(
                *COMMISSIONING,
                opened_by=("school", "consequence", "opened_on"),
                closed_by=("closed_at", "closing_note"),
            )
        ]

    def __str__(self) -> str:
        return f"improvement plan of {self.school}"

    # Questions

    @property
    def status(self) -> PlanStatus:
        return PlanStatus.CLOSED if self.closed_at else PlanStatus.OPEN

    def digest(self) -> str:
        """What tells one state of a plan from another: its actions and reviews."""
        return digest_of(self.pk, self.actions.order_by("pk"), self.reviews.order_by("pk"))

    # Verbs

    @transaction.atomic
    def add_action(self, *, by: User, words: str, owner: str, due_on: datetime.date) -> PlanAction:
        """Agree on something to do, by whom and by when."""
        self._hold(by)
        found = self.actions.create(words=words, owner=owner, due_on=due_on)
        AuditEvent.record("add_action", self, by=by, words=words, owner=owner, due_on=due_on)
        return found

    @transaction.atomic
    def complete_action(self, action: PlanAction, *, by: User, evidence: str) -> None:
        """Say that something was done, and what shows it."""
        self._hold(by)
        action.refresh_from_db()
        stop_if(permissions.why_not_complete_action(action))
        action.done_on, action.evidence = timezone.localdate(), evidence
        action.save()
        AuditEvent.record("complete_action", self, by=by, evidence=evidence)

    @transaction.atomic
    def add_evidence(self, action: PlanAction, file: UploadedFile, *, by: User) -> PlanEvidence:
        """Add a file that shows how an action goes. The worker has it checked."""
        self._lock()
        stop_if(permissions.why_not_add_plan_evidence(by, self))
        stored = StoredFile.take_in(file, by=by, on_ledger=False)
        AuditEvent.record("add_plan_evidence", self, by=by, sha256=stored.sha256)
        return action.files.create(file=stored, added_by=by)

    @transaction.atomic
    def review(self, *, by: User, words: str, next_on: datetime.date | None = None) -> PlanReview:
        """Note how it goes, and when it is looked at next."""
        self._hold(by)
        found = self.reviews.create(words=words, next_on=next_on, reviewed_by=by)
        AuditEvent.record("review", self, by=by, words=words)
        return found

    @transaction.atomic
    def close(self, *, by: User, seen: str, note: str, is_good: Callable[[Self], bool]) -> None:
        """End it, once enough periods were good; ``is_good`` looks at them under the lock."""
        self._hold(by)
        stop_if(permissions.why_not_close_plan(is_good=is_good(self)))
        stop_if_changed("This plan", seen=seen, now=self.digest())
        self.closed_at, self.closed_by, self.closing_note = database_now(), by, note
        self.save()
        AuditEvent.record("close_plan", self, by=by, note=note)

    def _lock(self) -> None:
        rows = type(self)._base_manager.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)

    def _hold(self, by: User) -> None:
        self._lock()
        stop_if(permissions.why_not_change_plan(by, self))


@tracked()
class PlanAction(models.Model):
    """Something that somebody does by a day."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.PROTECT, related_name="actions")
    words = models.TextField()
    owner = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="kpis_planaction_has_words_and_owner", condition=~Q(words="") & ~Q(owner="")
            ),
            models.CheckConstraint(
                name="kpis_planaction_done_with_its_evidence",
                condition=Q(done_on=None, evidence="")
                | (Q(done_on__isnull=False) & ~Q(evidence="")),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING)]

    def __str__(self) -> str:
        return f"action of the {self.plan}"


@tracked()
class PlanReview(models.Model):
    """How a plan went when somebody looked at it."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.PROTECT, related_name="reviews")
    words = models.TextField()
    next_on = models.DateField(null=True)
    reviewed_at = models.DateTimeField(auto_now_add=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="kpis_planreview_has_words", condition=~Q(words=""))
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, reviewed_by=("plan", "words", "next_on"))]

    def __str__(self) -> str:
        return f"review of the {self.plan}"

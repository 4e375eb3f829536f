"""Impact assessments of a decision: on equality, and on data protection."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q

from contracts.arrangements import permissions
from contracts.arrangements.models.decision import Decision
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.files.models import StoredFile


class AssessmentKind(models.TextChoices):
    """On what."""

    EQUALITY = "equality", "Equality"
    DATA_PROTECTION = "data_protection", "Data protection"


@coloured(not_needed="grey", begun="light-blue", completed="green")
class AssessmentState(models.TextChoices):
    """How far it is."""

    NOT_NEEDED = "not_needed", "Not needed"
    BEGUN = "begun", "Begun"
    COMPLETED = "completed", "Completed"


class ImpactAssessmentQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who reads the register of decisions."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def in_order(self) -> Self:
        return self.order_by("decision", "kind")


@tracked()
class ImpactAssessment(models.Model):
    """One of a kind for each decision: its state, who keeps it, when it is reviewed, and the file.

    A file that was attached stays until another takes its place; the history has both.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="assessments")
    kind = models.CharField(max_length=20, choices=AssessmentKind)
    state = models.CharField(max_length=12, choices=AssessmentState)
    owner = models.CharField(max_length=200)
    review_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ImpactAssessmentQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("kind", AssessmentKind),
            one_of("state", AssessmentState),
            models.UniqueConstraint(
                fields=["decision", "kind"], name="contracts_impactassessment_one_of_a_kind"
            ),
            models.CheckConstraint(
                name="contracts_impactassessment_has_its_owner", condition=~Q(owner="")
            ),
            models.CheckConstraint(
                name="contracts_impactassessment_reviewed_or_not_needed",
                condition=Q(state="not_needed") & ~Q(note="")
                | ~Q(state="not_needed") & Q(review_on__isnull=False),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, recorded_by=())]

    def __str__(self) -> str:
        return f"{self.get_kind_display().lower()} impact assessment of {self.decision}"

    # Verbs

    @classmethod
    @transaction.atomic
    def keep(
        cls, decision: Decision, kind: str, *, by: User, file: StoredFile | None, **facts: Any
    ) -> Self:
        """Record how far it is; a new file takes the place of the one before."""
        stop_if(permissions.why_not_assess(by))
        Decision.objects.select_for_update(of=("self",), no_key=True).get(pk=decision.pk)
        found = cls.objects.filter(decision=decision, kind=kind).first()
        found = found or cls(decision=decision, kind=kind)
        for name, value in facts.items():
            setattr(found, name, value)
        found.file, found.recorded_by = file or found.file, by
        found.save()
        given = {"state": found.state, "owner": found.owner, "review_on": found.review_on}
        AuditEvent.record("assess", decision, by=by, kind=kind, **given)
        return found

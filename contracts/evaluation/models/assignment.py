"""Assignments: which evaluators, two or three, score which question of an application."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from contracts.applications.models.application import Application
from contracts.applications.status import Status
from contracts.arrangements.models.scheme import Question
from contracts.evaluation import permissions
from contracts.evaluation.kinds import MOST
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked
from nmiss.base.core.letterbox import tell
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent

_RULES_OF_ASSIGNMENT = f"""
    IF NEW.released_at IS NOT NULL THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM contracts_conflictdeclaration
               WHERE application_id = NEW.application_id AND person_id = NEW.evaluator_id
                 AND has_conflict) THEN
        RAISE EXCEPTION 'Nobody with a conflict scores an application.';
    END IF;
    IF {MOST} <= (SELECT count(*) FROM contracts_assignment
                  WHERE application_id = NEW.application_id AND question_id = NEW.question_id
                    AND released_at IS NULL AND id IS DISTINCT FROM NEW.id) THEN
        RAISE EXCEPTION 'No more than {MOST} evaluators score a question.';
    END IF;
    IF 'evaluated' IS DISTINCT FROM
        (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN
        RAISE EXCEPTION 'Evaluators are assigned while an application is evaluated.';
    END IF;
    RETURN NEW;
"""


class AssignmentQuerySet(models.QuerySet):
    def current(self) -> Self:
        return self.filter(released_at=None)

    def of(self, person: User) -> Self:
        return self.current().filter(evaluator=person)

    def being_evaluated(self) -> Self:
        return self.filter(application__status=Status.EVALUATED)

    def on(self, question: Question) -> Self:
        return self.filter(question=question)

    def with_scored(self) -> Self:
        """Each with whether its evaluator has scored: ``has_scored``."""
        scored = Assignment.objects.filter(pk=OuterRef("pk"), scores__isnull=False)
        return self.annotate(has_scored=Exists(scored))

    def with_moderated(self) -> Self:
        """Each with whether the score was agreed: ``is_moderated``."""
        agreed = Application.objects.filter(
            pk=OuterRef("application"),
            moderated_scores__question=OuterRef("question"),
            moderated_scores__superseded_at=None,
        )
        return self.annotate(is_moderated=Exists(agreed))

    def owed(self) -> Self:
        """Those whose evaluator is to score still."""
        owed = self.current().with_scored().with_moderated()
        return owed.filter(
            has_scored=False, is_moderated=False, application__status=Status.EVALUATED
        )

    def with_deadlines(self) -> Self:
        """With what says by when the application is to be decided."""
        parts = ("vehicle", "round", "prolongation")
        return self.select_related("evaluator", *(f"application__{part}" for part in parts))

    def in_order(self) -> Self:
        return self.order_by("application__received_at", "application", "question__number", "pk")


@tracked()
class Assignment(models.Model):
    """An evaluator is to score a question of an application. Released where another takes over."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="assignments"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="assignments")
    evaluator = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    assigned_at = models.DateTimeField(default=timezone.now, editable=False)
    released_at = models.DateTimeField(null=True, editable=False)
    nudged_at = models.DateTimeField(null=True, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question", "evaluator"], name="contracts_assignment_once"
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="by_the_rules",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_RULES_OF_ASSIGNMENT,
            ),
            pgtrigger.ReadOnly(
                name="of_whom_it_was", fields=["application", "question", "evaluator"]
            ),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            WrittenBySomebody(Role.OFFICER, Role.MANAGER),
        ]

    def __str__(self) -> str:
        return f"{self.evaluator} scores question {self.question.number} of {self.application}"

    # Verbs

    @transaction.atomic
    def replace(self, *, by: User, evaluator: User, reason: str) -> Self:
        """Have another score instead. What was scored is kept, and counts no more."""
        self.application.lock()
        self.refresh_from_db(fields=["released_at"])
        stop_if(permissions.why_not_replace(by, self))
        stop_if(permissions.why_not_take_over(evaluator, self))
        self.released_at = timezone.now()
        self.save(update_fields=["released_at"])
        other = Assignment.objects.create(
            application=self.application, question=self.question, evaluator=evaluator
        )
        AuditEvent.record(
            "replace",
            self.application,
            by=by,
            question=self.question.number,
            released=self.evaluator.on_record,
            assigned=evaluator.on_record,
            reason=reason,
        )
        if evaluator != by:
            tell([evaluator], "contracts/evaluation/assigned", count=1)
        return other

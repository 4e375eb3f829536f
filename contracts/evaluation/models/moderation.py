"""Moderation: what the evaluators of a question agreed, led by a chair. Never an average."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from contracts.applications.models.application import Application
from contracts.arrangements.models.scheme import Question
from contracts.evaluation import permissions
from contracts.evaluation.models.evaluation import StandingManager
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson


class ModeratedScore(models.Model):
    """The score of a question that the evaluators agreed, never an average by itself.

    ``chair`` led the meeting; ``present`` names who was there. Kept for good: one that was agreed
    anew takes the place of the one before, which stays with the instant of that.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="moderated_scores"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    score = models.DecimalField(max_digits=4, decimal_places=2)
    reason = models.TextField()
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    present = ArrayField(models.CharField(max_length=200))
    agreed_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    superseded_at = models.DateTimeField(null=True, editable=False)

    kept = models.Manager()
    objects = StandingManager()

    class Meta:
        default_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"],
                condition=Q(superseded_at=None),
                name="contracts_moderatedscore_once",
            ),
            models.CheckConstraint(
                name="contracts_moderatedscore_has_its_reason", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="contracts_moderatedscore_not_below_nought", condition=Q(score__gte=0)
            ),
        ]
        triggers = [
            DatedByTheDatabase("agreed_at", "superseded_at"),
            DoneInPerson(chair=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="superseded_once",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                    IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'
                        OR OLD.superseded_at IS NOT NULL
                        OR 'evaluated' <> (SELECT status FROM contracts_application
                                           WHERE id = OLD.application_id) THEN
                        RAISE EXCEPTION 'An agreed score stays; another may take its place.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="after_two_scores",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application p
                        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id
                        JOIN contracts_conflictdeclaration c
                          ON c.application_id = p.id AND c.person_id = NEW.chair_id
                         AND NOT c.has_conflict
                        WHERE p.id = NEW.application_id AND p.status = 'evaluated'
                          AND NEW.score <= s.scale
                    ) THEN
                        RAISE EXCEPTION 'The chair has no conflict; the score is in the scale.';
                    END IF;
                    IF 2 > (
                        SELECT count(DISTINCT a.evaluator_id) FROM contracts_assignment a
                        JOIN contracts_score s ON s.assignment_id = a.id
                        WHERE a.application_id = NEW.application_id
                          AND a.question_id = NEW.question_id AND a.released_at IS NULL
                    ) OR EXISTS (
                        SELECT 1 FROM contracts_assignment a
                        WHERE a.application_id = NEW.application_id
                          AND a.question_id = NEW.question_id AND a.released_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM contracts_score s
                                          WHERE s.assignment_id = a.id)
                    ) THEN
                        RAISE EXCEPTION 'Two evaluators and all who are assigned score first.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"agreed score {self.pk}"

    # Verbs

    @classmethod
    @in_person
    def agree(
        cls,
        application: Application,
        question: Question,
        *,
        by: User,
        score: Decimal,
        reason: str,
        present: Sequence[str],
    ) -> Self:
        """Write down, as the chair, what the evaluators agreed, and why."""
        application.lock()
        stop_if(permissions.why_not_moderate(by, application, question))
        stop_if(permissions.why_not_this_score(application.scheme, score, reason))
        stop_if(permissions.why_not_agree(application, question, present))
        earlier = application.moderated_scores.filter(question=question)
        earlier.update(superseded_at=database_now())
        agreed = cls.objects.create(
            application=application,
            question=question,
            score=score,
            reason=reason,
            chair=by,
            present=list(present),
        )
        AuditEvent.record("moderate", application, by=by, question=question.number)
        return agreed

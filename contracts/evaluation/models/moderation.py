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

from contracts.applications.models import HasConflict
from contracts.applications.models.application import Application
from contracts.applications.models.status import Status
from contracts.arrangements.models.scheme import Question
from contracts.evaluation.models.assignment import FEWEST, have_all_scored
from contracts.evaluation.models.evaluation import StandingManager
from nmiss.base.accounts.models import User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow, database_now
from nmiss.base.core.lifecycle import NotAllowedNow
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
        """Write down, as the chair, what the evaluators agreed, and why.

        Raises NotAllowedNow where somebody owes a score, the one that was agreed stands or its
        evaluators were not there, HasConflict where the chair has not declared to have none.
        """
        application.lock()
        if not application.conflicts.of(by).clear().exists():
            raise HasConflict("Declare first that you have no conflict with this applicant.")
        if not is_to_agree(application, question):
            raise NotAllowedNow("The score of this question was agreed already.")
        if application.status != Status.EVALUATED or not have_all_scored(application, question):
            raise NotAllowedNow("A score is agreed once all its evaluators, two at least, scored.")
        if not 0 <= score <= application.scheme.scale:
            raise NotAllowedNow(f"A score is from 0 to {application.scheme.scale}.")
        if len(reason) < application.scheme.shortest_rationale:
            least = application.scheme.shortest_rationale
            raise NotAllowedNow(f"Reasons have at least {least} characters.")
        _see_that_they_were_there(application, question, present)
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


def able_to_agree(application: Application, question: Question) -> list[User]:
    """The evaluators of a question who have no conflict with the applicant."""
    conflicts = application.conflicts.stands_in_the_way().values("person")
    current = application.assignments.current().on(question).exclude(evaluator__in=conflicts)
    return [each.evaluator for each in current.select_related("evaluator").order_by("pk")]


def _see_that_they_were_there(
    application: Application, question: Question, present: Sequence[str]
) -> None:
    """Two evaluators of the question agree; fewer only where a late conflict left no more."""
    able = [str(person) for person in able_to_agree(application, question)]
    were_there = [name for name in able if name in present]
    if len(were_there) < min(FEWEST, len(able)) or len(present) < FEWEST:
        raise NotAllowedNow("Two evaluators of the question at least agree its score together.")


def is_to_agree(application: Application, question: Question) -> bool:
    """Whether a score of the question is to be agreed: none was, or it has come back.

    It comes back with a recommendation that was sent back since, and where somebody who took
    part in it declared a conflict since.
    """
    agreed = application.moderated_scores.filter(question=question).first()
    if agreed is None:
        return True
    sent_back = application.recommendations.filter(sent_back_at__gt=agreed.agreed_at)
    return sent_back.exists() or any(score == agreed for score, _ in doubts(application))


def doubts(application: Application) -> list[tuple[ModeratedScore, User]]:
    """Agreed scores, each with who scored or chaired it and declared a conflict after that."""
    conflicts = list(application.conflicts.stands_in_the_way().in_order())
    if not conflicts:
        return []
    scored = set(application.assignments.values_list("question", "evaluator"))
    agreed = application.moderated_scores.select_related("question").order_by("question__number")
    return [
        (score, declaration.person)
        for declaration in conflicts
        for score in agreed
        if score.agreed_at < declaration.declared_at
        and (
            score.chair_id == declaration.person_id
            or (score.question_id, declaration.person_id) in scored
        )
    ]

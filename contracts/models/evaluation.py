"""Evaluating: conflicts, opening by two, findings, blind scores, and what was agreed of them."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from contracts.models.application import OPENERS, Application
from contracts.models.scheme import Question
from nmiss.accounts.models import User
from nmiss.core.constraints import one_of
from nmiss.core.history import tracked
from nmiss.core.lifecycle import NotAllowedNow
from nmiss.core.models import AuditEvent


class HasConflict(Exception):
    """Who declared a conflict with the applicant, or declared nothing yet, stays out."""


class ConflictDeclarationQuerySet(models.QuerySet):
    def stands_in_the_way(self) -> Self:
        return self.filter(has_conflict=True)


@tracked()
class ConflictDeclaration(models.Model):
    """What an officer or evaluator says of an interest in an applicant, before opening it."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="conflicts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    has_conflict = models.BooleanField()
    details = models.TextField(blank=True)
    declared_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ConflictDeclarationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "person"], name="contracts_conflictdeclaration_once"
            ),
            models.CheckConstraint(
                name="contracts_conflictdeclaration_says_which",
                condition=Q(has_conflict=False) | ~Q(details=""),
            ),
        ]

    def __str__(self) -> str:
        return f"declaration of {self.person} on {self.application}"

    # Verbs

    @classmethod
    @transaction.atomic
    def declare(
        cls, application: Application, *, by: User, has_conflict: bool, details: str = ""
    ) -> Self:
        """Say whether there is a conflict. One that was declared is never taken back."""
        found = cls.objects.filter(application=application, person=by).first()
        if found and found.has_conflict and not has_conflict:
            raise NotAllowedNow("A conflict that was declared stands. Ask a manager.")
        declaration, _ = cls.objects.update_or_create(
            application=application,
            person=by,
            defaults={
                "has_conflict": has_conflict,
                "details": details,
                "declared_at": timezone.now(),
            },
        )
        AuditEvent.record("declare_interest", application, by=by, has_conflict=has_conflict)
        return declaration


@tracked()
class Opening(models.Model):
    """An officer's part in opening an application: it takes two."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="openings")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "officer"], name="contracts_opening_once"
            )
        ]
        triggers = [
            pgtrigger.Trigger(
                name="without_a_conflict",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                                   WHERE application_id = NEW.application_id
                                     AND person_id = NEW.officer_id AND NOT has_conflict) THEN
                        RAISE EXCEPTION 'Who opens an application has declared no conflict first.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.officer} opens {self.application}"

    # Verbs

    @classmethod
    @transaction.atomic
    def add(cls, application: Application, *, by: User) -> None:
        """Open it, as the first or the second of two officers without a conflict.

        Raises NotAllowedNow before its time, HasConflict where none or a conflict is declared.
        """
        application.lock()
        if not application.may_be_opened:
            raise NotAllowedNow(f"{application} cannot be opened before its round has closed.")
        if not application.conflicts.filter(person=by, has_conflict=False).exists():
            raise HasConflict("Declare first that you have no conflict with this applicant.")
        if application.openings.filter(officer=by).exists():
            raise NotAllowedNow("You have opened it already. It takes another officer, too.")
        cls.objects.create(application=application, officer=by)
        AuditEvent.record("take_part_in_opening", application, by=by)
        if application.openings.count() >= OPENERS:
            application.open(by=by)


class FindingKind(models.TextChoices):
    """What is checked of an application, pass or fail, and when."""

    COMPLETENESS = "completeness", "Complete"
    EXCLUSION = "exclusion", "Exclusion grounds"
    SELECTION = "selection", "Selection questions"
    DEBARMENT = "debarment", "Debarment list"
    REGISTER = "register", "Status in GIAS"
    INSPECTION = "inspection", "Last inspection"
    ACCOUNTS = "accounts", "Accounts"
    INSURANCE = "insurance", "Insurance"

    @classmethod
    def before_scoring(cls) -> tuple[FindingKind, ...]:
        return cls.COMPLETENESS, cls.EXCLUSION, cls.SELECTION

    @classmethod
    def due_diligence(cls) -> tuple[FindingKind, ...]:
        return cls.DEBARMENT, cls.REGISTER, cls.INSPECTION, cls.ACCOUNTS, cls.INSURANCE


@tracked()
class Finding(models.Model):
    """A check of an application with its reason: passed or not."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind)
    passed = models.BooleanField()
    reason = models.TextField()
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    found_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            one_of("kind", FindingKind),
            models.UniqueConstraint(fields=["application", "kind"], name="contracts_finding_once"),
            models.CheckConstraint(
                name="contracts_finding_has_its_reason", condition=~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.application}"


class AssignmentQuerySet(models.QuerySet):
    def current(self) -> Self:
        return self.filter(released_at=None)

    def of(self, person: User) -> Self:
        return self.current().filter(evaluator=person)


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

    def __str__(self) -> str:
        return f"{self.evaluator} scores question {self.question.number} of {self.application}"


class Score(models.Model):
    """A score that an evaluator gave, with its reasons. Kept for good; the newest counts."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="scores")
    score = models.DecimalField(max_digits=4, decimal_places=2)
    rationale = models.TextField()
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_score_not_below_nought", condition=Q(score__gte=0)
            )
        ]
        indexes = [models.Index(fields=["assignment", "-id"], name="contracts_score_newest")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="by_the_rules",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_assignment a
                        JOIN contracts_application p ON p.id = a.application_id
                        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id
                        JOIN contracts_conflictdeclaration c
                          ON c.application_id = p.id AND c.person_id = a.evaluator_id
                         AND NOT c.has_conflict
                        WHERE a.id = NEW.assignment_id AND a.released_at IS NULL
                          AND p.status = 'evaluated' AND NEW.score <= s.scale
                          AND length(NEW.rationale) >= s.shortest_rationale
                    ) THEN
                        RAISE EXCEPTION 'A score is not by the rules.'
                            USING HINT = 'No conflict, in the scale, with reasons.';
                    END IF;
                    IF EXISTS (
                        SELECT 1 FROM contracts_moderatedscore m
                        JOIN contracts_assignment a ON a.id = NEW.assignment_id
                        WHERE m.application_id = a.application_id
                          AND m.question_id = a.question_id
                    ) THEN
                        RAISE EXCEPTION 'Scores stand once they have been moderated.';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"score {self.pk}"


class ModeratedScore(models.Model):
    """The score of a question that the evaluators agreed, never an average by itself.

    ``chair`` led the meeting; ``present`` names who was there. Kept for good.
    """

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="moderated_scores"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    score = models.DecimalField(max_digits=4, decimal_places=2)
    reason = models.TextField()
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    present = ArrayField(models.CharField(max_length=200))
    agreed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"], name="contracts_moderatedscore_once"
            ),
            models.CheckConstraint(
                name="contracts_moderatedscore_has_its_reason", condition=~Q(reason="")
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="after_two_scores",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func="""
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

"""Scores: given by each evaluator with reasons, blind to one another, and kept for good."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

import pgtrigger
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from contracts.applications.models import ConflictDeclaration
from contracts.applications.models.application import Application
from contracts.arrangements.models.scheme import Question
from contracts.evaluation import permissions
from contracts.evaluation.kinds import FEWEST
from contracts.evaluation.models.assignment import Assignment
from nmiss.base.accounts.models import Role, User
from nmiss.base.core.acting import in_person
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.triggers import DatedByTheDatabase

# The lock that a verb takes on the application keeps two last scores from crossing.
_RULES_OF_SCORES = f"""
    IF public.nmiss_acting_person() IS DISTINCT FROM
        (SELECT evaluator_id FROM contracts_assignment WHERE id = NEW.assignment_id) THEN
        RAISE EXCEPTION 'Whoever is assigned scores in person.';
    END IF;
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
    IF 3 > (
        SELECT count(*) FROM contracts_finding f
        JOIN contracts_assignment a ON a.id = NEW.assignment_id
        WHERE f.application_id = a.application_id AND f.passed AND f.superseded_at IS NULL
          AND f.kind IN ('completeness', 'exclusion', 'selection')
    ) THEN
        RAISE EXCEPTION 'What was not found complete and eligible is not scored.';
    END IF;
    IF EXISTS (
        SELECT 1 FROM contracts_moderatedscore m
        JOIN contracts_assignment a ON a.id = NEW.assignment_id
        WHERE m.application_id = a.application_id
          AND m.question_id = a.question_id
    ) OR {FEWEST} <= (
        SELECT CASE WHEN bool_and(
            EXISTS (SELECT 1 FROM contracts_score s WHERE s.assignment_id = b.id)
        ) THEN count(*) ELSE 0 END
        FROM contracts_assignment a JOIN contracts_assignment b
          ON b.application_id = a.application_id AND b.question_id = a.question_id
         AND b.released_at IS NULL
        WHERE a.id = NEW.assignment_id
    ) THEN
        RAISE EXCEPTION 'Scores stand once all have scored.';
    END IF;
    RETURN NEW;
"""


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """One's own; another's once all who are assigned, two at least, have scored.

        Nobody has more than that, managers and auditors included, and who has a conflict with
        the applicant has nothing. Commissioning declares to have none first; auditors decide
        nothing, so they need not.
        """
        if user.role not in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            return self.none()
        if user.role == Role.AUDITOR:
            return self.known()
        declared = ConflictDeclaration.objects.of(user).clear()
        return self.filter(
            Q(assignment__evaluator=user) | Q(pk__in=Score.objects.known()),
            Exists(declared.filter(application=OuterRef("assignment__application"))),
        )

    def known(self) -> Self:
        """Those of questions that are blind no more."""
        current = (
            Assignment.objects.current()
            .filter(
                application=OuterRef("assignment__application"),
                question=OuterRef("assignment__question"),
            )
            .with_scored()
        )
        enough = current.values("question").annotate(count=Count("pk")).filter(count__gte=FEWEST)
        return self.filter(Exists(enough) & ~Exists(current.filter(has_scored=False)))

    def newest(self) -> Self:
        """The one of each assignment that counts."""
        newer = Score.objects.filter(assignment=OuterRef("assignment"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(newer))

    def counting(self) -> Self:
        """Of each assignment that was not released, the newest."""
        return self.newest().filter(assignment__released_at=None)

    def of_question(self, application: Application, question: Question) -> Self:
        found = self.filter(assignment__application=application, assignment__question=question)
        return found.select_related("assignment__evaluator").order_by("pk")


class Score(models.Model):
    """A score that an evaluator gave, with its reasons. Kept for good; the newest counts.

    It can be given anew until all who are assigned have scored: from then on they see one
    another's, and what an evaluator thinks better of is said in the moderation.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="scores")
    score = models.DecimalField(max_digits=4, decimal_places=2)
    rationale = models.TextField()
    given_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = ScoreQuerySet.as_manager()

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
                func=_RULES_OF_SCORES,
            ),
            DatedByTheDatabase("given_at"),
        ]

    def __str__(self) -> str:
        return f"score {self.pk}"

    # Verbs

    @classmethod
    @in_person
    def give(cls, assignment: Assignment, *, by: User, score: Decimal, rationale: str) -> Self:
        """Score a question as one of its evaluators. The ledger says that, and not how many."""
        application = assignment.application
        application.lock()
        assignment.refresh_from_db(fields=["released_at"])
        stop_if(permissions.why_not_score(by, assignment))
        stop_if(permissions.why_not_this_score(application.scheme, score, rationale))
        given = cls.objects.create(assignment=assignment, score=score, rationale=rationale)
        AuditEvent.record("score", application, by=by, question=assignment.question.number)
        return given

"""Evaluation schemes: by what an application is judged. One that was published is never edited.

"Reset … cannot be achieved under current arrangements" (25/00007, 3.10): criteria do not change
while a vehicle lasts, so a scheme can only be succeeded by another version.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q, Sum

from contracts.arrangements import permissions
from contracts.arrangements.models.judgement import Judgement
from contracts.arrangements.models.vehicle import Lot, Vehicle
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.as_read import digest_of, stop_if_changed
from nmiss.base.core.clock import database_now
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours

WHOLE = 100

_FROZEN = """
    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme
               WHERE id = {scheme} AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""


def frozen(scheme: str) -> pgtrigger.Trigger:
    """What keeps a row of a published scheme as it is; ``scheme`` is SQL for its number."""
    return pgtrigger.Trigger(
        name="frozen_once_published",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=_FROZEN.format(scheme=scheme),
    )


colours({"published": "green", "succeeded": "grey"})


class EvaluationSchemeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Drafts and thresholds are read by commissioning and auditors on the council's pages."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def published(self) -> Self:
        return self.exclude(published_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-version")

    def whole(self) -> Self:
        """With everything that judging needs, in a fixed number of queries."""
        return self.prefetch_related("questions__minimums", "thresholds__lot")


@tracked()
class EvaluationScheme(models.Model):
    """A version of the sections, questions, weights and thresholds of a vehicle's lots.

    All lots share the questions, so that an application is answered and scored once; each lot
    has its own thresholds. Scores run from 0 to ``scale``; the weights add up to 100.
    """

    vehicle = models.ForeignKey(Vehicle, on_delete=models.PROTECT, related_name="schemes")
    version = models.PositiveSmallIntegerField()
    scale = models.PositiveSmallIntegerField(default=10)
    shortest_rationale = models.PositiveSmallIntegerField(default=40)
    published_at = models.DateTimeField(null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = EvaluationSchemeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vehicle", "version"], name="contracts_evaluationscheme_version_once"
            ),
            models.UniqueConstraint(
                fields=["vehicle"],
                condition=Q(published_at=None),
                name="contracts_evaluationscheme_one_draft",
            ),
            models.CheckConstraint(
                name="contracts_evaluationscheme_scale_above_nought", condition=Q(scale__gt=0)
            ),
            set_together("published_at", "published_by"),
        ]
        triggers = [
            WrittenBySomebody(*permissions.COMMISSIONING, published_by=("published_at",)),
            pgtrigger.Trigger(
                name="whole_when_published",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func=f"""
                    IF OLD.published_at IS NOT NULL THEN
                        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
                    END IF;
                    IF NEW.published_at IS NOT NULL AND {WHOLE} IS DISTINCT FROM
                        (SELECT sum(weight) FROM contracts_question WHERE scheme_id = NEW.id) THEN
                        RAISE EXCEPTION 'The weights of a scheme add up to 100.';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="kept_once_published",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"evaluation scheme {self.version} of {self.vehicle}"

    # Questions

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def weight(self) -> Decimal:
        """What the weights add up to."""
        return self.questions.aggregate(sum=Sum("weight"))["sum"] or Decimal(0)

    def missing(self) -> list[str]:
        """What stands in the way of publishing it."""
        missing = []
        if (weight := self.weight()) != WHOLE:
            missing.append(
                f"The weights add up to {weight.normalize():f}. Change them so that they add up "
                f"to {WHOLE}."
            )
        without = self.vehicle.lots.exclude(thresholds__scheme=self).order_by("number")
        missing += [f"Give {lot} its thresholds." for lot in without]
        return missing

    def judge(self, scores: Mapping[int, Decimal], lot: Lot) -> Judgement:
        """Judge scores, by question number, against the thresholds of a lot.

        Weighted score = score / scale × weight. Exactly on a line passes, and nothing is rounded
        before it is compared.
        """
        threshold = next(each for each in self.thresholds.all() if each.lot_id == lot.pk)
        parts, short = [], []
        for question in sorted(self.questions.all(), key=lambda each: each.number):
            score = scores[question.number]
            parts.append(Fraction(score) / self.scale * Fraction(question.weight))
            minimum = threshold.minimum_of(question)
            if minimum is not None and score < minimum:
                short.append(question.number)
        return Judgement(lot, sum(parts, Fraction(0)), threshold.total_minimum, tuple(short))

    def digest(self) -> str:
        """What tells one state of a draft from another: its questions, weights and thresholds."""
        questions, thresholds = self.questions.order_by("pk"), self.thresholds.order_by("pk")
        least = questions.order_by("pk", "minimums__pk")
        minimums = least.values_list("pk", "minimums__threshold", "minimums__minimum")
        return digest_of(self.scale, self.shortest_rationale, questions, thresholds, minimums)

    # Verbs

    @transaction.atomic
    def publish(self, *, by: User, seen: str) -> None:
        """Put it in force as it was read (``seen`` is that digest), and freeze it for good."""
        rows = type(self).objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        stop_if(permissions.why_not_publish(by, self))
        stop_if(permissions.why_not_publish_as_it_is(self))
        stop_if_changed(f"Version {self.version}", seen=seen, now=self.digest())
        self.published_at, self.published_by = database_now(), by
        self.save(update_fields=["published_at", "published_by"])
        AuditEvent.record("publish", self, by=by, version=self.version)

    @transaction.atomic
    def succeed(self, *, by: User) -> EvaluationScheme:
        """Begin the next version as a copy of this one, to be changed and published."""
        stop_if(permissions.why_not_succeed(by, self))
        scheme = EvaluationScheme.objects.create(
            vehicle=self.vehicle,
            version=self.version + 1,
            scale=self.scale,
            shortest_rationale=self.shortest_rationale,
        )
        copies = {}
        for question in self.questions.all():
            copies[question.pk] = scheme.questions.create(
                **{name: getattr(question, name) for name in Question.COPIED}
            )
        for threshold in self.thresholds.select_related("lot").prefetch_related("minimums"):
            copy = scheme.thresholds.create(
                lot=threshold.lot, total_minimum=threshold.total_minimum
            )
            for minimum in threshold.minimums.all():
                copy.minimums.create(question=copies[minimum.question_id], minimum=minimum.minimum)
        AuditEvent.record("succeed", self, by=by, version=scheme.version)
        return scheme


class QuestionQuerySet(models.QuerySet):
    def in_order(self) -> Self:
        return self.order_by("number")


@tracked()
class Question(models.Model):
    """An award question. Its weight is its share of the 100."""

    COPIED = ("number", "section", "title", "text", "weight", "word_limit")

    scheme = models.ForeignKey(EvaluationScheme, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    section = models.CharField(max_length=100)
    title = models.CharField(max_length=200)
    text = models.TextField()
    weight = models.DecimalField(max_digits=5, decimal_places=2)
    word_limit = models.PositiveSmallIntegerField(
        default=500, validators=[MinValueValidator(1), MaxValueValidator(5000)]
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "number"], name="contracts_question_number_once"
            ),
            models.CheckConstraint(
                name="contracts_question_weight_is_a_share",
                condition=Q(weight__gt=0, weight__lte=WHOLE),
                violation_error_message="Enter a weight from 0.01 to 100.",
            ),
            models.CheckConstraint(
                name="contracts_question_can_be_answered",
                condition=Q(number__gte=1, word_limit__gte=1),
            ),
        ]
        triggers = [
            WrittenBySomebody(*permissions.COMMISSIONING),
            frozen("COALESCE(NEW.scheme_id, OLD.scheme_id)"),
        ]

    def __str__(self) -> str:
        return f"Question {self.number}: {self.title}"

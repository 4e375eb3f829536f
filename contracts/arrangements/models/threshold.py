"""Thresholds: what a lot asks of an application, in total and question by question."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q

from contracts.arrangements.models.scheme import WHOLE, EvaluationScheme, Question, frozen
from contracts.arrangements.models.vehicle import Lot
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked


@tracked()
class Threshold(models.Model):
    """What a lot asks: at least this total of 100, and at least the minimum of some questions."""

    scheme = models.ForeignKey(
        EvaluationScheme, on_delete=models.CASCADE, related_name="thresholds"
    )
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="thresholds")
    total_minimum = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "lot"], name="contracts_threshold_once"),
            models.CheckConstraint(
                name="contracts_threshold_total_is_of_100",
                condition=Q(total_minimum__gte=0, total_minimum__lte=WHOLE),
            ),
        ]
        triggers = [
            WrittenBySomebody(*COMMISSIONING),
            frozen("COALESCE(NEW.scheme_id, OLD.scheme_id)"),
        ]

    def __str__(self) -> str:
        return f"{self.lot}: at least {self.total_minimum} of {WHOLE}"

    # Questions

    def minimum_of(self, question: Question) -> Decimal | None:
        """The least score of a question in this lot; None where it has none."""
        own = [each for each in question.minimums.all() if each.threshold_id == self.pk]
        return own[0].minimum if own else None


@tracked()
class QuestionMinimum(models.Model):
    """The least score that a lot asks of one question, on the scheme's scale."""

    threshold = models.ForeignKey(Threshold, on_delete=models.CASCADE, related_name="minimums")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="minimums")
    minimum = models.DecimalField(max_digits=4, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["threshold", "question"], name="contracts_questionminimum_once"
            ),
            models.CheckConstraint(
                name="contracts_questionminimum_not_below_nought", condition=Q(minimum__gte=0)
            ),
        ]
        triggers = [
            WrittenBySomebody(*COMMISSIONING),
            frozen(
                "(SELECT scheme_id FROM contracts_threshold"
                " WHERE id = COALESCE(NEW.threshold_id, OLD.threshold_id))"
            ),
        ]

    def __str__(self) -> str:
        return f"at least {self.minimum} in question {self.question.number}"

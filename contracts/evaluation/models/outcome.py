"""What an application came to in each lot that it applied for."""

from __future__ import annotations

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import Q

from contracts.applications.models.application import Application
from contracts.arrangements.models.judgement import total_in_words
from contracts.arrangements.models.vehicle import Lot
from nmiss.base.core.history import tracked
from nmiss.base.files.models import StoredFile


class SealedReport(models.Model):
    """The evaluation report as it was at the approval, as a file that stays as it is."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="sealed_report"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"evaluation report of {self.application}"


# It is taken back where the recommendation is sent back: its application is being evaluated again.
_FROZEN = """
    IF public.nmiss_is_owner() THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' OR public.nmiss_acting_role() NOT IN ('officer', 'manager') THEN
        RAISE EXCEPTION 'An outcome is recommended in person, and is not changed.';
    END IF;
    IF TG_OP = 'INSERT' THEN RETURN NEW; END IF;
    IF (SELECT status FROM public.contracts_application WHERE id = OLD.application_id)
        NOT IN ('evaluated', 'recommended') THEN
        RAISE EXCEPTION 'An outcome that was approved stands.';
    END IF;
    RETURN OLD;
"""


@tracked()
class LotOutcome(models.Model):
    """What an application came to in a lot it applied for, frozen with the recommendation.

    ``total`` is of 100, to six places for display; ``passed`` was judged on the exact figure.
    """

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="lot_outcomes"
    )
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="+")
    total = models.DecimalField(max_digits=9, decimal_places=6)
    total_minimum = models.DecimalField(max_digits=5, decimal_places=2)
    short = models.JSONField(default=list)  # numbers of the questions below their minimum
    passed = models.BooleanField()
    awarded = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "lot"], name="contracts_lotoutcome_once"
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(awarded=True),
                name="contracts_lotoutcome_one_award",
            ),
            models.CheckConstraint(
                name="contracts_lotoutcome_awarded_only_if_passed",
                condition=Q(awarded=False) | Q(passed=True),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_with_the_recommendation",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_FROZEN,
            )
        ]

    def __str__(self) -> str:
        return f"{self.lot}: {self.total.quantize(Decimal('0.01'))}"

    @property
    def in_words(self) -> str:
        return total_in_words(self.total, self.total_minimum)

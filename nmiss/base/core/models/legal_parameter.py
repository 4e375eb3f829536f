"""The numbers that the law sets."""

from __future__ import annotations

import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.history import tracked


class LegalParameterQuerySet(models.QuerySet):
    def in_force(self, key: str, *, regime: str, on: datetime.date) -> LegalParameter | None:
        """The parameter of this key and regime on a day; None where the regime sets none."""
        return self.filter(
            Q(valid_to=None) | Q(valid_to__gte=on), key=key, regime=regime, valid_from__lte=on
        ).first()


@tracked()
class LegalParameter(models.Model):
    """A number that the law, or the practice we follow, sets: dated, with its source.

    ``unit`` says what the number counts. Both days count; the last may be unknown.
    """

    key = models.CharField(max_length=50)
    value = models.PositiveIntegerField()
    unit = models.CharField(max_length=30)
    regime = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    meaning = models.CharField(max_length=300)
    source = models.CharField(max_length=300)

    objects = LegalParameterQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("valid_from", "valid_to"),
            ExclusionConstraint(
                name="core_legalparameter_no_overlap",
                expressions=[
                    ("key", RangeOperators.EQUAL),
                    ("regime", RangeOperators.EQUAL),
                    (InclusiveDays("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key.replace('_', ' ')}: {self.value} {self.unit}"

"""Indicators: what is measured, how it is worked out, and when it is good enough."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kpis import formulae
from kpis.models.indicator_set import IndicatorSet, frozen_once_published
from kpis.models.written import COMMISSIONING
from kpis.periods import Frequency
from kpis.rating import Polarity
from nmiss.base.accounts.models import User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked

INPUT_NAME = r"^[a-z][a-z0-9_]*$"


class AnsweredBy(models.TextChoices):
    """Who answers for an indicator."""

    SCHOOL = "school", "The school"
    COUNCIL = "council", "The council"
    COMPUTED = "computed", "Worked out from our records"


class IndicatorQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(indicator_set__in=IndicatorSet.objects.visible_to(user))

    def in_order(self) -> Self:
        """As they stand in their file."""
        return self.order_by("position", "pk")


def _number(digits: int = 20, places: int = 8) -> models.DecimalField:
    return models.DecimalField(max_digits=digits, decimal_places=places, null=True, blank=True)


def _in_order(low: str, high: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"kpis_indicator_{low}_up_to_{high}",
        condition=Q(**{f"{low}__isnull": True})
        | Q(**{f"{high}__isnull": True})
        | Q(**{f"{low}__lte": F(high)}),
        violation_error_message=f"Enter a {high.replace('_', ' ')} above the lower one.",
    )


@tracked()
class Indicator(models.Model):
    """An indicator of one version; the same code in another version is its successor.

    Its inputs are the names in its ``formula``, and ``cohort``, the one that counts children: under
    the ``minimum`` of them nothing is rated. Without a formula the hub works it out by its code.
    One that is ``by_child`` has a section for each child, from which its inputs are counted.
    ``filed_for`` are the types of school whose figures come from a file and are not asked.
    """

    COPIED = (
        "position",
        "code",
        "name",
        "definition",
        "formula",
        "unit",
        "weight",
        "polarity",
        "target",
        "floor",
        "tolerance",
        "outer_tolerance",
        "frequency",
        "answered_by",
        "by_child",
        "filed_for",
        "cohort",
        "minimum",
        "is_rated",
        "evidence",
        "hard_min",
        "hard_max",
        "soft_min",
        "soft_max",
        "least_change",
    )

    indicator_set = models.ForeignKey(
        IndicatorSet, on_delete=models.CASCADE, related_name="indicators"
    )
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    definition = models.TextField(blank=True)
    formula = models.CharField(max_length=formulae.LONGEST, blank=True)
    unit = models.CharField(max_length=50)
    weight = models.DecimalField(max_digits=8, decimal_places=4, default=0)
    polarity = models.CharField(max_length=10, choices=Polarity)
    target = _number()
    floor = _number()
    tolerance = _number()
    outer_tolerance = _number()
    frequency = models.CharField(max_length=10, choices=Frequency)
    answered_by = models.CharField(max_length=10, choices=AnsweredBy)
    by_child = models.BooleanField(default=False)
    filed_for = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    cohort = models.CharField(max_length=50, blank=True)
    minimum = models.PositiveIntegerField(default=5)
    is_rated = models.BooleanField(default=True)
    evidence = models.TextField(blank=True)
    hard_min = _number()
    hard_max = _number()
    soft_min = _number()
    soft_max = _number()
    least_change = _number()

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("polarity", Polarity),
            one_of("frequency", Frequency),
            one_of("answered_by", AnsweredBy),
            models.UniqueConstraint(
                fields=["indicator_set", "code"],
                name="kpis_indicator_code_once",
                violation_error_message="Another indicator of this version has this code.",
            ),
            models.CheckConstraint(
                name="kpis_indicator_weight_is_not_negative", condition=Q(weight__gte=0)
            ),
            models.CheckConstraint(
                name="kpis_indicator_rated_has_a_target",
                condition=Q(is_rated=False) | Q(target__isnull=False),
                violation_error_message="Enter a target: an indicator that is rated has one.",
            ),
            models.CheckConstraint(
                name="kpis_indicator_near_has_tolerances_others_a_floor",
                condition=Q(polarity=Polarity.NEAR, floor=None)
                | ~Q(polarity=Polarity.NEAR) & Q(tolerance=None, outer_tolerance=None),
                violation_error_message=(
                    "Enter tolerances only near a target, and a floor only where it is not."
                ),
            ),
            models.CheckConstraint(
                name="kpis_indicator_floor_on_the_worse_side",
                condition=Q(floor=None)
                | Q(target=None)
                | Q(polarity=Polarity.HIGH, floor__lte=F("target"))
                | Q(polarity=Polarity.LOW, floor__gte=F("target"))
                | Q(polarity=Polarity.NEAR),
                violation_error_message="Enter a floor that is worse than the target.",
            ),
            models.CheckConstraint(
                name="kpis_indicator_tolerances_are_distances",
                condition=(Q(tolerance=None) | Q(tolerance__gte=0))
                & (Q(outer_tolerance=None) | Q(outer_tolerance__gte=0)),
            ),
            _in_order("tolerance", "outer_tolerance"),
            _in_order("hard_min", "hard_max"),
            _in_order("soft_min", "soft_max"),
            models.CheckConstraint(
                name="kpis_indicator_cohort_is_an_input",
                condition=Q(cohort="") | Q(cohort__regex=INPUT_NAME),
            ),
            models.CheckConstraint(
                name="kpis_indicator_by_child_is_answered_by_schools",
                condition=Q(by_child=False) | Q(answered_by=AnsweredBy.SCHOOL) & ~Q(formula=""),
                violation_error_message="Only a school answers child by child, for a formula.",
            ),
            models.CheckConstraint(
                name="kpis_indicator_least_change_is_not_negative",
                condition=Q(least_change=None) | Q(least_change__gte=0),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING), *frozen_once_published()]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    # Questions

    @property
    def inputs(self) -> tuple[str, ...]:
        """What has to be known of a school, in the order of the formula; the cohort last."""
        own = formulae.read(self.formula).inputs if self.formula else ()
        return own if not self.cohort or self.cohort in own else (*own, self.cohort)

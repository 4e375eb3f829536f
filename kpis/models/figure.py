"""Figures: what is told for one input, and the sections in which people save them."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kpis.models import written
from kpis.models.indicator import INPUT_NAME
from kpis.models.return_version import ReturnVersion, frozen_once_sealed
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import set_together
from nmiss.base.core.history import tracked
from nmiss.base.core.triggers import DatedByTheDatabase, DoneInPerson

WHOLE_DIGITS, PLACES = 12, 8
# A file tells what the school was not asked, before or after it sends the rest.
_FILED_LATER = (
    "OLD.value IS NULL AND NOT OLD.is_na AND (public.nmiss_is_owner() "
    "OR public.nmiss_acting_role() IN ('officer', 'manager'))"
)


def _number() -> models.DecimalField:
    return models.DecimalField(max_digits=WHOLE_DIGITS + PLACES, decimal_places=PLACES, null=True)


class FigureQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        return self.filter(version__in=ReturnVersion.objects.visible_to(user))

    def counting(self) -> Self:
        """Those that ratings read."""
        return self.filter(version__counts=True)


@tracked()
class Figure(models.Model):
    """What a version of a return says of one input; the same name is the same input everywhere.

    A number, or not applicable, or blank. ``ours`` is what the council's records say, with its
    ``source``; where the school differs, or says not applicable, it gives a ``reason``. Not
    applicable counts as not submitted until an officer has agreed.
    """

    version = models.ForeignKey(ReturnVersion, on_delete=models.CASCADE, related_name="figures")
    input = models.CharField(max_length=50)
    value = _number()
    is_na = models.BooleanField(default=False)
    ours = _number()
    source = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    is_same_as_last = models.BooleanField(default=False)
    na_agreed_at = models.DateTimeField(null=True, editable=False)
    na_agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "input"], name="kpis_figure_once"),
            models.CheckConstraint(
                name="kpis_figure_input_is_a_name", condition=Q(input__regex=INPUT_NAME)
            ),
            models.CheckConstraint(
                name="kpis_figure_not_applicable_has_no_value",
                condition=Q(is_na=False) | Q(value=None),
            ),
            models.CheckConstraint(
                name="kpis_figure_is_not_negative",
                condition=(Q(value=None) | Q(value__gte=0)) & (Q(ours=None) | Q(ours__gte=0)),
            ),
            models.CheckConstraint(
                name="kpis_figure_agreed_where_not_applicable",
                condition=Q(na_agreed_at=None) | Q(is_na=True),
            ),
            set_together("na_agreed_at", "na_agreed_by"),
        ]
        triggers = [
            DatedByTheDatabase("na_agreed_at"),
            DoneInPerson(na_agreed_by=("na_agreed_at",)),
            written.of_the_figure(),
            *frozen_once_sealed(
                but=("na_agreed_at", "na_agreed_by_id"), more=(_FILED_LATER, ("ours", "source"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.input} in {self.version}"


@tracked()
class ReturnSection(models.Model):
    """A section of a version, saved as a whole. ``revision`` tells two editors apart.

    The ``key`` is an indicator's code; ``comment`` is what the school says of it, with what the
    figures came to then (``commented_on``), and ``nothing_to_report`` that there is nothing in it
    this time.
    """

    version = models.ForeignKey(ReturnVersion, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=50)
    comment = models.TextField(blank=True)
    commented_on = models.CharField(max_length=40, blank=True)
    nothing_to_report = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="kpis_returnsection_once")
        ]
        triggers = [
            written.in_the_version("kpis_returnsection", saved_by=("revision", "comment")),
            *frozen_once_sealed(),
        ]

    def __str__(self) -> str:
        return f"section {self.key} of {self.version}"

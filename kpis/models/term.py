"""Terms: the county's own, each with its first and last day."""

from __future__ import annotations

from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Deferrable, Q
from django.db.models.functions import Lower

from kpis.models.written import COMMISSIONING
from kpis.periods import Periods, TermDays
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import InclusiveDays, in_order
from nmiss.base.core.days import DatedQuerySet
from nmiss.base.core.history import tracked


class TermQuerySet(DatedQuerySet):
    first_day, last_day = "first_day", "last_day"

    def visible_to(self, user: User) -> Self:
        """Everyone who works with returns sees the terms."""
        return self if user.is_provider or user.role in Role.with_cases() else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-first_day", "pk")

    def periods(self) -> Periods:
        """All periods that returns can be about."""
        rows = self.values_list("name", "first_day", "last_day")
        return Periods(TermDays(*row) for row in rows)


@tracked()
class Term(models.Model):
    """A term from its first day to its last. Terms share no day; no other period has its name."""

    name = models.CharField(max_length=50)
    first_day = models.DateField()
    last_day = models.DateField()

    objects = TermQuerySet.as_manager()

    class Meta:
        constraints = [
            in_order("first_day", "last_day", message="Enter a last day after the first day."),
            models.UniqueConstraint(
                Lower("name"),
                name="kpis_term_name_once",
                violation_error_message="Another term has this name.",
            ),
            models.CheckConstraint(
                name="kpis_term_name_is_of_no_other_period",
                condition=~Q(name__iregex=r"^\s*\d{4}-(\d{2}|q[1-4]|h[12])\s*$") & ~Q(name=""),
                violation_error_message=("Enter a name with a word in it, such as 2024-25 autumn."),
            ),
            ExclusionConstraint(
                name="kpis_term_no_overlap",
                expressions=[(InclusiveDays("first_day", "last_day"), RangeOperators.OVERLAPS)],
                deferrable=Deferrable.IMMEDIATE,
                violation_error_message="Another term has some of these days.",
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING)]

    def __str__(self) -> str:
        return self.name

"""Returns: what a school tells of a period, and where that stands.

A return is made when its period ends, filled in by the school's people, submitted, queried and
accepted. What was submitted is never overwritten: each submission is a version of its own.
"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from kpis.models.term import Term
from kpis.periods import Frequency
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import Lifecycle
from nmiss.base.core.statuses import coloured
from providers.models import School


@coloured(
    to_do="grey",
    being_filled="light-blue",
    submitted="blue",
    queried="yellow",
    accepted="green",
    being_corrected="light-blue",
    excused="grey",
    not_asked="grey",
)
class ReturnStatus(models.TextChoices):
    """Where a return stands."""

    TO_DO = "to_do", "Not started"
    BEING_FILLED = "being_filled", "In progress"
    SUBMITTED = "submitted", "Submitted"
    QUERIED = "queried", "Queried"
    ACCEPTED = "accepted", "Accepted"
    BEING_CORRECTED = "being_corrected", "Being corrected"
    EXCUSED = "excused", "Excused"
    NOT_ASKED = "not_asked", "Not asked"

    @classmethod
    def outside(cls) -> list[ReturnStatus]:
        """Those of which nothing is asked: they are outside score and coverage."""
        return [cls.EXCUSED, cls.NOT_ASKED]

    @classmethod
    def with_school(cls) -> list[ReturnStatus]:
        """Those at which the school's people can work."""
        return [cls.TO_DO, cls.BEING_FILLED, cls.QUERIED, cls.BEING_CORRECTED]

    @classmethod
    def not_sent(cls) -> list[ReturnStatus]:
        """Those of which nothing was ever submitted, although it is asked."""
        return [cls.TO_DO, cls.BEING_FILLED]


class KpiReturnQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see every return; a provider's people those of its schools."""
        return self.filter(school__in=School.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-last_day", "frequency", "school__name", "pk")


@tracked()
class KpiReturn(Lifecycle):
    """The return of a school for a period; ``covers_to`` is before its end for a school that left.

    Three dates: the deadline shown, the last day on which a first return is taken, and the last day
    of a correction. Returns that were ``imported`` are accepted as they came, and have none.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="kpi_returns")
    frequency = models.CharField(max_length=10, choices=Frequency)
    period_name = models.CharField(max_length=50)
    first_day = models.DateField()
    last_day = models.DateField()
    term = models.ForeignKey(Term, null=True, on_delete=models.PROTECT, related_name="returns")
    covers_to = models.DateField()
    status = models.CharField(
        max_length=20, choices=ReturnStatus, default=ReturnStatus.TO_DO, editable=False
    )
    due_on = models.DateField(null=True)
    first_until = models.DateField(null=True)
    correct_until = models.DateField(null=True)
    extension_reason = models.TextField(blank=True)
    not_asked_reason = models.TextField(blank=True)
    imported = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = KpiReturnQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("status", ReturnStatus),
            one_of("frequency", Frequency),
            models.UniqueConstraint(
                fields=["school", "frequency", "period_name"],
                name="kpis_kpireturn_once_a_period",
            ),
            in_order("first_day", "last_day"),
            models.CheckConstraint(
                name="kpis_kpireturn_covers_days_of_its_period",
                condition=Q(covers_to__gte=F("first_day"), covers_to__lte=F("last_day")),
            ),
            models.CheckConstraint(
                name="kpis_kpireturn_term_of_terms_only",
                condition=Q(frequency=Frequency.TERM, term__isnull=False)
                | ~Q(frequency=Frequency.TERM) & Q(term=None),
            ),
            models.CheckConstraint(
                name="kpis_kpireturn_has_its_dates",
                condition=Q(imported=True)
                | Q(
                    due_on__isnull=False,
                    first_until__isnull=False,
                    correct_until__isnull=False,
                    due_on__gt=F("covers_to"),
                    first_until__gte=F("due_on"),
                    correct_until__gte=F("due_on"),
                ),
            ),
            models.CheckConstraint(
                name="kpis_kpireturn_imported_came_whole",
                condition=Q(imported=False)
                | ~Q(status__in=[*ReturnStatus.not_sent(), *ReturnStatus.outside()]),
            ),
            models.CheckConstraint(
                name="kpis_kpireturn_says_why_it_is_not_asked",
                condition=Q(status__in=ReturnStatus.outside()) & ~Q(not_asked_reason="")
                | ~Q(status__in=ReturnStatus.outside()),
            ),
        ]
        indexes = [
            models.Index(
                fields=["frequency", "last_day", "school"], name="kpis_kpireturn_by_period"
            ),
            models.Index(fields=["status", "due_on"], name="kpis_kpireturn_by_status"),
        ]

    def __str__(self) -> str:
        return f"return of {self.school} for {self.period_name}"

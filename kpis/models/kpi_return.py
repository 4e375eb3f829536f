"""Returns: what a school tells of a period, and where that stands.

A return is made when its period ends, filled in by the school's people, submitted, queried and
accepted. What was submitted is never overwritten: each submission is a version of its own.
"""

from __future__ import annotations

import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

from kpis import permissions
from kpis.models import written
from kpis.models.term import Term
from kpis.periods import Frequency, in_words
from kpis.status import ReturnStatus
from nmiss.base.accounts.models import User
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import ByItsMoves, Lifecycle, move
from providers.models import Provider, School


class KpiReturnQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """The council's case workers see every return; a provider's people those of its schools."""
        return self.filter(school__in=School.objects.visible_to(user))

    def newest_first(self) -> Self:
        return self.order_by("-last_day", "frequency", "school__name", "pk")

    def written_by(self, user: User) -> Self:
        """Those of schools in whose provider's name this person writes."""
        return self.filter(school__provider__in=Provider.objects.written_for_by(user))

    def with_school(self) -> Self:
        """Those at which a school's people can work now."""
        return self.filter(status__in=ReturnStatus.with_school())

    def submitted(self) -> Self:
        return self.filter(status=ReturnStatus.SUBMITTED)

    def by_due(self) -> Self:
        return self.order_by("due_on", "school__name", "pk")


@tracked()
class KpiReturn(Lifecycle):
    """The return of a school for a period; ``covers_to`` is before its end for a school that left.

    Three dates: the deadline shown, the last day on which a first return is taken, and the last day
    of a correction. Returns that were ``imported`` are accepted as they came, and have none until a
    rating of theirs was contested and the council agreed.
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
        triggers = [
            # What a file brings has been accepted; undoing that import puts back what was before.
            ByItsMoves(
                begins=[ReturnStatus.NOT_ASKED],
                unless="NEW.imported <> coalesce(OLD.imported, false)",
            ),
            # Beat makes those of the periods that are over.
            written.of_the_return(
                of=(
                    *("school", "frequency", "period_name", "first_day", "last_day", "covers_to"),
                    *("status", "due_on", "first_until", "correct_until", "imported"),
                    *("extension_reason", "not_asked_reason"),
                ),
                unless="TG_OP = 'INSERT' AND RECORD.status IN ('to_do', 'not_asked')",
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

    def lock(self) -> None:
        """Hold it; its school, which no return changes, need not be read again."""
        known = self._state.fields_cache.get("school")
        super().lock()
        if known is not None:
            self.school = known

    # Questions

    @property
    def period(self) -> str:
        """The period in words, never without its days."""
        return in_words(self.period_name, self.first_day, self.covers_to)

    @property
    def has_a_form(self) -> bool:
        """Whether the school's people have something to fill in."""
        return self.status in ReturnStatus.with_school()

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether nothing came by the deadline."""
        waits = self.status in ReturnStatus.not_sent()
        return waits and self.due_on is not None and self.due_on < today

    # Moves

    @move(sources=[ReturnStatus.TO_DO], target=ReturnStatus.BEING_FILLED)
    def begin(self, *, by: User) -> None:
        """Somebody saves something in it for the first time."""

    @move(
        sources=[ReturnStatus.BEING_FILLED, ReturnStatus.QUERIED, ReturnStatus.BEING_CORRECTED],
        target=ReturnStatus.SUBMITTED,
    )
    def submit(self, *, by: User, version: int) -> None:
        """An owner has certified a version (``kpis.certifying``)."""

    @move(
        sources=[ReturnStatus.SUBMITTED, ReturnStatus.ACCEPTED],
        target=ReturnStatus.QUERIED,
        why_not=permissions.why_not_query,
    )
    def query(self, *, by: User, questions: int) -> None:
        """The council asks about indicators; a new version is open to answer in.

        What came from a file was accepted unseen, and may be asked about afterwards.
        """

    @move(
        sources=[ReturnStatus.SUBMITTED],
        target=ReturnStatus.ACCEPTED,
        why_not=permissions.why_not_accept,
    )
    def accept(self, *, by: User) -> None:
        """The council takes it as it is."""

    @move(
        sources=[ReturnStatus.ACCEPTED],
        target=ReturnStatus.BEING_CORRECTED,
        why_not=permissions.why_not_correct,
    )
    def correct(self, *, by: User) -> None:
        """The school begins a correction: a new version, while the one submitted counts."""

    @move(
        sources=[ReturnStatus.BEING_CORRECTED],
        target=ReturnStatus.ACCEPTED,
        why_not=permissions.why_not_drop_correction,
    )
    def drop_correction(self, *, by: User) -> None:
        """The school gives its correction up; the version submitted stays."""

    @move(
        sources=ReturnStatus.not_sent(),
        target=ReturnStatus.EXCUSED,
        why_not=permissions.why_not_excuse,
    )
    def excuse(self, *, by: User, reason: str) -> None:
        """The council does not ask for it."""
        self.not_asked_reason = reason

    @move(
        sources=[ReturnStatus.EXCUSED],
        target=ReturnStatus.BEING_FILLED,
        why_not=permissions.why_not_ask_again,
    )
    def ask_again(self, *, by: User) -> None:
        """The council asks for it after all."""
        self.not_asked_reason = ""

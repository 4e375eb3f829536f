"""Appeals to the tribunal about a child's plan: registered, heard, decided, each with its day."""

from __future__ import annotations

import datetime
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import coloured
from nmiss.base.core.triggers import DatedByTheDatabase
from placements import permissions
from placements.models.case import Case


@coloured(
    upheld="green",
    partly="turquoise",
    dismissed="grey",
    agreed="green",
    withdrawn="grey",
    mistake="red",
)
class AppealOutcome(models.TextChoices):
    """How an appeal ended."""

    UPHELD = "upheld", "Upheld"
    PARTLY = "partly", "Upheld in part"
    DISMISSED = "dismissed", "Dismissed"
    AGREED = "agreed", "Agreed by consent order"
    WITHDRAWN = "withdrawn", "Withdrawn or conceded"
    MISTAKE = "mistake", "Entered by mistake"


_ORDERED = (AppealOutcome.UPHELD, AppealOutcome.PARTLY, AppealOutcome.AGREED)


class TribunalAppealQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Who sees the case."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(outcome="")

    def that_stand(self) -> Self:
        """Without what was entered by mistake."""
        return self.exclude(outcome=AppealOutcome.MISTAKE)

    def ordered(self) -> Self:
        """Those that ended in an order for the parents, in part at least."""
        return self.filter(outcome__in=_ORDERED, order_on__isnull=False)

    def newest_first(self) -> Self:
        return self.order_by("-registered_on", "-pk")


@tracked()
class TribunalAppeal(models.Model):
    """An appeal about the plan of a case. It may be registered after the case is closed.

    ``order_on`` is the day of the order, or the one on which it ended without.
    """

    PERSONAL = frozenset({"outcome"})
    NOT_PERSONAL = frozenset(
        {"id", "case", "registered_on", "hearing_on", "order_on", "added_at", "added_by"}
    )
    FACTS = ("registered_on", "hearing_on", "order_on", "outcome")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appeals")
    registered_on = models.DateField()
    hearing_on = models.DateField(null=True)
    order_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, choices=AppealOutcome, blank=True)
    added_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    objects = TribunalAppealQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("outcome", AppealOutcome, or_empty=True),
            models.CheckConstraint(
                name="placements_tribunalappeal_heard_once_registered",
                condition=Q(hearing_on=None) | Q(hearing_on__gte=F("registered_on")),
            ),
            models.CheckConstraint(
                name="placements_tribunalappeal_ends_with_a_day_and_an_outcome",
                condition=Q(order_on=None, outcome="")
                | Q(order_on__gte=F("registered_on"), order_on__isnull=False) & ~Q(outcome=""),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(outcome=""),
                name="placements_tribunalappeal_one_open_of_a_case",
                violation_error_message="This case has an open appeal already.",
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.PLACEMENTS, added_by=()),
            DatedByTheDatabase("added_at"),
            pgtrigger.Protect(name="kept_for_good", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="of_its_case", fields=["case", "added_at", "added_by"]),
        ]

    def __str__(self) -> str:
        return f"tribunal appeal {self.pk}"

    # Questions

    @property
    def is_open(self) -> bool:
        return not self.outcome

    # Verbs

    @classmethod
    @transaction.atomic
    def add_to(cls, case: Case, *, by: User, **facts: datetime.date | str | None) -> Self:
        """Record an appeal, where the case has none that is open."""
        Case.objects.select_for_update(of=("self",), no_key=True).get(pk=case.pk)
        stop_if(permissions.why_not_add_appeal(case))
        appeal = cls.objects.create(case=case, added_by=by, **facts)
        AuditEvent.record("add_appeal", appeal, by=by, registered_on=appeal.registered_on)
        return appeal

    @transaction.atomic
    def change(self, *, by: User, **facts: datetime.date | str | None) -> None:
        """Record the hearing or the order, or correct a day: the row history has what it was."""
        rows = TribunalAppeal.objects.select_for_update(of=("self",), no_key=True)
        self.refresh_from_db(from_queryset=rows)
        changed = [name for name in self.FACTS if getattr(self, name) != facts[name]]
        if not changed:
            return
        for name in changed:
            setattr(self, name, facts[name])
        if self.is_open:
            stop_if(permissions.why_not_add_appeal(self.case, but=self))
        self.save()
        AuditEvent.record("change_appeal", self, by=by, changed=changed)

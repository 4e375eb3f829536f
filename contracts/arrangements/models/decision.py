"""Executive decisions: what the council decided of a vehicle, and when it took effect.

The record is that of SI 2012/2089, regulations 9 to 13.
"""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models, transaction
from django.db.models import F, Q

from contracts.arrangements.call_in import takes_effect_on
from contracts.arrangements.models.vehicle import Vehicle
from contracts.arrangements.permissions import COMMISSIONING
from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.constraints import in_order, one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.statuses import colours
from nmiss.base.core.working_days import working_days_before

colours({"taken": "yellow", "in call-in": "orange"})
NUMBER = r"^\d{2}/\d{5}$"


class NoticeUrgency(models.TextChoices):
    """Under which rule notice of the decision was given."""

    NOTICE = "notice", "28 clear days’ notice (regulation 9)"
    GENERAL_EXCEPTION = "general_exception", "General exception: 5 clear days (regulation 10)"
    SPECIAL_URGENCY = "special_urgency", "Special urgency, agreed by the scrutiny chair (reg. 11)"


class Classification(models.TextChoices):
    """Who may read the report."""

    OPEN = "open", "Open"
    PART_EXEMPT = "part_exempt", "Part exempt"
    EXEMPT = "exempt", "Fully exempt"


class Correction(models.TextChoices):
    """What a decision does to an earlier one."""

    RECTIFIES = "rectifies", "Corrects the earlier decision"
    SUPERSEDES = "supersedes", "Replaces the earlier decision"


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """Commissioning and auditors keep and read the register, as that of notices."""
        seen = user.role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        return self if seen else self.none()

    def live(self, on: datetime.date) -> Self:
        """Those in effect on a day: published, call-in over, and not superseded."""
        over = Decision.objects.filter(correction=Correction.SUPERSEDES, effective_on__lte=on)
        in_effect = self.filter(effective_on__lte=on)
        return in_effect.exclude(pk__in=over.exclude(corrects=None).values("corrects"))

    def newest_first(self) -> Self:
        return self.order_by(F("decided_on").desc(nulls_first=True), "-number")


@tracked()
class Decision(models.Model):
    """An executive decision: planned, taken, published, and in effect once call-in is over.

    ``effective_on`` is the first day of effect, kept with the publication by which it was counted.
    """

    number = models.CharField(
        max_length=8,
        unique=True,
        validators=[RegexValidator(NUMBER, "Enter the number as two and five digits: 25/00007")],
    )
    title = models.CharField(max_length=300)
    vehicle = models.ForeignKey(
        Vehicle, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    is_key = models.BooleanField(default=False)
    key_reason = models.TextField(blank=True)
    divisions = models.CharField(max_length=300, blank=True)
    maker_title = models.CharField(max_length=200, blank=True)
    maker_name = models.CharField(max_length=200, blank=True)
    classification = models.CharField(
        max_length=12, choices=Classification, default=Classification.OPEN
    )
    notice_on = models.DateField(null=True, blank=True)
    urgency = models.CharField(max_length=20, choices=NoticeUrgency, default=NoticeUrgency.NOTICE)
    urgency_reason = models.TextField(blank=True)
    pathway = models.TextField(blank=True)
    consultees = models.TextField(blank=True)
    rejected_options = models.TextField(blank=True)
    conflicts = models.TextField(blank=True)
    background_documents = models.TextField(blank=True)
    budget = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    decided_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True, editable=False)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    correction = models.CharField(max_length=10, choices=Correction, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("urgency", NoticeUrgency),
            one_of("classification", Classification),
            one_of("correction", Correction, or_empty=True),
            models.CheckConstraint(
                name="contracts_decision_number_has_its_form", condition=Q(number__regex=NUMBER)
            ),
            models.CheckConstraint(
                name="contracts_decision_notice_before_it",
                condition=Q(notice_on=None) | Q(decided_on=None) | Q(decided_on__gt=F("notice_on")),
                violation_error_message="A decision is taken after its notice was published.",
            ),
            in_order(
                "decided_on",
                "published_on",
                message="A decision is published on the day it is taken, or later.",
            ),
            models.CheckConstraint(
                name="contracts_decision_published_once_taken",
                condition=Q(published_on=None) | Q(decided_on__isnull=False),
                violation_error_message="Enter the day on which the decision was taken.",
            ),
            models.CheckConstraint(
                name="contracts_decision_effective_after_call_in",
                condition=Q(published_on=None, effective_on=None)
                | Q(
                    published_on__isnull=False,
                    effective_on__isnull=False,
                    effective_on__gt=F("published_on"),
                ),
            ),
            models.CheckConstraint(
                name="contracts_decision_corrects_another",
                condition=Q(corrects=None, correction="")
                | Q(corrects__isnull=False) & ~Q(correction="") & ~Q(corrects=F("id")),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING, recorded_by=())]

    def __str__(self) -> str:
        return f"decision {self.number}"

    # Questions

    @property
    def call_in_ends_on(self) -> datetime.date | None:
        """The last day on which it may be called in: the working day before it takes effect."""
        return self.effective_on and working_days_before(self.effective_on, 1)

    def standing(self, on: datetime.date) -> str:
        """Where it stands on a day, in a word."""
        if self.decided_on is None or self.decided_on > on:
            return "Planned"
        if self.published_on is None or self.published_on > on:
            return "Taken"
        return "In call-in" if self.effective_on > on else "In effect"

    # Verbs

    @classmethod
    @transaction.atomic
    def record(cls, *, by: User | None, **facts: Any) -> Self:
        """Put a decision into the register."""
        decision = cls(recorded_by=by)
        decision._set(facts)
        AuditEvent.record("record_decision", decision, by=by, title=decision.title)
        return decision

    @transaction.atomic
    def change(self, *, by: User | None, **facts: Any) -> None:
        """Record more of it, or correct it."""
        before = {name: getattr(self, name) for name in facts}
        self._set(facts)
        AuditEvent.record("change", self, by=by, before=_plain(before), after=_plain(facts))

    def _set(self, facts: dict[str, Any]) -> None:
        for name, value in facts.items():
            setattr(self, name, value)
        self.effective_on = takes_effect_on(self.published_on) if self.published_on else None
        self.save()

    @transaction.atomic
    def delegate(self, *, by: User | None, **given: Any) -> Delegation:
        """Record to whom it leaves what."""
        delegation = self.delegations.create(**given)
        AuditEvent.record("delegate", self, by=by, to=delegation.to, scope=delegation.scope)
        return delegation


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value, models.Model) else value
        for name, value in facts.items()
    }


@tracked()
class Delegation(models.Model):
    """What a decision leaves to an officer: to whom, with whom, for what, how much, until when."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="delegations")
    to = models.CharField(max_length=200)
    in_consultation_with = models.CharField(max_length=200, blank=True)
    scope = models.TextField()
    limit = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contracts_delegation_says_to_whom_and_what",
                condition=~Q(to="") & ~Q(scope=""),
            ),
        ]
        triggers = [WrittenBySomebody(*COMMISSIONING)]

    def __str__(self) -> str:
        return f"delegation to {self.to} by {self.decision}"

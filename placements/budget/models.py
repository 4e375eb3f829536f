"""What was budgeted and paid for places, and the deficit of the Dedicated Schools Grant."""

from __future__ import annotations

import datetime
from decimal import Decimal
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
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.budget import permissions
from placements.models.placement import Placement
from providers.models import Provision

# The override that keeps the deficit apart ends with this financial year.
OVERRIDE_LAST_YEAR = 2027


# The dearest place that the council ever had costs a third of this in a year.
MOST_PAID = 1_000_000
MOST_WORDS = f"A payment or a credit for one placement is £{MOST_PAID:,} at most."


class BudgetLine(models.TextChoices):
    """The lines of the High Needs Block for these places."""

    DAY = "day", "Day places in NMISS"
    RESIDENTIAL = "residential", "Residential places in NMISS"

    @classmethod
    def of(cls, provision: str) -> BudgetLine:
        return cls.DAY if provision == Provision.DAY else cls.RESIDENTIAL


class OfTheCouncil(models.QuerySet):
    """Figures that who works with cases may read, the newest of each counts."""

    def visible_to(self, user: User | None) -> Self:
        return self if user is None or user.role in Role.with_cases() else self.none()

    def known_by(self, instant: datetime.datetime) -> Self:
        """What had been entered by an instant."""
        return self.filter(entered_at__lt=instant)


class BudgetAmount(models.Model):
    """What one line may cost in a financial year. The newest counts; none changes or goes."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "financial_year", "line", "amount", "entered_by", "entered_at"})

    financial_year = models.PositiveSmallIntegerField()
    line = models.CharField(max_length=20, choices=BudgetLine)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = OfTheCouncil.as_manager()

    class Meta:
        constraints = [
            one_of("line", BudgetLine),
            models.CheckConstraint(
                name="placements_budgetamount_not_below_nought", condition=Q(amount__gte=0)
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.FINANCE, Role.MANAGER, entered_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("entered_at"),
        ]

    def __str__(self) -> str:
        return f"budget of {self.financial_year} for {self.get_line_display().lower()}"

    # Verbs

    @classmethod
    @transaction.atomic
    def enter(cls, *, by: User, financial_year: int, line: str, amount: Decimal) -> Self:
        """Set what a line may cost; what was set before stays on record."""
        stop_if(permissions.why_not_set_budget(by))
        entered = cls.objects.create(
            financial_year=financial_year, line=line, amount=amount, entered_by=by
        )
        AuditEvent.record("set_budget", entered, by=by, amount=amount)
        return entered


class DeficitYear(models.Model):
    """The accumulated deficit at the end of a financial year, as finance states it.

    Eligible is what the grant may pay off. The newest of a year counts; none changes or goes.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "financial_year", "eligible", "not_eligible", "grant_expected"),
            *("grant_received", "source", "entered_by", "entered_at"),
        }
    )

    financial_year = models.PositiveSmallIntegerField()
    eligible = models.DecimalField(max_digits=14, decimal_places=2)
    not_eligible = models.DecimalField(max_digits=14, decimal_places=2)
    grant_expected = models.DecimalField(max_digits=14, decimal_places=2)
    grant_received = models.DecimalField(max_digits=14, decimal_places=2)
    source = models.CharField(max_length=200)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = OfTheCouncil.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_deficityear_not_below_nought",
                condition=Q(
                    eligible__gte=0,
                    not_eligible__gte=0,
                    grant_expected__gte=0,
                    grant_received__gte=0,
                ),
            ),
            models.CheckConstraint(
                name="placements_deficityear_grant_of_the_eligible",
                condition=Q(grant_expected__lte=F("eligible"), grant_received__lte=F("eligible")),
            ),
            models.CheckConstraint(
                name="placements_deficityear_from_somewhere", condition=~Q(source="")
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.FINANCE, Role.MANAGER, entered_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("entered_at"),
        ]

    def __str__(self) -> str:
        return f"deficit at the end of {self.years}"

    # Questions

    @property
    def years(self) -> str:
        return f"{self.financial_year}-{(self.financial_year + 1) % 100:02}"

    @property
    def deficit(self) -> Decimal:
        return self.eligible + self.not_eligible

    @property
    def remains_as_expected(self) -> Decimal:
        """What is left once the grant that is expected has come."""
        return self.deficit - self.grant_expected

    @property
    def remains(self) -> Decimal:
        """What is left after the grant that has come."""
        return self.deficit - self.grant_received

    @property
    def is_after_the_override(self) -> bool:
        return self.financial_year > OVERRIDE_LAST_YEAR

    # Verbs

    @classmethod
    @transaction.atomic
    def enter(cls, *, by: User, **facts: object) -> Self:
        """State the deficit of a year anew; what was stated before stays on record."""
        stop_if(permissions.why_not_set_budget(by))
        entered = cls.objects.create(entered_by=by, **facts)
        AuditEvent.record("set_deficit", entered, by=by, source=entered.source)
        return entered


class PaymentQuerySet(models.QuerySet):
    def visible_to(self, user: User | None) -> Self:
        return self if user is None or user.role in Role.with_cases() else self.none()


@tracked()
class Payment(models.Model):
    """Money that was paid for a placement on a day; below nought for a credit."""

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "reference", "placement", "paid_on", "amount"})

    reference = models.CharField(max_length=30, unique=True)
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="payments")
    paid_on = models.DateField()
    amount = models.DecimalField(max_digits=10, decimal_places=2)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="placements_payment_of_something", condition=~Q(amount=0)),
            models.CheckConstraint(
                name="placements_payment_within_reason",
                condition=Q(amount__gte=-MOST_PAID, amount__lte=MOST_PAID),
                violation_error_message=MOST_WORDS,
            ),
        ]
        indexes = [models.Index(fields=["paid_on", "id"], name="placements_payment_by_day")]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER, Role.FINANCE)]

    def __str__(self) -> str:
        return self.reference

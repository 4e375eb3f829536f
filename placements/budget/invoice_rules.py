"""How schools bill where no signed agreement says so, and which VAT comes on top: data, dated."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Self

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q

from nmiss.base.accounts.models import Role, User
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.clock import DatabaseNow
from nmiss.base.core.constraints import one_of
from nmiss.base.core.lifecycle import stop_if
from nmiss.base.core.models import AuditEvent
from nmiss.base.core.templatetags.components import day
from nmiss.base.core.triggers import DatedByTheDatabase
from placements.agreements.status import Billing
from placements.budget import permissions
from placements.models.price_line import MOST_WEEKS, USUAL_WEEKS
from providers.models import School


class InvoiceRulesQuerySet(models.QuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-valid_from", "-pk")


class InvoiceRules(models.Model):
    """From a day on, for one school or for all that have none of their own.

    ``billing`` and ``weeks`` count for placements without a signed agreement, which says both
    itself. VAT comes on top of every price. Of the rules of one day the newest counts; none changes
    or goes.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset(
        {
            *("id", "valid_from", "school", "billing", "weeks", "vat_rate", "is_vat_recoverable"),
            *("set_by", "set_at"),
        }
    )

    valid_from = models.DateField()
    school = models.ForeignKey(
        School, null=True, on_delete=models.PROTECT, related_name="invoice_rules"
    )
    billing = models.CharField(max_length=20, choices=Billing, default=Billing.TERM)
    weeks = models.DecimalField(
        max_digits=4,
        decimal_places=2,
        default=Decimal(USUAL_WEEKS),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)],
    )
    vat_rate = models.DecimalField(max_digits=4, decimal_places=2, default=Decimal(0))
    is_vat_recoverable = models.BooleanField(default=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    set_at = models.DateTimeField(db_default=DatabaseNow(), editable=False)

    objects = InvoiceRulesQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("billing", Billing),
            models.CheckConstraint(
                name="placements_invoicerules_a_rate_from_nought", condition=Q(vat_rate__gte=0)
            ),
            models.CheckConstraint(
                name="placements_invoicerules_weeks_of_a_year",
                condition=Q(weeks__gte=1, weeks__lte=MOST_WEEKS),
            ),
        ]
        triggers = [
            WrittenBySomebody(Role.FINANCE, Role.MANAGER, set_by=()),
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            DatedByTheDatabase("set_at"),
        ]

    def __str__(self) -> str:
        of = f"of {self.school}" if self.school else "of all schools"
        return f"invoice rules {of} from {day(self.valid_from)}"

    # Verbs

    @classmethod
    @transaction.atomic
    def set_from(
        cls, valid_from: datetime.date, *, by: User, school: School | None, **facts: object
    ) -> Self:
        """Have other rules from a day on; those of before stay on record."""
        stop_if(permissions.why_not_set_budget(by))
        found = cls.objects.create(valid_from=valid_from, school=school, set_by=by, **facts)
        AuditEvent.record("set_invoice_rules", found, by=by, valid_from=valid_from)
        return found


class RulesInForce:
    """Which rules count for a school on a day: its own, or else those of all schools."""

    def __init__(self, rules: Iterable[InvoiceRules]) -> None:
        self._of: dict[int | None, list[InvoiceRules]] = defaultdict(list)
        for each in sorted(rules, key=lambda rule: (rule.valid_from, rule.pk), reverse=True):
            self._of[each.school_id].append(each)

    def key(self, school: int) -> int | None:
        """What schools with the same rules share."""
        return school if school in self._of else None

    def on(self, day: datetime.date, school: int | None) -> InvoiceRules:
        """The rules of a day; the oldest of all schools hold before they were written, too."""
        for each in self._of.get(school, []) if school is not None else []:
            if each.valid_from <= day:
                return each
        of_all = self._of[None]
        return next((each for each in of_all if each.valid_from <= day), of_all[-1])

    def changes(
        self, school: int | None, first: datetime.date, last: datetime.date
    ) -> list[tuple[datetime.date, datetime.date, InvoiceRules]]:
        """The rules of a window one after the other, each with its first and last day there."""
        every = [*self._of[None], *(self._of.get(school, []) if school is not None else [])]
        begin = {first, *(each.valid_from for each in every if first < each.valid_from <= last)}
        days = sorted(begin)
        ends = [each - datetime.timedelta(days=1) for each in days[1:]] + [last]
        return [(a, b, self.on(a, school)) for a, b in zip(days, ends, strict=True)]

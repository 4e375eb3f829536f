"""Lines of a fee request: one price of one placement each."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, DecimalField, F, Q, Sum, Value, When

from nmiss.base.core.constraints import one_of
from nmiss.base.core.history import tracked
from nmiss.base.core.money import to_penny
from placements.fees.models.fee_request import IS_OPEN, FeeRequest
from placements.models.placement import Placement
from placements.models.price_line import Funder, PriceKind, PriceUnit, cost_of_a_year


class FeeLineQuerySet(models.QuerySet):
    def asked(self) -> Self:
        return self.exclude(asked_amount=None)

    def with_placements(self) -> Self:
        return self.select_related("placement__school")

    def more_a_year(self) -> Decimal:
        """How much more a year is asked for in all."""
        times = Case(
            When(unit=PriceUnit.YEAR, then=Value(Decimal(1))),
            When(unit=PriceUnit.TERM, then=Value(Decimal(3))),
            default=F("weeks"),
        )
        more = (F("asked_amount") - F("current_amount")) * F("quantity") * times
        found = self.asked().aggregate(more=Sum(more, output_field=DecimalField()))
        return to_penny(found["more"] or Decimal(0))

    def in_order(self) -> Self:
        return self.order_by("placement__school__name", "placement__reference", "kind", "pk")


_FOLLOWS = f"""
    SELECT status IN {IS_OPEN} INTO NEW.is_open
    FROM public.placements_feerequest WHERE id = NEW.request_id;
    RETURN NEW;
"""
_CERTIFIED = """
    IF (SELECT status FROM public.placements_feerequest
        WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.request_id ELSE OLD.request_id END)
        = 'draft' AND (TG_OP <> 'UPDATE' OR NEW.request_id = OLD.request_id) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP <> 'UPDATE' OR ROW(NEW.request_id, NEW.placement_id, NEW.kind, NEW.funder, NEW.unit,
        NEW.quantity, NEW.weeks, NEW.current_amount, NEW.asked_amount, NEW.reason, NEW.vat)
        IS DISTINCT FROM ROW(OLD.request_id, OLD.placement_id, OLD.kind, OLD.funder, OLD.unit,
        OLD.quantity, OLD.weeks, OLD.current_amount, OLD.asked_amount, OLD.reason, OLD.vat) THEN
        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';
    END IF;
    IF ROW(NEW.agreed_amount, NEW.outcome) IS DISTINCT FROM ROW(OLD.agreed_amount, OLD.outcome)
        AND NOT EXISTS (
            SELECT FROM public.placements_feerequest
            WHERE id = NEW.request_id AND status IN ('agreed', 'refused')
                AND savings_written_at IS NULL AND decided_by_id = public.nmiss_acting_person()
        ) THEN
        RAISE EXCEPTION 'Who decides a fee request agrees its prices, with the decision.';
    END IF;
    RETURN NEW;
"""


class Vat(models.TextChoices):
    """Whether VAT comes on top. Every amount is without it."""

    EXEMPT = "exempt", "Exempt"
    STANDARD = "standard", "Standard rate"


@tracked()
class FeeLine(models.Model):
    """A price of one placement: what it is now, what is asked, and what was agreed in the end."""

    PERSONAL = frozenset({"kind", "reason"})
    NOT_PERSONAL = frozenset(
        {
            *("id", "request", "placement", "funder", "unit", "quantity", "weeks", "vat"),
            *("current_amount", "asked_amount", "agreed_amount", "outcome", "is_open"),
        }
    )
    request = models.ForeignKey(FeeRequest, on_delete=models.PROTECT, related_name="lines")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="fee_lines")
    kind = models.CharField(max_length=20, choices=PriceKind)
    funder = models.CharField(max_length=20, choices=Funder)
    unit = models.CharField(max_length=10, choices=PriceUnit)
    quantity = models.DecimalField(max_digits=9, decimal_places=4)
    weeks = models.DecimalField(max_digits=4, decimal_places=2)
    vat = models.CharField(max_length=10, choices=Vat, default=Vat.STANDARD)
    current_amount = models.DecimalField(max_digits=10, decimal_places=2)
    asked_amount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    reason = models.TextField(blank=True)
    agreed_amount = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    outcome = models.CharField(max_length=200, blank=True)
    is_open = models.BooleanField(default=True, editable=False)

    objects = FeeLineQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("vat", Vat),
            one_of("kind", PriceKind),
            one_of("funder", Funder),
            one_of("unit", PriceUnit),
            ExclusionConstraint(
                name="placements_feeline_in_one_open_request",
                expressions=[
                    ("placement", RangeOperators.EQUAL),
                    ("request", RangeOperators.NOT_EQUAL),
                ],
                condition=Q(is_open=True),
                violation_error_message="This placement is in another open fee request.",
            ),
            models.UniqueConstraint(
                fields=["request", "placement", "kind", "funder"], name="placements_feeline_once"
            ),
            models.CheckConstraint(
                name="placements_feeline_not_below_nought",
                condition=Q(current_amount__gte=0)
                & (Q(asked_amount=None) | Q(asked_amount__gte=0))
                & (Q(agreed_amount=None) | Q(agreed_amount__gte=0)),
            ),
            models.CheckConstraint(
                name="placements_feeline_agreed_of_asked",
                condition=Q(agreed_amount=None) | Q(asked_amount__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="certified",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=_CERTIFIED,
            ),
            pgtrigger.Trigger(
                name="follows_its_request",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_FOLLOWS,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} in fee request {self.request_id}"

    # Questions

    def a_year(self, amount: Decimal) -> Decimal:
        """What an amount comes to in a year, to the penny."""
        return to_penny(cost_of_a_year(amount, self.quantity, self.unit, self.weeks))

    @property
    def a_year_of_a_pound(self) -> Decimal:
        """How often this price is paid in a year, unrounded."""
        return cost_of_a_year(Decimal(1), self.quantity, self.unit, self.weeks)

    @property
    def current_a_year(self) -> Decimal:
        return self.a_year(self.current_amount)

    @property
    def asked_a_year(self) -> Decimal:
        return self.a_year(self.current_amount if self.asked_amount is None else self.asked_amount)

    @property
    def more_a_year(self) -> Decimal:
        return self.asked_a_year - self.current_a_year

    @property
    def percent(self) -> Decimal | None:
        """The increase asked for; None where there is nothing to compare it with."""
        return percent_of(self.current_amount, self.asked_amount)


def percent_of(current: Decimal, asked: Decimal | None) -> Decimal | None:
    """``(asked − current) ÷ current × 100``, to two decimals; None where current is nought."""
    if asked is None or not current:
        return None
    return to_penny((asked - current) * 100 / current)

"""The year's index of pay and of prices, as an operator loads it."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import Q

from nmiss.base.accounts.models import Role
from nmiss.base.accounts.written import WrittenBySomebody
from nmiss.base.core.history import tracked


@tracked()
class CostIndex(models.Model):
    """How much pay and prices rise for an academic year, and who publishes it.

    A rate that a window has of its own counts instead.
    """

    PERSONAL = frozenset()
    NOT_PERSONAL = frozenset({"id", "academic_year", "pay_rate", "price_rate", "source"})

    academic_year = models.PositiveSmallIntegerField(unique=True)
    pay_rate = models.DecimalField(max_digits=5, decimal_places=2)
    price_rate = models.DecimalField(max_digits=5, decimal_places=2)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placements_costindex_within_reason",
                condition=Q(pay_rate__gte=-50, pay_rate__lte=50)
                & Q(price_rate__gte=-50, price_rate__lte=50)
                & ~Q(source=""),
            )
        ]
        triggers = [WrittenBySomebody(Role.OFFICER, Role.MANAGER)]

    def __str__(self) -> str:
        return f"index of {self.academic_year}/{(self.academic_year + 1) % 100:02}"

    @classmethod
    def rates_of(
        cls, year: int, *, pay: Decimal | None, price: Decimal | None
    ) -> tuple[Decimal | None, Decimal | None, str]:
        """The rates of a year with their source; what is given counts instead of the table's."""
        found = cls.objects.filter(academic_year=year).first()
        sources = ["set for this window"] * (pay is not None or price is not None)
        if found and pay is None:
            pay = found.pay_rate
            sources.append(found.source)
        if found and price is None:
            price = found.price_rate
            sources.append(found.source)
        return pay, price, "; ".join(dict.fromkeys(sources))

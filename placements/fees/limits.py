"""How far a manager may go with fees: by the scheme of delegation, or else by the window."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from contracts.models import ApprovalLimit, Matter
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import database_now
from placements.fees.models import FeeRequest

OFFICE = str(Role.MANAGER.label)
NOUGHT = Decimal(0)


@dataclass(frozen=True)
class FeeLimit:
    """The greatest increase in per cent and in pounds a year; none where there is no limit."""

    percent: Decimal | None
    pounds: Decimal | None
    source: str

    def allows(self, percent: Decimal, pounds: Decimal) -> bool:
        is_within = self.percent is None or percent <= self.percent
        return is_within and (self.pounds is None or pounds <= self.pounds)

    @property
    def words(self) -> str:
        percent = "any increase" if self.percent is None else f"{self.percent.normalize():f}%"
        pounds = "any amount" if self.pounds is None else f"£{self.pounds:,.0f}"
        return f"{percent}, {pounds} a year"


def limit_of(request: FeeRequest) -> FeeLimit:
    """What a manager may approve today. Whom a scheme does not name approves nothing by it."""
    today = timezone.localdate(database_now())
    has_scheme, row = ApprovalLimit.of(OFFICE, Matter.FEES, on=today)
    if not has_scheme:
        window = request.window
        return FeeLimit(window.limit_percent, window.limit_pounds, "the fee window")
    source = "the scheme of delegation"
    return (
        FeeLimit(row.percent_up_to, row.up_to, source) if row else FeeLimit(NOUGHT, NOUGHT, source)
    )

"""What the page of a placement's prices says: each line, and what a year comes to."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from nmiss.base.core.days import financial_year_of
from nmiss.base.core.templatetags.components import money
from placements.fees.models import PriceDifference
from placements.models import Charge, Funder, Placement, PriceKind, PriceLine, PriceUnit
from placements.reports.spend import Share, spend_by_line

TIMES = {PriceUnit.YEAR: "", PriceUnit.TERM: " × 3 terms"}


@dataclass(frozen=True)
class PriceRow:
    """A price in words. The imported fee is one without a ``line``."""

    kind: str
    funder: str
    parts: str
    cost_a_year: Decimal
    first_on: datetime.date
    last_on: datetime.date | None
    standing: str
    line: PriceLine | None = None
    difference: PriceDifference | None = None

    @property
    def may_be_changed(self) -> bool:
        return self.line is not None and not self.line.is_voided


@dataclass(frozen=True)
class YearRow:
    """A financial year of a placement: its lines, which add up to the whole."""

    year: int
    shares: list[Share]

    @property
    def years(self) -> str:
        return f"{self.year}-{(self.year + 1) % 100:02}"

    @property
    def title(self) -> str:
        return f"April {self.year} to March {self.year + 1}"

    @property
    def gross(self) -> Decimal:
        return sum((share.amount for share in self.shares), Decimal("0.00"))

    @property
    def income(self) -> Decimal:
        """What health and social care pay of it."""
        theirs = (share.amount for share in self.shares if share.funder != Funder.EDUCATION)
        return sum(theirs, Decimal("0.00"))

    @property
    def net(self) -> Decimal:
        return self.gross - self.income


def price_page(
    placement: Placement, *, on: datetime.date, with_voided: bool
) -> dict[str, list[PriceRow] | list[YearRow]]:
    """The lines that count or will, those that are over or voided, and this and the next year."""
    lines = placement.price_lines.select_related(
        "added_by", "voided_by", "difference__listed"
    ).oldest_first()
    if not with_voided:
        lines = lines.that_count()
    rows = [_row(line, placement, on) for line in lines]
    rows = _fee(placement, on) + rows
    this_year = financial_year_of(on)
    years = [
        YearRow(year, spend_by_line(year, placements=[placement.pk]))
        for year in (this_year, this_year + 1)
    ]
    return {
        "prices": [row for row in rows if row.standing in ("in_force", "planned")],
        "past": [row for row in rows if row.standing in ("ended", "voided")],
        "years": years,
    }


def parts_of(line: PriceLine) -> str:
    """How a line costs what it does: "£80 an hour × 2.5 hours a week × 38 weeks"."""
    amount, quantity = money(line.amount), f"{line.quantity.normalize():f}"
    weeks = f"{line.weeks.normalize():f} weeks"
    if line.unit == PriceUnit.HOUR:
        return f"{amount} an hour × {quantity} hours a week × {weeks}"
    if line.unit == PriceUnit.WEEK:
        return f"{amount} a week × {quantity} × {weeks}"
    return f"{amount} a {line.unit} × {quantity}{TIMES[line.unit]}"


def _row(line: PriceLine, placement: Placement, on: datetime.date) -> PriceRow:
    """A line; one that is open is over where its placement is."""
    standing = line.standing(on)
    if not line.is_voided and placement.ended_on and placement.ended_on < on:
        standing = "ended"
    return PriceRow(
        PriceKind(line.kind).label,
        Funder(line.funder).label,
        parts_of(line),
        line.cost_a_year,
        line.starts_on,
        line.ends_on,
        standing,
        line,
        getattr(line, "difference", None),
    )


def _fee(placement: Placement, on: datetime.date) -> list[PriceRow]:
    """The imported fee, where it counts on any day; in a block there is none."""
    if placement.block_id:
        return []
    fee = Charge.objects.get(pk=-placement.pk)
    if fee.last_on and fee.last_on < fee.first_on:
        return []
    over = fee.last_on and fee.last_on < on
    standing = "ended" if over else "planned" if fee.first_on > on else "in_force"
    return [
        PriceRow(
            PriceKind(fee.kind).label,
            Funder(fee.funder).label,
            "Annual fee from the placements file",
            fee.cost_a_year,
            fee.first_on,
            fee.last_on,
            standing,
        )
    ]

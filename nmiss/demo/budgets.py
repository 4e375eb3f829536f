"""The budget of the demo: amounts, a deficit, and what was paid this year.

Payments come in by the import, as finance's own file would. All amounts are invented.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.utils import timezone

from nmiss.base.accounts.models import User
from nmiss.base.core.days import financial_year_of
from nmiss.base.core.money import to_penny
from nmiss.demo.dated import at, moved_to
from placements.budget.intake import import_payments
from placements.models import BudgetAmount, BudgetLine, DeficitYear, Placement

HEADINGS = ("payment_ref", "placement_ref", "paid_on", "amount")
AMOUNTS = {BudgetLine.DAY: 72_500_000, BudgetLine.RESIDENTIAL: 19_500_000}
FACTS = ("eligible", "not_eligible", "grant_expected", "grant_received")
# In millions, at the end of each financial year.
DEFICITS = {2025: (118, 12, 106, 0), 2026: (148, 16, 133, 0), 2027: (198, 24, 140, 0)}


def enter_budgets(*, finance: User) -> None:
    """Budgets of last year and this, each entered in its March; the deficit; and payments."""
    this_year = financial_year_of(timezone.localdate())
    for year in (this_year - 1, this_year):
        with moved_to(at(date(year, 3, 16), 11)):
            for line, amount in AMOUNTS.items():
                facts = {"financial_year": year, "line": line, "amount": Decimal(amount)}
                BudgetAmount.enter(by=finance, **facts)
    with moved_to(at(date(this_year, 7, 14), 15, 30)):
        for year, millions in DEFICITS.items():
            facts = {
                name: Decimal(each) * 1_000_000 for name, each in zip(FACTS, millions, strict=True)
            }
            source = "Budget monitoring report, July"
            DeficitYear.enter(by=finance, financial_year=year, source=source, **facts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "payments.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADINGS)
            writer.writerows(_payments(this_year))
        import_payments(path, by=finance)


def _payments(year: int) -> Iterator[tuple[object, ...]]:
    """A third of the fee at the start of each term so far, for who is placed that day."""
    days = [date(year, 4, 14), date(year, 9, 8), date(year + 1, 1, 12)]
    past = [day for day in days if day <= timezone.localdate()] or days[:1]
    for term, day in enumerate(past, start=1):
        live = Placement.objects.on(day).exclude(annual_fee=0).order_by("reference")
        for reference, fee in live.values_list("reference", "annual_fee"):
            yield f"T{year}-{term}-{reference}", reference, day, to_penny(fee / 3)

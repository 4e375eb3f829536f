"""The payment schedule: what schools should have invoiced by a day, and what they have.

Each agreement says how its school bills. What is due by that is one figure; what has accrued by
the days that a child was placed is another, and neither is ever added to the other.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction

from django.db.models import Sum

from nmiss.base.accounts.models import User
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.money import to_penny
from placements.agreements.models import PlacementAgreement
from placements.agreements.status import Billing
from placements.endings.signals import terms_between
from placements.models import Charge, Payment, Placement

TERMS = ((4, 8), (9, 12), (1, 3))  # first and last months, in the order of a financial year
WORKING_WEEK = datetime.timedelta(days=4)
Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class Instalment:
    """A part of a year's cost that is invoiced on a day, for days from a first to a last."""

    due_on: datetime.date
    first: datetime.date
    last: datetime.date
    part: Fraction

    def of(self, price: Price) -> Fraction:
        """What it comes to for a price: by the days of it on which the price counts."""
        return (
            price.cost
            * self.part
            * price.days_in(self.first, self.last)
            / _days(self.first, self.last)
        )


@dataclass(frozen=True)
class Price:
    """What a year costs, on the days on which it counts."""

    first_on: datetime.date
    last_on: datetime.date | None
    cost: Fraction

    def days_in(self, first: datetime.date, last: datetime.date) -> int:
        last = min(last, self.last_on or last)
        return max(_days(max(first, self.first_on), last), 0)


@dataclass(frozen=True)
class ScheduleSums:
    """What is due by a day, what was paid, and what has accrued."""

    due: Decimal = Decimal(0)
    invoiced: Decimal = Decimal(0)
    accrued: Decimal = Decimal(0)

    @property
    def difference(self) -> Decimal:
        """Below nought where less was invoiced than is due."""
        return self.invoiced - self.due

    @classmethod
    def of(cls, rows: Iterable[ScheduleSums]) -> ScheduleSums:
        rows = list(rows)
        return cls(*(sum(getattr(row, each.name) for row in rows) for each in fields(cls)))


@dataclass(frozen=True)
class Scheduled:
    """A placement in the schedule, by its reference."""

    reference: str
    school: str
    billing: str
    sums: ScheduleSums

    @property
    def billing_in_words(self) -> str:
        return Billing(self.billing).label

    @property
    def is_different(self) -> bool:
        return bool(self.sums.difference)


def instalments(
    billing: str, year: int, *, weeks: Decimal, terms: Sequence[Days]
) -> list[Instalment]:
    """The instalments of a financial year. By days there are none: what has accrued is due."""
    if billing == Billing.TERM:
        spans = [_months(year, *months) for months in TERMS]
        return [Instalment(first, first, last, Fraction(1, 3)) for first, last in spans]
    if billing == Billing.MONTH:
        spans = [_months(year, month, month) for month in (*range(4, 13), 1, 2, 3)]
        return [Instalment(last, first, last, Fraction(1, 12)) for first, last in spans]
    if billing == Billing.WEEK:
        part, mondays = 1 / Fraction(weeks), _mondays(year, terms)[: int(weeks)]
        return [Instalment(m + WORKING_WEEK, m, m + WORKING_WEEK, part) for m in mondays]
    return []


def due_by(on: datetime.date, prices: Sequence[Price], parts: Sequence[Instalment]) -> Decimal:
    """What was to be invoiced by a day; a price that begins later is not due yet."""
    due = [
        part.of(price)
        for part in parts
        if part.due_on <= on
        for price in prices
        if price.first_on <= on
    ]
    return _pounds(sum(due, Fraction(0)))


def accrued_by(on: datetime.date, prices: Sequence[Price]) -> Decimal:
    """What the days of the financial year up to a day cost."""
    first, last = financial_year(financial_year_of(on))
    cost = sum((each.cost * each.days_in(first, on) for each in prices), Fraction(0))
    return _pounds(cost / _days(first, last))


def schedule(on: datetime.date, *, by: User) -> list[Scheduled]:
    """Each placement with a signed agreement and a price in the financial year of a day."""
    year = financial_year_of(on)
    first, last = financial_year(year)
    agreements = list(
        PlacementAgreement.objects.ever_in_force()
        .filter(placement__in=Placement.objects.visible_to(by))
        .select_related("school")
        .order_by("placement", "-version")
        .distinct("placement")
    )
    numbers = [each.placement_id for each in agreements]
    references = Placement.objects.in_bulk(numbers)
    prices = _prices(numbers, first, last)
    paid = _paid(numbers, first, on)
    terms = terms_between(first, last)
    found = []
    for each in agreements:
        number = each.placement_id
        if not prices[number]:
            continue
        parts = instalments(each.billing, year, weeks=each.weeks, terms=terms)
        accrued = accrued_by(on, prices[number])
        is_by_days = not parts
        due = accrued if is_by_days else due_by(on, prices[number], parts)
        sums = ScheduleSums(due, paid.get(number, Decimal(0)), accrued)
        reference = references[number].reference
        found.append(Scheduled(reference, str(each.school), each.billing, sums))
    return sorted(found, key=lambda row: (row.school, row.reference))


def by_school(rows: Iterable[Scheduled]) -> dict[str, ScheduleSums]:
    """The sums of each school, by its name."""
    found = defaultdict(list)
    for row in rows:
        found[row.school].append(row.sums)
    return {school: ScheduleSums.of(sums) for school, sums in found.items()}


def _prices(
    placements: Sequence[int], first: datetime.date, last: datetime.date
) -> dict[int, list[Price]]:
    found = defaultdict(list)
    for each in Charge.objects.touching(first, last).filter(placement__in=placements):
        price = Price(each.first_on, each.last_on, Fraction(each.cost_a_year))
        found[each.placement_id].append(price)
    return found


def _paid(placements: Sequence[int], first: datetime.date, on: datetime.date) -> dict[int, Decimal]:
    paid = Payment.objects.filter(placement__in=placements, paid_on__range=(first, on))
    return dict(paid.order_by().values_list("placement").annotate(Sum("amount")))


def _months(year: int, first: int, last: int) -> Days:
    """From the first day of a month of a financial year to the last day of another."""
    of_year = year if first >= 4 else year + 1
    end = calendar.monthrange(of_year, last)[1]
    return datetime.date(of_year, first, 1), datetime.date(of_year, last, end)


def _mondays(year: int, terms: Sequence[Days]) -> list[datetime.date]:
    """The first days of the weeks of a financial year that are in a term."""
    first, last = financial_year(year)
    days = (first + datetime.timedelta(days=n) for n in range(_days(first, last)))
    return [
        day
        for day in days
        if day.weekday() == calendar.MONDAY
        and any(begins <= day + WORKING_WEEK and day <= ends for begins, ends in terms)
    ]


def _days(first: datetime.date, last: datetime.date) -> int:
    return (last - first).days + 1


def _pounds(amount: Fraction) -> Decimal:
    """To the penny, half up."""
    return to_penny(Decimal(amount.numerator) / Decimal(amount.denominator))

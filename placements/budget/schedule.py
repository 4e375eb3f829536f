"""The payment schedule: what schools should have invoiced by a day, and what we have paid.

Each signed agreement says how its school bills, and ``InvoiceRules`` where there is none. What is
due by that is one figure; what has accrued by the days that a child was placed is another, and
neither is ever added to the other. VAT stands apart from both.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Self

from django.db.models import QuerySet, Sum

from nmiss.base.accounts.models import User
from nmiss.base.core.days import financial_year, financial_year_of
from nmiss.base.core.money import to_penny
from placements.agreements.models import PlacementAgreement
from placements.agreements.status import Billing
from placements.budget.invoice_rules import InvoiceRules, RulesInForce
from placements.endings.signals import terms_between
from placements.models import Charge, Payment, Placement
from providers.models import School

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
    """What is due by a day and the VAT on top, what was paid, and what has accrued.

    All but VAT is without it. What has accrued is never added to what is due.
    """

    due: Decimal = Decimal(0)
    vat_recoverable: Decimal = Decimal(0)
    vat_lost: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)
    accrued: Decimal = Decimal(0)

    @property
    def difference(self) -> Decimal:
        """Below nought where less was paid than is due."""
        return self.paid - self.due

    @classmethod
    def of(cls, rows: Iterable[ScheduleSums]) -> ScheduleSums:
        rows = list(rows)
        return cls(*(sum(getattr(row, each.name) for row in rows) for each in fields(cls)))


@dataclass(frozen=True)
class Scheduled:
    """A placement in the schedule, by its reference.

    ``is_agreed`` says that a signed agreement has its way of billing; else it is the usual one. Of
    a placement that is voided nothing is due, so that all that was paid is a difference.
    """

    reference: str
    school: str
    urn: int
    billing: str
    is_agreed: bool
    sums: ScheduleSums
    is_voided: bool = False

    @property
    def billing_in_words(self) -> str:
        if self.is_voided:
            return "Nothing is due: the placement is voided"
        words = Billing(self.billing).label
        return words if self.is_agreed else f"{words} (no agreement)"

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


class Shares:
    """Which part of a year's cost is due by a day, with its VAT, and which has accrued.

    Placements that are billed alike for the same days share an answer.
    """

    def __init__(self, on: datetime.date, rules: RulesInForce, terms: Sequence[Days]) -> None:
        self.on, self.rules, self._terms = on, rules, terms
        self.year = financial_year_of(on)
        self.first, self.last = financial_year(self.year)
        self._parts: dict[tuple[str, Decimal], list[Instalment]] = {}
        self._known: dict[tuple[object, ...], tuple[Fraction, ...]] = {}

    def of(
        self, first: datetime.date, last: datetime.date | None, bills: Bills
    ) -> tuple[Fraction, ...]:
        """Due, its recoverable VAT, its other VAT, and accrued, of a price that counts on days."""
        days = max(first, self.first), min(last or self.last, self.last)
        is_yet_to_begin = first > self.on
        key = (*days, is_yet_to_begin, bills)
        if key not in self._known:
            self._known[key] = self._work_out(Price(first, last, Fraction(1)), bills)
        return self._known[key]

    def _work_out(self, price: Price, bills: Bills) -> tuple[Fraction, ...]:
        due = vat = lost = Fraction(0)
        for amount, rules in self._amounts(price, bills):
            due += amount
            on_top = amount * Fraction(rules.vat_rate) / 100
            if rules.is_vat_recoverable:
                vat += on_top
            else:
                lost += on_top
        accrued = Fraction(price.days_in(self.first, self.on), _days(self.first, self.last))
        return due, vat, lost, accrued

    def _amounts(self, price: Price, bills: Bills) -> Iterator[tuple[Fraction, InvoiceRules]]:
        """Each part that is due by the day, with the rules of the day on which it was due."""
        if bills.billing == Billing.DAYS:
            whole = _days(self.first, self.last)
            for first, last, rules in self.rules.changes(bills.rules, self.first, self.on):
                yield Fraction(price.days_in(first, last), whole), rules
            return
        for part in self._instalments(bills):
            if part.due_on <= self.on and price.first_on <= self.on:
                yield part.of(price), self.rules.on(part.due_on, bills.rules)

    def _instalments(self, bills: Bills) -> list[Instalment]:
        key = bills.billing, bills.weeks
        if key not in self._parts:
            self._parts[key] = instalments(
                bills.billing, self.year, weeks=bills.weeks, terms=self._terms
            )
        return self._parts[key]


class Bills(NamedTuple):
    """How a placement is billed: by which way, for how many weeks, and under whose rules."""

    billing: str
    weeks: Decimal
    rules: int | None


def schedule(on: datetime.date, *, by: User, urn: int | None = None) -> list[Scheduled]:
    """Each placement with a price in the financial year of a day, of one school or of all.

    Where no signed agreement says how its school bills, the rules of that day do.
    """
    first, last = financial_year(financial_year_of(on))
    rules = RulesInForce(InvoiceRules.objects.all())
    shares = Shares(on, rules, terms_between(first, last))
    placements = Placement.objects.visible_to(by).touching(first, last)
    if urn is not None:
        placements = placements.filter(school__urn=urn)
    agreed = _agreed(placements)
    prices, paid = _prices(placements, first, last), _paid(placements, first, on)
    schools = School.objects.in_bulk(placements.order_by().values_list("school", flat=True))
    found = []
    for number, reference, at in placements.values_list("pk", "reference", "school"):
        if number not in prices:
            continue
        usual = rules.on(on, at)
        billing, weeks = agreed.get(number, (usual.billing, usual.weeks))
        bills = Bills(billing, weeks, rules.key(at))
        sums = sums_of(prices[number], bills, shares, paid.get(number, Decimal(0)))
        school, is_agreed = schools[at], number in agreed
        found.append(Scheduled(reference, str(school), school.urn, billing, is_agreed, sums))
    found += _voided(by, first, on, urn)
    return sorted(found, key=lambda row: (row.school, row.reference))


@dataclass(frozen=True)
class ScheduleOverview:
    """The schedule by school, with all in one, and its placements where they fit on one page."""

    schools: list[tuple[str, int, ScheduleSums]]
    total: ScheduleSums
    placements: int
    listed: list[Scheduled]

    @classmethod
    def of(cls, rows: Sequence[Scheduled], *, only_different: bool, most: int | None) -> Self:
        """Of more than ``most`` placements none is listed."""
        listed = [row for row in rows if row.is_different or not only_different]
        are_too_many = most is not None and len(listed) > most
        total = ScheduleSums.of(row.sums for row in rows)
        return cls(by_school(rows), total, len(listed), [] if are_too_many else listed)


def _voided(
    by: User, first: datetime.date, on: datetime.date, urn: int | None
) -> Iterator[Scheduled]:
    """What was paid for placements that are voided: it is to come back, or was paid by mistake."""
    paid = Payment.objects.filter(paid_on__range=(first, on))
    voided = Placement.on_record.visible_to(by).filter(voided_at__isnull=False, payments__in=paid)
    if urn is not None:
        voided = voided.filter(school__urn=urn)
    sums = _paid(voided, first, on)
    for each in voided.select_related("school").distinct():
        school, amount = each.school, sums[each.pk]
        yield Scheduled(
            *(each.reference, str(school), school.urn, "", False),
            ScheduleSums(paid=amount),
            is_voided=True,
        )


def _agreed(placements: QuerySet[Placement]) -> dict[int, tuple[str, Decimal]]:
    """How each placement is billed, for how many weeks, by the newest agreement of both sides."""
    signed = PlacementAgreement.objects.ever_in_force().filter(placement__in=placements)
    newest = signed.order_by("placement", "-version").distinct("placement")
    rows = newest.values_list("placement", "billing", "weeks")
    return {number: (billing, weeks) for number, billing, weeks in rows}


def sums_of(prices: Iterable[Price], bills: Bills, shares: Shares, paid: Decimal) -> ScheduleSums:
    """Of one placement, by all its prices; each sum is rounded once."""
    sums = [Fraction(0)] * 4
    for price in prices:
        parts = shares.of(price.first_on, price.last_on, bills)
        sums = [sum_ + price.cost * part for sum_, part in zip(sums, parts, strict=True)]
    due, vat, lost, accrued = map(_pounds, sums)
    return ScheduleSums(due, vat, lost, paid, accrued)


def by_school(rows: Iterable[Scheduled]) -> list[tuple[str, int, ScheduleSums]]:
    """Each school by its name and URN, with its sums."""
    found = defaultdict(list)
    for row in rows:
        found[row.school, row.urn].append(row.sums)
    return [(*school, ScheduleSums.of(sums)) for school, sums in found.items()]


def _prices(
    placements: QuerySet[Placement], first: datetime.date, last: datetime.date
) -> dict[int, list[Price]]:
    found = defaultdict(list)
    charges = Charge.objects.touching(first, last).filter(placement__in=placements.order_by())
    rows = charges.values_list("placement", "first_on", "last_on", "cost_a_year")
    for placement, first_on, last_on, cost in rows:
        found[placement].append(Price(first_on, last_on, Fraction(cost)))
    return dict(found)


def _paid(
    placements: QuerySet[Placement], first: datetime.date, on: datetime.date
) -> dict[int, Decimal]:
    paid = Payment.objects.filter(placement__in=placements.order_by(), paid_on__range=(first, on))
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

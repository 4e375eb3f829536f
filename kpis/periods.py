"""Periods that returns are about: months, quarters, half years, terms and academic years.

Quarters and half years are those of the calendar; a year runs from 1 September to 31 August. A term
is whatever the council named so, with its days. People never see the name of a period without its
first and last day.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from nmiss.base.core.days import academic_year_of

FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_HALF_YEAR = re.compile(r"(\d{4})-H([12])", re.ASCII)
_YEAR = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
HOW = (
    "give a month such as 2024-09, a quarter such as 2024-Q3, a half year such as 2024-H1, an "
    "academic year such as 2024-25, or a term by the name that it has in the list of terms"
)


class Frequency(TextChoices):
    """How often an indicator is asked for."""

    MONTH = "month", "Every month"
    QUARTER = "quarter", "Every quarter"
    TERM = "term", "Every term"
    HALF_YEAR = "half_year", "Every half year"
    YEAR = "year", "Every academic year"


class NoPeriod(Exception):
    """This names no period; the words say what does."""


@dataclass(frozen=True)
class Period:
    """Days from a first to a last one, both included.

    ``number`` counts the periods of a frequency, so that a missing one leaves its gap.
    """

    frequency: Frequency
    name: str
    first_day: datetime.date
    last_day: datetime.date
    number: int

    def __str__(self) -> str:
        return in_words(self.name, self.first_day, self.last_day)


@dataclass(frozen=True)
class TermDays:
    """A term as the council named it."""

    name: str
    first_day: datetime.date
    last_day: datetime.date


class Periods:
    """All periods there are, given the council's terms."""

    def __init__(self, terms: Iterable[TermDays] = ()) -> None:
        in_order = sorted(terms, key=lambda term: term.first_day)
        self.terms = [
            Period(Frequency.TERM, term.name, term.first_day, term.last_day, number)
            for number, term in enumerate(in_order)
        ]
        self._by_name = {plain(term.name): term for term in self.terms}

    def named(self, name: str) -> Period:
        """The period of this name; raises NoPeriod."""
        name = " ".join(name.split())
        found = self._by_name.get(plain(name)) or _calendar_period(name)
        if found is None:
            raise NoPeriod(HOW)
        return found

    def last_ended(self, frequency: str, day: datetime.date) -> Period | None:
        """The last period that ended on or before a day; None where no term had ended."""
        if frequency == Frequency.TERM:
            ended = [term for term in self.terms if term.last_day <= day]
            return max(ended, key=lambda term: term.last_day, default=None)
        found = self.of_day(frequency, day)
        return found if found.last_day == day else self.before(found)

    def of_day(self, frequency: str, day: datetime.date) -> Period | None:
        """The period that a day is in; None for a day that is in no term."""
        if frequency == Frequency.TERM:
            within = (term for term in self.terms if term.first_day <= day <= term.last_day)
            return next(within, None)
        if frequency == Frequency.MONTH:
            return _months(frequency, day.year * 12 + day.month - 1)
        if frequency == Frequency.QUARTER:
            return _months(frequency, day.year * 4 + (day.month - 1) // 3)
        if frequency == Frequency.HALF_YEAR:
            return _months(frequency, day.year * 2 + (day.month - 1) // 6)
        return _academic_year(academic_year_of(day))

    def before(self, period: Period) -> Period | None:
        """The period before one; None before the first term."""
        if period.frequency == Frequency.TERM:
            return self.terms[period.number - 1] if period.number else None
        if period.frequency == Frequency.YEAR:
            return _academic_year(period.number - 1)
        return _months(period.frequency, period.number - 1)

    def ended_within(
        self, frequency: str, first: datetime.date, last: datetime.date
    ) -> list[Period]:
        """Those whose last day is among these days, the oldest first."""
        found, period = [], self.last_ended(frequency, last)
        while period is not None and period.last_day >= first:
            found.append(period)
            period = self.before(period)
        return found[::-1]


def plain(name: str) -> str:
    """A name as it is looked up: in small letters, with single spaces."""
    return " ".join(name.split()).casefold()


def is_of_the_calendar(name: str) -> bool:
    """Whether a name is that of a month, a quarter, a half year or a year: no term has it."""
    upper = name.strip().upper()
    return any(form.fullmatch(upper) for form in (_MONTH, _QUARTER, _HALF_YEAR, _YEAR))


def _calendar_period(name: str) -> Period | None:
    """What a name says that is no term's. 2008-09 is a month; years of old are not asked for."""
    upper = name.upper()
    if found := _MONTH.fullmatch(upper):
        return _within_years(Frequency.MONTH, int(found[1]), int(found[2]), 12)
    if found := _QUARTER.fullmatch(upper):
        return _within_years(Frequency.QUARTER, int(found[1]), int(found[2]), 4)
    if found := _HALF_YEAR.fullmatch(upper):
        return _within_years(Frequency.HALF_YEAR, int(found[1]), int(found[2]), 2)
    found = _YEAR.fullmatch(upper)
    if found and (int(found[1]) + 1) % 100 == int(found[2]):
        year = int(found[1])
        return _academic_year(year) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def _within_years(frequency: Frequency, year: int, part: int, parts: int) -> Period | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return _months(frequency, year * parts + part - 1)


_PARTS = {Frequency.MONTH: (12, ""), Frequency.QUARTER: (4, "Q"), Frequency.HALF_YEAR: (2, "H")}


def _months(frequency: str, number: int) -> Period:
    """The months of the calendar that a number stands for."""
    parts, letter = _PARTS[Frequency(frequency)]
    year, part = divmod(number, parts)
    length = 12 // parts
    last_month = (part + 1) * length
    shown = f"{letter}{part + 1}" if letter else f"{part + 1:02}"
    return Period(
        Frequency(frequency),
        f"{year}-{shown}",
        datetime.date(year, part * length + 1, 1),
        datetime.date(year, last_month, calendar.monthrange(year, last_month)[1]),
        number,
    )


def _academic_year(year: int) -> Period:
    return Period(
        Frequency.YEAR,
        f"{year}-{(year + 1) % 100:02}",
        datetime.date(year, 9, 1),
        datetime.date(year + 1, 8, 31),
        year,
    )


def in_words(name: str, first: datetime.date, last: datetime.date) -> str:
    """A period with its days; the year is said once where both are in it."""
    year = "" if first.year == last.year else f" {first.year}"
    return f"{name} ({first:%-d %B}{year} to {last:%-d %B %Y})"

"""Days: in force on one or touching a window, both ends counted; years of money and of school."""

from __future__ import annotations

import calendar
import datetime
from typing import Self

from django.db.models import Func, IntegerField, Q, QuerySet


class DatedQuerySet(QuerySet):
    """Records with a first day and a last one that may be unknown, both inclusive."""

    first_day: str
    last_day: str

    def touching(self, first: datetime.date, last: datetime.date) -> Self:
        """Those in force on at least one day of the window, both ends included."""
        return self.filter(
            Q(**{f"{self.last_day}__isnull": True}) | Q(**{f"{self.last_day}__gte": first}),
            **{f"{self.first_day}__lte": last},
        )

    def on(self, day: datetime.date) -> Self:
        """Those in force on the day."""
        return self.touching(day, day)


class DayCount(Func):
    """How many days there are from a first to a last day, both included; 0 or less for none."""

    template = "(%(expressions)s + 1)"
    arg_joiner = " - "
    output_field = IntegerField()

    def __init__(self, first: object, last: object) -> None:
        super().__init__(last, first)


YEARS = range(15)  # reception, 0, to year 14


def financial_year(year: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of the financial year that begins in ``year`` (2024: April 2024 on)."""
    return datetime.date(year, 4, 1), datetime.date(year + 1, 3, 31)


def financial_year_of(day: datetime.date) -> int:
    """The year in which the financial year of this day began."""
    return day.year if day.month >= 4 else day.year - 1


def academic_year_of(day: datetime.date) -> int:
    """The year in which the academic year of this day began (1 September to 31 August)."""
    return day.year if day.month >= 9 else day.year - 1


def academic_year(year: int) -> tuple[datetime.date, datetime.date]:
    """First and last day of the academic year that begins in ``year`` (2024: September 2024 on)."""
    return datetime.date(year, 9, 1), datetime.date(year + 1, 8, 31)


def cohort_of(birth_date: datetime.date) -> int:
    """The year whose 31 August is the first on or after the birth.

    Children of one cohort are in one National Curriculum year. It says less of a child than
    the birth date, so figures are made from it and the birth date stays locked away.
    """
    return birth_date.year if birth_date.month < 9 else birth_date.year + 1


def nc_year(cohort: int, *, on: datetime.date) -> int:
    """National Curriculum year on a day: age on 31 August before the academic year, less 4.

    Reception is 0; year 10 is 10; below 0 is before school age.
    """
    return academic_year_of(on) - cohort - 4


def nc_year_cohort(year: int, *, on: datetime.date) -> int:
    """The cohort of which the children are in a National Curriculum year on a day."""
    return academic_year_of(on) - year - 4


def year_in_words(year: int) -> str:
    """A National Curriculum year as schools say it."""
    if year < 0:
        return "Before reception"
    if year > YEARS[-1]:
        first, last = ages_in_year(year)
        return f"After year {YEARS[-1]} (aged {first} to {last})"
    return "Reception" if year == 0 else f"Year {year}"


def ages_in_year(year: int) -> tuple[int, int]:
    """How old children are as a National Curriculum year begins, and what they become in it."""
    return year + 4, year + 5


def years_after(day: datetime.date, years: int) -> datetime.date:
    """The same day so many years later; 28 February where there is no 29th, and at most the last
    day that there is.
    """
    year = day.year + years
    if year > datetime.MAXYEAR:
        return datetime.date.max
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; the last of its month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))

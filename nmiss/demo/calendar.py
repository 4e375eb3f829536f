"""Days of the demo county: academic years, year groups, first and last days of places."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

DAY = timedelta(days=1)


def academic_year(day: date) -> int:
    """Return the calendar year in which the academic year of this day began."""
    return day.year if day.month >= 9 else day.year - 1


def nc_year(reception: int, day: date) -> int:
    """Return the national curriculum year of a child who began reception in that year.

    Age on 31 August before the academic year, less four; reception is 0.
    """
    return academic_year(day) - reception


def birthday(rng: Random, reception: int) -> date:
    """Pick a date of birth that puts the child in reception in that year."""
    return date(reception - 5, 9, 1) + timedelta(days=rng.randrange(365))


def last_day_of(year: int) -> date:
    """Return the last day of the academic year that began in that year."""
    return date(year + 1, 8, 31)


def between(rng: Random, first: date, last: date) -> date:
    """Pick a weekday from first to last; fall back on last if the pick slides past it."""
    day = first + timedelta(days=rng.randint(0, (last - first).days))
    while day.weekday() > 4:
        day += DAY
    return min(day, last)


def start_of_term(rng: Random, year: int) -> date:
    """Pick a first day of a place in the autumn: most agreements run from 1 September."""
    if rng.random() < 0.85:
        return date(year, 9, 1)
    return between(rng, date(year, 9, 2), date(year, 9, 12))


def start_in_year(rng: Random, year: int) -> date:
    """Pick a first day of a place in an academic year: four in five begin with the year."""
    draw = rng.random()
    if draw < 0.8:
        return start_of_term(rng, year)
    if draw < 0.9:
        return between(rng, date(year, 9, 16), date(year, 12, 13))
    return between(rng, date(year + 1, 1, 6), date(year + 1, 7, 4))


def in_term(day: date) -> date:
    """Move a last day out of the summer holiday and off the weekend."""
    if day.month == 8 or (day.month == 7 and day.day > 22):
        day = date(day.year, 7, 21)
    while day.weekday() > 4:
        day -= DAY
    return day

"""Periods: read and written, with their first and last days."""

import datetime

import pytest

from kpis.periods import Frequency, NoPeriod, Periods, TermDays, is_of_the_calendar

D = datetime.date
PERIODS = Periods(
    [
        TermDays("2024-25 spring", D(2025, 1, 6), D(2025, 4, 4)),
        TermDays("2024-25 autumn", D(2024, 9, 2), D(2024, 12, 20)),
        TermDays("2024-25 summer", D(2025, 4, 22), D(2025, 7, 23)),
    ]
)


@pytest.mark.parametrize(
    ("name", "frequency", "first", "last"),
    [
        ("2024-09", "month", D(2024, 9, 1), D(2024, 9, 30)),
        ("2024-02", "month", D(2024, 2, 1), D(2024, 2, 29)),
        ("2024-12", "month", D(2024, 12, 1), D(2024, 12, 31)),
        ("2024-Q1", "quarter", D(2024, 1, 1), D(2024, 3, 31)),
        ("2024-Q3", "quarter", D(2024, 7, 1), D(2024, 9, 30)),
        ("2024-H1", "half_year", D(2024, 1, 1), D(2024, 6, 30)),
        ("2024-H2", "half_year", D(2024, 7, 1), D(2024, 12, 31)),
        ("2024-25", "year", D(2024, 9, 1), D(2025, 8, 31)),
        ("2099-00", "year", D(2099, 9, 1), D(2100, 8, 31)),
        ("2024-25 autumn", "term", D(2024, 9, 2), D(2024, 12, 20)),
        # Of old, a month has the name that a year would have.
        ("2008-09", "month", D(2008, 9, 1), D(2008, 9, 30)),
    ],
)
def test_a_name_is_read(name, frequency, first, last):
    period = PERIODS.named(name)

    assert (period.frequency, period.first_day, period.last_day) == (frequency, first, last)
    assert period.name == name
    assert PERIODS.of_day(frequency, last) == period
    assert PERIODS.of_day(frequency, first) == period


@pytest.mark.parametrize("name", ["2024-q3", " 2024-Q3 ", "2024-25 Autumn", "2024-25  autumn"])
def test_a_name_is_read_in_capitals_or_not(name):
    assert PERIODS.named(name).name in ("2024-Q3", "2024-25 autumn")


@pytest.mark.parametrize(
    "name",
    [
        *("", "2024", "2024-13", "2024-00", "2024-Q5", "2024-H3", "2024-26", "2024-25 winter"),
        *("24-Q1", "2024/25", "0000-01", "9999-Q4", "2024-Q", "٢٠٢٤-Q1"),
    ],
)
def test_what_names_no_period_is_refused_with_examples(name):
    with pytest.raises(NoPeriod, match="2024-Q3"):
        PERIODS.named(name)


def test_a_period_is_shown_with_its_days():
    assert str(PERIODS.named("2024-25 autumn")) == (
        "2024-25 autumn (2 September to 20 December 2024)"
    )


@pytest.mark.parametrize(
    ("frequency", "day", "name"),
    [
        ("month", D(2024, 9, 30), "2024-09"),
        ("month", D(2024, 9, 29), "2024-08"),
        ("quarter", D(2024, 9, 30), "2024-Q3"),
        ("quarter", D(2024, 12, 30), "2024-Q3"),
        ("quarter", D(2025, 1, 1), "2024-Q4"),
        ("half_year", D(2024, 9, 30), "2024-H1"),
        ("year", D(2025, 8, 31), "2024-25"),
        ("year", D(2025, 8, 30), "2023-24"),
        ("term", D(2024, 12, 20), "2024-25 autumn"),
        ("term", D(2025, 4, 21), "2024-25 spring"),
    ],
)
def test_the_last_period_that_ended_is_known(frequency, day, name):
    assert PERIODS.last_ended(frequency, day).name == name


def test_no_term_ended_before_the_first():
    assert PERIODS.last_ended("term", D(2024, 12, 19)) is None
    assert PERIODS.of_day("term", D(2024, 12, 21)) is None
    assert PERIODS.before(PERIODS.named("2024-25 autumn")) is None


@pytest.mark.parametrize(
    ("frequency", "names"),
    [
        ("quarter", ["2024-Q3", "2024-Q4", "2025-Q1"]),
        ("term", ["2024-25 autumn", "2024-25 spring"]),
        ("year", []),
        ("half_year", ["2024-H2"]),
    ],
)
def test_periods_that_ended_within_days(frequency, names):
    found = PERIODS.ended_within(frequency, D(2024, 9, 30), D(2025, 4, 4))

    assert [period.name for period in found] == names


def test_numbers_follow_one_another_across_years():
    for frequency in Frequency:
        period = PERIODS.last_ended(frequency, D(2025, 8, 31))
        before = PERIODS.before(period)
        assert before.number == period.number - 1
        if frequency != Frequency.TERM:
            assert before.last_day + datetime.timedelta(days=1) == period.first_day


def test_a_term_is_not_called_like_another_period():
    assert all(map(is_of_the_calendar, ["2024-09", "2024-25", "2024-q1", " 2024-H2"]))
    assert not is_of_the_calendar("2024-25 autumn")

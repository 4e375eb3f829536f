import datetime
import itertools

import pytest
from django.db.models import F

from nmiss.base.core.models import NonWorkingDay
from nmiss.base.core.working_days import (
    WorkingDayNumber,
    add_working_days,
    is_working_day,
    working_days_before,
    working_days_between,
)

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


class TestAddWorkingDays:
    @pytest.mark.parametrize(
        ("event", "five", "ten", "fifteen"),
        [
            ("2025-04-14", "2025-04-23", "2025-04-30", "2025-05-08"),
            ("2025-12-22", "2025-12-31", "2026-01-08", "2026-01-15"),
            ("2026-03-27", "2026-04-07", "2026-04-14", "2026-04-21"),
            ("2026-08-21", "2026-08-28", "2026-09-07", "2026-09-14"),
            ("2026-12-18", "2026-12-29", "2027-01-06", "2027-01-13"),
        ],
    )
    def test_leaves_out_weekends_and_bank_holidays(self, event, five, ten, fifteen):
        found = [add_working_days(day(event), count) for count in (5, 10, 15)]

        assert found == [day(five), day(ten), day(fifteen)]

    def test_finds_the_end_of_a_standstill(self):
        # Eight working days after the notice of 11 June 2026.
        assert add_working_days(day("2026-06-11"), 8) == day("2026-06-23")

    def test_knows_the_holidays_of_the_reigns(self):
        holidays = ("2022-06-03", "2022-09-19", "2023-05-08")

        assert not any(is_working_day(day(text)) for text in holidays)

    def test_leaves_out_a_day_of_our_own(self):
        NonWorkingDay.objects.create(day=day("2026-11-24"), reason="Offices closed: flood")

        assert add_working_days(day("2026-11-23"), 1) == day("2026-11-25")
        assert not is_working_day(day("2026-11-24"))

    def test_counts_no_days_as_the_day_itself(self):
        assert add_working_days(day("2026-11-22"), 0) == day("2026-11-22")

    def test_refuses_to_count_below_none(self):
        with pytest.raises(ValueError, match="from 0 up"):
            add_working_days(day("2026-11-23"), -1)


class TestWorkingDaysBefore:
    def test_counts_back(self):
        assert working_days_before(day("2026-04-14"), 10) == day("2026-03-27")


def test_the_database_numbers_working_days_alike():
    """Each day of a year has the number of the day before, and one more if offices work."""
    own = frozenset({datetime.date(2026, 5, 14), datetime.date(2026, 5, 16)})
    days = [datetime.date(2026, 3, 1) + datetime.timedelta(days=n) for n in range(320)]
    NonWorkingDay.objects.all().delete()
    NonWorkingDay.objects.bulk_create(NonWorkingDay(day=day, reason="x") for day in days)
    numbers = dict(
        NonWorkingDay.objects.annotate(number=WorkingDayNumber(F("day"), closed=own)).values_list(
            "day", "number"
        )
    )

    for day, later in itertools.pairwise(days):
        works = working_days_between(day, later, closed=own)
        assert numbers[later] - numbers[day] == works, later
        after = add_working_days(day, 10, closed=own)
        assert after not in numbers or numbers[after] == numbers[day] + 10, day


def test_between_two_days_are_as_many_as_one_walks():
    own = frozenset({day("2026-01-06"), day("2026-01-10")})

    for count in range(30):
        last = add_working_days(day("2025-12-20"), count, closed=own)
        assert working_days_between(day("2025-12-20"), last, closed=own) == count
        after = add_working_days(last, 1, closed=own)
        assert working_days_between(last, after, closed=own) == 1
    assert working_days_between(day("2026-01-12"), day("2025-12-20"), closed=own) == 0

"""The calendar of rounds, at the edges of months, holidays and clock changes."""

import datetime

import pytest
from django.utils import timezone

from contracts.arrangements import quarters
from contracts.models import Vehicle
from nmiss.base.core.clock import noon
from nmiss.base.core.models import AuditEvent, NonWorkingDay
from tests.factories.contracts import RoundFactory, the_dps

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def dps():
    return the_dps(ends_on=day("2028-08-31"))


class TestDatesOf:
    @pytest.mark.parametrize(
        ("quarter", "opens", "closes"),
        [
            ("2026-12-01", "2026-12-01", "2026-12-31"),
            ("2027-03-01", "2027-03-01", "2027-03-31"),
            # 1 June 2025 is a Sunday; 30 days after the Monday is 2 July.
            ("2025-06-01", "2025-06-02", "2025-07-02"),
            # 1 September 2029 is a Saturday.
            ("2029-09-01", "2029-09-03", "2029-10-03"),
            # 31 March 2024 is Easter Sunday and Monday a holiday: the next working day.
            ("2024-03-01", "2024-03-01", "2024-04-02"),
            # 1 January is a holiday, and then comes a weekend.
            ("2027-12-01", "2027-12-01", "2027-12-31"),
            ("2020-12-01", "2020-12-01", "2020-12-31"),
        ],
    )
    def test_opens_on_the_first_working_day(self, dps, quarter, opens, closes):
        dates = quarters.dates_of(dps, day(quarter))

        assert (dates.opens_on, dates.closes_on) == (day(opens), day(closes))

    def test_leaves_out_a_day_off_of_our_own(self, dps):
        NonWorkingDay.objects.create(day=day("2026-12-01"), reason="Offices closed: flood")

        dates = quarters.dates_of(dps, day("2026-12-01"))

        assert (dates.opens_on, dates.closes_on) == (day("2026-12-02"), day("2027-01-04"))

    def test_is_noon_in_london_across_the_change_to_summer_time(self, dps):
        dates = quarters.dates_of(dps, day("2027-03-01"))

        assert dates.opens_at == datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
        assert dates.closes_at == datetime.datetime(2027, 3, 31, 11, tzinfo=datetime.UTC)
        assert (dates.closes_on - dates.opens_on).days == 30

    def test_is_noon_in_london_across_the_change_to_winter_time(self):
        opens, closes = noon(day("2026-10-01")), noon(day("2026-10-31"))

        assert (opens.hour, closes.hour) == (11, 12)


class TestPlan:
    def test_goes_to_the_end_of_the_term(self, dps):
        quarters.plan(dps, by=None)

        rounds = list(dps.rounds.by_time())
        assert rounds[-1].quarter == day("2028-06-01")
        assert [each.number for each in rounds] == list(range(1, len(rounds) + 1))
        assert all(timezone.localtime(each.closes_at).hour == 12 for each in rounds)
        assert AuditEvent.objects.filter(verb="plan_rounds").count() == 1

    def test_makes_none_twice(self, dps):
        made = quarters.plan(dps, by=None)

        assert made
        assert quarters.plan(dps, by=None) == 0

    def test_does_not_make_again_what_was_moved(self, dps):
        quarters.plan(dps, by=None)
        moved = dps.rounds.by_time().last()
        moved.opens_at -= datetime.timedelta(days=50)
        moved.closes_at -= datetime.timedelta(days=50)
        moved.save()

        assert quarters.plan(dps, by=None) == 0

    def test_leaves_days_that_another_round_takes(self, dps):
        first = quarters.plan(dps, by=None)
        before = dps.rounds.by_time().first()
        dps.rounds.all().delete()
        RoundFactory(vehicle=dps, planned=True, opens_at=before.opens_at, number=1,
                     closes_at=before.closes_at)  # fmt: skip

        assert quarters.plan(dps, by=None) == first - 1

    def test_goes_a_year_ahead_where_the_term_is_open(self):
        vehicle = the_dps()

        quarters.plan(vehicle, by=None)

        assert vehicle.rounds.count() in (3, 4)
        assert Vehicle.objects.get().ends_on is None

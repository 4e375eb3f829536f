"""What places usually cost: the median of our children's, by day and residential."""

import datetime
from decimal import Decimal

import pytest

from nmiss.celery import app
from placements import tasks
from placements.models import PriceLine, UsualPrice
from tests.factories.placements import PlacementFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 26)


def prices():
    return {
        (each.school.name, each.is_residential): (each.cost, each.children)
        for each in UsualPrice.objects.select_related("school")
    }


@pytest.fixture
def school():
    return SchoolFactory(name="School")


class TestSettle:
    def test_is_the_median_of_those_who_are_there_today(self, school):
        for fee in (30_000, 40_000, 65_000):
            PlacementFactory(school=school, annual_fee=fee)
        PlacementFactory(school=school, annual_fee=99_000, ended_on=DAY(2026, 11, 25))
        PlacementFactory(school=school, annual_fee=99_000, starts_on=DAY(2026, 11, 27))
        PlacementFactory(school=school, annual_fee=0)
        PlacementFactory(school=school, annual_fee=90_000, provision="residential_38")

        UsualPrice.settle(TODAY)

        assert prices() == {
            ("School", False): (Decimal(40_000), 3),
            ("School", True): (Decimal(90_000), 1),
        }

    def test_counts_education_and_boarding_and_no_therapy(self, school):
        placement = PlacementFactory(school=school, annual_fee=40_000)
        for kind, amount in (("residential", 10_000), ("therapy_slt", 5_000)):
            PriceLine.objects.create(
                placement=placement,
                kind=kind,
                unit="year",
                quantity=1,
                amount=amount,
                funder="education",
                weeks=38,
                cost_a_year=amount,
                starts_on=DAY(2025, 9, 1),
            )

        UsualPrice.settle(TODAY)

        assert prices() == {("School", False): (Decimal(50_000), 1)}

    def test_follows_what_has_changed_and_forgets_what_is_gone(self, school):
        placement = PlacementFactory(school=school, annual_fee=40_000)
        UsualPrice.settle(TODAY)
        PlacementFactory(school=SchoolFactory(name="Other"), annual_fee=50_000)
        placement.ended_on = DAY(2026, 11, 1)
        placement.save()

        UsualPrice.settle(TODAY)

        assert prices() == {("Other", False): (Decimal(50_000), 1)}

    def test_beat_has_it_worked_out_again_and_again(self, school):
        PlacementFactory(school=school, annual_fee=40_000)

        tasks.settle_usual_prices()

        assert prices() == {("School", False): (Decimal(40_000), 1)}
        scheduled = {each["task"] for each in app.conf.beat_schedule.values()}
        assert "placements.tasks.settle_usual_prices" in scheduled

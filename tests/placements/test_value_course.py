"""How spend grows over the term, and on which days parts of the value are reached."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from contracts.models import Vehicle, VehicleFigure
from nmiss.base.accounts.models import Role
from placements.reports.value_course import course_of, courses_of
from tests.factories.accounts import UserFactory
from tests.outbox import messages
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
DAY = datetime.date
ON = DAY(2025, 5, 31)


@pytest.fixture
def vehicle(take_schools, take_members, take_placements):
    """£100 a day from 1 April 2024 to the end of the term, 31 August 2025."""
    dps = Vehicle.establish_dps()[1].vehicle
    take_schools()
    take_members({"admitted_on": "2024-04-01"})
    take_placements()
    dps.describe(by=None, advertised_value=Decimal(50_000), value_basis="total")
    return dps


def test_has_the_end_of_each_quarter_today_and_the_end(vehicle, django_assert_num_queries):
    with django_assert_num_queries(4):
        course = course_of(vehicle, ON)

    assert [(each.on, each.amount, each.is_committed) for each in course.points] == [
        (DAY(2024, 6, 30), 9_100, False),
        (DAY(2024, 9, 30), 18_300, False),
        (DAY(2024, 12, 31), 27_500, False),
        (DAY(2025, 3, 31), 36_500, False),
        (ON, 42_600, False),
        (DAY(2025, 6, 30), 45_600, True),
        (DAY(2025, 8, 31), 51_800, True),
    ]
    assert course.points[-1].percent == Decimal("103.60")


def test_says_on_which_day_each_part_is_reached(vehicle):
    found = course_of(vehicle, ON).crossings

    assert [(each.limit, each.on, each.is_committed) for each in found] == [
        (80, DAY(2025, 5, 5), False),
        (90, DAY(2025, 6, 24), True),
        (100, DAY(2025, 8, 13), True),
    ]


def test_has_no_limits_for_a_value_of_each_year_nor_a_day_beyond_the_term(vehicle):
    vehicle.describe(by=None, value_basis="annual")
    assert course_of(vehicle, ON).crossings == []

    vehicle.describe(by=None, value_basis="total", advertised_value=Decimal(60_000))
    assert [each.on for each in course_of(vehicle, ON).crossings][1:] == [None, None]


def test_is_on_the_page_as_a_picture_with_its_table(client, vehicle):
    noted(vehicle, 42_000, 9_000)
    client.force_login(UserFactory(role=Role.OFFICER))

    words = client.get(reverse("placements:vehicle_value", args=[vehicle.pk])).content.decode()

    assert "None: the value is exceeded by £1,000" in words
    assert "was reached about 5 May 2025" in words
    assert '<svg class="nmiss-picture__drawing"' in words
    assert "36,500" in words


def noted(vehicle, spent, committed, days_ago=0):
    as_at = timezone.localdate() - datetime.timedelta(days=days_ago)
    facts = {"spent": spent, "committed": committed, "until": as_at}
    VehicleFigure.note(vehicle, as_at=as_at, spent_call_off=0, committed_call_off=0, **facts)


class TestTheAlert:
    def told(self, limit, officer):
        remind_of(f"{limit}% of the advertised value", timezone.now())
        return len(messages(to=officer.email, holding="advertised value"))

    def test_comes_once_for_each_part_that_is_reached(self, vehicle):
        officer = UserFactory(role=Role.OFFICER)
        noted(vehicle, 39_000, 999, days_ago=3)
        assert self.told(80, officer) == 0

        noted(vehicle, 39_000, 1_000, days_ago=2)
        noted(vehicle, 39_000, 0, days_ago=1)
        noted(vehicle, 39_000, 2_000)

        assert [self.told(80, officer) for _ in range(2)] == [1, 1]
        assert self.told(90, officer) == 1

    def test_is_of_the_greatest_part_alone_where_several_are_reached_at_once(self, vehicle):
        officer = UserFactory(role=Role.OFFICER)
        noted(vehicle, 50_000, 0)

        assert [self.told(limit, officer) for limit in (80, 90, 100)] == [0, 0, 1]

    def test_is_none_where_nobody_knows_what_the_value_counts(self, vehicle):
        officer = UserFactory(role=Role.OFFICER)
        vehicle.describe(by=None, value_basis="unknown")
        noted(vehicle, 50_000, 0)

        assert self.told(100, officer) == 0


def test_all_arrangements_stand_beside_one_another(client, vehicle, django_assert_num_queries):
    client.force_login(UserFactory(role=Role.FINANCE))
    page = reverse("placements:vehicle_value_list")
    facts = {"lots": 1, "by": None, "kind": "framework", "established_on": ON, "starts_on": ON}
    bare = Vehicle.establish(name="Bare", **facts)
    zero = {"spent_call_off": 0, "committed_call_off": 0, "until": vehicle.ends_on}
    VehicleFigure.note(vehicle, as_at=ON - DAY.resolution, spent=1, committed=1, **zero)
    VehicleFigure.note(vehicle, as_at=ON, spent=42_600, committed=9_200, forecast=100, **zero)

    rows = {row.pk: row for row in client.get(page).context["page"].rows}

    shown, empty = rows[vehicle.pk], rows[bare.pk]
    expected = {each.limit: each.on for each in course_of(vehicle, timezone.localdate()).crossings}
    assert shown.reached_on == expected
    assert (shown.spent, shown.total, empty.total) == (42_600, 51_900, None)
    text = client.get(page).text
    assert "-£1,900" in text or "−£1,900" in text
    assert empty.reached_on == {}
    assert "Not known" in text

    def found(**query):
        return [row.name for row in client.get(page, query).context["page"].rows]

    assert found(reached="100") == [vehicle.name]
    assert found(reached="80", kind="framework") == []
    assert found(value_basis="unknown") == ["Bare"]
    assert found(sort="-spent") == [vehicle.name, "Bare"]
    file = client.get(reverse("files:listing_csv", args=["vehicle-values"]))
    assert b"-1900" in b"".join(file.streaming_content)


def test_the_days_of_many_are_asked_in_as_many_queries_as_of_one(
    vehicle, django_assert_max_num_queries
):
    facts = {"lots": 1, "by": None, "kind": "framework", "established_on": ON, "starts_on": ON}
    more = [Vehicle.establish(name=name, **facts) for name in "AB"]

    with django_assert_max_num_queries(3):
        assert len(courses_of([vehicle, *more], ON)) == 3

"""New inspections: who is told, whose task they are, and what they count for in matching."""

import datetime

import pytest
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from placements.new_inspections import RECENT, new_inspections, unread_by, unread_by_commissioning
from providers.models import Inspection, InspectionReading
from tests.factories.accounts import UserFactory
from tests.factories.inspections import an_inspection
from tests.factories.placements import PlacementFactory
from tests.factories.providers import SchoolFactory
from tests.reminding import remind_of

pytestmark = pytest.mark.django_db
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def placer():
    return UserFactory(role=Role.PLACEMENTS)


def lately(school, *, by, days=10, **facts):
    day = timezone.localdate() - datetime.timedelta(days=days)
    return an_inspection(school, by=by, inspected_on=day, **facts)


def test_a_new_one_is_told_once_and_is_a_task_until_it_is_read(client, officer, placer):
    school = PlacementFactory().school
    inspection = lately(school, by=officer)
    UserFactory(role=Role.FINANCE)

    remind_of("inspection", timezone.now())
    remind_of("inspection", timezone.now())

    told = [address for each in OutboxMessage.objects.all() for address in each.payload["to"]]
    assert sorted(told) == sorted([officer.email, placer.email])
    task = f"Read the inspection of {school}: standards met"
    for person in (officer, placer):
        client.force_login(person)
        assert task in client.get("/").text
        client.post(f"/inspections/{inspection.pk}/read/")
        client.post(f"/inspections/{inspection.pk}/read/")
        assert task not in client.get("/").text
    assert InspectionReading.objects.count() == 2


def test_history_other_schools_and_mistakes_are_no_news(officer, placer):
    today = timezone.localdate()
    ours = PlacementFactory().school
    an_inspection(ours, by=officer, inspected_on=timezone.localdate() - RECENT - ONE_DAY)
    lately(SchoolFactory(), by=officer)
    assert not new_inspections(today).exists()

    newest = lately(ours, by=officer)
    lately(ours, by=officer, days=20)
    assert [newest] == list(unread_by_commissioning(today)) == list(unread_by(placer, today))
    assert not new_inspections(today + datetime.timedelta(days=31)).filter(
        recorded_at__lt=timezone.now() - datetime.timedelta(days=31)
    )

    newest.void(by=officer, reason="Of another school.")
    assert newest not in new_inspections(today)
    assert Inspection.objects.count() == 4

"""What the arrangements bring to the landing pages."""

import datetime

import pytest
from django.utils import timezone

from contracts.arrangements.home import dates_of_rounds
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def dates(person):
    return [(each.on, each.words) for each in dates_of_rounds(person, timezone.localdate())]


def test_key_dates_of_rounds_in_the_next_two_months(client):
    today = timezone.localdate()
    round = RoundFactory(
        opens_at=noon(today - 5 * DAY),
        closes_at=noon(today + 20 * DAY),
        clarifications_close_at=noon(today + 10 * DAY),
        evaluation_ends_on=today + 61 * DAY,
    )
    name = f"{round.vehicle}, round {round.number}"
    officer, provider = UserFactory(role=Role.OFFICER), ProviderMemberFactory().user

    assert (
        dates(officer)
        == dates(provider)
        == [
            (today + 10 * DAY, f"{name}: last day for questions"),
            (today + 20 * DAY, f"{name}: closes"),
        ]
    )
    for person in (officer, provider):
        client.force_login(person)
        page = client.get("/")
        assert [each.on for each in page.context["board"].key_dates] == [
            today + 10 * DAY,
            today + 20 * DAY,
        ]
        assert client.get(page.context["board"].key_dates[0].link).status_code == 200


def test_a_round_that_is_over_has_none():
    RoundFactory(closed=True)

    assert dates(UserFactory(role=Role.OFFICER)) == []

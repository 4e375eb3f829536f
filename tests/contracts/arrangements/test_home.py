"""What the arrangements bring to the landing pages."""

import datetime

import pytest
from django.utils import timezone

from nmiss.base.accounts.key_dates import dates_of
from nmiss.base.accounts.models import Role
from nmiss.base.core.clock import noon
from tests.factories.accounts import UserFactory
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def dates(person):
    today = timezone.localdate()
    found = dates_of(person, today, today + 60 * DAY, today=today)
    return [(each.on, f"{each.kind}: {each.subject}") for each in found]


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
            (today + 10 * DAY, f"Last day for questions: {name}"),
            (today + 20 * DAY, f"Round closes: {name}"),
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


def test_a_round_that_closed_today_is_over(client):
    RoundFactory(closed=True)
    client.force_login(UserFactory(role=Role.OFFICER))

    assert client.get("/").context["board"].key_dates == []

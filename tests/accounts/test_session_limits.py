"""How long somebody stays signed in."""

import datetime

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import KnownSession
from nmiss.base.accounts.session_limits import BEGAN, SEEN
from nmiss.base.core.form_tokens import session_digest
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
HOME = "home:home"


def minutes_left(client):
    """Until the session ends, by the database, to the minute."""
    ends = Session.objects.get(pk=session_digest(client.session.session_key)).expire_date
    return round((ends - timezone.now()).total_seconds() / 60)


def put_back(client, key, **time):
    """Have something of this session be so much longer ago."""
    session = client.session
    session[key] -= datetime.timedelta(**time).total_seconds()
    session.save()


class TestIdle:
    def test_is_an_hour_for_the_council(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))

        assert minutes_left(client) == 60

    def test_is_what_the_settings_say(self, client, settings):
        settings.SESSION_IDLE_MINUTES = 20
        client.force_login(UserFactory())
        client.get(reverse(HOME))

        assert minutes_left(client) == 20

    def test_is_eight_hours_for_a_provider(self, client):
        client.force_login(ProviderMemberFactory().user)
        client.get(reverse(HOME))

        assert minutes_left(client) == settings.SESSION_HOURS * 60

    def test_ends_the_session(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))
        Session.objects.update(expire_date=timezone.now() - datetime.timedelta(seconds=1))

        assert client.get(reverse(HOME))["Location"].startswith(reverse("account_login"))

    def test_begins_anew_with_each_page_that_is_read(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))
        put_back(client, SEEN, minutes=50)
        Session.objects.update(expire_date=timezone.now() + datetime.timedelta(minutes=10))

        client.get(reverse(HOME))

        assert minutes_left(client) == 60

    def test_costs_no_writing_within_a_minute(self, client):
        client.force_login(UserFactory())
        client.get(reverse("home:privacy"))
        before = KnownSession.objects.get().seen_at

        client.get(reverse("home:privacy"))

        assert KnownSession.objects.get().seen_at == before


class TestLongest:
    def test_is_twelve_hours_however_much_is_read(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))
        put_back(client, BEGAN, hours=11, minutes=30)
        put_back(client, SEEN, minutes=5)

        client.get(reverse(HOME))

        assert minutes_left(client) == 30

    def test_ends_the_session(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))
        put_back(client, BEGAN, hours=12, minutes=1)
        put_back(client, SEEN, minutes=5)

        assert client.get(reverse(HOME))["Location"].startswith(reverse("account_login"))

    def test_begins_anew_with_signing_in(self, client):
        person = UserFactory()
        client.force_login(person)
        client.get(reverse(HOME))
        put_back(client, BEGAN, hours=11)
        client.logout()
        client.force_login(person)
        client.get(reverse(HOME))

        assert minutes_left(client) == 60
        assert timezone.now().timestamp() - client.session[BEGAN] < 3600


class TestEveryPage:
    def test_says_until_when_one_is_signed_in(self, client):
        client.force_login(UserFactory())
        page = client.get(reverse(HOME)).content.decode()

        ends = timezone.localtime(timezone.now() + datetime.timedelta(hours=1))
        shown = {f"{one.hour % 12 or 12}:{one:%M}" for one in (ends, ends - MINUTE, ends + MINUTE)}
        assert any(f"Signed in until {one}" in page for one in shown)

    def test_brings_the_words_for_the_script(self, client):
        client.force_login(UserFactory())
        page = client.get(reverse(HOME)).content.decode()

        assert "<dialog" in page
        assert f'data-nmiss-renew="{reverse("accounts:stay_signed_in")}"' in page

    def test_says_nothing_of_it_to_visitors(self, client):
        assert "<dialog" not in client.get(reverse("account_login")).content.decode()


class TestStaySignedIn:
    def test_renews_the_session_and_says_for_how_long(self, client):
        client.force_login(UserFactory())
        client.get(reverse(HOME))
        put_back(client, SEEN, minutes=56)

        answer = client.get(reverse("accounts:stay_signed_in")).json()

        assert 3590 <= answer["seconds"] <= 3600
        assert minutes_left(client) == 60


MINUTE = datetime.timedelta(minutes=1)

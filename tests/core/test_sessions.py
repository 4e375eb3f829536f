"""Sessions as the database has them: nobody makes one's cookie of a row, or moves it to another."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from nmiss.base.accounts.models import Role
from nmiss.base.core.form_tokens import session_digest
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def is_in(client):
    return client.get("/").status_code == 200


@pytest.fixture
def officer():
    return signed_in(UserFactory())


@pytest.fixture
def auditor():
    return signed_in(UserFactory(role=Role.AUDITOR))


def row_of(client):
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Session.objects.get(pk=session_digest(key))


class TestASession:
    def test_is_its_browsers(self, officer):
        assert is_in(officer)
        assert is_in(officer)

    def test_is_not_entered_by_what_the_database_knows_of_it(self, officer):
        stranger = Client()
        for known in (row_of(officer).pk, row_of(officer).session_data[:32]):
            stranger.cookies[settings.SESSION_COOKIE_NAME] = known
            assert not is_in(stranger)

    def test_is_nothing_in_the_row_of_another(self, officer, auditor):
        held = row_of(officer).session_data
        Session.objects.filter(pk=row_of(auditor).pk).update(session_data=held)

        assert not is_in(auditor)

    def test_is_nothing_under_another_digest(self, officer, auditor):
        own = row_of(auditor).pk
        row_of(auditor).delete()
        Session.objects.filter(pk=row_of(officer).pk).update(session_key=own)

        assert not is_in(auditor)

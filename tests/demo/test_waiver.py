"""The demo asks nobody for a second factor, while nobody is in it who is not made up."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.actions import invite
from nmiss.base.accounts.models import Role
from nmiss.demo import waiver
from nmiss.demo.models import DemoPerson
from tests.factories.accounts import UserFactory
from tests.signed_in import by_password_alone, let_time_pass

pytestmark = pytest.mark.django_db
BANNER = "This is a demo with invented records."


@pytest.fixture
def officer():
    person = UserFactory(role=Role.OFFICER)
    DemoPerson.objects.create(user=person)
    return person


def test_lets_the_demo_in_by_password_and_every_page_says_so(client, officer):
    by_password_alone(client, officer)
    let_time_pass(client, minutes=600)

    assert client.get("/").status_code == 200
    assert client.get(reverse("files:listing_csv", args=["children"])).status_code == 200
    for path in ("/", "/privacy/", "/schools/"):
        assert BANNER in client.get(path).text
    client.logout()
    assert BANNER in client.get(reverse("account_login")).text


def test_whom_the_demo_invites_is_of_the_demo(client, officer):
    invite(email="new@council.example", name="New", role=Role.PLACEMENTS, by=officer)
    by_password_alone(client, officer)

    assert client.get("/").status_code == 200


def test_is_refused_where_somebody_is_not_of_the_demo(client, officer):
    invite(email="ada@council.example", name="Ada", role=Role.ADMINISTRATOR, by=None)
    by_password_alone(client, officer)

    assert client.get("/").url == reverse("mfa_index")
    assert BANNER not in client.get(reverse("account_login")).text


def test_is_refused_where_there_is_no_demo(client):
    by_password_alone(client, UserFactory())

    assert not waiver.holds()
    assert client.get("/").url == reverse("mfa_index")
    assert BANNER not in client.get("/privacy/").text

"""The demo's people are on its sign-in page, each signed in as by a click: in the demo alone."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.actions import invite
from nmiss.base.accounts.models import Role
from nmiss.demo.models import DemoPerson
from tests.factories.accounts import UserFactory
from tests.seen import seen

pytestmark = pytest.mark.django_db
PASSWORD = "a-password-of-the-demo"


@pytest.fixture
def officer(settings):
    settings.DEMO_CLICK = PASSWORD
    person = UserFactory(role=Role.OFFICER, name="Demo commissioning officer")
    person.set_password(PASSWORD)
    person.save()
    DemoPerson.objects.create(user=person)
    return person


def filled_in(client):
    """What the buttons of the sign-in page send."""
    forms = seen(client.get(reverse("account_login"))).forms
    sent = [
        {each.attributes["name"]: each.attributes.get("value", "") for each in form.all("input")}
        for form in forms
        if form.all("input", type="hidden", name="password")
    ]
    return [each for each in sent if each["login"]]


def test_signs_in_by_a_click(client, officer):
    (sent,) = filled_in(client)

    answer = client.post(reverse("account_login"), sent)

    assert answer.url == "/"
    assert client.get("/").wsgi_request.user == officer


def test_names_who_can_sign_in(client, officer):
    invited = UserFactory(name="Demo new starter")
    invited.set_unusable_password()
    invited.save()
    left = UserFactory(name="Demo leaver", is_active=False)
    for each in (invited, left):
        DemoPerson.objects.create(user=each)

    assert [each["login"] for each in filled_in(client)] == [officer.email]


def test_says_no_password_where_the_setting_does_not(client, officer, settings):
    settings.DEMO_CLICK = ""

    assert filled_in(client) == []
    assert "Try the demo" not in client.get(reverse("account_login")).text


def test_says_no_password_once_somebody_is_not_of_the_demo(client, officer):
    invite(email="ada@council.example", name="Ada", role=Role.ADMINISTRATOR, by=None)

    page = client.get(reverse("account_login")).text

    assert filled_in(client) == []
    assert PASSWORD not in page


def test_says_no_password_where_there_is_no_demo(client, settings):
    settings.DEMO_CLICK = PASSWORD
    UserFactory(name="Demo officer")

    assert PASSWORD not in client.get(reverse("account_login")).text

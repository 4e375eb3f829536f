import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from tests.factories.accounts import SecondFactor, UserFactory
from tests.signed_in import by_password_alone, let_time_pass, shown_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.OFFICER)
    SecondFactor.of(person)
    client.force_login(person)
    return person


@pytest.fixture
def address():
    return reverse("files:listing_csv", args=["children"])


class TestSteppedUp:
    def test_lets_through_whoever_has_just_shown_it(self, client, officer, address):
        assert client.get(address).status_code == 200

    def test_asks_whoever_showed_it_too_long_ago_and_leads_back(
        self, client, officer, address, settings
    ):
        let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)

        asked = client.get(f"{address}?words=ash")
        answered = client.post(asked.url, {"code": SecondFactor.of(officer).code})

        assert asked.url.startswith(reverse("mfa_reauthenticate"))
        assert (answered.status_code, answered.url) == (302, f"{address}?words=ash")
        assert client.get(answered.url).status_code == 200

    def test_counts_from_the_last_time_and_not_from_the_sign_in(
        self, client, officer, address, settings
    ):
        let_time_pass(client, minutes=settings.STEP_UP_MINUTES - 1)
        assert client.get(address).status_code == 200

        let_time_pass(client, minutes=2)
        assert client.get(address).status_code == 302

    def test_does_not_take_a_password_for_it(self, client, officer, address, settings):
        let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)

        page = client.get(reverse("account_reauthenticate"))

        assert page.url.startswith(reverse("mfa_reauthenticate"))

    def test_does_not_take_a_wrong_code(self, client, officer, address, settings):
        let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)
        before = shown_at(client)

        answered = client.post(client.get(address).url, {"code": "000000"})

        assert "Enter the code that your authenticator app shows now" in answered.text
        assert shown_at(client) == before
        assert client.get(address).status_code == 302

    def test_sends_whoever_has_none_to_set_one_up(self, client, address):
        client.force_login(UserFactory(role=Role.OFFICER))
        let_time_pass(client, minutes=60)

        response = client.get(address)

        assert response.url == reverse("mfa_index")

    def test_leaves_other_lists_alone(self, client, officer):
        let_time_pass(client, minutes=60)

        assert client.get(reverse("files:listing_csv", args=["schools"])).status_code == 200


WEIGHTY = [
    "contracts:application_open",
    "contracts:round_open_applications",
    "contracts:application_evaluate_now",
    "contracts:application_approve",
    "contracts:outcome_release",
    "contracts:agreement_countersign",
    "imports:import_file",
    "imports:import_findings_csv",
]


@pytest.mark.parametrize("name", WEIGHTY)
def test_what_weighs_much_needs_it(client, name, settings):
    """Asked before anything is looked up: no record need be there."""
    person = UserFactory(role=Role.MANAGER)
    SecondFactor.of(person)
    client.force_login(person)
    let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)
    number = [] if name.endswith(("release", "countersign")) else [1]

    for send in (client.get, client.post):
        response = send(reverse(name, args=number))

        assert response.url.startswith(reverse("mfa_reauthenticate"))


def test_a_form_that_was_sent_too_late_is_not_done_and_says_so(client, settings):
    person = UserFactory(role=Role.MANAGER)
    SecondFactor.of(person)
    client.force_login(person)
    let_time_pass(client, minutes=settings.STEP_UP_MINUTES + 1)

    response = client.post(reverse("contracts:outcome_release"), {"continue": ""}, follow=True)

    assert "Nothing was sent." in response.text


def test_nobody_gets_round_it_by_a_session_of_the_password(client, address):
    person = UserFactory(role=Role.OFFICER)
    SecondFactor.of(person)
    by_password_alone(client, person)

    assert client.get(address).url.startswith(reverse("mfa_reauthenticate"))

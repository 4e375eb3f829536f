import pytest
from django.urls import NoReverseMatch, reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

SIGN_IN = "/accounts/sign-in/"
REFUSAL = "Check your email address and password, and enter them again"


def sign_in(client, email, password=PASSWORD):
    return client.post(SIGN_IN, {"login": email, "password": password})


ASTRAY = [
    *("http://[", "//[", "https://evil.example/", "//evil.example/", "///evil.example", "/\\evil"),
    *("javascript:alert(1)", "http:evil.example", "\x00", "\t//evil.example", "https://[::1"),
]


@pytest.mark.parametrize("page", ["account_login", "account_reset_password", "mfa_authenticate"])
@pytest.mark.parametrize("astray", ASTRAY)
def test_every_page_opens_however_broken_the_address_is_that_it_would_lead_to(client, page, astray):
    assert client.get(reverse(page), {"next": astray}).status_code in {200, 302}


class TestSignIn:
    @pytest.mark.parametrize("astray", ASTRAY)
    def test_leads_to_no_other_host(self, client, settings, astray):
        settings.ALLOWED_HOSTS = ["testserver", "evil.example"]
        given = {"login": UserFactory().email, "password": PASSWORD, "next": astray}

        assert client.post(SIGN_IN, given)["Location"] == reverse("home:home")

    def test_leads_on_to_where_somebody_was(self, client):
        given = {"login": UserFactory().email, "password": PASSWORD, "next": "/cookies/?a=1"}

        assert client.post(SIGN_IN, given)["Location"] == "/cookies/?a=1"

    def test_lets_in_whoever_knows_the_password(self, client):
        person = UserFactory()

        response = sign_in(client, person.email.upper())

        assert (response.status_code, response.url) == (302, reverse("home:home"))
        assert client.session["_auth_user_id"] == str(person.pk)

    def test_lasts_as_long_as_the_settings_say(self, client, settings):
        sign_in(client, UserFactory().email)

        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        assert cookie["max-age"] == settings.SESSION_COOKIE_AGE

    def test_says_the_same_to_a_stranger_as_to_a_wrong_password(self, client):
        person = UserFactory()

        wrong = sign_in(client, person.email, "wrong")
        stranger = sign_in(client, "stranger@council.example", "wrong")

        assert wrong.context_data["form"].non_field_errors() == [REFUSAL]
        assert stranger.context_data["form"].non_field_errors() == [REFUSAL]
        assert "_auth_user_id" not in client.session

    def test_says_what_is_missing_in_the_title_and_in_a_summary(self, client):
        response = client.post(SIGN_IN, {})

        assert "<title>Error: Sign in" in response.text
        assert '<a href="#id_login">Enter an email address</a>' in response.text

    def test_tells_the_owner_of_a_closed_account_what_to_do(self, client):
        person = UserFactory(closed=True)

        response = sign_in(client, person.email)

        assert response.url == reverse("account_inactive")
        assert "_auth_user_id" not in client.session
        assert "your account has been closed" in client.get(response.url).text

    def test_lets_everybody_in_one_after_another_from_one_address(self, client):
        people = UserFactory.create_batch(9)

        answers = [sign_in(client.__class__(), person.email).status_code for person in people]

        assert answers == [302] * 9

    def test_cannot_be_preceded_by_signing_up(self, client):
        with pytest.raises(NoReverseMatch):
            reverse("account_signup")

        assert client.get("/accounts/signup/").status_code == 404
        assert client.get("/accounts/sign-up/").status_code == 404


class TestSignOut:
    def test_needs_a_post(self, client):
        client.force_login(UserFactory())

        assert client.get(reverse("account_logout")).status_code == 405
        assert "_auth_user_id" in client.session

    def test_ends_the_session(self, client):
        client.force_login(UserFactory())

        response = client.post(reverse("account_logout"), follow=True)

        assert "You are signed out." in response.text
        assert "_auth_user_id" not in client.session


class TestNewPassword:
    def ask(self, client, email):
        response = client.post(reverse("account_reset_password"), {"email": email}, follow=True)
        return response, OutboxMessage.objects.filter(kind="email")

    def link_in(self, message, settings):
        lines = message.payload["body"].splitlines()
        return next(line for line in lines if "://" in line).removeprefix(settings.SITE_URL)

    def test_answers_alike_whether_or_not_there_is_an_account(self, client):
        person = UserFactory()

        known, _ = self.ask(client, person.email)
        unknown, mail = self.ask(client, "stranger@council.example")

        assert known.text == unknown.text
        assert [message.payload["to"] for message in mail] == [[person.email]]

    def test_sends_nothing_to_a_closed_account(self, client):
        _, mail = self.ask(client, UserFactory(closed=True).email)

        assert not mail

    def test_does_not_take_the_link_from_the_request(self, client, settings):
        settings.ALLOWED_HOSTS = ["elsewhere.example", "testserver"]
        person = UserFactory()

        client.post(
            reverse("account_reset_password"),
            {"email": person.email},
            HTTP_HOST="elsewhere.example",
        )

        body = OutboxMessage.objects.get().payload["body"]
        assert settings.SITE_URL in body
        assert "elsewhere.example" not in body

    def test_is_set_once_by_the_link(self, client, settings):
        person = UserFactory()
        _, mail = self.ask(client, person.email)
        link = self.link_in(mail.get(), settings)
        new = {"password1": "three pleasant words", "password2": "three pleasant words"}

        form = client.get(link)
        done = client.post(form.url, new, follow=True)
        again = client.get(link)

        person.refresh_from_db()
        assert "Your new password is set" in done.text
        assert person.check_password("three pleasant words")
        assert "This link no longer works" in again.text

    @pytest.mark.parametrize(
        ("first", "second", "words"),
        [
            ("short", "short", "Enter a password of at least 12 characters"),
            ("1qaz2wsx3edc", "1qaz2wsx3edc", "Choose a password that is harder to guess"),
            ("three pleasant words", "three pleasant birds", "Enter the same password in both"),
        ],
    )
    def test_is_held_to_the_rules(self, client, settings, first, second, words):
        person = UserFactory()
        _, mail = self.ask(client, person.email)
        form = client.get(self.link_in(mail.get(), settings))

        response = client.post(form.url, {"password1": first, "password2": second})

        assert words in response.text
        person.refresh_from_db()
        assert person.check_password(PASSWORD)


class TestChangePassword:
    def change(self, client, old):
        new = {"password1": "three pleasant words", "password2": "three pleasant words"}
        address = reverse("account_change_password")
        return client.post(address, {"oldpassword": old} | new, follow=True)

    def test_keeps_one_signed_in(self, client):
        person = UserFactory(role=Role.ADMINISTRATOR)
        client.force_login(person)

        response = self.change(client, PASSWORD)

        person.refresh_from_db()
        assert "Your password is changed." in response.text
        assert person.check_password("three pleasant words")

    def test_asks_for_the_present_password(self, client):
        person = UserFactory()
        client.force_login(person)

        response = self.change(client, "wrong")

        assert "Enter the password that you sign in with now" in response.text
        person.refresh_from_db()
        assert person.check_password(PASSWORD)

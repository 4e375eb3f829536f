import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.seen import seen

PAGES = ["home:accessibility", "home:privacy", "home:cookies", "account_login"]


@pytest.mark.django_db
class TestPublicPages:
    @pytest.mark.parametrize("page", PAGES)
    def test_are_open_to_everybody(self, client, page, settings):
        settings.CONTACT_EMAIL = "help@council.example"

        response = client.get(reverse(page))

        assert response.status_code == 200
        assert "help@council.example" in response.text

    @pytest.mark.parametrize("page", PAGES)
    def test_take_nothing_from_elsewhere_and_hold_nothing_inline(self, client, page):
        response = client.get(reverse(page))

        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]
        for forbidden in ("<style", " style=", "<script>", 'src="http', "onclick"):
            assert forbidden not in response.text

    def test_hold_a_name_that_is_a_setting(self, client, settings):
        settings.PRODUCT_NAME = "School Places"

        response = client.get(reverse("home:cookies"))

        assert "School Places" in response.text
        assert "NMISS Hub" not in response.text

    def test_are_not_kept_for_the_signed_in(self, client):
        client.force_login(UserFactory())

        response = client.get(reverse("home:privacy"))

        assert "no-store" in response["Cache-Control"]
        assert "Sign out" in response.text


@pytest.mark.django_db
class TestOtherPages:
    def test_ask_visitors_to_sign_in(self, client):
        response = client.get(reverse("home:home"))

        assert response.url == reverse("account_login") + "?next=/"

    def test_that_do_not_exist_say_what_to_do(self, client):
        response = client.get("/nothing-here/")

        assert response.status_code == 404
        assert "Page not found" in response.text

    def test_that_a_role_may_not_open_say_what_to_do(self, client):
        client.force_login(UserFactory(role="provider"))

        response = client.get(reverse("accounts:person_list"))

        assert response.status_code == 403
        assert "You do not have access to this page" in response.text

    def test_sent_without_a_token_say_to_send_again(self):
        response = Client(enforce_csrf_checks=True).post(reverse("account_login"), {})

        assert response.status_code == 403
        assert "Send this again" in response.text


@pytest.mark.parametrize("name", ["400.html", "500.html", "503.html"])
def test_bare_pages_say_whom_to_ask_and_let_the_keyboard_skip(name, settings):
    settings.CONTACT_EMAIL = "help@council.example"

    page = render_to_string(name)

    assert 'href="mailto:help@council.example"' in page
    assert page.index('href="#main-content"') < page.index('id="main-content"')


PRESCRIBED = (
    "This service is partially compliant with the Web Content Accessibility Guidelines version 2.2",
    "is committed to making this service accessible, in accordance with the Public Sector Bodies",
    "The content listed below is non-accessible for the following reasons",
    "get back to you within 10 working days",
    "This statement was prepared on",
    "It was last reviewed on",
    "This service was last tested on",
    "Equality and Human Rights Commission (EHRC) is responsible for enforcing",
)


@pytest.mark.django_db
@pytest.mark.parametrize("sentence", PRESCRIBED)
def test_the_accessibility_statement_says_what_the_regulations_prescribe(client, sentence):
    assert sentence in seen(client.get(reverse("home:accessibility"))).main.words

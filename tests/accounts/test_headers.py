"""What browsers are told: of cookies, of what they may keep, and of what pages may use."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as hub
from django.contrib.sessions.models import Session
from django.urls import reverse

from nmiss.base.accounts.models import Invitation, Role
from nmiss.base.core.form_tokens import session_digest
from tests.factories.accounts import SecondFactor, UserFactory
from tests.signed_in import by_password_alone

ASK = """
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.BROWSER_COOKIE_NAME)
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
print(settings.SESSION_COOKIE_DOMAIN, settings.CSRF_COOKIE_DOMAIN)
print(settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_PATH)
print(settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS)
"""


def told(https):
    environment = os.environ | {"HTTPS": https, "DJANGO_SETTINGS_MODULE": "nmiss.settings"}
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True
    )
    return asked.stdout.split()


def test_cookies_belong_to_this_host_alone_under_https():
    assert told("1")[:9] == [
        *("__Host-session", "__Host-csrf", "__Host-browser"),
        *("True", "True", "None", "None", "/", "/"),
    ]


def test_browsers_are_to_come_by_https_for_a_year():
    assert told("1")[9:] == ["31536000", "True"]
    assert told("0")[9:] == ["0", "False"]


def test_cookies_work_without_https_too():
    assert told("0")[:5] == ["sessionid", "csrftoken", "browser", "False", "False"]


@pytest.mark.django_db
class TestHeaders:
    @pytest.mark.parametrize(
        "path", ["/accounts/sign-in/", "/privacy/", "/", "/nothing-here/", "/healthz"]
    )
    def test_pages_may_use_nothing_of_the_device(self, client, path):
        policy = client.get(path)["Permissions-Policy"]

        assert "camera=()" in policy
        assert "geolocation=()" in policy
        assert "publickey-credentials-get=(self)" in policy

    @pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
    def test_no_form_of_visitors_is_kept(self, client, name):
        assert "no-store" in client.get(reverse(name))["Cache-Control"]
        assert "no-store" in client.post(reverse(name), {})["Cache-Control"]

    def test_no_form_behind_a_link_is_kept(self, client):
        person = UserFactory(invited=True, role=Role.PROVIDER)
        token = Invitation.send(person, by=None)

        page = client.get(reverse("accounts:invitation_accept", args=[token]))

        assert "no-store" in page["Cache-Control"]

    def test_no_form_for_a_code_is_kept(self, client):
        person = UserFactory()
        SecondFactor.of(person)
        sent = {"login": person.email, "password": "correct horse battery staple"}

        page = client.post("/accounts/sign-in/", sent, follow=True)

        assert "Enter your code" in page.text
        assert "no-store" in page["Cache-Control"]

    @pytest.mark.parametrize(
        "name", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"]
    )
    def test_no_page_of_second_factors_is_kept(self, client, name):
        by_password_alone(client, UserFactory())

        assert "no-store" in client.get(reverse(name))["Cache-Control"]

    def test_public_pages_without_a_form_may_be_kept(self, client):
        assert "no-store" not in client.get("/privacy/").get("Cache-Control", "")

    def test_sign_out_clears_what_the_browser_kept(self, client):
        client.force_login(UserFactory())
        client.get(reverse("accounts:own_account"))
        before = client.session.session_key

        response = client.post(reverse("account_logout"))

        assert response["Clear-Site-Data"] == '"cache", "storage"'
        assert response.cookies[hub.CSRF_COOKIE_NAME]["max-age"] == 0
        assert response.cookies[hub.SESSION_COOKIE_NAME].value != before
        assert not Session.objects.filter(pk=session_digest(before)).exists()

    def test_the_mark_of_a_browser_is_not_for_scripts(self, client):
        person = UserFactory()
        sent = {"login": person.email, "password": "correct horse battery staple"}

        client.post("/accounts/sign-in/", sent)

        cookie = client.cookies[hub.BROWSER_COOKIE_NAME]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert len(cookie.value) == 43

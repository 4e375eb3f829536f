"""A second factor is set up, asked for at the next sign-in, and asked for again."""

import re

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from nmiss.base.accounts.codes import LAST_USED
from nmiss.base.accounts.models import Role
from tests.factories.accounts import PASSWORD, UserFactory, code_of
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)


def give_password(page, person):
    page.goto("/accounts/sign-in/")
    page.get_by_label("Email address").fill(person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def next_half_minute(person):
    """Codes are good once; a test does not wait for the next one."""
    app = Authenticator.objects.get(user=person, type="totp")
    app.data.pop(LAST_USED)
    app.save()


@pytest.mark.parametrize("options", [{}, {"java_script_enabled": False, "viewport": PHONE}])
def test_an_app_on_a_phone(window, options, assert_accessible, picture):
    person, page = UserFactory(role=Role.ADMINISTRATOR), window(**options)
    look = assert_accessible if not options else lambda page: None

    give_password(page, person)
    expect(page.get_by_role("heading", name="Set up a second factor")).to_be_visible()
    look(page)
    page.get_by_role("button", name="Add an authenticator app").click()
    secret = page.locator("main code").inner_text()
    expect(page.get_by_role("img", name="QR code of the key below")).to_be_visible()
    look(page)
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Add this app").click()

    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    look(page)
    codes = page.locator("main li code").all_inner_texts()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the codes").click()
    assert re.findall(r"^\d{10}$", download.value.path().read_text(), re.M) == codes
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    next_half_minute(person)
    give_password(page, person)
    look(page)
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Your account").click()
    expect(page.get_by_text("Password and authenticator app")).to_be_visible()
    look(page)
    picture(page, "own-account")


def test_a_passkey_of_the_browser(page, assert_accessible):
    """A real ceremony, with an authenticator that the browser makes up."""
    person, tools = UserFactory(role=Role.OFFICER), page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    device |= {"hasUserVerification": True, "isUserVerified": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": device})

    give_password(page, person)
    page.get_by_role("button", name="Add a passkey").click()
    assert_accessible(page)
    page.get_by_label("Name of this passkey").fill("Work laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    give_password(page, person)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()

    page.goto("/accounts/confirm/passkey/?next=/account/")
    assert_accessible(page)
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    expect(page.get_by_text("Confirmed with the second factor")).to_be_visible()


def test_passkeys_say_what_they_need_without_a_script(no_script):
    person = UserFactory(role=Role.OFFICER)
    give_password(no_script, person)

    no_script.get_by_role("button", name="Add a passkey").click()

    expect(no_script.get_by_text("Passkeys need JavaScript")).to_be_visible()
    expect(no_script.get_by_label("Name of this passkey")).to_be_hidden()

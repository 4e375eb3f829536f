"""A session ends while a form is open: there is a warning first, and then nothing is lost."""

import datetime

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from contracts.models import Clarification
from nmiss.base.accounts.models import Role
from providers.models import ProviderRole
from tests.factories.accounts import PASSWORD, UserFactory
from tests.factories.contracts import the_dps
from tests.factories.providers import ProviderMemberFactory
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

QUESTION = "May a school of another county apply?\nWe have one."


def bring_in(page, person, address):
    """Open a page as somebody who has signed in."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


class TestAWarning:
    def test_comes_five_minutes_before_and_lets_one_stay(
        self, page, live_server, assert_accessible
    ):
        bring_in(page, UserFactory(role=Role.OFFICER), live_server.url)
        page.clock.install()
        page.goto("/")
        warning = page.get_by_role("dialog", name="You will be signed out soon")
        expect(page.get_by_text("Signed in until")).to_be_visible()

        page.clock.fast_forward("54:00")
        expect(warning).to_have_count(0)
        page.clock.fast_forward("02:00")
        expect(warning).to_be_visible()
        assert_accessible(page)
        warning.get_by_role("button", name="Stay signed in").click()

        expect(warning).to_have_count(0)
        page.clock.fast_forward("10:00")
        expect(warning).to_have_count(0)

    def test_says_in_the_end_that_nothing_is_lost(self, page, live_server):
        bring_in(page, UserFactory(role=Role.OFFICER), live_server.url)
        page.clock.install()
        page.goto("/")

        page.clock.fast_forward("01:01:00")

        said = page.get_by_role("dialog", name="You are signed out")
        expect(said.get_by_text("Text on this page is not lost")).to_be_visible()


@pytest.mark.parametrize("options", [{}, {"viewport": PHONE, "java_script_enabled": False}])
class TestAnOpenForm:
    def test_is_filled_in_again_after_signing_in(self, window, live_server, options):
        cache.clear()
        owner = ProviderMemberFactory(role=ProviderRole.EDITOR).user
        vehicle, page = the_dps(), window(**options)
        bring_in(page, owner, live_server.url)
        page.goto(f"/clarifications/ask/{vehicle.pk}/")
        page.get_by_label("Your question").fill(QUESTION)
        Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
        page.context.clear_cookies()  # as a browser does when their time is over

        page.get_by_role("button", name="Send the question").click()
        page.get_by_label("Email address").fill(owner.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()

        expect(page.get_by_text("This form is not sent yet.")).to_be_visible()
        expect(page.get_by_label("Your question")).to_have_value(QUESTION)
        assert not Clarification.objects.exists()
        page.get_by_role("button", name="Send the question").click()
        expect(page.get_by_text("Your question is sent.")).to_be_visible()
        assert Clarification.objects.count() == 1


class TestAPageThatIsLeft:
    def test_asks_first_where_something_typed_was_not_sent(self, page, live_server):
        owner = ProviderMemberFactory(role=ProviderRole.EDITOR).user
        vehicle = the_dps()
        bring_in(page, owner, live_server.url)
        asked = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.goto(f"/clarifications/ask/{vehicle.pk}/")
        page.get_by_label("Your question").fill(QUESTION)
        page.get_by_role("link", name="Home", exact=True).click()
        expect(page.get_by_label("Your question")).to_have_value(QUESTION)
        assert asked == ["beforeunload"]

        page.get_by_role("button", name="Send the question").click()

        expect(page.get_by_text("Your question is sent.")).to_be_visible()
        assert asked == ["beforeunload"]

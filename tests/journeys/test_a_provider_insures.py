"""A provider fills in a section on a phone, is signed out, and finds what was typed."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from contracts.applications import sealing
from contracts.models import Section
from providers.models import ProviderRole
from tests.factories.accounts import PASSWORD
from tests.factories.applying import applicant
from tests.factories.contracts import RoundFactory
from tests.factories.providers import ProviderMemberFactory
from tests.journeys.signing_in import sign_in

pytestmark = pytest.mark.django_db(transaction=True)

INSURER = "Downland Mutual, EL 1234"


def test_ten_million_pounds_outlast_the_session(phone):
    RoundFactory(number=4)
    provider, _ = applicant()
    editor = ProviderMemberFactory(provider=provider, role=ProviderRole.EDITOR).user
    cache.clear()
    sign_in(phone, editor)
    phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("link", name="Apply", exact=True).click()
    phone.get_by_role("button", name="Start an application").click()
    phone.get_by_role("link", name="Part 3: insurance").click()
    phone.get_by_label("Employer’s liability").fill("£10,000,000")
    phone.get_by_label("Public liability").fill("10,000,000.00")
    phone.get_by_label("Professional indemnity").fill("£2,000,000")
    phone.get_by_label("Insurer and policy numbers").fill(INSURER)
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    phone.context.clear_cookies()  # as a browser does when their time is over

    phone.get_by_role("button", name="Save and continue").click()
    phone.get_by_label("Email address").fill(editor.email)
    phone.get_by_label("Password", exact=True).fill(PASSWORD)
    phone.get_by_role("button", name="Sign in").click()

    expect(phone.get_by_text("This form is not sent yet.")).to_be_visible()
    expect(phone.get_by_label("Employer’s liability")).to_have_value("10,000,000")
    expect(phone.get_by_label("Insurer and policy numbers")).to_have_value(INSURER)
    phone.get_by_role("button", name="Save and continue").click()
    expect(phone.get_by_text("1 of 15 sections are completed.")).to_be_visible()
    with sealing.acting_for(editor):
        saved = Section.objects.get(key="insurance").answers
    assert {key: saved[key] for key in ("employers", "professional", "insurer")} == {
        "employers": "10000000",
        "professional": "2000000",
        "insurer": INSURER,
    }

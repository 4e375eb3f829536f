"""Reminders as an administrator looks after them, at a desk and on a phone."""

import pytest
from django.core.mail import send_mail
from django.utils import timezone
from playwright.sync_api import expect

from nmiss.base.accounts.models import Role
from nmiss.base.core import tasks
from nmiss.base.core.models import Bounce, OutboxMessage
from nmiss.base.core.notify import KEY_REFUSED
from tests.factories.accounts import UserFactory
from tests.factories.extending import an_assessment
from tests.journeys import signing_in

pytestmark = pytest.mark.django_db(transaction=True)


def an_email(to, **facts):
    send_mail("A subject", "A text", None, [to])
    message = OutboxMessage.objects.latest("pk")
    OutboxMessage.objects.filter(pk=message.pk).update(**facts)
    return message


@pytest.fixture
def administrator():
    UserFactory(role=Role.OFFICER, name="Olive Officer")
    an_assessment()
    tasks.remind()
    now, provider = timezone.now(), UserFactory(role=Role.PROVIDER)
    an_email(provider.email, delivered_at=now, notify_status="delivered")
    bounced = an_email(provider.email, delivered_at=now, notify_status="permanent-failure")
    Bounce.objects.create(message=bounced, recipient=provider.email, reason="No such address")
    an_email(provider.email, tries=1, last_error=KEY_REFUSED)
    return UserFactory(role=Role.ADMINISTRATOR)


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_from_the_schedules_to_the_emails(
    size, window, phone, administrator, assert_accessible, picture, settings
):
    settings.NOTIFY_API_KEY = "no key of theirs"
    page = phone if size == "phone" else window()

    def look(name):
        fits = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert fits, f"{name} is wider than the {size}"
        assert_accessible(page)
        picture(page, f"reminders_{name}_{size}")

    signing_in.sign_in(page, administrator)
    page.goto("/reminders/")
    expect(page.get_by_text(KEY_REFUSED)).to_be_visible()
    expect(page.get_by_role("heading", name="Key dates without a reminder")).to_be_visible()
    look("schedules")

    page.get_by_role("link", name="Impact assessment review", exact=True).click()
    page.get_by_label("Subject").fill("Review it: {{ kind }}")
    page.get_by_role("button", name="Preview text").click()
    expect(page.get_by_text("Review it: [kind]").first).to_be_visible()
    look("text")
    page.get_by_role("button", name="Send a test to me").click()
    expect(page.get_by_text(f"A test is on its way to {administrator.email}.")).to_be_visible()
    page.get_by_role("button", name="Save text").click()
    expect(page.get_by_text("The text is saved.")).to_be_visible()
    expect(page.get_by_text(f"{administrator.name}: “Review it")).to_be_visible()
    look("saved")

    page.get_by_role("link", name="See the days of this reminder").click()
    expect(page.get_by_text("28 and 7 days before").first).to_be_visible()
    look("days")

    page.goto("/reminders/history/")
    look("history")
    page.goto("/reminders/")
    page.locator(".nmiss-figures a[href='/reminders/emails/']").click()
    for words in ("Delivered", "Permanent failure", "Failed, tried again"):
        expect(page.get_by_text(words, exact=True).first).to_be_visible()
    look("emails")

    page.goto("/reminders/choices/")
    look("choices")

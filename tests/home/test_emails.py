"""The page of emails: each with its status, and how many were sent, failed and bounced."""

import pytest
from django.core.mail import send_mail
from django.utils import timezone

from nmiss.base.accounts.models import Role
from nmiss.base.core.models import Bounce, NotifyStatus, OutboxMessage
from nmiss.base.core.notify import KEY_REFUSED
from tests.factories.accounts import UserFactory
from tests.seen import seen, written

pytestmark = pytest.mark.django_db
PAGE = "/reminders/emails/"


@pytest.fixture
def administrator(client):
    person = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(person)
    return person


def an_email(to, **facts):
    send_mail("A subject", "A secret link", None, [to])
    message = OutboxMessage.objects.latest("pk")
    OutboxMessage.objects.filter(pk=message.pk).update(**facts)
    return message


def shown(client):
    return {row[1]: row[2] for row in seen(client.get(PAGE)).rows()}


def test_each_has_its_status(client, administrator):
    now = timezone.now()
    an_email("waits@a.example")
    an_email("fails@a.example", tries=1, last_error="ConnectionRefusedError: no")
    an_email("left@a.example", delivered_at=now)
    bounced = an_email("bounced@a.example", delivered_at=now)
    Bounce.objects.create(message=bounced, recipient="bounced@a.example", reason="550")
    for status in NotifyStatus:
        an_email(f"{status}@a.example", delivered_at=now, notify_status=status)

    found = shown(client)

    assert {name.partition("@")[0]: status for name, status in found.items()} == {
        "waits": "Waiting",
        "fails": "Failed, tried again",
        "left": "Sent",
        "bounced": "Bounced",
    } | {status.value: status.label for status in NotifyStatus}
    health = client.get(PAGE).context["health"]
    sent = 2 + len(NotifyStatus)
    assert (health.sent, health.waiting, health.failed, health.bounced) == (sent, 2, 1, 1)


def test_no_subject_and_no_text_is_shown(client, administrator):
    an_email("waits@a.example")

    page = written(client.get(PAGE).text)

    assert "waits@a.example" in page
    assert "A subject" not in page
    assert "A secret link" not in page


def test_a_refused_key_is_one_sentence_on_both_pages(client, administrator, settings):
    settings.NOTIFY_API_KEY = "key"
    an_email("waits@a.example")
    assert KEY_REFUSED not in client.get(PAGE).text

    an_email("other@a.example", tries=1, last_error=KEY_REFUSED)

    for page in (PAGE, "/reminders/"):
        assert KEY_REFUSED in client.get(page).text.split("<table")[0]

    settings.NOTIFY_API_KEY = ""
    assert KEY_REFUSED not in client.get("/reminders/").text


def test_the_page_says_by_what_emails_leave(client, administrator, settings):
    assert "our mail server" in client.get(PAGE).text

    settings.NOTIFY_API_KEY = "key"

    assert "GOV.UK Notify. We ask it every minute" in client.get(PAGE).text


def test_the_reminders_lead_administrators_to_it(client, administrator):
    assert f'"{PAGE}"' in client.get("/reminders/").text

    client.force_login(UserFactory(role=Role.OFFICER))

    assert f'"{PAGE}"' not in client.get("/reminders/").text


def test_there_are_as_many_queries_for_many(client, administrator, django_assert_max_num_queries):
    now = timezone.now()
    for number in range(12):
        an_email(f"person{number}@a.example", delivered_at=now)
    client.get(PAGE)

    with django_assert_max_num_queries(22):
        client.get(PAGE)

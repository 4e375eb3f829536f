"""Mail that did not arrive: read from the mailbox, noted once, and dealt with by whoever can."""

import pytest
from django.core.mail import send_mail
from django.urls import reverse

from nmiss.across.home import reminding
from nmiss.base.accounts import bouncing
from nmiss.base.accounts.models import Role
from nmiss.base.core.bounces import MailboxRefused
from nmiss.base.core.models import AuditEvent, Bounce, OutboxMessage
from tests.factories.accounts import UserFactory
from tests.mailbox import a_report, mailbox

pytestmark = pytest.mark.django_db
LIST = "/reminders/bounces/"
UNREADABLE = (
    b"Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/rfc822-headers; charset=no-such\r\n\r\n\xff\xfe\r\n--x--\r\n"
)


def sent_to(email):
    send_mail("A subject", "A secret link", None, [email])
    return OutboxMessage.objects.latest("pk").message_id


def read(settings, *letters):
    with mailbox(*letters) as server:
        settings.BOUNCE_MAILBOX_URL = server.url
        return bouncing.read_mailbox(), bouncing.read_mailbox(), len(server.seen)


def test_a_report_of_our_message_is_noted_once_with_its_reason(settings):
    owner = UserFactory(role=Role.PROVIDER)
    mine, other = sent_to(owner.email), sent_to("nobody@elsewhere.example")
    letters = [
        a_report(mine, owner.email.upper()),
        a_report(mine, owner.email),
        a_report(other, "forwarded@behind.example", whole=False, why="552 full"),
        a_report(other, "nobody@elsewhere.example", action="delayed"),
        a_report("<guessed@council.example>", owner.email),
        b"From: a@b.example\r\nSubject: Out of office\r\n\r\nBack on Monday.\r\n",
        UNREADABLE,
    ]

    assert read(settings, *letters) == (2, 0, len(letters))

    rows = Bounce.objects.order_by("pk").values_list("recipient", "recipient_role", "reason")
    assert list(rows) == [
        (owner.email, "provider", "550 5.1.1 No such user"),
        ("nobody@elsewhere.example", "", "552 full"),
    ]
    assert reminding.health().bounced == 2


def test_each_sees_and_settles_those_whom_they_look_after(settings, client):
    people = [UserFactory(role=role) for role in (Role.PROVIDER, Role.FINANCE)]
    read(settings, *(a_report(sent_to(each.email), each.email) for each in people))
    of_provider, of_finance = Bounce.objects.order_by("pk")
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)

    assert "Check the address of 1 email that did not arrive" in client.get("/").text
    assert [row.recipient for row in client.get(LIST).context["page"].rows] == [people[0].email]
    assert client.post(reverse("home:bounce_settle", args=[of_finance.pk])).status_code == 404
    client.post(reverse("home:bounce_settle", args=[of_provider.pk]))

    of_provider.refresh_from_db()
    assert of_provider.settled_by_name == officer.name
    assert AuditEvent.objects.get(verb="settle_bounce").target_id == of_provider.pk
    assert "email that did not arrive" not in client.get("/").text
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))
    assert len(client.get(LIST).context["page"].rows) == 2


def test_a_mailbox_that_cannot_be_read_is_said(settings):
    settings.BOUNCE_MAILBOX_URL = ""
    assert bouncing.read_mailbox() == 0
    settings.BOUNCE_MAILBOX_URL = "https://mail.council.example"
    with pytest.raises(MailboxRefused, match="is not like imaps"):
        bouncing.read_mailbox()
    with mailbox() as server:
        settings.BOUNCE_MAILBOX_URL = server.url.replace("secret", "wrong")
        with pytest.raises(MailboxRefused, match="LOGIN"):
            bouncing.read_mailbox()

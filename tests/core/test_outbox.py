import datetime
import socket

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import send_mail

from nmiss.base.core.models import OutboxMessage
from nmiss.base.core.outbox import deliver_due

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2036, 1, 12, 9, tzinfo=datetime.UTC)


class Kept:
    def __init__(self):
        self.envelopes = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.envelopes.append(envelope)
        return "250 Kept"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def port(settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    return settings.EMAIL_PORT


@pytest.fixture
def mail_server(port):
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept
    controller.stop()


def write():
    send_mail("A subject", "A secret link", None, ["somebody@council.example"])


class TestDeliverDue:
    def test_hands_what_is_due_to_the_mail_server(self, mail_server):
        write()

        assert deliver_due(now=NOW) == 1

        envelope = mail_server.envelopes[0]
        assert envelope.rcpt_tos == ["somebody@council.example"]
        assert b"A secret link" in envelope.content

    def test_says_the_same_message_id_however_often_it_leaves(self, mail_server):
        write()
        message = OutboxMessage.objects.get()
        kept = message.payload
        deliver_due(now=NOW)
        OutboxMessage.objects.update(delivered_at=None, payload=kept)
        deliver_due(now=NOW)

        said = f"Message-ID: {message.message_id}".encode()
        assert [said in each.content for each in mail_server.envelopes] == [True, True]

    def test_sends_once_and_forgets_the_body(self, mail_server):
        write()

        deliver_due(now=NOW)
        deliver_due(now=NOW)

        assert len(mail_server.envelopes) == 1
        message = OutboxMessage.objects.get()
        assert message.delivered_at == NOW
        assert "body" not in message.payload

    def test_tries_again_later_when_the_mail_server_is_away(self, port):
        write()

        assert deliver_due(now=NOW) == 0

        message = OutboxMessage.objects.get()
        assert (message.tries, message.delivered_at) == (1, None)
        assert message.due_at == NOW + datetime.timedelta(minutes=1)
        assert message.last_error
        assert message.payload["body"] == "A secret link"

    def test_succeeds_when_the_mail_server_is_back(self, port):
        write()
        deliver_due(now=NOW)
        kept = Kept()
        controller = Controller(kept, hostname="127.0.0.1", port=port)
        controller.start()

        assert deliver_due(now=NOW) == 0
        assert deliver_due(now=NOW + datetime.timedelta(minutes=1)) == 1

        controller.stop()
        assert len(kept.envelopes) == 1

    def test_goes_on_after_a_message_that_cannot_be_sent(self, mail_server):
        headline = {"subject": "Two\nlines", "body": "", "from": "hub@council.example"}
        headline["headers"] = {}
        bad = OutboxMessage.objects.create(
            kind="email", payload={**headline, "to": ["a@council.example"]}
        )
        write()

        assert deliver_due(now=NOW) == 1

        bad.refresh_from_db()
        assert (bad.tries, bad.delivered_at) == (1, None)
        assert bad.due_at == NOW + datetime.timedelta(minutes=1)
        assert "BadHeaderError" in bad.last_error


class TestOutboxEmails:
    def test_keep_a_subject_on_one_line(self):
        send_mail("Two\n  lines ", "A body", None, ["somebody@council.example"])

        assert OutboxMessage.objects.get().payload["subject"] == "Two lines"

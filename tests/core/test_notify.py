"""Mail by GOV.UK Notify: handed over once, asked after, and what goes wrong on the way."""

import datetime
import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.core.mail import send_mail
from django.db import connection
from django.db.utils import IntegrityError
from django.utils import timezone

from nmiss.base.accounts import bouncing
from nmiss.base.accounts.models import Role
from nmiss.base.core import notify
from nmiss.base.core.models import Bounce, NotifyStatus, OutboxMessage
from nmiss.base.core.outbox import deliver_due
from nmiss.machine import environment
from tests.factories.accounts import UserFactory
from tests.notify_server import KEY, TEMPLATE, notify_server

pytestmark = pytest.mark.django_db
DELIVER = (
    "import django; django.setup()\n"
    "from django.utils import timezone\n"
    "from nmiss.base.core.outbox import deliver_due\n"
    "deliver_due(now=timezone.now())"
)


@pytest.fixture
def server(settings):
    with notify_server() as found:
        settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = KEY, TEMPLATE
        settings.NOTIFY_URL, settings.NOTIFY_REPLY_TO_ID = found.url, ""
        yield found


def write(to="somebody@council.example", body="A secret link"):
    send_mail("A subject", body, None, [to])
    return OutboxMessage.objects.latest("pk")


def deliver(later=0):
    """As a tick does so many minutes from now."""
    return deliver_due(now=timezone.now() + datetime.timedelta(minutes=later))


def ask(later=0):
    return bouncing.ask_notify(now=timezone.now() + datetime.timedelta(minutes=later))


def the_message():
    return OutboxMessage.objects.get()


class TestHandingOver:
    def test_sends_subject_and_text_with_our_message_id_as_the_reference(self, server):
        message = write()

        assert deliver() == 1

        (taken,) = server.taken
        assert taken["email_address"] == "somebody@council.example"
        assert taken["personalisation"]["subject"] == "A subject"
        assert taken["personalisation"]["body"] == "A secret link"
        assert taken["reference"] == message.message_id
        assert "email_reply_to_id" not in taken
        message.refresh_from_db()
        assert message.notify_id == taken["id"]
        assert (message.status, message.last_error) == ("With GOV.UK Notify", "")
        assert deliver(later=10) == 0
        assert server.asked == []  # a first attempt has nothing to ask after

    def test_makes_no_link_of_what_somebody_typed(self, server):
        write(body="Reason: [Sign in](https://evil.example)")

        deliver()

        (taken,) = server.taken
        assert taken["personalisation"]["body"] == "Reason: [Sign in] (https://evil.example)"

    def test_names_the_reply_address_where_there_is_one(self, server, settings):
        settings.NOTIFY_REPLY_TO_ID = "8e222534-7f05-4972-86e3-17c5d9f894e2"
        write()

        deliver()

        assert server.taken[0]["email_reply_to_id"] == settings.NOTIFY_REPLY_TO_ID

    def test_leaves_the_mail_server_alone_and_the_other_way_round(self, server, settings):
        settings.NOTIFY_API_KEY = ""
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        write()

        assert deliver() == 0
        assert server.taken == []


class TestTrouble:
    @pytest.mark.parametrize("code", [429, 500])
    def test_of_the_service_stops_the_batch_and_nothing_is_lost(self, server, code):
        for number in range(3):
            write(f"person{number}@council.example")
        server.faults = [0, code]

        assert deliver() == 1
        assert len(server.taken) == 1
        assert f"GOV.UK Notify: {code}" in OutboxMessage.objects.order_by("pk")[1].last_error

        assert deliver(later=2) == 2
        assert len({each["email_address"] for each in server.taken}) == len(server.taken) == 3

    def test_of_one_address_holds_up_no_other(self, server):
        refused, other = write("not an address"), write()
        server.faults = [400]

        assert deliver() == 1

        refused.refresh_from_db()
        other.refresh_from_db()
        assert "Not a valid email address" in refused.last_error
        assert (refused.status, other.status) == ("Failed, tried again", "With GOV.UK Notify")

    def test_of_time_sends_no_second_email_where_notify_had_taken_it(self, server, monkeypatch):
        """We gave up waiting, and Notify had said yes to itself."""
        monkeypatch.setattr(notify, "PATIENCE", 0.2)
        server.slow = 1
        message = write()

        assert deliver() == 0
        assert "503" in the_message().last_error
        server.slow = 0
        assert deliver(later=2) == 1

        assert len(server.taken) == 1
        assert the_message().notify_id == server.taken[0]["id"]
        assert message.message_id.strip("<>").partition("@")[0] in server.asked[0]

    def test_of_an_unreachable_service_keeps_the_message(self, server, settings):
        settings.NOTIFY_URL = "http://127.0.0.1:9"
        write()

        assert deliver() == 0

        assert the_message().delivered_at is None
        assert the_message().payload["body"] == "A secret link"

    @pytest.mark.parametrize("key", [KEY[:-1] + ("0" if KEY[-1] != "0" else "1"), "too-short"])
    def test_of_the_key_is_one_sentence_and_nothing_is_tried_on(self, server, settings, key):
        settings.NOTIFY_API_KEY = key
        write()
        write()

        assert deliver() == 0

        first, second = OutboxMessage.objects.order_by("pk")
        assert first.last_error == notify.KEY_REFUSED
        assert (second.last_error, second.tries) == ("", 0)
        assert server.taken == []

    def test_of_a_key_without_a_template_stops_the_start(self, monkeypatch):
        monkeypatch.setenv("NOTIFY_API_KEY", KEY)
        monkeypatch.delenv("NOTIFY_TEMPLATE_ID", raising=False)
        with pytest.raises(SystemExit, match="NOTIFY_TEMPLATE_ID is not"):
            environment.refuse_notify_without_template()

        monkeypatch.setenv("NOTIFY_TEMPLATE_ID", TEMPLATE)
        environment.refuse_notify_without_template()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_between_notifys_yes_and_our_note_sends_no_second_email(server):
    write()
    url = urlsplit(os.environ["DATABASE_URL"])
    url = url._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    own = {"NOTIFY_API_KEY": KEY, "NOTIFY_TEMPLATE_ID": TEMPLATE, "NOTIFY_URL": server.url}
    started = []
    server.before_yes = lambda: started[0].kill()
    worker = subprocess.Popen(
        [sys.executable, "-c", DELIVER],
        cwd=environment.PROJECT,
        env=os.environ | own | {"DATABASE_URL": url},
    )
    started.append(worker)

    assert worker.wait(60) == -signal.SIGKILL
    server.before_yes = lambda: None
    message = the_message()
    assert (len(server.taken), message.tries, message.delivered_at) == (1, 1, None)
    assert deliver() == 0  # the attempt may still go on, for all that others know
    assert deliver(later=3) == 1

    assert len(server.taken) == 1
    assert the_message().notify_id == server.taken[0]["id"]


class TestAsking:
    @pytest.fixture
    def taken(self, server):
        self.server = server
        self.person = UserFactory(role=Role.PROVIDER)
        write(self.person.email)
        deliver()

    def test_notes_what_is_under_way_and_keeps_the_text(self, taken):
        self.server.says("sending")

        assert ask() == 0

        assert the_message().status == "Sending"
        assert the_message().payload["body"] == "A secret link"

    def test_forgets_the_text_of_what_was_delivered_and_asks_no_more(self, taken):
        self.server.says("delivered")

        assert (ask(), ask()) == (1, 0)

        assert the_message().status == "Delivered"
        assert "body" not in the_message().payload
        assert len(self.server.asked) == 1

    @pytest.mark.parametrize("status", ["permanent-failure", "temporary-failure"])
    def test_notes_a_bounce_of_what_failed(self, taken, status):
        self.server.says(status)

        assert (ask(), ask()) == (1, 0)

        bounce = Bounce.objects.get()
        assert (bounce.recipient, bounce.recipient_role) == (self.person.email, Role.PROVIDER)
        assert bounce.reason.endswith("(GOV.UK Notify)")
        assert "body" not in the_message().payload
        assert deliver(later=600) == 0

    def test_sends_again_where_notify_itself_failed(self, taken):
        self.server.says("technical-failure")

        assert ask() == 0
        assert the_message().delivered_at is None
        assert deliver(later=10) == 1

        first, second = self.server.taken
        assert first["reference"] == second["reference"]
        assert the_message().notify_id == second["id"]

    def test_gives_up_after_some_technical_failures(self, taken):
        OutboxMessage.objects.update(tries=notify.MOST_TRIES)
        self.server.says("technical-failure")

        assert ask() == 1

        assert Bounce.objects.get().reason == notify.REASONS["technical-failure"]

    def test_stops_where_notify_is_out_of_reach_and_goes_on_later(self, taken, settings):
        there, settings.NOTIFY_URL = settings.NOTIFY_URL, "http://127.0.0.1:9"
        assert ask() == 0
        assert the_message().asked_at is None

        settings.NOTIFY_URL = there
        self.server.says("delivered")
        assert ask() == 1

    def test_ends_when_notify_has_forgotten_it(self, taken):
        self.server.taken.clear()

        assert ask(later=60 * 24 * 6) == 0
        assert ask(later=60 * 24 * 8) == 1

        assert the_message().status == "Not known"
        assert "body" not in the_message().payload

    def test_goes_round_those_that_were_asked_longest_ago(self, taken, monkeypatch):
        write()
        deliver()
        monkeypatch.setattr(notify, "ASKED_AT_ONCE", 1)

        ask()
        ask(later=1)

        assert len(set(self.server.asked)) == 2

    def test_is_left_out_where_mail_leaves_by_a_mail_server(self, taken, settings):
        settings.NOTIFY_API_KEY = ""

        assert ask() == 0
        assert self.server.asked == []


def test_the_database_knows_notifys_words_alone():
    write()
    assert set(NotifyStatus.under_way()) < set(NotifyStatus)

    with pytest.raises(IntegrityError, match="status_is_notifys"):
        OutboxMessage.objects.update(notify_status="lost")

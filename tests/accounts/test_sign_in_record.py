"""What the record of sign-ins says, who reads it, and that it stays."""

import csv
import datetime
import io

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import second_factor
from nmiss.base.accounts.models import Happened, Invitation, Role, SignInEvent
from nmiss.base.accounts.tasks import tidy_up
from nmiss.base.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, SecondFactor, UserFactory, code_of

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"
EDGE = f"{CHROME} Edg/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
HERE = {"REMOTE_ADDR": "203.0.113.9", "HTTP_USER_AGENT": FIREFOX}


def sign_in(client, email, password=PASSWORD, **where):
    return client.post("/accounts/sign-in/", {"login": email, "password": password}, **where)


def record_of(person):
    events = SignInEvent.objects.of(person).order_by("pk")
    return [(event.happened, event.how) for event in events]


class TestWhatIsWritten:
    def test_who_came_in_from_where_and_how(self, client):
        person = UserFactory()
        sign_in(client, person.email, **HERE)

        (event,) = SignInEvent.objects.all()
        assert (event.happened, event.how) == ("signed_in", "password")
        assert (event.user_number, event.user_name) == (person.pk, person.name)
        assert (event.address, event.browser) == ("203.0.113.9", "Firefox on Windows")
        assert timezone.now() - event.at < datetime.timedelta(minutes=5)

    def test_who_did_not(self, client):
        person, closed = UserFactory(), UserFactory(closed=True)
        sign_in(client, person.email, "wrong")
        sign_in(client, closed.email)

        assert record_of(person) == [("refused", "")]
        assert record_of(closed)[-1] == ("closed", "")

    def test_nothing_that_was_typed(self, client):
        sign_in(client, "grace@elsewhere.example", "a secret of Grace")
        client.post(reverse("account_reset_password"), {"email": "grace@elsewhere.example"})

        events = SignInEvent.objects.order_by("pk").values()
        assert [event["happened"] for event in events] == ["refused", "reset_asked"]
        assert {event["user_name"] for event in events} == {"Unknown account"}
        assert "grace" not in str(list(events)).lower()

    def test_that_somebody_has_to_wait_once_and_not_each_time(self, client):
        person = UserFactory()
        for _ in range(9):
            sign_in(client, person.email, "wrong")

        assert record_of(person) == [("refused", "")] * 5 + [("slowed", "")]

    def test_the_second_step(self, client):
        person = UserFactory()
        factor = SecondFactor.of(person)
        sign_in(client, person.email)
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
        client.post(reverse("mfa_authenticate"), {"code": factor.code})

        assert record_of(person) == [
            ("code_refused", "code"),
            ("signed_in", "password and authenticator app"),
        ]

    def test_a_recovery_code(self, client):
        person = UserFactory()
        code = SecondFactor.of(person).recovery_codes[0]
        for _ in range(2):
            visitor = Client()
            sign_in(visitor, person.email)
            visitor.post(reverse("mfa_authenticate"), {"code": code})

        assert record_of(person) == [
            ("recovery_code", ""),
            ("signed_in", "password and recovery code"),
            ("code_refused", "code"),
        ]

    def test_what_was_set_up_and_taken_out(self, client, django_capture_on_commit_callbacks):
        person = UserFactory(role=Role.PROVIDER)
        client.force_login(person)
        page = client.get(reverse("mfa_activate_totp"))
        code = {"code": code_of(page.context["form"].secret)}
        for name in ("mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
            with django_capture_on_commit_callbacks(execute=True):
                client.post(reverse(name), code)

        assert record_of(person) == [
            ("factor_added", "authenticator app"),
            ("recovery_codes", ""),
            ("factor_removed", "authenticator app"),
        ]
        subjects = [each.payload["subject"] for each in OutboxMessage.objects.order_by("pk")]
        assert [each.partition(":")[0] for each in subjects] == [
            "An authenticator app was added to your account",
            "New recovery codes were made for your account",
            "The authenticator app was removed from your account",
        ]

    def test_passwords(self, client, settings):
        person = UserFactory(role=Role.PROVIDER)
        client.post(reverse("account_reset_password"), {"email": person.email})
        body = OutboxMessage.objects.get().payload["body"]
        link = next(line for line in body.splitlines() if "://" in line)
        form = client.get(link.removeprefix(settings.SITE_URL))
        new = {"password1": "three pleasant words", "password2": "three pleasant words"}
        client.post(form.url, new)
        person.refresh_from_db()
        client.force_login(person)
        again = {"password1": "four quite other words", "password2": "four quite other words"}
        client.post(
            reverse("account_change_password"), {"oldpassword": "three pleasant words"} | again
        )

        assert record_of(person) == [
            ("reset_asked", ""),
            ("new_password", "by a link in an email"),
            ("new_password", "with the current password"),
        ]

    def test_the_way_out(self, client):
        person = UserFactory()
        client.force_login(person)
        client.post(reverse("account_logout"))

        assert record_of(person) == [("signed_out", "")]

    def test_sessions_that_ran_out_once(self, client):
        person = UserFactory()
        client.force_login(person)
        Client().get("/accounts/sign-in/")
        Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
        tidy_up()
        tidy_up()

        assert record_of(person) == [("session_ended", "time ran out")]
        assert not Session.objects.exists()

    def test_sessions_that_others_ended(self, client):
        person, administrator = UserFactory(), UserFactory(role=Role.ADMINISTRATOR)
        SecondFactor.of(person)
        client.force_login(person)
        second_factor.remove_second_factor(person, by=administrator)
        assert "sign-in" in client.get("/").url
        person.close(by=administrator)

        assert [happened for happened, _ in record_of(person)] == [
            "session_ended",
            "factors_taken",
            "session_ended",
        ]
        assert not second_factor.has_one(person)

    def test_an_invitation(self, client):
        person = UserFactory(invited=True, role=Role.PROVIDER)
        token = Invitation.send(person, by=None)
        new = {"password1": "three pleasant words", "password2": "three pleasant words"}
        client.post(reverse("accounts:invitation_accept", args=[token]), new)

        assert record_of(person) == [("invitation", ""), ("signed_in", "invitation")]

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            (CHROME, "Chrome on Linux"),
            (EDGE, "Edge on Linux"),
            (IPHONE, "Safari on iOS"),
            ("", "Other browser"),
            ("<b>\r\n" * 400, "Other browser"),
        ],
    )
    def test_the_browser_in_our_words(self, client, said, words):
        sign_in(client, UserFactory().email, HTTP_USER_AGENT=said)

        assert SignInEvent.objects.get().browser == words


class TestTheRecord:
    @pytest.mark.parametrize(
        "change",
        [
            "UPDATE accounts_signinevent SET user_name = 'Nobody'",
            "DELETE FROM accounts_signinevent",
            "UPDATE accounts_signinevent SET at = at - interval '1 day'",
        ],
    )
    def test_stays_as_it_is(self, change):
        SignInEvent.note(Happened.SIGNED_IN, UserFactory())

        with (
            pytest.raises(DatabaseError, match="Cannot"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)

    def test_is_read_by_administrators_with_filters(self, client):
        ada, grace = UserFactory(name="Ada Lovelace"), UserFactory(name="Grace Hopper")
        SignInEvent.note(Happened.SIGNED_IN, ada, address="203.0.113.9")
        SignInEvent.note(Happened.REFUSED, grace, address="198.51.100.1")
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        def found(**query):
            page = client.get(reverse("accounts:sign_in_list"), query)
            return [event.user_name for event in page.context_data["page"].rows]

        assert found() == ["Grace Hopper", "Ada Lovelace"]
        assert found(who="lovelace") == found(who=str(ada.pk)) == ["Ada Lovelace"]
        assert found(happened="refused") == found(address="198.51") == ["Grace Hopper"]
        assert found(since="2099-01-01") == []
        assert found(until=str(timezone.localdate())) == ["Grace Hopper", "Ada Lovelace"]

    def test_is_downloaded_as_it_is_filtered(self, client):
        ada = UserFactory(name="Ada Lovelace")
        SignInEvent.note(Happened.SIGNED_IN, ada, address="203.0.113.9", browser="Firefox")
        SignInEvent.note(Happened.REFUSED, None)
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        address = reverse("files:listing_csv", args=["sign-ins"])
        response = client.get(address, {"who": "ada"})
        rows = list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))

        assert len(rows) == 2
        assert rows[1][1:] == [
            *(str(ada.pk), "Ada Lovelace", "Signed in", "", "203.0.113.9", "Firefox")
        ]
        client.force_login(UserFactory(role=Role.AUDITOR))
        assert client.get(address).status_code == 403

    def test_shows_everybody_their_own(self, client):
        mine, other = UserFactory(role=Role.PROVIDER), UserFactory()
        SignInEvent.note(Happened.SIGNED_IN, mine, browser="Firefox on Windows")
        SignInEvent.note(Happened.SIGNED_IN, other, browser="Chrome on Linux")
        client.force_login(mine)

        page = client.get(reverse("accounts:own_account"))

        assert "Firefox on Windows" in page.text
        assert "Chrome on Linux" not in page.text

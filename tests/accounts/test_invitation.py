import datetime
import re
import threading

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import actions
from nmiss.base.accounts.models import Invitation, Role, Spent, User
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

NEW = {"password1": "three pleasant words", "password2": "three pleasant words"}


def page_of(token):
    return reverse("accounts:invitation_accept", args=[token])


@pytest.fixture
def administrator():
    return UserFactory(role=Role.ADMINISTRATOR, name="Ada Administrator")


@pytest.fixture
def token(administrator):
    person = UserFactory(invited=True, email="new@council.example", role=Role.FINANCE)
    return Invitation.send(person, by=administrator)


class TestInvite:
    def test_makes_an_account_that_nobody_can_use_yet(self, administrator):
        person = actions.invite(
            email=" New@Council.example", name="New", role=Role.FINANCE, by=administrator
        )

        assert (person.email, person.standing) == ("new@council.example", "invited")
        assert not person.has_usable_password()

    def test_puts_the_link_in_the_outbox_and_keeps_only_its_digest(self, administrator, settings):
        person = actions.invite(
            email="new@council.example", name="New", role=Role.FINANCE, by=administrator
        )

        message = OutboxMessage.objects.get()
        found = re.search(r"/invitations/([^/]+)/", message.payload["body"]).group(1)
        assert message.payload["to"] == ["new@council.example"]
        assert "Ada Administrator" in message.payload["body"]
        assert Invitation.objects.with_token(found).get().user == person
        assert not Invitation.objects.filter(digest=found).exists()

    def test_is_on_record(self, administrator):
        person = actions.invite(
            email="new@council.example", name="New", role=Role.FINANCE, by=administrator
        )

        event = AuditEvent.objects.about(person).get()
        assert (event.verb, event.actor_id) == ("invite", administrator.pk)


class TestAccept:
    def test_shows_who_invites_whom_as_what(self, client, token):
        response = client.get(page_of(token))

        assert "Ada Administrator has invited you" in response.text
        assert "new@council.example" in response.text
        assert "Finance officer" in response.text

    def test_opens_the_account_and_signs_in(self, client, token):
        response = client.post(page_of(token), NEW)

        person = User.objects.get(email="new@council.example")
        assert response.url == reverse("home:home")
        assert person.standing == "active"
        assert client.session["_auth_user_id"] == str(person.pk)
        verbs = [event.verb for event in AuditEvent.objects.about(person).newest_first()]
        assert verbs == ["accept_invitation", "invite"]

    def test_works_once(self, client, token):
        client.post(page_of(token), NEW)
        client.logout()

        response = client.post(page_of(token), NEW)

        assert response.status_code == 410
        assert "This invitation no longer works" in response.text
        assert "_auth_user_id" not in client.session

    def test_does_not_work_when_it_has_run_out(self, client, token):
        Invitation.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))

        assert client.get(page_of(token)).status_code == 410

    def test_does_not_work_when_a_newer_one_was_sent(self, client, token, administrator):
        newer = Invitation.send(User.objects.get(email="new@council.example"), by=administrator)

        assert client.get(page_of(token)).status_code == 410
        assert client.get(page_of(newer)).status_code == 200

    def test_does_not_work_for_a_made_up_link(self, client):
        assert client.get(page_of("made-up")).status_code == 410

    def test_tells_nobody_the_address_of_the_page(self, client, token):
        response = client.get(page_of(token))

        assert response["Referrer-Policy"] == "strict-origin"
        assert "no-store" in response["Cache-Control"]

    def test_refuses_two_different_passwords(self, client, token):
        response = client.post(page_of(token), NEW | {"password2": "three pleasant birds"})

        assert "Enter the same password in both boxes" in response.text
        assert User.objects.get(email="new@council.example").standing == "invited"


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_one_opens_the_account_and_the_other_is_told(self, token):
        outcomes, start = [], threading.Barrier(2)

        def accept(password):
            invitation = Invitation.objects.with_token(token).get()
            start.wait()
            try:
                invitation.accept(password=password)
                outcomes.append("in")
            except Spent:
                outcomes.append("spent")
            finally:
                connection.close()

        threads = [threading.Thread(target=accept, args=[f"password {n}"]) for n in (1, 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert sorted(outcomes) == ["in", "spent"]
        assert AuditEvent.objects.filter(verb="accept_invitation").count() == 1

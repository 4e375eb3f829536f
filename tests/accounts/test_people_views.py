import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Invitation, Role, User
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    person = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(person)
    return person


def verbs_about(person):
    return [event.verb for event in AuditEvent.objects.about(person).newest_first()]


class TestPersonList:
    def test_shows_everybody_with_their_state(self, client, administrator):
        UserFactory(name="Ina Invited", invited=True)
        UserFactory(name="Clo Closed", closed=True)

        response = client.get(reverse("accounts:person_list"))

        assert "3 people" in response.text
        for words in ("Ina Invited", "Invited", "Clo Closed", "Closed", "Active", "Never"):
            assert words in response.text

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("state=invited", ["Ina Invited"]),
            ("state=closed", ["Clo Closed"]),
            ("role=finance", ["Fay Finance"]),
            ("words=ina+inv", ["Ina Invited"]),
            ("words=nobody", []),
        ],
    )
    def test_is_narrowed_by_its_filters(self, client, administrator, query, names):
        UserFactory(name="Ina Invited", invited=True)
        UserFactory(name="Clo Closed", closed=True)
        UserFactory(name="Fay Finance", role=Role.FINANCE)

        response = client.get(reverse("accounts:person_list") + "?" + query)

        assert [person.name for person in response.context_data["page"]] == names

    def test_shows_auditors_no_button(self, client):
        client.force_login(UserFactory(role=Role.AUDITOR))

        response = client.get(reverse("accounts:person_list"))

        assert "Invite a colleague" not in response.text

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.PROVIDER])
    def test_is_closed_to_others(self, client, role):
        client.force_login(UserFactory(role=role))

        assert client.get(reverse("accounts:person_list")).status_code == 403


class TestPersonInvite:
    ANSWERS = {"name": "Fay Finance", "email": "Fay@council.example", "role": "finance"}

    def test_invites_a_colleague(self, client, administrator):
        response = client.post(reverse("accounts:person_invite"), self.ANSWERS, follow=True)

        person = User.objects.get(email="fay@council.example")
        assert (person.standing, person.role) == ("invited", "finance")
        assert "An invitation is on its way to fay@council.example." in response.text
        assert OutboxMessage.objects.get().payload["to"] == ["fay@council.example"]

    def test_says_what_is_missing(self, client, administrator):
        response = client.post(reverse("accounts:person_invite"), {})

        for words in ("Enter their full name", "Enter an email address", "Select a role"):
            assert words in response.text

    def test_refuses_an_address_that_has_an_account(self, client, administrator):
        UserFactory(email="fay@council.example")

        response = client.post(reverse("accounts:person_invite"), self.ANSWERS)

        assert "Someone with this email address has an account" in response.text

    def test_does_not_make_people_of_providers(self, client, administrator):
        response = client.post(
            reverse("accounts:person_invite"), self.ANSWERS | {"role": "provider"}
        )

        assert "Select a role" in response.text
        assert not User.objects.filter(email="fay@council.example").exists()

    def test_is_closed_to_auditors(self, client):
        client.force_login(UserFactory(role=Role.AUDITOR))

        assert client.post(reverse("accounts:person_invite"), self.ANSWERS).status_code == 403


class TestPersonClose:
    def test_ends_the_persons_session_and_is_on_record(self, client, administrator):
        person = UserFactory()
        theirs = client.__class__()
        theirs.force_login(person)

        client.post(reverse("accounts:person_close", args=[person.pk]))

        person.refresh_from_db()
        assert person.standing == "closed"
        assert verbs_about(person) == ["close"]
        assert theirs.get(reverse("home:home")).status_code == 302

    def test_changes_nothing_by_looking(self, client, administrator):
        person = UserFactory()

        client.get(reverse("accounts:person_close", args=[person.pk]))

        person.refresh_from_db()
        assert person.standing == "active"

    def test_does_not_bring_an_old_session_back_with_the_account(self, client, administrator):
        person = UserFactory(role=Role.FINANCE)
        theirs = client.__class__()
        theirs.force_login(person)
        client.post(reverse("accounts:person_close", args=[person.pk]))

        client.post(reverse("accounts:person_reopen", args=[person.pk]))

        person.refresh_from_db()
        assert person.standing == "active"
        assert theirs.get(reverse("home:home")).status_code == 302

    def test_withdraws_an_invitation(self, client, administrator):
        person = UserFactory(invited=True, role=Role.FINANCE)
        token = Invitation.send(person, by=administrator)

        page = client.post(reverse("accounts:person_close", args=[person.pk]), follow=True)

        assert "does not work any more" in page.content.decode()
        assert client.get(reverse("accounts:invitation_accept", args=[token])).status_code == 410
        assert client.get(reverse("accounts:person_close", args=[person.pk])).status_code == 403

    def test_refuses_ones_own_account(self, client, administrator):
        response = client.post(reverse("accounts:person_close", args=[administrator.pk]))

        administrator.refresh_from_db()
        assert (response.status_code, administrator.standing) == (403, "active")


class TestPersonReopen:
    def test_lets_the_person_in_again(self, client, administrator):
        person = UserFactory(closed=True, role=Role.FINANCE)

        client.post(reverse("accounts:person_reopen", args=[person.pk]))

        person.refresh_from_db()
        assert (person.standing, person.check_password(PASSWORD)) == ("active", True)
        assert verbs_about(person) == ["reopen"]

    def test_refuses_somebody_who_never_joined(self, client, administrator):
        person = UserFactory(invited=True, role=Role.FINANCE)

        response = client.post(reverse("accounts:person_reopen", args=[person.pk]))

        assert response.status_code == 403


class TestPersonInviteAgain:
    def test_sends_a_new_link(self, client, administrator):
        person = UserFactory(invited=True, role=Role.FINANCE)

        client.post(reverse("accounts:person_invite_again", args=[person.pk]))

        assert OutboxMessage.objects.get().payload["to"] == [person.email]
        assert verbs_about(person) == ["invite"]

    def test_refuses_somebody_who_has_joined(self, client, administrator):
        person = UserFactory()

        response = client.post(reverse("accounts:person_invite_again", args=[person.pk]))

        assert response.status_code == 403


class TestPersonDetail:
    def test_offers_what_may_be_done(self, client, administrator):
        person = UserFactory(invited=True, role=Role.FINANCE)

        response = client.get(reverse("accounts:person_detail", args=[person.pk]))

        assert "Invite again" in response.text
        assert "Close the account" not in response.text

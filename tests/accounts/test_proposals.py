"""What one of the council proposes and another agrees to: accounts that come, or come again."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from nmiss.base.accounts.models import Invitation, Proposal, Role, User
from nmiss.base.accounts.proposing import propose_reopening
from nmiss.base.core.lifecycle import NotAllowedNow
from nmiss.base.core.models import AuditEvent
from tests.accounts.proposed import GIVEN, page, sent_to
from tests.factories.accounts import UserFactory
from tests.factories.proposals import a_proposal, agree
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


class TestAnAccountOfTheCouncil:
    @pytest.mark.parametrize("role", Role.by_two())
    def test_is_proposed_by_one_and_opens_nothing(self, sign_in, administrators, role):
        first, second = administrators
        manager = UserFactory(role=Role.MANAGER)
        UserFactory(role=Role.OFFICER)

        response = sign_in(first).post(
            reverse("accounts:person_invite"), GIVEN | {"role": role}, follow=True
        )

        assert "waiting for a second person" in response.text
        assert not User.objects.filter(email="nora@council.example").exists()
        assert not Invitation.objects.exists()
        assert sent_to(holding="Ada Admin proposes to give Nora New") == sorted(
            [second.email, manager.email]
        )
        (event,) = AuditEvent.objects.filter(verb="propose")
        assert (event.actor_id, event.given["what"][:13]) == (first.pk, "give Nora New")

    def test_is_agreed_to_by_another_who_has_it_sent(self, sign_in, administrators):
        first, second = administrators
        proposal = a_proposal(by=first)

        board = sign_in(second).get("/").text
        assert page("detail", proposal) in board
        assert "Decide on a proposal by Ada Admin: give Nora New" in board
        assert "Agree" in sign_in(second).get(page("detail", proposal)).text
        response = read_and_send(sign_in(second), page("agree", proposal), follow=True)

        assert "You agreed to the proposal" in response.text
        person = User.objects.get(email="new@council.example")
        assert (person.role, person.standing) == (Role.OFFICER, "invited")
        assert sent_to(holding="/invitations/") == ["new@council.example"]
        assert sent_to(holding="has agreed to this") == [first.email]
        verbs = {event.verb: event.actor_id for event in AuditEvent.objects.all()}
        assert (verbs["propose"], verbs["agree_to"]) == (first.pk, second.pk)
        Invitation.objects.get().accept(password="three pleasant words")
        person.refresh_from_db()
        assert person.standing == "active"

    def test_is_not_agreed_to_by_who_proposed_it(self, sign_in, administrators):
        first, _ = administrators
        proposal = a_proposal(by=first)
        client = sign_in(first)

        assert page("detail", proposal) not in client.get("/").text
        assert client.post(page("agree", proposal)).status_code == 403
        assert client.post(page("decline", proposal), {"reason": "No"}).status_code == 403
        with pytest.raises(NotAllowedNow, match="Another person"):
            proposal.agree(by=first, seen=proposal.digest)
        assert not User.objects.filter(email="new@council.example").exists()

    def test_is_declined_with_a_reason(self, sign_in, administrators):
        first, second = administrators
        proposal = a_proposal(by=first)
        client = sign_in(second)

        assert "Enter why you are declining it" in client.post(page("decline", proposal)).text
        client.post(page("decline", proposal), {"reason": "I do not know her."})

        proposal.refresh_from_db()
        assert (proposal.decision, proposal.decided_by) == ("declined", second)
        assert "I do not know her." in sign_in(first).get(page("detail", proposal)).text
        assert sent_to(holding="Nothing has changed") == [first.email]
        assert not User.objects.filter(email="new@council.example").exists()
        a_proposal(by=first)

    def test_is_withdrawn_by_who_proposed_it(self, sign_in, administrators):
        first, second = administrators
        proposal = a_proposal(by=first)

        assert sign_in(second).post(page("withdraw", proposal)).status_code == 403
        assert sign_in(first).post(page("withdraw", proposal)).status_code == 302
        late = read_and_send(sign_in(second), page("agree", proposal))
        assert (late.status_code, "has been decided already" in late.text) == (409, True)

    def test_needs_a_reason(self, sign_in, administrators):
        given = GIVEN | {"reason": ""}

        response = sign_in(administrators[0]).post(reverse("accounts:person_invite"), given)

        assert "Enter why they need this account" in response.text
        assert not Proposal.objects.exists()

    def test_is_proposed_once(self, sign_in, administrators):
        a_proposal(by=administrators[0])

        given = GIVEN | {"email": "new@council.example"}
        response = sign_in(administrators[1]).post(reverse("accounts:person_invite"), given)

        assert "Someone has proposed this already" in response.text

    def test_cannot_be_agreed_to_once_the_address_is_taken(self, sign_in, administrators):
        proposal = a_proposal(by=administrators[0])
        UserFactory(email="new@council.example", role=Role.FINANCE)

        response = read_and_send(sign_in(administrators[1]), page("agree", proposal))

        assert response.status_code == 409
        proposal.refresh_from_db()
        assert proposal.decision == ""

    def test_takes_no_second_account_at_one_mailbox(self, sign_in, administrators):
        UserFactory(email="nora@council.example", closed=True)

        given = GIVEN | {"email": "nora+2@council.example"}
        response = sign_in(administrators[0]).post(reverse("accounts:person_invite"), given)

        assert "Someone with this email address has an account" in response.text

    def test_is_one_persons_where_nothing_is_commissioned(self, sign_in, administrators):
        given = GIVEN | {"role": "auditor", "reason": ""}

        sign_in(administrators[0]).post(reverse("accounts:person_invite"), given)

        assert User.objects.get(email="nora@council.example").standing == "invited"

    def test_is_not_seen_by_officers(self, sign_in, administrators):
        proposal = a_proposal()

        assert sign_in(UserFactory()).get(page("detail", proposal)).status_code == 404


class TestAClosedAccount:
    def test_is_opened_again_by_two(self, sign_in, administrators):
        first, second = administrators
        person = UserFactory(name="Olga Officer")
        person.close(by=first)
        address = reverse("accounts:person_reopen", args=[person.pk])

        assert "Enter the reason" in sign_in(first).post(address).text
        sign_in(first).post(address, {"reason": "She is back from leave."})
        person.refresh_from_db()
        assert person.standing == "closed"
        proposal = Proposal.objects.get()
        assert proposal.asks == "open the account of Olga Officer again"
        read_and_send(sign_in(second), page("agree", proposal))

        person.refresh_from_db()
        assert person.standing == "active"

    def test_is_not_opened_by_an_agreement_from_before_it_closed_again(self, administrators):
        first, second = administrators
        person = UserFactory()
        person.close(by=first)
        agree(propose_reopening(person, reason="Back.", by=first), by=second)
        person.refresh_from_db()
        person.close(by=first)

        with pytest.raises(IntegrityError, match="Two people open"), transaction.atomic():
            User.objects.filter(pk=person.pk).update(is_active=True)

    def test_is_not_decided_on_by_its_owner(self, sign_in, administrators):
        first, second = administrators
        person = UserFactory(role=Role.MANAGER)
        person.close(by=first)
        proposal = propose_reopening(person, reason="Back.", by=first)

        with pytest.raises(NotAllowedNow, match="about you"):
            proposal.agree(by=person, seen=proposal.digest)
        with pytest.raises(IntegrityError, match="not_by_whom_it_is_about"), transaction.atomic():
            propose_reopening(second, reason="Back.", by=second)

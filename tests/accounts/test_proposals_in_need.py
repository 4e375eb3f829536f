"""What two people open where somebody is shut out, and what the database has to say to it."""

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts import two_people
from nmiss.base.accounts.models import Invitation, Proposal, Role, User
from nmiss.base.accounts.second_factor import has_one
from nmiss.base.core.acting import acting_for
from nmiss.base.core.models import AuditEvent
from tests.accounts.proposed import GIVEN, page
from tests.factories.accounts import SecondFactor, UserFactory
from tests.factories.proposals import a_proposal, colleague
from tests.signed_in import let_time_pass
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db


class TestTheLastAdministrator:
    def test_is_found_by_two_managers(self, sign_in):
        one, other = (UserFactory(role=Role.MANAGER, name=name) for name in ("Mo", "May"))
        client = sign_in(one)
        address = reverse("accounts:person_invite")
        assert "Propose a system administrator: none can sign in" in client.get("/").text

        page_ = client.get(address).text
        assert 'value="administrator"' in page_
        assert 'value="officer"' not in page_
        client.post(address, GIVEN | {"role": "officer"})
        assert not Proposal.objects.exists()
        client.post(address, GIVEN | {"role": "administrator"})
        read_and_send(sign_in(other), page("agree", Proposal.objects.get()))

        assert User.objects.get(email="nora@council.example").role == Role.ADMINISTRATOR

    def test_is_not_replaced_while_there_is_one(self, sign_in, administrators):
        manager = UserFactory(role=Role.MANAGER)

        assert sign_in(manager).get(reverse("accounts:person_invite")).status_code == 403
        with pytest.raises(IntegrityError, match="has not the role"), transaction.atomic():
            a_proposal(by=manager)


class TestALostPhone:
    def test_is_made_good_by_two(self, sign_in, administrators):
        first, second = administrators
        person = UserFactory(name="Olga Officer")
        SecondFactor.of(person)
        theirs = sign_in(person)
        detail = sign_in(first).get(reverse("accounts:person_detail", args=[person.pk])).text
        address = reverse("accounts:person_second_factor", args=[person.pk])
        assert address in detail

        assert "Enter the reason" in sign_in(first).post(address).text
        sign_in(first).post(address, {"reason": "She rang me: her phone was stolen."})
        assert has_one(person)
        proposal = Proposal.objects.get()
        assert sign_in(first).post(page("agree", proposal)).status_code == 403
        read_and_send(sign_in(second), page("agree", proposal))

        assert not has_one(person)
        assert theirs.get("/").status_code == 302
        verbs = list(AuditEvent.objects.order_by("pk").values_list("verb", "actor_id"))
        assert [("propose", first.pk), ("agree_to", second.pk)] == [
            each for each in verbs if each[0] in ("propose", "agree_to")
        ]
        assert ("remove_second_factor", second.pk) in verbs

    def test_of_the_last_administrator_is_made_good_by_two_managers(self, sign_in):
        last = UserFactory(role=Role.ADMINISTRATOR, name="Ada Admin")
        SecondFactor.of(last)
        one, other = (UserFactory(role=Role.MANAGER) for _ in range(2))
        address = reverse("accounts:person_second_factor", args=[last.pk])
        assert address in sign_in(one).get("/").text

        sign_in(one).post(address, {"reason": "She rang me."})
        read_and_send(sign_in(other), page("agree", Proposal.objects.get()))

        assert not has_one(last)

    def test_is_nothing_for_managers_while_another_administrator_can_help(
        self, sign_in, administrators
    ):
        address = reverse("accounts:person_second_factor", args=[administrators[0].pk])

        assert sign_in(UserFactory(role=Role.MANAGER)).get(address).status_code == 404

    def test_of_ones_own_is_for_others_to_propose(self, sign_in, administrators):
        address = reverse("accounts:person_second_factor", args=[administrators[0].pk])

        assert sign_in(administrators[0]).get(address).status_code == 403


def test_agreeing_asks_for_the_second_factor_again(sign_in, administrators):
    proposal = a_proposal(by=administrators[0])
    client = sign_in(administrators[1])
    SecondFactor.of(administrators[1])
    let_time_pass(client, minutes=60)

    client.post(page("agree", proposal))

    proposal.refresh_from_db()
    assert proposal.decision == ""


class TestTheDatabase:
    def test_knows_the_roles_that_python_knows(self):
        from django.db import connection

        for kind in two_people.KINDS.values():
            for act, roles in (("propose", kind.proposers), ("agree", kind.agreers)):
                with connection.cursor() as cursor:
                    cursor.execute("SELECT accounts_who_may(%s)", [f"{kind.name}.{act}"])
                    assert set(cursor.fetchone()[0]) == set(roles), kind.name

    def refused(self, words, change):
        with pytest.raises(IntegrityError, match=words), transaction.atomic():
            change()

    def decide(self, proposal, **given):
        changed = {"decision": "agreed", "decided_at": timezone.now()} | given

        def change():
            with acting_for(given["decided_by"]):
                Proposal.objects.filter(pk=proposal.pk).update(**changed)

        return change

    @pytest.mark.parametrize("named", ["proposed_by", "decided_by"])
    def test_refuses_who_is_named_and_does_not_do_it_in_person(self, administrators, named):
        first, second = administrators
        proposal = a_proposal(by=first)
        again = {"kind": proposal.kind, "subject": "y@council.example", "reason": "x"}
        does = {
            "proposed_by": lambda: Proposal.objects.create(**again, proposed_by=second),
            "decided_by": lambda: Proposal.objects.filter(pk=proposal.pk).update(
                decision="agreed", decided_at=timezone.now(), decided_by=second
            ),
        }

        with pytest.raises(InternalError, match="in person"), acting_for(first):
            does[named]()

    def test_refuses_one_person_for_two(self, administrators):
        proposal = a_proposal(by=administrators[0])

        self.refused("by_two", self.decide(proposal, decided_by=administrators[0]))
        self.refused(
            "by_two", self.decide(proposal, decided_by=administrators[1], decision="withdrawn")
        )

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.PROVIDER, Role.FINANCE])
    def test_refuses_whoever_has_not_the_role(self, administrators, role):
        person = UserFactory(role=role)
        proposal = a_proposal(by=administrators[0])

        self.refused("has not the role", self.decide(proposal, decided_by=person))
        self.refused("has not the role", lambda: a_proposal(by=person, email="x@council.example"))

    def test_refuses_whoever_is_closed(self, administrators):
        closed = UserFactory(role=Role.ADMINISTRATOR, closed=True)
        proposal = a_proposal(by=administrators[0])

        self.refused("has not the role", self.decide(proposal, decided_by=closed))
        self.refused("has not the role", lambda: a_proposal(by=closed, email="x@council.example"))

    def make_king(self, person):
        with acting_for(person):
            Proposal.objects.create(
                kind="make_me_king", subject="x", reason="x", proposed_by=person
            )

    def test_refuses_an_unknown_kind(self, administrators):
        self.refused(
            "has not the role",
            lambda: self.make_king(administrators[0]),
        )

    def test_changes_nothing_that_is_proposed_or_decided(self, administrators):
        proposal = a_proposal(by=administrators[0])
        rows = Proposal.objects.filter(pk=proposal.pk)

        self.refused("decided, not changed", lambda: rows.update(given={"role": "manager"}))
        self.refused("decided, not changed", lambda: rows.update(proposed_by=administrators[1]))
        proposal.agree(by=administrators[1], seen=proposal.digest)
        self.refused("is not changed", lambda: rows.update(decision="declined"))
        self.refused("kept for good", rows.delete)

    def test_lets_nobody_invite_alone_who_commissions(self, administrators):
        for role in Role.by_two():
            person = UserFactory(role=role, invited=True)
            self.refused(
                "Two people open",
                lambda: Invitation.send(person, by=administrators[0]),  # noqa: B023
            )
        officer = UserFactory(role=Role.OFFICER, invited=True)
        self.refused("Two people open", lambda: Invitation.send(officer, by=None))

    def test_opens_no_account_that_nobody_agreed_to(self):
        person = UserFactory(role=Role.OFFICER, invited=True)

        self.refused("Two people open", lambda: person.join(password="three pleasant words"))

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.PROVIDER])
    def test_changes_no_role(self, role):
        person = UserFactory(role=Role.FINANCE)

        self.refused(
            "role of an account", lambda: User.objects.filter(pk=person.pk).update(role=role)
        )

    def test_invites_a_colleague_to_whom_two_agreed(self):
        person = colleague(role=Role.MANAGER)

        assert Invitation.objects.filter(user=person).count() == 1
        Invitation.send(person, by=UserFactory(role=Role.ADMINISTRATOR))

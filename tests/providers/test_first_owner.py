"""The council names a provider's first owner, by two officers, and reads nothing by it."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from contracts.applications import actions as applying
from contracts.applications import sealing
from contracts.models import Application, ConflictDeclaration, EarlyEvaluation, Opening, Status
from nmiss.base.accounts.models import Invitation, Proposal, Role, User
from nmiss.base.core.lifecycle import NotAllowedNow
from providers import actions, proposing
from providers.models import ProviderInvitation, ProviderMember, ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.contracts import ApplicationFactory, received
from tests.factories.proposals import agree
from tests.factories.providers import ProviderFactory, ProviderMemberFactory
from tests.outbox import messages
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db

GIVEN = {"name": "Otto Owner", "email": "Otto@school.example", "reason": "The register names him."}


@pytest.fixture
def officers():
    return [UserFactory(role=role) for role in (Role.OFFICER, Role.MANAGER)]


def sign_in(client, person):
    theirs = type(client)()
    theirs.force_login(person)
    return theirs


def propose(provider):
    return reverse("providers:provider_owner_propose", args=[provider.pk])


def name_owner(provider, officers):
    """Have two officers name an owner who accepts; return the member."""
    proposal = proposing.propose_first_owner(provider, **GIVEN, by=officers[0])
    proposal.agree(by=officers[1], seen=proposal.digest)
    Invitation.objects.order_by("-pk").first().accept(password="three pleasant words")
    return provider.members.get(user__email="otto@school.example")


class TestTheFirstOwner:
    def test_is_proposed_by_one_and_agreed_to_by_another(self, client, officers):
        provider = ProviderFactory()
        first, second = officers

        page = sign_in(client, first).post(propose(provider), GIVEN, follow=True).text
        assert "waiting for a second officer" in page
        assert not User.objects.filter(email="otto@school.example").exists()
        proposal = Proposal.objects.get()
        agree = reverse("accounts:proposal_agree", args=[proposal.pk])
        assert sign_in(client, first).post(agree).status_code == 403
        assert agree.removesuffix("agree/") in sign_in(client, second).get("/").text
        read_and_send(sign_in(client, second), agree)

        assert provider.members.count() == 0
        Invitation.objects.get().accept(password="three pleasant words")
        member = provider.members.get()
        assert (member.role, member.named_in) == (ProviderRole.OWNER, proposal)
        assert member.reads_from is not None

    def test_is_named_by_nobody_while_an_owner_can_sign_in(self, client, officers):
        owner = ProviderMemberFactory()

        answer = sign_in(client, officers[0]).post(propose(owner.provider), GIVEN)
        assert (answer.status_code, "Only an owner adds people now" in answer.text) == (409, True)
        with pytest.raises(NotAllowedNow, match="has an owner"):
            proposing.propose_first_owner(owner.provider, **GIVEN, by=officers[0])

    def test_is_named_again_where_no_owner_can_sign_in(self, client, officers):
        closed = UserFactory(role=Role.PROVIDER, closed=True)
        provider = ProviderMemberFactory(user=closed).provider
        editor = ProviderMemberFactory(provider=provider, role=ProviderRole.EDITOR)

        sign_in(client, officers[0]).post(propose(provider), GIVEN)

        told = messages(holding="council proposes Otto Owner")
        assert [message.payload["to"] for message in told] == [[editor.user.email]]

    def test_is_not_agreed_to_once_there_is_an_owner(self, officers):
        provider = ProviderFactory()
        proposal = proposing.propose_first_owner(provider, **GIVEN, by=officers[0])
        ProviderMemberFactory(provider=provider)

        with pytest.raises(NotAllowedNow, match="has an owner"):
            proposal.agree(by=officers[1], seen=proposal.digest)

    def test_does_not_come_in_once_there_is_an_owner(self, officers):
        provider = ProviderFactory()
        agree(proposing.propose_first_owner(provider, **GIVEN, by=officers[0]), by=officers[1])
        ProviderMemberFactory(provider=provider)

        with pytest.raises(NotAllowedNow, match="has an owner now"):
            Invitation.objects.get().accept(password="three pleasant words")

    @pytest.mark.parametrize("closed", [True, False])
    @pytest.mark.parametrize("alias", ["", "+school"])
    def test_is_nobody_of_the_council(self, client, officers, closed, alias):
        person = UserFactory(closed=closed, role=Role.FINANCE)
        given = GIVEN | {"email": person.email.replace("@", f"{alias}@")}

        page = sign_in(client, officers[0]).post(propose(ProviderFactory()), given).text

        assert "Nobody of the council can act for a provider" in page
        assert not Proposal.objects.exists()

    @pytest.mark.parametrize("role", [Role.PLACEMENTS, Role.AUDITOR, Role.ADMINISTRATOR])
    def test_is_proposed_by_who_commissions_alone(self, client, role):
        assert (
            sign_in(client, UserFactory(role=role))
            .post(propose(ProviderFactory()), GIVEN)
            .status_code
            == 403
        )


class TestTheDatabase:
    def refused(self, words, change):
        with pytest.raises(IntegrityError, match=words), transaction.atomic():
            change()

    @pytest.mark.parametrize("role", Role.of_the_council())
    @pytest.mark.parametrize("closed", [True, False])
    def test_lets_nobody_of_the_council_belong_to_a_provider(self, role, closed):
        person = UserFactory(role=role, closed=closed)

        self.refused("Nobody of the council", lambda: ProviderMemberFactory(user=person))

    def test_lets_no_member_become_another(self):
        member, person = ProviderMemberFactory(), UserFactory(role=Role.PROVIDER)
        rows = ProviderMember.objects.filter(pk=member.pk)

        self.refused("Nobody of the council", lambda: rows.update(user=UserFactory()))
        self.refused("ended and begun", lambda: rows.update(user=person))

    def test_knows_no_owner_of_the_councils_without_two(self, officers):
        provider = ProviderFactory()
        waiting = proposing.propose_first_owner(provider, **GIVEN, by=officers[0])
        person = UserFactory(role=Role.PROVIDER)

        self.refused(
            "Two officers",
            lambda: provider.take_on(
                person, role="owner", by=officers[0], named_in=waiting, reads_from=timezone.now()
            ),
        )
        for named_in in (None, waiting):
            self.refused(
                "by two officers",
                lambda: ProviderInvitation.objects.create(
                    provider=provider,
                    email="otto@school.example",
                    name="Otto",
                    role="owner",
                    invited_by=officers[0],
                    named_in=named_in,  # noqa: B023
                    reads_from=timezone.now(),
                    expires_at=timezone.now() + datetime.timedelta(days=1),
                ),
            )


class TestWhomTheCouncilNamed:
    @pytest.fixture
    def sealed(self):
        application = received({"lots": [1], "secret": "our plans"})
        application.started_by.close(by=UserFactory(role=Role.ADMINISTRATOR))
        return application

    @pytest.fixture
    def named(self, sealed, officers):
        return name_owner(sealed.provider, officers)

    def rows(self, person):
        with sealing.acting_for(person), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM contracts_submittedcontent")
            return cursor.fetchone()[0]

    def test_reads_nothing_that_is_sealed(self, client, sealed, named):
        assert self.rows(named.user) == 0
        assert not Application.objects.visible_to(named.user).exists()
        theirs = sign_in(client, named.user)
        for name in ("tasks", "check", "documents", "withdraw", "declare"):
            address = reverse(f"contracts:application_{name}", args=[sealed.pk])
            assert theirs.get(address).status_code == 404, name
        assert sealed.reference not in theirs.get(reverse("contracts:apply")).text

    def test_nor_does_whoever_that_person_invites(self, sealed, named):
        actions.invite_to(
            sealed.provider, email="x@school.example", name="X", role="owner", by=named.user
        )
        Invitation.objects.order_by("-pk").first().accept(password="three pleasant words")
        person = User.objects.get(email="x@school.example")

        assert sealed.provider.members.get(user=person).reads_from == named.reads_from
        assert self.rows(person) == 0
        with pytest.raises(NotAllowedNow, match="who acted for"):
            named.vouch(by=person)
        by_hand = pytest.raises(IntegrityError, match="own people")
        with by_hand, transaction.atomic(), sealing.acting_for(person):
            ProviderMember.objects.filter(pk=named.pk).update(vouched_by=person, reads_from=None)

    def test_reads_it_once_it_is_open(self, sealed, named, officers):
        EarlyEvaluation.decide(sealed, by=officers[0], reason="It would go red.")
        for officer in officers:
            ConflictDeclaration.declare(sealed, by=officer, has_conflict=False)
            Opening.add(sealed, by=officer)

        assert self.rows(named.user) == 1
        assert Application.objects.visible_to(named.user).get() == sealed

    def test_reads_it_once_one_of_its_own_people_lets_them(self, client, sealed, named):
        editor = ProviderMemberFactory(provider=sealed.provider, role=ProviderRole.EDITOR)
        address = reverse("providers:provider_person_vouch", args=[sealed.provider_id, named.pk])
        assert sign_in(client, named.user).post(address).status_code == 403
        assert (
            address
            in sign_in(client, editor.user)
            .get(reverse("providers:provider_people", args=[sealed.provider_id]))
            .text
        )

        sign_in(client, editor.user).post(address)

        assert self.rows(named.user) == 1

    def test_is_let_by_nobody_who_only_reads(self, client, sealed, named):
        viewer = ProviderMemberFactory(provider=sealed.provider, role=ProviderRole.VIEWER)
        address = reverse("providers:provider_person_vouch", args=[sealed.provider_id, named.pk])

        assert sign_in(client, viewer.user).post(address).status_code == 403
        rows = ProviderMember.objects.filter(pk=named.pk)
        for person in (viewer.user, UserFactory()):
            with pytest.raises(IntegrityError, match="own people"), transaction.atomic():
                rows.update(reads_from=None, vouched_by=person)
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(reads_from=timezone.now() - datetime.timedelta(days=99))

    def test_begins_anew_and_the_draft_of_before_stays_closed(self, client, officers):
        draft = ApplicationFactory()
        draft.started_by.close(by=UserFactory(role=Role.ADMINISTRATOR))
        named = name_owner(draft.provider, officers)

        with sealing.acting_for(named.user):
            begun = applying.begin(draft.provider, draft.vehicle, by=named.user)

        draft.refresh_from_db()
        assert draft.status == Status.WITHDRAWN
        assert list(Application.objects.visible_to(named.user)) == [begun]

    def test_waits_where_one_was_received(self, sealed, named):
        with (
            pytest.raises(NotAllowedNow, match="closed to you until we open it"),
            sealing.acting_for(named.user),
        ):
            applying.begin(sealed.provider, sealed.vehicle, by=named.user)

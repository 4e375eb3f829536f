import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Invitation, Role, Spent, User
from nmiss.base.core.models import AuditEvent
from providers import actions
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory
from tests.files.taken import rows_of
from tests.outbox import messages

pytestmark = pytest.mark.django_db

NEW = {"name": "Edie Editor", "email": "Edie@school.example", "role": "editor"}


@pytest.fixture
def owner():
    return ProviderMemberFactory()


@pytest.fixture
def as_owner(client, owner):
    client.force_login(owner.user)
    return client


def people_of(provider):
    return reverse("providers:provider_people", args=[provider.pk])


def invite_to(provider):
    return reverse("providers:provider_person_invite", args=[provider.pk])


def mail_to(email):
    return [message.payload["subject"] for message in messages(to=email)]


@pytest.fixture
def client_class(client):
    return type(client)


def remove(member):
    return reverse("providers:provider_person_remove", args=[member.provider_id, member.pk])


class TestProviderPeople:
    def test_shows_a_providers_people_to_each_other(self, client, owner):
        viewer = ProviderMemberFactory(provider=owner.provider, role=ProviderRole.VIEWER)
        client.force_login(viewer.user)

        response = client.get(people_of(owner.provider))

        assert owner.user.name in response.text
        assert "Invite a person" not in response.text

    def test_is_taken_away_as_it_is_seen(self, as_owner, owner):
        ProviderMemberFactory(user=owner.user, provider=ProviderFactory(name="A second"))
        stranger = ProviderMemberFactory()
        address = reverse("files:listing_csv", args=["provider-people"])
        assert (
            f"{address}?provider={owner.provider_id}"
            in as_owner.get(people_of(owner.provider)).text
        )

        (row,) = rows_of(as_owner.get(address, {"provider": owner.provider_id}))
        assert (row["Name"], row["May act as"], row["State"]) == (
            owner.user.name,
            "Owner",
            "active",
        )
        assert rows_of(as_owner.get(address, {"provider": stranger.provider_id})) == []

    def test_does_not_exist_for_another_provider(self, as_owner):
        other = ProviderMemberFactory()

        assert as_owner.get(people_of(other.provider)).status_code == 404
        assert as_owner.post(invite_to(other.provider), NEW).status_code == 404
        assert as_owner.post(remove(other)).status_code == 404

    def test_does_not_exist_for_administrators(self, client, owner):
        client.force_login(UserFactory(role=Role.ADMINISTRATOR))

        assert client.get(people_of(owner.provider)).status_code == 403


class TestOurPeople:
    def test_leads_to_ones_own_provider(self, as_owner, owner):
        assert as_owner.get(reverse("providers:our_people")).url == people_of(owner.provider)

    def test_says_what_to_do_without_a_provider(self, client):
        client.force_login(UserFactory(role=Role.PROVIDER))

        response = client.get(reverse("providers:our_people"))

        assert "You do not act for a provider at present" in response.text


class TestProviderPersonInvite:
    def test_invites_a_person_with_a_role(self, as_owner, owner):
        page = as_owner.post(invite_to(owner.provider), NEW, follow=True).text

        assert "An invitation is on its way to edie@school.example" in page
        assert "can now act" not in page
        person = User.objects.get(email="edie@school.example")
        assert (person.role, person.standing) == (Role.PROVIDER, "invited")
        assert not owner.provider.members.filter(user=person).exists()
        assert mail_to("edie@school.example") == ["Your account for NMISS Hub"]
        assert [e.verb for e in AuditEvent.objects.filter(target_type__contains="Provider")] == [
            "invite_to"
        ]

    def test_makes_a_member_of_whoever_sets_a_password(self, as_owner, owner, client_class):
        as_owner.post(invite_to(owner.provider), NEW)
        invitation = Invitation.objects.get()

        person = invitation.accept(password="three pleasant words")

        member = owner.provider.members.get(user=person)
        assert (member.role, member.reads_from) == (ProviderRole.EDITOR, None)
        (told,) = messages(holding="now acts for")
        assert told.payload["to"] == [owner.user.email]

    @pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
    def test_is_closed_to_the_council(self, client, owner, role):
        client.force_login(UserFactory(role=role))

        assert client.get(invite_to(owner.provider)).status_code == 403
        assert client.post(invite_to(owner.provider), NEW).status_code == 403
        assert not User.objects.filter(email="edie@school.example").exists()

    @pytest.mark.parametrize("role", [ProviderRole.EDITOR, ProviderRole.VIEWER])
    def test_is_closed_to_those_who_do_not_own(self, client, owner, role):
        client.force_login(ProviderMemberFactory(provider=owner.provider, role=role).user)

        assert client.post(invite_to(owner.provider), NEW).status_code == 403
        assert not User.objects.filter(email="edie@school.example").exists()

    def test_tells_every_owner(self, as_owner, owner):
        other = ProviderMemberFactory(provider=owner.provider)
        ProviderMemberFactory(provider=owner.provider, role=ProviderRole.EDITOR)

        as_owner.post(invite_to(owner.provider), NEW)

        changes = messages(holding="has invited Edie Editor")
        told = sorted(message.payload["to"][0] for message in changes)
        assert told == sorted([owner.user.email, other.user.email])

    def test_refuses_somebody_on_the_list(self, as_owner, owner):
        response = as_owner.post(invite_to(owner.provider), NEW | {"email": owner.user.email})

        assert "This person is on the list already" in response.text

    def test_refuses_to_invite_twice(self, as_owner, owner):
        as_owner.post(invite_to(owner.provider), NEW)

        response = as_owner.post(invite_to(owner.provider), NEW | {"name": "Edie Two"})

        assert "This address has been invited already" in response.text

    def test_says_what_is_missing(self, as_owner, owner):
        response = as_owner.post(invite_to(owner.provider), {})

        assert "Select the access they need" in response.text

    def test_ends_after_so_many_a_day(self, as_owner, owner, settings):
        settings.INVITATIONS_A_DAY = 2
        for number in range(3):
            given = NEW | {"email": f"e{number}@school.example"}
            response = as_owner.post(invite_to(owner.provider), given)

        assert "You have sent 2 invitations in 24 hours" in response.text
        assert owner.provider.invitations.count() == 2

    def test_ends_where_so_many_wait(self, as_owner, owner, settings):
        settings.INVITATIONS_OPEN = 1
        as_owner.post(invite_to(owner.provider), NEW)

        given = NEW | {"email": "another@school.example"}
        response = as_owner.post(invite_to(owner.provider), given)

        assert "1 invitations have not been answered" in response.text


class TestWhoeverHasAnAccount:
    """The inviter learns nothing of it, and nobody joins without their own consent."""

    @pytest.fixture(
        params=["nobody", "another provider's", "closed", "an officer", "a closed officer", "alias"]
    )
    def email(self, request):
        made = {
            "nobody": lambda: "free@school.example",
            "another provider's": lambda: ProviderMemberFactory().user.email,
            "closed": lambda: UserFactory(role=Role.PROVIDER, closed=True).email,
            "an officer": lambda: UserFactory().email,
            "a closed officer": lambda: UserFactory(closed=True).email,
            "alias": lambda: UserFactory().email.replace("@", "+x@"),
        }
        return made[request.param]()

    def test_is_invited_in_the_same_words(self, as_owner, owner, email):
        page = as_owner.post(invite_to(owner.provider), NEW | {"email": email}, follow=True).text

        assert f"An invitation is on its way to {email}" in page
        row = page[page.index(f">{email}<") - 200 : page.index(f">{email}<") + 500]
        assert "Edie Editor" in row and "Invited" in row and "Not yet" in row  # noqa: PT018
        assert owner.provider.members.count() == 1
        assert len(mail_to(email)) == 1

    def test_answers_yes_signed_in(self, as_owner, owner, client_class):
        other = ProviderMemberFactory().user
        as_owner.post(invite_to(owner.provider), NEW | {"email": other.email})
        theirs = client_class()
        theirs.force_login(other)
        invitation = owner.provider.invitations.get()
        address = reverse("providers:our_invitation", args=[invitation.pk])
        assert address in theirs.get("/").text
        assert theirs.get(people_of(owner.provider)).status_code == 404

        assert "Select yes or no" in theirs.post(address).text
        theirs.post(address, {"answer": "yes"})

        assert owner.provider.members.get(user=other).role == ProviderRole.EDITOR
        assert theirs.get(people_of(owner.provider)).status_code == 200

    def test_answers_no(self, as_owner, owner, client_class):
        other = ProviderMemberFactory().user
        as_owner.post(invite_to(owner.provider), NEW | {"email": other.email})
        theirs = client_class()
        theirs.force_login(other)
        invitation = owner.provider.invitations.get()
        address = reverse("providers:our_invitation", args=[invitation.pk])

        theirs.post(address, {"answer": "no"})

        assert not owner.provider.members.filter(user=other).exists()
        assert theirs.post(address, {"answer": "yes"}).status_code == 404

    def test_answers_for_nobody_else(self, as_owner, owner, client_class):
        invited, stranger = (ProviderMemberFactory().user for _ in range(2))
        as_owner.post(invite_to(owner.provider), NEW | {"email": invited.email})
        theirs = client_class()
        theirs.force_login(stranger)
        address = reverse("providers:our_invitation", args=[owner.provider.invitations.get().pk])

        assert theirs.post(address, {"answer": "yes"}).status_code == 404


class TestAnInvitedPerson:
    @pytest.fixture
    def invitation(self, as_owner, owner):
        as_owner.post(invite_to(owner.provider), NEW)
        return owner.provider.invitations.get()

    def at(self, name, invitation):
        return reverse(
            f"providers:provider_invitation_{name}", args=[invitation.provider_id, invitation.pk]
        )

    def test_is_invited_again(self, as_owner, owner, invitation):
        as_owner.post(self.at("again", invitation))

        assert len(mail_to("edie@school.example")) == 2
        assert Invitation.objects.open_at(timezone.now()).count() == 1

    def test_is_removed_with_the_invitation(self, as_owner, owner, invitation):
        link = Invitation.objects.get()

        as_owner.post(self.at("remove", invitation), follow=True)

        assert "Edie Editor" not in as_owner.get(people_of(owner.provider)).text.split("<main")[1]
        with pytest.raises(Spent):
            link.accept(password="three pleasant words")
        assert owner.provider.members.count() == 1

    def test_keeps_the_link_where_another_provider_waits(self, as_owner, owner, invitation):
        other = ProviderMemberFactory()
        actions.invite_to(
            other.provider,
            email="edie@school.example",
            name="Edie",
            role=ProviderRole.VIEWER,
            by=other.user,
        )

        as_owner.post(self.at("remove", invitation))
        Invitation.objects.open_at(timezone.now()).get().accept(password="three pleasant words")

        person = User.objects.get(email="edie@school.example")
        assert [m.provider for m in person.provider_members.all()] == [other.provider]


class TestProviderPersonRemove:
    def test_ends_their_part_and_is_on_record(self, as_owner, owner):
        viewer = ProviderMemberFactory(provider=owner.provider, role=ProviderRole.VIEWER)

        as_owner.post(remove(viewer))

        assert list(owner.provider.members.all()) == [owner]
        assert AuditEvent.objects.about(owner.provider).get().verb == "let_go"
        (told,) = messages(holding="has removed")
        assert told.payload["to"] == [owner.user.email]

    def test_keeps_the_last_owner(self, as_owner, owner):
        response = as_owner.post(remove(owner))

        assert "A provider needs an owner who can sign in. Invite another first." in response.text
        assert owner.provider.members.count() == 1
        assert not AuditEvent.objects.about(owner.provider).exists()

    def test_does_not_count_an_owner_who_cannot_sign_in(self, as_owner, owner):
        invited = UserFactory(role=Role.PROVIDER, invited=True)
        ProviderMemberFactory(provider=owner.provider, user=invited)

        as_owner.post(remove(owner))

        assert owner.provider.members.filter(pk=owner.pk).exists()

    def test_lets_one_of_two_owners_go(self, as_owner, owner):
        ProviderMemberFactory(provider=owner.provider)

        as_owner.post(remove(owner))

        assert not owner.provider.members.filter(pk=owner.pk).exists()

    def test_is_closed_to_those_who_do_not_own(self, client, owner):
        editor = ProviderMemberFactory(provider=owner.provider, role=ProviderRole.EDITOR)
        client.force_login(editor.user)

        assert client.post(remove(editor)).status_code == 403

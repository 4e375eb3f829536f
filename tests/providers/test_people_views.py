import pytest
from django.urls import reverse

from nmiss.accounts.models import Role, User
from nmiss.core.models import AuditEvent, OutboxMessage
from providers.models import ProviderRole
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderFactory, ProviderMemberFactory
from tests.files.taken import rows_of

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
        assert owner.provider.members.get(user=person).role == ProviderRole.EDITOR
        assert OutboxMessage.objects.get().payload["to"] == ["edie@school.example"]
        assert AuditEvent.objects.about(owner.provider).get().verb == "take_on"

    def test_is_open_to_commissioning_officers(self, client):
        provider = ProviderFactory()
        client.force_login(UserFactory(role=Role.OFFICER))

        client.post(invite_to(provider), NEW | {"role": "owner"})

        assert provider.members.get().role == ProviderRole.OWNER

    @pytest.mark.parametrize("role", [ProviderRole.EDITOR, ProviderRole.VIEWER])
    def test_is_closed_to_those_who_do_not_own(self, client, owner, role):
        client.force_login(ProviderMemberFactory(provider=owner.provider, role=role).user)

        assert client.post(invite_to(owner.provider), NEW).status_code == 403
        assert not User.objects.filter(email="edie@school.example").exists()

    def test_takes_on_somebody_who_works_for_another_provider(self, as_owner, owner):
        other = ProviderMemberFactory()

        data = NEW | {"email": other.user.email}
        page = as_owner.post(invite_to(owner.provider), data, follow=True).text

        assert f"{other.user} can now act for {owner.provider}." in page
        assert owner.provider.members.filter(user=other.user).exists()
        assert not OutboxMessage.objects.exists()

    def test_refuses_somebody_on_the_list(self, as_owner, owner):
        response = as_owner.post(invite_to(owner.provider), NEW | {"email": owner.user.email})

        assert "is on the list already" in response.text

    def test_refuses_the_councils_people(self, as_owner, owner):
        officer = UserFactory()

        response = as_owner.post(invite_to(owner.provider), NEW | {"email": officer.email})

        assert "This address cannot be invited" in response.text
        assert owner.provider.members.count() == 1

    def test_says_what_is_missing(self, as_owner, owner):
        response = as_owner.post(invite_to(owner.provider), {})

        assert "Select what they may do" in response.text


class TestProviderPersonInviteAgain:
    def test_sends_a_new_link(self, as_owner, owner):
        invited = UserFactory(role=Role.PROVIDER, invited=True)
        member = ProviderMemberFactory(provider=owner.provider, user=invited)
        address = reverse(
            "providers:provider_person_invite_again", args=[member.provider_id, member.pk]
        )

        as_owner.post(address)

        assert OutboxMessage.objects.get().payload["to"] == [invited.email]

    def test_refuses_somebody_who_has_joined(self, as_owner, owner):
        address = reverse(
            "providers:provider_person_invite_again", args=[owner.provider_id, owner.pk]
        )

        assert as_owner.post(address).status_code == 403


class TestProviderPersonRemove:
    def test_ends_their_part_and_is_on_record(self, as_owner, owner):
        viewer = ProviderMemberFactory(provider=owner.provider, role=ProviderRole.VIEWER)

        as_owner.post(remove(viewer))

        assert list(owner.provider.members.all()) == [owner]
        assert AuditEvent.objects.about(owner.provider).get().verb == "let_go"

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

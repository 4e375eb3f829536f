import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from providers.models import Provider
from tests.factories.accounts import UserFactory
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_providers(take_schools, take_members):
    take_schools({}, {"URN": "900002", "EstablishmentName": "Birch School"})
    take_members(
        {},
        {"school_urn": "900002", "provider_name": "Birch Ltd", "company_number": "ZZ000002"},
    )


class TestProviderList:
    def test_shows_how_many_schools_each_runs(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(reverse("contracts:provider_list"))

        assert [(p.name, p.school_count) for p in page.context_data["page"]] == [
            ("Ash Education Ltd", 1),
            ("Birch Ltd", 1),
        ]


class TestProviderDetail:
    def test_shows_its_schools_and_their_lots(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        page = client.get(
            reverse("contracts:provider_detail", args=[Provider.objects.get(name="Birch Ltd").pk])
        )

        (school,) = page.context_data["schools"]
        assert school.name == "Birch School"
        assert [member.lot.number for member in school.lots] == [1]

    def test_does_not_exist_for_another_provider(self, client):
        ash, birch = Provider.objects.order_by("name")
        client.force_login(ProviderMemberFactory(provider=ash).user)

        assert client.get(reverse("contracts:provider_detail", args=[ash.pk])).status_code == 200
        assert client.get(reverse("contracts:provider_detail", args=[birch.pk])).status_code == 404

"""A page asks the database as often for fifty rows as for five."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nmiss.base.accounts.models import Role
from providers.models import Provider
from tests.factories.accounts import UserFactory
from tests.factories.imports import begin
from tests.factories.providers import ProviderMemberFactory

pytestmark = pytest.mark.django_db
WINDOW = "?from=2024-04-01&to=2024-11-30"


def pages():
    """What lists rows, by who may see it; the first provider and the first school have many."""
    provider = Provider.objects.get(name="Ash Education Ltd").pk
    school = reverse("placements:school_detail", args=[900000])
    return {
        Role.OFFICER: [
            reverse("home:home"),
            reverse("placements:school_list"),
            reverse("placements:school_list") + "?near=CT20",
            reverse("placements:child_list"),
            school,
            reverse("contracts:provider_list"),
            reverse("contracts:provider_detail", args=[provider]),
            reverse("providers:provider_people", args=[provider]),
            reverse("placements:dps_status") + WINDOW,
            reverse("placements:dps_status_schools") + WINDOW,
            reverse("placements:demand_profile") + "?on=2024-09-01",
            reverse("imports:import_list"),
            reverse("placements:search") + "?words=school",
        ],
        Role.PLACEMENTS: [reverse("home:home"), school],
        Role.FINANCE: [reverse("home:home"), school],
        Role.ADMINISTRATOR: [
            reverse("home:home"),
            reverse("accounts:person_list"),
            reverse("home:audit_list"),
        ],
    }


@pytest.fixture
def fill(take_schools, take_members, take_placements):
    """Have so many of everything."""

    def fill(number):
        urns = [str(900000 + n) for n in range(number)]
        take_schools(*({"URN": urn, "EstablishmentName": f"School {urn}"} for urn in urns))
        take_members(
            *({"school_urn": urn} for urn in urns[: number // 2]),
            *(
                {"school_urn": urn, "provider_name": urn, "company_number": urn}
                for urn in urns[number // 2 :]
            ),
        )
        take_placements(
            *(
                {"placement_ref": f"A{n}", "pupil_ref": f"A{n}", "school_urn": urn}
                for n, urn in enumerate(urns)
            ),
            *(
                {"placement_ref": f"B{n}", "pupil_ref": f"B{n}", "school_urn": "900000"}
                for n in range(number)
            ),
        )
        provider = Provider.objects.get(name="Ash Education Ltd")
        for _ in range(number - provider.members.count()):
            ProviderMemberFactory(provider=provider)
        officer = UserFactory()
        for _ in range(number // 2):
            begin("schools", by=officer)

    return fill


def queries_of(client):
    found = {}
    for role, addresses in pages().items():
        client.force_login(UserFactory(role=role))
        for address in addresses:
            client.get(address)  # what a first look has to learn is learnt
            with CaptureQueriesContext(connection) as asked:
                response = client.get(address)
            assert response.status_code == 200
            found[role, address] = len(asked)
    return found


def test_pages_ask_as_often_for_fifty_rows_as_for_five(client, fill):
    fill(6)
    few = queries_of(client)
    fill(54)

    many = queries_of(client)

    assert many == few
    # Home asks once for each kind of thing that an officer may have to do.
    assert max(many.values()) <= 42

"""Tables have room for the codes of needs alone: their words are beside them, for every reader."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from providers.models import Need
from tests.factories.accounts import UserFactory
from tests.factories.placements import PlacementFactory, a_case
from tests.seen import seen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("which", ["schools", "a school", "a child", "cases"])
def test_are_spelt_out_on_the_page(client, which):
    place = PlacementFactory()
    a_case(place.child)
    client.force_login(UserFactory(role=Role.PLACEMENTS))
    address = {
        "schools": reverse("placements:school_list"),
        "a school": reverse("placements:school_detail", args=[place.school.urn]),
        "a child": reverse("placements:child_detail", args=[place.child.reference]),
        "cases": reverse("placements:case_list"),
    }[which]

    facts = seen(client.get(address)).facts

    assert {code: facts[code] for code in Need.values} == dict(Need.choices)

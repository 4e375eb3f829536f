"""Who declines an extension: the children at its schools are listed at once."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.extending import letters_sent
from tests.factories.placements import PlacementFactory

pytestmark = pytest.mark.django_db


def test_schools_of_who_declined_are_listed_with_their_children(client):
    option, (leaving, staying) = letters_sent(first_day=40, members=2)
    gone, stays = (
        option.letters.get(provider__members__user=owner) for owner in (leaving, staying)
    )
    gone.decline(by=leaving, reason="We sell the site.")
    for letter in (gone, gone, stays):
        PlacementFactory(school=letter.provider.schools.get())
    client.force_login(UserFactory(role=Role.PLACEMENTS))

    page = client.get(reverse("placements:extension_schools", args=[option.pk]))

    (found,) = page.context_data["schools"]
    assert (found.school.provider, found.children) == (gone.provider, 2)
    words = page.content.decode()
    assert "2 children at 1 school whose provider declined" in words
    assert f"?school={found.school.urn}" in words

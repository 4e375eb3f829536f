"""What every list says to a filter that it cannot read: which, and no rows. So do downloads."""

import re

import pytest

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.contracts import received

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen_by(client, take_schools, take_members, take_placements):
    take_schools()
    take_members()
    take_placements()
    received()

    def sign_in(role):
        client.force_login(UserFactory(role=role))
        return client

    return sign_in


PAGES = [
    ("/schools/?need=x", "Need: choose from the list"),
    ("/schools/?sort=evil", "Order: choose from the list"),
    ("/schools/?near=XX&within=5", "Enter a postcode such as CT20 3QA"),
    ("/schools/?name=(((", "Enter letters or digits of the name"),
    ("/schools/?name=%25", "Enter letters or digits of the name"),
    ("/schools/?name=%00", "Name: take out the character NUL"),
    ("/children/?school=x", "Enter the URN of a school"),
    ("/applications/?round=x", "Round: choose from the list"),
    ("/memberships/?state=x", "Status today: choose from the list"),
    ("/outcomes/?round=x", "Round: choose from the list"),
]


class TestAFilterThatCannotBeRead:
    @pytest.mark.parametrize(("address", "said"), PAGES)
    def test_is_named_above_a_list_without_rows(self, seen_by, address, said):
        text = seen_by(Role.OFFICER).get(address).text

        assert "<title>Error: " in text
        (summary,) = re.findall(r"There is a problem.*?</ul>", text, re.DOTALL)
        assert said in summary
        assert "<tbody" not in text

    def test_is_named_above_the_list_of_people(self, seen_by):
        text = seen_by(Role.ADMINISTRATOR).get("/people/?role=x").text

        assert "<title>Error: " in text
        assert "Role: choose from the list" in text
        assert "<tbody" not in text

    @pytest.mark.parametrize(
        "address",
        [
            "/lists/schools.csv?near=XX&within=5",
            "/lists/children.csv?school=x",
            "/lists/received.csv?round=x",
            "/lists/received.csv?round=99999",
            "/lists/applications.csv?round=x",
            "/lists/memberships.csv?state=x",
            "/lists/provider-people.csv?provider=x",
        ],
    )
    def test_gives_no_download(self, seen_by, address):
        response = seen_by(Role.OFFICER).get(address)

        assert response.status_code == 400
        assert "This page address is not right" in response.text
        assert ".." not in response.text.split("<main")[1]

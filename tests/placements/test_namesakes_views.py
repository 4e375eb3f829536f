import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    ashford = SchoolFactory(urn=900001, name="St John’s School", town="Ashford")
    return ashford, SchoolFactory(urn=900002, name="St. John's School", town="Dover")


@pytest.fixture
def as_officer(client):
    client.force_login(UserFactory(role=Role.OFFICER))
    return client


class TestASchoolWithANamesake:
    @pytest.mark.parametrize(
        "page", ["/schools/", "/search/?words=john", "/schools/?name=john", "/schools/?sort=name"]
    )
    def test_is_told_apart_on_pages(self, as_officer, two, page):
        text = as_officer.get(page).text

        assert "St John’s School (Ashford, URN 900001)" in text
        assert "(Dover, URN 900002)" in text

    def test_is_told_apart_on_its_childrens_pages(self, as_officer, two, take_placements):
        take_placements({})

        assert "(Ashford, URN 900001)" in as_officer.get(reverse("placements:child_list")).text
        page = reverse("placements:child_detail", args=["C1"])
        assert "(Ashford, URN 900001)" in as_officer.get(page).text

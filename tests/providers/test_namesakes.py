import pytest

from providers.models import School
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db


def labels():
    return [str(school) for school in School.objects.order_by("urn")]


@pytest.fixture
def two():
    ashford = SchoolFactory(urn=900001, name="St John’s School", town="Ashford")
    return ashford, SchoolFactory(urn=900002, name="St. John's School", town="Dover")


class TestASchoolWithANamesake:
    def test_is_listed_with_its_town_and_number(self, two):
        SchoolFactory(urn=900003, name="Ash Grove")

        assert labels() == [
            "St John’s School (Ashford, URN 900001)",
            "St. John's School (Dover, URN 900002)",
            "Ash Grove",
        ]

    def test_is_listed_with_its_number_where_no_town_is_known(self, two):
        SchoolFactory(urn=900003, name="St Johns School")

        assert labels()[2] == "St Johns School (URN 900003)"

    def test_has_none_once_the_other_is_called_otherwise_or_gone(self, two):
        SchoolFactory(urn=900003, name="Elm")
        School.objects.filter(urn=900001).update(name="Elm")

        assert labels() == [
            "Elm (Ashford, URN 900001)",
            "St. John's School",
            "Elm (URN 900003)",
        ]
        School.objects.filter(urn=900001).delete()
        assert labels() == ["St. John's School", "Elm"]

    def test_has_no_history_for_that(self, two):
        assert two[0].events.count() == 1

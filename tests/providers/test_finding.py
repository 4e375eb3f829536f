import pytest

from providers.models import School
from tests.factories.providers import SchoolFactory

pytestmark = pytest.mark.django_db

EASTING, NORTHING = 600000, 140000
MILE = 1609.344


def names(schools):
    return sorted(school.name for school in schools)


class TestTakingYear:
    @pytest.mark.parametrize(
        ("lowest", "highest", "years"),
        [
            (11, 16, range(7, 12)),
            (4, 11, range(7)),
            (5, 13, range(1, 9)),
            (16, 19, range(12, 15)),
            (None, None, []),
        ],
    )
    def test_asks_for_the_whole_of_the_year(self, lowest, highest, years):
        SchoolFactory(lowest_age=lowest, highest_age=highest)

        taken = [year for year in range(15) if School.objects.taking_year(year)]

        assert taken == list(years)


class TestTakingAge:
    def test_counts_both_ages(self):
        SchoolFactory(lowest_age=11, highest_age=16)

        assert [age for age in range(26) if School.objects.taking_age(age)] == [*range(11, 17)]


class TestAdmitting:
    def test_takes_schools_for_both_with_those_for_one(self):
        for sex in ("boys", "girls", "mixed", ""):
            SchoolFactory(name=sex, sex=sex)

        assert names(School.objects.admitting("girls")) == ["girls", "mixed"]


class TestBoardingOrNot:
    def test_parts_what_the_register_says(self):
        for words in (
            "Boarding school",
            "Children's home (Boarding school)",
            "College / FE residential accommodation",
            "No boarders",
            "Not applicable",
            "",
        ):
            SchoolFactory(name=words, boarding=words)

        assert len(School.objects.boarding_or_not(boards=True)) == 3
        assert names(School.objects.boarding_or_not(boards=False)) == [
            "",
            "No boarders",
            "Not applicable",
        ]


class TestCateringFor:
    def test_is_for_one_need(self):
        SchoolFactory(name="both", needs=["ASD", "SEMH"])
        SchoolFactory(name="other", needs=["ASD"])

        assert names(School.objects.catering_for("SEMH")) == ["both"]


class TestDistance:
    def test_is_in_miles_on_the_grid(self):
        SchoolFactory(at=(EASTING + 3000, NORTHING - 4000))

        school = School.objects.with_metres_squared(EASTING, NORTHING).get()

        assert school.metres_squared == 25_000_000
        assert round(school.miles_away, 3) == 3.107

    def test_is_exact_over_the_whole_country(self):
        SchoolFactory(at=(0, 1_219_000))

        school = School.objects.with_metres_squared(655_000, 0).get()

        assert school.metres_squared == 655_000**2 + 1_219_000**2

    def test_puts_those_without_a_position_last(self):
        SchoolFactory(name="nowhere")
        SchoolFactory(name="Shetland", at=(450_000, 1_200_000))

        schools = School.objects.with_metres_squared(EASTING, 0).order_by("metres_squared")

        assert [school.name for school in schools] == ["Shetland", "nowhere"]
        assert schools[1].miles_away is None

    def test_is_within_a_circle_and_not_its_square(self):
        SchoolFactory(name="edge", at=(EASTING + int(10 * MILE), NORTHING))
        SchoolFactory(name="corner", at=(EASTING + int(9 * MILE), NORTHING + int(9 * MILE)))
        SchoolFactory(name="beyond", at=(EASTING + int(10 * MILE) + 1, NORTHING))
        SchoolFactory(name="nowhere")

        found = School.objects.within_miles(10, easting=EASTING, northing=NORTHING)

        assert names(found) == ["edge"]

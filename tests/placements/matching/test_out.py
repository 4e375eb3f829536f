"""Schools that cannot take the child are out, each with its reason, and no others."""

import math
from random import Random

import pytest

from placements.matching import ranking
from placements.matching.question import MatchingQuestion
from providers.models import Need
from providers.models.finding import is_boarding
from tests.factories.contracts import the_dps
from tests.factories.placements import ChildFactory, a_case
from tests.placements.matching.schools import (
    DAY,
    HOME,
    MILE,
    TODAY,
    join,
    names,
    ranked,
    school,
    suspend,
)

pytestmark = pytest.mark.django_db


class TestOut:
    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            ({"status": "2"}, "closed"),
            ({"status": "3", "closed_on": DAY(2027, 8, 31)}, "closed"),
            ({"status": "4"}, "not open"),
            ({"status": "4", "opened_on": DAY(2027, 9, 2)}, "not open"),
            ({"lowest_age": 13}, "12 on the first day, and the school takes ages 13 to 19"),
            ({"highest_age": 11}, "12 on the first day, and the school takes ages 5 to 11"),
            ({"sex": "girls"}, "admits the other sex"),
        ],
    )
    def test_says_why(self, facts, why):
        school("School", **facts)
        case = a_case()

        assert names(ranked(case)) == []
        [out], count = ranking.out_of(MatchingQuestion.of(case, today=TODAY, filters={}))
        assert count == 1
        assert why in out.why

    @pytest.mark.parametrize(
        "facts",
        [
            {"status": "3"},
            {"status": "3", "closed_on": DAY(2027, 9, 2)},
            {"status": "4", "opened_on": DAY(2027, 9, 1)},
            {"lowest_age": 12},
            {"highest_age": 12},
            {"sex": "boys"},
            {"sex": ""},
            {"lowest_age": None, "highest_age": None},
        ],
    )
    def test_lets_in_who_can(self, facts):
        school("School", **facts)

        assert names(ranked()) == ["School"]

    @pytest.mark.parametrize(
        ("starts_on", "ends_on", "is_out"),
        [
            (DAY(2026, 11, 1), None, True),
            (DAY(2027, 9, 1), None, True),
            (DAY(2027, 9, 2), None, False),
            (DAY(2026, 11, 1), DAY(2027, 8, 31), False),
        ],
    )
    def test_a_suspension_counts_where_it_covers_the_first_day(self, starts_on, ends_on, is_out):
        membership = join(school("School"), 1)
        suspend(membership, starts_on, ends_on)

        found = ranked()

        assert (names(found) == []) == is_out
        assert (found.out == {"suspended": 1}) == is_out

    def test_suspended_from_one_lot_it_is_in_by_the_other(self):
        both = school("School")
        suspend(join(both, 1), DAY(2026, 11, 1))
        join(both, 2)

        [match] = ranked().matches

        assert match.open_lots == (2,)

    def test_a_school_that_leaves_before_the_first_day_is_no_member(self):
        leaving = join(school("Leaving"), 1)
        leaving.left_on = DAY(2027, 8, 31)
        leaving.save()
        joining = join(school("Joining"), 1)
        joining.admitted_on = DAY(2027, 9, 1)
        joining.save()

        found = ranked()

        assert [each.name for each in found.members] == ["Joining"]
        assert [each.name for each in found.others] == ["Leaving"]

    @pytest.mark.parametrize(("ends_on", "is_member"), [(TODAY, True), (DAY(2026, 11, 25), False)])
    def test_that_the_dps_may_end_before_the_first_day_takes_nobody_from_it(
        self, ends_on, is_member
    ):
        join(school("School"), 1)
        the_dps(ends_on=ends_on)

        assert [each.is_member for each in ranked().matches] == [is_member]

    def test_what_the_case_must_have(self):
        school("No duty", miles=20, section_41="not_approved")
        school("Approved", miles=20, section_41="approved")
        school("Non-maintained", miles=40, kind="8")

        assert names(ranked(must_admit=True)) == ["Approved", "Non-maintained"]
        assert names(ranked(must_admit=True, most_miles=30)) == ["Approved"]

    def test_residential_children_go_where_children_may_sleep(self):
        school("Day")
        school("Boards", boarding="Boarding school")

        assert names(ranked(stay="residential")) == ["Boards"]


class TestNeverASchoolThatCannot:
    """The list and Python's own reading of the rules agree, over counties made by chance."""

    def make(self, rng):
        lowest = rng.choice([None, 4, 5, 7, 11, 13])
        found = school(
            f"School {rng.random()}",
            miles=rng.choice([None, 1, 12, 28, 60]),
            needs=rng.sample(list(Need.values), rng.randint(0, 4)),
            status=rng.choice(["1", "1", "1", "2", "3", "4", ""]),
            opened_on=rng.choice([None, DAY(2020, 1, 1), DAY(2027, 1, 1)]),
            lowest_age=lowest,
            highest_age=None if lowest is None else lowest + rng.choice([4, 7, 14]),
            sex=rng.choice(["", "mixed", "boys", "girls"]),
            boarding=rng.choice(["", "No boarders", "Boarding school", "Residential only"]),
            kind=rng.choice(["8", "10", "11"]),
            section_41=rng.choice(["", "approved", "not_approved"]),
        )
        if rng.random() < 0.5:
            membership = join(found, rng.choice([1, 2]), first=rng.random() < 0.5)
            membership.left_on = rng.choice([None, None, DAY(2027, 3, 1)])
            membership.save()
            if rng.random() < 0.4:
                suspend(membership, rng.choice([DAY(2026, 1, 1), DAY(2027, 6, 1)]))
        return found

    def can_take(self, school, question):
        suspended = [
            any(stop.covers(question.on) for stop in each.suspensions.all())
            for each in school.memberships.prefetch_related("suspensions")
            if each.admitted_on <= question.on
            and (each.left_on is None or each.left_on >= question.on)
        ]
        where = school.easting is not None and school.northing is not None
        miles = where and math.dist((school.easting, school.northing), HOME) / MILE
        sexes = {"", "mixed", "girls" if question.sex == "F" else "boys"}
        duty = school.kind == "8" or school.section_41 == "approved"
        refusals = (
            school.is_closed,
            school.status == "4" and not (school.opened_on and school.opened_on <= question.on),
            bool(suspended) and all(suspended),
            school.lowest_age is not None and question.age < school.lowest_age,
            school.highest_age is not None and question.age > school.highest_age,
            school.sex not in sexes,
            question.stay == "residential" and not is_boarding(school.boarding),
            question.must_admit and not duty,
            question.most_miles is not None and where and miles > question.most_miles,
        )
        return not any(refusals)

    @pytest.mark.parametrize("seed", range(4))
    def test_and_always_one_that_can(self, seed):
        rng = Random(seed)
        schools = [self.make(rng) for _ in range(40)]

        for _ in range(12):
            born = DAY(rng.randint(2007, 2021), rng.randint(1, 12), rng.randint(1, 28))
            child = ChildFactory(
                sex=rng.choice("MF"), identity__birth_date=born, cohort=born.year + (born.month > 8)
            )
            case = a_case(
                child,
                needs=rng.sample(list(Need.values), rng.randint(1, 3)),
                stay=rng.choice(["day", "residential"]),
                wanted_on=DAY(2027, rng.randint(1, 12), rng.randint(1, 28)),
                must_admit=rng.random() < 0.3,
                most_miles=rng.choice([None, None, 15, 40]),
            )
            found = ranked(case)
            expected = {each.urn for each in schools if self.can_take(each, found.question)}

            assert {each.urn for each in found.matches} == expected
            assert found.count_out == len(schools) - len(expected)

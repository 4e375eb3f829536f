"""The ranked list: who stands in which order, by the lot, the weights and the seed."""

import pytest

from nmiss.base.accounts.models import Role
from placements.matching import ranking
from placements.matching.question import MatchingQuestion
from placements.models import MatchWeights, UsualPrice
from tests.factories.accounts import UserFactory
from tests.factories.inspections import an_inspection
from tests.factories.placements import PlacementFactory, a_case
from tests.placements.matching.schools import DAY, TODAY, names, ranked, report, school, stand

pytestmark = pytest.mark.django_db


class TestOrder:
    def test_a_lot_that_is_consulted_first_then_members_then_others(self):
        school("Off the DPS", miles=1)
        school("Lot 1", miles=2, lot=1)
        school("Lot 2", miles=30, lot=2, first=True)

        assert names(ranked()) == ["Lot 2", "Lot 1", "Off the DPS"]

    def test_lot_2_has_no_preference_where_its_lot_does_not_say_so(self):
        school("Lot 1", miles=2, lot=1)
        school("Lot 2", miles=30, lot=2)

        assert names(ranked()) == ["Lot 1", "Lot 2"]

    def test_a_day_school_beyond_the_councils_limit_is_not_put_first_by_its_lot(self):
        for name, miles in (("Lot 2, near", 24), ("Lot 2, far", 26), ("Lot 2, unknown", None)):
            school(name, miles=miles, lot=2, first=True, boarding="Boarding school")
        school("Lot 1", miles=2, lot=1)
        MatchWeights.set_from(DAY(2026, 1, 1), by=UserFactory(), first_within_miles=25)

        found = ranked()

        assert names(found) == ["Lot 2, near", "Lot 2, unknown", "Lot 1", "Lot 2, far"]
        assert [each.goes_first for each in found.matches] == [True, True, False, False]
        assert found.nearer.name == "Lot 1"
        assert found.matches[0].why.startswith("1st because: in lot 2, consulted first")
        against = "would be higher but: in lot 2, but more than 25 miles away, so not put first"
        assert against in found.matches[3].why
        residential = ranked(stay="residential")
        assert names(residential)[:3] == ["Lot 2, near", "Lot 2, far", "Lot 2, unknown"]

    def test_says_no_nearer_school_where_the_nearest_goes_first(self):
        school("Lot 2", miles=2, lot=2, first=True)
        school("Lot 1", miles=3, lot=1)

        assert ranked().nearer is None

    def test_a_member_that_lists_no_need_of_the_child_stands_below_those_that_do(self):
        school("Lot 2 for another need", miles=1, lot=2, first=True, needs=["VI"])
        school("Lot 1", miles=30, lot=1)
        school("Off the DPS", miles=1)

        assert names(ranked()) == ["Lot 1", "Lot 2 for another need", "Off the DPS"]

    def test_the_first_need_counts_for_more_than_the_second(self):
        school("Second need", needs=["SEMH"])
        school("First need", needs=["ASD"])
        school("Both", needs=["ASD", "SEMH"])

        assert names(ranked(needs=("ASD", "SEMH"))) == ["Both", "First need", "Second need"]

    def test_a_free_place_counts_and_vacancies_not_known_count_for_half(self):
        report(school("Full"), free=0)
        school("Not known")
        report(school("Free"))
        report(school("Free for others"), need="SEMH")

        found = ranked()

        assert names(found)[:2] == ["Free", "Not known"]
        assert {each.name: each.free for each in found.matches} == {
            "Free": 2,
            "Not known": None,
            "Full": 0,
            "Free for others": 0,
        }

    @pytest.mark.parametrize(
        ("row", "free"),
        [
            ({}, 2),
            ({"first_year": 9}, 0),
            ({"last_year": 8}, 2),
            ({"provision": "residential_38"}, 0),
            ({"need": "SEMH"}, 0),
        ],
    )
    def test_places_are_those_for_such_a_child(self, row, free):
        report(school("School"), **row)

        assert ranked().matches[0].free == free

    def test_vacancies_that_are_too_old_do_not_count(self):
        report(school("School"))

        assert ranked(today=TODAY).matches[0].free == 2
        assert ranked(a_case(), today=DAY(2027, 2, 22)).matches[0].free is None

    def test_nearer_and_cheaper_stand_above(self):
        dear, cheap = school("Dear"), school("Cheap")
        school("Near", miles=1)
        for each, fee in ((dear, 90_000), (cheap, 30_000)):
            PlacementFactory(school=each, annual_fee=fee)
        UsualPrice.settle(TODAY)

        assert names(ranked()) == ["Cheap", "Near", "Dear"]

    def test_place_funding_is_added_back_for_non_maintained_schools(self):
        non_maintained, independent = school("NMSS", kind="8"), school("ISS")
        for each in (non_maintained, independent):
            PlacementFactory(school=each, annual_fee=40_000)
        UsualPrice.settle(TODAY)

        found = {each.name: each.cost for each in ranked().matches}

        assert found == {"NMSS": 50_000, "ISS": 40_000}

    def test_transport_is_added_where_it_is_set(self):
        PlacementFactory(school=school("School", miles=10), annual_fee=40_000)
        UsualPrice.settle(TODAY)
        MatchWeights.set_from(DAY(2026, 1, 1), by=UserFactory(), mile_cost=500)

        [match] = ranked().matches

        assert round(match.transport) == 5_000
        assert round(match.cost) == 45_000

    def test_the_newest_kpi_standing_counts(self):
        for name, bands in (
            ("Good", ["below", "good"]),
            ("Below", ["good", "below"]),
            ("None", []),
        ):
            found = school(name)
            for day, band in enumerate(bands, start=1):
                stand(found, DAY(2026, day, 28), band=band, score=1, coverage=1)
        stand(school("Silent"), DAY(2026, 3, 31), reason="not_returned", coverage=0)

        found = ranked()

        assert names(found)[:2] == ["Good", "None"]
        assert {each.name: each.shares["standing"] for each in found.matches} == {
            "Good": 1,
            "None": 0.5,
            "Below": 0,
            "Silent": 0,
        }
        assert "KPI standing: good" in found.matches[0].why
        assert "KPI standing: not returned" in {e.name: e for e in found.matches}["Silent"].why

    def test_the_last_inspection_counts_and_its_grades_do_not(self):
        by = UserFactory(role=Role.OFFICER)
        lowest = {"inclusion": "urgent_improvement"}
        for name, outcomes in (
            ("Met", ["not_met", "met"]),
            ("Not met", ["met", "not_met"]),
            ("Grades", [""]),
            ("None", []),
        ):
            found = school(name)
            for month, standards in enumerate(outcomes, start=1):
                day = DAY(2026, month, 5)
                an_inspection(found, by=by, inspected_on=day, standards=standards, grades=lowest)

        found = ranked()

        assert {each.name: each.shares["inspection"] for each in found.matches} == {
            "Met": 1,
            "Not met": 0,
            "Grades": 0.5,
            "None": 0.5,
        }
        assert names(found)[0] == "Met"
        why = "last inspection: standards met, 5 February 2026 (Ofsted report card)"
        assert why in found.matches[0].why

    def test_the_weights_are_those_of_the_day(self):
        school("Near, other need", miles=1, needs=["SEMH"])
        school("Far, first need", miles=30, needs=["ASD", "SEMH"])
        needs = ("ASD", "SEMH")
        assert names(ranked(needs=needs))[0] == "Far, first need"

        none = dict.fromkeys(MatchWeights.TERMS, 0)
        MatchWeights.set_from(DAY(2026, 11, 26), by=UserFactory(), **none | {"distance": 1})

        assert names(ranked(needs=needs))[0] == "Near, other need"
        assert names(ranked(needs=needs, today=DAY(2026, 11, 25)))[0] == "Far, first need"

    def test_ties_are_broken_by_the_seed_of_the_case(self):
        for number in range(6):
            school(f"School {number}")
        case = a_case()
        orders = set()

        for seed in range(12):
            case.seed = seed
            first, again = names(ranked(case)), names(ranked(case))
            assert first == again
            orders.add(tuple(first))

        assert len(orders) > 5
        assert {each[0] for each in orders} != {next(iter(orders))[0]}


class TestFilters:
    def test_narrow_by_distance_free_places_and_the_dps(self):
        report(school("Near", miles=4))
        school("Far", miles=30, lot=1)

        assert names(ranked(filters={"within": 10})) == ["Near"]
        assert names(ranked(filters={"free": True})) == ["Near"]
        assert names(ranked(filters={"dps": True})) == ["Far"]
        assert sorted(names(ranked())) == ["Far", "Near"]


class TestStatements:
    def test_a_list_is_two_statements_whatever_the_number_of_schools(
        self, django_assert_num_queries
    ):
        for number in range(8):
            report(school(f"School {number}", lot=1 + number % 2))
        question = MatchingQuestion.of(a_case(), today=TODAY, filters={})

        with django_assert_num_queries(2):
            found = ranking.rank(question)

        assert len(found.matches) == 8

    def test_shows_the_first_of_each_part_and_says_how_many_there_are(self):
        for number in range(4):
            school(f"Member {number}", lot=1)
            school(f"Other {number}")
        question = MatchingQuestion.of(a_case(), today=TODAY, filters={})

        found = ranking.rank(question, members=2, others=1)

        assert [len(found.members), len(found.others)] == [2, 1]
        assert [found.count_of_members, found.count_of_others] == [4, 4]
        assert [each.rank for each in found.matches] == [1, 2, 5]

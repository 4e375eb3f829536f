"""The ranked list: who is in it and who is out, in which order, and why."""

import dataclasses
import datetime
import math
from random import Random

import pytest
from django.urls import reverse

from contracts.models import Membership, Suspension
from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from placements.matching import ranking
from placements.matching.question import MatchingQuestion
from placements.models import MatchWeights, UsualPrice
from providers.models import Need, Standing, VacancyReport
from providers.models.finding import is_boarding
from providers.positions import Position
from tests.factories.accounts import UserFactory
from tests.factories.consultations import REFUSAL, a_consultation, a_reply, choose
from tests.factories.contracts import the_dps
from tests.factories.inspections import an_inspection
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderFactory, ProviderMemberFactory, SchoolFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date
TODAY = DAY(2026, 11, 26)
HOME = (622_700, 136_000)  # near the centre of CT20
MILE = 1609.344
VACANCY = {
    "first_year": 7,
    "last_year": 9,
    "need": "ASD",
    "provision": "day",
    "planned": 12,
    "occupied": 9,
    "reserved": 1,
    "free": 2,
}


def school(name, *, miles=5, needs=("ASD",), lot=None, first=False, **facts):
    """A school for ages 5 to 19, so many miles to the north; in a lot where one is said."""
    facts = {"lowest_age": 5, "highest_age": 19, "sex": "mixed", "boarding": "No boarders"} | facts
    at = (HOME[0], round(HOME[1] + miles * MILE)) if miles is not None else (None, None)
    found = SchoolFactory(name=name, at=at, needs=needs, provider=ProviderFactory(), **facts)
    if lot:
        join(found, lot, first=first)
    return found


def join(school, number, *, first=False):
    lot = the_dps().lots.get(number=number)
    type(lot).objects.filter(pk=lot.pk).update(consulted_first=first)
    return Membership.objects.create(
        school=school, lot=lot, provider=school.provider, admitted_on=DAY(2022, 9, 1)
    )


def suspend(membership, starts_on, ends_on=None):
    Suspension.objects.create(
        membership=membership,
        starts_on=starts_on,
        ends_on=ends_on,
        reinstated_on=ends_on,
        reason="Under review",
        notice_on=starts_on,
        suspended_by=UserFactory(role=Role.OFFICER),
    )


def report(school, **row):
    by = ProviderMemberFactory(provider=school.provider).user
    return VacancyReport.give(school, [VACANCY | row], by=by)


def stand(school, day, **facts):
    Standing.objects.create(school=school, period_name="2026", as_at=day, **facts)


def ranked(case=None, *, filters=None, today=TODAY, **facts):
    case = case or a_case(**facts)
    question = MatchingQuestion.of(case, today=today, filters=filters or {})
    # At a place that tests measure from, whatever postcodes are known.
    home = Position(*HOME, postcode="CT20 3QA")
    return ranking.rank(dataclasses.replace(question, home=home))


def names(found):
    return [each.name for each in found.matches]


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


class TestWhy:
    def test_says_what_speaks_for_a_school_and_what_against(self):
        first = school("First", miles=6, needs=["ASD"], lot=2, first=True)
        report(first, free=1)
        other = school("Other", miles=34, needs=["ASD", "MLD", "SEMH"], section_41="approved")
        for each, fee in ((first, 48_200), (other, 40_000)):
            PlacementFactory(school=each, annual_fee=fee)
        UsualPrice.settle(TODAY)

        found = {each.name: each.why for each in ranked().matches}

        assert found["First"] == (
            "1st because: in lot 2, consulted first, specialises in ASD, a place free now, "
            "6 miles; against it: £4,100 dearer than the median, no duty to admit, so it must offer"
            " first"
        )
        assert found["Other"].startswith("2nd because: meets ASD")
        assert "would be higher but: " in found["Other"]
        assert "34 miles away" in found["Other"]
        assert "no up-to-date vacancies" in found["Other"]

    @pytest.mark.parametrize(
        ("reported_on", "words"),
        [
            (DAY(2026, 11, 12), "2 places free now"),
            (DAY(2026, 11, 11), "2 places free on 11 November 2026"),
        ],
    )
    def test_says_of_which_day_vacancies_are_that_are_out_of_date(self, reported_on, words):
        with clock.at(noon(reported_on)):
            report(school("School"))

        assert words in ranked().matches[0].why

    @pytest.mark.parametrize(
        ("needs", "words"),
        [
            ([], "the register does not say which needs it meets"),
            (["VI"], "does not list ASD or SEMH among its needs"),
            (["ASD"], "specialises in ASD, but does not list SEMH"),
            (["ASD", "SEMH"], "specialises in ASD and SEMH"),
            (["ASD", "SEMH", "MLD"], "meets ASD and SEMH"),
        ],
    )
    def test_words_of_needs(self, needs, words):
        school("School", needs=needs)

        assert words in ranked(needs=("ASD", "SEMH")).matches[0].why


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


class TestOffersInHand:
    """A place that is offered to another child is none for this one."""

    def offer(self, found, **facts):
        officer = UserFactory(role=Role.PLACEMENTS)
        owner = ProviderMemberFactory(provider=found.provider, role="owner").user
        case = a_case(ChildFactory(identity__initials="AB"), by=officer, **facts)
        consultation = a_consultation(by=officer, case=case, school=found)
        a_reply(consultation, by=owner)
        return consultation, owner

    def test_are_said_and_take_places_away(self):
        half, none = school("One left"), school("None left")
        report(half, free=2), report(none, free=1)
        self.offer(half), self.offer(none)

        found = {each.name: each for each in ranked().matches}

        assert (found["One left"].free, found["One left"].offered) == (2, 1)
        assert "2 places free now, 1 offered" in found["One left"].why
        assert "would be higher but: a place free now, all offered" in found["None left"].why
        assert names(ranked(filters={"free": True})) == ["One left"]

    def test_of_this_child_for_others_and_withdrawn_ones_do_not_count(self):
        one = school("School")
        report(one)
        own, owner = self.offer(one)
        self.offer(one, needs=("SEMH",))
        self.offer(one, wanted_on=DAY(2029, 9, 1))
        back, _ = self.offer(one)
        a_reply(back, by=owner, **REFUSAL | {"kind": "withdrawn"}, prices=())

        assert ranked(own.case).matches[0].offered == 0
        assert ranked().matches[0].offered == 1

    def test_last_while_the_school_is_chosen_and_show_on_its_page(self, client):
        one = school("School", lot=1)
        report(one)
        consultation, owner = self.offer(one)
        choose(consultation, by=consultation.sent_by)

        assert ranked().matches[0].offered == 1
        client.force_login(owner)
        page = client.get(reverse("providers:vacancy_detail", args=[one.urn])).text
        assert "2 free, 1 offered" in page

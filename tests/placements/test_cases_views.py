"""The pages of cases and of matching, as a placement officer uses them."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from nmiss.base.accounts.models import Role
from placements.models import Case, Child, CloseReason, MatchWeights, Shortlist
from tests.factories.accounts import UserFactory
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.placements.matching.schools import report, school
from tests.seen import written
from tests.tokens import read_and_send

pytestmark = pytest.mark.django_db
FACTS = {
    "need_1": "ASD",
    "need_2": "SLCN",
    "need_3": "",
    "kind": "phase_transfer",
    "urgency": "routine",
    "stay": "day",
    "wanted_on": "2027-09-01",
    "needed_since": "2026-11-02",
    "plan_final_on": "2026-10-01",
    "most_miles": "",
    "must_haves": "A quiet room",
    "preferred_urn": "",
    "preference": "",
}
NEW = FACTS | {
    "reference": "c900",
    "sex": "F",
    "birth_date": "2015-09-30",
    "home_postcode": "ct203qa",
    "initials": "a.b.",
}


@pytest.fixture
def officer(client):
    person = UserFactory(role=Role.PLACEMENTS)
    client.force_login(person)
    return person


def page(name, *args):
    return reverse(f"placements:{name}", args=args)


class TestCaseOpen:
    def test_opens_a_case_for_a_new_child(self, client, officer):
        response = client.post(page("case_open"), NEW)

        case = Case.objects.get()
        assert response.headers["Location"] == page("case_detail", case.pk)
        assert (case.child.reference, case.child.cohort) == ("C900", 2016)
        identity = case.child.identity
        assert (identity.home_postcode, identity.initials) == ("CT20 3QA", "AB")
        assert case.ranked_needs == ["ASD", "SLCN"]
        assert case.must_haves == "A quiet room"

    @pytest.mark.parametrize(
        ("wrong", "field", "words"),
        [
            ({"reference": ""}, "reference", "Enter the child’s reference"),
            ({"reference": "a child"}, "reference", "letters, digits"),
            ({"reference": "known"}, "reference", "from the child’s page"),
            ({"home_postcode": "CT20"}, "home_postcode", "whole postcode"),
            ({"initials": "A1"}, "initials", "up to five letters"),
            ({"birth_date": "2027-09-01"}, "birth_date", "before the requested start"),
            ({"birth_date": "1999-09-01"}, "birth_date", "over 25"),
            ({"need_1": ""}, "need_1", "Select the first need"),
            ({"need_2": "ASD"}, "need_2", "each need once"),
            ({"need_2": "", "need_3": "MLD"}, "need_2", "second need before the third"),
            ({"wanted_on": "2026-11-01"}, "wanted_on", "before the place was needed"),
            ({"wanted_on": "soon"}, "wanted_on", "as a real date"),
            ({"preferred_urn": "1"}, "preferred_urn", "No school has this URN"),
            ({"most_miles": "0"}, "most_miles", "from 1 to 300"),
            ({"stay": ""}, "stay", "Select day or residential"),
        ],
    )
    def test_says_what_to_correct_and_writes_nothing(self, client, officer, wrong, field, words):
        ChildFactory(reference="KNOWN")

        response = client.post(page("case_open"), NEW | wrong)

        assert words in str(response.context_data["form"].errors[field])
        assert not Case.objects.exists()
        assert Child.objects.count() == 1

    def test_is_for_placement_officers_alone(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))

        assert client.post(page("case_open"), NEW).status_code == 403


class TestChildCaseOpen:
    def test_begins_with_the_needs_of_the_newest_place_and_adds_initials(self, client, officer):
        child = ChildFactory()
        PlacementFactory(child=child, primary_need="SEMH", secondary_need="SPLD")
        address = page("child_case_open", child.reference)

        form = client.get(address).context_data["form"]
        client.post(address, FACTS | {"initials": "AB"})

        assert [form[name].value() for name in ("need_1", "need_2")] == ["SEMH", "SPLD"]
        assert child.cases.get().ranked_needs == ["ASD", "SLCN"]
        child.identity.refresh_from_db()
        assert child.identity.initials == "AB"

    def test_says_where_the_open_case_is(self, client, officer):
        case = a_case()

        response = client.post(
            page("child_case_open", case.child.reference), FACTS | {"initials": "AB"}
        )

        assert f"Case {case.pk} is open" in response.text
        case.child.identity.refresh_from_db()
        assert case.child.identity.initials is None


class TestCaseDetail:
    def test_shows_year_phase_and_needs_and_not_who_the_child_is(self, client, officer):
        case = a_case(needs=("ASD", "SEMH"))

        text = written(client.get(page("case_detail", case.pk)).text)

        assert "Year 8" in text
        assert "Secondary" in text
        assert "Social, emotional and mental health (SEMH)" in text
        assert "CT20" not in text
        assert "2015" not in text

    def test_changes_and_closes(self, client, officer):
        case = a_case()

        client.post(page("case_change", case.pk), FACTS | {"must_admit": "on"})
        read_and_send(client, page("case_close", case.pk), {"reason": CloseReason.NOT_NEEDED})

        case = Case.objects.get()
        assert case.must_admit
        assert case.close_reason == CloseReason.NOT_NEEDED
        assert client.post(page("case_change", case.pk), FACTS).status_code == 409
        assert client.get(page("case_detail", case.pk)).status_code == 200

    def test_a_form_begins_with_what_the_case_says(self, client, officer):
        preferred = school("Preferred")
        case = a_case(needs=("ASD", "SEMH"), preferred_school=preferred, must_haves="Quiet")

        form = client.get(page("case_change", case.pk)).context_data["form"]
        sent = {name: form[name].value() for name in form.fields}
        assert (sent["need_2"], sent["preferred_urn"]) == ("SEMH", preferred.urn)
        assert sent["must_haves"] == "Quiet"


class TestCaseList:
    @pytest.mark.parametrize(
        ("query", "count"), [("", 2), ("status=placed", 1), ("status=closed", 1), ("status=any", 3)]
    )
    def test_is_narrowed_by_status(self, client, officer, query, count):
        a_case()
        PlacementFactory(child=a_case().child, starts_on=timezone.localdate())
        a_case().close(by=officer, reason=CloseReason.MISTAKE)

        response = client.get(f"{page('case_list')}?{query}")

        assert len(response.context_data["page"]) == count


class TestCaseSchools:
    def test_shows_the_ranked_schools_with_their_reasons(self, client, officer):
        report(school("Ash Grove", lot=1), free=1)
        school("Elm House")
        case = a_case()

        response = client.get(page("case_schools", case.pk))

        assert [each.name for each in response.context_data["ranked"].matches] == [
            "Ash Grove",
            "Elm House",
        ]
        assert "specialises in ASD, a place free now" in response.text
        assert response.text.count("Not on the DPS") >= 2
        assert '<svg class="nmiss-picture__drawing nmiss-picture__map"' in response.text

    def test_keeps_that_the_identity_was_read(self, client, officer):
        case = a_case()

        client.get(page("case_schools", case.pk))

        look = case.child.looks.get()
        assert (look.looked_by, look.with_identity) == (officer, True)

    def test_nothing_of_the_child_stands_in_an_address(self, client, officer):
        case = a_case()
        school("Ash Grove")

        text = client.get(page("case_schools", case.pk), {"within": 20}).text
        addresses = [part.split('"')[0] for part in text.split('href="')[1:]]
        addresses += [part.split('"')[0] for part in text.split('action="')[1:]]

        told = ("CT20", "2015", "ASD", case.child.sex + "&")
        assert not [each for each in addresses for words in told if words in each]

    def test_filters_are_of_the_school(self, client, officer):
        school("Near", miles=4)
        school("Far", miles=45, lot=1)
        case = a_case()

        def found(**query):
            response = client.get(page("case_schools", case.pk), query)
            return [each.name for each in response.context_data["ranked"].matches]

        assert found(dps="on") == ["Far"]
        assert found(within="30") == ["Near"]
        assert found(within="nonsense") == ["Far", "Near"]

    def test_says_so_where_nobody_knows_the_home(self, client, officer):
        school("Ash Grove")
        case = a_case(ChildFactory(identity__home_postcode=""))

        text = client.get(page("case_schools", case.pk)).text

        assert "does not know where the child’s postcode is" in text
        assert "the distance is not known" in text

    def test_is_for_placement_officers_alone(self, client):
        case = a_case()
        for role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR):
            client.force_login(UserFactory(role=role))
            for name in ("case_schools", "case_schools_out", "case_compare"):
                assert client.get(page(name, case.pk)).status_code == 403
        assert not case.child.looks.exists()

    def test_those_that_cannot_are_behind_a_link_with_the_reason(self, client, officer):
        school("For younger children", highest_age=11)
        case = a_case()

        listed = client.get(page("case_schools", case.pk))
        out = client.get(page("case_schools_out", case.pk))

        assert page("case_schools_out", case.pk) in listed.text
        assert "For younger children" not in listed.text
        assert "12 on the first day, and the school takes ages 5 to 11" in out.text

    def test_asks_no_more_for_more_schools(self, client, officer, django_assert_max_num_queries):
        case = a_case()
        for number in range(30):
            report(school(f"School {number}", lot=1))

        with django_assert_max_num_queries(28):
            client.get(page("case_schools", case.pk))


class TestCaseCompare:
    def test_shows_up_to_six_side_by_side(self, client, officer):
        schools = [school(f"School {number}") for number in range(7)]
        case = a_case()

        two = client.get(page("case_compare", case.pk), {"school": [s.urn for s in schools[:2]]})
        seven = client.get(page("case_compare", case.pk), {"school": [s.urn for s in schools]})
        none = client.get(page("case_compare", case.pk), {"school": "x"})

        assert {each.name for each in two.context_data["schools"]} == {"School 0", "School 1"}
        assert "tick at most 6" in seven.text
        assert "tick the schools to compare" in none.text

    def test_leaves_out_a_school_that_cannot_take_the_child(self, client, officer):
        can, cannot = school("Can"), school("Cannot", sex="girls")

        response = client.get(page("case_compare", a_case().pk), {"school": [can.urn, cannot.urn]})

        assert [each.name for each in response.context_data["schools"]] == ["Can"]
        assert "1 school that you chose cannot take this child" in response.text


class TestShortlist:
    def test_is_saved_with_its_filters_and_read_by_other_case_workers(self, client, officer):
        school("Near", miles=4)
        school("Far", miles=45)
        case = a_case()

        response = client.post(page("shortlist_save", case.pk) + "?within=30")

        shortlist = Shortlist.objects.get()
        address = page("shortlist_detail", case.pk, shortlist.pk)
        assert response.headers["Location"] == address
        assert shortlist.filters == {"within": 30}
        client.force_login(UserFactory(role=Role.AUDITOR))
        read = client.get(address)
        assert [row.school.name for row in read.context_data["rows"]] == ["Near"]
        assert read.context_data["stale"] == []

    def test_is_not_another_cases(self, client, officer):
        client.post(page("shortlist_save", a_case().pk))
        shortlist, other = Shortlist.objects.get(), a_case()

        address = page("shortlist_detail", other.pk, shortlist.pk)
        assert client.get(address).status_code == 404

    def test_is_not_saved_for_a_closed_case(self, client, officer):
        case = a_case()
        case.close(by=officer, reason=CloseReason.MISTAKE)

        assert client.post(page("shortlist_save", case.pk)).status_code == 409
        assert not Shortlist.objects.exists()


class TestMatchWeights:
    SENT = {
        **dict.fromkeys(MatchWeights.TERMS, "10"),
        "valid_from": "2099-01-01",
        "reach_miles": "30",
        "first_within_miles": "20",
        "mile_cost": "",
        "good_days": "3",
    }

    def test_a_manager_sets_them_from_a_day(self, client):
        client.force_login(UserFactory(role=Role.MANAGER))

        client.post(page("match_weights"), self.SENT)

        found = MatchWeights.objects.in_force(datetime.date(2099, 1, 1))
        assert (found.need, found.reach_miles, found.mile_cost) == (10, 30, None)
        assert found.first_within_miles == 20
        text = client.get(page("match_weights")).text
        assert "duty to admit 10. Day schools go first by their lot within 20 miles." in text
        assert "section_41" not in text.partition("Set weights from a day")[0]

    @pytest.mark.parametrize(
        ("wrong", "field", "words"),
        [
            ({"need": "101"}, "need", "from 0 to 100"),
            ({"reach_miles": "0"}, "reach_miles", "from 1 to 300"),
            ({"first_within_miles": "0"}, "first_within_miles", "from 1 to 300"),
            ({"valid_from": "2022-09-01"}, "valid_from", "today or a later day"),
            (dict.fromkeys(MatchWeights.TERMS, "0"), "need", "at least one reason"),
        ],
    )
    def test_says_what_to_correct(self, client, wrong, field, words):
        client.force_login(UserFactory(role=Role.MANAGER))

        response = client.post(page("match_weights"), self.SENT | wrong)

        assert words in str(response.context_data["form"].errors[field])
        assert MatchWeights.objects.count() == 1

    def test_placement_officers_read_them(self, client, officer):
        assert client.get(page("match_weights")).context_data["form"] is None
        assert client.post(page("match_weights"), self.SENT).status_code == 403


class TestHome:
    def test_a_case_without_a_place_is_one_click_away(self, client, officer):
        case = a_case(urgency="urgent")

        text = client.get(reverse("home:home")).text

        assert f"Find a school: {case.child.reference} (urgent)" in text
        assert page("case_schools", case.pk) in text

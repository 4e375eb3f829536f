"""Why a school stands where it does, in words; and places that are offered to others."""

import pytest
from django.urls import reverse

from nmiss.base.accounts.models import Role
from nmiss.base.core import clock
from nmiss.base.core.clock import noon
from placements.models import UsualPrice
from tests.factories.accounts import UserFactory
from tests.factories.consultations import REFUSAL, a_consultation, a_reply, choose
from tests.factories.placements import ChildFactory, PlacementFactory, a_case
from tests.factories.providers import ProviderMemberFactory
from tests.placements.matching.schools import DAY, TODAY, names, ranked, report, school

pytestmark = pytest.mark.django_db


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

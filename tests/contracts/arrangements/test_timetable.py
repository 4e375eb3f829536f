"""A timetable worked back from a wished first day; a step that slips moves those after it."""

import datetime

import pytest
from django.urls import reverse

from contracts.arrangements import timetable
from contracts.arrangements.call_in import takes_effect_on
from contracts.arrangements.deadlines import work_out
from nmiss.base.accounts.models import Role
from nmiss.base.core.models import NonWorkingDay
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
LONG_BEFORE = datetime.date(2026, 1, 5)
WISHED = "2027-09-01"


def day(text):
    return datetime.date.fromisoformat(text)


def worked(start=WISHED, *, today=LONG_BEFORE, days=None, **moved):
    moved = {key: day(text) for key, text in moved.items()}
    return timetable.work_back(day(start), today=today, days=days, moved=moved)


def dates(found, of="on"):
    return {step.stage.key: str(getattr(step, of)) for step in found.steps}


class TestWorkedBack:
    def test_from_the_wished_day_in_working_days(self):
        # Left out: Easter, 3 and 31 May, 30 August 2027. 28 clear days before Friday 16 July.
        assert dates(worked(), "by") == {
            "engagement": "2027-04-06",
            "committee": "2027-06-03",
            "notice": "2027-06-17",
            "decision": "2027-07-16",
            "effective": "2027-07-26",
            "letters": "2027-07-27",
            "signatures": "2027-08-24",
            "live": WISHED,
        }

    def test_leads_forward_again_by_the_rules_of_the_law(self):
        by = dates(worked(), "by")

        assert str(takes_effect_on(day(by["decision"]))) == by["effective"]
        assert work_out("key_decision", day(by["notice"])).due_on <= day(by["decision"])
        later = str(work_out("key_decision", day(by["notice"]) + timetable.ONE_DAY).due_on)
        assert later > by["decision"] or day(later).weekday() > 4

    def test_leaves_our_own_closures_out(self):
        NonWorkingDay.objects.create(day=day("2027-08-31"), reason="Office move")

        assert dates(worked(), "by")["signatures"] == "2027-08-23"

    def test_by_the_days_that_somebody_gives(self):
        assert dates(worked(days={"signatures": 0}), "by")["signatures"] == WISHED

    def test_from_29_february(self):
        assert dates(worked("2028-02-29"), "by")["signatures"] == "2028-02-22"

    def test_has_every_step_in_time_where_there_is_time(self):
        found = worked()

        assert {step.standing for step in found.steps} == {"in time"}
        assert found.late == []


class TestAStepThatSlips:
    def test_moves_the_rest_and_says_what_is_late(self):
        found = worked(decision="2027-07-20")  # two working days after its last day

        assert [step.stage.key for step in found.late] == [
            *("decision", "effective", "letters", "signatures", "live")
        ]
        assert {step.days_late for step in found.late} == {2}
        assert str(found.live.on) == "2027-09-03"

    def test_moves_nothing_that_has_time_to_spare(self):
        found = worked(engagement="2027-03-01", committee="2027-04-01")

        assert found.steps[1].standing == "earlier"
        assert dates(found)["notice"] == dates(found, "by")["notice"]
        assert found.late == []

    def test_is_today_at_the_earliest_where_nobody_said_that_it_was_held(self):
        found = worked(today=day("2027-06-30"))

        assert dates(found)["engagement"] == "2027-06-30"
        assert found.live.days_late == 59

    def test_is_not_late_where_a_later_one_was_held(self):
        found = worked(today=day("2027-07-01"), notice="2027-06-01")

        assert found.late == []


class TestThePage:
    @pytest.fixture(autouse=True)
    def _officer(self, client):
        client.force_login(UserFactory(role=Role.OFFICER))
        self.client = client

    def page(self, **asked):
        return self.client.get(reverse("contracts:timetable"), asked)

    def test_asks_first(self):
        assert self.page().context["timetable"] is None

    def test_draws_the_steps_above_their_table(self):
        text = self.page(start="2099-09-01").text

        assert "Live on 1 September 2099, in time" in text
        assert text.index('<svg class="nmiss-picture__drawing') < text.index('id="steps"')
        assert text.count('<rect class="nmiss-series-0" x=') == len(timetable.STAGES)

    def test_says_what_is_late_and_by_how_much(self):
        asked = {"start": "2/9/2099", "on_signatures": "27/8/2099"}

        text = self.page(**asked).text

        assert "Live on 4 September 2099: 2 working days late" in text
        assert "Late now: Signatures (27 August 2099, was 25 August 2099)" in text

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ({"start": ""}, "Enter the first day that you wish for"),
            ({"on_committee": "31/2/2027"}, "as a real date"),
            ({"days_letters": "501"}, "from 0 to 500"),
            (
                {"on_notice": "1/6/2027", "on_decision": "15/6/2027"},
                "Enter 30 June 2027 or a later day: “Notice of the key decision” is on 1 June 2027",
            ),
            (
                {"on_letters": "1/6/2027", "on_signatures": "31/5/2027"},
                "“Notice to providers” is on 1 June 2027",
            ),
        ],
    )
    def test_says_what_is_wrong(self, typed, words):
        page = self.page(**({"start": "1/9/2027"} | typed))

        assert words in page.text
        assert page.context["timetable"] is None

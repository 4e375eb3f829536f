"""What placements bring to the landing pages."""

import datetime

import pytest

from nmiss.base.accounts.landing import read
from nmiss.base.accounts.models import Role
from placements import home
from placements.models import Case, Placement
from tests.factories.accounts import UserFactory
from tests.factories.placements import a_case
from tests.sent_twice.placing import FACTS

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def officer():
    return UserFactory(role=Role.PLACEMENTS)


class TestTasks:
    def test_names_a_closed_school_with_a_child(self, officer, take_schools, take_placements):
        take_schools({"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2026"})
        take_placements()

        (task,) = read(home.schools_with_children_that_close(officer, TODAY))

        assert task.words.startswith("Open a case for 1 child placed at Ash Grove School (closed)")
        assert task.is_overdue(TODAY)

    def test_leaves_a_closed_school_out_once_a_case_is_open_for_each_child(
        self, officer, take_schools, take_placements
    ):
        take_schools({"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2026"})
        take_placements()
        a_case(child=Placement.objects.get().child, by=officer)

        assert read(home.schools_with_children_that_close(officer, TODAY)) == []

    def test_names_a_call_off_outside_the_dps(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"route": "call_off"})

        (task,) = read(home.call_offs_outside_the_dps(officer, TODAY))

        assert "Check 1 child placed at Ash Grove School: recorded as call-off" in task.words

    @pytest.mark.parametrize(
        ("ended_on", "reason", "count"),
        [
            ("2026-11-22", "notice_by_school", 1),
            ("2026-11-22", "moved_away", 0),
            ("2026-09-23", "notice_by_school", 0),
            ("2026-11-23", "notice_by_school", 0),
        ],
    )
    def test_names_a_child_whose_place_has_ended(
        self, officer, take_schools, take_placements, ended_on, reason, count
    ):
        take_schools()
        take_placements({"ended_on": ended_on, "end_reason": reason})

        assert len(read(home.children_without_a_place(officer, TODAY))) == count

    def test_leads_to_a_case_in_which_a_school_is_found(
        self, client, officer, take_schools, take_placements
    ):
        take_schools()
        take_placements({"ended_on": "2026-11-22", "end_reason": "notice_by_school"})
        client.force_login(officer)

        (task,) = read(home.children_without_a_place(officer, TODAY))

        client.post(task.link, FACTS | {"initials": ""})
        assert Case.objects.get().child == Placement.objects.get().child

    def test_is_content_when_another_place_follows(self, officer, take_schools, take_placements):
        take_schools()
        take_placements(
            {"ended_on": "2026-11-30"}, {"placement_ref": "PLC-2", "starts_on": "2027-01-04"}
        )

        assert read(home.places_that_end_soon(officer, TODAY)) == []

    def test_names_a_place_that_ends_soon(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"ended_on": "2026-12-23"})

        assert [task.on for task in read(home.places_that_end_soon(officer, TODAY))] == [
            datetime.date(2026, 12, 23)
        ]

    def test_names_a_place_without_a_fee(self, officer, take_schools, take_placements):
        take_schools()
        take_placements({"annual_fee": "0"})

        assert "Enter a price: PLC-1" in read(home.places_without_a_fee(officer, TODAY))[0].words

"""A place goes on where its school does: at another number, at a part, or at another school."""

import datetime
import itertools

import pytest

from contracts.models import Membership
from placements.models import EarlierSchool
from placements.reports import Window
from tests.placements.changes import (
    AFTER,
    BEFORE,
    CALL_OFF,
    CLOSED,
    NEW,
    OLD,
    THIRD,
    day,
    figures,
    schools_of,
)

pytestmark = pytest.mark.django_db


class TestAPlace:
    @pytest.fixture(autouse=True)
    def _schools(self, take_schools, take_members):
        take_schools(OLD, THIRD)
        take_members({"admitted_on": "2023-11-01", "lot": "2"})

    @pytest.fixture
    def close(self, take_schools):
        return lambda: take_schools(CLOSED, NEW, THIRD)

    def test_goes_on_at_the_successor_by_the_links_alone(self, take_placements, take_links, close):
        take_placements(CALL_OFF)
        close()

        outcome = take_links()

        assert schools_of("PLC-1") == ([900001, 900002], 2)
        assert [str(one) for one in outcome.changes] == [
            (
                "school 900001 in lot 2 from 2023-11-01: continues as from URN 900001 to URN "
                "900002 from 1 September 2025"
            ),
            "PLC-1: school_urn from 900001 to 900001 until 31 August 2025, then 900002",
        ]

    @pytest.mark.parametrize("urns", list(itertools.product(["900001", "900002"], repeat=2)))
    def test_is_one_whichever_number_the_council_gives(
        self, take_placements, take_links, close, urns
    ):
        close()
        take_links()
        for urn in urns:
            take_placements(CALL_OFF | {"school_urn": urn})

        assert schools_of("PLC-1") == ([900001, 900002], 2)
        again = take_placements(CALL_OFF | {"school_urn": urns[0]})
        assert (again.unchanged, again.changes) == (1, [])

    def test_goes_on_without_links_where_we_knew_it_at_a_school_that_closed(
        self, take_placements, close
    ):
        take_placements(CALL_OFF)
        close()

        outcome = take_placements(CALL_OFF | {"school_urn": "900002"})

        assert schools_of("PLC-1") == ([900001, 900002], 2)
        assert [str(one) for one in outcome.changes] == [
            "PLC-1: school_urn from 900001 to 900001 until 31 August 2025, then 900002"
        ]

    def test_is_from_the_day_of_the_links_once_they_come(self, take_placements, take_links, close):
        take_placements(CALL_OFF)
        close()
        take_placements(CALL_OFF | {"school_urn": "900002"})

        take_links(("900001", "900002", "Successor", "15-09-2025"))

        assert EarlierSchool.objects.get().until_on == datetime.date(2025, 9, 14)

    def test_that_ended_before_stays_where_it_was(self, take_placements, take_links, close):
        take_placements(CALL_OFF | {"ended_on": "2025-08-31"})
        close()
        take_links()

        assert schools_of("PLC-1") == ([900001], 2)

    def test_that_began_after_was_nowhere_else(self, take_placements, take_links, close):
        close()
        take_links()
        take_placements(CALL_OFF | {"starts_on": "2025-09-01", "school_urn": "900002"})

        assert schools_of("PLC-1") == ([900002], 2)

    def test_that_began_after_is_at_the_successor_whatever_it_is_called(
        self, take_placements, take_links, close
    ):
        close()
        take_links()
        for _ in range(2):
            take_placements(CALL_OFF | {"starts_on": "2025-10-01", "school_urn": "900001"})

        assert schools_of("PLC-1") == ([900002], 2)

    def test_is_corrected_where_the_schools_have_nothing_in_common(
        self, take_placements, take_links, close
    ):
        close()
        take_links()
        take_placements(CALL_OFF)

        take_placements(CALL_OFF | {"school_urn": "900003"})

        assert schools_of("PLC-1") == ([900003], None)

    def test_waits_for_a_day_to_come(self, take_placements, take_links, take_schools):
        take_schools(OLD, NEW | {"OpenDate": "01-09-2099"})
        take_placements(CALL_OFF)
        take_links(("900001", "900002", "Successor", "01-09-2099"))

        assert schools_of("PLC-1") == ([900001], 2)

    def test_goes_on_along_a_line_of_three(self, take_placements, take_links, take_schools):
        take_schools(
            CLOSED,
            NEW | {"CloseDate": "31-08-2026", "EstablishmentStatus (code)": "2"},
            THIRD | {"OpenDate": "01-09-2026"},
        )
        links = [
            ("900003", "900002", "Predecessor", "01-09-2026"),
            ("900002", "900001", "Predecessor", "01-09-2025"),
        ]
        take_links(*links)
        take_placements(CALL_OFF | {"school_urn": "900003"})

        assert schools_of("PLC-1") == ([900001, 900002, 900003], 2)
        window = Window(day("2025-10-01"), day("2025-10-31"), 2025)
        assert figures(window)["dps"][0] == 1
        assert list(EarlierSchool.objects.oldest_first().values_list("from_on", "until_on")) == [
            (day("2024-03-04"), day("2025-08-31")),
            (day("2025-09-01"), day("2026-08-31")),
        ]


class TestASplit:
    """Ash Grove becomes two schools."""

    @pytest.fixture(autouse=True)
    def _split(self, take_schools, take_members, take_placements):
        take_schools(OLD)
        take_members({"admitted_on": "2023-11-01", "lot": "2"})
        take_placements(CALL_OFF, CALL_OFF | {"placement_ref": "PLC-2", "pupil_ref": "C2"})
        take_schools(CLOSED, NEW, THIRD | {"OpenDate": "01-09-2025"})

    LINKS = (
        ("900001", "900002", "Successor - Split School", "01-09-2025"),
        ("900003", "900001", "Predecessor - Split School", "01-09-2025"),
    )

    def test_leaves_it_to_the_council_who_goes_on_where(self, take_links):
        take_links(*self.LINKS)

        assert schools_of("PLC-1") == ([900001], 2)
        assert Membership.objects.get().left_on is None

    def test_is_followed_where_the_council_says(self, take_links, take_placements):
        take_links(*self.LINKS)
        second = CALL_OFF | {"placement_ref": "PLC-2", "pupil_ref": "C2"}

        take_placements(CALL_OFF | {"school_urn": "900002"}, second | {"school_urn": "900003"})

        assert schools_of("PLC-1") == ([900001, 900002], 2)
        assert schools_of("PLC-2") == ([900001, 900003], 2)
        assert figures(BEFORE)["dps"][:3] == (1, 0, 2)
        assert figures(AFTER)["total"][0] == 2


class TestAnAmalgamation:
    """Ash Grove, a member, and Elm, which is none, become Birch."""

    ELM = {"URN": "900004", "EstablishmentName": "Elm School"}
    LINKS = (
        ("900003", "900001", "Predecessor - amalgamated", "01-09-2025"),
        ("900004", "900003", "Result of Amalgamation", "01-09-2025"),
    )

    @pytest.fixture(autouse=True)
    def _amalgamation(self, take_schools, take_members, take_placements):
        take_schools(OLD, self.ELM)
        take_members({"admitted_on": "2023-11-01", "lot": "2"})
        take_placements(CALL_OFF, self.ELSEWHERE)
        closed = {"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2025"}
        take_schools(CLOSED, self.ELM | closed, THIRD | {"OpenDate": "01-09-2025"})

    ELSEWHERE = CALL_OFF | {"placement_ref": "PLC-2", "pupil_ref": "C2", "school_urn": "900004"}

    def test_judges_each_place_by_the_school_where_it_began(self, take_links):
        take_links(*self.LINKS)

        assert schools_of("PLC-1") == ([900001, 900003], 2)
        assert schools_of("PLC-2") == ([900004, 900003], None)
        assert {status: row[:3] for status, row in figures(BEFORE).items()} == {
            "dps": (1, 0, 1),
            "non_dps": (1, 0, 1),
            "total": (2, 0, 2),
        }
        assert {status: row[:3] for status, row in figures(AFTER).items()} == {
            "dps": (1, 0, 2),
            "non_dps": (0, 0, 0),
            "total": (1, 0, 2),
        }

    def test_is_the_same_where_the_council_gives_the_new_number_first(
        self, take_links, take_placements
    ):
        new = {"school_urn": "900003"}
        take_placements(CALL_OFF | new, self.ELSEWHERE | new)
        take_links(*self.LINKS)

        assert schools_of("PLC-1") == ([900001, 900003], 2)
        assert schools_of("PLC-2") == ([900004, 900003], None)

    def test_does_not_guess_where_a_place_began_that_is_new_to_us(
        self, take_links, take_placements
    ):
        take_links(*self.LINKS)
        third = {"placement_ref": "PLC-3", "pupil_ref": "C3", "school_urn": "900003"}

        outcome = take_placements(CALL_OFF | third)

        assert schools_of("PLC-3") == ([900003], None)
        assert "came of several after this day (900001, 900004)" in outcome.warnings[0].remedy

    def test_gives_the_lot_that_all_of_them_were_in(
        self, take_links, take_members, take_placements
    ):
        take_members({"school_urn": "900004", "admitted_on": "2022-09-01", "lot": "2"})
        take_links(*self.LINKS)

        take_placements(
            CALL_OFF | {"placement_ref": "PLC-3", "pupil_ref": "C3", "school_urn": "900003"}
        )

        assert schools_of("PLC-3") == ([900003], 2)

    def test_into_a_school_that_was_there_leaves_its_own_children(
        self, take_links, take_placements, take_schools
    ):
        take_schools(THIRD | {"OpenDate": "01-09-1990"})
        own = {"placement_ref": "PLC-3", "pupil_ref": "C3", "school_urn": "900003"}

        take_links(*self.LINKS)
        take_placements(CALL_OFF | own)

        assert schools_of("PLC-1")[0] == [900001, 900003]
        assert schools_of("PLC-3") == ([900003], None)

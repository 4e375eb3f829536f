"""A school gets another number, is split, or becomes part of another: what goes on counts on."""

import csv
import datetime
import itertools

import pytest
from django.db import IntegrityError, transaction

from contracts.membership.imports import import_members
from contracts.models import Membership, Suspension
from placements.imports import import_placements
from placements.links import import_school_links
from placements.models import EarlierSchool, Placement
from placements.reports import Window, demand_profile, dps_status
from providers.imports import import_schools
from providers.models import School, Succession
from tests.county import AWKWARD, LINK, MEMBERS, PLACEMENTS, SCHOOLS, table
from tests.factories.accounts import UserFactory
from tests.factories.contracts import the_dps
from tests.faults import faults_of

pytestmark = pytest.mark.django_db

OLD = {"URN": "900001", "EstablishmentName": "Ash Grove School"}
CLOSED = OLD | {"EstablishmentStatus (code)": "2", "CloseDate": "31-08-2025"}
NEW = {"URN": "900002", "EstablishmentName": "Ash Grove Academy", "OpenDate": "01-09-2025"}
THIRD = {"URN": "900003", "EstablishmentName": "Birch School"}
CALL_OFF = {"route": "call_off", "starts_on": "2024-03-04"}
CHANGE = datetime.date(2025, 9, 1)
BEFORE = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)
ACROSS = Window(datetime.date(2025, 4, 1), datetime.date(2025, 11, 30), 2025)
AFTER = Window(datetime.date(2025, 9, 1), datetime.date(2025, 11, 30), 2025)


def day(text):
    return datetime.date.fromisoformat(text)


def figures(window):
    return {
        row.status: (row.schools, row.out_of_area, row.placements, row.spend)
        for row in dps_status(window, by=None)
    }


def schools_of(reference):
    """The numbers of the schools of a place in order, and its lot."""
    placement = Placement.objects.select_related("school", "lot").get(reference=reference)
    earlier = placement.earlier_schools.select_related("school").oldest_first()
    urns = [each.school.urn for each in earlier]
    return [*urns, placement.school.urn], placement.lot and placement.lot.number


def stands():
    """Everything that the links decide."""
    return (
        sorted(Placement.objects.values_list("reference", "school__urn", "lot__number")),
        sorted(
            EarlierSchool.objects.values_list(
                "placement__reference", "school__urn", "from_on", "until_on"
            )
        ),
        sorted(Membership.objects.values_list("school__urn", "admitted_on", "left_on")),
        [figures(window) for window in (BEFORE, ACROSS, AFTER)],
    )


class TestTheFilesOfAChange:
    """A school closes, another opens on the next day in its place, the children go on."""

    def links(self, tmp_path):
        row = LINK | {"URN": "900980", "LinkURN": "900003", "LinkName": "Probe Hall"}
        return table(tmp_path / "links.csv", row)

    @pytest.mark.parametrize("links_come", [1, 2, 3])
    def test_count_as_before_whenever_the_links_come(self, tmp_path, links_come):
        steps = [
            lambda: import_schools(AWKWARD / "urn-change-1-schools.csv", by=None),
            lambda: import_members(AWKWARD / "urn-change-2-members.csv", by=None),
            lambda: import_placements(AWKWARD / "urn-change-3-placements.csv", by=None),
        ]
        steps.insert(links_come, lambda: import_school_links(self.links(tmp_path), by=None))

        the_dps()  # in force in all windows

        for step in steps:
            step()

        references = ["PLC-001894", "PLC-001913", "PLC-001982"]
        assert [schools_of(one) for one in references] == [([900003, 900980], 2)] * 3
        for window in (BEFORE, ACROSS, AFTER):
            assert {status: row[:3] for status, row in figures(window).items()} == {
                "dps": (1, 0, 3),
                "non_dps": (0, 0, 0),
                "total": (1, 0, 3),
            }

    def test_warn_of_it_while_there_are_no_links(self):
        import_schools(AWKWARD / "urn-change-1-schools.csv", by=None)
        import_members(AWKWARD / "urn-change-2-members.csv", by=None)

        outcome = import_placements(AWKWARD / "urn-change-3-placements.csv", by=None)

        assert [one.line for one in outcome.warnings] == [2, 3, 4]


class TestTheCounty:
    """One of its schools gets another number, and every figure is as it was."""

    def test_has_the_same_figures_before_and_after(self, tmp_path):
        import_schools(SCHOOLS, by=None)
        import_members(MEMBERS, by=None)
        import_placements(PLACEMENTS, by=None)
        across = Window(datetime.date(2024, 4, 1), datetime.date(2024, 11, 30), 2024)
        later = Window(datetime.date(2024, 9, 1), datetime.date(2024, 11, 30), 2024)
        earlier = Window(datetime.date(2023, 4, 1), datetime.date(2024, 3, 31), 2023)
        before = [figures(window) for window in (across, later, earlier)]
        on = datetime.date(2024, 10, 1)
        profile = demand_profile(on, by=None)
        assert before[0]["dps"][:3] == (26, 5, 1159)

        self.change_number(tmp_path, "900003", "900980", datetime.date(2024, 9, 1))

        moved = Placement.objects.filter(school__urn=900980)
        assert (moved.count(), moved.filter(lot__number=1).count()) == (34, 27)
        assert Membership.objects.filter(school__urn=900980).count() == 1
        assert [figures(window) for window in (across, later, earlier)] == before
        assert demand_profile(on, by=None) == profile

    @staticmethod
    def change_number(tmp_path, old, new, on):
        with SCHOOLS.open(encoding="cp1252") as file:
            rows = list(csv.DictReader(file))
        (row,) = [one for one in rows if one["URN"] == old]
        last = on - datetime.timedelta(days=1)
        closed = {"EstablishmentStatus (code)": "2", "CloseDate": f"{last:%d-%m-%Y}"}
        opened = {"URN": new, "OpenDate": f"{on:%d-%m-%Y}"}
        import_schools(table(tmp_path / "s.csv", row | closed, row | opened), by=None)
        link = LINK | {"URN": new, "LinkURN": old, "LinkEstablishedDate": f"{on:%d-%m-%Y}"}
        import_school_links(table(tmp_path / "l.csv", link), by=None)


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
                "school 900001 in lot 2 from 2023-11-01: goes on as from URN 900001 to URN 900002 "
                "from 1 September 2025"
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


class TestAMembership:
    @pytest.fixture(autouse=True)
    def _schools(self, take_schools, take_members):
        take_schools(OLD)
        take_members({"admitted_on": "2023-11-01", "lot": "2"})
        take_schools(CLOSED, NEW)

    def test_goes_on_at_the_successor(self, take_links):
        outcome = take_links()

        old, new = Membership.objects.select_related("school").order_by("admitted_on")
        assert (old.school.urn, old.left_on) == (900001, datetime.date(2025, 8, 31))
        assert (new.school.urn, new.admitted_on, new.left_on) == (900002, CHANGE, None)
        assert old.goes_on_as == new
        assert (new.lot_id, new.provider_id) == (old.lot_id, old.provider_id)
        assert School.objects.get(urn=900002).provider_id == old.provider_id
        assert len(outcome.changes) == 1

    def test_stays_suspended(self, take_links):
        Suspension.objects.create(
            membership=Membership.objects.get(),
            starts_on=day("2025-05-01"),
            notice_on=day("2025-05-01"),
            reason="Inspection",
            suspended_by=UserFactory(),
        )

        take_links()

        assert not Membership.objects.open_to_call_offs(CHANGE).exists()
        assert Membership.objects.on(CHANGE).suspended_on(CHANGE).count() == 1

    def test_does_not_go_on_once_it_is_over(self, take_links, take_members):
        take_members({"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-03-31"})

        take_links()

        assert Membership.objects.count() == 1

    def test_goes_on_as_the_one_that_the_council_gave(self, take_links, take_members):
        row = {"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-08-31"}
        take_members(row, {"school_urn": "900002", "admitted_on": "2025-09-01", "lot": "2"})

        take_links()

        old, new = Membership.objects.order_by("admitted_on")
        assert (old.goes_on_as, new.goes_on_as) == (new, None)

    @pytest.mark.parametrize("left_on", ["", "2025-08-31"])
    def test_is_the_same_in_a_file_that_knows_nothing_of_it(
        self, take_links, take_members, left_on
    ):
        take_links()
        row = {"admitted_on": "2023-11-01", "lot": "2", "left_on": left_on}

        outcome = take_members(row)

        assert (outcome.unchanged, outcome.changes) == (1, [])
        assert Membership.objects.filter(left_on=None).count() == 1

    def test_is_not_ended_under_its_former_number(self, take_links, take_members):
        take_links()

        where, remedies = faults_of(
            take_members, {"admitted_on": "2023-11-01", "lot": "2", "left_on": "2025-12-31"}
        )

        assert where == [(2, "left_on", "2025-12-31")]
        assert "URN 900002, from 2025-09-01" in remedies[0]


class TestTheLinksFile:
    @pytest.fixture(autouse=True)
    def _schools(self, take_schools):
        take_schools(CLOSED, NEW, THIRD)

    def known(self):
        return list(Succession.objects.values_list("predecessor__urn", "successor__urn", "from_on"))

    @pytest.mark.parametrize(
        "row",
        [
            ("900002", "900001", "Predecessor"),
            ("0900002", " 900001", "predecessor - merged"),
            ("900001", "900002", "Successor"),
            ("900001", "900002", "Successor - amalgamated"),
            ("900001", "900002", "Result of Amalgamation"),
            ("900002", "900001", "Result of Amalgamation"),
            (
                "900002",
                "900001",
                "Merger - expansion in school capacity and changer in age range",
            ),
        ],
    )
    def test_says_who_went_on_as_whom(self, take_links, row):
        outcome = take_links(row)

        assert self.known() == [(900001, 900002, CHANGE)]
        assert (outcome.new, outcome.warnings) == (1, [])

    def test_has_each_link_twice(self, take_links):
        outcome = take_links(("900002", "900001", "Predecessor"), ("900001", "900002", "Successor"))

        assert (outcome.new, len(self.known())) == (1, 1)
        assert take_links().unchanged == 1

    @pytest.mark.parametrize(
        "row",
        [
            ("900002", "100001", "Predecessor"),
            ("100001", "100002", "Nonsense", "never"),
            ("", "", ""),
        ],
    )
    def test_passes_over_schools_that_are_not_ours(self, take_links, row):
        outcome = take_links(row)

        assert (outcome.skipped, outcome.warnings, self.known()) == (1, [], [])

    @pytest.mark.parametrize("kind", ["Other", "Sixth Form Centre Link", "Expansion", "Closure"])
    def test_takes_no_link_that_is_no_succession(self, take_links, kind):
        outcome = take_links(("900002", "900001", kind))

        assert (outcome.new, outcome.warnings) == (0, [])

    @pytest.mark.parametrize(
        ("row", "column", "value"),
        [
            (
                ("900002", "900001", "Predecessor", "31-02-2025"),
                "LinkEstablishedDate",
                "31-02-2025",
            ),
            (("900003", "900002", "Merger"), "LinkType", "Merger"),
            (("900002", "900002", "Successor"), "LinkURN", "900002"),
        ],
    )
    def test_warns_of_what_cannot_be_used(self, take_links, row, column, value):
        outcome = take_links(row, ("900003", "900001", "Predecessor", "01-09-2025"))

        assert (900001, 900003, CHANGE) in self.known()
        assert [(one.line, one.column, one.value) for one in outcome.warnings] == [
            (2, column, value)
        ]

    def test_takes_the_day_of_the_schools_where_it_has_none(self, take_links):
        take_links(("900002", "900001", "Predecessor", ""))

        assert self.known() == [(900001, 900002, CHANGE)]

    def test_survives_a_ring(self, take_links, take_placements):
        take_links(("900002", "900001", "Predecessor"), ("900001", "900002", "Predecessor"))
        Succession.objects.create(
            predecessor=School.objects.get(urn=900002),
            successor=School.objects.get(urn=900001),
            from_on=CHANGE,
            kind="Successor",
        )
        take_placements(CALL_OFF)

        assert figures(AFTER)["total"][2] == 1

    def test_writes_nothing_in_a_dry_run(self, take_links, take_placements):
        take_placements(CALL_OFF)
        before = stands()

        outcome = take_links(dry_run=True)

        assert (outcome.new, len(outcome.changes)) == (1, 1)
        assert (stands(), self.known()) == (before, [])

    def test_asks_for_no_more_when_there_are_more_places(
        self, take_links, take_placements, django_assert_max_num_queries
    ):
        rows = [CALL_OFF | {"placement_ref": f"PLC-{n}", "pupil_ref": f"C{n}"} for n in range(30)]
        take_placements(*rows)

        with django_assert_max_num_queries(45):
            take_links()

        assert EarlierSchool.objects.count() == 30


class TestConstraints:
    def test_no_school_goes_on_as_itself(self, take_schools):
        take_schools()
        ash = School.objects.get()

        with pytest.raises(IntegrityError, match="succession_of_another"), transaction.atomic():
            Succession.objects.create(predecessor=ash, successor=ash, from_on=CHANGE)

    def test_a_link_is_there_once(self, take_schools, take_links):
        take_schools(CLOSED, NEW)
        take_links()
        known = Succession.objects.values("predecessor_id", "successor_id", "from_on").get()

        with pytest.raises(IntegrityError, match="succession_once"), transaction.atomic():
            Succession.objects.create(**known)

    def test_a_place_was_at_one_school_on_a_day(self, take_schools, take_placements, take_links):
        take_schools(CLOSED, NEW)
        take_placements(CALL_OFF)
        take_links()
        earlier = EarlierSchool.objects.get()
        earlier.pk = None

        with pytest.raises(IntegrityError, match="earlierschool_no_overlap"), transaction.atomic():
            earlier.save()

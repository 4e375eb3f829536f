"""The register says which school went on as which: its file, and what it leads to."""

import csv
import datetime

import pytest
from django.db import IntegrityError, transaction

from contracts.membership.imports import import_members
from contracts.models import Membership
from placements.imports import import_placements
from placements.links import import_school_links
from placements.models import EarlierSchool, Placement
from placements.reports import Window, demand_profile
from providers.imports import import_schools
from providers.models import School, Succession
from tests.county import AWKWARD, LINK, MEMBERS, PLACEMENTS, SCHOOLS, table
from tests.factories.contracts import the_dps
from tests.placements.changes import (
    ACROSS,
    AFTER,
    BEFORE,
    CALL_OFF,
    CHANGE,
    CLOSED,
    NEW,
    THIRD,
    figures,
    schools_of,
    stands,
)

pytestmark = pytest.mark.django_db


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

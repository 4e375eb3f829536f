"""The demo county says what decision report 25/00007 says: read from its files by plain Python."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from nmiss.demo.county import write_county
from tests.demo.read import (
    SNAPSHOT,
    UNTIL,
    WINDOW,
    County,
    gias_day,
    nc_year,
    rounded,
    share,
    table,
)


class TestTheTable:
    """Decision 25/00007, 3.3."""

    def test_says_what_the_paper_says(self, county):
        lines = table(county)

        printed = {
            name: (*line[:3], rounded(line[3], "0.01"), line[4]) for name, line in lines.items()
        }
        assert printed == {
            "DPS": (26, 5, 1159, "46.76", "40.34"),
            "non DPS": (98, 48, 910, "39.99", "43.95"),
            "Total": (124, 53, 2069, "86.75", "41.93"),
        }

    def test_is_twice_that_in_two_counties(self, double):
        lines = table(double)

        printed = {
            name: (*line[:3], rounded(line[3] / 2, "0.01"), line[4]) for name, line in lines.items()
        }
        assert printed == {
            "DPS": (52, 10, 2318, "46.76", "40.34"),
            "non DPS": (196, 96, 1820, "39.99", "43.95"),
            "Total": (248, 106, 4138, "86.75", "41.93"),
        }

    def test_does_not_move_with_the_last_day_of_the_county(self, county, tmp_path):
        write_county(tmp_path, until=date(2025, 4, 1))

        shorter = County(tmp_path)

        assert [line[:3] for line in table(shorter).values()] == [
            line[:3] for line in table(county).values()
        ]
        assert {rounded(line[3], "0.01") for line in table(shorter).values()} == {
            "46.76",
            "39.99",
            "86.75",
        }

    def test_counts_a_child_who_changed_school_once(self, county):
        rows = Counter(row["pupil_ref"] for row in county.in_force(*WINDOW))

        assert sorted(rows.values())[-4:] == [1, 2, 2, 2]

    def test_has_no_child_in_both_rows(self, county):
        kinds = defaultdict(set)
        for row in county.in_force(*WINDOW):
            kinds[row["pupil_ref"]].add(county.was_member(row["school_urn"], *WINDOW))

        assert {len(kind) for kind in kinds.values()} == {1}

    def test_is_tried_on_both_edges_of_the_window(self, county):
        assert any(row["last"] == WINDOW[0] for row in county.placements)
        assert any(row["last"] == WINDOW[0] - timedelta(days=1) for row in county.placements)
        assert any(row["first"] == WINDOW[1] for row in county.placements)


class TestTheSnapshot:
    """Decision 25/00007, 3.7 and 3.8."""

    @pytest.mark.parametrize("scale", [1, 2])
    def test_says_what_the_paper_says(self, scale, county, double):
        placed = (county if scale == 1 else double).in_force(SNAPSHOT)
        needs = Counter(row["primary_need"] for row in placed)
        years = Counter(nc_year(row["born"], SNAPSHOT) for row in placed)
        whole = len(placed)

        assert whole == len({row["pupil_ref"] for row in placed}) == 1839 * scale
        assert len({row["school_urn"] for row in placed}) == 120 * scale
        assert [share(needs[need], whole) for need in ("ASD", "SEMH", "SLCN")] == ["45", "33", "11"]
        assert share(sum(years[year] for year in range(7, 12)), whole) == "75"
        assert years.most_common(1)[0][0] == 10
        assert min(years) >= 0
        assert max(years) <= 14
        assert len(needs) == 13

    def test_has_about_three_boys_to_a_girl_among_the_autistic(self, county):
        sexes = Counter(
            row["sex"] for row in county.in_force(SNAPSHOT) if row["primary_need"] == "ASD"
        )

        assert 2.5 < sexes["M"] / sexes["F"] < 3.5


class TestTheYearsAfter:
    def test_keep_about_as_many_placed(self, county):
        on = date(2025, 1, 6)
        while on <= UNTIL:
            assert 1_950 <= len(county.in_force(on)) <= 2_220, on
            on += timedelta(days=1)

    def test_see_children_come_and_go_up_to_the_last_day(self, county):
        quarter = UNTIL - timedelta(days=90)

        assert sum(row["first"] > quarter for row in county.placements) > 20
        assert sum(quarter < row["last"] <= UNTIL for row in county.placements) > 10
        assert sum(UNTIL < row["last"] < date.max for row in county.placements) > 10

    def test_have_a_closed_school_with_two_on_its_books(self, county):
        left_behind = [
            row
            for row in county.placements
            if (closed_on := gias_day(county.schools[row["school_urn"]]["CloseDate"]))
            and row["last"] > closed_on
        ]

        assert len(left_behind) == 2
        assert len({row["school_urn"] for row in left_behind}) == 1
        assert all(not row["ended_on"] for row in left_behind)

    def test_have_one_child_without_a_next_place(self, county):
        ended = ("notice_by_school", "permanent_exclusion", "tribunal", "school_closed")
        nowhere = [
            rows[-1]
            for rows in county.by_pupil.values()
            if rows[-1]["end_reason"] in ended and rows[-1]["last"] <= UNTIL
        ]

        assert [row["end_reason"] for row in nowhere] == ["permanent_exclusion"]

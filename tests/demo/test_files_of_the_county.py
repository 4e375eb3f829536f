"""The files of the demo county could be those of an office."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from nmiss.demo.county import MEMBER_HEADINGS, PLACEMENT_HEADINGS, write_county
from tests.demo.read import (
    FILES,
    PROVISIONS,
    REASONS,
    ROOT,
    SNAPSHOT,
    UNTIL,
    WINDOW,
    gias_day,
    nc_year,
)


class TestTheFiles:
    def test_are_the_same_bytes_each_time(self, folder, tmp_path):
        write_county(tmp_path)

        assert [(tmp_path / name).read_bytes() for name in FILES] == [
            (folder / name).read_bytes() for name in FILES
        ]

    @pytest.mark.parametrize("seed", ["1", "4242"])
    def test_are_the_same_bytes_under_another_hash_seed(self, seed, folder, tmp_path):
        code = (
            "import sys; from pathlib import Path; from nmiss.demo.county import write_county;"
            "write_county(Path(sys.argv[1]))"
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}

        subprocess.run([sys.executable, "-c", code, tmp_path], env=environment, check=True)

        assert [(tmp_path / name).read_bytes() for name in FILES] == [
            (folder / name).read_bytes() for name in FILES
        ]

    def test_begin_with_the_first_county_at_any_scale(self, county, double):
        assert list(double.schools.items())[: len(county.schools)] == list(county.schools.items())
        assert double.placements[: len(county.placements)] == county.placements

    def test_have_the_headings_of_the_imports(self, folder):
        given = ROOT / "tests" / "data" / "county"

        for name, encoding in zip(FILES[:3], ("cp1252", "utf-8", "utf-8"), strict=True):
            with (given / name).open(encoding=encoding) as expected:
                assert (folder / name).read_text(encoding).startswith(expected.readline())
        assert len(MEMBER_HEADINGS) == 6
        assert len(PLACEMENT_HEADINGS) == 14

    def test_are_in_the_code_pages_of_the_imports(self, folder):
        schools = (folder / "schools.csv").read_bytes()

        assert schools.count(b"\n") == schools.count(b"\r\n") == 137
        with pytest.raises(UnicodeDecodeError):
            schools.decode("utf-8")
        assert "é" in schools.decode("cp1252")
        assert b"\r" not in (folder / "placements.csv").read_bytes()

    def test_refuse_a_county_that_ends_before_its_figures(self, tmp_path):
        with pytest.raises(ValueError, match="1 April 2025"):
            write_county(tmp_path, until=date(2025, 3, 31))

    @pytest.mark.parametrize("scale", [0, 101])
    def test_refuse_a_scale_that_has_no_names(self, scale, tmp_path):
        with pytest.raises(ValueError, match="from 1 to 100"):
            write_county(tmp_path, scale=scale)


class TestTheSchools:
    def test_are_each_one_of_a_kind(self, double):
        for heading in ("EstablishmentName", "UKPRN", "URN"):
            assert len({row[heading] for row in double.schools.values()}) == 272
        numbers = {
            (row["LA (code)"], row["EstablishmentNumber"]) for row in double.schools.values()
        }
        assert len(numbers) == 272
        assert all(len(number) == 4 for _, number in numbers)

    def test_include_rows_that_no_report_counts(self, county):
        used = {row["school_urn"] for row in county.placements}
        others = [row for urn, row in county.schools.items() if urn not in used]

        assert len(used) == 124
        assert Counter(row["TypeOfEstablishment (code)"] for row in others)["7"] == 4
        statuses = Counter(row["EstablishmentStatus (code)"] for row in others)
        assert statuses == {"1": 8, "2": 3, "3": 1}

    def test_have_room_for_the_children(self, county):
        for on in (SNAPSHOT, WINDOW[1], date(2025, 11, 3), date(2026, 11, 2)):
            pupils = Counter(row["school_urn"] for row in county.in_force(on))
            for urn, count in pupils.items():
                school = county.schools[urn]
                assert count <= int(school["NumberOfPupils"]) <= int(school["SchoolCapacity"])

    def test_are_run_by_nineteen_providers_in_the_window(self, county):
        members = [row for row in county.members if county.was_member(row["school_urn"], *WINDOW)]

        assert len(members) == 26
        assert len({row["company_number"] for row in members}) == 19
        assert {row["lot"] for row in members} == {"1", "2"}
        assert all(row["company_number"].startswith("ZZ") for row in county.members)
        names = {row["company_number"]: row["provider_name"] for row in county.members}
        assert len(set(names.values())) == len(names)

    def test_joined_and_left_the_dps_over_the_years(self, county):
        assert {row["left_on"] for row in county.members} == {"", "2023-08-31", "2024-08-31"}
        years = Counter(row["admitted_on"][:4] for row in county.members)
        assert years == {"2022": 15, "2023": 8, "2024": 4, "2025": 4, "2026": 3}


class TestThePlaces:
    def test_never_overlap_for_a_child(self, county):
        for rows in county.by_pupil.values():
            for earlier, later in pairwise(rows):
                assert earlier["last"] < later["first"]
                assert earlier["school_urn"] != later["school_urn"]

    def test_follow_each_other_from_day_to_day_in_the_window(self, county):
        for rows in county.by_pupil.values():
            for earlier, later in pairwise(rows):
                if later["first"] <= WINDOW[1]:
                    assert later["first"] == earlier["last"] + timedelta(days=1)

    def test_are_written_in_words_that_the_imports_know(self, county):
        for row in county.placements:
            assert row["end_reason"] in (REASONS if row["ended_on"] else {""})
            assert row["route"] in {"call_off", "spot", "directed"}
            assert row["provision"] in PROVISIONS
            assert row["first"] <= row["last"]
            assert row["first"] <= UNTIL
            assert 25_000 <= row["fee"] <= 180_000
        assert {row["provision"] for row in county.placements} == PROVISIONS
        assert {row["end_reason"] for row in county.placements} == {*REASONS, ""}

    def test_have_references_used_once(self, double):
        refs = [row["placement_ref"] for row in double.placements]

        assert refs == [f"PLC-{number:06}" for number in range(1, len(refs) + 1)]
        assert all(len({row["born"] for row in rows}) == 1 for rows in double.by_pupil.values())

    def test_are_call_offs_only_at_members_but_for_two(self, county):
        astray = [
            row
            for row in county.placements
            if row["route"] == "call_off"
            and not county.was_member(row["school_urn"], row["first"], row["first"])
        ]

        assert len(astray) == 2
        terms = [county.terms[row["school_urn"]] for row in astray]
        assert terms == [[(date(2022, 9, 1), date(2023, 8, 31))]] * 2

    def test_suit_the_children(self, county):
        for row in county.placements:
            school = county.schools[row["school_urn"]]
            low, high = int(school["StatutoryLowAge"]), int(school["StatutoryHighAge"])
            last = min(row["last"], UNTIL)
            if school["CloseDate"]:
                last = min(last, gias_day(school["CloseDate"]))
            assert low - 4 <= nc_year(row["born"], row["first"])
            assert nc_year(row["born"], last) <= min(high - 5, 14)
            assert school["Gender (name)"] in ("Mixed", {"M": "Boys", "F": "Girls"}[row["sex"]])
            assert school["Boarders (code)"] == "3" or row["provision"] == "day"

    def test_cost_more_where_children_sleep(self, county):
        fees = defaultdict(list)
        for row in county.placements:
            fees[row["provision"] == "day"].append(row["fee"])

        assert sum(fees[False]) / len(fees[False]) > 1.5 * sum(fees[True]) / len(fees[True])

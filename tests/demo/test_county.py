"""The demo county says what decision report 25/00007 says: read from its files by plain Python."""

import csv
import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from nmiss.demo.county import MEMBER_HEADINGS, PLACEMENT_HEADINGS, write_county

ROOT = Path(__file__).parents[2]
FILES = ("schools.csv", "members.csv", "placements.csv")
WINDOW = (date(2024, 4, 1), date(2024, 11, 30))
YEAR = (date(2024, 4, 1), date(2025, 3, 31))
SNAPSHOT = date(2024, 1, 18)
UNTIL = date(2026, 12, 31)
REASONS = {
    "planned_transfer",
    "moved_away",
    "notice_by_school",
    "notice_by_authority",
    "parental_choice",
    "tribunal",
    "permanent_exclusion",
    "school_closed",
    "other",
}
PROVISIONS = {
    "day",
    "residential_weekly",
    "residential_38",
    "residential_51",
    "residential_52",
}


def day(text):
    return date.fromisoformat(text) if text else None


def gias_day(text):
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


def rows_of(path, encoding="utf-8"):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


class County:
    """The three files, read as an import would."""

    def __init__(self, folder):
        self.schools = {row["URN"]: row for row in rows_of(folder / "schools.csv", "cp1252")}
        self.members = rows_of(folder / "members.csv")
        self.placements = rows_of(folder / "placements.csv")
        for row in self.placements:
            row["first"], row["last"] = day(row["starts_on"]), day(row["ended_on"]) or date.max
            row["fee"], row["born"] = int(row["annual_fee"]), day(row["date_of_birth"])
        self.terms = defaultdict(list)
        for row in self.members:
            term = day(row["admitted_on"]), day(row["left_on"]) or date.max
            self.terms[row["school_urn"]].append(term)
        self.by_pupil = defaultdict(list)
        for row in sorted(self.placements, key=lambda row: row["first"]):
            self.by_pupil[row["pupil_ref"]].append(row)

    def was_member(self, urn, first, last):
        return any(start <= last and end >= first for start, end in self.terms[urn])

    def in_force(self, first, last=None):
        last = last or first
        return [row for row in self.placements if row["first"] <= last and row["last"] >= first]


def spend_of(row):
    days = (min(row["last"], YEAR[1]) - max(row["first"], YEAR[0])).days + 1
    exact = Decimal(row["fee"]) * max(days, 0) / 365
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def rounded(value, places):
    return str(Decimal(value).quantize(Decimal(places), ROUND_HALF_UP))


def share(part, whole):
    return rounded(Decimal(100 * part) / whole, "1")


def table(county):
    """Draw up the table of 3.3: schools, out of area, pupils, £M, £K for each row."""
    rows = {"DPS": [], "non DPS": [], "Total": county.in_force(*WINDOW)}
    for row in rows["Total"]:
        rows["DPS" if county.was_member(row["school_urn"], *WINDOW) else "non DPS"].append(row)
    lines = {}
    for name, placements in rows.items():
        urns = {row["school_urn"] for row in placements}
        pupils = len({row["pupil_ref"] for row in placements})
        spend = sum(spend_of(row) for row in placements)
        lines[name] = (
            len(urns),
            sum(county.schools[urn]["LA (code)"] != "886" for urn in urns),
            pupils,
            spend / 1_000_000,
            rounded(spend / pupils / 1000, "0.01"),
        )
    return lines


def nc_year(born, on):
    """Age on 31 August before the academic year, less four."""
    first_of_year = on.year if on.month >= 9 else on.year - 1
    return first_of_year - born.year - ((born.month, born.day) > (8, 31)) - 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("county")
    write_county(folder)
    return folder


@pytest.fixture(scope="module")
def county(folder):
    return County(folder)


@pytest.fixture(scope="module")
def double(tmp_path_factory):
    folder = tmp_path_factory.mktemp("double")
    write_county(folder, scale=2)
    return County(folder)


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

        for name, encoding in zip(FILES, ("cp1252", "utf-8", "utf-8"), strict=True):
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

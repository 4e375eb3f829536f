"""The demo county, read from its files by plain Python."""

import csv
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = ("schools.csv", "members.csv", "placements.csv", "prices.csv")
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

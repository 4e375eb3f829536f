"""Another county, drawn at random: both reports say cell by cell what a second reading works out.

The second reading is written from the rules alone, without anything of ``kpis``.
"""

import calendar
import datetime
import re
from fractions import Fraction
from random import Random

import pytest

from kpis.models import Term

pytestmark = pytest.mark.django_db
DAY = datetime.date
URNS = range(900001, 900006)
# Student's t, two-sided, 5 in 100, by degrees of freedom from 2 on.
CRITICAL = [
    *(4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145),
    *(2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052),
    *(2.048, 2.045, 2.042, 2.040, 2.037, 2.035, 2.032, 2.030, 2.028, 2.026, 2.024, 2.023, 2.021),
]
TERMS = [
    ("2023-24 autumn", DAY(2023, 9, 4), DAY(2023, 12, 15)),
    ("2023-24 spring", DAY(2024, 1, 8), DAY(2024, 3, 28)),
    ("2023-24 summer", DAY(2024, 4, 15), DAY(2024, 7, 19)),
    ("2024-25 autumn", DAY(2024, 9, 2), DAY(2024, 12, 20)),
    ("2024-25 spring", DAY(2025, 1, 6), DAY(2025, 4, 4)),
    ("2024-25 summer", DAY(2025, 4, 22), DAY(2025, 7, 22)),
]
FORMULAS = [
    "100 * a / b",
    "a",
    "-a + b * 2",
    "min(a, b, 7) / max(c, 0.5)",
    "(a − b) × 3 ÷ c",
    "max(a, b) - min(b, c)",
    "a / (b - c)",
    "0.1 * a",
]
MEMBERS = {
    900001: ("2020-09-01", ""),
    900002: ("2020-09-01", "2024-10-01"),
    900003: ("2024-12-31", ""),
    900004: ("2024-04-01", "2024-04-01"),
}
ASKED = {
    "month": ["2024-10", "2024-12"],
    "quarter": ["2024-Q2", "2024-Q4", "2025-Q1"],
    "term": ["2024-25 autumn", "2024-25 summer"],
    "half_year": ["2024-H1", "2024-H2"],
    "year": ["2023-24", "2024-25"],
}


def periods():
    """Every period by frequency: its number, name, first and last day."""
    found = {name: [] for name in ASKED}
    parts = {"month": (12, "{}-{:02}"), "quarter": (4, "{}-Q{}"), "half_year": (2, "{}-H{}")}
    for year in range(2022, 2026):
        for frequency, (count, name) in parts.items():
            for part in range(count):
                first, last = part * (12 // count) + 1, (part + 1) * (12 // count)
                ends = DAY(year, last, calendar.monthrange(year, last)[1])
                number = year * count + part
                found[frequency].append(
                    (number, name.format(year, part + 1), DAY(year, first, 1), ends)
                )
        name = f"{year}-{year - 1999}"
        found["year"].append((year, name, DAY(year, 9, 1), DAY(year + 1, 8, 31)))
    found["term"] = [(number, *term) for number, term in enumerate(TERMS)]
    return found


PERIODS = periods()


def an_indicator(rng, code, frequency):
    polarity = rng.choice(["high", "low", "near"])
    target = rng.choice([2, 10, 50, 95, 0])
    step = rng.choice(["", 0, 3, 40])
    row = {
        "code": code,
        "frequency": frequency,
        "formula": rng.choice(FORMULAS),
        "polarity": polarity,
        "target": str(target),
        "floor": "",
        "unit": "things",
        "weight": str(rng.choice([1, 2, "0.5", 3])),
        "rated": rng.choice(["yes", "yes", "no"]),
        "cohort": rng.choice(["", "", "pupils"]),
        "minimum": rng.choice(["", "3"]),
    }
    if polarity == "near":
        row |= {"tolerance": str(rng.choice(["", 2, 5])), "outer_tolerance": rng.choice(["", "30"])}
    elif step != "":
        row["floor"] = str(target - step if polarity == "high" else target + step)
    return row


def a_county(rng):
    versions = {}
    for version, begins in (("one", "2020-09-01"), ("two", "2024-07-19"), ("three", "2024-12-31")):
        rows = [
            an_indicator(rng, f"X{place}", frequency)
            for place, frequency in enumerate([*ASKED] * 2)
            if rng.random() < 0.9
        ]
        rng.shuffle(rows)
        versions[version] = (DAY.fromisoformat(begins), rows)
    every = [each for of_one in PERIODS.values() for each in of_one if each[2] <= DAY(2025, 4, 30)]
    returns = {
        (urn, each[1]): figures(rng, each[0])
        for each in every
        for urn in URNS
        if rng.random() < 0.9
    }
    return versions, returns


def figures(rng, number):
    """What a school told of a period: some of it blank, not applicable, or left out."""
    own = {"a": rng.randint(0, 50) + number % 7, "b": rng.randint(0, 9), "c": rng.randint(0, 9)}
    own["pupils"] = rng.randint(2, 9)
    for key in own:
        if rng.random() < 0.04:
            own[key] = rng.choice(["NA", ""])
        elif rng.random() < 0.2:
            own[key] = f"{own[key]}.{rng.randint(1, 9999)}"
    return {key: said for key, said in own.items() if rng.random() < 0.98}


class SecondReading:
    """What the rules say of a county."""

    def __init__(self, versions, returns):
        self.versions, self.returns = versions, returns

    def rows_on(self, day):
        begun = [each for each in self.versions.values() if each[0] <= day]
        return max(begun, key=lambda each: each[0])[1] if begun else []

    def row(self, code, day, frequency):
        own = (row for row in self.rows_on(day) if row["code"] == code)
        return next((row for row in own if row["frequency"] == frequency), None)

    def state(self, urn, code, frequency, period):
        """A state, and the value where there is one."""
        _, name, _, last = period
        row = self.row(code, last, frequency)
        if row is None:
            return "not_submitted", None
        told = self.returns.get((urn, name), {})
        text = row["formula"].translate(str.maketrans("×÷−", "*/-"))
        names = set(re.findall(r"[a-z]\w*", text)) - {"min", "max"} | {row["cohort"]} - {""}
        said = [told.get(each, "") for each in names]
        if "" in said:
            return "not_submitted", None
        if "NA" in said:
            return "not_applicable", None
        exact = re.sub(r"\d+(\.\d+)?", lambda found: f"Fraction('{found[0]}')", text)
        given = {each: Fraction(str(told[each])) for each in names}
        try:
            value = eval(exact, {"Fraction": Fraction, "min": min, "max": max}, given)
        except ZeroDivisionError:
            return "not_applicable", None
        if row["cohort"] and given[row["cohort"]] < int(row["minimum"] or 5):
            return "too_few", None
        return ("rated" if row["rated"] == "yes" else "monitored"), Fraction(value)

    def rating(self, row, value):
        target, worse = Fraction(row["target"]), row["floor"]
        if row["polarity"] == "near":
            value, target = abs(value - target), Fraction(row.get("tolerance") or 0)
            worse = row.get("outer_tolerance", "")
        sign = 1 if row["polarity"] == "high" else -1
        if sign * value >= sign * target:
            return "green"
        return "amber" if worse and sign * value >= sign * Fraction(worse) else "red"

    def direction(self, urn, row, frequency, period):
        points = []
        for each in PERIODS[frequency]:
            _, value = self.state(urn, row["code"], frequency, each)
            if each[0] <= period[0] and value is not None:
                if row["polarity"] == "near":
                    then = self.row(row["code"], each[3], frequency)
                    value = abs(value - Fraction(then["target"]))
                points.append((each[0], value))
        if self.state(urn, row["code"], frequency, period)[1] is None or len(points) < 4:
            return None
        count = len(points)
        mean_x = Fraction(sum(x for x, _ in points), count)
        mean_y = sum(y for _, y in points) / count
        across = sum((x - mean_x) ** 2 for x, _ in points)
        slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / across
        left = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in points)
        if slope == 0:
            return "no_clear_trend"
        if (
            left
            and abs(float(slope)) / (float(left) / (count - 2) / float(across)) ** 0.5
            < (CRITICAL[count - 4])
        ):
            return "no_clear_trend"
        return "improving" if (slope > 0) == (row["polarity"] == "high") else "worsening"

    def ratings(self, frequency, period):
        for urn in members(period):
            for row in self.rows_on(period[3]):
                if row["frequency"] != frequency:
                    continue
                state, value = self.state(urn, row["code"], frequency, period)
                found = {"school_urn": str(urn), "code": row["code"], "state": state}
                if value is not None:
                    found["value"] = shown(value)
                    if state == "rated":
                        found["rating"] = self.rating(row, value)
                    if direction := self.direction(urn, row, frequency, period):
                        found["direction"] = direction
                yield found

    def standings(self, period):
        for urn in members(period):
            points = rated = applicable = Fraction(0)
            for row in self.rows_on(period[3]):
                ended = [each for each in PERIODS[row["frequency"]] if each[3] <= period[3]]
                last = max(ended, key=lambda each: each[3])
                state, value = self.state(urn, row["code"], row["frequency"], last)
                then = self.row(row["code"], last[3], row["frequency"])
                is_rated = (then or row)["rated"] == "yes"
                if row["rated"] == "no" or state in ("not_applicable", "too_few"):
                    continue
                weight = Fraction(row["weight"])
                applicable += weight
                if state in ("rated", "monitored") and is_rated:
                    rated += weight
                    good = {"green": 2, "amber": 1, "red": 0}[self.rating(then, value)]
                    points += weight * good
            yield {"school_urn": str(urn)} | standing(points, rated, applicable)


def standing(points, rated, applicable):
    if not applicable:
        return {"reason": "nothing_applicable"}
    coverage = {"coverage": shown(rated / applicable)}
    if rated / applicable < Fraction(7, 10):
        return coverage | {"reason": "not_returned"}
    score = points / (2 * applicable)
    band = "good" if score >= Fraction(3, 4) else "approaching" if score * 2 >= 1 else "below"
    return coverage | {"score": shown(score), "band": band}


def shown(value):
    whole = int(abs(value) * 10_000 + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 10_000}.{whole % 10_000:04}"


def members(period):
    return [
        urn
        for urn, (joined, left) in MEMBERS.items()
        if joined <= period[3].isoformat() and (not left or left >= period[2].isoformat())
    ]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_is_read_as_the_rules_say(
    seed, take_schools, take_members, take_indicators, take_terms, take_returns, report
):
    versions, returns = a_county(Random(seed))
    take_schools(*({"URN": str(urn)} for urn in URNS))
    take_members(
        *(
            {"school_urn": str(urn), "admitted_on": joined, "left_on": left}
            for urn, (joined, left) in MEMBERS.items()
        )
    )
    take_indicators(
        *(
            row | {"version": version, "valid_from": begins.isoformat()}
            for version, (begins, rows) in versions.items()
            for row in rows
        )
    )
    take_terms(
        *(
            dict(zip(("name", "first_day", "last_day"), map(str, term), strict=True))
            for term in TERMS
        )
    )
    take_returns(
        *(
            (urn, name, key, said)
            for (urn, name), own in returns.items()
            for key, said in own.items()
        )
    )
    assert Term.objects.count() == len(TERMS)
    reading = SecondReading(versions, returns)
    for frequency, names in ASKED.items():
        for name in names:
            period = next(each for each in PERIODS[frequency] if each[1] == name)
            assert report("kpi_ratings", name) == list(reading.ratings(frequency, period)), name
            assert report("kpi_standing", name) == list(reading.standings(period)), name

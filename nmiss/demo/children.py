"""The children of the demo county and their places; and what is decided when a place is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from nmiss.demo.calendar import birthday, nc_year
from nmiss.demo.figures import WINDOW_FIRST, WINDOW_LAST
from nmiss.demo.places import home_postcode
from nmiss.demo.schools import DemoSchool

# Boys among a hundred children with that need; ASD about three to one.
_BOYS = {"ASD": 75, "SEMH": 78, "SLCN": 69}
_PROVISIONS = {
    "residential_weekly": (20, 1.55),
    "residential_38": (45, 1.95),
    "residential_51": (10, 2.6),
    "residential_52": (25, 2.9),
}
_DEARER = {"PMLD": 1.25, "MSI": 1.25, "SLD": 1.15, "SEMH": 1.06, "PD": 1.1}
_RISE_PER_YEAR = 1.03


@dataclass(eq=False)
class MadeUpChild:
    """A child, known by a reference only."""

    pupil_ref: str
    born_on: date
    reception: int
    sex: str
    need: str
    second_need: str
    postcode: str

    def year(self, day: date) -> int:
        return nc_year(self.reception, day)


@dataclass(eq=False)
class DemoPlace:
    """A child's time at one school, at one fee."""

    child: MadeUpChild
    school: DemoSchool
    starts_on: date
    route: str
    provision: str
    weighting: float
    ended_on: date | None = None
    end_reason: str = ""
    annual_fee: int = 0
    is_left_behind: bool = False

    @property
    def touches_window(self) -> bool:
        ended_on = self.ended_on or date.max
        return self.starts_on <= WINDOW_LAST and ended_on >= WINDOW_FIRST

    def is_in_force(self, day: date) -> bool:
        return self.starts_on <= day and (self.ended_on is None or day <= self.ended_on)

    def end(self, day: date, reason: str) -> None:
        self.ended_on, self.end_reason = day, reason


class Choice:
    """Chooses among schools, the larger ones more often, for a year group."""

    def __init__(self, schools: list[DemoSchool]) -> None:
        self._schools = schools
        self._suitable: dict[tuple[int, int], tuple[list[DemoSchool], list[float]]] = {}

    def pick(self, rng: Random, year: int, last_year: int) -> DemoSchool:
        """Pick a school that teaches from the one year group to the other."""
        schools, weights = self._suiting(year, last_year)
        return rng.choices(schools, cum_weights=weights)[0]

    def pick_next(
        self, rng: Random, place: DemoPlace, day: date, last_year: int
    ) -> DemoSchool | None:
        """Pick another school for the child of a place, from a day on; None if none suits."""
        year = place.child.year(day)
        schools, weights = self._suiting(year, max(year, last_year))
        if not any(_may_follow(place, school) for school in schools):
            return None
        school = place.school
        while not _may_follow(place, school):
            school = rng.choices(schools, cum_weights=weights)[0]
        return school

    def _suiting(self, year: int, last_year: int) -> tuple[list[DemoSchool], list[float]]:
        key = (year, last_year)
        if key not in self._suitable:
            schools = [
                school
                for school in self._schools
                if school.first_year <= year and last_year <= school.last_year
            ]
            self._suitable[key] = (schools, list(accumulate(s.weight for s in schools)))
        return self._suitable[key]


def _may_follow(place: DemoPlace, school: DemoSchool) -> bool:
    return school is not place.school and school.sex in ("", place.child.sex)


class Needs:
    """Gives out needs: an exact number of each, the likelier ones for the school first."""

    def __init__(self, counts: dict[str, int], *, is_exact: bool) -> None:
        self._left = dict(counts)
        self._codes = list(counts)
        self._is_exact = is_exact

    def take(self, rng: Random, school: DemoSchool) -> str:
        weights = [left * _affinity(code, school.needs) for code, left in self._left.items()]
        need = rng.choices(self._codes, weights)[0]
        if self._is_exact:
            self._left[need] -= 1
        return need


def _affinity(need: str, needs: tuple[str, ...]) -> int:
    if need == needs[0]:
        return 8
    return 4 if need in needs else 1


class Refs:
    """Gives out pupil references, each once and in no visible order."""

    _SPAN, _STRIDE, _FIRST = 4_000_000, 1_717_171, 5_400_000

    def __init__(self) -> None:
        self._given = 0

    def take(self) -> str:
        """Return the next; the stride shares no factor with the span, so none comes twice."""
        self._given += 1
        return f"C{self._FIRST + self._given * self._STRIDE % self._SPAN}"


def new_child(
    rng: Random, refs: Refs, reception: int, need: str, school: DemoSchool
) -> MadeUpChild:
    """Invent a child who suits the school."""
    others = [code for code in ("ASD", "SEMH", "SLCN", "SPLD", "MLD", "HI", "PD") if code != need]
    is_boy = rng.randrange(100) < _BOYS.get(need, 60)
    return MadeUpChild(
        pupil_ref=refs.take(),
        born_on=birthday(rng, reception),
        reception=reception,
        sex=school.sex or ("M" if is_boy else "F"),
        need=need,
        second_need=rng.choice(others) if rng.random() < 0.55 else "",
        postcode=home_postcode(rng),
    )


def new_place(rng: Random, child: MadeUpChild, school: DemoSchool, starts_on: date) -> DemoPlace:
    """Place a child: by which route, day or residential, and how dear beside the others."""
    provision, times = "day", 1.0
    if school.boards and rng.random() < 0.22:
        shares = [share for share, _ in _PROVISIONS.values()]
        provision = rng.choices(list(_PROVISIONS), shares)[0]
        times = _PROVISIONS[provision][1]
    rise = _RISE_PER_YEAR ** (starts_on.year - 2023)
    weighting = school.day_rate * times * rise * _DEARER.get(child.need, 1.0)
    weighting *= rng.lognormvariate(0, 0.12)
    return DemoPlace(child, school, starts_on, _route(rng, school, starts_on), provision, weighting)


def _route(rng: Random, school: DemoSchool, starts_on: date) -> str:
    """Choose a route: a call-off only where the school is on the DPS on the first day.

    A tribunal or the parents' right to name a school directs some places, on the DPS or off it.
    """
    if rng.random() < 0.09:
        return "directed"
    return "call_off" if school.is_member(starts_on) else "spot"

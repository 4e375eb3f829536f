"""The schools of the demo county: where they are, whom they teach and who runs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from nmiss.demo import membership, names
from nmiss.demo.calendar import nc_year
from nmiss.demo.figures import ROWS, SCHOOLS_NOT_YET_USED_ON_SNAPSHOT, SnapshotRow
from nmiss.demo.membership import DemoMembership
from nmiss.demo.places import TOWNS, Town

NON_MAINTAINED, INDEPENDENT, COMMUNITY = "8", "10", "7"
FIRST_URN = 900_001
CLOSES_ON = date(2026, 7, 22)

# Statutory ages, and how many schools of a row have them.
_AGES = {
    True: {
        (11, 16): 5,
        (5, 16): 2,
        (7, 16): 1,
        (4, 11): 1,
        (16, 25): 1,
        (5, 19): 3,
        (7, 19): 3,
        (8, 18): 2,
        (11, 18): 2,
        (11, 19): 6,
    },
    False: {
        (11, 16): 22,
        (7, 16): 8,
        (4, 11): 4,
        (5, 11): 2,
        (16, 25): 4,
        (11, 19): 16,
        (5, 19): 9,
        (7, 19): 8,
        (8, 18): 8,
        (11, 18): 5,
        (5, 16): 12,
    },
}
# What a school says that it is for: first need, then the others that often go with it.
_SPECIALISMS = (
    (45, ("ASD", "SLCN", "SEMH", "MLD", "SLD")),
    (32, ("SEMH", "ASD", "SLCN", "SPLD", "OTH")),
    (11, ("SLCN", "ASD", "SPLD", "HI", "MLD")),
    (4, ("SLD", "PMLD", "ASD", "PD", "MSI")),
    (4, ("MLD", "SLCN", "SPLD", "ASD", "OTH")),
    (2, ("PD", "PMLD", "SLD", "VI", "MSI")),
    (2, ("HI", "SLCN", "VI", "MSI", "PD")),
)


@dataclass(eq=False)
class DemoSchool:
    """A school, whether or not a child of the county was ever placed there."""

    urn: int
    name: str
    type_code: str
    authority: str
    town: Town
    ages: tuple[int, int]
    needs: tuple[str, ...]
    weight: float
    day_rate: float
    row: SnapshotRow | None = None
    sex: str = ""
    boards: bool = False
    is_section_41: bool = False
    is_closing: bool = False
    is_new_to_us: bool = False
    status: str = "1"
    closed_on: date | None = None
    memberships: list[DemoMembership] = field(default_factory=list)
    pupils: int = 0

    @property
    def first_year(self) -> int:
        return self.ages[0] - 4

    @property
    def last_year(self) -> int:
        """The last year group; nobody is placed beyond year 14 even where ages go to 25."""
        return min(self.ages[1] - 5, 14)

    def teaches(self, reception: int, day: date) -> bool:
        """Ask whether a child who began reception in that year is of an age for the school."""
        return self.first_year <= nc_year(reception, day) <= self.last_year

    def is_member(self, day: date) -> bool:
        return any(each.covers(day) for each in self.memberships)

    @property
    def was_member(self) -> bool:
        """Whether it had been on the DPS and had left before the window opened."""
        left = [each.left_on for each in self.memberships if each.left_on]
        return any(day <= membership.LEFT_BEFORE_WINDOW for day in left)


def _lognormal(rng: Random, middle: float, spread: float) -> float:
    return middle * rng.lognormvariate(0, spread)


def _school(
    rng: Random, urn: int, authority: str, ages: tuple[int, int], type_code: str
) -> DemoSchool:
    specialism = rng.choices(_SPECIALISMS, [share for share, _ in _SPECIALISMS])[0][1]
    boards = ages[1] > 11 and rng.random() < 0.3
    sex = rng.choice("MF") if rng.random() < 0.06 else ""
    return DemoSchool(
        urn=urn,
        name=names.school_name(urn - FIRST_URN),
        type_code=type_code,
        authority=authority,
        town=rng.choice(TOWNS[authority]),
        ages=ages,
        needs=specialism[: rng.randint(1, 5)],
        weight=_lognormal(rng, 1.0, 0.55),
        day_rate=_lognormal(rng, 41_000, 0.14),
        sex=sex,
        boards=boards,
        is_section_41=type_code == INDEPENDENT and rng.random() < 0.6,
    )


def _kind(rng: Random) -> str:
    return NON_MAINTAINED if rng.random() < 0.18 else INDEPENDENT


def _of_row(rng: Random, row: SnapshotRow, urns: Iterator[int]) -> list[DemoSchool]:
    authorities = [code for code, n in row.schools_by_authority.items() for _ in range(n)]
    ages = [span for span, n in _AGES[row.is_member].items() for _ in range(n)]
    rng.shuffle(authorities)
    # The first two and the last three have parts to play, for which their ages are as listed.
    ages[2:-3] = rng.sample(ages[2:-3], len(ages) - 5)
    schools = [
        _school(rng, next(urns), authority, span, _kind(rng))
        for authority, span in zip(authorities, ages, strict=True)
    ]
    for school in schools:
        school.row = row
    for school in schools[-SCHOOLS_NOT_YET_USED_ON_SNAPSHOT[row.is_member] :]:
        school.is_new_to_us = True
        school.weight = 0.25
    return schools


def _without_children(rng: Random, urns: Iterator[int]) -> list[DemoSchool]:
    """Make the rows of the register that no report counts."""
    kinds = [
        *[(COMMUNITY, "1", None)] * 4,
        (INDEPENDENT, "2", date(2023, 8, 31)),
        (INDEPENDENT, "2", date(2022, 12, 16)),
        (NON_MAINTAINED, "2", date(2024, 3, 28)),
        *[(INDEPENDENT, "1", None)] * 3,
        (NON_MAINTAINED, "1", None),
        (INDEPENDENT, "3", None),
    ]
    schools = []
    for type_code, status, closed_on in kinds:
        authority = rng.choice(("886", "886", "887", "845", "936"))
        ages = rng.choice(((11, 16), (5, 16), (4, 11), (11, 19)))
        school = _school(rng, next(urns), authority, ages, type_code)
        school.status, school.closed_on = status, closed_on
        schools.append(school)
    return schools


SCHOOLS = sum(sum(row.schools_by_authority.values()) for row in ROWS) + 12


def schools_of_county(rng: Random, number: int, until: date) -> list[DemoSchool]:
    """Make the schools of the numbered county, in the order of their URNs."""
    first = FIRST_URN + number * SCHOOLS
    # Shuffled, so that a URN tells nothing about the row.
    shuffled = list(range(first, first + SCHOOLS))
    rng.shuffle(shuffled)
    urns = iter(shuffled)
    members, others = (_of_row(rng, row, urns) for row in ROWS)
    idle = _without_children(rng, urns)
    _admit(members, others, number * membership.PROVIDERS, until)
    _plant_the_closed_one(others[0], until)
    return sorted([*members, *others, *idle], key=lambda school: school.urn)


def _admit(members: list[DemoSchool], others: list[DemoSchool], first: int, until: date) -> None:
    for school, member in zip(members, membership.members_of_window(first), strict=True):
        school.memberships.append(member)
    former = others[1]
    former.memberships.append(membership.member_before(first))
    former.ages, former.sex, former.weight = (11, 19), "", 2.5
    # The larger of the others came in later: there the council had most to gain.
    largest = sorted(others[2:], key=lambda school: -school.weight)
    for school, member in zip(largest, membership.members_after(first, until), strict=False):
        school.memberships.append(member)


def _plant_the_closed_one(school: DemoSchool, until: date) -> None:
    """Close a school with children on its books: a thing for the council to see."""
    school.is_closing = True
    school.ages, school.sex, school.weight = (5, 16), "", 2.5
    school.status = "2" if until >= CLOSES_ON else "3"
    school.closed_on = CLOSES_ON if until >= CLOSES_ON else None

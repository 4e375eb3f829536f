"""Writes the demo county: schools, members, placements and prices, in the formats of the imports.

A county made up from nothing, whose schools, firms and children exist nowhere, and for which the
reports of the Hub print what decision report 25/00007 printed in 3.3, 3.7 and 3.8.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

from nmiss.demo import names, prices
from nmiss.demo.aftermath import Aftermath
from nmiss.demo.children import DemoPlace, Refs
from nmiss.demo.cohort import Cohort
from nmiss.demo.fees import set_fees
from nmiss.demo.figures import SNAPSHOT, WINDOW_LAST, YEAR_LAST
from nmiss.demo.membership import DemoMembership
from nmiss.demo.register import HEADINGS, Register
from nmiss.demo.schools import DemoSchool, schools_of_county

MEMBER_HEADINGS = (
    "school_urn",
    "provider_name",
    "company_number",
    "lot",
    "admitted_on",
    "left_on",
)
PLACEMENT_HEADINGS = (
    "placement_ref",
    "pupil_ref",
    "date_of_birth",
    "sex",
    "primary_need",
    "secondary_need",
    "home_postcode",
    "school_urn",
    "route",
    "provision",
    "starts_on",
    "ended_on",
    "end_reason",
    "annual_fee",
)
_SEED = "decision 25/00007"
# Beyond this, names of schools and numbers of establishments would come twice.
_MOST = 100
_OTHER_DAYS = (SNAPSHOT, WINDOW_LAST, date(2025, 11, 3), date(2026, 11, 2))


def write_county(folder: Path, *, scale: int = 1, until: date = date(2026, 12, 31)) -> None:
    """Write schools.csv, members.csv, placements.csv and prices.csv, in the imports' formats.

    A county at scale N is N counties side by side, each with the figures of the paper. The same
    arguments give the same bytes.
    """
    if not 1 <= scale <= _MOST:
        raise ValueError(f"The scale is from 1 to {_MOST}.")
    if until <= YEAR_LAST:
        raise ValueError("The county runs at least to 1 April 2025: 3.3 is of the year before.")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "schools.csv").open("w", encoding="cp1252", newline="") as schools_file,
        (folder / "members.csv").open("w", encoding="utf-8", newline="") as members_file,
        (folder / "placements.csv").open("w", encoding="utf-8", newline="") as placements_file,
        (folder / "prices.csv").open("w", encoding="utf-8", newline="") as prices_file,
    ):
        schools_csv = csv.DictWriter(schools_file, HEADINGS, restval="", lineterminator="\r\n")
        members_csv = csv.writer(members_file, lineterminator="\n")
        placements_csv = csv.writer(placements_file, lineterminator="\n")
        prices_csv = csv.writer(prices_file, lineterminator="\n")
        schools_csv.writeheader()
        members_csv.writerow(MEMBER_HEADINGS)
        placements_csv.writerow(PLACEMENT_HEADINGS)
        prices_csv.writerow(prices.HEADINGS)
        register = Register(Random(f"{_SEED}: register"))
        refs, written = Refs(), 0
        for number in range(scale):
            schools, places = _county(number, refs, until)
            schools_csv.writerows(register.row(s, _proprietor(s)) for s in schools)
            members_csv.writerows(_member_rows(schools))
            placements_csv.writerows(_placement_rows(places, written))
            prices_csv.writerows(_price_rows(places, written, Random(f"{_SEED}: prices {number}")))
            written += len(places)


def _county(number: int, refs: Refs, until: date) -> tuple[list[DemoSchool], list[DemoPlace]]:
    rng = Random(f"{_SEED}: {number}")
    schools = schools_of_county(rng, number, until)
    places = Cohort(rng, refs, schools).fill()
    places += Aftermath(rng, refs, schools, until).take_on(places)
    set_fees(places)
    places.sort(key=lambda place: (place.starts_on, place.child.pupil_ref))
    _count_pupils(places)
    return schools, places


def _count_pupils(places: list[DemoPlace]) -> None:
    """Tell each school how many of our children it had at most, so that it has room for them."""
    for day in _OTHER_DAYS:
        counts = Counter(place.school for place in places if place.is_in_force(day))
        for school, count in counts.items():
            school.pupils = max(school.pupils, count)


def _provider(member: DemoMembership) -> tuple[str, str]:
    # No company in use has a number that begins with ZZ.
    return names.firm_name(member.provider), f"ZZ{member.provider + 1:06}"


def _proprietor(school: DemoSchool) -> str:
    if school.memberships:
        return _provider(school.memberships[-1])[0]
    return f"{school.name.removesuffix(' School').removeprefix('The ')} Proprietors Ltd"


def _member_rows(schools: list[DemoSchool]) -> Iterator[tuple[object, ...]]:
    for school in schools:
        for member in school.memberships:
            name, company_number = _provider(member)
            left_on = member.left_on or ""
            yield school.urn, name, company_number, member.lot, member.admitted_on, left_on


def _reference(number: int) -> str:
    return f"PLC-{number:06}"


def _price_rows(places: list[DemoPlace], written: int, rng: Random) -> Iterator[tuple[object, ...]]:
    for number, place in enumerate(places, start=written + 1):
        yield from prices.rows_of(place, _reference(number), rng)


def _placement_rows(places: list[DemoPlace], written: int) -> Iterator[tuple[object, ...]]:
    for number, place in enumerate(places, start=written + 1):
        child = place.child
        yield (
            _reference(number),
            child.pupil_ref,
            child.born_on,
            child.sex,
            child.need,
            child.second_need,
            child.postcode,
            place.school.urn,
            place.route,
            place.provision,
            place.starts_on,
            place.ended_on or "",
            place.end_reason,
            place.annual_fee,
        )

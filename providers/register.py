"""The national register's download (GIAS, ``edubasealldata``) in our words.

Nobody here can mend the register: what cannot be used in it is left as we have it.

Windows-1252, days as dd-mm-yyyy, 140 headings over the years of which any may be missing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from django.utils import timezone

from nmiss.base.core import names
from nmiss.base.core.codes import number_of, of_authority
from nmiss.base.importing import cells
from nmiss.base.importing.rows import Fault, Row
from providers.models import (
    EstablishmentStatus,
    EstablishmentType,
    Extract,
    Need,
    School,
    Section41,
    Sex,
)
from providers.models.grid import EASTERNMOST, NORTHERNMOST

REGISTER_DAY = "02-09-2024"  # as it writes one
NAME, TYPE = "EstablishmentName", "TypeOfEstablishment (code)"
REQUIRED = ("URN", NAME, TYPE, "LA (code)", "LA (name)")

TEXTS = {
    "kind_name": "TypeOfEstablishment (name)",
    "establishment_number": "EstablishmentNumber",
    "ukprn": "UKPRN",
    "street": "Street",
    "locality": "Locality",
    "address_3": "Address3",
    "town": "Town",
    "county": "County (name)",
    "postcode": "Postcode",
    "district": "DistrictAdministrative (name)",
    "boarding": "Boarders (name)",
    "inspectorate": "InspectorateName (name)",
    "telephone": "TelephoneNum",
    "website": "SchoolWebsite",
    "proprietor": "PropsName",
}
NUMBERS = {
    "lowest_age": "StatutoryLowAge",
    "highest_age": "StatutoryHighAge",
    "capacity": "SchoolCapacity",
    "pupils": "NumberOfPupils",
    "easting": "Easting",
    "northing": "Northing",
}
LARGEST = {"lowest_age": 99, "highest_age": 99}
LARGEST |= {"easting": EASTERNMOST, "northing": NORTHERNMOST}
LARGEST |= dict.fromkeys(("capacity", "pupils"), 99_999)
DAYS = {"opened_on": "OpenDate", "closed_on": "CloseDate"}
HEAD = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
NEEDS = tuple(f"SEN{number} (name)" for number in range(1, 14))
NOT_TOLD = dict.fromkeys(("", "not applicable", "not collected", "not recorded", "unknown"), "")
WORDS = {
    "section_41": (
        "Section41Approved (name)",
        NOT_TOLD | {label.lower(): value for value, label in Section41.choices},
    ),
    "sex": ("Gender (name)", NOT_TOLD | {label.lower(): value for value, label in Sex.choices}),
}
STATUSES = {label.lower(): value for value, label in EstablishmentStatus.choices}
NOT_A_NEED = {"", "not applicable"}
STATUS_CODE, STATUS_NAME = "EstablishmentStatus (code)", "EstablishmentStatus (name)"
READ = (*REQUIRED, *TEXTS.values(), *HEAD, *NEEDS)
COLUMNS = tuple(
    dict.fromkeys(
        (
            *READ,
            *NUMBERS.values(),
            *DAYS.values(),
            *(column for column, _ in WORDS.values()),
            STATUS_CODE,
            STATUS_NAME,
        )
    )
)
# The columns that hold one of a few codes, for who sends a table.
CODES = {
    STATUS_CODE: EstablishmentStatus.values,
    "Gender (name)": Sex.labels,
    "Section41Approved (name)": Section41.labels,
    "SEN1 (name) to SEN13 (name), at their beginning": Need.values,
}
# What comes first, what comes after it, and what to say where that is not so.
IN_ORDER = (
    ("opened_on", "closed_on", "the school cannot close before it opened"),
    ("lowest_age", "highest_age", "the highest age is below the lowest"),
)


def as_at(name: str) -> datetime.date | None:
    """The day of an extract, which the register writes into its name: edubasealldata20240118."""
    found = re.search(r"(20[0-9]{2})([01][0-9])([0-3][0-9])", name)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def fault_of_its_day(name: str) -> Fault | None:
    """Why an extract of this name may not come in: it is of a day to come, or older than ours."""
    day, last = as_at(name), Extract.objects.last_day()
    if day is None:
        return None
    if day > timezone.localdate():
        remedy = f"the name says {in_words(day)}, a day to come: name it by the day of the extract"
    elif last and day < last:
        remedy = (
            f"this extract is of {in_words(day)}, and one of {in_words(last)} was imported: "
            "an older one would put old facts back. Take a newer one"
        )
    else:
        return None
    return Fault(1, "whole file", name, remedy)


def in_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def kind_of(row: Row) -> int | None:
    """The number of the establishment's type."""
    return number_of(row.text(TYPE))


def urn_of(row: Row) -> int | None:
    """The school's number; nothing where there is none. A spreadsheet may have written 900001.0."""
    text = row.text("URN")
    return number_of(text) if text.isdigit() else number_of(cells.NO_FRACTION.sub("", text))


def no_row_of(types: Collection[int]) -> Fault:
    """That a file has no school of the types that are taken, which is hardly right."""
    words = {int(code): label for code, label in EstablishmentType.choices}
    ours = ", ".join(f"{number} {words.get(number, '')}".strip() for number in sorted(types))
    remedy = (
        f"no row is of a type that we take ({ours}): upload the register’s download of all "
        "establishments, or ask whoever runs the hub for other types (SCHOOL_TYPES)"
    )
    return Fault(1, TYPE, "", remedy)


def authority_of(row: Row) -> tuple[str, str]:
    """The code and the name of the school's authority; empty what cannot be used."""
    code = of_authority(row.text("LA (code)"))
    if not code:
        row.fault("LA (code)", "enter the authority's code, up to three digits")
    return code, row.name("LA (name)", longest=100) or ""


def facts(row: Row, *, longest: dict[str, int]) -> dict[str, Any]:
    """What the row says of a school, by our field names.

    Columns that are missing are left out, and so are cells that cannot be used.
    """
    found = {}
    for field, (columns, read) in READINGS.items():
        before = row.faults_so_far
        if any(column in row for column in columns):
            value = read(row, longest.get(field, 0))
            if row.faults_so_far == before:
                found[field] = value
    if found.get("easting") == found.get("northing") == 0:  # how the register says "not known"
        found |= {"easting": None, "northing": None}
    if ("easting" in found) != ("northing" in found):  # half a position is another place
        found.pop("easting", None), found.pop("northing", None)
    row.warn_of_lost_letters(READ)
    return found


def without_disorder(row: Row, found: dict[str, Any], before: School | None) -> dict[str, Any]:
    """Leave out what cannot be so: a day or an age below the one that comes before it.

    What the row leaves out is as it was ``before``.
    """
    for earlier, later, remedy in IN_ORDER:
        for doubtful in (later, earlier):
            first, last = (found.get(one, getattr(before, one, None)) for one in (earlier, later))
            if first is None or last is None or first <= last:
                break
            if doubtful in found:
                row.fault((DAYS | NUMBERS)[doubtful], remedy)
                found = {field: value for field, value in found.items() if field != doubtful}
    return found


def says_a_status(row: Row) -> bool:
    return STATUS_CODE in row or STATUS_NAME in row


def needs(row: Row) -> tuple[frozenset[str], bool]:
    """The codes of the needs that a school caters for, from "ASD - Autistic Spectrum Disorder".

    And whether all cells could be used: where one could not, there are more than these.
    """
    codes, before = set(), row.faults_so_far
    for column in NEEDS:
        text = row.text(column)
        if text.lower() in NOT_A_NEED:
            continue
        code = text.partition(" - ")[0].strip().upper()
        if code in Need.values:
            codes.add(code)
        else:
            row.fault(column, "begin with one of " + ", ".join(Need.values))
    return frozenset(codes), row.faults_so_far == before


def _kind(row: Row) -> str:
    number = kind_of(row)
    if number is None or number > 999:
        row.fault(TYPE, "enter the type's code, a number")
    return str(number)


def _word(row: Row, column: str, words: Mapping[str, str]) -> str:
    text = row.text(column).lower()
    if text not in words:
        row.fault(column, "enter one of these: " + "; ".join(filter(None, words)))
    return words.get(text, "")


def _status(row: Row) -> str:
    if STATUS_CODE in row:
        return row.code(STATUS_CODE, EstablishmentStatus)
    return _word(row, STATUS_NAME, STATUSES)


def _head(row: Row, longest: int) -> str:
    columns = [column for column in HEAD if row.text(column)]
    name = " ".join(map(row.text, columns))
    if len(name) > longest:
        row.fault(columns[-1], f"use at most {longest} characters for title and names together")
    for column in columns:
        if wrong := names.what_is_wrong_with(row.text(column)):
            row.fault(column, wrong)
    return name


def _fitting(row: Row, column: str, longest: int) -> str:
    text = row.text(column)
    if len(text) > longest:
        row.fault(column, f"use at most {longest} characters")
    return text


def _texts(column: str) -> Reading:
    return (column,), lambda row, longest: _fitting(row, column, longest)


def _numbers(column: str, largest: int) -> Reading:
    return (column,), lambda row, _: row.whole(column, largest=largest)


def _days(column: str) -> Reading:
    return (column,), lambda row, _: row.day(column, like=REGISTER_DAY)


def _words(column: str, words: Mapping[str, str]) -> Reading:
    return (column,), lambda row, _: _word(row, column, words)


# Of each of our fields: the columns of which one must be there, and how the row is read.
Reading = tuple[tuple[str, ...], Callable[[Row, int], Any]]
READINGS: dict[str, Reading] = {
    "name": ((NAME,), lambda row, longest: row.name(NAME, longest=longest)),
    "kind": ((TYPE,), lambda row, _: _kind(row)),
    **{field: _texts(column) for field, column in TEXTS.items()},
    **{field: _numbers(column, LARGEST[field]) for field, column in NUMBERS.items()},
    **{field: _days(column) for field, column in DAYS.items()},
    **{field: _words(*said) for field, said in WORDS.items()},
    "status": ((STATUS_CODE, STATUS_NAME), lambda row, _: _status(row)),
    "head_name": (HEAD, _head),
}

"""The national register's download (GIAS, ``edubasealldata``) in our words.

Windows-1252, days as dd-mm-yyyy, 140 headings over the years of which any may be missing.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.utils import timezone

from nmiss.core import names
from nmiss.core.tables import Fault, Row
from providers.models import EstablishmentStatus, Extract, Need, Section41, Sex
from providers.models.grid import EASTERNMOST, NORTHERNMOST

REGISTER_DAY = "%d-%m-%Y"
REQUIRED = ("URN", "EstablishmentName", "TypeOfEstablishment (code)", "LA (code)", "LA (name)")

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
        remedy = f"the name says {in_words(day)}, a day to come: give it the day of the extract"
    elif last and day < last:
        remedy = (
            f"this extract is of {in_words(day)}, and one of {in_words(last)} has been taken in: "
            "an older one would put old facts back. Take a newer one"
        )
    else:
        return None
    return Fault(1, "whole file", name, remedy)


def in_words(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def kind_of(row: Row) -> str:
    """The code of the establishment's type."""
    return row.text("TypeOfEstablishment (code)")


def facts(row: Row, *, longest: dict[str, int]) -> dict[str, Any]:
    """What the row says of a school, by our field names; columns that are missing are left out."""
    found: dict[str, Any] = {
        "name": row.name("EstablishmentName", longest=longest["name"]),
        "kind": row.required("TypeOfEstablishment (code)", longest=longest["kind"]),
    }
    for field, column in TEXTS.items():
        if column in row:
            found[field] = _fitting(row, column, longest[field])
    for field, column in NUMBERS.items():
        if column in row:
            found[field] = row.whole(column, largest=LARGEST[field])
    if found.get("easting") == found.get("northing") == 0:  # how the register says "not known"
        found |= {"easting": None, "northing": None}
    for field, column in DAYS.items():
        if column in row:
            found[field] = row.day(column, REGISTER_DAY)
    found |= _worded(row, longest)
    _check_order(row, found, "opened_on", "closed_on", "the school cannot close before it opened")
    _check_order(row, found, "lowest_age", "highest_age", "the highest age is below the lowest")
    return found


def needs(row: Row) -> frozenset[str]:
    """The codes of the needs the school caters for, from "ASD - Autistic Spectrum Disorder"."""
    codes = set()
    for column in NEEDS:
        text = row.text(column)
        if text.lower() in NOT_A_NEED:
            continue
        code = text.partition(" - ")[0].strip().upper()
        if code in Need.values:
            codes.add(code)
        else:
            row.fault(column, "begin with one of " + ", ".join(Need.values))
    return frozenset(codes)


def _worded(row: Row, longest: dict[str, int]) -> dict[str, str]:
    found = {}
    for field, (column, words) in WORDS.items():
        text = row.text(column).lower()
        if column in row and text in words:
            found[field] = words[text]
        elif column in row:
            row.warn(column, "we do not know this word, and keep what we have: tell us of it")
    return found | _status(row) | _head(row, longest["head_name"])


def _status(row: Row) -> dict[str, str]:
    if "EstablishmentStatus (code)" in row:
        return {"status": row.code("EstablishmentStatus (code)", EstablishmentStatus)}
    if "EstablishmentStatus (name)" not in row:
        return {}
    status = STATUSES.get(row.text("EstablishmentStatus (name)").lower(), "")
    if not status:
        labels = "; ".join(EstablishmentStatus.labels)
        row.fault("EstablishmentStatus (name)", f"give one of these: {labels}")
    return {"status": status}


def _head(row: Row, longest: int) -> dict[str, str]:
    columns = [column for column in HEAD if column in row]
    if not columns:
        return {}
    name = " ".join(filter(None, map(row.text, columns)))
    if len(name) > longest:
        row.fault(columns[-1], f"use at most {longest} characters for title and names together")
    elif name and (wrong := names.what_is_wrong_with(name)):
        row.fault(columns[-1], wrong)
    return {"head_name": name}


def _fitting(row: Row, column: str, longest: int) -> str:
    text = row.text(column)
    if len(text) > longest:
        row.fault(column, f"use at most {longest} characters")
    return text


def _check_order(row: Row, found: dict, earlier: str, later: str, remedy: str) -> None:
    first, last = found.get(earlier), found.get(later)
    if first is not None and last is not None and last < first:
        row.fault((DAYS | NUMBERS)[later], remedy)

"""The national register's download (GIAS, ``edubasealldata``) in our words.

Windows-1252, days as dd-mm-yyyy, 140 headings over the years of which any may be missing.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from nmiss.core.tables import Row
from providers.models import EstablishmentStatus, Need, Section41, Sex

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
LARGEST = {"lowest_age": 99, "highest_age": 99, "easting": 9_999_999, "northing": 9_999_999}
LARGEST |= dict.fromkeys(("capacity", "pupils"), 99_999)
DAYS = {"opened_on": "OpenDate", "closed_on": "CloseDate"}
HEAD = ("HeadTitle (name)", "HeadFirstName", "HeadLastName")
NEEDS = tuple(f"SEN{number} (name)" for number in range(1, 14))
SECTION_41 = {label.lower(): value for value, label in Section41.choices}
SEXES = {label.lower(): value for value, label in Sex.choices}
STATUSES = {label.lower(): value for value, label in EstablishmentStatus.choices}
NOT_A_NEED = {"", "not applicable"}


def as_at(name: str) -> datetime.date | None:
    """The day of an extract, which the register writes into its name: edubasealldata20240118."""
    found = re.search(r"(20[0-9]{2})([01][0-9])([0-3][0-9])", name)
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def kind_of(row: Row) -> str:
    """The code of the establishment's type."""
    return row.text("TypeOfEstablishment (code)")


def facts(row: Row, *, longest: dict[str, int]) -> dict[str, Any]:
    """What the row says of a school, by our field names; columns that are missing are left out."""
    found: dict[str, Any] = {
        "name": row.required("EstablishmentName", longest=longest["name"]),
        "kind": row.required("TypeOfEstablishment (code)", longest=longest["kind"]),
    }
    for field, column in TEXTS.items():
        if column in row:
            found[field] = _fitting(row, column, longest[field])
    for field, column in NUMBERS.items():
        if column in row:
            found[field] = row.whole(column, largest=LARGEST[field])
    for field, column in DAYS.items():
        if column in row:
            found[field] = row.day(column, REGISTER_DAY)
    found |= _worded(row)
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


def _worded(row: Row) -> dict[str, str]:
    found = {}
    if "Section41Approved (name)" in row:
        found["section_41"] = SECTION_41.get(row.text("Section41Approved (name)").lower(), "")
    if "Gender (name)" in row:
        found["sex"] = SEXES.get(row.text("Gender (name)").lower(), "")
    if "EstablishmentStatus (code)" in row:
        found["status"] = row.code("EstablishmentStatus (code)", EstablishmentStatus)
    elif "EstablishmentStatus (name)" in row:
        name = row.text("EstablishmentStatus (name)").lower()
        found["status"] = STATUSES.get(name, EstablishmentStatus.OPEN)
    if any(column in row for column in HEAD):
        found["head_name"] = " ".join(filter(None, (row.text(column) for column in HEAD)))
    return found


def _fitting(row: Row, column: str, longest: int) -> str:
    text = row.text(column)
    if len(text) > longest:
        row.fault(column, f"use at most {longest} characters")
    return text


def _check_order(row: Row, found: dict, earlier: str, later: str, remedy: str) -> None:
    first, last = found.get(earlier), found.get(later)
    if first is not None and last is not None and last < first:
        row.fault((DAYS | NUMBERS)[later], remedy)

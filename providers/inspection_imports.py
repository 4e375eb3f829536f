"""Inspections come in: a row for each, with a column for each area that any framework judges."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from nmiss.base.importing import cells
from nmiss.base.importing.declaration import Given, Heading, Import
from nmiss.base.importing.outcomes import Change, New, Outcome
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from providers.frameworks import (
    AREAS,
    FRAMEWORKS,
    InspectionFramework,
    InspectionKind,
    MetOrNot,
    wrong_day_for,
)
from providers.models import Inspection, School

LONGEST_REFERENCE, LONGEST_ADDRESS = 50, 500
Key = tuple[int, str, str, datetime.date]  # the school's URN, framework, kind, day


@dataclass(slots=True)
class _Entry:
    row: Row
    key: Key
    facts: dict[str, Any]


class InspectionIntake:
    """The rows of one file, beside the inspections that we have.

    An inspection is known by its school, framework, kind and day; what a file says otherwise
    of one that we have is a change.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table = table

    def read(self) -> None:
        self.entries: dict[Key, _Entry] = {}
        today = timezone.localdate()
        entries = [entry for row in self.table.rows() if (entry := _entry(row, today))]
        urns = {entry.key[0] for entry in entries}
        self.schools = {each.urn: each for each in School.objects.filter(urn__in=urns)}
        for entry in entries:
            if entry.key[0] not in self.schools:
                entry.row.fault("school_urn", "import this school first, or correct the number")
            first = self.entries.setdefault(entry.key, entry)
            if first is not entry:
                line = first.row.line
                entry.row.fault("inspected_on", f"line {line} has this inspection: keep one row")
        found = Inspection.objects.that_count().filter(school__urn__in=urns)
        self.known: dict[Key, Inspection] = {
            (each.school.urn, each.framework, each.kind, each.inspected_on): each
            for each in found.select_related("school")
        }

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for key, entry in self.entries.items():
            known = self.known.get(key)
            day = f"{key[3]:%-d %B %Y}"
            name = f"{key[0]}, {day}"
            words = f"{self.schools[key[0]].name}: {InspectionFramework(key[1]).label}, {day}"
            changes = [
                Change(
                    name,
                    fact,
                    getattr(known, fact),
                    value,
                    name=f"{known.school.name}, {day}",
                    said=(_in_words(known, getattr(known, fact)), _in_words(known, value)),
                )
                for fact, value in entry.facts.items()
                if known and getattr(known, fact) != value
            ]
            new = New(entry.row.line, name, words)
            outcome.count(new, known=known is not None, changes=changes)

    def write(self) -> None:
        new, changed = [], []
        for key, entry in self.entries.items():
            known = self.known.get(key)
            if known is None:
                urn, framework, kind, day = key
                identity = {"framework": framework, "kind": kind, "inspected_on": day}
                school = self.schools[urn]
                new.append(Inspection(school=school, imported=True, **identity, **entry.facts))
            elif any(getattr(known, fact) != value for fact, value in entry.facts.items()):
                for fact, value in entry.facts.items():
                    setattr(known, fact, value)
                changed.append(known)
        Inspection.objects.bulk_create(new)
        Inspection.objects.bulk_update(changed, Inspection.FACTS)


def _in_words(known: Inspection, value: Any) -> str:
    """A fact as people say it: grades in the words of their framework."""
    if isinstance(value, dict):
        judged = FRAMEWORKS[known.framework]
        return "; ".join(
            f"{judged.areas[area]}: {judged.grades[grade]}" for area, grade in value.items()
        )
    if isinstance(value, datetime.date):
        return f"{value:%-d %B %Y}"
    return dict(MetOrNot.choices).get(value, value or "")


def _entry(row: Row, today: datetime.date) -> _Entry | None:
    before = row.faults_so_far
    urn = row.whole("school_urn")
    if urn is None:
        row.fault("school_urn", "enter the school’s unique reference number")
    framework = row.code("framework", InspectionFramework)
    kind = row.code("kind", InspectionKind, optional=True) or InspectionKind.ROUTINE
    day, published_on = _days(row, framework, today)
    facts = {
        "published_on": published_on,
        "reference": _text(row, "reference", longest=LONGEST_REFERENCE),
        "address": row.read("address", _address) or "",
        "standards": row.read("standards", _met) or "",
        "safeguarding": row.read("safeguarding", _met) or "",
        "grades": _grades(row, framework),
    }
    if not row.text("reference") and not row.text("address"):
        row.fault("reference", "enter the report’s reference, or its address under address")
    if row.faults_so_far > before:
        return None
    if not any(facts[name] for name in ("standards", "safeguarding", "grades")):
        row.fault("standards", "enter met or not_met, or the grade of an area")
        return None
    return _Entry(row, (urn, framework, kind, day), facts)


def _days(
    row: Row, framework: str, today: datetime.date
) -> tuple[datetime.date | None, datetime.date | None]:
    """The day of the inspection and the day of its report, each within what can be."""
    day, published_on = row.required_day("inspected_on"), row.day("published_on")
    for name, given in (("inspected_on", day), ("published_on", published_on)):
        if given and given > today:
            row.fault(name, "enter a date that is not in the future")
    if day and framework and (why_not := wrong_day_for(framework, day)):
        row.fault("inspected_on", f"{why_not}: correct the day or the framework")
    if day and published_on and published_on < day:
        row.fault("published_on", f"the inspection was on {day}: correct one of the days")
    return day, published_on


def _text(row: Row, column: str, *, longest: int) -> str:
    return (row.name(column, longest=longest) or "") if row.text(column) else ""


def _address(text: str) -> str:
    wrong = wrong_address(text)
    if wrong:
        raise cells.Unreadable(wrong)
    return text


def wrong_address(text: str) -> str:
    """Why a text is no address of a report; nothing where it is one."""
    plain = text.casefold()
    if not plain.startswith(("https://", "http://")) or any(map(str.isspace, text)):
        return "enter the whole address of the report, such as https://reports.example/900001"
    if len(text) > LONGEST_ADDRESS:
        return f"use at most {LONGEST_ADDRESS} characters"
    return ""


_YES_OR_NO = {"yes": MetOrNot.MET, "no": MetOrNot.NOT_MET}


def _met(text: str) -> str:
    plain = "_".join(text.casefold().replace("_", " ").split())
    code = _YES_OR_NO.get(plain, plain)
    if code not in MetOrNot.values:
        raise cells.Unreadable("enter met or not_met, or leave this empty")
    return str(code)


def _grades(row: Row, framework: str) -> dict[str, str]:
    """By area, in the codes of the framework; an area of another framework is a fault."""
    found: dict[str, str] = {}
    if not framework:
        return found
    known = FRAMEWORKS[framework]
    for area in AREAS:
        text = row.text(area)
        if not text:
            continue
        if area not in known.areas:
            label = InspectionFramework(framework).label
            row.fault(area, f"{label} has no such area: leave this empty")
        elif grade := known.grade(text):
            found[area] = grade
        else:
            row.fault(area, "enter one of " + ", ".join(known.grades))
    return found


INSPECTIONS = Import(
    name="inspections",
    title="Inspections",
    verb="import_inspections",
    headings=(
        Heading("school_urn"),
        Heading("framework", holds=InspectionFramework.values),
        Heading("kind", holds=InspectionKind.values, may_be_empty=True, may_be_missing=True),
        Heading("inspected_on"),
        Heading("published_on", may_be_empty=True, may_be_missing=True),
        Heading("reference", may_be_empty=True, may_be_missing=True),
        Heading("address", may_be_empty=True, may_be_missing=True),
        Heading("standards", holds=MetOrNot.values, may_be_empty=True),
        Heading("safeguarding", holds=MetOrNot.values, may_be_empty=True),
        *(Heading(area, may_be_empty=True, may_be_missing=True) for area in AREAS),
    ),
    intake=InspectionIntake,
    about=(
        "One row for each inspection. The schools must be here already.",
        "Enter the date on which the inspection ended, and the report’s reference or web address.",
        (
            "Standards and safeguarding are met or not_met, as the report says; leave them empty "
            "where it says neither."
        ),
        (
            "Enter the grade of each area in the words of the framework, such as Strong standard. "
            "Grades from before November 2025 may also be 1 to 4. We compare no grade of one "
            "framework with a grade of another."
        ),
    ),
)
import_inspections = INSPECTIONS.take_in

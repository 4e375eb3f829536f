"""Indicators come in: whole versions of the framework, each in force from a day."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone

from kpis import computed, formulae, outcomes
from kpis.intake import cells
from kpis.models import AnsweredBy, Indicator, IndicatorSet
from kpis.periods import Frequency
from kpis.rating import Polarity
from nmiss.base.importing.declaration import Given
from nmiss.base.importing.outcomes import New, Outcome, in_words
from nmiss.base.importing.questions import ReferenceQuestion
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Table
from providers.models import EstablishmentType

LEAST = 5  # children, where a file does not say
LIMITS = ("hard_min", "hard_max", "soft_min", "soft_max")


class YesOrNo(TextChoices):
    """Whether an indicator is rated."""

    YES = "yes"
    NO = "no"


@dataclass
class _Version:
    """A version as the file has it, from the row in which it begins."""

    row: Row
    name: str
    valid_from: datetime.date
    indicators: dict[str, tuple[Row, dict[str, Any]]]


class IndicatorIntake:
    """The rows of one file, beside the versions that we have.

    One that is published is never edited: a file may have it as it is, and nothing else. What the
    operator brings is in force as it was; what a person brings is their draft.
    """

    def __init__(self, table: Table, given: Given) -> None:
        self.table, self.given = table, given

    def read(self) -> None:
        self.versions: dict[str, _Version] = {}
        for row in self.table.rows():
            self._read(row)
        self.known = {
            version.version: version
            for version in IndicatorSet.objects.prefetch_related("indicators")
        }
        spelt = {name.casefold(): name for name in self.known}
        for version in self.versions.values():
            name = spelt.setdefault(version.name.casefold(), version.name)
            if name != version.name:
                version.row.fault("version", f"this is version {name}: write the name the same")
            elif name in self.known:
                self._compare(version, self.known[name])
        self._check_days()

    def _read(self, row: Row) -> None:
        name, valid_from = row.required("version", longest=30), row.required_day("valid_from")
        facts = _facts(row)
        if not name or not valid_from or not facts["code"]:
            return
        version = self.versions.setdefault(name, _Version(row, name, valid_from, {}))
        if version.valid_from != valid_from:
            row.fault(
                "valid_from",
                f"line {version.row.line} has this version from {version.valid_from}: enter one "
                "day",
            )
        code = facts["code"]
        if code in version.indicators:
            line = version.indicators[code][0].line
            row.fault("code", f"line {line} has this code in version {name}: keep one row")
            return
        version.indicators[code] = row, facts | {"position": len(version.indicators) + 1}

    def _compare(self, version: _Version, known: IndicatorSet) -> None:
        """Note what the file has otherwise than a version that is here."""
        new = "put the changes in a version of their own"
        if not known.is_published:
            version.row.fault("version", "there is a draft of this version: publish or discard it")
            return
        if known.valid_from != version.valid_from:
            version.row.fault("valid_from", f"published with {known.valid_from}: {new}")
        ours = {each.code: each for each in known.indicators.all()}
        for code, (row, facts) in version.indicators.items():
            if code not in ours:
                row.fault("code", f"version {version.name} was published without it: {new}")
                continue
            for column, value in facts.items():
                if getattr(ours[code], column) != value:
                    row.fault(_COLUMNS.get(column, column), f"published otherwise: {new}")
        for code in ours.keys() - version.indicators.keys():
            version.row.fault("version", f"version {version.name} was published with {code}: {new}")

    def _check_days(self) -> None:
        published = [each.valid_from for each in self.known.values() if each.is_published]
        seen: dict[datetime.date, _Version] = {}
        today = timezone.localdate()
        for version in self.new:
            # As on the page: only the first version that a hub has begins before it is drafted.
            if self.given.by and published and version.valid_from <= today:
                version.row.fault("valid_from", "enter a date in the future")
                continue
            other = seen.setdefault(version.valid_from, version)
            if other is not version:
                remedy = f"version {other.name} begins on this day: enter another day"
                version.row.fault("valid_from", remedy)
            if published and min(published) <= version.valid_from <= max(published):
                version.row.fault(
                    "valid_from",
                    f"a version follows the last one, which begins on {max(published)}: enter a "
                    "later day",
                )

    @property
    def new(self) -> list[_Version]:
        return [each for each in self.versions.values() if each.name not in self.known]

    def questions(self) -> list[ReferenceQuestion]:
        return []

    def count(self, outcome: Outcome) -> None:
        for version in self.versions.values():
            known = version.name in self.known
            for code, (row, facts) in version.indicators.items():
                reference = f"{version.name} {code}"
                words = f"{facts['name']}, from {in_words(version.valid_from)}"
                outcome.count(New(row.line, reference, words), known=known, changes=[])

    def write(self) -> None:
        for version in self._in_turn():
            found = IndicatorSet.objects.create(
                version=version.name,
                valid_from=version.valid_from,
                imported=True,
                drafted_by=self.given.by,
            )
            found.give_usual_bands()
            Indicator.objects.bulk_create(
                Indicator(indicator_set=found, **facts) for _, facts in version.indicators.values()
            )
            if self.given.by is None:
                found.bring_into_force()

    def _in_turn(self) -> list[_Version]:
        """Those after the last that is here in their order; those before the first backwards."""
        ours = [each.valid_from for each in self.known.values() if each.is_published]
        first = min(ours, default=datetime.date.min)
        earlier = [each for each in self.new if each.valid_from < first]
        later = [each for each in self.new if each.valid_from >= first]

        def by_day(version: _Version) -> datetime.date:
            return version.valid_from

        return [*sorted(earlier, key=by_day, reverse=True), *sorted(later, key=by_day)]


# What a field is called in the file, where that is another name.
_COLUMNS = {"is_rated": "rated", "position": "code"}


def _facts(row: Row) -> dict[str, Any]:
    """An indicator's fields, as its row has them; what is wrong is noted."""
    polarity = row.code("polarity", Polarity)
    facts: dict[str, Any] = {
        "code": row.required("code", longest=20),
        "name": row.required("name", longest=200),
        "definition": row.text("definition"),
        "evidence": row.text("evidence"),
        "formula": _formula(row),
        "unit": row.text("unit"),
        "polarity": polarity,
        "frequency": row.code("frequency", Frequency),
        "answered_by": row.code("answered_by", AnsweredBy),
        "cohort": row.read("cohort", cells.input_name) or "",
        "is_rated": row.code("rated", YesOrNo) == YesOrNo.YES,
        "by_child": row.code("by_child", YesOrNo, optional=True) == YesOrNo.YES,
    }
    if facts["by_child"] and (wrong := wrong_by_child(facts["answered_by"], facts["formula"])):
        row.fault("by_child", wrong)
    facts["filed_for"] = _filed_for(row)
    if facts["filed_for"]:
        wrong = wrong_filed_for(facts["answered_by"], facts["formula"], facts["by_child"])
        if wrong:
            row.fault("filed_for", wrong)
    if len(facts["unit"]) > 50:
        row.fault("unit", "use at most 50 characters")
    minimum = row.whole("minimum", largest=1_000_000)
    facts["minimum"] = LEAST if minimum is None else minimum
    facts |= _weight_and_target(row, facts["is_rated"], polarity)
    facts |= {name: row.read(name, cells.number) for name in LIMITS}
    facts["least_change"] = row.read("least_change", cells.distance)
    for kind in ("hard", "soft"):
        low, high = facts[f"{kind}_min"], facts[f"{kind}_max"]
        if low is not None and high is not None and high < low:
            row.fault(f"{kind}_max", f"this is below {kind}_min: correct one of them")
    return facts


def _filed_for(row: Row) -> list[str]:
    """The types of school, as the register numbers them, with spaces between."""
    found = row.text("filed_for").replace(",", " ").replace(";", " ").split()
    if unknown := [each for each in found if each not in EstablishmentType.values]:
        known = ", ".join(f"{value} ({label})" for value, label in EstablishmentType.choices)
        row.fault("filed_for", f"we do not know the type {unknown[0]}: enter types of {known}")
        return []
    return sorted(set(found), key=EstablishmentType.values.index)


def wrong_filed_for(answered_by: str, formula: str, by_child: object) -> str:
    """Why no file can tell of an indicator; nothing where it can."""
    if answered_by != AnsweredBy.SCHOOL or not formula or by_child:
        return "only figures that schools are asked for can come from a file: leave this empty"
    return ""


def wrong_by_child(answered_by: str, formula: str) -> str:
    """Why an indicator cannot be answered child by child; nothing where it can."""
    if answered_by != AnsweredBy.SCHOOL:
        return "only a school answers child by child: write no, or school under answered_by"
    if not formula or not outcomes.NAMES.intersection(formulae.read(formula).inputs):
        return outcomes.HOW
    return ""


def _formula(row: Row) -> str:
    text = row.text("formula")
    if not text:
        code = row.text("code")
        if code and code not in computed.known():
            own = ", ".join(computed.known())
            row.fault("formula", f"enter a formula: without one we work out {own} only")
        return ""
    try:
        formula = formulae.read(text)
    except formulae.BadFormula as wrong:
        row.fault("formula", str(wrong))
        return ""
    if long := [name for name in formula.inputs if len(name) > 50]:
        row.fault("formula", f"use at most 50 characters for an input: {long[0]}")
    return text


def _weight_and_target(row: Row, is_rated: bool, polarity: str) -> dict[str, Decimal | None]:
    facts = {
        "weight": row.read("weight", cells.distance),
        "target": row.read("target", cells.number),
        "floor": row.read("floor", cells.number),
        "tolerance": row.read("tolerance", cells.distance),
        "outer_tolerance": row.read("outer_tolerance", cells.distance),
    }
    weight = facts["weight"]
    if weight is not None and (weight >= 10_000 or weight != round(weight, 4)):
        row.fault("weight", "enter a weight below 10,000 with at most 4 decimals")
    if is_rated:
        for name in ("weight", "target"):
            if facts[name] is None:
                row.fault(name, f"enter a {name}: this indicator is rated")
    facts["weight"] = weight or Decimal(0)
    if polarity == Polarity.NEAR:
        _check_tolerances(row, facts)
    elif polarity:
        _check_floor(row, facts, polarity)
    return facts


def _check_tolerances(row: Row, facts: dict[str, Decimal | None]) -> None:
    if facts["floor"] is not None:
        row.fault("floor", "leave this empty near a target: enter tolerance and outer_tolerance")
    inner, outer = facts["tolerance"], facts["outer_tolerance"]
    if outer is not None and outer < (inner or 0):
        row.fault("outer_tolerance", "this is within the tolerance: enter a larger distance")


def _check_floor(row: Row, facts: dict[str, Decimal | None], polarity: str) -> None:
    for name in ("tolerance", "outer_tolerance"):
        if facts[name] is not None:
            row.fault(name, "leave this empty: only near a target there are tolerances")
    target, floor = facts["target"], facts["floor"]
    if target is None or floor is None:
        return
    if (floor > target) if polarity == Polarity.HIGH else (floor < target):
        row.fault("floor", f"the floor is better than the target, {target}: correct one of them")


def inputs_known() -> set[str]:
    """Each input that an indicator of any version names."""
    known: dict[str, set[str]] = defaultdict(set)
    rows = Indicator.objects.exclude(formula="", cohort="").values_list("formula", "cohort")
    for formula, cohort in rows.distinct():
        known["formula"] |= set(formulae.read(formula).inputs) if formula else set()
        known["cohort"] |= {cohort} - {""}
    return known["formula"] | known["cohort"]

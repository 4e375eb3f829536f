"""What a workbook of returns looks like: its columns, and one line for each thing that is asked.

The last column names the return, its version and the input, so a row is known wherever it stands;
a template of an earlier version of a return is known by it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpis.filling import Filling, Part, label_of, plain
from kpis.models import Figure, Indicator
from kpis.outcomes import Area, OutcomeProgress

URN, SCHOOL, PERIOD, INDICATOR = "School URN", "School", "Period", "Indicator"
QUESTION, DEFINITION, LAST, OURS = "Question", "Definition", "Last period", "Our records"
EXPECTED, VALUE, NA, WORDS = "Expected", "Value", "Not applicable", "Reason or comment"
TO_CORRECT, ROW = "To correct", "Row"
COLUMNS = (
    *(URN, SCHOOL, PERIOD, INDICATOR, QUESTION, DEFINITION, LAST, OURS),
    *(EXPECTED, VALUE, NA, WORDS, TO_CORRECT, ROW),
)
TYPED = (VALUE, NA, WORDS)
NEEDED = (URN, VALUE, NA, WORDS, ROW)
COMMENT = "comment"
PROGRESS = f"{', '.join(OutcomeProgress.labels[:-1])} or {OutcomeProgress.labels[-1]}"
CODE = re.compile(r"R([0-9]{1,18})\.([0-9]{1,6})\.(.{1,60})")


@dataclass(frozen=True)
class TemplateLine:
    """One row: an input of a section, or the comment on its indicator, which has no ``name``.

    In the section of a child it is an ``area``, whose value is a word.
    """

    filling: Filling
    part: Part
    name: str = ""
    area: Area | None = None

    @property
    def code(self) -> str:
        said = self.name or f"{COMMENT}:{self.part.key}"
        if self.area:
            said = f"{self.part.key}:{self.area}"
        return f"R{self.filling.kpi_return.pk}.{self.filling.version.number}.{said}"

    @property
    def question(self) -> str:
        if self.area:
            return self.area.label
        return label_of(self.name) if self.name else "Comment"

    @property
    def progress(self) -> OutcomeProgress | None:
        """How far the child has come in the area, by the return as it is."""
        said = self.part.child.now.get(self.area) if self.area else None
        return OutcomeProgress(said) if said else None

    @property
    def figure(self) -> Figure | None:
        return self.filling.known.figures.get(self.name)

    @property
    def last(self) -> Decimal | str | None:
        if self.area:
            said = self.part.child.last.get(self.area)
            return OutcomeProgress(said).label if said else None
        return self.filling.known.last.get(self.name)

    @property
    def value(self) -> Decimal | str | None:
        """What stands in the return."""
        if self.area:
            return self.progress.label if self.progress else None
        return self.figure.value if self.figure else None

    @property
    def words(self) -> str:
        """The reason or the comment that is there already."""
        if self.name or self.area:
            return self.figure.reason if self.figure else ""
        section = self.filling.known.saved.get(self.part.key)
        return section.comment if section else ""

    @property
    def definition(self) -> str:
        indicator = self.part.indicator
        if self.area:
            return "How far the child has come by the end of the period"
        if indicator is None:
            return (self.figure.source if self.figure else "") or "From our records"
        if not self.name:
            return "We need a comment if the indicator is red, unusual or has changed a lot"
        return indicator.definition or f"Part of {indicator.formula}"

    @property
    def expected(self) -> str:
        """The limits of the figure itself and, where it is about one, of the indicator."""
        indicator = self.part.indicator
        if self.area:
            return f"{PROGRESS}. Leave it empty if the plan has no outcome here"
        if not self.name:
            return ""
        said = ["A number from 0 up"]
        if indicator is not None and (limits := _limits_of(indicator)):
            said.append(f"{indicator.code} {limits}")
        return ". ".join(said)


def lines_of(filling: Filling) -> Iterator[TemplateLine]:
    """The rows of a return, section by section; none before it has a version to fill in."""
    for part in filling.parts if filling.version else ():
        for name in part.inputs:
            yield TemplateLine(filling, part, name)
        for area in Area if part.child else ():
            yield TemplateLine(filling, part, area=area)
        if part.indicator is not None:
            yield TemplateLine(filling, part)


def _limits_of(indicator: Indicator) -> str:
    """What an indicator aims at, and between which values we expect it."""
    said = [f"target {plain(indicator.target)}"] if indicator.target is not None else []
    low = [each for each in (indicator.hard_min, indicator.soft_min) if each is not None]
    high = [each for each in (indicator.hard_max, indicator.soft_max) if each is not None]
    if low:
        said.append(f"at least {plain(max(low))}")
    if high:
        said.append(f"at most {plain(min(high))}")
    return f"{', '.join(said)} ({indicator.unit})" if said else ""

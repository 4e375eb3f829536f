"""What the rows of a workbook say, as somebody typed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kpis.offline import layout
from nmiss.base.files.cells import safe
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Rejected, Table

YES = frozenset({"yes", "y", "x", "true", "1"})
NO = frozenset({"", "no", "n", "false", "0"})
NOT_APPLICABLE = frozenset({"na", "n/a", "not applicable"})
MOST = 9_000  # rows: above what the schools of one group are asked, child by child


@dataclass(frozen=True)
class WorkbookEntry:
    """A row: what it is about, and what was typed into it. ``school`` … as the file has them."""

    line: int
    code: str
    urn: str = ""
    school: str = ""
    period: str = ""
    question: str = ""
    value: str = ""
    na: str = ""
    words: str = ""
    formula: str = ""  # the heading of a cell with a formula that is none of the typed ones

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed as a figure."""
        return not self.value and not self.is_na

    @property
    def has_number(self) -> bool:
        """Whether something was typed that should be a number."""
        return bool(self.value) and self.value.casefold() not in NOT_APPLICABLE

    @property
    def is_na(self) -> bool:
        """Whether it is said to be not applicable, in the cell for that or in that of the value."""
        is_said = self.na.casefold() in YES | NOT_APPLICABLE
        return is_said or self.value.casefold() in NOT_APPLICABLE

    @property
    def says_na_clearly(self) -> bool:
        return self.na.casefold() in YES | NO | NOT_APPLICABLE


def read(path: Path) -> list[WorkbookEntry]:
    """The rows of a file, XLSX or CSV. Raises Rejected where the file as a whole cannot be read."""
    needed = layout.NEEDED
    table = Table(
        path,
        required=needed,
        columns=layout.COLUMNS,
        may_be_empty=[name for name in layout.COLUMNS if name != layout.ROW],
        is_as_typed=True,
    )
    entries = []
    for row in table.rows():
        if any("\0" in row.text(name) for name in layout.COLUMNS):
            row.fault(layout.ROW, "take out the character NUL")
        entries.append(_entry(row))
        if len(entries) > MOST:
            row.fault(layout.ROW, f"this file has more than {MOST:,} rows: send fewer schools")
            break
    if table.faults:
        raise Rejected(table.faults)
    return entries


def _entry(row: Row) -> WorkbookEntry:
    others = (name for name in layout.COLUMNS if name not in layout.TYPED)
    return WorkbookEntry(
        line=row.line,
        code=row.text(layout.ROW)[:100],
        urn=row.text(layout.URN)[:20],
        school=row.text(layout.SCHOOL)[:200],
        period=row.text(layout.PERIOD)[:100],
        question=row.text(layout.QUESTION)[:200],
        value=row.text(layout.VALUE)[:200],
        na=row.text(layout.NA)[:50],
        words=_as_typed(row.text(layout.WORDS)),
        formula=next((name for name in others if row.text(name).startswith("=")), ""),
    )


def _as_typed(text: str) -> str:
    """Without the mark that we put before what a spreadsheet might take for a formula."""
    return text[1:] if text.startswith("'") and safe(text[1:]) == text else text


def as_data(entries: Iterable[WorkbookEntry]) -> list[dict[str, Any]]:
    return [asdict(each) for each in entries]


def from_data(data: Iterable[dict[str, Any]]) -> list[WorkbookEntry]:
    return [WorkbookEntry(**each) for each in data]

"""What the rows of a workbook say, as somebody typed it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from nmiss.base.files.cells import safe
from nmiss.base.importing.rows import Row
from nmiss.base.importing.tables import Rejected, Table
from placements.fees.offline import layout

MOST = 5_000  # rows: far above the prices of one provider
LONGEST = 6_000  # characters of a cell: more than any box takes


@dataclass(frozen=True)
class FeeWorkbookEntry:
    """A row: what it is about, and what was typed into it, by column."""

    line: int
    code: str
    placement: str = ""
    question: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    formula: str = ""  # the heading of a cell with a formula that is none of the typed ones


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file, XLSX or CSV. Raises Rejected where it cannot be read as a whole."""
    table = Table(
        path,
        required=layout.NEEDED,
        columns=layout.COLUMNS,
        may_be_empty=[name for name in layout.COLUMNS if name != layout.ROW],
        is_as_typed=True,
    )
    entries = []
    for row in table.rows():
        entries.append(_entry(row))
        if len(entries) > MOST:
            row.fault(layout.ROW, f"this file has more than {MOST:,} rows: use the template")
            break
    if table.faults:
        raise Rejected(table.faults)
    return as_data(entries)


def as_data(entries: Iterable[FeeWorkbookEntry]) -> list[dict[str, Any]]:
    return [asdict(each) for each in entries]


def from_data(data: list[dict[str, Any]]) -> list[FeeWorkbookEntry]:
    return [FeeWorkbookEntry(**each) for each in data]


def _entry(row: Row) -> FeeWorkbookEntry:
    others = (name for name in layout.COLUMNS if name not in layout.TYPED)
    return FeeWorkbookEntry(
        line=row.line,
        code=row.text(layout.ROW)[:100],
        placement=row.text(layout.PLACEMENT)[:100],
        question=row.text(layout.QUESTION)[:200],
        typed={name: _as_typed(row.text(name))[:LONGEST] for name in layout.TYPED},
        formula=next((name for name in others if row.text(name).startswith("=")), ""),
    )


def _as_typed(text: str) -> str:
    """Without the mark that we put before what a spreadsheet might take for a formula."""
    return text[1:] if text.startswith("'") and safe(text[1:]) == text else text

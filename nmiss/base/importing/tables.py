"""Tables that somebody sends us: read with suspicion, every fault reported at once.

Our own tables are strict: whoever sends one can correct it. The national register is not ours to
correct: a cell of it that cannot be used is a warning, and the rest comes in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from nmiss.base.importing import headings, workbooks
from nmiss.base.importing.csv_files import CsvFile, Record
from nmiss.base.importing.headings import Rejected
from nmiss.base.importing.rows import Fault, Row

__all__ = ["Rejected", "Table"]

PROGRESS_EVERY = 10_000
MOST_BROKEN = 1000  # rows of a register; with more, it is another kind of file


class Table:
    """The rows of a file, and the faults met in reading them.

    ``columns`` are all that are read, in any order; those ``required`` must be there. A row of
    our own tables may end early where all the cells left out ``may_be_empty``.
    In a register (``is_register``) each row keeps what is wrong with it to itself, until
    somebody who takes the row says ``warn_of``; one that cannot be read comes, too, as broken.
    Of a workbook that people fill in (``is_as_typed``) no formula counts, and nothing is hidden.
    """

    def __init__(
        self,
        path: Path,
        *,
        required: Collection[str],
        columns: Collection[str] = (),
        may_be_empty: Collection[str] = (),
        is_register: bool = False,
        is_as_typed: bool = False,
        tell: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.path = Path(path)
        self.required = required
        self.columns = columns or required
        self.may_be_empty = may_be_empty
        self.is_register, self.is_as_typed = is_register, is_as_typed
        self.tell = tell
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def rows(self) -> Iterator[Row]:
        """Every record in order; what cannot be read is a fault and is left out.

        Raises Rejected where the file as a whole cannot be read.
        """
        kinds = {"is_register": self.is_register, "is_as_typed": self.is_as_typed}
        with workbooks.or_csv(self.path, **kinds) as source:
            heading = headings.find(
                source.beginnings(), columns=self.columns, required=self.required
            )
            found = broken = 0
            for record in source.records(heading, shortest=self._shortest(heading)):
                self._note_nuls(record)
                if not record.cells:
                    continue
                found += 1
                broken += record.is_broken
                if broken > MOST_BROKEN:
                    raise Rejected([Fault(1, "whole file", "", _NO_REGISTER)])
                if row := self._row(record, heading, source):
                    yield row
                if found % PROGRESS_EVERY == 0:
                    self.tell(f"{found:,} rows read")
            if not found:
                self.faults.append(Fault(heading.line, "whole file", "", _NO_ROW))

    def warn_of(self, row: Row) -> None:
        """Keep what is wrong or odd in a row of a register."""
        self.warnings += row.warnings

    def _shortest(self, heading: headings.Headings) -> int:
        """The fewest cells of a row: a spreadsheet leaves out empty ones at its end."""
        if self.is_register:
            return len(heading.cells)
        needed = [heading.places[name] for name in self.columns if name not in self.may_be_empty]
        return max(needed, default=len(heading.cells) - 1) + 1

    def _row(self, record: Record, heading: headings.Headings, source: CsvFile) -> Row | None:
        if self.is_register:
            faults: list[Fault] = []
            warnings: list[Fault] = []
        elif record.wrong or self._repeats(record, heading):
            self.faults.append(record.wrong or Fault(record.line, "whole row", "", _REPEATED))
            return None
        else:
            faults, warnings = self.faults, self.warnings
        row = Row(
            record.line,
            heading.places,
            record.cells,
            faults=faults,
            warnings=warnings,
            is_broken=record.is_broken,
            serial_from=source.serial_from,
        )
        if self.is_register and record.nuls:
            row.warn("whole row", "the character NUL stood here, and was taken out")
        if record.wrong:
            row.warn_of_itself(record.wrong)
        return row

    def _note_nuls(self, record: Record) -> None:
        if not self.is_register:
            remedy = "take out the character NUL"
            self.faults += [Fault(number, "whole row", "", remedy) for number in record.nuls]

    @staticmethod
    def _repeats(record: Record, heading: headings.Headings) -> bool:
        return [cell.strip() for cell in record.cells] == list(heading.cells)


_NO_ROW = "there is no row under the heading: add at least one"
_REPEATED = "this row repeats the headings: take it out"
_NO_REGISTER = f"more than {MOST_BROKEN:,} rows cannot be read: upload the register as it is"

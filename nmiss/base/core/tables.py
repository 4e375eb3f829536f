"""Tables that somebody sends us as CSV: read with suspicion, every fault reported at once.

Our own tables are strict: whoever sends one can correct it. The national register is not ours to
correct: a cell of it that cannot be used is a warning, and the rest comes in.
"""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from nmiss.base.core.cells import Fault, Row
from nmiss.base.core.lines import END, Lines

PROGRESS_EVERY = 10_000
LONGEST_SHOWN = 10_000  # signs of a broken row that are looked at
MOST_BROKEN = 1000  # rows of a register; with more, it is another kind of file


class Rejected(Exception):
    """The file cannot be taken as it is, and nothing of it was."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__(f"{len(self.faults)} faults")


class Table:
    """The rows of a CSV file, and the faults met in reading them.

    In a register (``is_register``) each row keeps what is wrong with it to itself, until
    somebody who takes the row says ``warn_of``; one that cannot be read comes, too, as broken.
    """

    def __init__(
        self,
        path: Path,
        *,
        required: Collection[str],
        is_register: bool = False,
        tell: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.path = Path(path)
        self.required = required
        self.is_register = is_register
        self.tell = tell
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self._broken_rows = 0

    def rows(self) -> Iterator[Row]:
        """Every record in order; what cannot be read is a fault and is left out.

        Raises Rejected where the file as a whole cannot be read.
        """
        encoding, errors = self._encoding()
        with self.path.open(encoding=encoding, errors=errors, newline="") as file:
            lines = Lines(file)
            reader = csv.reader(lines)
            heading = self._heading(reader)
            self._note_nuls(lines)
            yield from self._records(reader, lines, heading)

    def warn_of(self, row: Row) -> None:
        """Keep what is wrong or odd in a row of a register."""
        self.warnings += row.warnings

    def _records(self, reader: Any, lines: Lines, heading: list[str]) -> Iterator[Row]:
        found = 0
        while True:
            lines.begin()
            cells, wrong = self._record(reader, lines, heading)
            if cells == [END]:
                break
            self._note_nuls(lines)
            found += any(cells)
            if wrong and self.is_register:
                yield self._broken(lines, heading, wrong)
            elif wrong:
                self.faults.append(wrong)
            elif cells:
                yield self._row(lines, dict(zip(heading, cells, strict=True)))
            if found % PROGRESS_EVERY == 0 and any(cells):
                self.tell(f"{found:,} rows read")
        if not found:
            self.faults.append(Fault(1, "whole file", "", _NO_ROW))

    def _record(
        self, reader: Any, lines: Lines, heading: list[str]
    ) -> tuple[list[str], Fault | None]:
        """The next record, and what is wrong with it as a whole, if anything is."""
        try:
            cells = next(reader, [END])
        except csv.Error:
            return ["?"], Fault(lines.first_number, "whole row", "", _TOO_LONG)
        if cells == [END] or not cells:
            return cells, None
        if cells[-1].endswith(END):
            return cells, Fault(lines.first_number, "whole row", "", _UNCLOSED)
        if self.is_register and len(lines.of_record) == 1:
            while len(cells) > len(heading) and not cells[-1].strip():
                cells.pop()
        if len(cells) == len(heading):
            return cells, None
        if not any(cells):
            return [], None
        return cells, _wrong_width(lines.first_number, cells, heading)

    def _row(self, lines: Lines, cells: dict[str, str], *, is_broken: bool = False) -> Row:
        if not self.is_register:
            return Row(lines.first_number, cells, self.faults, self.warnings)
        row = Row(lines.first_number, cells, [], [], is_broken=is_broken)
        if lines.with_nul:
            row.warn("whole row", "the character NUL stood here, and was taken out")
        return row

    def _broken(self, lines: Lines, heading: list[str], wrong: Fault) -> Row:
        """What stands under the headings of the first line; the lines after it come again."""
        cells = next(csv.reader([lines.go_back()[:LONGEST_SHOWN]]), [])
        self._broken_rows += 1
        if self._broken_rows > MOST_BROKEN:
            raise Rejected([Fault(1, "whole file", "", _NO_REGISTER)])
        row = self._row(lines, dict(zip(heading, cells, strict=False)), is_broken=True)
        row.warn_of_itself(wrong)
        return row

    def _note_nuls(self, lines: Lines) -> None:
        if not self.is_register:
            remedy = "take out the character NUL"
            self.faults += [Fault(number, "whole row", "", remedy) for number in lines.with_nul]

    def _heading(self, reader: Any) -> list[str]:
        try:
            heading = [cell.strip() for cell in next(reader)]
        except csv.Error:
            heading = []
        if heading == [END]:
            remedy = "there is nothing in this file: give a heading row, and rows under it"
            raise Rejected([Fault(1, "whole file", "", remedy)])
        if len(heading) == 1 and ";" in heading[0]:
            remedy = "columns are divided by semicolons: save the table with commas"
            raise Rejected([Fault(1, "whole file", "", remedy)])
        missing = [column for column in self.required if column not in heading]
        twice = sorted(column for column, times in Counter(heading).items() if column and times > 1)
        faults = [
            Fault(1, column, "", "this column is missing: add it to the heading row")
            for column in missing
        ] + [Fault(1, column, column, "this column stands twice: keep one") for column in twice]
        if faults:
            raise Rejected(faults)
        return heading

    def _encoding(self) -> tuple[str, str]:
        """UTF-8 where the whole file is, else Windows-1252, as Excel's plain CSV and the
        national register have it, and what to do about a byte that is no letter there.

        Raises Rejected where it is neither; a register only where it is in UTF-16.
        """
        with self.path.open("rb") as file:
            beginning = file.read(3)
        if beginning[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            remedy = "this file is in UTF-16: save the table as CSV UTF-8"
            raise Rejected([Fault(1, "whole file", "", remedy)])
        if not self._first_line_not_in("utf-8"):
            return "utf-8-sig", "strict"
        if self.is_register:
            return ("utf-8-sig" if beginning == codecs.BOM_UTF8 else "cp1252"), "replace"
        if wrong := self._first_line_not_in("cp1252"):
            remedy = "this line is not text that we can read: save the table as CSV UTF-8"
            raise Rejected([Fault(wrong, "whole row", "", remedy)])
        return "cp1252", "strict"

    def _first_line_not_in(self, encoding: str) -> int | None:
        with self.path.open("rb") as file:
            for number, text in enumerate(file, start=1):
                try:
                    text.decode(encoding)
                except UnicodeDecodeError:
                    return number
        return None


_NO_ROW = "there is no row under the heading: give at least one"
_NO_REGISTER = f"more than {MOST_BROKEN:,} rows cannot be read: give the register as it is"
_UNCLOSED = "a quotation mark opens on this line and never closes: close it"
_TOO_LONG = (
    f"a cell has more than {csv.field_size_limit():,} characters: shorten it, or close its quotes"
)


def _wrong_width(line: int, cells: list[str], heading: list[str]) -> Fault:
    remedy = f"the heading has {len(heading)} columns: give as many, and quote cells with commas"
    return Fault(line, "whole row", f"{len(cells)} cells", remedy)

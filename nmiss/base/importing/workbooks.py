"""A table as an Excel workbook, whose rows a process of its own reads out.

Whoever sends a workbook decides how much work it is to read. So it is read within the limits of
the kernel, and looked into first (``nmiss.base.importing.reading_out``), whichever way it came.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from nmiss.base.files.looking_inside import TOO_MUCH
from nmiss.base.importing.csv_files import CsvFile, Record
from nmiss.base.importing.headings import LOOKED_AT, Beginning, Headings, Rejected
from nmiss.base.importing.reading_out import AS_TYPED
from nmiss.base.importing.rows import Fault

WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_SECONDS = 120  # by the clock: others may have the processors
MOST_READ = 64 << 20  # bytes: far above what the limits of the file leave
COMMAND = (sys.executable, "-B", "-m", "nmiss.base.importing.reading_out")
OLD = "this is an Excel workbook of the old kind (.xls): save it as an Excel workbook (.xlsx)"


class ReadingDied(Exception):
    """The process ended without an answer, by no fault of the file that is known of."""


class Workbook:
    """The rows of the sheets that can be seen, as text; a sheet's row has its number there.

    ``is_as_typed``: a formula is text, and what is hidden or merged is refused.
    """

    def __init__(self, path: Path, *, is_as_typed: bool = False) -> None:
        self._sheets: dict[str, list[Record]] = {}
        self.serial_from: datetime.date | None = None
        sheet: list[Record] = []
        for kind, *said in _read_out(path, is_as_typed=is_as_typed):
            if kind == "refused":
                raise Rejected([Fault(1, "whole file", "", said[0][:1].lower() + said[0][1:])])
            if kind == "serial_from":
                self.serial_from = datetime.date.fromisoformat(said[0])
            elif kind == "sheet":
                sheet = self._sheets.setdefault(said[0], [])
            elif kind == "row":
                sheet.append(Record(*said))

    def beginnings(self) -> list[Beginning]:
        """The first rows of each sheet."""
        return [
            Beginning(name, [(record.line, record.cells) for record in records[:LOOKED_AT]])
            for name, records in self._sheets.items()
            if records
        ]

    def records(self, headings: Headings, *, shortest: int) -> Iterator[Record]:
        """The rows under the headings. What has no heading is a note beside the table."""
        width = headings.last + 1
        for record in self._sheets[headings.way]:
            cells = [*record.cells, *[""] * width][:width]
            if record.line > headings.line and any(map(str.strip, cells)):
                yield Record(record.line, cells)


@contextlib.contextmanager
def or_csv(
    path: Path, *, is_register: bool, is_as_typed: bool = False
) -> Iterator[CsvFile | Workbook]:
    """The file, whichever of the two it is by its first bytes."""
    with path.open("rb") as file:
        beginning = file.read(4)
    if beginning == OLD_WORKBOOK:
        raise Rejected([Fault(1, "whole file", "", OLD)])
    if beginning == WORKBOOK:
        yield Workbook(path, is_as_typed=is_as_typed)
    else:
        yield CsvFile(path, is_register=is_register)


def _read_out(path: Path, *, is_as_typed: bool) -> Iterator[list]:
    """What the process says, line by line; its end is not believed unless it says so."""
    with path.open("rb") as file:
        process = subprocess.Popen(
            [*COMMAND, str(path.stat().st_size), *[AS_TYPED] * is_as_typed],
            cwd=settings.BASE_DIR,
            env={"LC_ALL": "C.UTF-8"},
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    ends = threading.Timer(MOST_SECONDS, process.kill)
    ends.start()
    is_whole, left = False, MOST_READ
    try:
        with process.stdout:
            while (line := process.stdout.readline(left)) and left > 0:
                left -= len(line)
                said = _parsed(line)
                is_whole = said[0] in ("end", "refused")
                yield said
    finally:
        process.kill()
        status = process.wait()
        ends.cancel()
    if status == -signal.SIGXCPU or left <= 0:
        yield ["refused", TOO_MUCH]
    elif not is_whole:
        raise ReadingDied("The workbook could not be read to its end. Nothing was written.")


def _parsed(line: bytes) -> list:
    try:
        return json.loads(line)
    except ValueError:
        return ["cut off"]

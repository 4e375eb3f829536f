"""Lists as CSV, line by line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from nmiss.base.files.cells import safe

UTF_8 = "\ufeff"  # tells Excel so


class _Echo:
    """What csv writes to: it hands each line straight on."""

    def write(self, line: str) -> str:
        return line


def csv_lines(
    heading: Iterable[str],
    rows: Iterable[Iterable[object]],
    *,
    mark: str = UTF_8,
    end: str = "\r\n",
) -> Iterator[str]:
    """The lines, in which no cell starts a formula."""
    writer = csv.writer(_Echo(), lineterminator=end)
    yield mark + writer.writerow(list(heading))
    for row in rows:
        yield writer.writerow([safe(cell) for cell in row])

"""Lists to take away."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

from nmiss.files.cells import safe
from nmiss.files.views.attachments import saved_as


class _Echo:
    """What csv writes to: it hands each line straight on."""

    def write(self, line: str) -> str:
        return line


def csv_response(
    name: str, heading: Iterable[str], rows: Iterable[Iterable[object]]
) -> StreamingHttpResponse:
    """Answer with a CSV, row by row, in which no cell starts a formula."""
    return StreamingHttpResponse(
        csv_lines(heading, rows), content_type="text/csv; charset=utf-8", headers=saved_as(name)
    )


def csv_lines(heading: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines; the mark at the beginning tells Excel that this is UTF-8."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield "\ufeff" + writer.writerow(list(heading))
    for row in rows:
        yield writer.writerow([safe(cell) for cell in row])

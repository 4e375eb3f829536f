"""Lists as CSV by PostgreSQL alone: COPY writes the cells whose SQL the list declares.

The rule against formulas is that of ``nmiss.base.files.cells.safe`` as a regular expression; a test
compares both over every sign that there is.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    DecimalField,
    F,
    Func,
    IntegerField,
    QuerySet,
    TextField,
)
from django.db.models.expressions import Combinable

from nmiss.base.core.asked import Asked
from nmiss.base.files.csv_lines import UTF_8, csv_lines

AT_ONCE = 1 << 16
IN_MEMORY = 8 << 20
AS_THEY_ARE = (IntegerField, DecimalField, DateField)


def _class(ranges: str) -> str:
    """A bracket expression of PostgreSQL for the signs between these numbers."""
    ends = (each.partition("-") for each in ranges.split())
    return f"[{''.join(f'{_sign(first)}-{_sign(last or first)}' for first, _, last in ends)}]"


def _sign(number: str) -> str:
    return f"\\U{number:0>8}"


# By code point: what is passed over at the beginning of a text, and what starts a formula then.
PASSED = (
    "1-20 7f-a0 ad 600-605 61c 6dd 70f 890-891 8e2 1680 180e 2000-200f 2028-202f 205f-2064 "
    "2066-206f 3000 feff fff9-fffb 110bd 110cd 13430-13438 1bca0-1bca3 1d173-1d17a e0001 "
    "e0020-e007f"
)
STARTING = (
    "25 2b 2d 3d 40 7c 207a-207c 208a-208c 2212 2a75-2a76 fb29 fe62-fe63 fe66 fe6a-fe6b ff05 ff0b "
    "ff0d ff1d ff20 ff5c"
)
STRIPPED = "9-d"
STARTS_A_FORMULA = f"^(?:{_class(STRIPPED)}|{_class(PASSED)}*{_class(STARTING)})"


class SafeText(Func):
    """Text as it may stand in a cell; nothing where it is empty, as csv writes it."""

    output_field = TextField()

    def as_sql(self, compiler: Any, connection: Any, **_: object) -> tuple[str, list]:
        sql, params = compiler.compile(self.source_expressions[0])
        params = list(params)
        whole = f"CASE WHEN {sql} ~ %s THEN '''' || {sql} ELSE NULLIF({sql}, '') END"
        return whole, [*params, STARTS_A_FORMULA, *params, *params]


def asked_as_csv(asked: Asked) -> Iterator[str | bytes]:
    """The list as CSV: by PostgreSQL where it can, and else row by row."""
    return copied(asked) or csv_lines([each.heading for each in asked.in_file], asked.cells())


def copied(asked: Asked) -> Iterator[bytes] | None:
    """The list as CSV, in pieces; None where one of its cells is no SQL."""
    rows = asked.in_sql()
    if rows is None:
        return None
    heading = [column.heading for column in asked.in_file]
    return _copied(heading, _cells(rows, [column.in_sql(asked) for column in asked.in_file]))


def _cells(rows: QuerySet, expressions: list[str | Combinable]) -> QuerySet:
    given = {
        f"cell_{n}": F(each) if isinstance(each, str) else each
        for n, each in enumerate(expressions)
    }
    rows = rows.annotate(**given)
    kinds = [rows.query.annotations[name].output_field for name in given]
    cells = [_cell(F(name), kind) for name, kind in zip(given, kinds, strict=True)]
    shown = {f"shown_{n}": cell for n, cell in enumerate(cells)}
    return rows.annotate(**shown).values_list(*shown)


def _cell(cell: F, kind: object) -> F | SafeText:
    if isinstance(kind, (CharField, TextField)):
        return SafeText(cell)
    if isinstance(kind, AS_THEY_ARE) and not isinstance(kind, DateTimeField):
        return cell
    raise TypeError(f"{kind} is no cell that PostgreSQL writes as we do")


def _copied(heading: list[str], rows: QuerySet) -> Iterator[bytes]:
    sql, params = rows.query.sql_with_params()
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
        file.write(UTF_8.encode() + _line(heading))
        with connection.cursor() as cursor:
            asked = cursor.cursor.mogrify(sql, params).decode()
            copy = f"COPY ({asked}) TO STDOUT WITH (FORMAT csv)"
            cursor.copy_expert(copy, _LineEnds(file))
        file.seek(0)
        while piece := file.read(AT_ONCE):
            yield piece


def _line(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


class _LineEnds:
    """What COPY writes to: a line ends as csv says, and within quotes nothing is changed."""

    def __init__(self, file: Any) -> None:
        self._file, self._is_quoted = file, False

    def write(self, block: bytes) -> int:
        parts = block.split(b'"')
        for place, part in enumerate(parts):
            if self._is_quoted == (place % 2 == 1):
                parts[place] = part.replace(b"\n", b"\r\n")
        self._is_quoted ^= len(parts) % 2 == 0
        self._file.write(b'"'.join(parts))
        return len(block)

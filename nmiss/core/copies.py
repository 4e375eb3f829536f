"""Copies of the whole database, and the proof that a copy is complete.

A dump is made of one moment, while people work on. Of the same moment each table's rows are
counted and digested; the figures lie beside the dump. A restore goes into a new database, is
counted and digested again, and holds only if every figure is the same.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg2
from psycopg2 import sql

if TYPE_CHECKING:
    from psycopg2.extensions import connection as Connection  # noqa: N812
    from psycopg2.extensions import cursor as Cursor  # noqa: N812

# Two 64-bit halves of each row's MD5, added up: no order, no memory, any size of table.
_DIGEST = """
    SELECT count(*),
        coalesce(sum(('x' || left(md5(row::text), 16))::bit(64)::bigint::numeric), 0)::text,
        coalesce(sum(('x' || right(md5(row::text), 16))::bit(64)::bigint::numeric), 0)::text
    FROM {table} AS row
"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"
# A row as text must not depend on who reads it.
_READING = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET extra_float_digits = 3"

Figures = dict[str, list[Any]]


class ProgramFailed(Exception):
    """pg_dump or pg_restore ended with an error, or is not there."""


class Different(Exception):
    """A restored database is not what was dumped."""

    def __init__(self, tables: list[str]) -> None:
        self.tables = tables
        super().__init__(f"Not as they were: {', '.join(tables)}")


def back_up(database: dict[str, Any], path: Path) -> Figures:
    """Dump a database into a file, and lay the figures of every table beside it."""
    with _connected(database) as connection:
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_export_snapshot()")
            (moment,) = cursor.fetchone()
            draft = path.with_name(f"{path.name}.draft")
            draft.touch(mode=0o600)
            options = ["--format=custom", f"--snapshot={moment}", "--no-comments"]
            _run("pg_dump", database, [*options, f"--file={draft}", database["NAME"]])
            figures = _figures(cursor)
    figures_of(path).write_text(json.dumps(figures, indent=1) + "\n")
    draft.rename(path)
    return figures


def restore(database: dict[str, Any], path: Path, *, into: str) -> Figures:
    """Make a new database of a dump; raise Different unless every table is as it was.

    What is there is never written over: a name that is taken fails.
    """
    was = json.loads(figures_of(path).read_text())
    with _connected(database) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(into)))
    new = {**database, "NAME": into}
    _run("pg_restore", new, ["--exit-on-error", "--no-owner", f"--dbname={into}", str(path)])
    with _connected(new) as connection, connection.cursor() as cursor:
        figures = _figures(cursor)
    different = sorted(
        name for name in was.keys() | figures.keys() if was.get(name) != figures.get(name)
    )
    if different:
        raise Different(different)
    return figures


def figures_of(path: Path) -> Path:
    """Name the file beside a dump that has its figures."""
    return path.with_name(f"{path.name}.json")


def _figures(cursor: Cursor) -> Figures:
    cursor.execute(_READING)
    figures: Figures = {}
    for name in _names(cursor, _TABLES):
        cursor.execute(sql.SQL(_DIGEST).format(table=sql.Identifier("public", name)))
        figures[name] = list(cursor.fetchone())
    for name in _names(cursor, _SEQUENCES):
        last = sql.SQL("SELECT last_value, is_called::text FROM {}")
        cursor.execute(last.format(sql.Identifier("public", name)))
        figures[name] = list(cursor.fetchone())
    return figures


def _names(cursor: Cursor, query: str) -> list[str]:
    cursor.execute(query)
    return [name for (name,) in cursor.fetchall()]


@contextlib.contextmanager
def _connected(database: dict[str, Any]) -> Iterator[Connection]:
    connection = psycopg2.connect(
        dbname=database["NAME"],
        user=database["USER"],
        password=database["PASSWORD"],
        host=database["HOST"],
        port=database["PORT"] or None,
    )
    try:
        yield connection
    finally:
        connection.close()


def _run(program: str, database: dict[str, Any], arguments: list[str]) -> None:
    given = {
        "PGHOST": database["HOST"],
        "PGPORT": str(database["PORT"]),
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],  # not among the arguments, which everybody may read
    }
    done = subprocess.run(
        [_find(program), "--no-password", *arguments],
        env={**os.environ, **{name: value for name, value in given.items() if value}},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ProgramFailed(f"{program} failed: {done.stderr.strip()}")


def _find(program: str) -> str:
    """Take the programs of the servers that we lend, whose version is theirs, or the machine's."""
    from nmiss.embedded import postgres_programs
    from nmiss.embedded_servers import CannotProvide

    with contextlib.suppress(CannotProvide):
        return str(postgres_programs() / program)
    found = shutil.which(program)
    if not found:
        raise ProgramFailed(f"{program} is not here. Install PostgreSQL's client programs.")
    return found

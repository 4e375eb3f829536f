"""Copies of the whole database, and the proof that a copy is complete.

A dump is made of one moment, while people work on. Of the same moment each table's rows are
counted and digested; the figures lie beside the dump. A restore goes into a new database, is
counted and digested again, and holds only if every figure is the same.

Sequences have no moment: they go on under a dump, and skip numbers. Of them it is enough that
none would give out a number that a restored row has.
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
_SEQUENCES = """
    SELECT sequence.relname, counted.relname, attname
    FROM pg_depend
    JOIN pg_class AS sequence ON sequence.oid = objid AND sequence.relkind = 'S'
    JOIN pg_class AS counted ON counted.oid = refobjid
    JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
    WHERE pg_depend.classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
        AND deptype IN ('a', 'i') AND sequence.relnamespace = 'public'::regnamespace
    ORDER BY sequence.relname
"""
_BEHIND = """
    SELECT coalesce((SELECT max({column}) FROM {table}) >= last_value + is_called::int, false)
    FROM {sequence}
"""
# A row as text must not depend on who reads it.
_READING = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET extra_float_digits = 3"

Figures = dict[str, list[Any]]


class ProgramFailed(Exception):
    """pg_dump or pg_restore ended with an error, or is not there."""


class NoFigures(Exception):
    """The file beside a dump is not the one that `back_up` wrote."""


class Different(Exception):
    """A restored database is not what was dumped. It is kept: it may be the best there is."""

    def __init__(self, tables: list[str], *, name: str) -> None:
        self.tables = tables
        super().__init__(
            f"Not as they were: {', '.join(tables)}. The database {name} was made and is left "
            "for you to look at; drop it before you restore into that name again."
        )


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
            try:
                run_program("pg_dump", database, [*options, f"--file={draft}", database["NAME"]])
            except ProgramFailed:
                draft.unlink()
                raise
            figures = _figures(cursor)
    figures_of(path).write_text(json.dumps(figures, indent=1) + "\n")
    draft.rename(path)
    return figures


def restore(database: dict[str, Any], path: Path, *, into: str, role: str) -> Figures:
    """Make a new database of a dump; raise Different unless every table is as it was.

    What is there is never written over: a name that is taken fails. Only its owner and the role
    that works with its rows may enter it. Half a database is not left behind.
    """
    was = _read_figures(path)
    name = sql.Identifier(into)
    _command(database, sql.SQL("CREATE DATABASE {}").format(name))
    new = {**database, "NAME": into}
    try:
        _command(database, sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
        may_enter = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
        _command(database, may_enter.format(name, sql.Identifier(role)))
        run_program(
            "pg_restore", new, ["--exit-on-error", "--no-owner", f"--dbname={into}", str(path)]
        )
    except BaseException:
        _command(database, sql.SQL("DROP DATABASE {}").format(name))
        raise
    with _connected(new) as connection, connection.cursor() as cursor:
        figures = _figures(cursor)
        different = {
            name for name in was.keys() | figures.keys() if was.get(name) != figures.get(name)
        }
        different |= _sequences_behind(cursor)
    if different:
        raise Different(sorted(different), name=into)
    return figures


def fingerprints_in(database: dict[str, Any]) -> list[str]:
    """The fingerprints of the keys that a database was encrypted with (nmiss.base.core.keys)."""
    with _connected(database) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT fingerprint FROM core_keyfingerprint")
        return [fingerprint for (fingerprint,) in cursor.fetchall()]


def migrations_in(database: dict[str, Any]) -> set[tuple[str, str]]:
    """The migrations that made the tables of a database (nmiss.base.core.schema)."""
    with _connected(database) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def figures_of(path: Path) -> Path:
    """Name the file beside a dump that has its figures."""
    return path.with_name(f"{path.name}.json")


def _read_figures(path: Path) -> Figures:
    try:
        figures = json.loads(figures_of(path).read_text())
        # Older dumps have sequences, too: two figures, where a table has three.
        return {name: row for name, row in figures.items() if len(row) == 3}
    except (AttributeError, TypeError, ValueError):
        raise NoFigures(
            f"{figures_of(path)} cannot be read: it must be the file that was written with the "
            "dump. Nothing was restored."
        ) from None


def _figures(cursor: Cursor) -> Figures:
    cursor.execute(_READING)
    figures: Figures = {}
    cursor.execute(_TABLES)
    for (name,) in cursor.fetchall():
        cursor.execute(sql.SQL(_DIGEST).format(table=sql.Identifier("public", name)))
        figures[name] = list(cursor.fetchone())
    return figures


def _sequences_behind(cursor: Cursor) -> set[str]:
    """Name the sequences whose next number a row has already."""
    cursor.execute(_SEQUENCES)
    behind = set()
    for sequence, table, column in cursor.fetchall():
        names = {"sequence": sequence, "table": table, "column": column}
        quoted = {key: sql.Identifier(name) for key, name in names.items()}
        cursor.execute(sql.SQL(_BEHIND).format(**quoted))
        if cursor.fetchone()[0]:
            behind.add(sequence)
    return behind


def _command(database: dict[str, Any], command: sql.Composed) -> None:
    """Do what PostgreSQL does in no transaction."""
    with _connected(database) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(command)


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


def run_program(program: str, database: dict[str, Any], arguments: list[str]) -> str:
    """Run one of PostgreSQL's programs on this server, and return what it prints."""
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
    return done.stdout


def _find(program: str) -> str:
    """Take the programs of the servers that we lend, whose version is theirs, or the machine's."""
    from nmiss.machine.embedded import postgres_programs
    from nmiss.machine.embedded_servers import CannotProvide

    with contextlib.suppress(CannotProvide):
        return str(postgres_programs() / program)
    found = shutil.which(program)
    if not found:
        raise ProgramFailed(f"{program} is not here. Install PostgreSQL's client programs.")
    return found

"""What a database that the migrations laid out is made of, as SQL that lays out another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from psycopg2 import sql

from nmiss.base.core import copies

if TYPE_CHECKING:
    from psycopg2.extensions import cursor as Cursor  # noqa: N812

# What ``migrate`` itself writes afterwards: it depends on this machine's keys, or on the order in
# which applications come.
WRITTEN_AFTERWARDS = (
    "nmiss_owner.acting_key",
    "public.auth_permission",
    "public.core_keyfingerprint",
    "public.django_content_type",
)
_BEGINNING = """
SET LOCAL check_function_bodies = off;
SET LOCAL client_min_messages = warning;
SELECT set_config('search_path', '', true);
"""
# Of pg_dump's text: its notes, what it sets for itself (some of it unknown to an older server),
# and the extensions' own comments, which may be another's.
_NOISE = re.compile(
    r"^--\n-- .*\n--\n"
    r"|^-- Dumped .*\n"
    r"|^\\(un)?restrict .*\n"
    r"|^SET (\w+_timeout|client_\w+|standard_conforming_strings|check_function_bodies|xmloption"
    r"|row_security|default_\w+) = .*;\n"
    r"|^SELECT pg_catalog\.set_config\('search_path', '', false\);\n"
    r"|^COMMENT ON EXTENSION .*;\n",
    re.MULTILINE,
)
_TABLES = """
    SELECT schemaname, tablename FROM pg_tables
    WHERE schemaname IN ('public', 'nmiss_owner') ORDER BY schemaname, tablename
"""
_COLUMNS = """
    SELECT column_name, data_type FROM information_schema.columns
    WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position
"""
_KEY = """
    SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
    WHERE indisprimary AND indrelid = %s::regclass
"""
_SEQUENCES = """
    SELECT schemaname, sequencename, last_value FROM pg_sequences
    WHERE last_value IS NOT NULL ORDER BY schemaname, sequencename
"""


def written(database: dict[str, Any], cursor: Cursor) -> str:
    """Tables, then rows, then what guards them: so that no trigger writes history of these rows."""
    return "".join(
        [
            _BEGINNING,
            _part(database, "pre-data"),
            *_rows(cursor),
            *_numbers(cursor),
            _part(database, "post-data"),
        ]
    )


def _part(database: dict[str, Any], section: str) -> str:
    options = ["--schema-only", f"--section={section}", "--no-owner", database["NAME"]]
    text = _NOISE.sub("", copies.run_program("pg_dump", database, options))
    return re.sub(r"\n{3,}", "\n\n", text)


def _rows(cursor: Cursor) -> Iterator[str]:
    """What migrations wrote: the applied ones themselves, and what the law says. At no instant of
    its own: whoever lays it out does so now."""
    cursor.execute(_TABLES)
    for schema, table in cursor.fetchall():
        if f"{schema}.{table}" in WRITTEN_AFTERWARDS:
            continue
        cursor.execute(_COLUMNS, [schema, table])
        kinds = dict(cursor.fetchall())
        yield from _inserted(cursor, sql.Identifier(schema, table), kinds)


def _inserted(cursor: Cursor, table: sql.Identifier, kinds: dict[str, str]) -> Iterator[str]:
    name = table.as_string(cursor)
    cursor.execute(_KEY, [name])
    order = sql.SQL(", ").join(sql.Identifier("kept", key) for (key,) in cursor.fetchall())
    columns = sql.SQL(", ").join(map(sql.Identifier, kinds))
    cursor.execute(
        sql.SQL("SELECT {columns} FROM {table} AS kept ORDER BY {order}").format(
            columns=sql.SQL(", ").join(
                sql.SQL("{}::text").format(sql.Identifier(column)) for column in kinds
            ),
            table=table,
            order=order,
        )
    )
    for row in cursor.fetchall():
        values = sql.SQL(", ").join(
            sql.SQL("now()")
            if kind == "timestamp with time zone" and value is not None
            else sql.Literal(value)
            for kind, value in zip(kinds.values(), row, strict=True)
        )
        # The number of a row may be one that only the table gives.
        line = "INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES ({});\n"
        yield sql.SQL(line).format(table, columns, values).as_string(cursor)


def _numbers(cursor: Cursor) -> Iterator[str]:
    """Where the numbering of rows goes on."""
    cursor.execute(_SEQUENCES)
    for schema, sequence, last in cursor.fetchall():
        if f"{schema}.{sequence}".startswith(WRITTEN_AFTERWARDS):
            continue
        name = sql.Literal(sql.Identifier(schema, sequence).as_string(cursor))
        line = sql.SQL("SELECT setval({}, {});\n").format(name, sql.Literal(last))
        yield line.as_string(cursor)

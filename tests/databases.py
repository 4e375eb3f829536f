"""Databases of the tests that are copied by the server, in a moment each."""

import contextlib

import psycopg2
from django.conf import settings
from django.db import connection, connections, transaction
from environs import Env

WHO_AND_WHERE = ("user", "password", "host", "port")


@contextlib.contextmanager
def server():
    """Speak to the server outside any of the databases that are copied."""
    theirs = {key: settings.DATABASE_OWNER[key.upper()] for key in WHO_AND_WHERE}
    line = psycopg2.connect(dbname="postgres", **theirs)
    line.autocommit = True
    with contextlib.closing(line), line.cursor() as cursor:
        yield cursor


def drop(name):
    """Remove a database. One in which the server is tidying up goes another time."""
    with server() as cursor, contextlib.suppress(psycopg2.errors.InsufficientPrivilege):
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def copy(original, name):
    """Make a copy of a database that nobody is connected to."""
    drop(name)
    with server() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')


@contextlib.contextmanager
def working_in(name):
    """Have this thread, and those that it starts, work in another database until the block ends.

    The connection of the test itself, with its open transaction, is set aside meanwhile.
    """
    own = connections["default"]
    before = own.settings_dict["NAME"]
    own.settings_dict["NAME"] = name
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        own.settings_dict["NAME"] = before
        connections["default"] = own


@contextlib.contextmanager
def connecting_as_web():
    """Have whoever connects in this block do it as the web server does. Connections stay."""
    own = connection.settings_dict
    before, theirs = own.copy(), Env().dj_db_url("DATABASE_URL")
    own.update({key: theirs[key] for key in ("USER", "PASSWORD")})
    try:
        yield
    finally:
        own.update(before)


@contextlib.contextmanager
def for_several_tests():
    """Keep what is written in this block, and then leave the database as it was before."""
    before = Rows()
    yield
    before.put_back()


class Rows:
    """All rows of the database of this connection, to be put back when a test has committed others.

    What a test changes is a few rows of a few tables: to exchange these takes a moment, where to
    empty every table takes a second. Triggers and the seal are the owner's to lay aside meanwhile.
    """

    def __init__(self):
        with _laid_open() as cursor:
            self.kept = _all_rows(cursor)

    def put_back(self):
        """Have the database hold these rows and no others."""
        with _laid_open() as cursor:
            there = _all_rows(cursor)
            gone = {table: self.kept[table] - rows for table, rows in there.items()}
            come = {table: rows - self.kept[table] for table, rows in there.items()}
            changed = [table for table in there if gone[table] or come[table]]
            for table in changed:
                cursor.execute(f'ALTER TABLE public."{table}" DISABLE TRIGGER USER')
            first = _asked_at_once(cursor)
            for table in sorted(changed, key=lambda table: table not in first):
                if come[table]:
                    rows = list(come[table])
                    cursor.execute(
                        f'DELETE FROM public."{table}" x WHERE x::text = ANY(%s)', [rows]
                    )
            for table in sorted(changed, key=lambda table: table in first):
                if gone[table]:
                    columns = _columns(cursor, table)
                    cursor.execute(
                        f'INSERT INTO public."{table}" ({columns}) OVERRIDING SYSTEM VALUE '
                        f'SELECT {columns} FROM unnest(%s::public."{table}"[])',
                        [list(gone[table])],
                    )
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table in changed:
                cursor.execute(f'ALTER TABLE public."{table}" ENABLE TRIGGER USER')


@contextlib.contextmanager
def _laid_open():
    """A transaction in which the owner reads sealed rows, too."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relforcerowsecurity")
        sealed = [name for (name,) in cursor.fetchall()]
        for name in sealed:
            cursor.execute(f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY")
        yield cursor
        for name in sealed:
            cursor.execute(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")


def _all_rows(cursor):
    """The rows of each table, each as PostgreSQL writes it and reads it."""
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    found = {name: set() for (name,) in cursor.fetchall()}
    cursor.execute(
        " UNION ALL ".join(f"SELECT '{name}', x::text FROM public.\"{name}\" x" for name in found)
    )
    for name, row in cursor.fetchall():
        found[name].add(row)
    return found


def _columns(cursor, table):
    """The columns that can be written: not those that PostgreSQL works out."""
    cursor.execute(
        "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = "
        "%s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
        [f'public."{table}"'],
    )
    return cursor.fetchone()[0]


def _asked_at_once(cursor):
    """The tables that name rows of others by a constraint that cannot wait."""
    cursor.execute(
        "SELECT relname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid "
        "WHERE contype = 'f' AND NOT condeferrable"
    )
    return {name for (name,) in cursor.fetchall()}

"""Databases of the tests that are copied by the server, in a moment each."""

import contextlib

import psycopg2
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections

WHO_AND_WHERE = ("user", "password", "host", "port")


@contextlib.contextmanager
def server():
    """Speak to the server outside any of the databases that are copied."""
    theirs = {key: connection.settings_dict[key.upper()] for key in WHO_AND_WHERE}
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
def for_several_tests():
    """Keep what is written in this block, and then leave the database as the migrations do."""
    laid_down = {model: list(model._base_manager.all()) for model in _of_migrations()}
    yield
    call_command("flush", interactive=False, verbosity=0)
    for model, rows in laid_down.items():
        if rows and not model._base_manager.exists():
            for row in rows:
                row.pk = None
            model._base_manager.bulk_create(rows)


def _of_migrations():
    """The models whose rows migrations may write; their histories are written by triggers."""
    tables = set(connection.introspection.table_names())
    models = (model for model in apps.get_models() if model._meta.db_table in tables)
    return [model for model in models if not hasattr(model, "pgh_tracked_model")]

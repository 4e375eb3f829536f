"""What only the owner of the tables can do, for tests that need a state which walls refuse."""

import contextlib

import pgtrigger
from django.db import connection


@contextlib.contextmanager
def without(uri):
    """Have a trigger stand aside: "contracts.Round:never_shortened"."""
    ((model, trigger),) = pgtrigger.registered(uri)
    with connection.cursor() as cursor:
        # PostgreSQL changes no table on which something is still to be checked.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(trigger.compile(model).disable_sql)
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(trigger.compile(model).enable_sql)

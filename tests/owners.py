"""What only the owner of the tables can do, for tests that need a state which walls refuse."""

import contextlib

import pgtrigger
from django.db import connection


def whoever_does_it(model):
    """Have nobody asked whether who is named did it in person."""
    uri = f"{model._meta.label}:done_in_person"
    is_asked = any(
        each is model and trigger.name == "done_in_person"
        for each, trigger in pgtrigger.registered()
    )
    return without(uri) if is_asked else contextlib.nullcontext()


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

"""Who owns the tables, and what the role that the hub works as may do with them.

The web, the worker and beat connect as a role that reads and writes rows and nothing else: whoever
takes one of them over can neither drop a table nor take a trigger or a constraint from it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from pghistory.models import Context, Event
from psycopg2 import sql

from nmiss.base.core import acting, clock, walls

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# Nobody but the owner makes anything here, not even a passing table that would stand before one of
# these; and a table that is there before ``migrate`` has ended is the owner's alone.
_NO_MORE = """
    REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC, {role};
    REVOKE CREATE ON SCHEMA public FROM PUBLIC, {role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {role};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
    REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role};
    GRANT USAGE ON SCHEMA public TO {role};
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role};
"""

_CACHE = sql.SQL("GRANT INSERT, UPDATE, DELETE ON public.{cache} TO {role}")


OwnersWork = Callable[["BaseDatabaseWrapper"], None]
# What applications have done as the owner of the tables whenever these were migrated.
_after_migrating: list[OwnersWork] = []


def after_migrating(work: OwnersWork) -> None:
    """Have this done at the end of each ``migrate``, as the owner, however often."""
    _after_migrating.append(work)


@transaction.atomic
def do_owners_work(connection: BaseDatabaseWrapper) -> None:
    """What has to be done once the tables are there; whoever works meanwhile loses no right."""
    walls.harden(connection)
    grant_rows(connection)
    clock.put_right(connection)
    acting.keep_key(connection)
    for work in _after_migrating:
        work(connection)


@contextlib.contextmanager
def as_owner(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Connect to the same database as the owner of its tables, until the block ends."""
    ours = connection.settings_dict.copy()
    theirs = {key: settings.DATABASE_OWNER[key] for key in ("USER", "PASSWORD", "HOST", "PORT")}
    if ours["USER"] == theirs["USER"]:
        yield
        return
    connection.close()
    connection.settings_dict.update(theirs)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(ours)


def is_owner(connection: BaseDatabaseWrapper) -> bool:
    """Whether this connection is of the owner of the tables, as the walls of these ask."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.nmiss_is_owner()")
        return cursor.fetchone()[0]


def grant_rows(connection: BaseDatabaseWrapper) -> None:
    """Let the hub's role work with the rows of each table as far as its record allows."""
    role = settings.DATABASE_ROLE
    if role == settings.DATABASE_OWNER["USER"]:
        return
    names = {
        "role": sql.Identifier(role),
        "database": sql.Identifier(connection.settings_dict["NAME"]),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(_NO_MORE).format(**names))
        cache = sql.Identifier(settings.CACHES["default"]["LOCATION"])
        cursor.execute(_CACHE.format(cache=cache, **names))
        cursor.execute(
            "SELECT table_name, array_agg(column_name::text) FROM information_schema.columns "
            "WHERE table_schema = 'public' GROUP BY table_name"
        )
        columns = dict(cursor.fetchall())
        for model in apps.get_models(include_auto_created=True):
            if model._meta.managed and model._meta.db_table in columns:
                for right in sorted(rights_to(model)):
                    there = columns[model._meta.db_table]
                    cursor.execute(_grant(model, right, there, to=role))


def rights_to(model: type[models.Model]) -> set[str]:
    """What the hub's role may do with the rows of a record, besides reading them.

    History, and who and why it was written under: nothing, triggers of the owner write them; nor
    what is the owner's alone to write. What the record's ``Protect`` refuses is no right either.
    """
    if model._meta.proxy or issubclass(model, Event | Context):
        return set()
    if getattr(model, "OWNERS_ALONE", False):
        return set()
    refused = {
        right
        for trigger in getattr(model._meta, "triggers", [])
        if isinstance(trigger, pgtrigger.Protect) and trigger.get_condition(model) is None
        for right in str(trigger.operation).split(" OR ")
    }
    return {"INSERT", "UPDATE", "DELETE"} - refused


def _grant(model: type[models.Model], right: str, there: list[str], *, to: str) -> sql.Composed:
    """The right to each column but the number of a row.

    Who could change it could have one record stand where another is looked for, until the end of
    a transaction that need not come to pass. Where rows are kept for good, the database numbers
    them; elsewhere an undoing puts back what had a number.
    """
    columns = sql.SQL("")
    if right == "UPDATE" or (right == "INSERT" and "UPDATE" not in rights_to(model)):
        named = [name for name in there if name != model._meta.pk.column]
        columns = sql.SQL(" ({})").format(sql.SQL(", ").join(map(sql.Identifier, named)))
    return sql.SQL("GRANT {right}{columns} ON public.{table} TO {role}").format(
        right=sql.SQL(right),
        columns=columns,
        table=sql.Identifier(model._meta.db_table),
        role=sql.Identifier(to),
    )

"""Who owns the tables, and what the role that the hub works as may do with them.

The web, the worker and beat connect as a role that reads and writes rows and nothing else: whoever
takes one of them over can neither drop a table nor take a trigger or a constraint from it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from psycopg2 import sql

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

_GRANTS = """
    GRANT USAGE ON SCHEMA public TO {role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role};
    REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role};
"""


OwnersWork = Callable[["BaseDatabaseWrapper"], None]
# What applications have done as the owner of the tables whenever these were migrated.
_after_migrating: list[OwnersWork] = []


def after_migrating(work: OwnersWork) -> None:
    """Have this done at the end of each ``migrate``, as the owner, however often."""
    _after_migrating.append(work)


def do_owners_work(connection: BaseDatabaseWrapper) -> None:
    """What has to be done once the tables are there."""
    grant_rows(connection)
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


def grant_rows(connection: BaseDatabaseWrapper) -> None:
    """Let the hub's role work with the rows of all tables, those to come among them."""
    role = settings.DATABASE_ROLE
    if role == settings.DATABASE_OWNER["USER"]:
        return
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(_GRANTS).format(role=sql.Identifier(role)))

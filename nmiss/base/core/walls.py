"""The database's own walls: what the owner makes of every trigger function after a migration.

What a role can set must not decide whether a wall stands. So no function asks the setting by which
pgtrigger passes triggers over; each finds its tables where the owner put them, whatever search
path or passing table a connection has; and history is written with the owner's rights, because
the hub's role has none to write it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pgtrigger
from pghistory.trigger import Event as HistoryTrigger
from psycopg2 import sql

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# What pgtrigger writes at the head of each function (its compiler has it word for word).
_PASSED_OVER = re.compile(
    r"IF \(\S+_pgtrigger_should_ignore\(TG_NAME\) IS TRUE\) THEN\s+"
    r"IF \(TG_OP = 'DELETE'\) THEN\s+RETURN OLD;\s+ELSE\s+RETURN NEW;\s+END IF;\s+END IF;\s*"
)
_FUNCTIONS = """
    SELECT proname, prosrc, proconfig IS NOT NULL, prosecdef FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
        AND proowner = current_user::regrole
"""
_FUNCTION = """
    CREATE OR REPLACE FUNCTION public.{name}() RETURNS trigger LANGUAGE plpgsql {rights}
    SET search_path = pg_catalog, public, pg_temp AS {body}
"""
# Who and why stand in the connection's settings: that is for the hub to say. What was said before
# this transaction stands; what differs from it is a context of its own.
_CONTEXT = """
    CREATE OR REPLACE FUNCTION public._pgh_attach_context() RETURNS uuid LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
        given uuid := NULLIF(current_setting('pghistory.context_id', true), '');
        said jsonb := NULLIF(current_setting('pghistory.context_metadata', true), '');
    BEGIN
        IF given IS NULL OR said IS NULL THEN RETURN NULL; END IF;
        INSERT INTO public.pghistory_context AS kept (id, metadata, created_at, updated_at)
            VALUES (given, said, now(), now())
            ON CONFLICT (id) DO UPDATE SET metadata = excluded.metadata
            WHERE kept.created_at = now() AND kept.metadata <> excluded.metadata;
        IF EXISTS (SELECT 1 FROM public.pghistory_context
                   WHERE id = given AND metadata = said) THEN
            RETURN given;
        END IF;
        given := md5(given::text || said::text)::uuid;
        INSERT INTO public.pghistory_context (id, metadata, created_at, updated_at)
            VALUES (given, said, now(), now()) ON CONFLICT (id) DO NOTHING;
        RETURN given;
    END
    $$;
    REVOKE ALL ON FUNCTION public._pgh_attach_context() FROM PUBLIC;
"""


class NotToBeHardened(Exception):
    """A trigger function is not as pgtrigger writes it: somebody must look at it."""


def harden(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger function a wall; what is one already is left as it is."""
    history = {
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, HistoryTrigger)
    }
    with connection.cursor() as cursor:
        cursor.execute(_FUNCTIONS)
        for name, body, has_path, has_rights in cursor.fetchall():
            if not has_path or (name in history) != has_rights:
                cursor.execute(_hardened(name, body, keeps_history=name in history))
        cursor.execute("DROP FUNCTION IF EXISTS public._pgtrigger_should_ignore(name)")
        cursor.execute("SELECT to_regclass('public.pghistory_context')")
        if cursor.fetchone() != (None,):
            cursor.execute(_CONTEXT)


def _hardened(name: str, body: str, *, keeps_history: bool) -> sql.Composed:
    body = _PASSED_OVER.sub("", body)
    if "should_ignore" in body:
        raise NotToBeHardened(name)
    if keeps_history:
        body = re.sub(r'INSERT INTO "', 'INSERT INTO public."', body)
        body = body.replace(
            "SELECT _pgh_attach_context() AS value",
            "SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at",
        ).replace("NOW()", "_pgh_attached_context.at")
    return sql.SQL(_FUNCTION).format(
        name=sql.Identifier(name),
        rights=sql.SQL("SECURITY DEFINER" if keeps_history else "SECURITY INVOKER"),
        body=sql.Literal(body),
    )

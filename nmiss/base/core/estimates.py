"""How many rows PostgreSQL believes a table has, where a transaction has just filled it.

The server plans a query by an estimate that it renews once a minute, of what is committed. In
between it may take a table of thousands for an empty one and compare every row with every other: a
report that takes a moment then takes an hour.
"""

from __future__ import annotations

from django.db import connection

# Only the owner of a table may have it looked at, so this goes with the owner's rights. It asks
# for no name: whoever calls it can have nothing looked at but what he has filled himself.
RENEW = """
CREATE OR REPLACE FUNCTION public.nmiss_renew_estimates(over integer) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    filled text;
BEGIN
    FOR filled IN
        SELECT relname FROM pg_stat_xact_user_tables
        WHERE schemaname = 'public' AND n_tup_ins + n_tup_upd > over ORDER BY relname
    LOOP
        EXECUTE format('ANALYZE public.%I', filled);
        RETURN NEXT filled;
    END LOOP;
END
$$;
"""
ENOUGH_TO_MATTER = 250


def renew() -> list[str]:
    """Have the tables looked at into which this transaction has written much, and name them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT public.nmiss_renew_estimates(%s)", [ENOUGH_TO_MATTER])
        return [name for (name,) in cursor.fetchall()]

"""How the database knows that the hub itself writes what nobody may say by SQL.

The token is of the same making as a person's (``acting_sql``), over another text: neither passes
for the other.
"""

from __future__ import annotations

ACTING_HUB = """
CREATE OR REPLACE FUNCTION public.nmiss_acts_as_hub() RETURNS boolean LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT public.nmiss_is_owner() OR coalesce(
        current_setting('nmiss.hub', true) <> '' AND public.nmiss_person_of(
            current_setting('nmiss.hub', true), 'hub ' || public.nmiss_this_transaction()
        ) = 1, false);
END
"""

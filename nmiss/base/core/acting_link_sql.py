"""How the database knows that a transaction acts for who has a link, who has no account.

The token is of the same making as a person's (``acting_sql``), over another text: neither passes
for the other.
"""

from __future__ import annotations

ACTING_LINK = """
CREATE OR REPLACE FUNCTION public.nmiss_acting_link() RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE WHEN current_setting('nmiss.link', true) <> '' THEN
        public.nmiss_person_of(current_setting('nmiss.link', true),
                               'link ' || public.nmiss_this_transaction())
    END;
END
"""

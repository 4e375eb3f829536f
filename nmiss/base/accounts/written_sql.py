"""Of which role the person is for whom a transaction acts; nothing where it acts for nobody."""

from __future__ import annotations

ACTING_ROLE = """
CREATE OR REPLACE FUNCTION public.nmiss_acting_role() RETURNS text LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT coalesce((SELECT role FROM public.accounts_user
                     WHERE id = public.nmiss_acting_person()), '');
END
"""

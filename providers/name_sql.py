"""How the database writes a name in plain form.

Each name in it has its schema, so that a restore into a database with another search path, or
none, makes the same names.
"""

from __future__ import annotations

PLAIN = r"""
CREATE OR REPLACE FUNCTION public.nmiss_plain(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT trim(
    regexp_replace(
      regexp_replace(
        replace(
          regexp_replace(
            lower(public.unaccent('public.unaccent'::regdictionary, words)), '[''`.]', '', 'g'
          ), '&', ' and '
        ), '[^a-z0-9]+', ' ', 'g'
      ), '\msaint\M', 'st', 'g'
    )
  )
$$
"""

"""How the database knows for whom a transaction acts, by a token that nobody can ask it for.

``nmiss.person`` is "17:<digest>": of the person, of this backend, its start, and this transaction,
under a key that only the owner may read. In any other transaction it is nobody's.

Names are bound as the functions are made, so that no table of the same name stands in their way.
"""

from __future__ import annotations

KEY = """
CREATE TABLE nmiss_owner.acting_key (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
                                     key bytea NOT NULL)
"""

# With the rights of who asks: when its backend began a role may know of itself alone.
THIS_TRANSACTION = """
CREATE OR REPLACE FUNCTION public.nmiss_this_transaction() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT concat_ws(' ', pg_backend_pid(), (extract(epoch FROM backend_start) * 1000000)::bigint,
                     (extract(epoch FROM transaction_timestamp()) * 1000000)::bigint,
                     pg_current_xact_id())
    FROM pg_stat_get_activity(pg_backend_pid())
    WHERE backend_start IS NOT NULL;
END
"""

# The digests are compared by digests of theirs, so that how long it takes tells nothing.
PERSON_OF = """
CREATE OR REPLACE FUNCTION public.nmiss_person_of(token text, moment text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT CASE WHEN said.number ~ '^[1-9][0-9]{0,17}$' THEN said.number::bigint END
    FROM (SELECT split_part(token, ':', 1) AS number,
                 substr(token, strpos(token, ':') + 1) AS digest) said,
         nmiss_owner.acting_key k
    WHERE moment IS NOT NULL
      AND sha256(k.key || convert_to(said.digest, 'UTF8')) = sha256(k.key || convert_to(encode(
            sha256(k.key || sha256(k.key || convert_to(said.number || ' ' || moment, 'UTF8'))),
            'hex'), 'UTF8'));
END
"""

ACTING = """
CREATE OR REPLACE FUNCTION public.nmiss_acting_person() RETURNS bigint LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT CASE WHEN current_setting('nmiss.person', true) <> '' THEN
        public.nmiss_person_of(current_setting('nmiss.person', true),
                               public.nmiss_this_transaction())
    END;
END
"""

# Whether the owner of the tables is at work: the operator, by a command. Walls that nobody passes
# but for the operator ask it. No setting changes the answer: a role becomes another only where it
# was made a member of it, and the hub's is a member of none.
IS_OWNER = """
CREATE OR REPLACE FUNCTION public.nmiss_is_owner() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT pg_get_userbyid(relowner) = current_user FROM pg_class
    WHERE oid = 'public.core_auditevent'::regclass;
END
"""

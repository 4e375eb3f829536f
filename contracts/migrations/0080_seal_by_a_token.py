"""Let nobody be an applicant's by saying so: the database checks a token that it cannot be asked for.

Names are bound as the functions are made, so that no table of the same name stands in their way.
"""

from django.db import migrations

KEY = """
CREATE SCHEMA IF NOT EXISTS nmiss_owner;
CREATE TABLE nmiss_owner.sealing_key (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
                                      key bytea NOT NULL)
"""

# ``nmiss.person`` is "17:<digest of 17 under the key>". Only the owner may read the key.
ACTING = """
CREATE FUNCTION contracts_acting_person() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT said.number::bigint
    FROM (SELECT split_part(current_setting('nmiss.person', true), ':', 1) AS number,
                 split_part(current_setting('nmiss.person', true), ':', 2) AS digest) said,
         nmiss_owner.sealing_key k
    WHERE said.digest = encode(
        sha256(k.key || sha256(k.key || convert_to(said.number, 'UTF8'))), 'hex');
END
"""

MAY_READ = """
CREATE OR REPLACE FUNCTION contracts_may_read(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT 1 FROM public.contracts_application a
        WHERE a.id = wanted AND (
            a.opened_at IS NOT NULL OR EXISTS (
                SELECT 1 FROM public.providers_providermember m
                WHERE m.provider_id = a.provider_id
                  AND m.user_id = public.contracts_acting_person()
            )
        )
    );
END
"""


class Migration(migrations.Migration):
    dependencies = [("contracts", "0070_rounds_and_questions_within_bounds")]

    operations = [
        migrations.RunSQL([KEY, ACTING, MAY_READ], migrations.RunSQL.noop),
    ]

"""Keep what was begun before them from people whom the council named, until it is opened."""

from django.db import migrations

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
                  AND (m.reads_from IS NULL OR m.reads_from <= a.started_at)
            )
        )
    );
END
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0100_lines_of_schools"),
        ("providers", "0142_whose_people"),
    ]

    operations = [migrations.RunSQL(MAY_READ, migrations.RunSQL.noop)]

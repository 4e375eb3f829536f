"""How the database seals what is in an application: by row security, until two officers open it."""

from __future__ import annotations

SEALED = [
    "contracts_section",
    "contracts_sectionevent",
    "contracts_evidence",
    "contracts_evidenceevent",
    "contracts_submittedcontent",
]

# A person of the applicant's own, for whom this transaction acts, or anybody once two officers have
# opened it. Whom the council named does not read what was begun before them.
MAY_READ = """
CREATE OR REPLACE FUNCTION public.contracts_may_read(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT 1 FROM public.contracts_application a
        WHERE a.id = wanted AND (
            a.opened_at IS NOT NULL OR EXISTS (
                SELECT 1 FROM public.providers_providermember m
                WHERE m.provider_id = a.provider_id
                  AND m.user_id = public.nmiss_acting_person()
                  AND (m.reads_from IS NULL OR m.reads_from <= a.started_at)
            )
        )
    );
END
"""
SEAL = [
    f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
    f"CREATE POLICY sealed ON {table} USING (contracts_may_read(application_id))"
    for table in SEALED
]

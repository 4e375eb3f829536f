"""Seal what is in an application, and let the database's clock say when one was received."""

from django.db import migrations

SEALED = [
    "contracts_section",
    "contracts_sectionevent",
    "contracts_evidence",
    "contracts_evidenceevent",
    "contracts_submittedcontent",
]

# A person of the applicant's own, or anybody once two officers have opened it.
MAY_READ = """
CREATE FUNCTION contracts_may_read(wanted bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM contracts_application a
        WHERE a.id = wanted AND (
            a.opened_at IS NOT NULL OR EXISTS (
                SELECT 1 FROM providers_providermember m
                WHERE m.provider_id = a.provider_id
                  AND m.user_id = NULLIF(current_setting('nmiss.person', true), '')::bigint
            )
        )
    )
$$
"""

# Runs at the end of the transaction that submits. Receipts share the lock that closing a round
# takes alone (contracts.arrangements.models.round.RECEIPTS): whoever was before the instant is in the round
# before it closes. Exactly on the closing instant is late: it is for the next round, unless an
# earlier version was in time. That one stands, because it is what the others are compared with.
RECEIVE = """
CREATE FUNCTION contracts_receive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_at timestamptz;
    applicant contracts_application%ROWTYPE;
    batch bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8860002);
    now_at := clock_timestamp();
    SELECT * INTO applicant FROM contracts_application WHERE id = NEW.application_id;
    SELECT w.round_id INTO batch FROM contracts_recoverywindow w
        JOIN contracts_round r ON r.id = w.round_id
        WHERE r.vehicle_id = applicant.vehicle_id AND w.provider_id = applicant.provider_id
          AND w.agreed_at IS NOT NULL AND w.opens_at <= now_at AND now_at < w.closes_at
        ORDER BY w.opens_at LIMIT 1;
    IF batch IS NULL THEN
        SELECT id INTO batch FROM contracts_round
            WHERE vehicle_id = applicant.vehicle_id AND status <> 'closed' AND closes_at > now_at
            ORDER BY opens_at LIMIT 1;
    END IF;
    IF batch IS DISTINCT FROM applicant.round_id AND EXISTS (
        SELECT 1 FROM contracts_round
        WHERE id = applicant.round_id AND closes_at <= now_at
    ) THEN
        RAISE EXCEPTION 'The round has closed. The version sent before stands.'
            USING ERRCODE = 'NM001';
    END IF;
    UPDATE contracts_submission SET received_at = now_at WHERE id = NEW.id;
    UPDATE contracts_application SET received_at = now_at, round_id = batch
        WHERE id = NEW.application_id;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER contracts_submission_receive
    AFTER INSERT ON contracts_submission DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION contracts_receive();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0002_joining"),
        ("providers", "0007_periods_of_the_schools_we_have"),
    ]

    operations = [
        migrations.RunSQL(MAY_READ, "DROP FUNCTION contracts_may_read(bigint)"),
        *[
            migrations.RunSQL(
                [
                    f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
                    f"CREATE POLICY sealed ON {table} USING (contracts_may_read(application_id))",
                ],
                [
                    f"DROP POLICY sealed ON {table}",
                    f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
                ],
            )
            for table in SEALED
        ],
        migrations.RunSQL(
            RECEIVE,
            "DROP TRIGGER contracts_submission_receive ON contracts_submission;"
            "DROP FUNCTION contracts_receive()",
        ),
    ]

"""How the database receives an application: when it came, and of which round it is."""

from __future__ import annotations

# Runs at the end of the transaction that submits. Receipts share the lock that closing a round
# takes alone (contracts.arrangements.models.round.RECEIPTS): whoever was before the instant is in
# the round before it closes. Exactly on the closing instant is late: it is for the next round,
# unless an earlier version was in time. That one stands, because it is what the others are compared
# with.
RECEIVE = """
CREATE OR REPLACE FUNCTION contracts_receive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    now_at timestamptz;
    applicant contracts_application%ROWTYPE;
    batch bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(8860002);
    now_at := public.nmiss_now();
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
$$
"""
AT_THE_COMMIT = """
CREATE CONSTRAINT TRIGGER contracts_submission_receive
    AFTER INSERT ON contracts_submission DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION contracts_receive();
"""

# Two officers open an application once its round has closed. So nobody moves it into a round that
# had closed before it was received, unless a recovery window was agreed.
OF_ITS_ROUND = """
CREATE OR REPLACE FUNCTION contracts_see_which_round() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.round_id IS NOT NULL AND NOT public.nmiss_is_owner()
        AND (TG_OP = 'INSERT' OR NEW.round_id IS DISTINCT FROM OLD.round_id) AND NOT EXISTS (
            SELECT 1 FROM public.contracts_round r WHERE r.id = NEW.round_id
            AND (r.closes_at > coalesce(NEW.received_at, public.nmiss_now()) OR EXISTS (
                SELECT 1 FROM public.contracts_recoverywindow w
                WHERE w.round_id = r.id AND w.provider_id = NEW.provider_id
                  AND w.agreed_at IS NOT NULL
                  AND w.opens_at <= NEW.received_at AND NEW.received_at < w.closes_at
            ))
        ) THEN
        RAISE EXCEPTION 'An application is of a round that closed after it was received.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER contracts_application_of_its_round BEFORE INSERT OR UPDATE OF round_id
    ON contracts_application FOR EACH ROW EXECUTE FUNCTION contracts_see_which_round();
"""

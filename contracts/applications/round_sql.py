"""In which round an application is, from its receipt on: in the place of ``receipt_sql``."""

from __future__ import annotations

# The round that evaluates what is received at an instant: one that two officers opened again for
# this provider, or the first that has not closed by then.
ROUND_AT = """
CREATE OR REPLACE FUNCTION public.contracts_round_at(vehicle bigint, provider bigint,
                                                     instant timestamptz)
RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT coalesce(
        (SELECT w.round_id FROM public.contracts_recoverywindow w
         JOIN public.contracts_round r ON r.id = w.round_id
         WHERE r.vehicle_id = vehicle AND w.provider_id = provider
           AND w.agreed_at IS NOT NULL AND w.opens_at <= instant AND instant < w.closes_at
         ORDER BY w.opens_at LIMIT 1),
        (SELECT id FROM public.contracts_round
         WHERE vehicle_id = vehicle AND status <> 'closed' AND closes_at > instant
         ORDER BY opens_at, id LIMIT 1));
END
"""

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
    batch := public.contracts_round_at(applicant.vehicle_id, applicant.provider_id, now_at);
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

# Two officers open an application once its round has closed, and the law counts from its receipt.
# So its newest version says when it was received, and with that its round. Nobody moves it
# after that, but out of a round that has not opened: into the next, where its days have moved, or
# into none, where it is not held.
OF_ITS_ROUND = """
CREATE OR REPLACE FUNCTION contracts_see_which_round() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF public.nmiss_is_owner() THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF num_nonnulls(NEW.round_id, NEW.received_at) > 0 THEN
            RAISE EXCEPTION 'An application begins as a draft.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.received_at IS DISTINCT FROM OLD.received_at THEN
        IF NEW.received_at IS DISTINCT FROM (
            SELECT received_at FROM public.contracts_submission
            WHERE application_id = NEW.id ORDER BY number DESC LIMIT 1
        ) OR NEW.round_id IS DISTINCT FROM
            public.contracts_round_at(NEW.vehicle_id, NEW.provider_id, NEW.received_at) THEN
            RAISE EXCEPTION 'An application is received when its newest version is.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.round_id IS DISTINCT FROM OLD.round_id AND (
        EXISTS (SELECT 1 FROM public.contracts_round
                WHERE id = OLD.round_id AND status <> 'planned')
        OR NEW.status <> 'received' AND NEW.round_id IS NOT NULL
        OR NEW.round_id IS NOT NULL AND NEW.round_id IS DISTINCT FROM (
            SELECT id FROM public.contracts_round
            WHERE vehicle_id = NEW.vehicle_id AND status <> 'closed'
              AND closes_at > public.nmiss_now()
            ORDER BY opens_at, id LIMIT 1)
    ) THEN
        RAISE EXCEPTION 'An application waits in the next round, and stays in one that has opened.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER contracts_application_of_its_round
    BEFORE INSERT OR UPDATE OF round_id, received_at
    ON contracts_application FOR EACH ROW EXECUTE FUNCTION contracts_see_which_round();

CREATE OR REPLACE FUNCTION contracts_see_that_no_round_is_held() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM public.contracts_round WHERE id = OLD.round_id)
        AND EXISTS (SELECT 1 FROM public.contracts_application
                    WHERE id = NEW.id AND round_id IS NULL)
        AND NOT public.nmiss_is_owner() THEN
        RAISE EXCEPTION 'Whoever is in a round that is held stays in it.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS contracts_application_of_no_round ON contracts_application;
CREATE CONSTRAINT TRIGGER contracts_application_of_no_round
    AFTER UPDATE OF round_id ON contracts_application DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.round_id IS NOT NULL AND NEW.round_id IS NULL)
    EXECUTE FUNCTION contracts_see_that_no_round_is_held();
"""

# In the place of that of ``contracts.arrangements.deadline_sql``, whose trigger runs it.
DEADLINE = """
CREATE OR REPLACE FUNCTION contracts_see_the_deadline() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF public.nmiss_is_owner() THEN
        RETURN NEW;
    END IF;
    IF NEW.status = 'planned' AND OLD.status <> 'planned' THEN
        RAISE EXCEPTION 'A round that has opened is not planned again.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.closes_at <> OLD.closes_at AND NEW.closes_at <= public.nmiss_now() THEN
        RAISE EXCEPTION 'A deadline does not move into the past.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.opened_at IS DISTINCT FROM OLD.opened_at AND NEW.opened_at > public.nmiss_now()
        OR NEW.closed_at IS DISTINCT FROM OLD.closed_at AND NEW.closed_at > public.nmiss_now()
        OR NEW.scheme_id IS DISTINCT FROM OLD.scheme_id AND OLD.status <> 'planned' THEN
        RAISE EXCEPTION 'A round opens and closes at its time, by the scheme it opened with.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
"""

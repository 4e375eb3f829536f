"""How the database holds the deadline of a round against SQL of the web's role."""

from __future__ import annotations

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
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER contracts_round_deadline BEFORE UPDATE ON contracts_round
    FOR EACH ROW EXECUTE FUNCTION contracts_see_the_deadline();
"""

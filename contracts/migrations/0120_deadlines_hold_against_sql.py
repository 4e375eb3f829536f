"""Hold the deadline of a round, and the round of an application, against SQL of the web's role.

Two officers open an application once its round has closed. So nobody moves it into a round that had
closed before it was received, unless a recovery window was agreed; and no deadline moves into the past.
"""

from django.db import migrations

OF_ITS_ROUND = """
CREATE FUNCTION contracts_see_which_round() RETURNS trigger
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
CREATE TRIGGER contracts_application_of_its_round BEFORE INSERT OR UPDATE OF round_id
    ON contracts_application FOR EACH ROW EXECUTE FUNCTION contracts_see_which_round();
"""
DEADLINE = """
CREATE FUNCTION contracts_see_the_deadline() RETURNS trigger
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
CREATE TRIGGER contracts_round_deadline BEFORE UPDATE ON contracts_round
    FOR EACH ROW EXECUTE FUNCTION contracts_see_the_deadline();
"""
NO_MORE = """
DROP TRIGGER contracts_application_of_its_round ON contracts_application;
DROP TRIGGER contracts_round_deadline ON contracts_round;
DROP FUNCTION contracts_see_which_round(), contracts_see_the_deadline();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("contracts", "0113_documents_are_the_applicants"),
        ("core", "0180_who_is_the_owner"),
    ]

    operations = [migrations.RunSQL([OF_ITS_ROUND, DEADLINE], NO_MORE)]

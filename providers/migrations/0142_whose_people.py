"""Have the database say who can belong to a provider, and whom the council named.

These are plain triggers: nothing that a role of the hub can set turns them off.
"""

from django.db import migrations

# Nobody of the council belongs to a provider: an account is the one or the other for good.
# Who is named by two officers is so by a proposal that was agreed to, for this provider; and only
# somebody of the provider's own, whom the council did not name, lets them read earlier ones.
PEOPLE = """
CREATE FUNCTION providers_see_whose_people() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM public.accounts_user u WHERE u.id = NEW.user_id AND u.role = 'provider'
    ) THEN
        RAISE EXCEPTION 'Nobody of the council belongs to a provider.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.named_in_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.accounts_proposal p
        WHERE p.id = NEW.named_in_id AND p.kind = 'first_owner' AND p.decision = 'agreed'
          AND p.given ->> 'provider' = NEW.provider_id::text
    ) THEN
        RAISE EXCEPTION 'Two officers name an owner.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.user_id <> OLD.user_id OR NEW.provider_id <> OLD.provider_id
            OR NEW.named_in_id IS DISTINCT FROM OLD.named_in_id THEN
            RAISE EXCEPTION 'A part in a provider is ended and begun, not changed.'
                USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.reads_from IS DISTINCT FROM OLD.reads_from AND NOT (
            NEW.reads_from IS NULL AND EXISTS (
                SELECT 1 FROM public.providers_providermember m
                JOIN public.accounts_user u ON u.id = m.user_id
                WHERE m.provider_id = NEW.provider_id AND m.user_id = NEW.vouched_by_id
                  AND m.id <> NEW.id AND m.reads_from IS NULL
                  AND m.role IN ('owner', 'editor') AND u.is_active
            )
        ) THEN
            RAISE EXCEPTION 'One of the provider''s own people lets another read earlier ones.'
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER providers_providermember_whose BEFORE INSERT OR UPDATE ON providers_providermember
    FOR EACH ROW EXECUTE FUNCTION providers_see_whose_people();

CREATE FUNCTION providers_see_who_named() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM public.accounts_user u
        WHERE u.id = NEW.invited_by_id AND u.role <> 'provider'
    ) AND (NEW.reads_from IS NULL OR NOT EXISTS (
        SELECT 1 FROM public.accounts_proposal p
        WHERE p.id = NEW.named_in_id AND p.kind = 'first_owner' AND p.decision = 'agreed'
          AND p.given ->> 'provider' = NEW.provider_id::text
          AND p.given ->> 'email' = NEW.email AND NEW.role = 'owner'
    )) THEN
        RAISE EXCEPTION 'The council names an owner by two officers.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER providers_providerinvitation_named BEFORE INSERT OR UPDATE
    ON providers_providerinvitation FOR EACH ROW EXECUTE FUNCTION providers_see_who_named();
"""
NO_PEOPLE = """
DROP TRIGGER providers_providerinvitation_named ON providers_providerinvitation;
DROP TRIGGER providers_providermember_whose ON providers_providermember;
DROP FUNCTION providers_see_who_named(), providers_see_whose_people();
"""


class Migration(migrations.Migration):
    dependencies = [("providers", "0141_invited_with_consent")]

    operations = [migrations.RunSQL(PEOPLE, NO_PEOPLE)]

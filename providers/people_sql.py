"""How the database holds a provider's people to their rule: they come by consent, in person.

Whoever belongs to a provider reads what it sealed. So SQL alone makes nobody a member, whatever the
role of the web sets: an owner invites in person, the person accepts in person, and what they read
is what the invitation says. The owner of the tables, who makes the demo, is bound
by ``WHOSE`` alone.
"""

from __future__ import annotations

# This holds for the owner of the tables, too. Nobody of the council belongs to a provider: an
# account is the one or the other for good. Who is named by two officers is so by a proposal that
# was agreed to, for this provider; and only somebody of the provider's own, whom the council did
# not name, lets them read earlier ones.
WHOSE = """
CREATE OR REPLACE FUNCTION providers_see_whose_people() RETURNS trigger
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
CREATE OR REPLACE TRIGGER providers_providermember_whose BEFORE INSERT OR UPDATE
    ON providers_providermember FOR EACH ROW EXECUTE FUNCTION providers_see_whose_people();

CREATE OR REPLACE FUNCTION providers_see_who_named() RETURNS trigger
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
CREATE OR REPLACE TRIGGER providers_providerinvitation_named BEFORE INSERT OR UPDATE
    ON providers_providerinvitation FOR EACH ROW EXECUTE FUNCTION providers_see_who_named();
"""

# Nobody's part begins otherwise, and nobody's role changes: it is ended and begun anew.
MEMBERS = """
CREATE OR REPLACE FUNCTION providers_see_who_comes() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    acts bigint := public.nmiss_acting_person();
BEGIN
    IF public.nmiss_is_owner() THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        IF NOT public.providers_is_owner(OLD.provider_id, acts) THEN
            RAISE EXCEPTION 'An owner ends a part in a provider, in person.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.vouched_by_id IS NOT NULL OR NEW.user_id IS DISTINCT FROM acts OR NOT EXISTS (
            SELECT 1 FROM public.providers_providerinvitation i
            JOIN public.accounts_user u ON u.email = i.email
            WHERE u.id = NEW.user_id AND u.is_active AND i.provider_id = NEW.provider_id
              AND i.ended_how = 'accepted' AND i.role = NEW.role
              AND i.named_in_id IS NOT DISTINCT FROM NEW.named_in_id
              AND i.reads_from IS NOT DISTINCT FROM NEW.reads_from
        ) THEN
            RAISE EXCEPTION 'Whoever accepted an invitation acts for a provider, as it says.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.role <> OLD.role THEN
        RAISE EXCEPTION 'A part in a provider is ended and begun, not changed.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF ROW(NEW.reads_from, NEW.vouched_by_id) IS DISTINCT FROM
        ROW(OLD.reads_from, OLD.vouched_by_id) AND NEW.vouched_by_id IS DISTINCT FROM acts THEN
        RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER providers_providermember_in_person BEFORE INSERT OR UPDATE OR DELETE
    ON providers_providermember FOR EACH ROW EXECUTE FUNCTION providers_see_who_comes();
"""

IS_OWNER = """
CREATE OR REPLACE FUNCTION public.providers_is_owner(provider bigint, person bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT 1 FROM public.providers_providermember m
        JOIN public.accounts_user u ON u.id = m.user_id
        WHERE m.provider_id = provider AND m.user_id = person
          AND m.role = 'owner' AND u.is_active
    );
END
"""

# An owner invites, to read no more than they read themselves; where no owner can sign in, two
# officers agree, and then what was begun before stays closed.
INVITATIONS = """
CREATE OR REPLACE FUNCTION providers_see_who_invites() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    acts bigint := public.nmiss_acting_person();
    own public.providers_providermember%ROWTYPE;
    lasting text[] := ARRAY['invited_by_id', 'sent_at', 'expires_at', 'ended_at', 'ended_how'];
BEGIN
    IF public.nmiss_is_owner() THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'An invitation is kept for good.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL
        OR (to_jsonb(NEW) - lasting) <> (to_jsonb(OLD) - lasting)) THEN
        RAISE EXCEPTION 'An invitation is answered or ends, and is not changed.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.ended_how IN ('accepted', 'declined') THEN
        IF OLD.expires_at <= public.nmiss_now() OR NOT EXISTS (
            SELECT 1 FROM public.accounts_user u
            WHERE u.id = acts AND u.email = NEW.email AND u.is_active
        ) THEN
            RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF public.providers_is_owner(NEW.provider_id, acts) THEN
        SELECT * INTO own FROM public.providers_providermember m
            WHERE m.provider_id = NEW.provider_id AND m.user_id = acts;
        IF TG_OP = 'UPDATE' AND (NEW.ended_how = 'removed' OR NEW.invited_by_id = acts)
            OR TG_OP = 'INSERT' AND NEW.ended_at IS NULL AND NEW.invited_by_id = acts
                AND NEW.named_in_id IS NULL
                AND (own.reads_from IS NULL OR NEW.reads_from >= own.reads_from) THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'INSERT' AND NEW.ended_at IS NULL AND EXISTS (
        SELECT 1 FROM public.accounts_proposal p
        WHERE p.id = NEW.named_in_id AND p.kind = 'first_owner' AND p.decision = 'agreed'
          AND p.proposed_by_id = NEW.invited_by_id AND p.decided_by_id = acts
          AND p.given ->> 'provider' = NEW.provider_id::text
          AND p.given ->> 'email' = NEW.email AND NEW.role = 'owner'
          AND NEW.reads_from >= p.decided_at
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'An owner, or two officers, invite in person.'
        USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER providers_providerinvitation_in_person BEFORE INSERT OR UPDATE OR DELETE
    ON providers_providerinvitation FOR EACH ROW EXECUTE FUNCTION providers_see_who_invites();
"""

"""How the database holds accounts to their rule: whoever comes in does it in person.

The hub says for whom a transaction acts (``nmiss.base.core.acting``) once it knows who it is: by a
session, or by a link or a code that was right. SQL alone cannot say it, whatever the role of the
web sets. The owner of the tables, who makes the demo and invites the first two, is not asked.
"""

from __future__ import annotations

# An account begins closed, without a password. Its person opens it by an invitation; an
# administrator closes it, and opens it again (who commissions: by two, ``proposal_sql``). Its
# address, its name and its password are its person's own.
ACCOUNTS = """
CREATE OR REPLACE FUNCTION accounts_see_whose_account() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    acts bigint := public.nmiss_acting_person();
    in_person boolean;
BEGIN
    IF public.nmiss_is_owner() THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'An account is closed, not deleted.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.is_active OR NEW.joined_at IS NOT NULL OR left(NEW.password, 1) <> '!'
            OR NEW.times_closed <> 0 THEN
            RAISE EXCEPTION 'An account begins closed: its person opens it by an invitation.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    in_person := acts IS NOT DISTINCT FROM NEW.id;
    IF ROW(NEW.email, NEW.name, NEW.password) IS DISTINCT FROM
        ROW(OLD.email, OLD.name, OLD.password) AND NOT in_person THEN
        RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.joined_at IS NULL AND (NEW.is_active OR NEW.joined_at IS NOT NULL) THEN
        IF NOT in_person OR NOT NEW.is_active OR NOT EXISTS (
            SELECT 1 FROM public.accounts_invitation i
            WHERE i.user_id = NEW.id AND i.accepted_at IS NOT NULL
        ) THEN
            RAISE EXCEPTION 'An invitation that its person accepted opens an account.'
                USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.joined_at IS DISTINCT FROM OLD.joined_at THEN
        RAISE EXCEPTION 'An account is joined once.' USING ERRCODE = 'check_violation';
    ELSIF NEW.is_active <> OLD.is_active AND (in_person OR NOT EXISTS (
        SELECT 1 FROM public.accounts_user a
        WHERE a.id = acts AND a.is_active AND (
            a.role = 'administrator' OR a.role = 'manager' AND NEW.is_active AND EXISTS (
                SELECT 1 FROM public.accounts_proposal p
                WHERE p.kind = 'reopen_account' AND p.decision = 'agreed'
                  AND p.about_id = NEW.id AND p.decided_by_id = acts
            )
        )
    )) THEN
        RAISE EXCEPTION 'An administrator closes an account, and opens it again.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER accounts_user_in_person BEFORE INSERT OR UPDATE OR DELETE ON accounts_user
    FOR EACH ROW EXECUTE FUNCTION accounts_see_whose_account();
"""

# Who invites does it in person, or agrees in person to what another proposed. Nobody is invited
# who has joined: a link sets a password. It is accepted once, by whom it is for.
INVITATIONS = """
CREATE OR REPLACE FUNCTION accounts_see_who_sends() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    acts bigint := public.nmiss_acting_person();
    who public.accounts_user%ROWTYPE;
BEGIN
    IF public.nmiss_is_owner() THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'An invitation is kept for good.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT * INTO who FROM public.accounts_user WHERE id = NEW.user_id;
        IF NEW.invited_by_id IS NULL THEN
            RAISE EXCEPTION 'The operator alone invites in nobody''s name.'
                USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.accepted_at IS NOT NULL OR who.joined_at IS NOT NULL THEN
            RAISE EXCEPTION 'Nobody is invited who has joined.' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.invited_by_id IS DISTINCT FROM acts AND NOT EXISTS (
            SELECT 1 FROM public.accounts_proposal p
            WHERE p.decision = 'agreed' AND p.proposed_by_id = NEW.invited_by_id
              AND p.decided_by_id = acts AND (
                p.kind = 'account' AND p.subject = who.email
                OR p.kind = 'first_owner' AND p.given ->> 'email' = who.email
                    AND who.role = 'provider'
            )
        ) THEN
            RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
        END IF;
        IF who.role <> 'provider' AND NOT EXISTS (
            SELECT 1 FROM public.accounts_user a
            WHERE a.id = acts AND a.is_active AND a.role IN ('administrator', 'manager')
        ) THEN
            RAISE EXCEPTION 'An administrator invites to the council.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.accepted_at IS NOT NULL OR NEW.expires_at > OLD.expires_at
        OR (to_jsonb(NEW) - ARRAY['accepted_at', 'expires_at'])
            <> (to_jsonb(OLD) - ARRAY['accepted_at', 'expires_at']) THEN
        RAISE EXCEPTION 'An invitation is accepted or ends, and is not changed.'
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.accepted_at IS NOT NULL
        AND (acts IS DISTINCT FROM NEW.user_id OR OLD.expires_at <= public.nmiss_now()) THEN
        RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER accounts_invitation_in_person BEFORE INSERT OR UPDATE OR DELETE
    ON accounts_invitation FOR EACH ROW EXECUTE FUNCTION accounts_see_who_sends();
"""

# Second factors are their person's own; who lost theirs has them removed by two.
SECOND_FACTORS = """
CREATE OR REPLACE FUNCTION accounts_see_whose_factor() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    acts bigint := public.nmiss_acting_person();
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF public.nmiss_is_owner() OR OLD.user_id = acts OR EXISTS (
            SELECT 1 FROM public.accounts_proposal p
            WHERE p.kind = 'second_factor' AND p.decision = 'agreed'
              AND p.about_id = OLD.user_id AND p.decided_by_id = acts
        ) THEN
            RETURN OLD;
        END IF;
    ELSIF public.nmiss_is_owner() THEN
        RETURN NEW;
    ELSIF TG_OP = 'INSERT' THEN
        IF NEW.user_id = acts THEN RETURN NEW; END IF;
    ELSIF (to_jsonb(NEW) - 'last_used_at') = (to_jsonb(OLD) - 'last_used_at')
        OR NEW.user_id = OLD.user_id AND NEW.type = OLD.type AND NEW.user_id = acts THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Whom this names does it in person.' USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER accounts_authenticator_in_person BEFORE INSERT OR UPDATE OR DELETE
    ON mfa_authenticator FOR EACH ROW EXECUTE FUNCTION accounts_see_whose_factor();
"""

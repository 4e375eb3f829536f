"""How the database holds proposals to their rule: two people, each of the right role.

These are plain triggers: nothing that a role of the hub can set turns them off.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

WhoMay = Mapping[str, tuple[Collection[str], Collection[str]]]  # by kind: who proposes, who agrees


def who_may(kinds: WhoMay) -> str:
    """Make the function that knows the roles; each ``migrate`` makes it anew, whole, at its end."""
    cases = "\n".join(
        f"        WHEN '{kind}.{act}' THEN ARRAY[{', '.join(map(_quoted, roles))}]"
        for kind, (proposers, agreers) in kinds.items()
        for act, roles in (("propose", proposers), ("agree", agreers))
    )
    return f"""
CREATE OR REPLACE FUNCTION accounts_who_may(act text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
    SELECT CASE act
{cases}
        ELSE ARRAY[]::text[] END
$$
"""


def _quoted(role: str) -> str:
    return f"'{role}'"


# Where administrators and managers may propose the same, a manager does so only in the place of
# an administrator: while none can sign in but the person concerned.
PROPOSALS = """
CREATE OR REPLACE FUNCTION accounts_see_that_two_propose() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    who public.accounts_user%ROWTYPE;
    may text[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A proposal is kept for good.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT * INTO who FROM public.accounts_user WHERE id = NEW.proposed_by_id;
        may := public.accounts_who_may(NEW.kind || '.propose');
        IF NEW.decision <> '' THEN
            RAISE EXCEPTION 'A proposal begins undecided.' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT who.is_active OR NOT who.role = ANY (may) OR (
            who.role = 'manager' AND 'administrator' = ANY (may) AND EXISTS (
                SELECT 1 FROM public.accounts_user a
                WHERE a.role = 'administrator' AND a.is_active
                  AND a.id IS DISTINCT FROM NEW.about_id
            )
        ) THEN
            RAISE EXCEPTION 'Who proposes this has not the role for it.'
                USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.decision <> '' THEN
        RAISE EXCEPTION 'What is decided is not changed.' USING ERRCODE = 'check_violation';
    END IF;
    may := ARRAY['decision', 'decided_by_id', 'decided_for_id', 'decided_at', 'declined_because'];
    IF (to_jsonb(NEW) - may)
        <> (to_jsonb(OLD) - may)
    THEN
        RAISE EXCEPTION 'A proposal is decided, not changed.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.decision IN ('agreed', 'declined') THEN
        SELECT * INTO who FROM public.accounts_user WHERE id = NEW.decided_by_id;
        IF NOT who.is_active
            OR NOT who.role = ANY (public.accounts_who_may(NEW.kind || '.agree')) THEN
            RAISE EXCEPTION 'Who decides this has not the role for it.'
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER accounts_proposal_by_two BEFORE INSERT OR UPDATE OR DELETE
    ON accounts_proposal FOR EACH ROW EXECUTE FUNCTION accounts_see_that_two_propose();
"""

# An account of those who commission, or make accounts, opens by a proposal that was agreed to;
# the first administrators by an invitation of the operator's, which nobody gave by name.
OPENED_BY_TWO = """
CREATE OR REPLACE FUNCTION accounts_see_that_two_open() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF NEW.role <> OLD.role THEN
        RAISE EXCEPTION 'The role of an account is not changed.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.times_closed < OLD.times_closed THEN
        RAISE EXCEPTION 'A closing is not taken back.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.role NOT IN ('officer', 'manager', 'administrator') OR OLD.is_active
        OR NOT NEW.is_active THEN
        RETURN NEW;
    END IF;
    IF OLD.joined_at IS NULL THEN
        IF EXISTS (
            SELECT 1 FROM public.accounts_proposal p
            WHERE p.kind = 'account' AND p.decision = 'agreed' AND p.subject = NEW.email
              AND p.given ->> 'role' = NEW.role
        ) OR EXISTS (
            SELECT 1 FROM public.accounts_invitation i
            WHERE i.user_id = NEW.id AND i.invited_by_id IS NULL
        ) THEN
            RETURN NEW;
        END IF;
    ELSIF EXISTS (
        SELECT 1 FROM public.accounts_proposal p
        WHERE p.kind = 'reopen_account' AND p.decision = 'agreed' AND p.about_id = NEW.id
          AND p.given ->> 'times_closed' = OLD.times_closed::text
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Two people open this account.' USING ERRCODE = 'check_violation';
END
$$;
CREATE OR REPLACE TRIGGER accounts_user_opened_by_two BEFORE UPDATE ON accounts_user
    FOR EACH ROW EXECUTE FUNCTION accounts_see_that_two_open();

CREATE OR REPLACE FUNCTION accounts_see_who_invites() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    who public.accounts_user%ROWTYPE;
BEGIN
    SELECT * INTO who FROM public.accounts_user WHERE id = NEW.user_id;
    IF NEW.invited_by_id IS NULL AND who.role IN ('officer', 'manager')
        OR NEW.invited_by_id IS NOT NULL AND who.role IN ('officer', 'manager', 'administrator')
            AND NOT EXISTS (
                SELECT 1 FROM public.accounts_proposal p
                WHERE p.kind = 'account' AND p.decision = 'agreed' AND p.subject = who.email
                  AND p.given ->> 'role' = who.role
            )
    THEN
        RAISE EXCEPTION 'Two people open this account.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER accounts_invitation_by_two BEFORE INSERT ON accounts_invitation
    FOR EACH ROW EXECUTE FUNCTION accounts_see_who_invites();
"""

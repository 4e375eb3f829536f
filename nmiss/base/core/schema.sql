-- Made of accounts.0001_initial 76e73eba2579b326
-- Made of accounts.0002_walls 93a7701600a70f2e
-- Made of accounts.0340_calendar_feeds 778ec4a79f8abc4e
-- Made of contracts.0001_arrangements a8e8dd94313507a9
-- Made of contracts.0002_applications a80c730edb65cdea
-- Made of contracts.0003_evaluation a5967b26e372f234
-- Made of contracts.0004_membership c760c39d3f5978ef
-- Made of contracts.0005_walls 63f5b59b80795d03
-- Made of contracts.0310_term_and_options a53b81531df7ae2d
-- Made of contracts.0320_vehicle_figures 80d76b4286935717
-- Made of contracts.0330_decisions 8213f0861d62ab5a
-- Made of contracts.0331_options_used e5722ff2db4d1f13
-- Made of contracts.0340_every_notice_of_the_act e4cb176624fb0bec
-- Made of core.0001_initial f580e15c7c559c9d
-- Made of core.0002_who_acts b88f4b2b23504898
-- Made of core.0003_legal_time_limits b429c48ef0be62f0
-- Made of core.0310_numbers_of_decisions_and_terms 7f09cf917a6aa974
-- Made of core.0320_place_funding 818e6c0342233b13
-- Made of demo.0001_demo_people b0e16c128253106d
-- Made of files.0001_initial e885058ce0356a33
-- Made of imports.0001_initial fa28e17255961a5d
-- Made of imports.0320_prices_come_in 7b813aeaf2488b14
-- Made of imports.0321_indicators_and_returns_come_in 48fb0f6593ad5932
-- Made of imports.0500_price_lists_come_in 9fab65388fe6187c
-- Made of kpis.0001_initial 7cb1b0ffe4564d99
-- Made of kpis.0100_return_rules 2ea77f651db34d51
-- Made of kpis.0101_warn_percent b290a44a4b2c0534
-- Made of placements.0001_initial 7947694ccbb898f0
-- Made of placements.0320_prices 2e914f0f75096fc8
-- Made of placements.0330_cases 8a47c6cd89ffe7df
-- Made of placements.0331_place_funding_is_a_number_of_the_law 40994afdd4a73937
-- Made of placements.0500_price_lists 95d0be35dfd4b9d2
-- Made of placements.0510_fee_requests 58ed5bdc20512778
-- Made of providers.0001_initial 8491a689e50132a4
-- Made of providers.0002_walls 59474455e63cb0b7
-- Made of providers.0330_vacancies 38c62d3ec6d6c22e
-- Made of providers.0331_standing afe48ea2fb2a09f9

SET LOCAL check_function_bodies = off;
SET LOCAL client_min_messages = warning;
SELECT set_config('search_path', '', true);


CREATE SCHEMA nmiss_owner;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION public._pgh_attach_context() RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    DECLARE
        given uuid := NULLIF(current_setting('pghistory.context_id', true), '');
        said jsonb := NULLIF(current_setting('pghistory.context_metadata', true), '');
    BEGIN
        IF given IS NULL OR said IS NULL THEN RETURN NULL; END IF;
        INSERT INTO public.pghistory_context AS kept (id, metadata, created_at, updated_at)
            VALUES (given, said, now(), now())
            ON CONFLICT (id) DO UPDATE SET metadata = excluded.metadata
            WHERE kept.created_at = now() AND kept.metadata <> excluded.metadata;
        IF EXISTS (SELECT 1 FROM public.pghistory_context
                   WHERE id = given AND metadata = said) THEN
            RETURN given;
        END IF;
        given := md5(given::text || said::text)::uuid;
        INSERT INTO public.pghistory_context (id, metadata, created_at, updated_at)
            VALUES (given, said, now(), now()) ON CONFLICT (id) DO NOTHING;
        RETURN given;
    END
    $$;

CREATE FUNCTION public.accounts_see_that_two_open() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_see_that_two_propose() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_see_who_invites() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_see_who_sends() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_see_whose_account() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_see_whose_factor() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.accounts_who_may(act text) RETURNS text[]
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog'
    AS $$
    SELECT CASE act
        WHEN 'fee_mandate.propose' THEN ARRAY['officer', 'manager']
        WHEN 'fee_mandate.agree' THEN ARRAY['manager']
        WHEN 'round_extension.propose' THEN ARRAY['officer', 'manager']
        WHEN 'round_extension.agree' THEN ARRAY['officer', 'manager']
        WHEN 'recovery_window.propose' THEN ARRAY['officer', 'manager']
        WHEN 'recovery_window.agree' THEN ARRAY['officer', 'manager']
        WHEN 'first_owner.propose' THEN ARRAY['officer', 'manager']
        WHEN 'first_owner.agree' THEN ARRAY['officer', 'manager']
        WHEN 'account.propose' THEN ARRAY['administrator', 'manager']
        WHEN 'account.agree' THEN ARRAY['administrator', 'manager']
        WHEN 'reopen_account.propose' THEN ARRAY['administrator', 'manager']
        WHEN 'reopen_account.agree' THEN ARRAY['administrator', 'manager']
        WHEN 'second_factor.propose' THEN ARRAY['administrator', 'manager']
        WHEN 'second_factor.agree' THEN ARRAY['administrator', 'manager']
        ELSE ARRAY[]::text[] END
$$;

CREATE TABLE nmiss_owner.acting_key (
    only_one boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT acting_key_only_one_check CHECK (only_one)
);

CREATE FUNCTION public.nmiss_person_of(token text, moment text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (said.number ~ '^[1-9][0-9]{0,17}$'::text) THEN (said.number)::bigint
             ELSE NULL::bigint
         END AS "case"
    FROM ( SELECT split_part(nmiss_person_of.token, ':'::text, 1) AS number,
             substr(nmiss_person_of.token, (strpos(nmiss_person_of.token, ':'::text) + 1)) AS digest) said,
     nmiss_owner.acting_key k
   WHERE ((nmiss_person_of.moment IS NOT NULL) AND (sha256((k.key || convert_to(said.digest, 'UTF8'::name))) = sha256((k.key || convert_to(encode(sha256((k.key || sha256((k.key || convert_to(((said.number || ' '::text) || nmiss_person_of.moment), 'UTF8'::name))))), 'hex'::text), 'UTF8'::name)))));
END;

CREATE FUNCTION public.nmiss_this_transaction() RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT concat_ws(' '::text, pg_backend_pid(), ((EXTRACT(epoch FROM pg_stat_get_activity.backend_start) * (1000000)::numeric))::bigint, ((EXTRACT(epoch FROM transaction_timestamp()) * (1000000)::numeric))::bigint, pg_current_xact_id()) AS concat_ws
    FROM pg_stat_get_activity(pg_backend_pid()) pg_stat_get_activity(datid, pid, usesysid, application_name, state, query, wait_event_type, wait_event, xact_start, query_start, backend_start, state_change, client_addr, client_hostname, client_port, backend_xid, backend_xmin, backend_type, ssl, sslversion, sslcipher, sslbits, ssl_client_dn, ssl_client_serial, ssl_issuer_dn, gss_auth, gss_princ, gss_enc, gss_delegation, leader_pid, query_id)
   WHERE (pg_stat_get_activity.backend_start IS NOT NULL);
END;

CREATE FUNCTION public.nmiss_acting_person() RETURNS bigint
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (current_setting('nmiss.person'::text, true) <> ''::text) THEN public.nmiss_person_of(current_setting('nmiss.person'::text, true), public.nmiss_this_transaction())
             ELSE NULL::bigint
         END AS "case";
END;

CREATE TABLE nmiss_owner.clock (
    only_one boolean DEFAULT true NOT NULL,
    ahead numeric DEFAULT 0 NOT NULL,
    CONSTRAINT clock_only_one_check CHECK (only_one)
);

CREATE FUNCTION public.nmiss_now() RETURNS timestamp with time zone
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT (clock_timestamp() + make_interval(secs => (clock.ahead)::double precision))
    FROM nmiss_owner.clock;
END;

CREATE TABLE public.contracts_application (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    previous_id bigint,
    status character varying(20) NOT NULL,
    started_by_id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    round_id bigint,
    received_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    opened_at timestamp with time zone,
    decided_at timestamp with time zone,
    CONSTRAINT contracts_application_decided_agrees_with_status CHECK ((((decided_at IS NOT NULL) AND ((status)::text = ANY (ARRAY[('approved'::character varying)::text, ('told'::character varying)::text]))) OR ((NOT ((status)::text = ANY (ARRAY[('approved'::character varying)::text, ('told'::character varying)::text]))) AND (decided_at IS NULL)))),
    CONSTRAINT contracts_application_opened_agrees_with_status CHECK ((((opened_at IS NULL) AND ((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('received'::character varying)::text, ('withdrawn'::character varying)::text]))) OR ((opened_at IS NOT NULL) AND ((status)::text = ANY (ARRAY[('evaluated'::character varying)::text, ('recommended'::character varying)::text, ('approved'::character varying)::text, ('told'::character varying)::text]))))),
    CONSTRAINT contracts_application_status_is_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('received'::character varying)::text, ('withdrawn'::character varying)::text, ('evaluated'::character varying)::text, ('recommended'::character varying)::text, ('approved'::character varying)::text, ('told'::character varying)::text])))
);

CREATE TABLE public.providers_providermember (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role character varying(10) NOT NULL,
    named_in_id bigint,
    reads_from timestamp with time zone,
    vouched_by_id bigint,
    CONSTRAINT providers_providermember_named_reads_from CHECK (((named_in_id IS NULL) OR (reads_from IS NOT NULL) OR (NOT (vouched_by_id IS NULL)))),
    CONSTRAINT providers_providermember_role_is_known CHECK (((role)::text = ANY (ARRAY[('owner'::character varying)::text, ('editor'::character varying)::text, ('viewer'::character varying)::text]))),
    CONSTRAINT providers_providermember_vouched_by_another CHECK (((vouched_by_id IS NULL) OR ((NOT ((vouched_by_id = user_id) AND (vouched_by_id IS NOT NULL))) AND (reads_from IS NULL))))
);

CREATE FUNCTION public.contracts_may_read(wanted bigint) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM public.contracts_application a
           WHERE ((a.id = contracts_may_read.wanted) AND ((a.opened_at IS NOT NULL) OR (EXISTS ( SELECT 1
                    FROM public.providers_providermember m
                   WHERE ((m.provider_id = a.provider_id) AND (m.user_id = public.nmiss_acting_person()) AND ((m.reads_from IS NULL) OR (m.reads_from <= a.started_at))))))))) AS "exists";
END;

CREATE FUNCTION public.contracts_receive() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
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
$$;

CREATE FUNCTION public.contracts_see_the_deadline() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.contracts_see_which_round() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.nmiss_clock_ahead() RETURNS numeric
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT clock.ahead
    FROM nmiss_owner.clock;
END;

CREATE TABLE public.core_auditevent (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    actor_id bigint,
    actor_name character varying(200) NOT NULL,
    verb character varying(100) NOT NULL,
    target_type character varying(100) NOT NULL,
    target_id bigint,
    target_name character varying(300) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    given jsonb NOT NULL
);

CREATE FUNCTION public.nmiss_is_owner() RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT (pg_get_userbyid(pg_class.relowner) = CURRENT_USER)
    FROM pg_class
   WHERE (pg_class.oid = ('public.core_auditevent'::regclass)::oid);
END;

CREATE FUNCTION public.nmiss_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  SELECT trim(
    regexp_replace(
      regexp_replace(
        replace(
          regexp_replace(
            lower(public.unaccent('public.unaccent'::regdictionary, words)), '[''`.]', '', 'g'
          ), '&', ' and '
        ), '[^a-z0-9]+', ' ', 'g'
      ), '\msaint\M', 'st', 'g'
    )
  )
$$;

CREATE FUNCTION public.pgtrigger_added_by_the_applicant_f2746() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application a
                        JOIN providers_providermember m ON m.provider_id = a.provider_id
                        WHERE a.id = NEW.application_id AND m.user_id = public.nmiss_acting_person()
                    ) THEN
                        RAISE EXCEPTION 'An applicant adds its documents, in person.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_after_two_scores_4d4e4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (
                        SELECT 1 FROM contracts_application p
                        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id
                        JOIN contracts_conflictdeclaration c
                          ON c.application_id = p.id AND c.person_id = NEW.chair_id
                         AND NOT c.has_conflict
                        WHERE p.id = NEW.application_id AND p.status = 'evaluated'
                          AND NEW.score <= s.scale
                    ) THEN
                        RAISE EXCEPTION 'The chair has no conflict; the score is in the scale.';
                    END IF;
                    IF 2 > (
                        SELECT count(DISTINCT a.evaluator_id) FROM contracts_assignment a
                        JOIN contracts_score s ON s.assignment_id = a.id
                        WHERE a.application_id = NEW.application_id
                          AND a.question_id = NEW.question_id AND a.released_at IS NULL
                    ) OR EXISTS (
                        SELECT 1 FROM contracts_assignment a
                        WHERE a.application_id = NEW.application_id
                          AND a.question_id = NEW.question_id AND a.released_at IS NULL
                          AND NOT EXISTS (SELECT 1 FROM contracts_score s
                                          WHERE s.assignment_id = a.id)
                    ) THEN
                        RAISE EXCEPTION 'Two evaluators and all who are assigned score first.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_agreed_by_two_486d6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (
                        SELECT 1 FROM public.accounts_proposal p
                        WHERE p.id = NEW.proposal_id AND p.kind = 'recovery_window'
                          AND p.decision = 'agreed'
                          AND p.given ->> 'round' = NEW.round_id::text
                          AND p.given ->> 'provider' = NEW.provider_id::text
                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at
                    ) THEN
                        RAISE EXCEPTION 'Two officers give a recovery window.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_all_from_the_first_2fd30() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    DECLARE
        of_list bigint := CASE TG_TABLE_NAME
            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint
            ELSE (to_jsonb(NEW)->>'price_list_id')::bigint END;
    BEGIN
        IF EXISTS (
            SELECT FROM public.placements_pricelist AS list
            WHERE list.id = of_list AND list.size <> (
                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id
            )
        ) THEN
            RAISE EXCEPTION 'A price list has all its lines from the first.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0014f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_008e1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_01076() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0c4c5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0de6d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0e94c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0fc70() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1093c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_13c0e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_14b5a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_16bad() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_193f7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1ae15() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1c067() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_1e908() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_222d1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_229e1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_24628() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_28a48() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_2c888() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_34163() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_349e0() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_37c9f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_39e79() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_39f52() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_3f677() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_40e96() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_431f6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_44863() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_45b21() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_4fc82() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_50911() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_50ab9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5227b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_54738() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_54a11() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5564f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_56910() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_57bd9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_58431() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_58617() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_589d9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_59a61() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5a83e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5ca7c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_60604() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_633d2() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_6725c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_692eb() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_6b5ac() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_6d6e0() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_715c2() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_73209() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_7609b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_76f13() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_78393() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_78ba7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_7b446() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_7e3c1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_8110e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_82a8a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_82c58() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_867bf() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_913a7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_9a2ab() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_9c556() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_9c697() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_9ce32() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a369f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a40cd() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a413f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a834a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_a90c0() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_afb72() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b0336() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b0ed8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b2734() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b4566() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b4c64() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b5f0f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b6305() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_b7673() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bb0a8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bbfcc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bcd21() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bdef5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_be49a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_bf6e7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_c7063() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_c9fa8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ca594() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_cb3c6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d2f33() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d3f47() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d5b4f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d609f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_dc8bf() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_dcaf8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_e0075() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_e4f49() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ea32b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ead73() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ec478() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ed52e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_f2599() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_f45e9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_at_its_instant_0c8c6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.at IS NULL
                        OR abs(extract(epoch FROM NEW.at - public.nmiss_now())) > 60 THEN
                        RAISE EXCEPTION 'What was done is written down when it is done.';
                    END IF;
                    NEW.at := public.nmiss_now();
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_begins_before_the_vehicle_ends_51e7f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.admitted_on > (
                        SELECT v.ends_on FROM public.contracts_vehicle v
                        JOIN public.contracts_lot l ON l.vehicle_id = v.id WHERE l.id = NEW.lot_id
                    ) THEN
                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_begins_before_the_vehicle_ends_ff014() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.starts_on >
                        (SELECT ends_on FROM contracts_vehicle WHERE id = NEW.vehicle_id) THEN
                        RAISE EXCEPTION 'Membership begins on a day of the vehicle.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_an_outsider_22d00() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.approved_by_id AND role = 'manager')
        OR NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                       WHERE application_id = NEW.application_id
                         AND person_id = NEW.approved_by_id AND NOT has_conflict) THEN
        RAISE EXCEPTION 'A manager who declared no conflict approves an outcome.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM contracts_recommendation r
                   JOIN contracts_application a ON a.id = r.application_id
                   WHERE r.id = NEW.recommendation_id AND r.sent_back_at IS NULL
                     AND a.id = NEW.application_id AND a.status = 'recommended') THEN
        RAISE EXCEPTION 'The recommendation of an application that stands is approved.';
    END IF;
    IF NEW.approved_by_id IN (
        SELECT recommended_by_id FROM contracts_recommendation
            WHERE application_id = NEW.application_id
        UNION SELECT officer_id FROM contracts_opening WHERE application_id = NEW.application_id
        UNION SELECT found_by_id FROM contracts_finding WHERE application_id = NEW.application_id
        UNION SELECT a.evaluator_id FROM contracts_assignment a
            JOIN contracts_score s ON s.assignment_id = a.id
            WHERE a.application_id = NEW.application_id
        UNION SELECT chair_id FROM contracts_moderatedscore
            WHERE application_id = NEW.application_id
    ) THEN
        RAISE EXCEPTION 'Who took part in evaluating an application does not approve it.';
    END IF;
    IF (SELECT result = 'admitted' FROM contracts_recommendation WHERE id = NEW.recommendation_id)
        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_lotoutcome
            WHERE application_id = NEW.application_id AND awarded) THEN
        RAISE EXCEPTION 'Admitted is who is awarded a lot, and nobody else.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_the_rules_1b6cd() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF public.nmiss_acting_person() IS DISTINCT FROM
        (SELECT evaluator_id FROM contracts_assignment WHERE id = NEW.assignment_id) THEN
        RAISE EXCEPTION 'Whoever is assigned scores in person.';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM contracts_assignment a
        JOIN contracts_application p ON p.id = a.application_id
        JOIN contracts_evaluationscheme s ON s.id = p.scheme_id
        JOIN contracts_conflictdeclaration c
          ON c.application_id = p.id AND c.person_id = a.evaluator_id
         AND NOT c.has_conflict
        WHERE a.id = NEW.assignment_id AND a.released_at IS NULL
          AND p.status = 'evaluated' AND NEW.score <= s.scale
          AND length(NEW.rationale) >= s.shortest_rationale
    ) THEN
        RAISE EXCEPTION 'A score is not by the rules.'
            USING HINT = 'No conflict, in the scale, with reasons.';
    END IF;
    IF 3 > (
        SELECT count(*) FROM contracts_finding f
        JOIN contracts_assignment a ON a.id = NEW.assignment_id
        WHERE f.application_id = a.application_id AND f.passed AND f.superseded_at IS NULL
          AND f.kind IN ('completeness', 'exclusion', 'selection')
    ) THEN
        RAISE EXCEPTION 'What was not found complete and eligible is not scored.';
    END IF;
    IF EXISTS (
        SELECT 1 FROM contracts_moderatedscore m
        JOIN contracts_assignment a ON a.id = NEW.assignment_id
        WHERE m.application_id = a.application_id
          AND m.question_id = a.question_id
    ) OR 2 <= (
        SELECT CASE WHEN bool_and(
            EXISTS (SELECT 1 FROM contracts_score s WHERE s.assignment_id = b.id)
        ) THEN count(*) ELSE 0 END
        FROM contracts_assignment a JOIN contracts_assignment b
          ON b.application_id = a.application_id AND b.question_id = a.question_id
         AND b.released_at IS NULL
        WHERE a.id = NEW.assignment_id
    ) THEN
        RAISE EXCEPTION 'Scores stand once all have scored.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_the_rules_ab45f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.released_at IS NOT NULL THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM contracts_conflictdeclaration
               WHERE application_id = NEW.application_id AND person_id = NEW.evaluator_id
                 AND has_conflict) THEN
        RAISE EXCEPTION 'Nobody with a conflict scores an application.';
    END IF;
    IF 3 <= (SELECT count(*) FROM contracts_assignment
                  WHERE application_id = NEW.application_id AND question_id = NEW.question_id
                    AND released_at IS NULL AND id IS DISTINCT FROM NEW.id) THEN
        RAISE EXCEPTION 'No more than 3 evaluators score a question.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_the_rules_d87ae() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
        IF OLD.sent_back_at IS NOT NULL OR to_jsonb(NEW)
                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' <> to_jsonb(OLD)
                - 'sent_back_at' - 'sent_back_by_id' - 'sent_back_reason' THEN
            RAISE EXCEPTION 'A recommendation stays; it may be sent back, once.';
        END IF;
        IF EXISTS (SELECT 1 FROM contracts_approval WHERE recommendation_id = NEW.id) THEN
            RAISE EXCEPTION 'What is approved is not sent back.';
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.sent_back_at IS NOT NULL OR 'evaluated' IS DISTINCT FROM
            (SELECT status FROM contracts_application WHERE id = NEW.application_id) THEN
        RAISE EXCEPTION 'An outcome is recommended while an application is evaluated.';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                   WHERE application_id = NEW.application_id
                     AND person_id = NEW.recommended_by_id AND NOT has_conflict) THEN
        RAISE EXCEPTION 'Who recommends an outcome has declared no conflict first.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_who_commissions_3d64c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.prolonged_by_id AND is_active
                                   AND role IN ('officer', 'manager')) THEN
                        RAISE EXCEPTION 'Officers and managers prolong assessments, and nobody else.';
                    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_who_commissions_897a4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.person_id AND is_active
                                   AND role IN ('officer', 'manager')) THEN
                        RAISE EXCEPTION 'Officers and managers declare interests, and nobody else.';
                    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_by_who_commissions_cffbc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.decided_by_id AND is_active
                                   AND role IN ('officer', 'manager')) THEN
                        RAISE EXCEPTION 'Officers and managers have applications evaluated early, and nobody else.';
                    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_can_work_on_it_9697b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND NEW.record <> OLD.record THEN
                        RAISE EXCEPTION 'An owner is of one record.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW.owner_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_user
                        WHERE id = NEW.owner_id AND is_active AND role <> 'provider'
                    ) THEN
                        RAISE EXCEPTION 'An owner is of the council, and can sign in.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_certified_23034() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF (SELECT status FROM public.placements_feerequest WHERE id = OLD.request_id) = 'draft' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE' OR ROW(NEW.request_id, NEW.placement_id, NEW.kind, NEW.funder, NEW.unit,
        NEW.quantity, NEW.weeks, NEW.current_amount, NEW.asked_amount, NEW.reason, NEW.vat)
        IS DISTINCT FROM ROW(OLD.request_id, OLD.placement_id, OLD.kind, OLD.funder, OLD.unit,
        OLD.quantity, OLD.weeks, OLD.current_amount, OLD.asked_amount, OLD.reason, OLD.vat) THEN
        RAISE EXCEPTION 'A certified fee request stays as it was submitted.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_certified_by_an_owner_5f7bd() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.certified_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR NEW.certified_by_id IS DISTINCT FROM OLD.certified_by_id)
        AND NOT EXISTS (
            SELECT 1 FROM kpis_kpireturn r
            JOIN providers_school s ON s.id = r.school_id
            JOIN providers_providermember m ON m.provider_id = s.provider_id
            WHERE r.id = NEW.kpi_return_id AND m.user_id = NEW.certified_by_id
                AND m.role = 'owner') THEN
        RAISE EXCEPTION 'An owner of the school certifies its return.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_conflicts_stand_8c7b4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_covered_by_its_decision_d5dcd() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                DECLARE d public.contracts_decision%ROWTYPE; v public.contracts_vehicle%ROWTYPE; today date;
                BEGIN
                    IF NEW.decision_id IS NULL THEN RETURN NEW; END IF;
                    SELECT * INTO d FROM public.contracts_decision WHERE id = NEW.decision_id;
                    IF d.vehicle_id IS DISTINCT FROM NEW.vehicle_id THEN
                        RAISE EXCEPTION 'The decision is about another vehicle.';
                    END IF;
                    IF d.published_on IS NULL THEN
                        RAISE EXCEPTION 'The decision is not published.';
                    END IF;
                    today := timezone('Europe/London', public.nmiss_now())::date;
                    IF NEW.status = 'in_effect' AND d.effective_on > today THEN
                        RAISE EXCEPTION 'The decision may still be called in.';
                    END IF;
                    IF NEW.status <> 'in_effect' THEN RETURN NEW; END IF;
                    IF NEW.starts_on > today THEN
                        RAISE EXCEPTION 'An option takes effect on its first day.';
                    END IF;
                    SELECT * INTO v FROM public.contracts_vehicle WHERE id = NEW.vehicle_id;
                    IF NEW.override = '' AND NOT coalesce(
                        v.value_basis = 'total' AND v.advertised_value >= (
                            SELECT spent + committed + coalesce(forecast, 0)
                            FROM public.contracts_vehiclefigure WHERE vehicle_id = v.id
                            ORDER BY as_at DESC, noted_at DESC, id DESC LIMIT 1
                        ), false) THEN
                        RAISE EXCEPTION 'There is no headroom under the advertised value.';
                    END IF;
                    IF NEW.consent = '' AND NEW.ends_on > v.consent_past_on THEN
                        RAISE EXCEPTION 'The direction asks for the consent of the successor.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_07431() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.noted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.noted_at IS DISTINCT FROM OLD.noted_at) THEN
        NEW.noted_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_0c083() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN
        NEW.started_at := public.nmiss_now();
    END IF;

    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN
        NEW.opened_at := public.nmiss_now();
    END IF;

    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN
        NEW.decided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_0c3f1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.na_agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.na_agreed_at IS DISTINCT FROM OLD.na_agreed_at) THEN
        NEW.na_agreed_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_1963e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.looked_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.looked_at IS DISTINCT FROM OLD.looked_at) THEN
        NEW.looked_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_22ebc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.started_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.started_at IS DISTINCT FROM OLD.started_at) THEN
        NEW.started_at := public.nmiss_now();
    END IF;

    IF NEW.submitted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN
        NEW.submitted_at := public.nmiss_now();
    END IF;

    IF NEW.appealed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.appealed_at IS DISTINCT FROM OLD.appealed_at) THEN
        NEW.appealed_at := public.nmiss_now();
    END IF;

    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN
        NEW.decided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_24b6b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.opened_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opened_at IS DISTINCT FROM OLD.opened_at) THEN
        NEW.opened_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_2a3a3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.at IS DISTINCT FROM OLD.at) THEN
        NEW.at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_2f6ae() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN
        NEW.made_at := public.nmiss_now();
    END IF;

    IF NEW.accepted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.accepted_at IS DISTINCT FROM OLD.accepted_at) THEN
        NEW.accepted_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_370cc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.declared_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.declared_at IS DISTINCT FROM OLD.declared_at) THEN
        NEW.declared_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_37ffb() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.given_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.given_at IS DISTINCT FROM OLD.given_at) THEN
        NEW.given_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_49a94() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN
        NEW.made_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_4fae9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.handed_over_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.handed_over_at IS DISTINCT FROM OLD.handed_over_at) THEN
        NEW.handed_over_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_510f7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.as_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.as_at IS DISTINCT FROM OLD.as_at) THEN
        NEW.as_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_56574() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.told_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.told_at IS DISTINCT FROM OLD.told_at) THEN
        NEW.told_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_657d9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.proposed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at) THEN
        NEW.proposed_at := public.nmiss_now();
    END IF;

    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN
        NEW.decided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_778c2() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN
        NEW.added_at := public.nmiss_now();
    END IF;

    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN
        NEW.voided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_78243() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN
        NEW.agreed_at := public.nmiss_now();
    END IF;

    IF NEW.opens_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.opens_at IS DISTINCT FROM OLD.opens_at) THEN
        NEW.opens_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_900e9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.named_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.named_at IS DISTINCT FROM OLD.named_at) THEN
        NEW.named_at := public.nmiss_now();
    END IF;

    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN
        NEW.ended_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_917a6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.decided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decided_at IS DISTINCT FROM OLD.decided_at) THEN
        NEW.decided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_9733c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN
        NEW.approved_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_a4ad9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.agreed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_at IS DISTINCT FROM OLD.agreed_at) THEN
        NEW.agreed_at := public.nmiss_now();
    END IF;

    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN
        NEW.superseded_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_a717b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN
        NEW.approved_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_b4ec8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN
        NEW.written_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_c7033() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN
        NEW.written_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_c7b6d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.recommended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.recommended_at IS DISTINCT FROM OLD.recommended_at) THEN
        NEW.recommended_at := public.nmiss_now();
    END IF;

    IF NEW.sent_back_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sent_back_at IS DISTINCT FROM OLD.sent_back_at) THEN
        NEW.sent_back_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_c8d04() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.published_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.published_at IS DISTINCT FROM OLD.published_at) THEN
        NEW.published_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_cb14a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.certified_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.certified_at IS DISTINCT FROM OLD.certified_at) THEN
        NEW.certified_at := public.nmiss_now();
    END IF;

    IF NEW.sealed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.sealed_at IS DISTINCT FROM OLD.sealed_at) THEN
        NEW.sealed_at := public.nmiss_now();
    END IF;

    IF NEW.accepted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.accepted_at IS DISTINCT FROM OLD.accepted_at) THEN
        NEW.accepted_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_d0b17() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.found_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.found_at IS DISTINCT FROM OLD.found_at) THEN
        NEW.found_at := public.nmiss_now();
    END IF;

    IF NEW.superseded_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.superseded_at IS DISTINCT FROM OLD.superseded_at) THEN
        NEW.superseded_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_d289c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.prolonged_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.prolonged_at IS DISTINCT FROM OLD.prolonged_at) THEN
        NEW.prolonged_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_d416b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.signed_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_at IS DISTINCT FROM OLD.signed_at) THEN
        NEW.signed_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_de83f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.added_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.added_at IS DISTINCT FROM OLD.added_at) THEN
        NEW.added_at := public.nmiss_now();
    END IF;

    IF NEW.voided_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.voided_at IS DISTINCT FROM OLD.voided_at) THEN
        NEW.voided_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_e3d4d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.made_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.made_at IS DISTINCT FROM OLD.made_at) THEN
        NEW.made_at := public.nmiss_now();
    END IF;

    IF NEW.ended_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.ended_at IS DISTINCT FROM OLD.ended_at) THEN
        NEW.ended_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_ebec4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.saved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.saved_at IS DISTINCT FROM OLD.saved_at) THEN
        NEW.saved_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_dated_by_the_database_f1b5d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.written_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.written_at IS DISTINCT FROM OLD.written_at) THEN
        NEW.written_at := public.nmiss_now();
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_decided_by_the_deputy_520fc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (
                        SELECT 1 FROM public.accounts_deputy d
                        JOIN public.accounts_recordowner o ON o.owner_id = d.person_id
                        WHERE d.person_id = NEW.decided_for_id
                          AND d.deputy_id = NEW.decided_by_id AND d.ended_at IS NULL
                          AND (public.nmiss_now() AT TIME ZONE 'Europe/London')::date
                              BETWEEN d.starts_on AND d.ends_on
                          AND o.record = 'accounts.Proposal ' || NEW.id
                    ) THEN
                        RAISE EXCEPTION 'A deputy decides for the owner who named them.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_00995() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."run_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_020d7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT old_values."advertised_value", old_values."consent_past_on", old_values."ends_on", old_values."established_on", old_values."id", old_values."initial_ends_on", old_values."kind", old_values."latest_ends_on", old_values."mode_approved_by_id", old_values."mode_documents", old_values."mode_legal_advice", old_values."name", old_values."option_count", old_values."option_months", old_values."options_at_once", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."references", old_values."round_mode", old_values."starts_on", old_values."value_basis" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_04231() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_termevent" ("first_day", "id", "last_day", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."first_day", old_values."id", old_values."last_day", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0acba() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT old_values."application_id", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."recommended_at", old_values."recommended_by_id", old_values."result", old_values."sent_back_at", old_values."sent_back_by_id", old_values."sent_back_reason", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0c550() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT old_values."id", old_values."name", old_values."of_day", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."taken_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0c68c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT old_values."file_id", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."published_at", old_values."published_by_id", old_values."title", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0dddc() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."asked_at", old_values."asked_by_id", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."published_question", old_values."question", old_values."round_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0f1b7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."published_at", old_values."published_by_id", old_values."scale", old_values."shortest_rationale", old_values."vehicle_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1686a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorsetevent" ("drafted_at", "drafted_by_id", "id", "imported", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "valid_from", "version") SELECT old_values."drafted_at", old_values."drafted_by_id", old_values."id", old_values."imported", old_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."published_at", old_values."published_by_id", old_values."valid_from", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_18ba8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT old_values."id", old_values."key", old_values."meaning", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."regime", old_values."source", old_values."unit", old_values."valid_from", old_values."valid_to", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_19f14() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT old_values."email", old_values."id", old_values."is_active", old_values."joined_at", old_values."language", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."role", old_values."times_closed" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1ad1a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT old_values."application_id", old_values."content", old_values."digest", old_values."document_id", old_values."id", old_values."lot_id", old_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."reason", old_values."schools", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_2af7c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_kpireturnevent" ("correct_until", "covers_to", "due_on", "extension_reason", "first_day", "first_until", "frequency", "id", "imported", "last_day", "made_at", "not_asked_reason", "period_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "term_id") SELECT old_values."correct_until", old_values."covers_to", old_values."due_on", old_values."extension_reason", old_values."first_day", old_values."first_until", old_values."frequency", old_values."id", old_values."imported", old_values."last_day", old_values."made_at", old_values."not_asked_reason", old_values."period_name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."school_id", old_values."status", old_values."term_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_3bf93() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT old_values."checked_by_id", old_values."checked_on", old_values."details", old_values."id", old_values."list_on", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."result" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_3da95() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT old_values."child_id", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reference" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_42d8b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."company_number", old_values."id", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_439e1() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT old_values."case_id", old_values."id", old_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."rank" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_470b1() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT old_values."answers", old_values."id", old_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."request_id", old_values."revision", old_values."saved_at", old_values."saved_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_48c24() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorevent" ("answered_by", "code", "cohort", "definition", "evidence", "filed_for", "floor", "formula", "frequency", "hard_max", "hard_min", "id", "indicator_set_id", "is_rated", "least_change", "minimum", "name", "outer_tolerance", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "position", "soft_max", "soft_min", "target", "tolerance", "unit", "weight") SELECT old_values."answered_by", old_values."code", old_values."cohort", old_values."definition", old_values."evidence", old_values."filed_for", old_values."floor", old_values."formula", old_values."frequency", old_values."hard_max", old_values."hard_min", old_values."id", old_values."indicator_set_id", old_values."is_rated", old_values."least_change", old_values."minimum", old_values."name", old_values."outer_tolerance", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."polarity", old_values."position", old_values."soft_max", old_values."soft_min", old_values."target", old_values."tolerance", old_values."unit", old_values."weight" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_51d17() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT old_values."child_id", old_values."close_reason", old_values."closed_by_id", old_values."closed_on", old_values."id", old_values."kind", old_values."most_miles", old_values."must_admit", old_values."must_haves", old_values."needed_since", old_values."opened_at", old_values."opened_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."plan_final_on", old_values."preference", old_values."preferred_school_id", old_values."seed", old_values."stay", old_values."urgency", old_values."wanted_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_550e3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT old_values."address_3", old_values."authority_id", old_values."boarding", old_values."capacity", old_values."closed_on", old_values."county", old_values."district", old_values."easting", old_values."establishment_number", old_values."head_name", old_values."highest_age", old_values."id", old_values."inspectorate", old_values."kind", old_values."kind_name", old_values."locality", old_values."lowest_age", old_values."name", old_values."northing", old_values."opened_on", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."postcode", old_values."proprietor", old_values."provider_id", old_values."pupils", old_values."section_41", old_values."sex", old_values."status", old_values."street", old_values."telephone", old_values."town", old_values."ukprn", old_values."urn", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_55906() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT old_values."academic_year", old_values."affordable_percent", old_values."answer_days", old_values."appeal_days", old_values."approve_by", old_values."effective_on", old_values."id", old_values."information_days", old_values."late_months", old_values."limit_percent", old_values."limit_pounds", old_values."negotiate_until", old_values."opens_on", old_values."pay_rate", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."price_rate", old_values."recent_months", old_values."recommend_by", old_values."requests_by", old_values."standard_percent", old_values."standard_pounds" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_596ae() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT old_values."admitted_on", old_values."agreement_id", old_values."goes_on_as_id", old_values."id", old_values."leaving", old_values."leaving_reason", old_values."left_on", old_values."lot_id", old_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5b499() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT old_values."added_at", old_values."added_by_id", old_values."amount", old_values."cost_a_year", old_values."ends_on", old_values."funder", old_values."id", old_values."imported", old_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."placement_id", old_values."quantity", old_values."starts_on", old_values."unit", old_values."void_reason", old_values."voided_at", old_values."voided_by_id", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5c7fb() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT old_values."amount", old_values."id", old_values."kind", old_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."phase", old_values."price_list_id", old_values."provision", old_values."unit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5e670() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."application_id", old_values."asked_at", old_values."asked_by_id", old_values."due_on", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."question" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_61da8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."day", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_63c80() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT old_values."id", old_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6931f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT old_values."capacity", old_values."from_on", old_values."head_name", old_values."highest_age", old_values."id", old_values."lowest_age", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."school_id", old_values."status", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6db50() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT old_values."ends_on", old_values."id", old_values."membership_id", old_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reason", old_values."reinstated_on", old_values."reinstated_reason", old_values."starts_on", old_values."suspended_at", old_values."suspended_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6e557() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT old_values."ended_at", old_values."id", old_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."times_closed", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_707fc() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."quarter", old_values."reason", old_values."vehicle_id", old_values."waived_at", old_values."waived_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_774d9() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT old_values."application_id", old_values."document_id", old_values."due_on", old_values."evidence_id", old_values."id", old_values."new_document_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."replaced_at", old_values."replacement_id", old_values."told_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_7c039() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT old_values."added_at", old_values."added_by_id", old_values."expires_on", old_values."file_id", old_values."id", old_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."replaced_at", old_values."school_id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_81c91() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT old_values."background_documents", old_values."budget", old_values."classification", old_values."conflicts", old_values."consultees", old_values."correction", old_values."corrects_id", old_values."decided_on", old_values."divisions", old_values."effective_on", old_values."id", old_values."is_key", old_values."key_reason", old_values."maker_name", old_values."maker_title", old_values."notice_on", old_values."number", old_values."pathway", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."published_on", old_values."recorded_by_id", old_values."rejected_options", old_values."title", old_values."urgency", old_values."urgency_reason", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_823c2() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT old_values."block_allowed", old_values."consulted_first", old_values."id", old_values."name", old_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_82be7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT old_values."consent", old_values."decided_by_id", old_values."decision_id", old_values."ends_on", old_values."id", old_values."notice_reference", old_values."notified_on", old_values."number", old_values."override", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."proposed_by_id", old_values."starts_on", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_843fd() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT old_values."from_on", old_values."id", old_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."predecessor_id", old_values."successor_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_86370() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."file_id", old_values."gave_up_at", old_values."id", old_values."listing", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_90757() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT old_values."answered", old_values."answers", old_values."application_id", old_values."id", old_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."revision", old_values."saved_at", old_values."saved_by_id", old_values."to_confirm" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_91179() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_bandevent" ("from_score", "id", "indicator_set_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."from_score", old_values."id", old_values."indicator_set_id", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_95ec9() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_placementevent" ("annual_fee", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT old_values."annual_fee", old_values."child_id", old_values."end_reason", old_values."ended_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."primary_need", old_values."provision", old_values."reference", old_values."route", old_values."school_id", old_values."secondary_need", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_99d98() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnsectionevent" ("comment", "id", "key", "nothing_to_report", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "version_id") SELECT old_values."comment", old_values."id", old_values."key", old_values."nothing_to_report", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."revision", old_values."saved_at", old_values."saved_by_id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9cc06() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT old_values."column", old_values."id", old_values."kept_at", old_values."kept_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."register_says", old_values."school_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9cc68() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT old_values."deputy_id", old_values."ended_at", old_values."ends_on", old_values."id", old_values."named_at", old_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9d067() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT old_values."id", old_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."sent_on", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9eeb7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code", old_values."id", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9f208() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT old_values."decided_at", old_values."id", old_values."opened_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."previous_id", old_values."provider_id", old_values."received_at", old_values."round_id", old_values."scheme_id", old_values."started_at", old_values."started_by_id", old_values."status", old_values."vehicle_id", old_values."withdrawn_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a1951() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT old_values."added_at", old_values."added_by_id", old_values."application_id", old_values."expires_on", old_values."file_id", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."removed_at", old_values."request_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a1bac() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT old_values."answers", old_values."confirmed_at", old_values."confirmed_by_id", old_values."counts", old_values."done_at", old_values."file_id", old_values."id", old_values."kept", old_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."status", old_values."tries", old_values."undone_at", old_values."undone_by_id", old_values."undone_under", old_values."uploaded_at", old_values."uploaded_by_id", old_values."what", old_values."written_under" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a484e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT old_values."application_id", old_values."assigned_at", old_values."evaluator_id", old_values."id", old_values."nudged_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."question_id", old_values."released_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a4df3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT old_values."application_id", old_values."awarded", old_values."id", old_values."lot_id", old_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."short", old_values."total", old_values."total_minimum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a5931() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT old_values."id", old_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."scheme_id", old_values."section", old_values."text", old_values."title", old_values."weight", old_values."word_limit" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a7714() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT old_values."agreed_at", old_values."closes_at", old_values."id", old_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."proposal_id", old_values."provider_id", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a8779() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT old_values."id", old_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."scheme_id", old_values."total_minimum" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a89a8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."application_id", old_values."at", old_values."id", old_values."officer_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_aa04c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnversionevent" ("accepted_at", "accepted_by_id", "begun_at", "certified_at", "certified_by_id", "counts", "id", "imported", "is_sole_user", "kpi_return_id", "number", "on_behalf_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "sealed_at") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."begun_at", old_values."certified_at", old_values."certified_by_id", old_values."counts", old_values."id", old_values."imported", old_values."is_sole_user", old_values."kpi_return_id", old_values."number", old_values."on_behalf_of_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."prepared_by_id", old_values."sealed_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ad157() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT old_values."checked_at", old_values."content_type", old_values."forgotten_at", old_values."found", old_values."id", old_values."is_sealed", old_values."kept_at", old_values."kept_by_id", old_values."looked_at", old_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."place", old_values."refusal", old_values."sha256", old_values."size", old_values."state", old_values."tries" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b44d6() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT old_values."agreed_amount", old_values."asked_amount", old_values."current_amount", old_values."funder", old_values."id", old_values."is_open", old_values."kind", old_values."outcome", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."placement_id", old_values."quantity", old_values."reason", old_values."request_id", old_values."unit", old_values."vat", old_values."weeks" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b7387() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT old_values."id", old_values."minimum", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."question_id", old_values."threshold_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b8b54() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT old_values."about_id", old_values."decided_at", old_values."decided_by_id", old_values."decided_for_id", old_values."decision", old_values."declined_because", old_values."given", old_values."id", old_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."proposed_at", old_values."proposed_by_id", old_values."reason", old_values."subject", old_values."subject_name" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_bc7b7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."birth_date", old_values."child_id", old_values."home_postcode", old_values."id", old_values."initials", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c5aaf() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT old_values."added_at", old_values."added_by_id", old_values."ends_on", old_values."id", old_values."imported", old_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."school_id", old_values."size", old_values."starts_on", old_values."void_reason", old_values."voided_at", old_values."voided_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c62fa() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_figureevent" ("id", "input", "is_na", "is_same_as_last", "na_agreed_at", "na_agreed_by_id", "ours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "value", "version_id") SELECT old_values."id", old_values."input", old_values."is_na", old_values."is_same_as_last", old_values."na_agreed_at", old_values."na_agreed_by_id", old_values."ours", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reason", old_values."source", old_values."value", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c9106() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT old_values."cohort", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reference", old_values."sex" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d1ebf() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT old_values."accepted_at", old_values."accepted_by_id", old_values."expires_on", old_values."id", old_values."made_at", old_values."made_by_id", old_values."more_a_year", old_values."number", old_values."percent", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."request_id", old_values."side", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d3601() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT old_values."handed_over_at", old_values."handed_over_by_id", old_values."id", old_values."owner_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reason", old_values."record" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d448b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT old_values."asked_at", old_values."asked_by_id", old_values."changes", old_values."due_on", old_values."has_changed", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."read_at", old_values."read_by_id", old_values."renewed_at", old_values."renewed_by_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_dbd02() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."application_id", old_values."declared_at", old_values."details", old_values."has_conflict", old_values."id", old_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_dd113() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."user_id", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e14c4() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT old_values."agreed_percent", old_values."answer_due_on", old_values."appealed_at", old_values."asked_percent", old_values."decided_at", old_values."decided_by_id", old_values."decided_on", old_values."decision_reason", old_values."effective_on", old_values."id", old_values."information_due_on", old_values."is_late", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."school_id", old_values."scope", old_values."started_at", old_values."started_by_id", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."window_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e2c60() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT old_values."decision_id", old_values."id", old_values."in_consultation_with", old_values."limit", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."scope", old_values."to", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e74ed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT old_values."application_id", old_values."found_at", old_values."found_by_id", old_values."id", old_values."kind", old_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."reason", old_values."superseded_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ea67d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT old_values."from_on", old_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."placement_id", old_values."school_id", old_values."until_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ef13c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT old_values."id", old_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."reads_from", old_values."role", old_values."user_id", old_values."vouched_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f2c14() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT old_values."accepted_at", old_values."expires_at", old_values."id", old_values."invited_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."sent_at", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f3045() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT old_values."clarifications_close_at", old_values."closed_at", old_values."closes_at", old_values."evaluation_ends_on", old_values."id", old_values."notice_text", old_values."number", old_values."opened_at", old_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."quarter", old_values."scheme_id", old_values."status", old_values."vehicle_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f53f9() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT old_values."email", old_values."ended_at", old_values."ended_how", old_values."expires_at", old_values."id", old_values."invited_by_id", old_values."name", old_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'delete', old_values."id", old_values."provider_id", old_values."reads_from", old_values."role", old_values."sent_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_000db() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.submitted_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.submitted_by_id, NEW.digest) IS DISTINCT FROM ROW(OLD.submitted_by_id, OLD.digest))
        AND NEW.submitted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_0eed2() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.recommended_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.recommended_by_id) IS DISTINCT FROM ROW(OLD.recommended_by_id))
        AND NEW.recommended_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;

    IF NEW.sent_back_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.sent_back_by_id, NEW.sent_back_at, NEW.sent_back_reason) IS DISTINCT FROM ROW(OLD.sent_back_by_id, OLD.sent_back_at, OLD.sent_back_reason))
        AND NEW.sent_back_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_28b6d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.approved_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.approved_by_id) IS DISTINCT FROM ROW(OLD.approved_by_id))
        AND NEW.approved_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_5bff9() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.proposed_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.proposed_by_id, NEW.kind, NEW.subject, NEW.given, NEW.about_id, NEW.reason, NEW.proposed_at) IS DISTINCT FROM ROW(OLD.proposed_by_id, OLD.kind, OLD.subject, OLD.given, OLD.about_id, OLD.reason, OLD.proposed_at))
        AND NEW.proposed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;

    IF NEW.decided_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id, NEW.decision, NEW.decided_at, NEW.declined_because, NEW.decided_for_id) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decision, OLD.decided_at, OLD.declined_because, OLD.decided_for_id))
        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_6e3af() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.na_agreed_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.na_agreed_by_id, NEW.na_agreed_at) IS DISTINCT FROM ROW(OLD.na_agreed_by_id, OLD.na_agreed_at))
        AND NEW.na_agreed_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_74e73() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.person_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.has_conflict, NEW.details, NEW.declared_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.has_conflict, OLD.details, OLD.declared_at))
        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_805ac() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.found_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.found_by_id) IS DISTINCT FROM ROW(OLD.found_by_id))
        AND NEW.found_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_ac3b5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.certified_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.certified_by_id, NEW.certified_at) IS DISTINCT FROM ROW(OLD.certified_by_id, OLD.certified_at))
        AND NEW.certified_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;

    IF NEW.accepted_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.accepted_by_id, NEW.accepted_at) IS DISTINCT FROM ROW(OLD.accepted_by_id, OLD.accepted_at))
        AND NEW.accepted_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_b9023() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.person_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id) IS DISTINCT FROM ROW(OLD.person_id))
        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_bebdc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.decided_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.decided_by_id) IS DISTINCT FROM ROW(OLD.decided_by_id))
        AND NEW.decided_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_caeb8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.handed_over_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.handed_over_by_id, NEW.record, NEW.owner_id, NEW.reason, NEW.handed_over_at) IS DISTINCT FROM ROW(OLD.handed_over_by_id, OLD.record, OLD.owner_id, OLD.reason, OLD.handed_over_at))
        AND NEW.handed_over_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_dd5d8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.prolonged_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.prolonged_by_id) IS DISTINCT FROM ROW(OLD.prolonged_by_id))
        AND NEW.prolonged_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_ea3ee() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.chair_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.chair_id) IS DISTINCT FROM ROW(OLD.chair_id))
        AND NEW.chair_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_eea62() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.person_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.person_id, NEW.deputy_id, NEW.starts_on, NEW.ends_on, NEW.ended_at) IS DISTINCT FROM ROW(OLD.person_id, OLD.deputy_id, OLD.starts_on, OLD.ends_on, OLD.ended_at))
        AND NEW.person_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_f2ba3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.user_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.user_id, NEW.seed, NEW.digest, NEW.times_closed, NEW.ended_at) IS DISTINCT FROM ROW(OLD.user_id, OLD.seed, OLD.digest, OLD.times_closed, OLD.ended_at))
        AND NEW.user_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_f3cf8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.officer_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.officer_id) IS DISTINCT FROM ROW(OLD.officer_id))
        AND NEW.officer_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_done_in_person_ffe56() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.published_by_id IS NOT NULL
        AND (TG_OP = 'INSERT' OR ROW(NEW.published_by_id, NEW.published_at) IS DISTINCT FROM ROW(OLD.published_by_id, OLD.published_at))
        AND NEW.published_by_id IS DISTINCT FROM public.nmiss_acting_person() THEN
        RAISE EXCEPTION 'Whom this names does it in person.';
    END IF;
RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_ends_by_its_options_31620() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND ROW(NEW.initial_ends_on, NEW.latest_ends_on)
                        IS DISTINCT FROM ROW(OLD.initial_ends_on, OLD.latest_ends_on) AND EXISTS (
                        SELECT 1 FROM public.contracts_extensionoption WHERE vehicle_id = NEW.id
                    ) THEN
                        RAISE EXCEPTION 'The options follow the term: both are set together.';
                    END IF;
                    NEW.ends_on := NEW.initial_ends_on;
                    IF NEW.ends_on IS NOT NULL THEN
                        NEW.ends_on := greatest(NEW.ends_on, (
                            SELECT max(ends_on) FROM public.contracts_extensionoption
                            WHERE vehicle_id = NEW.id AND status = 'in_effect'
                        ));
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_follows_its_request_bf6bd() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    SELECT status IN ('draft', 'received', 'information', 'negotiating', 'escalated') INTO NEW.is_open
    FROM public.placements_feerequest WHERE id = NEW.request_id;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_follows_the_term_d663b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                DECLARE v public.contracts_vehicle%ROWTYPE; ends_before date;
                BEGIN
                    SELECT * INTO v FROM public.contracts_vehicle
                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;
                    IF NEW.number > v.option_count THEN
                        RAISE EXCEPTION 'The vehicle has no more options than it was let with.';
                    END IF;
                    IF NEW.number = 1 THEN
                        ends_before := v.initial_ends_on;
                    ELSE
                        SELECT ends_on INTO ends_before FROM public.contracts_extensionoption
                            WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1;
                    END IF;
                    IF NEW.starts_on IS DISTINCT FROM ends_before + 1 THEN
                        RAISE EXCEPTION 'An option begins the day after the term ends.';
                    END IF;
                    IF NEW.ends_on > v.latest_ends_on THEN
                        RAISE EXCEPTION 'No option goes past the latest end.';
                    END IF;
                    IF NEW.ends_on > (
                        SELECT (date '2025-02-24' + make_interval(years => value))::date - 1
                        FROM public.core_legalparameter
                        WHERE key = 'dps_long_stop' AND v.kind = 'dps'
                          AND valid_from <=
                              timezone('Europe/London', public.nmiss_now())::date
                        ORDER BY valid_from DESC LIMIT 1
                    ) THEN
                        RAISE EXCEPTION 'No option goes past the long stop of the law.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_published_4706a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_indicatorset
               WHERE id = NEW.indicator_set_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_published_54a80() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_indicatorset
               WHERE id = NEW.indicator_set_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_published_55d0a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme
               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_published_60553() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme
               WHERE id = COALESCE(NEW.scheme_id, OLD.scheme_id) AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_published_f515a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM contracts_evaluationscheme
               WHERE id = (SELECT scheme_id FROM contracts_threshold WHERE id = COALESCE(NEW.threshold_id, OLD.threshold_id)) AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_sealed_26bd3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_returnversion
               WHERE id = NEW.version_id AND sealed_at IS NOT NULL) AND (TG_OP = 'INSERT' OR to_jsonb(NEW) - ARRAY['na_agreed_at', 'na_agreed_by_id']::text[] <> to_jsonb(OLD) - ARRAY['na_agreed_at', 'na_agreed_by_id']::text[]) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_frozen_once_sealed_ff9c4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_returnversion
               WHERE id = NEW.version_id AND sealed_at IS NOT NULL) AND (TG_OP = 'INSERT' OR to_jsonb(NEW)  <> to_jsonb(OLD) ) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_goes_with_its_version_0c65c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_indicatorset
               WHERE id = OLD.indicator_set_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_goes_with_its_version_5c1f8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_returnversion
               WHERE id = OLD.version_id AND sealed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_goes_with_its_version_6deba() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_returnversion
               WHERE id = OLD.version_id AND sealed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_goes_with_its_version_9b2cc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT 1 FROM kpis_indicatorset
               WHERE id = OLD.indicator_set_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_has_a_first_need_326a3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (
                        SELECT FROM public.placements_caseneed
                        WHERE case_id = NEW.id AND rank = 1
                    ) THEN
                        RAISE EXCEPTION 'A case has a first need.';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_has_all_its_lines_0e5f8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    DECLARE
        of_list bigint := CASE TG_TABLE_NAME
            WHEN 'placements_pricelist' THEN (to_jsonb(NEW)->>'id')::bigint
            ELSE (to_jsonb(NEW)->>'price_list_id')::bigint END;
    BEGIN
        IF EXISTS (
            SELECT FROM public.placements_pricelist AS list
            WHERE list.id = of_list AND list.size <> (
                SELECT count(*) FROM public.placements_pricelistline WHERE price_list_id = list.id
            )
        ) THEN
            RAISE EXCEPTION 'A price list has all its lines from the first.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_in_its_time_bf5de() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF 'evaluated' IS DISTINCT FROM
                        (SELECT status FROM contracts_application
                         WHERE id = NEW.application_id) THEN
                        RAISE EXCEPTION 'A finding is made while an application is evaluated.';
                    END IF;
                    IF TG_OP = 'UPDATE' THEN
                        IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'
                            OR OLD.superseded_at IS NOT NULL THEN
                            RAISE EXCEPTION 'A finding stays; another may take its place.';
                        END IF;
                        RETURN NEW;
                    END IF;
                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                                   WHERE application_id = NEW.application_id
                                     AND person_id = NEW.found_by_id AND NOT has_conflict) THEN
                        RAISE EXCEPTION 'Who makes a finding has declared no conflict first.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_01310() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0f028() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."question" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_12de0() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_bandevent" ("from_score", "id", "indicator_set_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."from_score", new_values."id", new_values."indicator_set_id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_16d9e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT new_values."address_3", new_values."authority_id", new_values."boarding", new_values."capacity", new_values."closed_on", new_values."county", new_values."district", new_values."easting", new_values."establishment_number", new_values."head_name", new_values."highest_age", new_values."id", new_values."inspectorate", new_values."kind", new_values."kind_name", new_values."locality", new_values."lowest_age", new_values."name", new_values."northing", new_values."opened_on", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."postcode", new_values."proprietor", new_values."provider_id", new_values."pupils", new_values."section_41", new_values."sex", new_values."status", new_values."street", new_values."telephone", new_values."town", new_values."ukprn", new_values."urn", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_19008() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1b8cb() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1caba() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_placementevent" ("annual_fee", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1f038() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."run_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1fdb7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_20a0f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2307a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2a3b5() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."at", new_values."id", new_values."officer_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2cb63() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT new_values."answers", new_values."confirmed_at", new_values."confirmed_by_id", new_values."counts", new_values."done_at", new_values."file_id", new_values."id", new_values."kept", new_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."status", new_values."tries", new_values."undone_at", new_values."undone_by_id", new_values."undone_under", new_values."uploaded_at", new_values."uploaded_by_id", new_values."what", new_values."written_under" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2d037() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_30086() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_31778() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT new_values."capacity", new_values."from_on", new_values."head_name", new_values."highest_age", new_values."id", new_values."lowest_age", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."school_id", new_values."status", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3764b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."quarter", new_values."reason", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3867c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_394a7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3cc38() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT new_values."id", new_values."key", new_values."meaning", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."regime", new_values."source", new_values."unit", new_values."valid_from", new_values."valid_to", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3de1f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_40b3a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT new_values."email", new_values."ended_at", new_values."ended_how", new_values."expires_at", new_values."id", new_values."invited_by_id", new_values."name", new_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."sent_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_44511() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_45a00() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT new_values."application_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."recommended_at", new_values."recommended_by_id", new_values."result", new_values."sent_back_at", new_values."sent_back_by_id", new_values."sent_back_reason", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_45a13() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4b582() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnsectionevent" ("comment", "id", "key", "nothing_to_report", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "version_id") SELECT new_values."comment", new_values."id", new_values."key", new_values."nothing_to_report", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4b654() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4da6b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT new_values."added_at", new_values."added_by_id", new_values."application_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."removed_at", new_values."request_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_53173() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_kpireturnevent" ("correct_until", "covers_to", "due_on", "extension_reason", "first_day", "first_until", "frequency", "id", "imported", "last_day", "made_at", "not_asked_reason", "period_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "term_id") SELECT new_values."correct_until", new_values."covers_to", new_values."due_on", new_values."extension_reason", new_values."first_day", new_values."first_until", new_values."frequency", new_values."id", new_values."imported", new_values."last_day", new_values."made_at", new_values."not_asked_reason", new_values."period_name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."school_id", new_values."status", new_values."term_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5449f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5ad25() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT new_values."id", new_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."user_id", new_values."vouched_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5f18f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."declared_at", new_values."details", new_values."has_conflict", new_values."id", new_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_5f7b7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT new_values."application_id", new_values."assigned_at", new_values."evaluator_id", new_values."id", new_values."nudged_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."question_id", new_values."released_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_6107c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_679be() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT new_values."cohort", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reference", new_values."sex" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_69c89() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_6a1a3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_figureevent" ("id", "input", "is_na", "is_same_as_last", "na_agreed_at", "na_agreed_by_id", "ours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "value", "version_id") SELECT new_values."id", new_values."input", new_values."is_na", new_values."is_same_as_last", new_values."na_agreed_at", new_values."na_agreed_by_id", new_values."ours", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reason", new_values."source", new_values."value", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_71410() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT new_values."id", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_73261() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT new_values."application_id", new_values."document_id", new_values."due_on", new_values."evidence_id", new_values."id", new_values."new_document_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."replacement_id", new_values."told_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_76261() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7a666() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7e62e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnversionevent" ("accepted_at", "accepted_by_id", "begun_at", "certified_at", "certified_by_id", "counts", "id", "imported", "is_sole_user", "kpi_return_id", "number", "on_behalf_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "sealed_at") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."begun_at", new_values."certified_at", new_values."certified_by_id", new_values."counts", new_values."id", new_values."imported", new_values."is_sole_user", new_values."kpi_return_id", new_values."number", new_values."on_behalf_of_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."prepared_by_id", new_values."sealed_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_7ff29() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."published_question", new_values."question", new_values."round_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8503e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8ba1d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT new_values."answered", new_values."answers", new_values."application_id", new_values."id", new_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."to_confirm" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8c354() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT new_values."accepted_at", new_values."expires_at", new_values."id", new_values."invited_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."sent_at", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8ccfe() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8ebe6() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_8f96a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_92eaa() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_93847() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a0d7d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT new_values."checked_at", new_values."content_type", new_values."forgotten_at", new_values."found", new_values."id", new_values."is_sealed", new_values."kept_at", new_values."kept_by_id", new_values."looked_at", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."place", new_values."refusal", new_values."sha256", new_values."size", new_values."state", new_values."tries" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a257d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_termevent" ("first_day", "id", "last_day", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."first_day", new_values."id", new_values."last_day", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_a9a66() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT new_values."column", new_values."id", new_values."kept_at", new_values."kept_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."register_says", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ae572() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."placement_id", new_values."school_id", new_values."until_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ae69c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT new_values."application_id", new_values."awarded", new_values."id", new_values."lot_id", new_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."short", new_values."total", new_values."total_minimum" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b373c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT new_values."application_id", new_values."found_at", new_values."found_by_id", new_values."id", new_values."kind", new_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reason", new_values."superseded_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b6c23() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."day", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b8c0b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b8fac() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_baf6e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bb407() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorevent" ("answered_by", "code", "cohort", "definition", "evidence", "filed_for", "floor", "formula", "frequency", "hard_max", "hard_min", "id", "indicator_set_id", "is_rated", "least_change", "minimum", "name", "outer_tolerance", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "position", "soft_max", "soft_min", "target", "tolerance", "unit", "weight") SELECT new_values."answered_by", new_values."code", new_values."cohort", new_values."definition", new_values."evidence", new_values."filed_for", new_values."floor", new_values."formula", new_values."frequency", new_values."hard_max", new_values."hard_min", new_values."id", new_values."indicator_set_id", new_values."is_rated", new_values."least_change", new_values."minimum", new_values."name", new_values."outer_tolerance", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."polarity", new_values."position", new_values."soft_max", new_values."soft_min", new_values."target", new_values."tolerance", new_values."unit", new_values."weight" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bb8a5() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bd6d9() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bdd19() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bdfd6() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_be45a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c2891() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_number", new_values."id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c809d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorsetevent" ("drafted_at", "drafted_by_id", "id", "imported", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "valid_from", "version") SELECT new_values."drafted_at", new_values."drafted_by_id", new_values."id", new_values."imported", new_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."published_at", new_values."published_by_id", new_values."valid_from", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c9839() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ccf20() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d0b1c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT new_values."ended_at", new_values."id", new_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."times_closed", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d42a3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT new_values."from_on", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."predecessor_id", new_values."successor_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e3479() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT new_values."decided_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."previous_id", new_values."provider_id", new_values."received_at", new_values."round_id", new_values."scheme_id", new_values."started_at", new_values."started_by_id", new_values."status", new_values."vehicle_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e6f43() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ed130() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f81ab() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT new_values."admitted_on", new_values."agreement_id", new_values."goes_on_as_id", new_values."id", new_values."leaving", new_values."leaving_reason", new_values."left_on", new_values."lot_id", new_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."provider_id", new_values."school_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_faaf5() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, _pgh_attached_context.at, 'insert', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_as_submitted_62e1d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF OLD.sealed_at IS NOT NULL AND (
        ROW(NEW.kpi_return_id, NEW.number, NEW.prepared_by_id, NEW.certified_by_id,
            NEW.certified_at, NEW.on_behalf_of_id, NEW.is_sole_user, NEW.imported, NEW.sealed_at)
        IS DISTINCT FROM
        ROW(OLD.kpi_return_id, OLD.number, OLD.prepared_by_id, OLD.certified_by_id,
            OLD.certified_at, OLD.on_behalf_of_id, OLD.is_sole_user, OLD.imported, OLD.sealed_at)
    ) THEN
        RAISE EXCEPTION 'What was submitted does not change: a correction is a new version.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_00394() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_12589() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_2aeb6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_2f8a1() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_3657f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_4022a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_46dc5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_c463b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_for_good_ed7b6() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_once_published_5a70f() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_once_published_6cc89() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_leaves_a_first_need_0f4ed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF EXISTS (SELECT FROM public.placements_case WHERE id = OLD.case_id)
                        AND NOT EXISTS (
                            SELECT FROM public.placements_caseneed
                            WHERE case_id = OLD.case_id AND rank = 1
                        ) THEN
                        RAISE EXCEPTION 'A case has a first need.';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_lines_follow_ae9e7() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    UPDATE public.placements_feeline SET is_open = NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated')
    WHERE request_id = NEW.id AND is_open <> (NEW.status IN ('draft', 'received', 'information', 'negotiating', 'escalated'));
    RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_moves_its_application_c1281() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF (SELECT decided_at FROM contracts_application WHERE id = NEW.application_id)
                        IS DISTINCT FROM NEW.approved_at THEN
                        RAISE EXCEPTION 'An application is decided as its outcome is approved.';
                    END IF;
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_moves_the_end_d3689() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    UPDATE public.contracts_vehicle SET ends_on = ends_on
                        WHERE id IN (NEW.vehicle_id, OLD.vehicle_id);
                    RETURN NULL;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_moves_with_its_application_5fbc5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF (SELECT status IN ('recommended', 'approved', 'told') FROM contracts_application
        WHERE id = NEW.application_id)
        IS DISTINCT FROM EXISTS (SELECT 1 FROM contracts_recommendation
            WHERE application_id = NEW.application_id AND sent_back_at IS NULL) THEN
        RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';
    END IF;
    RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_namesakes_b201d() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND OLD.plain_name = NEW.plain_name THEN
        RETURN NULL;
    END IF;
    UPDATE providers_school one SET has_namesake = NOT one.has_namesake
    WHERE one.plain_name IN (OLD.plain_name, NEW.plain_name) AND one.has_namesake <> EXISTS (
        SELECT 1 FROM providers_school other
        WHERE other.plain_name = one.plain_name AND other.id <> one.id
    );
    RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_changes_0f6c8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'A voided price line stays as it is.';
    END IF;
    IF ROW(NEW.placement_id, NEW.kind, NEW.unit, NEW.quantity, NEW.amount, NEW.funder, NEW.weeks, NEW.cost_a_year, NEW.starts_on, NEW.imported, NEW.added_by_id, NEW.added_at) IS DISTINCT FROM
        ROW(OLD.placement_id, OLD.kind, OLD.unit, OLD.quantity, OLD.amount, OLD.funder, OLD.weeks, OLD.cost_a_year, OLD.starts_on, OLD.imported, OLD.added_by_id, OLD.added_at) THEN
        RAISE EXCEPTION 'A price line never changes: end it, and start another.';
    END IF;
    IF NEW.ends_on IS DISTINCT FROM OLD.ends_on
        AND NOT coalesce(NEW.ends_on < coalesce(OLD.ends_on, 'infinity'::date), false)
        AND NOT EXISTS (
            SELECT FROM public.placements_pricelineevent AS was
            WHERE was.pgh_obj_id = OLD.id AND was.ends_on IS NOT DISTINCT FROM NEW.ends_on
        ) THEN
        RAISE EXCEPTION 'A price line does not last longer than it was agreed: start another.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_changes_dde33() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_changes_de94c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF OLD.voided_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'A voided price list stays as it is.';
    END IF;
    IF ROW(NEW.school_id, NEW.lot_id, NEW.starts_on, NEW.size, NEW.imported, NEW.added_by_id,
        NEW.added_at) IS DISTINCT FROM ROW(OLD.school_id, OLD.lot_id, OLD.starts_on, OLD.size,
        OLD.imported, OLD.added_by_id, OLD.added_at) THEN
        RAISE EXCEPTION 'A price list never changes: another follows it.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_goes_4bc95() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN
        RAISE EXCEPTION 'A price list stays on record: void it with a reason.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_goes_f2a1c() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT OLD.imported OR OLD.voided_at IS NOT NULL THEN
        RAISE EXCEPTION 'A price line stays on record: void it with a reason.';
    END IF;
    RETURN OLD;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_shortened_349fc() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.opens_at <> OLD.opens_at THEN
                        RAISE EXCEPTION 'The opening of a round that has opened does not move.';
                    END IF;
                    IF NEW.closes_at < OLD.closes_at OR
                        (OLD.status = 'closed' AND NEW.closes_at <> OLD.closes_at) THEN
                        RAISE EXCEPTION 'An open round is extended, never shortened.';
                    END IF;
                    IF NEW.closes_at <> OLD.closes_at AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_proposal p
                        WHERE p.kind = 'round_extension' AND p.decision = 'agreed'
                          AND p.given ->> 'round' = NEW.id::text
                          AND (p.given ->> 'closes_at')::timestamptz = NEW.closes_at
                    ) THEN
                        RAISE EXCEPTION 'Two officers extend an open round.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_no_gap_7fdfa() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    DECLARE
        of_school bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.school_id ELSE NEW.school_id END;
        of_lot bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.lot_id ELSE NEW.lot_id END;
    BEGIN
        IF (
            SELECT count(*) > 1 FROM public.placements_pricelist AS list
            WHERE list.school_id = of_school AND list.lot_id = of_lot AND list.voided_at IS NULL
                AND NOT EXISTS (
                    SELECT FROM public.placements_pricelist AS before
                    WHERE before.school_id = of_school AND before.lot_id = of_lot
                        AND before.voided_at IS NULL AND before.ends_on = list.starts_on - 1
                )
        ) THEN
            RAISE EXCEPTION 'There is a gap between two price lists.'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
    END;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_of_the_same_role_4d4f4() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND (OLD.ended_at IS NOT NULL
                        OR (to_jsonb(NEW) - 'ended_at') <> (to_jsonb(OLD) - 'ended_at')) THEN
                        RAISE EXCEPTION 'A deputy is ended, and not changed.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF TG_OP = 'INSERT' AND NOT EXISTS (
                        SELECT 1 FROM public.accounts_user p
                        JOIN public.accounts_user d ON d.role = p.role
                        WHERE p.id = NEW.person_id AND d.id = NEW.deputy_id
                          AND d.is_active AND p.role <> 'provider'
                    ) THEN
                        RAISE EXCEPTION 'A deputy has the same role, and can sign in.'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_of_what_is_told_43fa3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF 'told' IS DISTINCT FROM (SELECT status FROM contracts_application
                                                WHERE id = NEW.application_id) THEN
                        RAISE EXCEPTION 'A letter is of an outcome that is told.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_of_what_it_was_7066b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_of_whom_it_was_10f44() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_of_whom_it_was_d72fa() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_only_accepted_6a2b8() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'DELETE' OR OLD.accepted_at IS NOT NULL
        OR ROW(NEW.request_id, NEW.number, NEW.side, NEW.percent, NEW.more_a_year, NEW.expires_on,
            NEW.text, NEW.made_by_id, NEW.made_at)
        IS DISTINCT FROM ROW(OLD.request_id, OLD.number, OLD.side, OLD.percent, OLD.more_a_year,
            OLD.expires_on, OLD.text, OLD.made_by_id, OLD.made_at) THEN
        RAISE EXCEPTION 'An offer stays as it was made.';
    END IF;
    IF (public.nmiss_now() AT TIME ZONE 'Europe/London')::date > OLD.expires_on THEN
        RAISE EXCEPTION 'An offer that has expired is not accepted.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_opened_by_two_in_its_time_7c848() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND OLD.opened_at IS NOT NULL THEN RETURN NEW; END IF;
        IF 2 > (SELECT count(DISTINCT o.officer_id) FROM contracts_opening o
                        JOIN contracts_conflictdeclaration c
                          ON c.application_id = o.application_id
                         AND c.person_id = o.officer_id AND NOT c.has_conflict
                        WHERE o.application_id = NEW.id) THEN
            RAISE EXCEPTION 'It takes two officers to open an application.';
        END IF;
        IF NOT EXISTS (
            SELECT 1 FROM contracts_earlyevaluation WHERE application_id = NEW.id
        ) AND NOT EXISTS (
            SELECT 1 FROM contracts_round
            WHERE id = NEW.round_id AND closes_at <= public.nmiss_now()
        ) THEN
            RAISE EXCEPTION 'An application is opened after its round has closed.';
        END IF;
        RETURN NEW;
    
                END;
            $$;

CREATE FUNCTION public.pgtrigger_published_once_51645() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND OLD.published_at IS NOT NULL THEN
        RAISE EXCEPTION 'A published version of the indicators is not edited: succeed it.';
    END IF;
    IF NEW.published_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id
            AND valid_from <= NEW.valid_from)
        AND EXISTS (
        SELECT 1 FROM kpis_indicatorset WHERE published_at IS NOT NULL AND id <> NEW.id
            AND valid_from >= NEW.valid_from) THEN
        RAISE EXCEPTION 'A version of the indicators follows the last one, or precedes the first.';
    END IF;
    IF NEW.published_at IS NOT NULL AND NOT NEW.imported
        AND NEW.valid_from <= (public.nmiss_now() AT TIME ZONE 'Europe/London')::date THEN
        RAISE EXCEPTION 'A version of the indicators is published before it is in force.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_received_as_submitted_81d13() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF (TG_OP = 'INSERT' OR NEW.received_at IS DISTINCT FROM OLD.received_at) AND NOT EXISTS (
        SELECT 1 FROM contracts_submission
        WHERE application_id = NEW.id AND received_at = NEW.received_at
    ) THEN
        RAISE EXCEPTION 'An application is received when a version of it is.';
    END IF;
    RETURN NEW;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_received_once_ed50b() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF OLD.received_at IS NOT NULL THEN
                        RAISE EXCEPTION 'What was submitted does not change.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_recommended_and_decided_as_written_be329() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF TG_OP = 'UPDATE' AND NEW.status = OLD.status
            AND NEW.decided_at IS NOT DISTINCT FROM OLD.decided_at THEN
            RETURN NEW;
        END IF;
        IF (NEW.status IN ('recommended', 'approved', 'told')) IS DISTINCT FROM EXISTS (
            SELECT 1 FROM contracts_recommendation
            WHERE application_id = NEW.id AND sent_back_at IS NULL
        ) THEN
            RAISE EXCEPTION 'An application is recommended as long as a recommendation stands.';
        END IF;
        NEW.decided_at :=
            (SELECT approved_at FROM contracts_approval WHERE application_id = NEW.id);
        RETURN NEW;
    
                END;
            $$;

CREATE FUNCTION public.pgtrigger_superseded_once_b16be() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF to_jsonb(NEW) - 'superseded_at' <> to_jsonb(OLD) - 'superseded_at'
                        OR OLD.superseded_at IS NOT NULL
                        OR 'evaluated' <> (SELECT status FROM contracts_application
                                           WHERE id = OLD.application_id) THEN
                        RAISE EXCEPTION 'An agreed score stays; another may take its place.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_told_by_a_letter_bd72e() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM contracts_outcomeletter WHERE application_id = NEW.id) THEN
            RAISE EXCEPTION 'An outcome is told by a letter.';
        END IF;
        RETURN NULL;
    
                END;
            $$;

CREATE FUNCTION public.pgtrigger_under_this_document_a5efa() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NEW.digest IS DISTINCT FROM
                        (SELECT digest FROM contracts_agreement WHERE id = NEW.agreement_id) THEN
                        RAISE EXCEPTION 'A signature is for the document of the agreement.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_07825() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evaluationschemeevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "scale", "shortest_rationale", "vehicle_id", "version") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."published_at", new_values."published_by_id", new_values."scale", new_values."shortest_rationale", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_09465() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feerequestevent" ("agreed_percent", "answer_due_on", "appealed_at", "asked_percent", "decided_at", "decided_by_id", "decided_on", "decision_reason", "effective_on", "id", "information_due_on", "is_late", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id", "scope", "started_at", "started_by_id", "status", "submitted_at", "submitted_by_id", "window_id") SELECT new_values."agreed_percent", new_values."answer_due_on", new_values."appealed_at", new_values."asked_percent", new_values."decided_at", new_values."decided_by_id", new_values."decided_on", new_values."decision_reason", new_values."effective_on", new_values."id", new_values."information_due_on", new_values."is_late", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."school_id", new_values."scope", new_values."started_at", new_values."started_by_id", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."window_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0e5e6() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_thresholdevent" ("id", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "total_minimum") SELECT new_values."id", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."scheme_id", new_values."total_minimum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0e890() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_userevent" ("email", "id", "is_active", "joined_at", "language", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "times_closed") SELECT new_values."email", new_values."id", new_values."is_active", new_values."joined_at", new_values."language", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."role", new_values."times_closed" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."joined_at" IS DISTINCT FROM (new_values."joined_at") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."role" IS DISTINCT FROM (new_values."role") OR old_values."times_closed" IS DISTINCT FROM (new_values."times_closed")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0f4a3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_delegationevent" ("decision_id", "id", "in_consultation_with", "limit", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scope", "to", "until") SELECT new_values."decision_id", new_values."id", new_values."in_consultation_with", new_values."limit", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."scope", new_values."to", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_151b9() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_debarmentcheckevent" ("checked_by_id", "checked_on", "details", "id", "list_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "result") SELECT new_values."checked_by_id", new_values."checked_on", new_values."details", new_values."id", new_values."list_on", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."result" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_15d0c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelineevent" ("added_at", "added_by_id", "amount", "cost_a_year", "ends_on", "funder", "id", "imported", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "starts_on", "unit", "void_reason", "voided_at", "voided_by_id", "weeks") SELECT new_values."added_at", new_values."added_by_id", new_values."amount", new_values."cost_a_year", new_values."ends_on", new_values."funder", new_values."id", new_values."imported", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."placement_id", new_values."quantity", new_values."starts_on", new_values."unit", new_values."void_reason", new_values."voided_at", new_values."voided_by_id", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_17eb3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_clarificationevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "published_question", "question", "round_id", "vehicle_id") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."asked_at", new_values."asked_by_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."published_question", new_values."question", new_values."round_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_18db4() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_assignmentevent" ("application_id", "assigned_at", "evaluator_id", "id", "nudged_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "released_at") SELECT new_values."application_id", new_values."assigned_at", new_values."evaluator_id", new_values."id", new_values."nudged_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."question_id", new_values."released_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1bcae() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_declarationrenewalevent" ("asked_at", "asked_by_id", "changes", "due_on", "has_changed", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "read_at", "read_by_id", "renewed_at", "renewed_by_id", "vehicle_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."changes", new_values."due_on", new_values."has_changed", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."read_at", new_values."read_by_id", new_values."renewed_at", new_values."renewed_by_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1bfa0() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnsectionevent" ("comment", "id", "key", "nothing_to_report", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "version_id") SELECT new_values."comment", new_values."id", new_values."key", new_values."nothing_to_report", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1fb45() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_nonworkingdayevent" ("day", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."day", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_214d5() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_otherreferenceevent" ("child_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") SELECT new_values."child_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reference" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_228d3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_findingevent" ("application_id", "found_at", "found_by_id", "id", "kind", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "superseded_at") SELECT new_values."application_id", new_values."found_at", new_values."found_by_id", new_values."id", new_values."kind", new_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reason", new_values."superseded_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_269ce() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feesectionevent" ("answers", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "revision", "saved_at", "saved_by_id") SELECT new_values."answers", new_values."id", new_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."request_id", new_values."revision", new_values."saved_at", new_values."saved_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_287b2() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_calendarfeedevent" ("ended_at", "id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "times_closed", "user_id") SELECT new_values."ended_at", new_values."id", new_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."times_closed", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."made_at" IS DISTINCT FROM (new_values."made_at") OR old_values."times_closed" IS DISTINCT FROM (new_values."times_closed") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_28b28() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_returnversionevent" ("accepted_at", "accepted_by_id", "begun_at", "certified_at", "certified_by_id", "counts", "id", "imported", "is_sole_user", "kpi_return_id", "number", "on_behalf_of_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_by_id", "sealed_at") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."begun_at", new_values."certified_at", new_values."certified_by_id", new_values."counts", new_values."id", new_values."imported", new_values."is_sole_user", new_values."kpi_return_id", new_values."number", new_values."on_behalf_of_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."prepared_by_id", new_values."sealed_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_29d2f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recoverywindowevent" ("agreed_at", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposal_id", "provider_id", "round_id") SELECT new_values."agreed_at", new_values."closes_at", new_values."id", new_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."proposal_id", new_values."provider_id", new_values."round_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2b16b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorevent" ("answered_by", "code", "cohort", "definition", "evidence", "filed_for", "floor", "formula", "frequency", "hard_max", "hard_min", "id", "indicator_set_id", "is_rated", "least_change", "minimum", "name", "outer_tolerance", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "position", "soft_max", "soft_min", "target", "tolerance", "unit", "weight") SELECT new_values."answered_by", new_values."code", new_values."cohort", new_values."definition", new_values."evidence", new_values."filed_for", new_values."floor", new_values."formula", new_values."frequency", new_values."hard_max", new_values."hard_min", new_values."id", new_values."indicator_set_id", new_values."is_rated", new_values."least_change", new_values."minimum", new_values."name", new_values."outer_tolerance", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."polarity", new_values."position", new_values."soft_max", new_values."soft_min", new_values."target", new_values."tolerance", new_values."unit", new_values."weight" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2ca8e() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scheme_id", "section", "text", "title", "weight", "word_limit") SELECT new_values."id", new_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."scheme_id", new_values."section", new_values."text", new_values."title", new_values."weight", new_values."word_limit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2d5be() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feelineevent" ("agreed_amount", "asked_amount", "current_amount", "funder", "id", "is_open", "kind", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "quantity", "reason", "request_id", "unit", "vat", "weeks") SELECT new_values."agreed_amount", new_values."asked_amount", new_values."current_amount", new_values."funder", new_values."id", new_values."is_open", new_values."kind", new_values."outcome", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."placement_id", new_values."quantity", new_values."reason", new_values."request_id", new_values."unit", new_values."vat", new_values."weeks" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3ab36() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_placementevent" ("annual_fee", "child_id", "end_reason", "ended_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "provision", "reference", "route", "school_id", "secondary_need", "starts_on") SELECT new_values."annual_fee", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."primary_need", new_values."provision", new_values."reference", new_values."route", new_values."school_id", new_values."secondary_need", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_41358() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotoutcomeevent" ("application_id", "awarded", "id", "lot_id", "passed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "total", "total_minimum") SELECT new_values."application_id", new_values."awarded", new_values."id", new_values."lot_id", new_values."passed", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."short", new_values."total", new_values."total_minimum" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4371f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_figureevent" ("id", "input", "is_na", "is_same_as_last", "na_agreed_at", "na_agreed_by_id", "ours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "source", "value", "version_id") SELECT new_values."id", new_values."input", new_values."is_na", new_values."is_same_as_last", new_values."na_agreed_at", new_values."na_agreed_by_id", new_values."ours", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reason", new_values."source", new_values."value", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_43e4f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feeofferevent" ("accepted_at", "accepted_by_id", "expires_on", "id", "made_at", "made_by_id", "more_a_year", "number", "percent", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "side", "text") SELECT new_values."accepted_at", new_values."accepted_by_id", new_values."expires_on", new_values."id", new_values."made_at", new_values."made_by_id", new_values."more_a_year", new_values."number", new_values."percent", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."request_id", new_values."side", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_452b8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidenceevent" ("added_at", "added_by_id", "application_id", "expires_on", "file_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "removed_at", "request_id") SELECT new_values."added_at", new_values."added_by_id", new_values."application_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."removed_at", new_values."request_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_498e1() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolneedevent" ("id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id") SELECT new_values."id", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4b379() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_bandevent" ("from_score", "id", "indicator_set_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."from_score", new_values."id", new_values."indicator_set_id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4e12d() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_invitationevent" ("accepted_at", "expires_at", "id", "invited_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "user_id") SELECT new_values."accepted_at", new_values."expires_at", new_values."id", new_values."invited_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."sent_at", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."accepted_at" IS DISTINCT FROM (new_values."accepted_at") OR old_values."expires_at" IS DISTINCT FROM (new_values."expires_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invited_by_id" IS DISTINCT FROM (new_values."invited_by_id") OR old_values."sent_at" IS DISTINCT FROM (new_values."sent_at") OR old_values."user_id" IS DISTINCT FROM (new_values."user_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4e6d4() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_indicatorsetevent" ("drafted_at", "drafted_by_id", "id", "imported", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "valid_from", "version") SELECT new_values."drafted_at", new_values."drafted_by_id", new_values."id", new_values."imported", new_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."published_at", new_values."published_by_id", new_values."valid_from", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5ac96() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_agreementevent" ("application_id", "content", "digest", "document_id", "id", "lot_id", "made_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reason", "schools", "starts_on", "status", "vehicle_id") SELECT new_values."application_id", new_values."content", new_values."digest", new_values."document_id", new_values."id", new_values."lot_id", new_values."made_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."reason", new_values."schools", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5d1d3() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childevent" ("cohort", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex") SELECT new_values."cohort", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reference", new_values."sex" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5e73a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_evidencerequestevent" ("answer", "answered_at", "answered_by_id", "application_id", "asked_at", "asked_by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."application_id", new_values."asked_at", new_values."asked_by_id", new_values."due_on", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."question" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_608f8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundwatchevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "vehicle_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."user_id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_68174() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_deputyevent" ("deputy_id", "ended_at", "ends_on", "id", "named_at", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") SELECT new_values."deputy_id", new_values."ended_at", new_values."ends_on", new_values."id", new_values."named_at", new_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6c012() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolevent" ("address_3", "authority_id", "boarding", "capacity", "closed_on", "county", "district", "easting", "establishment_number", "head_name", "highest_age", "id", "inspectorate", "kind", "kind_name", "locality", "lowest_age", "name", "northing", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "proprietor", "provider_id", "pupils", "section_41", "sex", "status", "street", "telephone", "town", "ukprn", "urn", "website") SELECT new_values."address_3", new_values."authority_id", new_values."boarding", new_values."capacity", new_values."closed_on", new_values."county", new_values."district", new_values."easting", new_values."establishment_number", new_values."head_name", new_values."highest_age", new_values."id", new_values."inspectorate", new_values."kind", new_values."kind_name", new_values."locality", new_values."lowest_age", new_values."name", new_values."northing", new_values."opened_on", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."postcode", new_values."proprietor", new_values."provider_id", new_values."pupils", new_values."section_41", new_values."sex", new_values."status", new_values."street", new_values."telephone", new_values."town", new_values."ukprn", new_values."urn", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."address_3" IS DISTINCT FROM (new_values."address_3") OR old_values."authority_id" IS DISTINCT FROM (new_values."authority_id") OR old_values."boarding" IS DISTINCT FROM (new_values."boarding") OR old_values."capacity" IS DISTINCT FROM (new_values."capacity") OR old_values."closed_on" IS DISTINCT FROM (new_values."closed_on") OR old_values."county" IS DISTINCT FROM (new_values."county") OR old_values."district" IS DISTINCT FROM (new_values."district") OR old_values."easting" IS DISTINCT FROM (new_values."easting") OR old_values."establishment_number" IS DISTINCT FROM (new_values."establishment_number") OR old_values."head_name" IS DISTINCT FROM (new_values."head_name") OR old_values."highest_age" IS DISTINCT FROM (new_values."highest_age") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."inspectorate" IS DISTINCT FROM (new_values."inspectorate") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."kind_name" IS DISTINCT FROM (new_values."kind_name") OR old_values."locality" IS DISTINCT FROM (new_values."locality") OR old_values."lowest_age" IS DISTINCT FROM (new_values."lowest_age") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."northing" IS DISTINCT FROM (new_values."northing") OR old_values."opened_on" IS DISTINCT FROM (new_values."opened_on") OR old_values."postcode" IS DISTINCT FROM (new_values."postcode") OR old_values."proprietor" IS DISTINCT FROM (new_values."proprietor") OR old_values."provider_id" IS DISTINCT FROM (new_values."provider_id") OR old_values."pupils" IS DISTINCT FROM (new_values."pupils") OR old_values."section_41" IS DISTINCT FROM (new_values."section_41") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."street" IS DISTINCT FROM (new_values."street") OR old_values."telephone" IS DISTINCT FROM (new_values."telephone") OR old_values."town" IS DISTINCT FROM (new_values."town") OR old_values."ukprn" IS DISTINCT FROM (new_values."ukprn") OR old_values."urn" IS DISTINCT FROM (new_values."urn") OR old_values."website" IS DISTINCT FROM (new_values."website")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_71ceb() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_applicationevent" ("decided_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_id", "provider_id", "received_at", "round_id", "scheme_id", "started_at", "started_by_id", "status", "vehicle_id", "withdrawn_at") SELECT new_values."decided_at", new_values."id", new_values."opened_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."previous_id", new_values."provider_id", new_values."received_at", new_values."round_id", new_values."scheme_id", new_values."started_at", new_values."started_by_id", new_values."status", new_values."vehicle_id", new_values."withdrawn_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_72662() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importrunevent" ("answers", "confirmed_at", "confirmed_by_id", "counts", "done_at", "file_id", "id", "kept", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tries", "undone_at", "undone_by_id", "undone_under", "uploaded_at", "uploaded_by_id", "what", "written_under") SELECT new_values."answers", new_values."confirmed_at", new_values."confirmed_by_id", new_values."counts", new_values."done_at", new_values."file_id", new_values."id", new_values."kept", new_values."note", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."status", new_values."tries", new_values."undone_at", new_values."undone_by_id", new_values."undone_under", new_values."uploaded_at", new_values."uploaded_by_id", new_values."what", new_values."written_under" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."answers" IS DISTINCT FROM (new_values."answers") OR old_values."confirmed_at" IS DISTINCT FROM (new_values."confirmed_at") OR old_values."confirmed_by_id" IS DISTINCT FROM (new_values."confirmed_by_id") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."done_at" IS DISTINCT FROM (new_values."done_at") OR old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kept" IS DISTINCT FROM (new_values."kept") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."tries" IS DISTINCT FROM (new_values."tries") OR old_values."undone_at" IS DISTINCT FROM (new_values."undone_at") OR old_values."undone_by_id" IS DISTINCT FROM (new_values."undone_by_id") OR old_values."undone_under" IS DISTINCT FROM (new_values."undone_under") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id") OR old_values."what" IS DISTINCT FROM (new_values."what") OR old_values."written_under" IS DISTINCT FROM (new_values."written_under")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_74d79() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistevent" ("added_at", "added_by_id", "ends_on", "id", "imported", "lot_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "size", "starts_on", "void_reason", "voided_at", "voided_by_id") SELECT new_values."added_at", new_values."added_by_id", new_values."ends_on", new_values."id", new_values."imported", new_values."lot_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."school_id", new_values."size", new_values."starts_on", new_values."void_reason", new_values."voided_at", new_values."voided_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7936c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_membershipevent" ("admitted_on", "agreement_id", "goes_on_as_id", "id", "leaving", "leaving_reason", "left_on", "lot_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "school_id") SELECT new_values."admitted_on", new_values."agreement_id", new_values."goes_on_as_id", new_values."id", new_values."leaving", new_values."leaving_reason", new_values."left_on", new_values."lot_id", new_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7a6e6() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providermemberevent" ("id", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "user_id", "vouched_by_id") SELECT new_values."id", new_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."user_id", new_values."vouched_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7ad03() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicledocumentevent" ("file_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "title", "vehicle_id", "version") SELECT new_values."file_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."published_at", new_values."published_by_id", new_values."title", new_values."vehicle_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7f277() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_refusedfileevent" ("application_id", "document_id", "due_on", "evidence_id", "id", "new_document_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "replacement_id", "told_at") SELECT new_values."application_id", new_values."document_id", new_values."due_on", new_values."evidence_id", new_values."id", new_values."new_document_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."replacement_id", new_values."told_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8343b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_questionminimumevent" ("id", "minimum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "threshold_id") SELECT new_values."id", new_values."minimum", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."question_id", new_values."threshold_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_835c0() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticeevent" ("id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "reference", "sent_on", "vehicle_id") SELECT new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."sent_on", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_858de() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_noticewaiverevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "reason", "vehicle_id", "waived_at", "waived_by_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."quarter", new_values."reason", new_values."vehicle_id", new_values."waived_at", new_values."waived_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8c2ef() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_storedfileevent" ("checked_at", "content_type", "forgotten_at", "found", "id", "is_sealed", "kept_at", "kept_by_id", "looked_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "refusal", "sha256", "size", "state", "tries") SELECT new_values."checked_at", new_values."content_type", new_values."forgotten_at", new_values."found", new_values."id", new_values."is_sealed", new_values."kept_at", new_values."kept_by_id", new_values."looked_at", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."place", new_values."refusal", new_values."sha256", new_values."size", new_values."state", new_values."tries" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8fee0() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_openingevent" ("application_id", "at", "id", "officer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."at", new_values."id", new_values."officer_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_92a0c() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."core_legalparameterevent" ("id", "key", "meaning", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "source", "unit", "valid_from", "valid_to", "value") SELECT new_values."id", new_values."key", new_values."meaning", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."regime", new_values."source", new_values."unit", new_values."valid_from", new_values."valid_to", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_97a08() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerinvitationevent" ("email", "ended_at", "ended_how", "expires_at", "id", "invited_by_id", "name", "named_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "reads_from", "role", "sent_at") SELECT new_values."email", new_values."ended_at", new_values."ended_how", new_values."expires_at", new_values."id", new_values."invited_by_id", new_values."name", new_values."named_in_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."reads_from", new_values."role", new_values."sent_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_99c11() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_pricelistlineevent" ("amount", "id", "kind", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "price_list_id", "provision", "unit") SELECT new_values."amount", new_values."id", new_values."kind", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."phase", new_values."price_list_id", new_values."provision", new_values."unit" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9a614() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseevent" ("child_id", "close_reason", "closed_by_id", "closed_on", "id", "kind", "most_miles", "must_admit", "must_haves", "needed_since", "opened_at", "opened_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_final_on", "preference", "preferred_school_id", "seed", "stay", "urgency", "wanted_on") SELECT new_values."child_id", new_values."close_reason", new_values."closed_by_id", new_values."closed_on", new_values."id", new_values."kind", new_values."most_miles", new_values."must_admit", new_values."must_haves", new_values."needed_since", new_values."opened_at", new_values."opened_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."plan_final_on", new_values."preference", new_values."preferred_school_id", new_values."seed", new_values."stay", new_values."urgency", new_values."wanted_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9c76f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."imports_importfindingsevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id") SELECT new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."run_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."run_id" IS DISTINCT FROM (new_values."run_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9dd63() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_kpireturnevent" ("correct_until", "covers_to", "due_on", "extension_reason", "first_day", "first_until", "frequency", "id", "imported", "last_day", "made_at", "not_asked_reason", "period_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "term_id") SELECT new_values."correct_until", new_values."covers_to", new_values."due_on", new_values."extension_reason", new_values."first_day", new_values."first_until", new_values."frequency", new_values."id", new_values."imported", new_values."last_day", new_values."made_at", new_values."not_asked_reason", new_values."period_name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."school_id", new_values."status", new_values."term_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a86e1() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_extractevent" ("id", "name", "of_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_at") SELECT new_values."id", new_values."name", new_values."of_day", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."taken_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a95e7() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_roundevent" ("clarifications_close_at", "closed_at", "closes_at", "evaluation_ends_on", "id", "notice_text", "number", "opened_at", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "scheme_id", "status", "vehicle_id") SELECT new_values."clarifications_close_at", new_values."closed_at", new_values."closes_at", new_values."evaluation_ends_on", new_values."id", new_values."notice_text", new_values."number", new_values."opened_at", new_values."opens_at", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."quarter", new_values."scheme_id", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a9ec4() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_recordownerevent" ("handed_over_at", "handed_over_by_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "record") SELECT new_values."handed_over_at", new_values."handed_over_by_id", new_values."id", new_values."owner_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reason", new_values."record" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_aee29() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."kpis_termevent" ("first_day", "id", "last_day", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."first_day", new_values."id", new_values."last_day", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b4a7f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_providerevent" ("company_number", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."company_number", new_values."id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."company_number" IS DISTINCT FROM (new_values."company_number") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b5a3a() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_keptfactevent" ("column", "id", "kept_at", "kept_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "register_says", "school_id") SELECT new_values."column", new_values."id", new_values."kept_at", new_values."kept_by_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."register_says", new_values."school_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bb738() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."accounts_proposalevent" ("about_id", "decided_at", "decided_by_id", "decided_for_id", "decision", "declined_because", "given", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "subject", "subject_name") SELECT new_values."about_id", new_values."decided_at", new_values."decided_by_id", new_values."decided_for_id", new_values."decision", new_values."declined_because", new_values."given", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."proposed_at", new_values."proposed_by_id", new_values."reason", new_values."subject", new_values."subject_name" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_bd81b() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_caseneedevent" ("case_id", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank") SELECT new_values."case_id", new_values."id", new_values."need", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."rank" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c9291() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_localauthorityevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_cb8b8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_suspensionevent" ("ends_on", "id", "membership_id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reinstated_on", "reinstated_reason", "starts_on", "suspended_at", "suspended_by_id") SELECT new_values."ends_on", new_values."id", new_values."membership_id", new_values."notice_on", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."reason", new_values."reinstated_on", new_values."reinstated_reason", new_values."starts_on", new_values."suspended_at", new_values."suspended_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_cc428() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_sectionevent" ("answered", "answers", "application_id", "id", "key", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "saved_at", "saved_by_id", "to_confirm") SELECT new_values."answered", new_values."answers", new_values."application_id", new_values."id", new_values."key", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."revision", new_values."saved_at", new_values."saved_by_id", new_values."to_confirm" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ccbd5() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_childidentityevent" ("birth_date", "child_id", "home_postcode", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."birth_date", new_values."child_id", new_values."home_postcode", new_values."id", new_values."initials", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d0024() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."files_listdownloadevent" ("asked_at", "asked_by_id", "file_id", "gave_up_at", "id", "listing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."asked_at", new_values."asked_by_id", new_values."file_id", new_values."gave_up_at", new_values."id", new_values."listing", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."asked_at" IS DISTINCT FROM (new_values."asked_at") OR old_values."asked_by_id" IS DISTINCT FROM (new_values."asked_by_id") OR old_values."file_id" IS DISTINCT FROM (new_values."file_id") OR old_values."gave_up_at" IS DISTINCT FROM (new_values."gave_up_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."listing" IS DISTINCT FROM (new_values."listing")) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d7fcd() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_compliancedocumentevent" ("added_at", "added_by_id", "expires_on", "file_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "replaced_at", "school_id", "title") SELECT new_values."added_at", new_values."added_by_id", new_values."expires_on", new_values."file_id", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."provider_id", new_values."replaced_at", new_values."school_id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e4ddb() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_recommendationevent" ("application_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommended_at", "recommended_by_id", "result", "sent_back_at", "sent_back_by_id", "sent_back_reason", "text") SELECT new_values."application_id", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."recommended_at", new_values."recommended_by_id", new_values."result", new_values."sent_back_at", new_values."sent_back_by_id", new_values."sent_back_reason", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e4e96() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_feewindowevent" ("academic_year", "affordable_percent", "answer_days", "appeal_days", "approve_by", "effective_on", "id", "information_days", "late_months", "limit_percent", "limit_pounds", "negotiate_until", "opens_on", "pay_rate", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "price_rate", "recent_months", "recommend_by", "requests_by", "standard_percent", "standard_pounds") SELECT new_values."academic_year", new_values."affordable_percent", new_values."answer_days", new_values."appeal_days", new_values."approve_by", new_values."effective_on", new_values."id", new_values."information_days", new_values."late_months", new_values."limit_percent", new_values."limit_pounds", new_values."negotiate_until", new_values."opens_on", new_values."pay_rate", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."price_rate", new_values."recent_months", new_values."recommend_by", new_values."requests_by", new_values."standard_percent", new_values."standard_pounds" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e6868() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_extensionoptionevent" ("consent", "decided_by_id", "decision_id", "ends_on", "id", "notice_reference", "notified_on", "number", "override", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_by_id", "starts_on", "status", "vehicle_id") SELECT new_values."consent", new_values."decided_by_id", new_values."decision_id", new_values."ends_on", new_values."id", new_values."notice_reference", new_values."notified_on", new_values."number", new_values."override", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."proposed_by_id", new_values."starts_on", new_values."status", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e9c70() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_successionevent" ("from_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "predecessor_id", "successor_id") SELECT new_values."from_on", new_values."id", new_values."kind", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."predecessor_id", new_values."successor_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ecb51() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_lotevent" ("block_allowed", "consulted_first", "id", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "vehicle_id") SELECT new_values."block_allowed", new_values."consulted_first", new_values."id", new_values."name", new_values."number", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f5f21() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_decisionevent" ("background_documents", "budget", "classification", "conflicts", "consultees", "correction", "corrects_id", "decided_on", "divisions", "effective_on", "id", "is_key", "key_reason", "maker_name", "maker_title", "notice_on", "number", "pathway", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "recorded_by_id", "rejected_options", "title", "urgency", "urgency_reason", "vehicle_id") SELECT new_values."background_documents", new_values."budget", new_values."classification", new_values."conflicts", new_values."consultees", new_values."correction", new_values."corrects_id", new_values."decided_on", new_values."divisions", new_values."effective_on", new_values."id", new_values."is_key", new_values."key_reason", new_values."maker_name", new_values."maker_title", new_values."notice_on", new_values."number", new_values."pathway", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."published_on", new_values."recorded_by_id", new_values."rejected_options", new_values."title", new_values."urgency", new_values."urgency_reason", new_values."vehicle_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f71f8() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."providers_schoolperiodevent" ("capacity", "from_on", "head_name", "highest_age", "id", "lowest_age", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school_id", "status", "until_on") SELECT new_values."capacity", new_values."from_on", new_values."head_name", new_values."highest_age", new_values."id", new_values."lowest_age", new_values."name", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."school_id", new_values."status", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_f7a8f() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_conflictdeclarationevent" ("application_id", "declared_at", "details", "has_conflict", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."application_id", new_values."declared_at", new_values."details", new_values."has_conflict", new_values."id", new_values."person_id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fa1b4() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."contracts_vehicleevent" ("advertised_value", "consent_past_on", "ends_on", "established_on", "id", "initial_ends_on", "kind", "latest_ends_on", "mode_approved_by_id", "mode_documents", "mode_legal_advice", "name", "option_count", "option_months", "options_at_once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "references", "round_mode", "starts_on", "value_basis") SELECT new_values."advertised_value", new_values."consent_past_on", new_values."ends_on", new_values."established_on", new_values."id", new_values."initial_ends_on", new_values."kind", new_values."latest_ends_on", new_values."mode_approved_by_id", new_values."mode_documents", new_values."mode_legal_advice", new_values."name", new_values."option_count", new_values."option_months", new_values."options_at_once", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."references", new_values."round_mode", new_values."starts_on", new_values."value_basis" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fab72() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    WITH _pgh_attached_context AS ( SELECT public._pgh_attach_context() AS value, public.nmiss_now() AS at ) INSERT INTO public."placements_earlierschoolevent" ("from_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placement_id", "school_id", "until_on") SELECT new_values."from_on", new_values."id", _pgh_attached_context.value, _pgh_attached_context.at, 'update', new_values."id", new_values."placement_id", new_values."school_id", new_values."until_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_used_in_order_b7c76() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                DECLARE at_once integer;
                BEGIN
                    IF TG_OP = 'UPDATE' THEN
                        IF OLD.status <> 'available' AND ROW(NEW.vehicle_id, NEW.number,
                            NEW.starts_on, NEW.ends_on) IS DISTINCT FROM
                            ROW(OLD.vehicle_id, OLD.number, OLD.starts_on, OLD.ends_on) THEN
                            RAISE EXCEPTION 'The days of an option that is used stand.';
                        END IF;
                        IF NEW.status = OLD.status THEN RETURN NEW; END IF;
                        IF OLD.status IN ('in_effect', 'lapsed') THEN
                            RAISE EXCEPTION 'What is in effect or lapsed stays so.';
                        END IF;
                    END IF;
                    IF NEW.status IN ('available', 'lapsed') THEN RETURN NEW; END IF;
                    SELECT options_at_once INTO at_once FROM public.contracts_vehicle
                        WHERE id = NEW.vehicle_id FOR NO KEY UPDATE;
                    IF NEW.number > 1 AND NOT EXISTS (
                        SELECT 1 FROM public.contracts_extensionoption
                        WHERE vehicle_id = NEW.vehicle_id AND number = NEW.number - 1
                          AND (status = 'in_effect' OR at_once > 1 AND NEW.status <> 'in_effect'
                               AND status IN ('proposed', 'decided', 'notified'))
                    ) THEN
                        RAISE EXCEPTION 'Options are used one after another.';
                    END IF;
                    IF NEW.status <> 'in_effect' AND at_once <= (
                        SELECT count(*) FROM public.contracts_extensionoption
                        WHERE vehicle_id = NEW.vehicle_id AND id <> NEW.id
                          AND status IN ('proposed', 'decided', 'notified')
                    ) THEN
                        RAISE EXCEPTION 'Another option is under way.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_what_is_offered_stands_5a79a() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_where_it_lies_416a3() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_whole_when_published_aeed5() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF OLD.published_at IS NOT NULL THEN
                        RAISE EXCEPTION 'A published evaluation scheme is not edited: succeed it.';
                    END IF;
                    IF NEW.published_at IS NOT NULL AND 100 IS DISTINCT FROM
                        (SELECT sum(weight) FROM contracts_question WHERE scheme_id = NEW.id) THEN
                        RAISE EXCEPTION 'The weights of a scheme add up to 100.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_whose_it_is_5b211() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_within_the_term_0f0b2() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF timezone('Europe/London', NEW.closes_at)::date > (
                        SELECT ends_on FROM public.contracts_vehicle WHERE id = NEW.vehicle_id
                    ) THEN
                        RAISE EXCEPTION 'A round closes while the term lasts.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE FUNCTION public.pgtrigger_without_a_conflict_3fddb() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
                
                BEGIN
                    IF NOT EXISTS (SELECT 1 FROM accounts_user WHERE id = NEW.officer_id AND is_active
                                   AND role IN ('officer', 'manager')) THEN
                        RAISE EXCEPTION 'Officers and managers open applications, and nobody else.';
                    END IF;

                    IF NOT EXISTS (SELECT 1 FROM contracts_conflictdeclaration
                                   WHERE application_id = NEW.application_id
                                     AND person_id = NEW.officer_id AND NOT has_conflict) THEN
                        RAISE EXCEPTION 'Who opens an application has declared no conflict first.';
                    END IF;
                    RETURN NEW;
                
                END;
            $$;

CREATE TABLE public.accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(20) NOT NULL,
    language character varying(3) NOT NULL,
    is_active boolean NOT NULL,
    joined_at timestamp with time zone,
    times_closed smallint NOT NULL,
    CONSTRAINT accounts_user_active_only_after_joining CHECK (((NOT is_active) OR (joined_at IS NOT NULL))),
    CONSTRAINT accounts_user_email_in_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT accounts_user_language_is_a_code CHECK (((language)::text ~ '^[a-z]{2,3}$'::text)),
    CONSTRAINT accounts_user_name_is_of_somebody CHECK ((NOT ((name)::text ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb@]|://|[Ww][Ww][Ww][.]'::text))),
    CONSTRAINT accounts_user_role_is_known CHECK (((role)::text = ANY (ARRAY[('officer'::character varying)::text, ('manager'::character varying)::text, ('placements'::character varying)::text, ('finance'::character varying)::text, ('auditor'::character varying)::text, ('administrator'::character varying)::text, ('provider'::character varying)::text]))),
    CONSTRAINT accounts_user_times_closed_check CHECK ((times_closed >= 0))
);

CREATE FUNCTION public.providers_is_owner(provider bigint, person bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog'
    BEGIN ATOMIC
 SELECT (EXISTS ( SELECT 1
            FROM (public.providers_providermember m
              JOIN public.accounts_user u ON ((u.id = m.user_id)))
           WHERE ((m.provider_id = providers_is_owner.provider) AND (m.user_id = providers_is_owner.person) AND ((m.role)::text = 'owner'::text) AND u.is_active))) AS "exists";
END;

CREATE FUNCTION public.providers_see_who_comes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.providers_see_who_invites() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.providers_see_who_named() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE FUNCTION public.providers_see_whose_people() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
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

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_attempts (
    id bigint NOT NULL,
    action character varying(20) NOT NULL,
    account character varying(64) NOT NULL,
    source character varying(64) NOT NULL,
    is_known boolean NOT NULL,
    number integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    open_at timestamp with time zone NOT NULL,
    CONSTRAINT accounts_attempts_number_check CHECK ((number >= 0))
);

ALTER TABLE public.accounts_attempts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_attempts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_calendarfeed (
    id bigint NOT NULL,
    seed uuid NOT NULL,
    digest character varying(64) NOT NULL,
    times_closed integer NOT NULL,
    made_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    ended_at timestamp with time zone,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_calendarfeed_times_closed_check CHECK ((times_closed >= 0))
);

ALTER TABLE public.accounts_calendarfeed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_calendarfeed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_calendarfeedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    times_closed integer NOT NULL,
    made_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    ended_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    CONSTRAINT accounts_calendarfeedevent_times_closed_check CHECK ((times_closed >= 0))
);

ALTER TABLE public.accounts_calendarfeedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_calendarfeedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_deputy (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    deputy_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    named_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT accounts_deputy_is_another CHECK ((NOT (person_id = deputy_id))),
    CONSTRAINT accounts_deputy_starts_on_before_ends_on CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);

ALTER TABLE public.accounts_deputy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_deputy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_deputyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    deputy_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    named_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    ended_at timestamp with time zone
);

ALTER TABLE public.accounts_deputyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_deputyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_invitation (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    invited_by_id bigint,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);

ALTER TABLE public.accounts_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_invitationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    invited_by_id bigint,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone
);

ALTER TABLE public.accounts_invitationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_invitationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_knownsession (
    digest character varying(32) NOT NULL,
    user_id bigint NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

CREATE TABLE public.accounts_knownsource (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    source character varying(64) NOT NULL,
    last_at timestamp with time zone NOT NULL
);

ALTER TABLE public.accounts_knownsource ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_knownsource_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_proposal (
    id bigint NOT NULL,
    kind character varying(50) NOT NULL,
    subject character varying(320) NOT NULL,
    subject_name character varying(300) NOT NULL,
    given jsonb NOT NULL,
    about_id bigint,
    reason text NOT NULL,
    proposed_by_id bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decision character varying(10) NOT NULL,
    declined_because text NOT NULL,
    decided_by_id bigint,
    decided_for_id bigint,
    decided_at timestamp with time zone,
    CONSTRAINT accounts_proposal_by_two CHECK ((((decision)::text = ''::text) OR ((decided_by_id = proposed_by_id) AND ((decision)::text = 'withdrawn'::text)) OR (((decision)::text = ANY (ARRAY[('agreed'::character varying)::text, ('declined'::character varying)::text])) AND (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL)))))),
    CONSTRAINT accounts_proposal_decided_by_and_decided_at CHECK ((((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)) OR ((decided_at IS NULL) AND (decided_by_id IS NULL)))),
    CONSTRAINT accounts_proposal_decision_is_known CHECK ((((decided_at IS NULL) AND ((decision)::text = ''::text)) OR ((decided_at IS NOT NULL) AND ((decision)::text = ANY (ARRAY[('agreed'::character varying)::text, ('declined'::character varying)::text, ('withdrawn'::character varying)::text]))))),
    CONSTRAINT accounts_proposal_for_whom_is_away CHECK (((decided_for_id IS NULL) OR (((decision)::text = ANY (ARRAY[('agreed'::character varying)::text, ('declined'::character varying)::text])) AND (NOT ((decided_for_id = decided_by_id) AND (decided_for_id IS NOT NULL) AND (decided_by_id IS NOT NULL))) AND (NOT ((decided_for_id = proposed_by_id) AND (decided_for_id IS NOT NULL))) AND ((about_id IS NULL) OR (NOT ((decided_for_id = about_id) AND (decided_for_id IS NOT NULL) AND (about_id IS NOT NULL))))))),
    CONSTRAINT accounts_proposal_has_its_reasons CHECK (((NOT (reason = ''::text)) AND ((NOT ((decision)::text = 'declined'::text)) OR (NOT (declined_because = ''::text))))),
    CONSTRAINT accounts_proposal_not_by_whom_it_is_about CHECK (((about_id IS NULL) OR ((NOT ((proposed_by_id = about_id) AND (about_id IS NOT NULL))) AND ((decided_by_id IS NULL) OR (NOT ((decided_by_id = about_id) AND (decided_by_id IS NOT NULL) AND (about_id IS NOT NULL)))))))
);

ALTER TABLE public.accounts_proposal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_proposalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    kind character varying(50) NOT NULL,
    subject character varying(320) NOT NULL,
    subject_name character varying(300) NOT NULL,
    given jsonb NOT NULL,
    about_id bigint,
    reason text NOT NULL,
    proposed_by_id bigint NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decision character varying(10) NOT NULL,
    declined_because text NOT NULL,
    decided_by_id bigint,
    decided_for_id bigint,
    decided_at timestamp with time zone
);

ALTER TABLE public.accounts_proposalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_proposalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_recordowner (
    id bigint NOT NULL,
    record character varying(100) NOT NULL,
    owner_id bigint,
    reason text NOT NULL,
    handed_over_by_id bigint NOT NULL,
    handed_over_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    CONSTRAINT accounts_recordowner_has_its_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.accounts_recordowner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_recordowner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_recordownerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    record character varying(100) NOT NULL,
    owner_id bigint,
    reason text NOT NULL,
    handed_over_by_id bigint NOT NULL,
    handed_over_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.accounts_recordownerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_recordownerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_signinevent (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    happened character varying(20) NOT NULL,
    user_number bigint,
    user_name character varying(200) NOT NULL,
    how character varying(60) NOT NULL,
    address inet,
    browser character varying(60) NOT NULL,
    CONSTRAINT accounts_signinevent_happened_is_known CHECK (((happened)::text = ANY (ARRAY[('signed_in'::character varying)::text, ('refused'::character varying)::text, ('closed'::character varying)::text, ('slowed'::character varying)::text, ('code_refused'::character varying)::text, ('stepped_up'::character varying)::text, ('recovery_code'::character varying)::text, ('recovery_codes'::character varying)::text, ('factor_added'::character varying)::text, ('factor_removed'::character varying)::text, ('factors_taken'::character varying)::text, ('reset_asked'::character varying)::text, ('new_password'::character varying)::text, ('invitation'::character varying)::text, ('signed_out'::character varying)::text, ('session_ended'::character varying)::text])))
);

ALTER TABLE public.accounts_signinevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_signinevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_unsentform (
    id uuid NOT NULL,
    user_id bigint NOT NULL,
    address text NOT NULL,
    kept_at timestamp with time zone NOT NULL
);

CREATE TABLE public.accounts_unsenttext (
    form_id uuid NOT NULL,
    user_id bigint NOT NULL,
    sent text NOT NULL
);

ALTER TABLE public.accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.accounts_userevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(20) NOT NULL,
    language character varying(3) NOT NULL,
    is_active boolean NOT NULL,
    joined_at timestamp with time zone,
    times_closed smallint NOT NULL,
    CONSTRAINT accounts_userevent_times_closed_check CHECK ((times_closed >= 0))
);

ALTER TABLE public.accounts_userevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.accounts_userevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_agreement (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    starts_on date NOT NULL,
    schools jsonb NOT NULL,
    content jsonb NOT NULL,
    document_id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT contracts_agreement_digest_is_one CHECK (((digest)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT contracts_agreement_status_is_known CHECK (((status)::text = ANY (ARRAY[('offered'::character varying)::text, ('signed_by_provider'::character varying)::text, ('in_force'::character varying)::text, ('ended'::character varying)::text, ('withdrawn'::character varying)::text, ('declined'::character varying)::text]))),
    CONSTRAINT contracts_agreement_taken_back_with_its_reason CHECK (((((status)::text = ANY (ARRAY[('withdrawn'::character varying)::text, ('declined'::character varying)::text])) AND (NOT (reason = ''::text))) OR ((NOT ((status)::text = ANY (ARRAY[('withdrawn'::character varying)::text, ('declined'::character varying)::text]))) AND (reason = ''::text))))
);

ALTER TABLE public.contracts_agreement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_agreement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_agreementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    starts_on date NOT NULL,
    schools jsonb NOT NULL,
    content jsonb NOT NULL,
    document_id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    status character varying(20) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);

ALTER TABLE public.contracts_agreementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_agreementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.contracts_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_applicationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    previous_id bigint,
    status character varying(20) NOT NULL,
    started_by_id bigint NOT NULL,
    started_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    round_id bigint,
    received_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    opened_at timestamp with time zone,
    decided_at timestamp with time zone
);

ALTER TABLE public.contracts_applicationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_applicationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_approval (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    recommendation_id bigint NOT NULL,
    approved_by_id bigint NOT NULL,
    approved_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.contracts_approval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_approval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_assignment (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    question_id bigint NOT NULL,
    evaluator_id bigint NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    nudged_at timestamp with time zone
);

ALTER TABLE public.contracts_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_assignmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    question_id bigint NOT NULL,
    evaluator_id bigint NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    nudged_at timestamp with time zone
);

ALTER TABLE public.contracts_assignmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_assignmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_clarification (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    round_id bigint,
    provider_id bigint NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    question text NOT NULL,
    published_question text NOT NULL,
    answer text NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    CONSTRAINT contracts_clarification_answered_by_and_answered_at CHECK ((((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)) OR ((answered_at IS NULL) AND (answered_by_id IS NULL)))),
    CONSTRAINT contracts_clarification_answered_in_words CHECK (((answered_at IS NULL) OR ((NOT (answer = ''::text)) AND (NOT (published_question = ''::text))))),
    CONSTRAINT contracts_clarification_asks_something CHECK ((NOT (question = ''::text)))
);

ALTER TABLE public.contracts_clarification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_clarification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_clarificationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    round_id bigint,
    provider_id bigint NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    question text NOT NULL,
    published_question text NOT NULL,
    answer text NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone
);

ALTER TABLE public.contracts_clarificationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_clarificationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_conflictdeclaration (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    person_id bigint NOT NULL,
    has_conflict boolean NOT NULL,
    details text NOT NULL,
    declared_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    CONSTRAINT contracts_conflictdeclaration_says_which CHECK (((NOT has_conflict) OR (NOT (details = ''::text))))
);

ALTER TABLE public.contracts_conflictdeclaration ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_conflictdeclaration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_conflictdeclarationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    person_id bigint NOT NULL,
    has_conflict boolean NOT NULL,
    details text NOT NULL,
    declared_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.contracts_conflictdeclarationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_conflictdeclarationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_debarmentcheck (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    list_on date NOT NULL,
    result character varying(10) NOT NULL,
    details text NOT NULL,
    checked_on date NOT NULL,
    checked_by_id bigint NOT NULL,
    CONSTRAINT contracts_debarmentcheck_found_says_what CHECK ((((result)::text = 'clear'::text) OR (NOT (details = ''::text)))),
    CONSTRAINT contracts_debarmentcheck_of_a_list_that_was_out CHECK ((list_on <= checked_on)),
    CONSTRAINT contracts_debarmentcheck_result_is_known CHECK (((result)::text = ANY (ARRAY[('clear'::character varying)::text, ('found'::character varying)::text])))
);

ALTER TABLE public.contracts_debarmentcheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_debarmentcheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_debarmentcheckevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    list_on date NOT NULL,
    result character varying(10) NOT NULL,
    details text NOT NULL,
    checked_on date NOT NULL,
    checked_by_id bigint NOT NULL
);

ALTER TABLE public.contracts_debarmentcheckevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_debarmentcheckevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_decision (
    id bigint NOT NULL,
    number character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    is_key boolean NOT NULL,
    key_reason text NOT NULL,
    divisions character varying(300) NOT NULL,
    maker_title character varying(200) NOT NULL,
    maker_name character varying(200) NOT NULL,
    classification character varying(12) NOT NULL,
    notice_on date,
    urgency character varying(20) NOT NULL,
    urgency_reason text NOT NULL,
    pathway text NOT NULL,
    consultees text NOT NULL,
    rejected_options text NOT NULL,
    conflicts text NOT NULL,
    background_documents text NOT NULL,
    budget numeric(14,2),
    decided_on date,
    published_on date,
    effective_on date,
    correction character varying(10) NOT NULL,
    corrects_id bigint,
    recorded_by_id bigint,
    vehicle_id bigint,
    CONSTRAINT contracts_decision_classification_is_known CHECK (((classification)::text = ANY (ARRAY[('open'::character varying)::text, ('part_exempt'::character varying)::text, ('exempt'::character varying)::text]))),
    CONSTRAINT contracts_decision_correction_is_known CHECK (((correction)::text = ANY (ARRAY[('rectifies'::character varying)::text, ('supersedes'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT contracts_decision_corrects_another CHECK (((((correction)::text = ''::text) AND (corrects_id IS NULL)) OR ((corrects_id IS NOT NULL) AND (NOT ((correction)::text = ''::text)) AND (NOT ((corrects_id = id) AND (corrects_id IS NOT NULL)))))),
    CONSTRAINT contracts_decision_decided_on_before_published_on CHECK (((published_on IS NULL) OR (published_on >= decided_on))),
    CONSTRAINT contracts_decision_effective_after_call_in CHECK ((((effective_on IS NULL) AND (published_on IS NULL)) OR ((effective_on > published_on) AND (effective_on IS NOT NULL) AND (published_on IS NOT NULL)))),
    CONSTRAINT contracts_decision_notice_before_it CHECK (((notice_on IS NULL) OR (decided_on IS NULL) OR (decided_on > notice_on))),
    CONSTRAINT contracts_decision_number_has_its_form CHECK (((number)::text ~ '^\d{2}/\d{5}$'::text)),
    CONSTRAINT contracts_decision_published_once_taken CHECK (((published_on IS NULL) OR (decided_on IS NOT NULL))),
    CONSTRAINT contracts_decision_urgency_is_known CHECK (((urgency)::text = ANY (ARRAY[('notice'::character varying)::text, ('general_exception'::character varying)::text, ('special_urgency'::character varying)::text])))
);

ALTER TABLE public.contracts_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_decisionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    is_key boolean NOT NULL,
    key_reason text NOT NULL,
    divisions character varying(300) NOT NULL,
    maker_title character varying(200) NOT NULL,
    maker_name character varying(200) NOT NULL,
    classification character varying(12) NOT NULL,
    notice_on date,
    urgency character varying(20) NOT NULL,
    urgency_reason text NOT NULL,
    pathway text NOT NULL,
    consultees text NOT NULL,
    rejected_options text NOT NULL,
    conflicts text NOT NULL,
    background_documents text NOT NULL,
    budget numeric(14,2),
    decided_on date,
    published_on date,
    effective_on date,
    correction character varying(10) NOT NULL,
    corrects_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint,
    vehicle_id bigint
);

ALTER TABLE public.contracts_decisionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_decisionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_declarationrenewal (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_on date,
    renewed_at timestamp with time zone,
    renewed_by_id bigint,
    has_changed boolean,
    changes text NOT NULL,
    read_at timestamp with time zone,
    read_by_id bigint,
    CONSTRAINT contracts_declarationrenewal_read_at_and_read_by CHECK ((((read_at IS NOT NULL) AND (read_by_id IS NOT NULL)) OR ((read_at IS NULL) AND (read_by_id IS NULL)))),
    CONSTRAINT contracts_declarationrenewal_read_where_it_changed CHECK (((read_at IS NULL) OR (has_changed AND (has_changed IS NOT NULL)))),
    CONSTRAINT contracts_declarationrenewal_renewed_at_and_renewed_by CHECK ((((renewed_at IS NOT NULL) AND (renewed_by_id IS NOT NULL)) OR ((renewed_at IS NULL) AND (renewed_by_id IS NULL)))),
    CONSTRAINT contracts_declarationrenewal_says_what_changed CHECK ((((changes = ''::text) AND (has_changed IS NULL) AND (renewed_at IS NULL)) OR ((changes = ''::text) AND (NOT has_changed) AND (renewed_at IS NOT NULL)) OR (has_changed AND (renewed_at IS NOT NULL) AND (NOT (changes = ''::text)))))
);

ALTER TABLE public.contracts_declarationrenewal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_declarationrenewal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_declarationrenewalevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_on date,
    renewed_at timestamp with time zone,
    renewed_by_id bigint,
    has_changed boolean,
    changes text NOT NULL,
    read_at timestamp with time zone,
    read_by_id bigint
);

ALTER TABLE public.contracts_declarationrenewalevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_declarationrenewalevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_delegation (
    id bigint NOT NULL,
    "to" character varying(200) NOT NULL,
    in_consultation_with character varying(200) NOT NULL,
    scope text NOT NULL,
    "limit" numeric(14,2),
    until date,
    decision_id bigint NOT NULL,
    CONSTRAINT contracts_delegation_says_to_whom_and_what CHECK (((NOT (("to")::text = ''::text)) AND (NOT (scope = ''::text))))
);

ALTER TABLE public.contracts_delegation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_delegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_delegationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "to" character varying(200) NOT NULL,
    in_consultation_with character varying(200) NOT NULL,
    scope text NOT NULL,
    "limit" numeric(14,2),
    until date,
    decision_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.contracts_delegationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_delegationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_earlyevaluation (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    decided_by_id bigint NOT NULL,
    decided_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    reason text NOT NULL,
    CONSTRAINT contracts_earlyevaluation_has_its_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.contracts_earlyevaluation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_earlyevaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evaluationscheme (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    version smallint NOT NULL,
    scale smallint NOT NULL,
    shortest_rationale smallint NOT NULL,
    published_at timestamp with time zone,
    published_by_id bigint,
    CONSTRAINT contracts_evaluationscheme_published_at_and_published_by CHECK ((((published_at IS NOT NULL) AND (published_by_id IS NOT NULL)) OR ((published_at IS NULL) AND (published_by_id IS NULL)))),
    CONSTRAINT contracts_evaluationscheme_scale_above_nought CHECK ((scale > 0)),
    CONSTRAINT contracts_evaluationscheme_scale_check CHECK ((scale >= 0)),
    CONSTRAINT contracts_evaluationscheme_shortest_rationale_check CHECK ((shortest_rationale >= 0)),
    CONSTRAINT contracts_evaluationscheme_version_check CHECK ((version >= 0))
);

ALTER TABLE public.contracts_evaluationscheme ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evaluationscheme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evaluationschemeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    version smallint NOT NULL,
    scale smallint NOT NULL,
    shortest_rationale smallint NOT NULL,
    published_at timestamp with time zone,
    published_by_id bigint,
    CONSTRAINT contracts_evaluationschemeevent_scale_check CHECK ((scale >= 0)),
    CONSTRAINT contracts_evaluationschemeevent_shortest_rationale_check CHECK ((shortest_rationale >= 0)),
    CONSTRAINT contracts_evaluationschemeevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.contracts_evaluationschemeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evaluationschemeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evidence (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    request_id bigint,
    kind character varying(50) NOT NULL,
    file_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    expires_on date,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.contracts_evidence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evidenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    request_id bigint,
    kind character varying(50) NOT NULL,
    file_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    expires_on date,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint NOT NULL,
    removed_at timestamp with time zone
);

ALTER TABLE public.contracts_evidenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evidenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evidencerequest (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    question text NOT NULL,
    due_on date NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone,
    CONSTRAINT contracts_evidencerequest_answered_by_and_answered_at CHECK ((((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)) OR ((answered_at IS NULL) AND (answered_by_id IS NULL)))),
    CONSTRAINT contracts_evidencerequest_asks_something CHECK ((NOT (question = ''::text)))
);

ALTER TABLE public.contracts_evidencerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evidencerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_evidencerequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    question text NOT NULL,
    due_on date NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text NOT NULL,
    answered_by_id bigint,
    answered_at timestamp with time zone
);

ALTER TABLE public.contracts_evidencerequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_evidencerequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_extensionoption (
    id bigint NOT NULL,
    number smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status character varying(10) NOT NULL,
    vehicle_id bigint NOT NULL,
    notice_reference character varying(100) NOT NULL,
    notified_on date,
    override character varying(300) NOT NULL,
    decision_id bigint,
    consent character varying(300) NOT NULL,
    decided_by_id bigint,
    proposed_by_id bigint,
    CONSTRAINT contracts_extensionoption_decided_by_a_decision CHECK ((((status)::text = ANY (ARRAY[('available'::character varying)::text, ('proposed'::character varying)::text, ('lapsed'::character varying)::text])) OR (decision_id IS NOT NULL))),
    CONSTRAINT contracts_extensionoption_decided_by_another CHECK (((decided_by_id IS NULL) OR (proposed_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL) AND (proposed_by_id IS NOT NULL))))),
    CONSTRAINT contracts_extensionoption_notified_to_providers CHECK (((NOT ((status)::text = ANY (ARRAY[('notified'::character varying)::text, ('in_effect'::character varying)::text]))) OR ((notified_on IS NOT NULL) AND (NOT ((notice_reference)::text = ''::text))))),
    CONSTRAINT contracts_extensionoption_number_check CHECK ((number >= 0)),
    CONSTRAINT contracts_extensionoption_numbered_from_one CHECK ((number >= 1)),
    CONSTRAINT contracts_extensionoption_starts_on_before_ends_on CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT contracts_extensionoption_status_is_known CHECK (((status)::text = ANY (ARRAY[('available'::character varying)::text, ('proposed'::character varying)::text, ('decided'::character varying)::text, ('notified'::character varying)::text, ('in_effect'::character varying)::text, ('lapsed'::character varying)::text])))
);

ALTER TABLE public.contracts_extensionoption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_extensionoption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_extensionoptionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status character varying(10) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    notice_reference character varying(100) NOT NULL,
    notified_on date,
    override character varying(300) NOT NULL,
    decision_id bigint,
    consent character varying(300) NOT NULL,
    decided_by_id bigint,
    proposed_by_id bigint,
    CONSTRAINT contracts_extensionoptionevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.contracts_extensionoptionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_extensionoptionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_finding (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    passed boolean NOT NULL,
    reason text NOT NULL,
    found_by_id bigint NOT NULL,
    found_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    superseded_at timestamp with time zone,
    CONSTRAINT contracts_finding_has_its_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT contracts_finding_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('completeness'::character varying)::text, ('exclusion'::character varying)::text, ('selection'::character varying)::text, ('debarment'::character varying)::text, ('register'::character varying)::text, ('inspection'::character varying)::text, ('accounts'::character varying)::text, ('insurance'::character varying)::text])))
);

ALTER TABLE public.contracts_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_findingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    passed boolean NOT NULL,
    reason text NOT NULL,
    found_by_id bigint NOT NULL,
    found_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    superseded_at timestamp with time zone
);

ALTER TABLE public.contracts_findingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_findingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_lot (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    number smallint NOT NULL,
    name character varying(200) NOT NULL,
    consulted_first boolean NOT NULL,
    block_allowed boolean NOT NULL,
    CONSTRAINT contracts_lot_number_check CHECK ((number >= 0))
);

ALTER TABLE public.contracts_lot ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_lot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_lotevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    number smallint NOT NULL,
    name character varying(200) NOT NULL,
    consulted_first boolean NOT NULL,
    block_allowed boolean NOT NULL,
    CONSTRAINT contracts_lotevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.contracts_lotevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_lotevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_lotoutcome (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    total numeric(9,6) NOT NULL,
    total_minimum numeric(5,2) NOT NULL,
    short jsonb NOT NULL,
    passed boolean NOT NULL,
    awarded boolean NOT NULL,
    CONSTRAINT contracts_lotoutcome_awarded_only_if_passed CHECK (((NOT awarded) OR passed))
);

ALTER TABLE public.contracts_lotoutcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_lotoutcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_lotoutcomeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    total numeric(9,6) NOT NULL,
    total_minimum numeric(5,2) NOT NULL,
    short jsonb NOT NULL,
    passed boolean NOT NULL,
    awarded boolean NOT NULL
);

ALTER TABLE public.contracts_lotoutcomeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_lotoutcomeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_membership (
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    admitted_on date NOT NULL,
    left_on date,
    agreement_id bigint,
    leaving character varying(10) NOT NULL,
    leaving_reason text NOT NULL,
    notice_on date,
    goes_on_as_id bigint,
    CONSTRAINT contracts_membership_admitted_on_before_left_on CHECK (((left_on IS NULL) OR (left_on >= admitted_on))),
    CONSTRAINT contracts_membership_leaving_has_its_day_and_reason CHECK ((((leaving)::text = ''::text) OR (((leaving)::text = ANY (ARRAY[('removed'::character varying)::text, ('exited'::character varying)::text])) AND (left_on IS NOT NULL) AND (NOT (leaving_reason = ''::text)))))
);

ALTER TABLE public.contracts_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    admitted_on date NOT NULL,
    left_on date,
    agreement_id bigint,
    leaving character varying(10) NOT NULL,
    leaving_reason text NOT NULL,
    notice_on date,
    goes_on_as_id bigint
);

ALTER TABLE public.contracts_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_moderatedscore (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    question_id bigint NOT NULL,
    score numeric(4,2) NOT NULL,
    reason text NOT NULL,
    chair_id bigint NOT NULL,
    present character varying(200)[] NOT NULL,
    agreed_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    superseded_at timestamp with time zone,
    CONSTRAINT contracts_moderatedscore_has_its_reason CHECK ((NOT (reason = ''::text))),
    CONSTRAINT contracts_moderatedscore_not_below_nought CHECK ((score >= (0)::numeric))
);

ALTER TABLE public.contracts_moderatedscore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_moderatedscore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_notice (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    sent_on date NOT NULL,
    reference character varying(100) NOT NULL,
    quarter date,
    recorded_by_id bigint,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT contracts_notice_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('f01'::character varying)::text, ('f02'::character varying)::text, ('f03'::character varying)::text, ('f14'::character varying)::text, ('f20'::character varying)::text, ('f21'::character varying)::text, ('uk1'::character varying)::text, ('uk2'::character varying)::text, ('uk3'::character varying)::text, ('uk4'::character varying)::text, ('uk5'::character varying)::text, ('uk6'::character varying)::text, ('uk7'::character varying)::text, ('uk8'::character varying)::text, ('uk9'::character varying)::text, ('uk10'::character varying)::text, ('uk11'::character varying)::text, ('uk12'::character varying)::text, ('uk13'::character varying)::text, ('uk14'::character varying)::text, ('uk15'::character varying)::text, ('uk16'::character varying)::text, ('uk17'::character varying)::text]))),
    CONSTRAINT contracts_notice_quarter_of_award_notices CHECK (((quarter IS NULL) OR ((kind)::text = ANY (ARRAY[('f03'::character varying)::text, ('uk6'::character varying)::text]))))
);

ALTER TABLE public.contracts_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_noticeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    sent_on date NOT NULL,
    reference character varying(100) NOT NULL,
    quarter date,
    recorded_by_id bigint,
    recorded_at timestamp with time zone NOT NULL
);

ALTER TABLE public.contracts_noticeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_noticeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_noticewaiver (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    quarter date NOT NULL,
    reason text NOT NULL,
    waived_by_id bigint,
    waived_at timestamp with time zone NOT NULL,
    CONSTRAINT contracts_noticewaiver_has_its_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.contracts_noticewaiver ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_noticewaiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_noticewaiverevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    quarter date NOT NULL,
    reason text NOT NULL,
    waived_by_id bigint,
    waived_at timestamp with time zone NOT NULL
);

ALTER TABLE public.contracts_noticewaiverevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_noticewaiverevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_opening (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.contracts_opening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_opening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_openingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.contracts_openingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_openingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_outcomeletter (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    content jsonb NOT NULL,
    file_id bigint NOT NULL,
    told_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL
);

ALTER TABLE public.contracts_outcomeletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_outcomeletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_prolongation (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    prolonged_by_id bigint NOT NULL,
    prolonged_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    reason text NOT NULL,
    CONSTRAINT contracts_prolongation_has_its_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.contracts_prolongation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_prolongation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_question (
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    number smallint NOT NULL,
    section character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    weight numeric(5,2) NOT NULL,
    word_limit smallint NOT NULL,
    CONSTRAINT contracts_question_can_be_answered CHECK (((number >= 1) AND (word_limit >= 1))),
    CONSTRAINT contracts_question_number_check CHECK ((number >= 0)),
    CONSTRAINT contracts_question_weight_is_a_share CHECK (((weight > (0)::numeric) AND (weight <= (100)::numeric))),
    CONSTRAINT contracts_question_word_limit_check CHECK ((word_limit >= 0))
);

ALTER TABLE public.contracts_question ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_questionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    number smallint NOT NULL,
    section character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    text text NOT NULL,
    weight numeric(5,2) NOT NULL,
    word_limit smallint NOT NULL,
    CONSTRAINT contracts_questionevent_number_check CHECK ((number >= 0)),
    CONSTRAINT contracts_questionevent_word_limit_check CHECK ((word_limit >= 0))
);

ALTER TABLE public.contracts_questionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_questionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_questionminimum (
    id bigint NOT NULL,
    threshold_id bigint NOT NULL,
    question_id bigint NOT NULL,
    minimum numeric(4,2) NOT NULL,
    CONSTRAINT contracts_questionminimum_not_below_nought CHECK ((minimum >= (0)::numeric))
);

ALTER TABLE public.contracts_questionminimum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_questionminimum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_questionminimumevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    threshold_id bigint NOT NULL,
    question_id bigint NOT NULL,
    minimum numeric(4,2) NOT NULL
);

ALTER TABLE public.contracts_questionminimumevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_questionminimumevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_recommendation (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    result character varying(20) NOT NULL,
    text text NOT NULL,
    recommended_by_id bigint NOT NULL,
    recommended_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    sent_back_at timestamp with time zone,
    sent_back_by_id bigint,
    sent_back_reason text NOT NULL,
    CONSTRAINT contracts_recommendation_has_its_text CHECK ((NOT (text = ''::text))),
    CONSTRAINT contracts_recommendation_result_is_known CHECK (((result)::text = ANY (ARRAY[('admitted'::character varying)::text, ('not_admitted'::character varying)::text, ('excluded'::character varying)::text]))),
    CONSTRAINT contracts_recommendation_sent_back_at_and_sent_back_by CHECK ((((sent_back_at IS NOT NULL) AND (sent_back_by_id IS NOT NULL)) OR ((sent_back_at IS NULL) AND (sent_back_by_id IS NULL)))),
    CONSTRAINT contracts_recommendation_sent_back_with_a_reason CHECK ((((sent_back_at IS NULL) AND (sent_back_reason = ''::text)) OR ((sent_back_at IS NOT NULL) AND (NOT (sent_back_reason = ''::text)))))
);

ALTER TABLE public.contracts_recommendation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_recommendation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_recommendationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    result character varying(20) NOT NULL,
    text text NOT NULL,
    recommended_by_id bigint NOT NULL,
    recommended_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    sent_back_at timestamp with time zone,
    sent_back_by_id bigint,
    sent_back_reason text NOT NULL
);

ALTER TABLE public.contracts_recommendationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_recommendationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_recoverywindow (
    id bigint NOT NULL,
    round_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    agreed_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    opens_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    CONSTRAINT contracts_recoverywindow_closes_after_opening CHECK ((closes_at > opens_at))
);

ALTER TABLE public.contracts_recoverywindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_recoverywindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_recoverywindowevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    round_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    proposal_id bigint NOT NULL,
    agreed_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    opens_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    closes_at timestamp with time zone NOT NULL
);

ALTER TABLE public.contracts_recoverywindowevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_recoverywindowevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_refusedfile (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    application_id bigint,
    evidence_id bigint,
    document_id bigint,
    told_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    replaced_at timestamp with time zone,
    replacement_id bigint,
    new_document_id bigint,
    CONSTRAINT contracts_refusedfile_application_and_evidence CHECK ((((application_id IS NOT NULL) AND (evidence_id IS NOT NULL)) OR ((application_id IS NULL) AND (evidence_id IS NULL)))),
    CONSTRAINT contracts_refusedfile_of_one_thing CHECK ((((evidence_id IS NULL) OR (document_id IS NULL)) AND (1 = (
CASE
    WHEN (evidence_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (document_id IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT contracts_refusedfile_replaced_by_something CHECK ((((new_document_id IS NULL) AND (replaced_at IS NULL) AND (replacement_id IS NULL)) OR ((evidence_id IS NOT NULL) AND (new_document_id IS NULL) AND (replaced_at IS NOT NULL) AND (replacement_id IS NOT NULL)) OR ((document_id IS NOT NULL) AND (replaced_at IS NOT NULL) AND (replacement_id IS NULL) AND (new_document_id IS NOT NULL))))
);

ALTER TABLE public.contracts_refusedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_refusedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_refusedfileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    application_id bigint,
    evidence_id bigint,
    document_id bigint,
    told_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    replaced_at timestamp with time zone,
    replacement_id bigint,
    new_document_id bigint
);

ALTER TABLE public.contracts_refusedfileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_refusedfileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_round (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    number smallint NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    clarifications_close_at timestamp with time zone,
    evaluation_ends_on date,
    notice_text text NOT NULL,
    quarter date,
    scheme_id bigint,
    status character varying(10) NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT contracts_round_closes_after_opening CHECK ((closes_at > opens_at)),
    CONSTRAINT contracts_round_dates_agree_with_status CHECK ((((closed_at IS NULL) AND (opened_at IS NULL) AND ((status)::text = 'planned'::text)) OR ((closed_at IS NULL) AND (opened_at IS NOT NULL) AND ((status)::text = 'open'::text)) OR ((closed_at IS NOT NULL) AND (opened_at IS NOT NULL) AND ((status)::text = 'closed'::text)))),
    CONSTRAINT contracts_round_evaluated_after_closing CHECK (((evaluation_ends_on IS NULL) OR (evaluation_ends_on > (timezone('Europe/London'::text, closes_at))::date))),
    CONSTRAINT contracts_round_not_before_its_time CHECK (((opened_at IS NULL) OR (opened_at >= opens_at))),
    CONSTRAINT contracts_round_not_closed_early CHECK (((closed_at IS NULL) OR (closed_at >= closes_at))),
    CONSTRAINT contracts_round_number_check CHECK ((number >= 0)),
    CONSTRAINT contracts_round_status_is_known CHECK (((status)::text = ANY (ARRAY[('planned'::character varying)::text, ('open'::character varying)::text, ('closed'::character varying)::text])))
);

ALTER TABLE public.contracts_round ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_roundevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    number smallint NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    clarifications_close_at timestamp with time zone,
    evaluation_ends_on date,
    notice_text text NOT NULL,
    quarter date,
    scheme_id bigint,
    status character varying(10) NOT NULL,
    opened_at timestamp with time zone,
    closed_at timestamp with time zone,
    CONSTRAINT contracts_roundevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.contracts_roundevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_roundevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_roundwatch (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.contracts_roundwatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_roundwatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_roundwatchevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.contracts_roundwatchevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_roundwatchevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_score (
    id bigint NOT NULL,
    assignment_id bigint NOT NULL,
    score numeric(4,2) NOT NULL,
    rationale text NOT NULL,
    given_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    CONSTRAINT contracts_score_not_below_nought CHECK ((score >= (0)::numeric))
);

ALTER TABLE public.contracts_score ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_score_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_sealedreport (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    file_id bigint NOT NULL
);

ALTER TABLE public.contracts_sealedreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_sealedreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_section (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    key character varying(50) NOT NULL,
    answers jsonb NOT NULL,
    answered jsonb NOT NULL,
    to_confirm jsonb NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by_id bigint NOT NULL,
    CONSTRAINT contracts_section_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.contracts_section ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_section_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_sectionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    key character varying(50) NOT NULL,
    answers jsonb NOT NULL,
    answered jsonb NOT NULL,
    to_confirm jsonb NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by_id bigint NOT NULL,
    CONSTRAINT contracts_sectionevent_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.contracts_sectionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_sectionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_sentdocument (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    evidence_id bigint NOT NULL,
    file_id bigint NOT NULL,
    submission_id bigint
);

ALTER TABLE public.contracts_sentdocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_sentdocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_signature (
    id bigint NOT NULL,
    agreement_id bigint NOT NULL,
    side character varying(10) NOT NULL,
    person_id bigint NOT NULL,
    name character varying(200) NOT NULL,
    capacity character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    signed_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    CONSTRAINT contracts_signature_side_is_known CHECK (((side)::text = ANY (ARRAY[('provider'::character varying)::text, ('council'::character varying)::text])))
);

ALTER TABLE public.contracts_signature ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_signature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_submission (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    number smallint NOT NULL,
    receipt character varying(30) NOT NULL,
    digest character varying(64) NOT NULL,
    submitted_by_id bigint NOT NULL,
    received_at timestamp with time zone,
    CONSTRAINT contracts_submission_digest_is_one CHECK (((digest)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT contracts_submission_number_check CHECK ((number >= 0))
);

ALTER TABLE public.contracts_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_submittedcontent (
    id bigint NOT NULL,
    application_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT contracts_submittedcontent_has_a_schema CHECK ((content ? 'schema'::text))
);

ALTER TABLE public.contracts_submittedcontent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_submittedcontent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_suspension (
    id bigint NOT NULL,
    membership_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    reason text NOT NULL,
    notice_on date NOT NULL,
    suspended_by_id bigint NOT NULL,
    suspended_at timestamp with time zone NOT NULL,
    reinstated_on date,
    reinstated_reason text NOT NULL,
    CONSTRAINT contracts_suspension_ends_after_it_begins_or_never_began CHECK (((ends_on IS NULL) OR (ends_on >= (starts_on - '1 day'::interval)))),
    CONSTRAINT contracts_suspension_ends_on_and_reinstated_on CHECK ((((ends_on IS NOT NULL) AND (reinstated_on IS NOT NULL)) OR ((ends_on IS NULL) AND (reinstated_on IS NULL)))),
    CONSTRAINT contracts_suspension_has_its_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.contracts_suspension ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_suspensionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    membership_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    reason text NOT NULL,
    notice_on date NOT NULL,
    suspended_by_id bigint NOT NULL,
    suspended_at timestamp with time zone NOT NULL,
    reinstated_on date,
    reinstated_reason text NOT NULL
);

ALTER TABLE public.contracts_suspensionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_suspensionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_threshold (
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    total_minimum numeric(5,2) NOT NULL,
    CONSTRAINT contracts_threshold_total_is_of_100 CHECK (((total_minimum >= (0)::numeric) AND (total_minimum <= (100)::numeric)))
);

ALTER TABLE public.contracts_threshold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_threshold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_thresholdevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    scheme_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    total_minimum numeric(5,2) NOT NULL
);

ALTER TABLE public.contracts_thresholdevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_thresholdevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_vehicle (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    established_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    "references" character varying(300) NOT NULL,
    advertised_value numeric(14,2),
    value_basis character varying(10) NOT NULL,
    round_mode character varying(20) NOT NULL,
    mode_approved_by_id bigint,
    mode_legal_advice character varying(300) NOT NULL,
    mode_documents character varying(300) NOT NULL,
    initial_ends_on date,
    latest_ends_on date,
    option_count smallint NOT NULL,
    option_months smallint NOT NULL,
    options_at_once smallint NOT NULL,
    consent_past_on date,
    CONSTRAINT contracts_vehicle_is_of_its_regime CHECK ((((established_on < '2025-02-24'::date) AND ((kind)::text = 'dps'::text)) OR ((established_on >= '2025-02-24'::date) AND ((kind)::text = ANY (ARRAY[('dynamic_market'::character varying)::text, ('open_framework'::character varying)::text]))) OR ((kind)::text = ANY (ARRAY[('framework'::character varying)::text, ('spot'::character varying)::text])))),
    CONSTRAINT contracts_vehicle_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('dps'::character varying)::text, ('dynamic_market'::character varying)::text, ('framework'::character varying)::text, ('open_framework'::character varying)::text, ('spot'::character varying)::text]))),
    CONSTRAINT contracts_vehicle_light_touch_has_its_reasons CHECK ((((round_mode)::text = 'strict_reg34'::text) OR ((mode_approved_by_id IS NOT NULL) AND (NOT ((mode_legal_advice)::text = ''::text)) AND (NOT ((mode_documents)::text = ''::text))))),
    CONSTRAINT contracts_vehicle_option_count_check CHECK ((option_count >= 0)),
    CONSTRAINT contracts_vehicle_option_months_check CHECK ((option_months >= 0)),
    CONSTRAINT contracts_vehicle_options_at_once_check CHECK ((options_at_once >= 0)),
    CONSTRAINT contracts_vehicle_options_extend_a_term_with_an_end CHECK (((option_count = 0) OR ((initial_ends_on IS NOT NULL) AND (latest_ends_on IS NOT NULL) AND (option_months >= 1) AND (options_at_once >= 1)))),
    CONSTRAINT contracts_vehicle_round_mode_is_known CHECK (((round_mode)::text = ANY (ARRAY[('strict_reg34'::character varying)::text, ('light_touch'::character varying)::text]))),
    CONSTRAINT contracts_vehicle_starts_on_before_initial_ends_on CHECK (((initial_ends_on IS NULL) OR (initial_ends_on >= starts_on))),
    CONSTRAINT contracts_vehicle_value_basis_is_known CHECK (((value_basis)::text = ANY (ARRAY[('total'::character varying)::text, ('annual'::character varying)::text, ('unknown'::character varying)::text]))),
    CONSTRAINT contracts_vehicle_value_not_below_nought CHECK (((advertised_value IS NULL) OR (advertised_value >= (0)::numeric)))
);

ALTER TABLE public.contracts_vehicle ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_vehicle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_vehicledocument (
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    title character varying(200) NOT NULL,
    version smallint NOT NULL,
    file_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by_id bigint,
    CONSTRAINT contracts_vehicledocument_version_check CHECK ((version >= 0))
);

ALTER TABLE public.contracts_vehicledocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_vehicledocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_vehicledocumentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    title character varying(200) NOT NULL,
    version smallint NOT NULL,
    file_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by_id bigint,
    CONSTRAINT contracts_vehicledocumentevent_version_check CHECK ((version >= 0))
);

ALTER TABLE public.contracts_vehicledocumentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_vehicledocumentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_vehicleevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    established_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    "references" character varying(300) NOT NULL,
    advertised_value numeric(14,2),
    value_basis character varying(10) NOT NULL,
    round_mode character varying(20) NOT NULL,
    mode_approved_by_id bigint,
    mode_legal_advice character varying(300) NOT NULL,
    mode_documents character varying(300) NOT NULL,
    initial_ends_on date,
    latest_ends_on date,
    option_count smallint NOT NULL,
    option_months smallint NOT NULL,
    options_at_once smallint NOT NULL,
    consent_past_on date,
    CONSTRAINT contracts_vehicleevent_option_count_check CHECK ((option_count >= 0)),
    CONSTRAINT contracts_vehicleevent_option_months_check CHECK ((option_months >= 0)),
    CONSTRAINT contracts_vehicleevent_options_at_once_check CHECK ((options_at_once >= 0))
);

ALTER TABLE public.contracts_vehicleevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_vehicleevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.contracts_vehiclefigure (
    id bigint NOT NULL,
    as_at date NOT NULL,
    until date,
    spent numeric(14,2) NOT NULL,
    committed numeric(14,2),
    spent_call_off numeric(14,2) NOT NULL,
    committed_call_off numeric(14,2),
    forecast numeric(14,2),
    noted_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    vehicle_id bigint NOT NULL,
    CONSTRAINT contracts_vehiclefigure_call_offs_are_a_part CHECK (((spent >= spent_call_off) AND (spent_call_off >= (0)::numeric) AND ((committed IS NULL) OR ((committed >= committed_call_off) AND (committed_call_off >= (0)::numeric))))),
    CONSTRAINT contracts_vehiclefigure_until_and_committed_and_committed_call_ CHECK ((((committed IS NOT NULL) AND (committed_call_off IS NOT NULL) AND (until IS NOT NULL)) OR ((committed IS NULL) AND (committed_call_off IS NULL) AND (until IS NULL))))
);

ALTER TABLE public.contracts_vehiclefigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contracts_vehiclefigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.core_auditevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_auditevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_cache (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

CREATE TABLE public.core_keyfingerprint (
    id bigint NOT NULL,
    fingerprint character varying(64) NOT NULL,
    first_used_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);

ALTER TABLE public.core_keyfingerprint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_keyfingerprint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_legalparameter (
    id bigint NOT NULL,
    key character varying(50) NOT NULL,
    value integer NOT NULL,
    unit character varying(30) NOT NULL,
    regime character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    meaning character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    CONSTRAINT core_legalparameter_valid_from_before_valid_to CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT core_legalparameter_value_check CHECK ((value >= 0))
);

ALTER TABLE public.core_legalparameter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_legalparameter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_legalparameterevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    key character varying(50) NOT NULL,
    value integer NOT NULL,
    unit character varying(30) NOT NULL,
    regime character varying(20) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    meaning character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    CONSTRAINT core_legalparameterevent_value_check CHECK ((value >= 0))
);

ALTER TABLE public.core_legalparameterevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_legalparameterevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_nonworkingday (
    id bigint NOT NULL,
    day date NOT NULL,
    reason character varying(200) NOT NULL
);

ALTER TABLE public.core_nonworkingday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_nonworkingday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_nonworkingdayevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    day date NOT NULL,
    reason character varying(200) NOT NULL
);

ALTER TABLE public.core_nonworkingdayevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_nonworkingdayevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_outboxmessage (
    id bigint NOT NULL,
    kind character varying(30) NOT NULL,
    payload text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    delivered_at timestamp with time zone,
    last_error text NOT NULL,
    CONSTRAINT core_outboxmessage_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.core_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_outboxmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_reminder (
    id bigint NOT NULL,
    kind character varying(50) NOT NULL,
    subject character varying(100) NOT NULL,
    recipient character varying(254) NOT NULL,
    due_on date NOT NULL,
    given_at timestamp with time zone NOT NULL
);

ALTER TABLE public.core_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_repetition (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    actor_id bigint NOT NULL,
    verb character varying(100) NOT NULL,
    target_type character varying(100) NOT NULL,
    target_id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    count integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT core_repetition_count_check CHECK ((count >= 0)),
    CONSTRAINT core_repetition_counts_from_one CHECK ((count >= 1))
);

ALTER TABLE public.core_repetition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_repetition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.core_sentform (
    token character varying(32) NOT NULL,
    digest character varying(64) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    went_to text NOT NULL,
    told text NOT NULL
);

CREATE TABLE public.core_tick (
    id bigint NOT NULL,
    name character varying(50) NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE public.core_tick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.core_tick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.demo_demoperson (
    id bigint NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.demo_demoperson ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.demo_demoperson_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.files_listdownload (
    id bigint NOT NULL,
    listing character varying(50) NOT NULL,
    query text NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    file_id bigint,
    gave_up_at timestamp with time zone,
    CONSTRAINT files_listdownload_ends_one_way CHECK (((file_id IS NULL) OR (gave_up_at IS NULL)))
);

ALTER TABLE public.files_listdownload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_listdownload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_listdownloadevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    listing character varying(50) NOT NULL,
    asked_by_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    file_id bigint,
    gave_up_at timestamp with time zone
);

ALTER TABLE public.files_listdownloadevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_listdownloadevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_storedfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    place character varying(32) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    looked_at timestamp with time zone,
    checked_at timestamp with time zone,
    refusal character varying(300) NOT NULL,
    found character varying(200) NOT NULL,
    kept_by_id bigint,
    kept_at timestamp with time zone NOT NULL,
    is_sealed boolean NOT NULL,
    forgotten_at timestamp with time zone,
    CONSTRAINT files_storedfile_checked_unless_waiting CHECK ((((checked_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (checked_at IS NOT NULL)))),
    CONSTRAINT files_storedfile_found_where_infected CHECK (((((state)::text = 'infected'::text) AND (NOT ((found)::text = ''::text))) OR ((NOT ((state)::text = 'infected'::text)) AND ((found)::text = ''::text)))),
    CONSTRAINT files_storedfile_looked_into_before_clean CHECK (((NOT ((state)::text = ANY (ARRAY[('clean'::character varying)::text, ('infected'::character varying)::text]))) OR (looked_at IS NOT NULL))),
    CONSTRAINT files_storedfile_says_why_it_is_refused CHECK (((((state)::text = 'refused'::text) AND (NOT ((refusal)::text = ''::text))) OR ((NOT ((state)::text = 'refused'::text)) AND ((refusal)::text = ''::text)))),
    CONSTRAINT files_storedfile_sha256_is_one CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT files_storedfile_size_check CHECK ((size >= 0)),
    CONSTRAINT files_storedfile_state_is_known CHECK (((state)::text = ANY (ARRAY[('waiting'::character varying)::text, ('clean'::character varying)::text, ('refused'::character varying)::text, ('infected'::character varying)::text]))),
    CONSTRAINT files_storedfile_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.files_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.files_storedfileevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content_type character varying(100) NOT NULL,
    place character varying(32) NOT NULL,
    size bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    looked_at timestamp with time zone,
    checked_at timestamp with time zone,
    refusal character varying(300) NOT NULL,
    found character varying(200) NOT NULL,
    kept_by_id bigint,
    kept_at timestamp with time zone NOT NULL,
    is_sealed boolean NOT NULL,
    forgotten_at timestamp with time zone,
    CONSTRAINT files_storedfileevent_size_check CHECK ((size >= 0)),
    CONSTRAINT files_storedfileevent_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.files_storedfileevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_storedfileevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.imports_importfindings (
    id bigint NOT NULL,
    run_id bigint NOT NULL,
    body text NOT NULL
);

ALTER TABLE public.imports_importfindings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importfindings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.imports_importfindingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    run_id bigint NOT NULL
);

ALTER TABLE public.imports_importfindingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importfindingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.imports_importrun (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    file_id bigint NOT NULL,
    status character varying(20) NOT NULL,
    progress character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    tries smallint NOT NULL,
    counts jsonb NOT NULL,
    kept jsonb NOT NULL,
    answers jsonb NOT NULL,
    uploaded_by_id bigint NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    confirmed_by_id bigint,
    confirmed_at timestamp with time zone,
    done_at timestamp with time zone,
    undone_by_id bigint,
    undone_at timestamp with time zone,
    written_under uuid,
    undone_under uuid,
    CONSTRAINT imports_importrun_confirmed_before_done CHECK (((done_at IS NULL) OR (confirmed_at IS NOT NULL))),
    CONSTRAINT imports_importrun_confirmed_by_and_confirmed_at CHECK ((((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)) OR ((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)))),
    CONSTRAINT imports_importrun_done_at_and_written_under CHECK ((((done_at IS NOT NULL) AND (written_under IS NOT NULL)) OR ((done_at IS NULL) AND (written_under IS NULL)))),
    CONSTRAINT imports_importrun_status_is_known CHECK (((status)::text = ANY (ARRAY[('waiting'::character varying)::text, ('asking'::character varying)::text, ('refused'::character varying)::text, ('checked'::character varying)::text, ('confirmed'::character varying)::text, ('done'::character varying)::text, ('undoing'::character varying)::text, ('undone'::character varying)::text, ('dropped'::character varying)::text, ('failed'::character varying)::text]))),
    CONSTRAINT imports_importrun_tries_check CHECK ((tries >= 0)),
    CONSTRAINT imports_importrun_undone_by_and_undone_at CHECK ((((undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL)) OR ((undone_at IS NULL) AND (undone_by_id IS NULL)))),
    CONSTRAINT imports_importrun_what_is_known CHECK (((what)::text = ANY (ARRAY[('schools'::character varying)::text, ('links'::character varying)::text, ('members'::character varying)::text, ('placements'::character varying)::text, ('prices'::character varying)::text, ('price_lists'::character varying)::text, ('indicators'::character varying)::text, ('terms'::character varying)::text, ('returns'::character varying)::text]))),
    CONSTRAINT imports_importrun_written_when_done CHECK (((NOT ((status)::text = ANY (ARRAY[('done'::character varying)::text, ('undoing'::character varying)::text, ('undone'::character varying)::text]))) OR (done_at IS NOT NULL)))
);

ALTER TABLE public.imports_importrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.imports_importrunevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    file_id bigint NOT NULL,
    status character varying(20) NOT NULL,
    note character varying(300) NOT NULL,
    tries smallint NOT NULL,
    counts jsonb NOT NULL,
    kept jsonb NOT NULL,
    answers jsonb NOT NULL,
    uploaded_by_id bigint NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    confirmed_by_id bigint,
    confirmed_at timestamp with time zone,
    done_at timestamp with time zone,
    undone_by_id bigint,
    undone_at timestamp with time zone,
    written_under uuid,
    undone_under uuid,
    CONSTRAINT imports_importrunevent_tries_check CHECK ((tries >= 0))
);

ALTER TABLE public.imports_importrunevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.imports_importrunevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_band (
    id bigint NOT NULL,
    name character varying(20) NOT NULL,
    from_score numeric(5,4) NOT NULL,
    indicator_set_id bigint NOT NULL,
    CONSTRAINT kpis_band_edge_is_a_share CHECK (((from_score >= (0)::numeric) AND (from_score <= (1)::numeric))),
    CONSTRAINT kpis_band_name_is_known CHECK (((name)::text = ANY (ARRAY[('good'::character varying)::text, ('approaching'::character varying)::text, ('below'::character varying)::text])))
);

ALTER TABLE public.kpis_band ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_band_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_bandevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(20) NOT NULL,
    from_score numeric(5,4) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    indicator_set_id bigint NOT NULL
);

ALTER TABLE public.kpis_bandevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_bandevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_figure (
    id bigint NOT NULL,
    input character varying(50) NOT NULL,
    value numeric(20,8),
    is_na boolean NOT NULL,
    ours numeric(20,8),
    source character varying(200) NOT NULL,
    reason text NOT NULL,
    is_same_as_last boolean NOT NULL,
    na_agreed_at timestamp with time zone,
    na_agreed_by_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT kpis_figure_agreed_where_not_applicable CHECK (((na_agreed_at IS NULL) OR is_na)),
    CONSTRAINT kpis_figure_input_is_a_name CHECK (((input)::text ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT kpis_figure_is_not_negative CHECK ((((value IS NULL) OR (value >= (0)::numeric)) AND ((ours IS NULL) OR (ours >= (0)::numeric)))),
    CONSTRAINT kpis_figure_na_agreed_at_and_na_agreed_by CHECK ((((na_agreed_at IS NOT NULL) AND (na_agreed_by_id IS NOT NULL)) OR ((na_agreed_at IS NULL) AND (na_agreed_by_id IS NULL)))),
    CONSTRAINT kpis_figure_not_applicable_has_no_value CHECK (((NOT is_na) OR (value IS NULL)))
);

ALTER TABLE public.kpis_figure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_figureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    input character varying(50) NOT NULL,
    value numeric(20,8),
    is_na boolean NOT NULL,
    ours numeric(20,8),
    source character varying(200) NOT NULL,
    reason text NOT NULL,
    is_same_as_last boolean NOT NULL,
    na_agreed_at timestamp with time zone,
    na_agreed_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE public.kpis_figureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_figureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_indicator (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    definition text NOT NULL,
    formula character varying(500) NOT NULL,
    unit character varying(50) NOT NULL,
    weight numeric(8,4) NOT NULL,
    polarity character varying(10) NOT NULL,
    target numeric(20,8),
    floor numeric(20,8),
    tolerance numeric(20,8),
    outer_tolerance numeric(20,8),
    frequency character varying(10) NOT NULL,
    answered_by character varying(10) NOT NULL,
    filed_for character varying(3)[] NOT NULL,
    cohort character varying(50) NOT NULL,
    minimum integer NOT NULL,
    is_rated boolean NOT NULL,
    evidence text NOT NULL,
    hard_min numeric(20,8),
    hard_max numeric(20,8),
    soft_min numeric(20,8),
    soft_max numeric(20,8),
    least_change numeric(20,8),
    indicator_set_id bigint NOT NULL,
    CONSTRAINT kpis_indicator_answered_by_is_known CHECK (((answered_by)::text = ANY (ARRAY[('school'::character varying)::text, ('council'::character varying)::text, ('computed'::character varying)::text]))),
    CONSTRAINT kpis_indicator_cohort_is_an_input CHECK ((((cohort)::text = ''::text) OR ((cohort)::text ~ '^[a-z][a-z0-9_]*$'::text))),
    CONSTRAINT kpis_indicator_floor_on_the_worse_side CHECK (((floor IS NULL) OR (target IS NULL) OR ((floor <= target) AND ((polarity)::text = 'high'::text)) OR ((floor >= target) AND ((polarity)::text = 'low'::text)) OR ((polarity)::text = 'near'::text))),
    CONSTRAINT kpis_indicator_frequency_is_known CHECK (((frequency)::text = ANY (ARRAY[('month'::character varying)::text, ('quarter'::character varying)::text, ('term'::character varying)::text, ('half_year'::character varying)::text, ('year'::character varying)::text]))),
    CONSTRAINT kpis_indicator_hard_min_up_to_hard_max CHECK (((hard_min IS NULL) OR (hard_max IS NULL) OR (hard_min <= hard_max))),
    CONSTRAINT kpis_indicator_least_change_is_not_negative CHECK (((least_change IS NULL) OR (least_change >= (0)::numeric))),
    CONSTRAINT kpis_indicator_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT kpis_indicator_near_has_tolerances_others_a_floor CHECK ((((floor IS NULL) AND ((polarity)::text = 'near'::text)) OR ((NOT ((polarity)::text = 'near'::text)) AND (outer_tolerance IS NULL) AND (tolerance IS NULL)))),
    CONSTRAINT kpis_indicator_polarity_is_known CHECK (((polarity)::text = ANY (ARRAY[('high'::character varying)::text, ('low'::character varying)::text, ('near'::character varying)::text]))),
    CONSTRAINT kpis_indicator_position_check CHECK (("position" >= 0)),
    CONSTRAINT kpis_indicator_rated_has_a_target CHECK (((NOT is_rated) OR (target IS NOT NULL))),
    CONSTRAINT kpis_indicator_soft_min_up_to_soft_max CHECK (((soft_min IS NULL) OR (soft_max IS NULL) OR (soft_min <= soft_max))),
    CONSTRAINT kpis_indicator_tolerance_up_to_outer_tolerance CHECK (((tolerance IS NULL) OR (outer_tolerance IS NULL) OR (tolerance <= outer_tolerance))),
    CONSTRAINT kpis_indicator_tolerances_are_distances CHECK ((((tolerance IS NULL) OR (tolerance >= (0)::numeric)) AND ((outer_tolerance IS NULL) OR (outer_tolerance >= (0)::numeric)))),
    CONSTRAINT kpis_indicator_weight_is_not_negative CHECK ((weight >= (0)::numeric))
);

ALTER TABLE public.kpis_indicator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_indicator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_indicatorevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    definition text NOT NULL,
    formula character varying(500) NOT NULL,
    unit character varying(50) NOT NULL,
    weight numeric(8,4) NOT NULL,
    polarity character varying(10) NOT NULL,
    target numeric(20,8),
    floor numeric(20,8),
    tolerance numeric(20,8),
    outer_tolerance numeric(20,8),
    frequency character varying(10) NOT NULL,
    answered_by character varying(10) NOT NULL,
    filed_for character varying(3)[] NOT NULL,
    cohort character varying(50) NOT NULL,
    minimum integer NOT NULL,
    is_rated boolean NOT NULL,
    evidence text NOT NULL,
    hard_min numeric(20,8),
    hard_max numeric(20,8),
    soft_min numeric(20,8),
    soft_max numeric(20,8),
    least_change numeric(20,8),
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    indicator_set_id bigint NOT NULL,
    CONSTRAINT kpis_indicatorevent_minimum_check CHECK ((minimum >= 0)),
    CONSTRAINT kpis_indicatorevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.kpis_indicatorevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_indicatorevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_indicatorset (
    id bigint NOT NULL,
    version character varying(30) NOT NULL,
    valid_from date NOT NULL,
    note text NOT NULL,
    imported boolean NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    drafted_by_id bigint,
    published_by_id bigint,
    CONSTRAINT kpis_indicatorset_has_a_version CHECK ((NOT ((version)::text = ''::text))),
    CONSTRAINT kpis_indicatorset_published_by_another CHECK ((((published_at IS NULL) AND (published_by_id IS NULL) AND ((drafted_by_id IS NOT NULL) OR imported)) OR ((published_at IS NOT NULL) AND (published_by_id IS NOT NULL) AND (NOT ((published_by_id = drafted_by_id) AND (published_by_id IS NOT NULL) AND (drafted_by_id IS NOT NULL))) AND (drafted_by_id IS NOT NULL)) OR ((drafted_by_id IS NULL) AND imported AND (published_at IS NOT NULL) AND (published_by_id IS NULL))))
);

ALTER TABLE public.kpis_indicatorset ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_indicatorset_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_indicatorsetevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    version character varying(30) NOT NULL,
    valid_from date NOT NULL,
    note text NOT NULL,
    imported boolean NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    drafted_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    published_by_id bigint
);

ALTER TABLE public.kpis_indicatorsetevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_indicatorsetevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_kpireturn (
    id bigint NOT NULL,
    frequency character varying(10) NOT NULL,
    period_name character varying(50) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    covers_to date NOT NULL,
    status character varying(20) NOT NULL,
    due_on date,
    first_until date,
    correct_until date,
    extension_reason text NOT NULL,
    not_asked_reason text NOT NULL,
    imported boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    school_id bigint NOT NULL,
    term_id bigint,
    CONSTRAINT kpis_kpireturn_covers_days_of_its_period CHECK (((covers_to >= first_day) AND (covers_to <= last_day))),
    CONSTRAINT kpis_kpireturn_first_day_before_last_day CHECK (((last_day IS NULL) OR (last_day >= first_day))),
    CONSTRAINT kpis_kpireturn_frequency_is_known CHECK (((frequency)::text = ANY (ARRAY[('month'::character varying)::text, ('quarter'::character varying)::text, ('term'::character varying)::text, ('half_year'::character varying)::text, ('year'::character varying)::text]))),
    CONSTRAINT kpis_kpireturn_has_its_dates CHECK ((imported OR ((correct_until >= due_on) AND (correct_until IS NOT NULL) AND (due_on > covers_to) AND (due_on IS NOT NULL) AND (first_until >= due_on) AND (first_until IS NOT NULL)))),
    CONSTRAINT kpis_kpireturn_imported_came_whole CHECK (((NOT imported) OR (NOT ((status)::text = ANY (ARRAY[('to_do'::character varying)::text, ('being_filled'::character varying)::text, ('excused'::character varying)::text, ('not_asked'::character varying)::text]))))),
    CONSTRAINT kpis_kpireturn_says_why_it_is_not_asked CHECK (((((status)::text = ANY (ARRAY[('excused'::character varying)::text, ('not_asked'::character varying)::text])) AND (NOT (not_asked_reason = ''::text))) OR (NOT ((status)::text = ANY (ARRAY[('excused'::character varying)::text, ('not_asked'::character varying)::text]))))),
    CONSTRAINT kpis_kpireturn_status_is_known CHECK (((status)::text = ANY (ARRAY[('to_do'::character varying)::text, ('being_filled'::character varying)::text, ('submitted'::character varying)::text, ('queried'::character varying)::text, ('accepted'::character varying)::text, ('being_corrected'::character varying)::text, ('excused'::character varying)::text, ('not_asked'::character varying)::text]))),
    CONSTRAINT kpis_kpireturn_term_of_terms_only CHECK (((((frequency)::text = 'term'::text) AND (term_id IS NOT NULL)) OR ((NOT ((frequency)::text = 'term'::text)) AND (term_id IS NULL))))
);

ALTER TABLE public.kpis_kpireturn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_kpireturn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_kpireturnevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    frequency character varying(10) NOT NULL,
    period_name character varying(50) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    covers_to date NOT NULL,
    status character varying(20) NOT NULL,
    due_on date,
    first_until date,
    correct_until date,
    extension_reason text NOT NULL,
    not_asked_reason text NOT NULL,
    imported boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    school_id bigint NOT NULL,
    term_id bigint
);

ALTER TABLE public.kpis_kpireturnevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_kpireturnevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_returnrules (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    due_days smallint NOT NULL,
    first_days smallint NOT NULL,
    correct_days smallint NOT NULL,
    least_days_in smallint NOT NULL,
    set_by_id bigint,
    warn_percent smallint NOT NULL,
    CONSTRAINT kpis_returnrules_correct_days_check CHECK ((correct_days >= 0)),
    CONSTRAINT kpis_returnrules_days_follow_one_another CHECK (((correct_days >= due_days) AND (correct_days <= 250) AND (due_days >= 1) AND (first_days >= due_days) AND (first_days <= 250))),
    CONSTRAINT kpis_returnrules_due_days_check CHECK ((due_days >= 0)),
    CONSTRAINT kpis_returnrules_first_days_check CHECK ((first_days >= 0)),
    CONSTRAINT kpis_returnrules_least_days_in_check CHECK ((least_days_in >= 0)),
    CONSTRAINT kpis_returnrules_warn_percent_check CHECK ((warn_percent >= 0))
);

ALTER TABLE public.kpis_returnrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_returnrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_returnsection (
    id bigint NOT NULL,
    key character varying(50) NOT NULL,
    comment text NOT NULL,
    nothing_to_report boolean NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT kpis_returnsection_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.kpis_returnsection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_returnsection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_returnsectionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key character varying(50) NOT NULL,
    comment text NOT NULL,
    nothing_to_report boolean NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    saved_by_id bigint NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT kpis_returnsectionevent_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.kpis_returnsectionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_returnsectionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_returnversion (
    id bigint NOT NULL,
    number smallint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    is_sole_user boolean NOT NULL,
    certified_at timestamp with time zone,
    imported boolean NOT NULL,
    sealed_at timestamp with time zone,
    counts boolean NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    certified_by_id bigint,
    kpi_return_id bigint NOT NULL,
    on_behalf_of_id bigint,
    prepared_by_id bigint,
    CONSTRAINT kpis_returnversion_accepted_at_and_accepted_by CHECK ((((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL)) OR ((accepted_at IS NULL) AND (accepted_by_id IS NULL)))),
    CONSTRAINT kpis_returnversion_certified_at_and_certified_by CHECK ((((certified_at IS NOT NULL) AND (certified_by_id IS NOT NULL)) OR ((certified_at IS NULL) AND (certified_by_id IS NULL)))),
    CONSTRAINT kpis_returnversion_certified_by_and_on_behalf_of CHECK ((((certified_by_id IS NOT NULL) AND (on_behalf_of_id IS NOT NULL)) OR ((certified_by_id IS NULL) AND (on_behalf_of_id IS NULL)))),
    CONSTRAINT kpis_returnversion_certified_by_another CHECK (((certified_by_id IS NULL) OR is_sole_user OR ((prepared_by_id IS NOT NULL) AND (NOT ((certified_by_id = prepared_by_id) AND (certified_by_id IS NOT NULL) AND (prepared_by_id IS NOT NULL)))))),
    CONSTRAINT kpis_returnversion_counts_once_sealed CHECK (((NOT counts) OR (sealed_at IS NOT NULL))),
    CONSTRAINT kpis_returnversion_number_check CHECK ((number >= 0)),
    CONSTRAINT kpis_returnversion_sealed_by_its_certificate CHECK ((((certified_at IS NULL) AND (sealed_at IS NULL)) OR ((certified_at IS NOT NULL) AND (NOT imported) AND (sealed_at IS NOT NULL)) OR ((certified_at IS NULL) AND imported AND (sealed_at IS NOT NULL))))
);

ALTER TABLE public.kpis_returnversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_returnversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_returnversionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    is_sole_user boolean NOT NULL,
    certified_at timestamp with time zone,
    imported boolean NOT NULL,
    sealed_at timestamp with time zone,
    counts boolean NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    certified_by_id bigint,
    kpi_return_id bigint NOT NULL,
    on_behalf_of_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    prepared_by_id bigint,
    CONSTRAINT kpis_returnversionevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.kpis_returnversionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_returnversionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_term (
    id bigint NOT NULL,
    name character varying(50) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    CONSTRAINT kpis_term_first_day_before_last_day CHECK (((last_day IS NULL) OR (last_day >= first_day))),
    CONSTRAINT kpis_term_name_is_of_no_other_period CHECK (((NOT ((name)::text ~* '^\s*\d{4}-(\d{2}|q[1-4]|h[12])\s*$'::text)) AND (NOT ((name)::text = ''::text))))
);

ALTER TABLE public.kpis_term ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_term_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.kpis_termevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(50) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

ALTER TABLE public.kpis_termevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpis_termevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.pghistory_context (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    metadata jsonb NOT NULL
);

CREATE TABLE public.placements_case (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    urgency character varying(10) NOT NULL,
    stay character varying(20) NOT NULL,
    wanted_on date NOT NULL,
    needed_since date NOT NULL,
    plan_final_on date,
    must_admit boolean NOT NULL,
    most_miles smallint,
    must_haves text NOT NULL,
    preference text NOT NULL,
    seed integer NOT NULL,
    opened_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    closed_on date,
    close_reason character varying(20) NOT NULL,
    child_id bigint NOT NULL,
    closed_by_id bigint,
    opened_by_id bigint,
    preferred_school_id bigint,
    CONSTRAINT placements_case_close_reason_is_known CHECK (((close_reason)::text = ANY (ARRAY[('placed'::character varying)::text, ('not_needed'::character varying)::text, ('moved_away'::character varying)::text, ('mistake'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT placements_case_closed_on_and_closed_by CHECK ((((closed_by_id IS NOT NULL) AND (closed_on IS NOT NULL)) OR ((closed_by_id IS NULL) AND (closed_on IS NULL)))),
    CONSTRAINT placements_case_closed_with_a_reason CHECK (((((close_reason)::text = ''::text) AND (closed_on IS NULL)) OR ((closed_on IS NOT NULL) AND (NOT ((close_reason)::text = ''::text))))),
    CONSTRAINT placements_case_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('phase_transfer'::character varying)::text, ('in_year'::character varying)::text]))),
    CONSTRAINT placements_case_most_miles_check CHECK ((most_miles >= 0)),
    CONSTRAINT placements_case_seed_check CHECK ((seed >= 0)),
    CONSTRAINT placements_case_some_miles CHECK (((most_miles IS NULL) OR (most_miles >= 1))),
    CONSTRAINT placements_case_stay_is_known CHECK (((stay)::text = ANY (ARRAY[('day'::character varying)::text, ('residential'::character varying)::text]))),
    CONSTRAINT placements_case_urgency_is_known CHECK (((urgency)::text = ANY (ARRAY[('routine'::character varying)::text, ('soon'::character varying)::text, ('urgent'::character varying)::text]))),
    CONSTRAINT placements_case_wanted_since_or_later CHECK ((wanted_on >= needed_since))
);

ALTER TABLE public.placements_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_caseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    urgency character varying(10) NOT NULL,
    stay character varying(20) NOT NULL,
    wanted_on date NOT NULL,
    needed_since date NOT NULL,
    plan_final_on date,
    must_admit boolean NOT NULL,
    most_miles smallint,
    must_haves text NOT NULL,
    preference text NOT NULL,
    seed integer NOT NULL,
    opened_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    closed_on date,
    close_reason character varying(20) NOT NULL,
    child_id bigint NOT NULL,
    closed_by_id bigint,
    opened_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    preferred_school_id bigint,
    CONSTRAINT placements_caseevent_most_miles_check CHECK ((most_miles >= 0)),
    CONSTRAINT placements_caseevent_seed_check CHECK ((seed >= 0))
);

ALTER TABLE public.placements_caseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_caseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_caseneed (
    id bigint NOT NULL,
    rank smallint NOT NULL,
    need character varying(4) NOT NULL,
    case_id bigint NOT NULL,
    CONSTRAINT placements_caseneed_from_one CHECK ((rank >= 1)),
    CONSTRAINT placements_caseneed_need_is_known CHECK (((need)::text = ANY (ARRAY[('SPLD'::character varying)::text, ('MLD'::character varying)::text, ('SLD'::character varying)::text, ('PMLD'::character varying)::text, ('SEMH'::character varying)::text, ('SLCN'::character varying)::text, ('HI'::character varying)::text, ('VI'::character varying)::text, ('MSI'::character varying)::text, ('PD'::character varying)::text, ('ASD'::character varying)::text, ('DS'::character varying)::text, ('OTH'::character varying)::text]))),
    CONSTRAINT placements_caseneed_rank_check CHECK ((rank >= 0))
);

ALTER TABLE public.placements_caseneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_caseneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_caseneedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    rank smallint NOT NULL,
    need character varying(4) NOT NULL,
    case_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT placements_caseneedevent_rank_check CHECK ((rank >= 0))
);

ALTER TABLE public.placements_caseneedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_caseneedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_placement (
    id bigint NOT NULL,
    reference character varying(30) NOT NULL,
    child_id bigint NOT NULL,
    school_id bigint NOT NULL,
    route character varying(20) NOT NULL,
    lot_id bigint,
    provision character varying(20) NOT NULL,
    primary_need character varying(4) NOT NULL,
    secondary_need character varying(4) NOT NULL,
    starts_on date NOT NULL,
    ended_on date,
    end_reason character varying(30) NOT NULL,
    annual_fee numeric(10,2) NOT NULL,
    imported boolean NOT NULL,
    CONSTRAINT placements_placement_fee_is_not_negative CHECK ((annual_fee >= (0)::numeric)),
    CONSTRAINT placements_placement_lot_of_call_offs_only CHECK (((lot_id IS NULL) OR ((route)::text = 'call_off'::text))),
    CONSTRAINT placements_placement_primary_need_is_known CHECK (((primary_need)::text = ANY (ARRAY[('SPLD'::character varying)::text, ('MLD'::character varying)::text, ('SLD'::character varying)::text, ('PMLD'::character varying)::text, ('SEMH'::character varying)::text, ('SLCN'::character varying)::text, ('HI'::character varying)::text, ('VI'::character varying)::text, ('MSI'::character varying)::text, ('PD'::character varying)::text, ('ASD'::character varying)::text, ('DS'::character varying)::text, ('OTH'::character varying)::text]))),
    CONSTRAINT placements_placement_provision_is_known CHECK (((provision)::text = ANY (ARRAY[('day'::character varying)::text, ('residential_weekly'::character varying)::text, ('residential_38'::character varying)::text, ('residential_51'::character varying)::text, ('residential_52'::character varying)::text]))),
    CONSTRAINT placements_placement_route_is_known CHECK (((route)::text = ANY (ARRAY[('call_off'::character varying)::text, ('spot'::character varying)::text, ('directed'::character varying)::text, ('block'::character varying)::text]))),
    CONSTRAINT placements_placement_starts_on_before_ended_on CHECK (((ended_on IS NULL) OR (ended_on >= starts_on)))
);

CREATE TABLE public.placements_priceline (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    quantity numeric(9,4) NOT NULL,
    amount numeric(10,2) NOT NULL,
    funder character varying(20) NOT NULL,
    weeks numeric(4,2) NOT NULL,
    cost_a_year numeric(23,8) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    imported boolean NOT NULL,
    added_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    voided_at timestamp with time zone,
    void_reason text NOT NULL,
    added_by_id bigint,
    placement_id bigint NOT NULL,
    voided_by_id bigint,
    CONSTRAINT placements_priceline_costs_what_its_parts_say CHECK ((cost_a_year = ((amount * quantity) *
CASE
    WHEN ((unit)::text = 'year'::text) THEN (1)::numeric
    WHEN ((unit)::text = 'term'::text) THEN (3)::numeric
    ELSE weeks
END))),
    CONSTRAINT placements_priceline_funder_is_known CHECK (((funder)::text = ANY (ARRAY[('education'::character varying)::text, ('health'::character varying)::text, ('social_care'::character varying)::text]))),
    CONSTRAINT placements_priceline_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('base_education'::character varying)::text, ('residential'::character varying)::text, ('therapy_slt'::character varying)::text, ('therapy_ot'::character varying)::text, ('therapy_physio'::character varying)::text, ('therapy_psychology'::character varying)::text, ('therapy_other'::character varying)::text, ('one_to_one'::character varying)::text, ('two_to_one'::character varying)::text, ('exams'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT placements_priceline_not_below_nought CHECK (((amount >= (0)::numeric) AND (quantity >= (0)::numeric))),
    CONSTRAINT placements_priceline_starts_on_before_ends_on CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT placements_priceline_unit_is_known CHECK (((unit)::text = ANY (ARRAY[('year'::character varying)::text, ('term'::character varying)::text, ('week'::character varying)::text, ('hour'::character varying)::text]))),
    CONSTRAINT placements_priceline_voided_at_and_voided_by CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL)))),
    CONSTRAINT placements_priceline_voided_with_a_reason CHECK ((((void_reason = ''::text) AND (voided_at IS NULL)) OR ((voided_at IS NOT NULL) AND (NOT (void_reason = ''::text))))),
    CONSTRAINT placements_priceline_weeks_of_a_year CHECK (((weeks > (0)::numeric) AND (weeks <= (53)::numeric)))
);

CREATE VIEW public.placements_charge AS
 SELECT (- placement.id) AS id,
    placement.id AS placement_id,
    'base_education'::character varying(20) AS kind,
    'education'::character varying(20) AS funder,
    placement.starts_on,
    placement.starts_on AS first_on,
    LEAST(placement.ended_on, (base.begins_on - 1)) AS last_on,
    (placement.annual_fee)::numeric(23,8) AS cost_a_year
   FROM (public.placements_placement placement
     LEFT JOIN ( SELECT placements_priceline.placement_id,
            min(placements_priceline.starts_on) AS begins_on
           FROM public.placements_priceline
          WHERE ((placements_priceline.voided_at IS NULL) AND ((placements_priceline.kind)::text = 'base_education'::text))
          GROUP BY placements_priceline.placement_id) base ON ((base.placement_id = placement.id)))
UNION ALL
 SELECT line.id,
    line.placement_id,
    line.kind,
    line.funder,
    line.starts_on,
    GREATEST(line.starts_on, placement.starts_on) AS first_on,
    LEAST(line.ends_on, placement.ended_on) AS last_on,
    line.cost_a_year
   FROM (public.placements_priceline line
     JOIN public.placements_placement placement ON ((placement.id = line.placement_id)))
  WHERE (line.voided_at IS NULL);

CREATE TABLE public.placements_child (
    id bigint NOT NULL,
    reference character varying(30) NOT NULL,
    sex character varying(1) NOT NULL,
    cohort smallint NOT NULL,
    CONSTRAINT placements_child_cohort_check CHECK ((cohort >= 0)),
    CONSTRAINT placements_child_sex_is_known CHECK (((sex)::text = ANY (ARRAY[('F'::character varying)::text, ('M'::character varying)::text])))
);

ALTER TABLE public.placements_child ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_child_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_childevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    reference character varying(30) NOT NULL,
    sex character varying(1) NOT NULL,
    cohort smallint NOT NULL,
    CONSTRAINT placements_childevent_cohort_check CHECK ((cohort >= 0))
);

ALTER TABLE public.placements_childevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_childevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_childidentity (
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    birth_date text NOT NULL,
    home_postcode text NOT NULL,
    initials text
);

ALTER TABLE public.placements_childidentity ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_childidentity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_childidentityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    birth_date text NOT NULL,
    home_postcode text NOT NULL,
    initials text
);

ALTER TABLE public.placements_childidentityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_childidentityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_earlierschool (
    id bigint NOT NULL,
    placement_id bigint NOT NULL,
    school_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    CONSTRAINT placements_earlierschool_from_on_before_until_on CHECK (((until_on IS NULL) OR (until_on >= from_on)))
);

ALTER TABLE public.placements_earlierschool ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_earlierschool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_earlierschoolevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    placement_id bigint NOT NULL,
    school_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL
);

ALTER TABLE public.placements_earlierschoolevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_earlierschoolevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feeline (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    funder character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    quantity numeric(9,4) NOT NULL,
    weeks numeric(4,2) NOT NULL,
    vat character varying(10) NOT NULL,
    current_amount numeric(10,2) NOT NULL,
    asked_amount numeric(10,2),
    reason text NOT NULL,
    agreed_amount numeric(10,2),
    outcome character varying(200) NOT NULL,
    is_open boolean NOT NULL,
    placement_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feeline_agreed_of_asked CHECK (((agreed_amount IS NULL) OR (asked_amount IS NOT NULL))),
    CONSTRAINT placements_feeline_funder_is_known CHECK (((funder)::text = ANY (ARRAY[('education'::character varying)::text, ('health'::character varying)::text, ('social_care'::character varying)::text]))),
    CONSTRAINT placements_feeline_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('base_education'::character varying)::text, ('residential'::character varying)::text, ('therapy_slt'::character varying)::text, ('therapy_ot'::character varying)::text, ('therapy_physio'::character varying)::text, ('therapy_psychology'::character varying)::text, ('therapy_other'::character varying)::text, ('one_to_one'::character varying)::text, ('two_to_one'::character varying)::text, ('exams'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT placements_feeline_not_below_nought CHECK (((current_amount >= (0)::numeric) AND ((asked_amount IS NULL) OR (asked_amount >= (0)::numeric)) AND ((agreed_amount IS NULL) OR (agreed_amount >= (0)::numeric)))),
    CONSTRAINT placements_feeline_unit_is_known CHECK (((unit)::text = ANY (ARRAY[('year'::character varying)::text, ('term'::character varying)::text, ('week'::character varying)::text, ('hour'::character varying)::text]))),
    CONSTRAINT placements_feeline_vat_is_known CHECK (((vat)::text = ANY (ARRAY[('exempt'::character varying)::text, ('standard'::character varying)::text])))
);

ALTER TABLE public.placements_feeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feelineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    funder character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    quantity numeric(9,4) NOT NULL,
    weeks numeric(4,2) NOT NULL,
    vat character varying(10) NOT NULL,
    current_amount numeric(10,2) NOT NULL,
    asked_amount numeric(10,2),
    reason text NOT NULL,
    agreed_amount numeric(10,2),
    outcome character varying(200) NOT NULL,
    is_open boolean NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    request_id bigint NOT NULL
);

ALTER TABLE public.placements_feelineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feelineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feemandate (
    id bigint NOT NULL,
    percent numeric(5,2) NOT NULL,
    pounds_a_year numeric(14,2) NOT NULL,
    decision character varying(100) NOT NULL,
    reason text NOT NULL,
    approved_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    approved_by_id bigint NOT NULL,
    recommended_by_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feemandate_by_two CHECK ((NOT (recommended_by_id = approved_by_id)))
);

ALTER TABLE public.placements_feemandate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feemandate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feemessage (
    id bigint NOT NULL,
    side character varying(10) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    written_by_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feemessage_says_something CHECK ((NOT (text = ''::text))),
    CONSTRAINT placements_feemessage_side_is_known CHECK (((side)::text = ANY (ARRAY[('council'::character varying)::text, ('provider'::character varying)::text])))
);

ALTER TABLE public.placements_feemessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feemessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feenote (
    id bigint NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    written_by_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feenote_says_something CHECK ((NOT (text = ''::text)))
);

ALTER TABLE public.placements_feenote ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feenote_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feeoffer (
    id bigint NOT NULL,
    number smallint NOT NULL,
    side character varying(10) NOT NULL,
    percent numeric(5,2),
    more_a_year numeric(14,2) NOT NULL,
    expires_on date NOT NULL,
    text text NOT NULL,
    made_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    made_by_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feeoffer_accepted_at_and_accepted_by CHECK ((((accepted_at IS NOT NULL) AND (accepted_by_id IS NOT NULL)) OR ((accepted_at IS NULL) AND (accepted_by_id IS NULL)))),
    CONSTRAINT placements_feeoffer_number_check CHECK ((number >= 0)),
    CONSTRAINT placements_feeoffer_side_is_known CHECK (((side)::text = ANY (ARRAY[('council'::character varying)::text, ('provider'::character varying)::text])))
);

ALTER TABLE public.placements_feeoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feeoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feeofferevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number smallint NOT NULL,
    side character varying(10) NOT NULL,
    percent numeric(5,2),
    more_a_year numeric(14,2) NOT NULL,
    expires_on date NOT NULL,
    text text NOT NULL,
    made_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    accepted_at timestamp with time zone,
    accepted_by_id bigint,
    made_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    request_id bigint NOT NULL,
    CONSTRAINT placements_feeofferevent_number_check CHECK ((number >= 0))
);

ALTER TABLE public.placements_feeofferevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feeofferevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feerequest (
    id bigint NOT NULL,
    scope character varying(10) NOT NULL,
    status character varying(20) NOT NULL,
    asked_percent numeric(5,2),
    started_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    submitted_at timestamp with time zone,
    is_late boolean NOT NULL,
    effective_on date,
    answer_due_on date,
    information_due_on date,
    appealed_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_on date,
    agreed_percent numeric(5,2),
    decision_reason text NOT NULL,
    decided_by_id bigint,
    provider_id bigint NOT NULL,
    school_id bigint,
    started_by_id bigint NOT NULL,
    submitted_by_id bigint,
    window_id bigint NOT NULL,
    CONSTRAINT placements_feerequest_decided_at_and_decided_by_and_decided_on CHECK ((((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL) AND (decided_on IS NOT NULL)) OR ((decided_at IS NULL) AND (decided_by_id IS NULL) AND (decided_on IS NULL)))),
    CONSTRAINT placements_feerequest_decided_by_its_status CHECK ((((decided_at IS NOT NULL) AND ((status)::text = ANY (ARRAY[('agreed'::character varying)::text, ('refused'::character varying)::text]))) OR ((decided_at IS NULL) AND (NOT ((status)::text = ANY (ARRAY[('agreed'::character varying)::text, ('refused'::character varying)::text])))))),
    CONSTRAINT placements_feerequest_refused_with_a_reason CHECK ((NOT ((decision_reason = ''::text) AND ((status)::text = 'refused'::text)))),
    CONSTRAINT placements_feerequest_scope_is_known CHECK (((scope)::text = ANY (ARRAY[('all'::character varying)::text, ('chosen'::character varying)::text, ('new'::character varying)::text]))),
    CONSTRAINT placements_feerequest_status_is_known CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('received'::character varying)::text, ('information'::character varying)::text, ('negotiating'::character varying)::text, ('escalated'::character varying)::text, ('agreed'::character varying)::text, ('refused'::character varying)::text, ('withdrawn'::character varying)::text]))),
    CONSTRAINT placements_feerequest_submitted_at_and_submitted_by_and_effecti CHECK ((((effective_on IS NOT NULL) AND (submitted_at IS NOT NULL) AND (submitted_by_id IS NOT NULL)) OR ((effective_on IS NULL) AND (submitted_at IS NULL) AND (submitted_by_id IS NULL)))),
    CONSTRAINT placements_feerequest_submitted_by_its_status CHECK (((((status)::text = 'draft'::text) AND (submitted_at IS NULL)) OR ((status)::text = 'withdrawn'::text) OR ((submitted_at IS NOT NULL) AND (NOT ((status)::text = 'draft'::text)))))
);

ALTER TABLE public.placements_feerequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feerequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feerequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    scope character varying(10) NOT NULL,
    status character varying(20) NOT NULL,
    asked_percent numeric(5,2),
    started_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    submitted_at timestamp with time zone,
    is_late boolean NOT NULL,
    effective_on date,
    answer_due_on date,
    information_due_on date,
    appealed_at timestamp with time zone,
    decided_at timestamp with time zone,
    decided_on date,
    agreed_percent numeric(5,2),
    decision_reason text NOT NULL,
    decided_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    provider_id bigint NOT NULL,
    school_id bigint,
    started_by_id bigint NOT NULL,
    submitted_by_id bigint,
    window_id bigint NOT NULL
);

ALTER TABLE public.placements_feerequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feerequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feesection (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    answers jsonb NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    request_id bigint NOT NULL,
    saved_by_id bigint NOT NULL,
    CONSTRAINT placements_feesection_key_is_known CHECK (((key)::text = ANY (ARRAY[('prices'::character varying)::text, ('costs'::character varying)::text, ('background'::character varying)::text]))),
    CONSTRAINT placements_feesection_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.placements_feesection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feesection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feesectionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    answers jsonb NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    request_id bigint NOT NULL,
    saved_by_id bigint NOT NULL,
    CONSTRAINT placements_feesectionevent_revision_check CHECK ((revision >= 0))
);

ALTER TABLE public.placements_feesectionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feesectionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feewindow (
    id bigint NOT NULL,
    academic_year smallint NOT NULL,
    opens_on date NOT NULL,
    requests_by date NOT NULL,
    recommend_by date NOT NULL,
    negotiate_until date NOT NULL,
    approve_by date NOT NULL,
    effective_on date NOT NULL,
    late_months smallint NOT NULL,
    information_days smallint NOT NULL,
    answer_days smallint NOT NULL,
    appeal_days smallint NOT NULL,
    recent_months smallint NOT NULL,
    standard_percent numeric(5,2) NOT NULL,
    standard_pounds numeric(10,2) NOT NULL,
    pay_rate numeric(5,2),
    price_rate numeric(5,2),
    affordable_percent numeric(5,2),
    limit_percent numeric(5,2) NOT NULL,
    limit_pounds numeric(12,2) NOT NULL,
    CONSTRAINT placements_feewindow_academic_year_check CHECK ((academic_year >= 0)),
    CONSTRAINT placements_feewindow_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT placements_feewindow_appeal_days_check CHECK ((appeal_days >= 0)),
    CONSTRAINT placements_feewindow_dates_in_order CHECK (((approve_by >= negotiate_until) AND (effective_on > approve_by) AND (negotiate_until >= recommend_by) AND (recommend_by >= requests_by) AND (requests_by >= opens_on))),
    CONSTRAINT placements_feewindow_information_days_check CHECK ((information_days >= 0)),
    CONSTRAINT placements_feewindow_late_months_check CHECK ((late_months >= 0)),
    CONSTRAINT placements_feewindow_not_below_nought CHECK (((limit_percent >= (0)::numeric) AND (limit_pounds >= (0)::numeric) AND (standard_percent >= (0)::numeric) AND (standard_pounds >= (0)::numeric))),
    CONSTRAINT placements_feewindow_recent_months_check CHECK ((recent_months >= 0)),
    CONSTRAINT placements_feewindow_takes_effect_in_its_year CHECK (((EXTRACT(year FROM effective_on) = (academic_year)::numeric) OR ((EXTRACT(month FROM effective_on) < (9)::numeric) AND (EXTRACT(year FROM effective_on) = ((academic_year + 1))::numeric))))
);

ALTER TABLE public.placements_feewindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feewindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_feewindowevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    academic_year smallint NOT NULL,
    opens_on date NOT NULL,
    requests_by date NOT NULL,
    recommend_by date NOT NULL,
    negotiate_until date NOT NULL,
    approve_by date NOT NULL,
    effective_on date NOT NULL,
    late_months smallint NOT NULL,
    information_days smallint NOT NULL,
    answer_days smallint NOT NULL,
    appeal_days smallint NOT NULL,
    recent_months smallint NOT NULL,
    standard_percent numeric(5,2) NOT NULL,
    standard_pounds numeric(10,2) NOT NULL,
    pay_rate numeric(5,2),
    price_rate numeric(5,2),
    affordable_percent numeric(5,2),
    limit_percent numeric(5,2) NOT NULL,
    limit_pounds numeric(12,2) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT placements_feewindowevent_academic_year_check CHECK ((academic_year >= 0)),
    CONSTRAINT placements_feewindowevent_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT placements_feewindowevent_appeal_days_check CHECK ((appeal_days >= 0)),
    CONSTRAINT placements_feewindowevent_information_days_check CHECK ((information_days >= 0)),
    CONSTRAINT placements_feewindowevent_late_months_check CHECK ((late_months >= 0)),
    CONSTRAINT placements_feewindowevent_recent_months_check CHECK ((recent_months >= 0))
);

ALTER TABLE public.placements_feewindowevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_feewindowevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_look (
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    looked_by_id bigint NOT NULL,
    looked_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    with_identity boolean NOT NULL
);

ALTER TABLE public.placements_look ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_look_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_matchweights (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    need smallint NOT NULL,
    age smallint NOT NULL,
    places smallint NOT NULL,
    distance smallint NOT NULL,
    price smallint NOT NULL,
    standing smallint NOT NULL,
    section_41 smallint NOT NULL,
    reach_miles smallint NOT NULL,
    mile_cost integer,
    good_days smallint NOT NULL,
    set_by_id bigint,
    CONSTRAINT placements_matchweights_age_check CHECK ((age >= 0)),
    CONSTRAINT placements_matchweights_distance_check CHECK ((distance >= 0)),
    CONSTRAINT placements_matchweights_good_days_check CHECK ((good_days >= 0)),
    CONSTRAINT placements_matchweights_mile_cost_check CHECK ((mile_cost >= 0)),
    CONSTRAINT placements_matchweights_need_check CHECK ((need >= 0)),
    CONSTRAINT placements_matchweights_places_check CHECK ((places >= 0)),
    CONSTRAINT placements_matchweights_price_check CHECK ((price >= 0)),
    CONSTRAINT placements_matchweights_reach_miles_check CHECK ((reach_miles >= 0)),
    CONSTRAINT placements_matchweights_section_41_check CHECK ((section_41 >= 0)),
    CONSTRAINT placements_matchweights_some_reach CHECK ((reach_miles >= 1)),
    CONSTRAINT placements_matchweights_something_counts CHECK ((need > ((((((age + places) + distance) + price) * '-1'::integer) - standing) - section_41))),
    CONSTRAINT placements_matchweights_standing_check CHECK ((standing >= 0)),
    CONSTRAINT placements_matchweights_up_to_100 CHECK (((age <= 100) AND (distance <= 100) AND (need <= 100) AND (places <= 100) AND (price <= 100) AND (section_41 <= 100) AND (standing <= 100)))
);

ALTER TABLE public.placements_matchweights ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_matchweights_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_otherreference (
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    reference character varying(30) NOT NULL,
    CONSTRAINT placements_otherreference_in_capitals CHECK (((reference)::text = upper((reference)::text)))
);

ALTER TABLE public.placements_otherreference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_otherreference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_otherreferenceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    child_id bigint NOT NULL,
    reference character varying(30) NOT NULL
);

ALTER TABLE public.placements_otherreferenceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_otherreferenceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.placements_placement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_placementevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    reference character varying(30) NOT NULL,
    child_id bigint NOT NULL,
    school_id bigint NOT NULL,
    route character varying(20) NOT NULL,
    lot_id bigint,
    provision character varying(20) NOT NULL,
    primary_need character varying(4) NOT NULL,
    secondary_need character varying(4) NOT NULL,
    starts_on date NOT NULL,
    ended_on date,
    end_reason character varying(30) NOT NULL,
    annual_fee numeric(10,2) NOT NULL,
    imported boolean NOT NULL
);

ALTER TABLE public.placements_placementevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_placementevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricedifference (
    id bigint NOT NULL,
    reason text NOT NULL,
    line_id bigint NOT NULL,
    listed_id bigint NOT NULL,
    CONSTRAINT placements_pricedifference_has_a_reason CHECK ((NOT (reason = ''::text)))
);

ALTER TABLE public.placements_pricedifference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricedifference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.placements_priceline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_priceline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricelineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    quantity numeric(9,4) NOT NULL,
    amount numeric(10,2) NOT NULL,
    funder character varying(20) NOT NULL,
    weeks numeric(4,2) NOT NULL,
    cost_a_year numeric(23,8) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    imported boolean NOT NULL,
    added_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    voided_at timestamp with time zone,
    void_reason text NOT NULL,
    added_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    placement_id bigint NOT NULL,
    voided_by_id bigint
);

ALTER TABLE public.placements_pricelineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricelineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricelist (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    size smallint NOT NULL,
    imported boolean NOT NULL,
    added_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    voided_at timestamp with time zone,
    void_reason text NOT NULL,
    added_by_id bigint,
    lot_id bigint NOT NULL,
    school_id bigint NOT NULL,
    voided_by_id bigint,
    CONSTRAINT placements_pricelist_has_lines CHECK ((size >= 1)),
    CONSTRAINT placements_pricelist_size_check CHECK ((size >= 0)),
    CONSTRAINT placements_pricelist_starts_on_before_ends_on CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT placements_pricelist_voided_at_and_voided_by CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL)))),
    CONSTRAINT placements_pricelist_voided_with_a_reason CHECK ((((void_reason = ''::text) AND (voided_at IS NULL)) OR ((voided_at IS NOT NULL) AND (NOT (void_reason = ''::text)))))
);

ALTER TABLE public.placements_pricelist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricelist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricelistevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    size smallint NOT NULL,
    imported boolean NOT NULL,
    added_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    voided_at timestamp with time zone,
    void_reason text NOT NULL,
    added_by_id bigint,
    lot_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    school_id bigint NOT NULL,
    voided_by_id bigint,
    CONSTRAINT placements_pricelistevent_size_check CHECK ((size >= 0))
);

ALTER TABLE public.placements_pricelistevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricelistevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricelistline (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    need character varying(4) NOT NULL,
    phase character varying(20) NOT NULL,
    provision character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    amount numeric(10,2) NOT NULL,
    price_list_id bigint NOT NULL,
    CONSTRAINT placements_pricelistline_kind_is_known CHECK (((kind)::text = ANY (ARRAY[('base_education'::character varying)::text, ('residential'::character varying)::text, ('therapy_slt'::character varying)::text, ('therapy_ot'::character varying)::text, ('therapy_physio'::character varying)::text, ('therapy_psychology'::character varying)::text, ('therapy_other'::character varying)::text, ('one_to_one'::character varying)::text, ('two_to_one'::character varying)::text, ('exams'::character varying)::text, ('other'::character varying)::text]))),
    CONSTRAINT placements_pricelistline_need_is_known CHECK (((need)::text = ANY (ARRAY[('SPLD'::character varying)::text, ('MLD'::character varying)::text, ('SLD'::character varying)::text, ('PMLD'::character varying)::text, ('SEMH'::character varying)::text, ('SLCN'::character varying)::text, ('HI'::character varying)::text, ('VI'::character varying)::text, ('MSI'::character varying)::text, ('PD'::character varying)::text, ('ASD'::character varying)::text, ('DS'::character varying)::text, ('OTH'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT placements_pricelistline_not_below_nought CHECK ((amount >= (0)::numeric)),
    CONSTRAINT placements_pricelistline_phase_is_known CHECK (((phase)::text = ANY (ARRAY[('early_years'::character varying)::text, ('primary'::character varying)::text, ('secondary'::character varying)::text, ('post_16'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT placements_pricelistline_provision_is_known CHECK (((provision)::text = ANY (ARRAY[('day'::character varying)::text, ('residential_weekly'::character varying)::text, ('residential_38'::character varying)::text, ('residential_51'::character varying)::text, ('residential_52'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT placements_pricelistline_unit_is_known CHECK (((unit)::text = ANY (ARRAY[('year'::character varying)::text, ('term'::character varying)::text, ('week'::character varying)::text, ('hour'::character varying)::text])))
);

ALTER TABLE public.placements_pricelistline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricelistline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_pricelistlineevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    need character varying(4) NOT NULL,
    phase character varying(20) NOT NULL,
    provision character varying(20) NOT NULL,
    unit character varying(10) NOT NULL,
    amount numeric(10,2) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    price_list_id bigint NOT NULL
);

ALTER TABLE public.placements_pricelistlineevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_pricelistlineevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_shortlist (
    id bigint NOT NULL,
    made_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    seed integer NOT NULL,
    filters jsonb NOT NULL,
    on_day date NOT NULL,
    case_then text NOT NULL,
    case_id bigint NOT NULL,
    made_by_id bigint,
    weights_id bigint NOT NULL,
    CONSTRAINT placements_shortlist_seed_check CHECK ((seed >= 0))
);

ALTER TABLE public.placements_shortlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_shortlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_shortlistedschool (
    id bigint NOT NULL,
    rank smallint NOT NULL,
    score numeric(8,4) NOT NULL,
    is_member boolean NOT NULL,
    open_lots jsonb NOT NULL,
    free smallint,
    miles numeric(5,1),
    cost numeric(10,2),
    why text NOT NULL,
    school_id bigint NOT NULL,
    shortlist_id bigint NOT NULL,
    CONSTRAINT placements_shortlistedschool_free_check CHECK ((free >= 0)),
    CONSTRAINT placements_shortlistedschool_from_one CHECK ((rank >= 1)),
    CONSTRAINT placements_shortlistedschool_rank_check CHECK ((rank >= 0))
);

ALTER TABLE public.placements_shortlistedschool ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_shortlistedschool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.placements_usualprice (
    id bigint NOT NULL,
    is_residential boolean NOT NULL,
    children integer NOT NULL,
    cost numeric(10,2) NOT NULL,
    as_at date NOT NULL,
    school_id bigint NOT NULL,
    CONSTRAINT placements_usualprice_children_check CHECK ((children >= 0)),
    CONSTRAINT placements_usualprice_of_somebody CHECK (((children >= 1) AND (cost > (0)::numeric)))
);

ALTER TABLE public.placements_usualprice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.placements_usualprice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_compliancedocument (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    school_id bigint,
    kind character varying(50) NOT NULL,
    title character varying(200) NOT NULL,
    expires_on date,
    file_id bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    replaced_at timestamp with time zone
);

ALTER TABLE public.providers_compliancedocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_compliancedocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_compliancedocumentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    school_id bigint,
    kind character varying(50) NOT NULL,
    title character varying(200) NOT NULL,
    expires_on date,
    file_id bigint NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by_id bigint,
    replaced_at timestamp with time zone
);

ALTER TABLE public.providers_compliancedocumentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_compliancedocumentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_extract (
    id bigint NOT NULL,
    of_day date NOT NULL,
    name character varying(255) NOT NULL,
    taken_at timestamp with time zone NOT NULL
);

ALTER TABLE public.providers_extract ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_extract_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_extractevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    of_day date NOT NULL,
    name character varying(255) NOT NULL,
    taken_at timestamp with time zone NOT NULL
);

ALTER TABLE public.providers_extractevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_extractevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_keptfact (
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    "column" character varying(100) NOT NULL,
    register_says character varying(300) NOT NULL,
    kept_by_id bigint,
    kept_at timestamp with time zone NOT NULL
);

ALTER TABLE public.providers_keptfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_keptfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_keptfactevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    "column" character varying(100) NOT NULL,
    register_says character varying(300) NOT NULL,
    kept_by_id bigint,
    kept_at timestamp with time zone NOT NULL
);

ALTER TABLE public.providers_keptfactevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_keptfactevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_localauthority (
    id bigint NOT NULL,
    code character varying(3) NOT NULL,
    name character varying(100) NOT NULL
);

ALTER TABLE public.providers_localauthority ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_localauthority_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_localauthorityevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    code character varying(3) NOT NULL,
    name character varying(100) NOT NULL
);

ALTER TABLE public.providers_localauthorityevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_localauthorityevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_postcode (
    code character varying(7) NOT NULL,
    easting integer NOT NULL,
    northing integer NOT NULL,
    CONSTRAINT providers_postcode_easting_check CHECK ((easting >= 0)),
    CONSTRAINT providers_postcode_is_in_capitals_without_space CHECK (((code)::text ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'::text)),
    CONSTRAINT providers_postcode_northing_check CHECK ((northing >= 0))
);

CREATE TABLE public.providers_provider (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    plain_name text GENERATED ALWAYS AS (public.nmiss_plain((name)::text)) STORED,
    company_number character varying(8) NOT NULL,
    CONSTRAINT providers_provider_company_number_in_one_form CHECK ((((company_number)::text = ''::text) OR ((company_number)::text ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$'::text))),
    CONSTRAINT providers_provider_name_is_of_somebody CHECK ((NOT ((name)::text ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb@]|://|[Ww][Ww][Ww][.]'::text)))
);

ALTER TABLE public.providers_provider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_provider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_providerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    company_number character varying(8) NOT NULL
);

ALTER TABLE public.providers_providerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_providerinvitation (
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(10) NOT NULL,
    invited_by_id bigint NOT NULL,
    named_in_id bigint,
    reads_from timestamp with time zone,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_how character varying(10) NOT NULL,
    CONSTRAINT providers_providerinvitation_ended_agrees CHECK ((((ended_at IS NULL) AND ((ended_how)::text = ''::text)) OR ((ended_at IS NOT NULL) AND ((ended_how)::text = ANY (ARRAY[('accepted'::character varying)::text, ('declined'::character varying)::text, ('removed'::character varying)::text]))))),
    CONSTRAINT providers_providerinvitation_name_is_of_somebody CHECK ((NOT ((name)::text ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb@]|://|[Ww][Ww][Ww][.]'::text))),
    CONSTRAINT providers_providerinvitation_role_is_known CHECK (((role)::text = ANY (ARRAY[('owner'::character varying)::text, ('editor'::character varying)::text, ('viewer'::character varying)::text])))
);

ALTER TABLE public.providers_providerinvitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providerinvitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_providerinvitationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(200) NOT NULL,
    role character varying(10) NOT NULL,
    invited_by_id bigint NOT NULL,
    named_in_id bigint,
    reads_from timestamp with time zone,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_how character varying(10) NOT NULL
);

ALTER TABLE public.providers_providerinvitationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providerinvitationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.providers_providermember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providermember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_providermemberevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    provider_id bigint NOT NULL,
    user_id bigint NOT NULL,
    role character varying(10) NOT NULL,
    named_in_id bigint,
    reads_from timestamp with time zone,
    vouched_by_id bigint
);

ALTER TABLE public.providers_providermemberevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_providermemberevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_readrow (
    urn integer NOT NULL,
    said character varying(32) NOT NULL,
    record character varying(32) NOT NULL,
    CONSTRAINT providers_readrow_urn_check CHECK ((urn >= 0))
);

CREATE TABLE public.providers_school (
    id bigint NOT NULL,
    urn integer NOT NULL,
    name character varying(200) NOT NULL,
    plain_name text GENERATED ALWAYS AS (public.nmiss_plain((name)::text)) STORED,
    has_namesake boolean NOT NULL,
    authority_id bigint NOT NULL,
    establishment_number character varying(4) NOT NULL,
    ukprn character varying(8) NOT NULL,
    kind character varying(3) NOT NULL,
    kind_name character varying(100) NOT NULL,
    status character varying(1) NOT NULL,
    opened_on date,
    closed_on date,
    street character varying(200) NOT NULL,
    locality character varying(200) NOT NULL,
    address_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    county character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    district character varying(100) NOT NULL,
    easting integer,
    northing integer,
    lowest_age smallint,
    highest_age smallint,
    sex character varying(10) NOT NULL,
    boarding character varying(100) NOT NULL,
    section_41 character varying(20) NOT NULL,
    capacity integer,
    pupils integer,
    inspectorate character varying(100) NOT NULL,
    head_name character varying(200) NOT NULL,
    telephone character varying(30) NOT NULL,
    website character varying(300) NOT NULL,
    proprietor character varying(300) NOT NULL,
    provider_id bigint,
    CONSTRAINT providers_school_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT providers_school_easting_check CHECK ((easting >= 0)),
    CONSTRAINT providers_school_highest_age_check CHECK ((highest_age >= 0)),
    CONSTRAINT providers_school_lowest_age_before_highest_age CHECK (((highest_age IS NULL) OR (highest_age >= lowest_age))),
    CONSTRAINT providers_school_lowest_age_check CHECK ((lowest_age >= 0)),
    CONSTRAINT providers_school_northing_check CHECK ((northing >= 0)),
    CONSTRAINT providers_school_opened_on_before_closed_on CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
    CONSTRAINT providers_school_pupils_check CHECK ((pupils >= 0)),
    CONSTRAINT providers_school_status_is_known CHECK (((status)::text = ANY (ARRAY[('1'::character varying)::text, ('2'::character varying)::text, ('3'::character varying)::text, ('4'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT providers_school_urn_check CHECK ((urn >= 0))
);

ALTER TABLE public.providers_school ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_school_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_schoolevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    urn integer NOT NULL,
    name character varying(200) NOT NULL,
    authority_id bigint NOT NULL,
    establishment_number character varying(4) NOT NULL,
    ukprn character varying(8) NOT NULL,
    kind character varying(3) NOT NULL,
    kind_name character varying(100) NOT NULL,
    status character varying(1) NOT NULL,
    opened_on date,
    closed_on date,
    street character varying(200) NOT NULL,
    locality character varying(200) NOT NULL,
    address_3 character varying(200) NOT NULL,
    town character varying(100) NOT NULL,
    county character varying(100) NOT NULL,
    postcode character varying(10) NOT NULL,
    district character varying(100) NOT NULL,
    easting integer,
    northing integer,
    lowest_age smallint,
    highest_age smallint,
    sex character varying(10) NOT NULL,
    boarding character varying(100) NOT NULL,
    section_41 character varying(20) NOT NULL,
    capacity integer,
    pupils integer,
    inspectorate character varying(100) NOT NULL,
    head_name character varying(200) NOT NULL,
    telephone character varying(30) NOT NULL,
    website character varying(300) NOT NULL,
    proprietor character varying(300) NOT NULL,
    provider_id bigint,
    CONSTRAINT providers_schoolevent_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT providers_schoolevent_easting_check CHECK ((easting >= 0)),
    CONSTRAINT providers_schoolevent_highest_age_check CHECK ((highest_age >= 0)),
    CONSTRAINT providers_schoolevent_lowest_age_check CHECK ((lowest_age >= 0)),
    CONSTRAINT providers_schoolevent_northing_check CHECK ((northing >= 0)),
    CONSTRAINT providers_schoolevent_pupils_check CHECK ((pupils >= 0)),
    CONSTRAINT providers_schoolevent_urn_check CHECK ((urn >= 0))
);

ALTER TABLE public.providers_schoolevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_schoolevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_schoolneed (
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    need character varying(4) NOT NULL,
    CONSTRAINT providers_schoolneed_need_is_known CHECK (((need)::text = ANY (ARRAY[('SPLD'::character varying)::text, ('MLD'::character varying)::text, ('SLD'::character varying)::text, ('PMLD'::character varying)::text, ('SEMH'::character varying)::text, ('SLCN'::character varying)::text, ('HI'::character varying)::text, ('VI'::character varying)::text, ('MSI'::character varying)::text, ('PD'::character varying)::text, ('ASD'::character varying)::text, ('DS'::character varying)::text, ('OTH'::character varying)::text])))
);

ALTER TABLE public.providers_schoolneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_schoolneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_schoolneedevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    need character varying(4) NOT NULL
);

ALTER TABLE public.providers_schoolneedevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_schoolneedevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_schoolperiod (
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    name character varying(200) NOT NULL,
    head_name character varying(200) NOT NULL,
    lowest_age smallint,
    highest_age smallint,
    status character varying(1) NOT NULL,
    capacity integer,
    CONSTRAINT providers_schoolperiod_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT providers_schoolperiod_from_on_before_until_on CHECK (((until_on IS NULL) OR (until_on >= from_on))),
    CONSTRAINT providers_schoolperiod_highest_age_check CHECK ((highest_age >= 0)),
    CONSTRAINT providers_schoolperiod_lowest_age_check CHECK ((lowest_age >= 0))
);

ALTER TABLE public.providers_schoolperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_schoolperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_schoolperiodevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    school_id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    name character varying(200) NOT NULL,
    head_name character varying(200) NOT NULL,
    lowest_age smallint,
    highest_age smallint,
    status character varying(1) NOT NULL,
    capacity integer,
    CONSTRAINT providers_schoolperiodevent_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT providers_schoolperiodevent_highest_age_check CHECK ((highest_age >= 0)),
    CONSTRAINT providers_schoolperiodevent_lowest_age_check CHECK ((lowest_age >= 0))
);

ALTER TABLE public.providers_schoolperiodevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_schoolperiodevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_standing (
    id bigint NOT NULL,
    period_name character varying(50) NOT NULL,
    as_at date NOT NULL,
    score numeric(5,4),
    coverage numeric(5,4),
    band character varying(20) NOT NULL,
    reason character varying(20) NOT NULL,
    written_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    school_id bigint NOT NULL,
    CONSTRAINT providers_standing_band_is_known CHECK (((band)::text = ANY (ARRAY[('good'::character varying)::text, ('approaching'::character varying)::text, ('below'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT providers_standing_band_or_reason CHECK ((((coverage IS NOT NULL) AND ((reason)::text = ''::text) AND (score IS NOT NULL) AND (NOT ((band)::text = ''::text))) OR (((band)::text = ''::text) AND (coverage IS NOT NULL) AND ((reason)::text = 'not_returned'::text) AND (score IS NULL)) OR (((band)::text = ''::text) AND (coverage IS NULL) AND ((reason)::text = 'nothing_applicable'::text) AND (score IS NULL)))),
    CONSTRAINT providers_standing_reason_is_known CHECK (((reason)::text = ANY (ARRAY[('not_returned'::character varying)::text, ('nothing_applicable'::character varying)::text, (''::character varying)::text]))),
    CONSTRAINT providers_standing_shares CHECK ((((score IS NULL) OR ((score >= (0)::numeric) AND (score <= (1)::numeric))) AND ((coverage IS NULL) OR ((coverage >= (0)::numeric) AND (coverage <= (1)::numeric)))))
);

ALTER TABLE public.providers_standing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_standing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_succession (
    id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    from_on date NOT NULL,
    kind character varying(100) NOT NULL,
    CONSTRAINT providers_succession_of_another CHECK ((NOT (predecessor_id = successor_id)))
);

ALTER TABLE public.providers_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_successionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    pgh_obj_id bigint NOT NULL,
    pgh_context_id uuid,
    id bigint NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    from_on date NOT NULL,
    kind character varying(100) NOT NULL
);

ALTER TABLE public.providers_successionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_successionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_vacancy (
    id bigint NOT NULL,
    first_year smallint NOT NULL,
    last_year smallint NOT NULL,
    need character varying(4) NOT NULL,
    provision character varying(20) NOT NULL,
    planned smallint NOT NULL,
    occupied smallint NOT NULL,
    reserved smallint NOT NULL,
    free smallint NOT NULL,
    report_id bigint NOT NULL,
    CONSTRAINT providers_vacancy_first_year_before_last_year CHECK (((last_year IS NULL) OR (last_year >= first_year))),
    CONSTRAINT providers_vacancy_first_year_check CHECK ((first_year >= 0)),
    CONSTRAINT providers_vacancy_free_check CHECK ((free >= 0)),
    CONSTRAINT providers_vacancy_free_places_are_there CHECK (((free = 0) OR (planned >= ((occupied + reserved) + free)))),
    CONSTRAINT providers_vacancy_last_year_check CHECK ((last_year >= 0)),
    CONSTRAINT providers_vacancy_need_is_known CHECK (((need)::text = ANY (ARRAY[('SPLD'::character varying)::text, ('MLD'::character varying)::text, ('SLD'::character varying)::text, ('PMLD'::character varying)::text, ('SEMH'::character varying)::text, ('SLCN'::character varying)::text, ('HI'::character varying)::text, ('VI'::character varying)::text, ('MSI'::character varying)::text, ('PD'::character varying)::text, ('ASD'::character varying)::text, ('DS'::character varying)::text, ('OTH'::character varying)::text]))),
    CONSTRAINT providers_vacancy_occupied_check CHECK ((occupied >= 0)),
    CONSTRAINT providers_vacancy_planned_check CHECK ((planned >= 0)),
    CONSTRAINT providers_vacancy_provision_is_known CHECK (((provision)::text = ANY (ARRAY[('day'::character varying)::text, ('residential_weekly'::character varying)::text, ('residential_38'::character varying)::text, ('residential_51'::character varying)::text, ('residential_52'::character varying)::text]))),
    CONSTRAINT providers_vacancy_reserved_check CHECK ((reserved >= 0)),
    CONSTRAINT providers_vacancy_years_are_of_school CHECK ((last_year < 15))
);

ALTER TABLE public.providers_vacancy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_vacancy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_vacancyreport (
    id bigint NOT NULL,
    as_at timestamp with time zone DEFAULT public.nmiss_now() NOT NULL,
    is_unchanged boolean NOT NULL,
    given_by_id bigint,
    school_id bigint NOT NULL
);

ALTER TABLE public.providers_vacancyreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_vacancyreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.providers_vacancyrules (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    opens_on smallint NOT NULL,
    closes_on smallint NOT NULL,
    grace_days smallint NOT NULL,
    fresh_days smallint NOT NULL,
    set_by_id bigint,
    CONSTRAINT providers_vacancyrules_closes_on_check CHECK ((closes_on >= 0)),
    CONSTRAINT providers_vacancyrules_fresh_days_check CHECK ((fresh_days >= 0)),
    CONSTRAINT providers_vacancyrules_fresh_for_a_day_or_more CHECK ((fresh_days >= 1)),
    CONSTRAINT providers_vacancyrules_grace_days_check CHECK ((grace_days >= 0)),
    CONSTRAINT providers_vacancyrules_grace_ends_before_the_next_window CHECK ((grace_days <= ((opens_on - closes_on) + 27))),
    CONSTRAINT providers_vacancyrules_opens_on_check CHECK ((opens_on >= 0)),
    CONSTRAINT providers_vacancyrules_window_is_in_every_month CHECK (((closes_on >= opens_on) AND (closes_on <= 28) AND (opens_on >= 1)))
);

ALTER TABLE public.providers_vacancyrules ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.providers_vacancyrules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

REVOKE ALL ON FUNCTION public._pgh_attach_context() FROM PUBLIC;

INSERT INTO "nmiss_owner"."clock" ("only_one", "ahead") OVERRIDING SYSTEM VALUE VALUES ('true', '0');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('1', 'request_period', '30', 'days', 'pcr2015', '2015-02-26', NULL, 'The first period for requests to take part, from the notice', 'Public Contracts Regulations 2015, reg 34(9)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('2', 'assess_request', '10', 'working days', 'pcr2015', '2015-02-26', NULL, 'A request to take part is assessed within this time of its receipt', 'Public Contracts Regulations 2015, reg 34(16)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('3', 'assess_request_prolonged', '15', 'working days', 'pcr2015', '2015-02-26', NULL, 'The longest assessment, in individual cases that are justified', 'Public Contracts Regulations 2015, reg 34(17)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('4', 'renewed_declaration', '5', 'working days', 'pcr2015', '2015-02-26', NULL, 'A self-declaration is renewed within this time of being asked for', 'Public Contracts Regulations 2015, reg 34(25)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('5', 'call_off_tenders', '10', 'days', 'pcr2015', '2015-02-26', NULL, 'The shortest time for tenders of a call-off', 'Public Contracts Regulations 2015, reg 34(11)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('6', 'award_notice', '30', 'days', 'pcr2015', '2015-02-26', NULL, 'Awards of a quarter are notified within this time of its end', 'Public Contracts Regulations 2015, reg 50');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('7', 'feedback', '15', 'days', 'pcr2015', '2015-02-26', NULL, 'Reasons are given within this time of being asked for', 'Public Contracts Regulations 2015, reg 55');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('8', 'look_back_mandatory', '5', 'years', 'pcr2015', '2015-02-26', NULL, 'How long a mandatory ground excludes, from the conviction', 'Public Contracts Regulations 2015, reg 57(11)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('9', 'look_back_discretionary', '3', 'years', 'pcr2015', '2015-02-26', NULL, 'How long a discretionary ground may exclude, from the event', 'Public Contracts Regulations 2015, reg 57(12)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('10', 'standstill', '8', 'working days', 'pa2023', '2025-02-24', NULL, 'The standstill after the contract award notice', 'Procurement Act 2023, s.51');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('11', 'contract_details', '120', 'days', 'pa2023', '2025-02-24', NULL, 'The contract details notice of a light-touch contract', 'Procurement Act 2023, s.53');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('12', 'look_back_mandatory', '5', 'years', 'pa2023', '2025-02-24', NULL, 'How long a mandatory ground excludes', 'Procurement Act 2023, schedule 6');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('13', 'look_back_discretionary', '5', 'years', 'pa2023', '2025-02-24', NULL, 'How long a discretionary ground may exclude', 'Procurement Act 2023, schedule 7');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('14', 'replace_refused_file', '2', 'working days', 'pcr2015', '2015-02-26', NULL, 'A file that our check refuses after it was sent is replaced within this time', 'Our own practice: the law sets no number');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('15', 'replace_refused_file', '2', 'working days', 'pa2023', '2025-02-24', NULL, 'A file that our check refuses after it was sent is replaced within this time', 'Our own practice: the law sets no number');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('16', 'dps_long_stop', '4', 'years', 'pcr2015', '2015-02-26', NULL, 'How many years after 24 February 2025 a DPS of the earlier law may last', 'SI 2024/716, reg 5(4)');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('17', 'key_decision', '28', 'clear days', 'executive', '2012-09-10', NULL, 'Notice of a key decision is published this long before it', 'SI 2012/2089, reg 9');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('18', 'general_exception', '5', 'clear days', 'executive', '2012-09-10', NULL, 'Where that notice is impracticable: the scrutiny chair is told, and it is published', 'SI 2012/2089, reg 10');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('19', 'call_in', '5', 'clear working days', 'executive', '2012-09-10', NULL, 'A published decision may be called in for this long', 'The council’s constitution');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('20', 'standstill_clear', '8', 'working days', 'pa2023', '2025-02-24', NULL, 'The standstill, the day of publication left out', 'The county’s own notice of 2026');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('21', 'consultation_reply', '15', 'days', 'send', '2014-09-01', NULL, 'A school replies to a consultation within this time', 'SEND Code of Practice, 9.83');
INSERT INTO "public"."core_legalparameter" ("id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('22', 'place_funding', '10000', 'pounds a year', 'send', '2014-09-01', NULL, 'A non-maintained special school gets this from the Department for each place', 'High needs funding: operational guide');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('1', now(), 'insert', '1', NULL, '1', 'request_period', '30', 'days', 'pcr2015', '2015-02-26', NULL, 'The first period for requests to take part, from the notice', 'Public Contracts Regulations 2015, reg 34(9)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('2', now(), 'insert', '2', NULL, '2', 'assess_request', '10', 'working days', 'pcr2015', '2015-02-26', NULL, 'A request to take part is assessed within this time of its receipt', 'Public Contracts Regulations 2015, reg 34(16)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('3', now(), 'insert', '3', NULL, '3', 'assess_request_prolonged', '15', 'working days', 'pcr2015', '2015-02-26', NULL, 'The longest assessment, in individual cases that are justified', 'Public Contracts Regulations 2015, reg 34(17)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('4', now(), 'insert', '4', NULL, '4', 'renewed_declaration', '5', 'working days', 'pcr2015', '2015-02-26', NULL, 'A self-declaration is renewed within this time of being asked for', 'Public Contracts Regulations 2015, reg 34(25)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('5', now(), 'insert', '5', NULL, '5', 'call_off_tenders', '10', 'days', 'pcr2015', '2015-02-26', NULL, 'The shortest time for tenders of a call-off', 'Public Contracts Regulations 2015, reg 34(11)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('6', now(), 'insert', '6', NULL, '6', 'award_notice', '30', 'days', 'pcr2015', '2015-02-26', NULL, 'Awards of a quarter are notified within this time of its end', 'Public Contracts Regulations 2015, reg 50');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('7', now(), 'insert', '7', NULL, '7', 'feedback', '15', 'days', 'pcr2015', '2015-02-26', NULL, 'Reasons are given within this time of being asked for', 'Public Contracts Regulations 2015, reg 55');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('8', now(), 'insert', '8', NULL, '8', 'look_back_mandatory', '5', 'years', 'pcr2015', '2015-02-26', NULL, 'How long a mandatory ground excludes, from the conviction', 'Public Contracts Regulations 2015, reg 57(11)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('9', now(), 'insert', '9', NULL, '9', 'look_back_discretionary', '3', 'years', 'pcr2015', '2015-02-26', NULL, 'How long a discretionary ground may exclude, from the event', 'Public Contracts Regulations 2015, reg 57(12)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('10', now(), 'insert', '10', NULL, '10', 'standstill', '8', 'working days', 'pa2023', '2025-02-24', NULL, 'The standstill after the contract award notice', 'Procurement Act 2023, s.51');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('11', now(), 'insert', '11', NULL, '11', 'contract_details', '120', 'days', 'pa2023', '2025-02-24', NULL, 'The contract details notice of a light-touch contract', 'Procurement Act 2023, s.53');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('12', now(), 'insert', '12', NULL, '12', 'look_back_mandatory', '5', 'years', 'pa2023', '2025-02-24', NULL, 'How long a mandatory ground excludes', 'Procurement Act 2023, schedule 6');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('13', now(), 'insert', '13', NULL, '13', 'look_back_discretionary', '5', 'years', 'pa2023', '2025-02-24', NULL, 'How long a discretionary ground may exclude', 'Procurement Act 2023, schedule 7');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('14', now(), 'insert', '14', NULL, '14', 'replace_refused_file', '2', 'working days', 'pcr2015', '2015-02-26', NULL, 'A file that our check refuses after it was sent is replaced within this time', 'Our own practice: the law sets no number');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('15', now(), 'insert', '15', NULL, '15', 'replace_refused_file', '2', 'working days', 'pa2023', '2025-02-24', NULL, 'A file that our check refuses after it was sent is replaced within this time', 'Our own practice: the law sets no number');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('16', now(), 'insert', '16', NULL, '16', 'dps_long_stop', '4', 'years', 'pcr2015', '2015-02-26', NULL, 'How many years after 24 February 2025 a DPS of the earlier law may last', 'SI 2024/716, reg 5(4)');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('17', now(), 'insert', '17', NULL, '17', 'key_decision', '28', 'clear days', 'executive', '2012-09-10', NULL, 'Notice of a key decision is published this long before it', 'SI 2012/2089, reg 9');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('18', now(), 'insert', '18', NULL, '18', 'general_exception', '5', 'clear days', 'executive', '2012-09-10', NULL, 'Where that notice is impracticable: the scrutiny chair is told, and it is published', 'SI 2012/2089, reg 10');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('19', now(), 'insert', '19', NULL, '19', 'call_in', '5', 'clear working days', 'executive', '2012-09-10', NULL, 'A published decision may be called in for this long', 'The council’s constitution');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('20', now(), 'insert', '20', NULL, '20', 'standstill_clear', '8', 'working days', 'pa2023', '2025-02-24', NULL, 'The standstill, the day of publication left out', 'The county’s own notice of 2026');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('21', now(), 'insert', '21', NULL, '21', 'consultation_reply', '15', 'days', 'send', '2014-09-01', NULL, 'A school replies to a consultation within this time', 'SEND Code of Practice, 9.83');
INSERT INTO "public"."core_legalparameterevent" ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pgh_context_id", "id", "key", "value", "unit", "regime", "valid_from", "valid_to", "meaning", "source") OVERRIDING SYSTEM VALUE VALUES ('22', now(), 'insert', '22', NULL, '22', 'place_funding', '10000', 'pounds a year', 'send', '2014-09-01', NULL, 'A non-maintained special school gets this from the Department for each place', 'High needs funding: operational guide');
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('1', 'pghistory', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('2', 'pghistory', '0002_aggregateevent', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('3', 'pghistory', '0003_auto_20201023_1636', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('4', 'pghistory', '0004_auto_20220906_1625', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('5', 'pghistory', '0005_events_middlewareevents', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('6', 'pghistory', '0006_delete_aggregateevent', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('7', 'pghistory', '0007_auto_20250421_0444', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('8', 'core', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('9', 'core', '0002_who_acts', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('10', 'core', '0003_legal_time_limits', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('11', 'accounts', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('12', 'account', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('13', 'account', '0002_email_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('14', 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('15', 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('16', 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('17', 'account', '0006_emailaddress_lower', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('18', 'account', '0007_emailaddress_idx_email', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('19', 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('20', 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('21', 'mfa', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('22', 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('23', 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('24', 'accounts', '0002_walls', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('25', 'accounts', '0340_calendar_feeds', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('26', 'contenttypes', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('27', 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('28', 'auth', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('29', 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('30', 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('31', 'auth', '0004_alter_user_username_opts', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('32', 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('33', 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('34', 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('35', 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('36', 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('37', 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('38', 'auth', '0011_update_proxy_permissions', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('39', 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('40', 'files', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('41', 'providers', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('42', 'providers', '0002_walls', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('43', 'contracts', '0001_arrangements', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('44', 'contracts', '0002_applications', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('45', 'contracts', '0003_evaluation', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('46', 'contracts', '0004_membership', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('47', 'contracts', '0005_walls', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('48', 'contracts', '0310_term_and_options', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('49', 'contracts', '0320_vehicle_figures', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('50', 'contracts', '0330_decisions', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('51', 'contracts', '0331_options_used', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('52', 'contracts', '0340_every_notice_of_the_act', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('53', 'core', '0310_numbers_of_decisions_and_terms', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('54', 'core', '0320_place_funding', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('55', 'demo', '0001_demo_people', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('56', 'imports', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('57', 'imports', '0320_prices_come_in', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('58', 'imports', '0321_indicators_and_returns_come_in', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('59', 'providers', '0330_vacancies', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('60', 'providers', '0331_standing', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('61', 'kpis', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('62', 'kpis', '0100_return_rules', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('63', 'placements', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('64', 'placements', '0320_prices', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('65', 'placements', '0330_cases', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('66', 'placements', '0331_place_funding_is_a_number_of_the_law', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('67', 'sessions', '0001_initial', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('68', 'imports', '0500_price_lists_come_in', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('69', 'placements', '0500_price_lists', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('70', 'placements', '0510_fee_requests', now());
INSERT INTO "public"."django_migrations" ("id", "app", "name", "applied") OVERRIDING SYSTEM VALUE VALUES ('71', 'kpis', '0101_warn_percent', now());
INSERT INTO "public"."placements_matchweights" ("id", "valid_from", "need", "age", "places", "distance", "price", "standing", "section_41", "reach_miles", "mile_cost", "good_days", "set_by_id") OVERRIDING SYSTEM VALUE VALUES ('1', '2022-09-01', '40', '5', '20', '15', '10', '5', '5', '40', NULL, '2', NULL);
INSERT INTO "public"."providers_vacancyrules" ("id", "valid_from", "opens_on", "closes_on", "grace_days", "fresh_days", "set_by_id") OVERRIDING SYSTEM VALUE VALUES ('1', '2022-09-01', '8', '14', '7', '14', NULL);
SELECT setval('"public"."core_legalparameter_id_seq"', 22);
SELECT setval('"public"."core_legalparameterevent_pgh_id_seq"', 22);
SELECT setval('"public"."django_migrations_id_seq"', 71);
SELECT setval('"public"."placements_matchweights_id_seq"', 1);
SELECT setval('"public"."providers_vacancyrules_id_seq"', 1);


ALTER TABLE ONLY nmiss_owner.acting_key
    ADD CONSTRAINT acting_key_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY nmiss_owner.clock
    ADD CONSTRAINT clock_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_attempts
    ADD CONSTRAINT accounts_attempts_once UNIQUE (action, account, source);

ALTER TABLE ONLY public.accounts_attempts
    ADD CONSTRAINT accounts_attempts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_calendarfeed
    ADD CONSTRAINT accounts_calendarfeed_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.accounts_calendarfeed
    ADD CONSTRAINT accounts_calendarfeed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_calendarfeedevent
    ADD CONSTRAINT accounts_calendarfeedevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_deputy
    ADD CONSTRAINT accounts_deputy_one_at_a_time EXCLUDE USING gist (person_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE ((ended_at IS NULL));

ALTER TABLE ONLY public.accounts_deputy
    ADD CONSTRAINT accounts_deputy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_deputyevent
    ADD CONSTRAINT accounts_deputyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_invitationevent
    ADD CONSTRAINT accounts_invitationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_knownsession
    ADD CONSTRAINT accounts_knownsession_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.accounts_knownsource
    ADD CONSTRAINT accounts_knownsource_once UNIQUE (user_id, source);

ALTER TABLE ONLY public.accounts_knownsource
    ADD CONSTRAINT accounts_knownsource_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_unsentform
    ADD CONSTRAINT accounts_one_unsent_form_each UNIQUE (user_id, address);

ALTER TABLE ONLY public.accounts_proposal
    ADD CONSTRAINT accounts_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_proposalevent
    ADD CONSTRAINT accounts_proposalevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_recordowner
    ADD CONSTRAINT accounts_recordowner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_recordowner
    ADD CONSTRAINT accounts_recordowner_record_key UNIQUE (record);

ALTER TABLE ONLY public.accounts_recordownerevent
    ADD CONSTRAINT accounts_recordownerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.accounts_signinevent
    ADD CONSTRAINT accounts_signinevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_unsentform
    ADD CONSTRAINT accounts_unsentform_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_unsenttext
    ADD CONSTRAINT accounts_unsenttext_pkey PRIMARY KEY (form_id);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.accounts_userevent
    ADD CONSTRAINT accounts_userevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_agreementevent
    ADD CONSTRAINT contracts_agreementevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_application_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_applicationevent
    ADD CONSTRAINT contracts_applicationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_application_id_key UNIQUE (application_id);

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_recommendation_id_key UNIQUE (recommendation_id);

ALTER TABLE ONLY public.contracts_assignment
    ADD CONSTRAINT contracts_assignment_once UNIQUE (application_id, question_id, evaluator_id);

ALTER TABLE ONLY public.contracts_assignment
    ADD CONSTRAINT contracts_assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_assignmentevent
    ADD CONSTRAINT contracts_assignmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_clarificationevent
    ADD CONSTRAINT contracts_clarificationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_conflictdeclaration
    ADD CONSTRAINT contracts_conflictdeclaration_once UNIQUE (application_id, person_id);

ALTER TABLE ONLY public.contracts_conflictdeclaration
    ADD CONSTRAINT contracts_conflictdeclaration_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_conflictdeclarationevent
    ADD CONSTRAINT contracts_conflictdeclarationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_debarmentcheck
    ADD CONSTRAINT contracts_debarmentcheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_debarmentcheckevent
    ADD CONSTRAINT contracts_debarmentcheckevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_decision
    ADD CONSTRAINT contracts_decision_number_key UNIQUE (number);

ALTER TABLE ONLY public.contracts_decision
    ADD CONSTRAINT contracts_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_decisionevent
    ADD CONSTRAINT contracts_decisionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declarationrenewal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_declarationrenewalevent
    ADD CONSTRAINT contracts_declarationrenewalevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_delegation
    ADD CONSTRAINT contracts_delegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_delegationevent
    ADD CONSTRAINT contracts_delegationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_earlyevaluation
    ADD CONSTRAINT contracts_earlyevaluation_application_id_key UNIQUE (application_id);

ALTER TABLE ONLY public.contracts_earlyevaluation
    ADD CONSTRAINT contracts_earlyevaluation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_evaluationscheme
    ADD CONSTRAINT contracts_evaluationscheme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_evaluationscheme
    ADD CONSTRAINT contracts_evaluationscheme_version_once UNIQUE (vehicle_id, version);

ALTER TABLE ONLY public.contracts_evaluationschemeevent
    ADD CONSTRAINT contracts_evaluationschemeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_evidence
    ADD CONSTRAINT contracts_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_evidenceevent
    ADD CONSTRAINT contracts_evidenceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_evidencerequest
    ADD CONSTRAINT contracts_evidencerequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_evidencerequestevent
    ADD CONSTRAINT contracts_evidencerequestevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensionoption_number_once UNIQUE (vehicle_id, number);

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensionoption_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_extensionoptionevent
    ADD CONSTRAINT contracts_extensionoptionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_finding
    ADD CONSTRAINT contracts_finding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_findingevent
    ADD CONSTRAINT contracts_findingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_lot
    ADD CONSTRAINT contracts_lot_number_once UNIQUE (vehicle_id, number);

ALTER TABLE ONLY public.contracts_lot
    ADD CONSTRAINT contracts_lot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_lotevent
    ADD CONSTRAINT contracts_lotevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_lotoutcome
    ADD CONSTRAINT contracts_lotoutcome_once UNIQUE (application_id, lot_id);

ALTER TABLE ONLY public.contracts_lotoutcome
    ADD CONSTRAINT contracts_lotoutcome_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_lotoutcomeevent
    ADD CONSTRAINT contracts_lotoutcomeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_no_overlap EXCLUDE USING gist (school_id WITH =, lot_id WITH =, daterange(admitted_on, left_on, '[]'::text) WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_membershipevent
    ADD CONSTRAINT contracts_membershipevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_moderatedscore
    ADD CONSTRAINT contracts_moderatedscore_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_notice
    ADD CONSTRAINT contracts_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_notice
    ADD CONSTRAINT contracts_notice_reference_once UNIQUE (vehicle_id, kind, reference);

ALTER TABLE ONLY public.contracts_noticeevent
    ADD CONSTRAINT contracts_noticeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_noticewaiver
    ADD CONSTRAINT contracts_noticewaiver_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_noticewaiver
    ADD CONSTRAINT contracts_noticewaiver_quarter_once UNIQUE (vehicle_id, quarter);

ALTER TABLE ONLY public.contracts_noticewaiverevent
    ADD CONSTRAINT contracts_noticewaiverevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_opening
    ADD CONSTRAINT contracts_opening_once UNIQUE (application_id, officer_id);

ALTER TABLE ONLY public.contracts_opening
    ADD CONSTRAINT contracts_opening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_openingevent
    ADD CONSTRAINT contracts_openingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_outcomeletter
    ADD CONSTRAINT contracts_outcomeletter_application_id_key UNIQUE (application_id);

ALTER TABLE ONLY public.contracts_outcomeletter
    ADD CONSTRAINT contracts_outcomeletter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_prolongation
    ADD CONSTRAINT contracts_prolongation_application_id_key UNIQUE (application_id);

ALTER TABLE ONLY public.contracts_prolongation
    ADD CONSTRAINT contracts_prolongation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_question
    ADD CONSTRAINT contracts_question_number_once UNIQUE (scheme_id, number);

ALTER TABLE ONLY public.contracts_question
    ADD CONSTRAINT contracts_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_questionevent
    ADD CONSTRAINT contracts_questionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_questionminimum
    ADD CONSTRAINT contracts_questionminimum_once UNIQUE (threshold_id, question_id);

ALTER TABLE ONLY public.contracts_questionminimum
    ADD CONSTRAINT contracts_questionminimum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_questionminimumevent
    ADD CONSTRAINT contracts_questionminimumevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_recommendation
    ADD CONSTRAINT contracts_recommendation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_recommendationevent
    ADD CONSTRAINT contracts_recommendationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_recoverywindow
    ADD CONSTRAINT contracts_recoverywindow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_recoverywindow
    ADD CONSTRAINT contracts_recoverywindow_proposal_id_key UNIQUE (proposal_id);

ALTER TABLE ONLY public.contracts_recoverywindowevent
    ADD CONSTRAINT contracts_recoverywindowevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfile_document_id_key UNIQUE (document_id);

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfile_evidence_id_key UNIQUE (evidence_id);

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfile_replacement_id_key UNIQUE (replacement_id);

ALTER TABLE ONLY public.contracts_refusedfileevent
    ADD CONSTRAINT contracts_refusedfileevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_no_overlap EXCLUDE USING gist (vehicle_id WITH =, tstzrange(opens_at, closes_at) WITH &&);

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_number_once UNIQUE (vehicle_id, number);

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_quarter_once UNIQUE (vehicle_id, quarter);

ALTER TABLE ONLY public.contracts_roundevent
    ADD CONSTRAINT contracts_roundevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_roundwatch
    ADD CONSTRAINT contracts_roundwatch_once UNIQUE (vehicle_id, user_id);

ALTER TABLE ONLY public.contracts_roundwatch
    ADD CONSTRAINT contracts_roundwatch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_roundwatchevent
    ADD CONSTRAINT contracts_roundwatchevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_score
    ADD CONSTRAINT contracts_score_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_sealedreport
    ADD CONSTRAINT contracts_sealedreport_application_id_key UNIQUE (application_id);

ALTER TABLE ONLY public.contracts_sealedreport
    ADD CONSTRAINT contracts_sealedreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_section
    ADD CONSTRAINT contracts_section_once UNIQUE (application_id, key);

ALTER TABLE ONLY public.contracts_section
    ADD CONSTRAINT contracts_section_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_sectionevent
    ADD CONSTRAINT contracts_sectionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocument_evidence_id_key UNIQUE (evidence_id);

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_signature
    ADD CONSTRAINT contracts_signature_once UNIQUE (agreement_id, side);

ALTER TABLE ONLY public.contracts_signature
    ADD CONSTRAINT contracts_signature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_submission
    ADD CONSTRAINT contracts_submission_number_once UNIQUE (application_id, number);

ALTER TABLE ONLY public.contracts_submission
    ADD CONSTRAINT contracts_submission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_submission
    ADD CONSTRAINT contracts_submission_receipt_key UNIQUE (receipt);

ALTER TABLE ONLY public.contracts_submittedcontent
    ADD CONSTRAINT contracts_submittedcontent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_submittedcontent
    ADD CONSTRAINT contracts_submittedcontent_submission_id_key UNIQUE (submission_id);

ALTER TABLE ONLY public.contracts_suspension
    ADD CONSTRAINT contracts_suspension_no_overlap EXCLUDE USING gist (membership_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (((ends_on IS NULL) OR (ends_on >= starts_on)));

ALTER TABLE ONLY public.contracts_suspension
    ADD CONSTRAINT contracts_suspension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_suspensionevent
    ADD CONSTRAINT contracts_suspensionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_threshold
    ADD CONSTRAINT contracts_threshold_once UNIQUE (scheme_id, lot_id);

ALTER TABLE ONLY public.contracts_threshold
    ADD CONSTRAINT contracts_threshold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_thresholdevent
    ADD CONSTRAINT contracts_thresholdevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_vehicle
    ADD CONSTRAINT contracts_vehicle_name_key UNIQUE (name);

ALTER TABLE ONLY public.contracts_vehicle
    ADD CONSTRAINT contracts_vehicle_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_vehicledocument
    ADD CONSTRAINT contracts_vehicledocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contracts_vehicledocument
    ADD CONSTRAINT contracts_vehicledocument_version_once UNIQUE (vehicle_id, title, version);

ALTER TABLE ONLY public.contracts_vehicledocumentevent
    ADD CONSTRAINT contracts_vehicledocumentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_vehicleevent
    ADD CONSTRAINT contracts_vehicleevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.contracts_vehiclefigure
    ADD CONSTRAINT contracts_vehiclefigure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_auditevent
    ADD CONSTRAINT core_auditevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_cache
    ADD CONSTRAINT core_cache_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.core_keyfingerprint
    ADD CONSTRAINT core_keyfingerprint_fingerprint_key UNIQUE (fingerprint);

ALTER TABLE ONLY public.core_keyfingerprint
    ADD CONSTRAINT core_keyfingerprint_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_legalparameter
    ADD CONSTRAINT core_legalparameter_no_overlap EXCLUDE USING gist (key WITH =, regime WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

ALTER TABLE ONLY public.core_legalparameter
    ADD CONSTRAINT core_legalparameter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_legalparameterevent
    ADD CONSTRAINT core_legalparameterevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_nonworkingday
    ADD CONSTRAINT core_nonworkingday_day_key UNIQUE (day);

ALTER TABLE ONLY public.core_nonworkingday
    ADD CONSTRAINT core_nonworkingday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_nonworkingdayevent
    ADD CONSTRAINT core_nonworkingdayevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.core_outboxmessage
    ADD CONSTRAINT core_outboxmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_reminder
    ADD CONSTRAINT core_reminder_once UNIQUE (kind, subject, recipient, due_on);

ALTER TABLE ONLY public.core_reminder
    ADD CONSTRAINT core_reminder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_repetition
    ADD CONSTRAINT core_repetition_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY public.core_repetition
    ADD CONSTRAINT core_repetition_once_an_hour UNIQUE (actor_id, verb, target_type, target_id, hour);

ALTER TABLE ONLY public.core_repetition
    ADD CONSTRAINT core_repetition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.core_sentform
    ADD CONSTRAINT core_sentform_pkey PRIMARY KEY (token);

ALTER TABLE ONLY public.core_tick
    ADD CONSTRAINT core_tick_name_key UNIQUE (name);

ALTER TABLE ONLY public.core_tick
    ADD CONSTRAINT core_tick_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.demo_demoperson
    ADD CONSTRAINT demo_demoperson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.demo_demoperson
    ADD CONSTRAINT demo_demoperson_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.files_listdownload
    ADD CONSTRAINT files_listdownload_file_id_key UNIQUE (file_id);

ALTER TABLE ONLY public.files_listdownload
    ADD CONSTRAINT files_listdownload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_listdownloadevent
    ADD CONSTRAINT files_listdownloadevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_place_key UNIQUE (place);

ALTER TABLE ONLY public.files_storedfileevent
    ADD CONSTRAINT files_storedfileevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.imports_importfindings
    ADD CONSTRAINT imports_importfindings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.imports_importfindings
    ADD CONSTRAINT imports_importfindings_run_id_key UNIQUE (run_id);

ALTER TABLE ONLY public.imports_importfindingsevent
    ADD CONSTRAINT imports_importfindingsevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.imports_importrunevent
    ADD CONSTRAINT imports_importrunevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_band
    ADD CONSTRAINT kpis_band_once UNIQUE (indicator_set_id, name);

ALTER TABLE ONLY public.kpis_band
    ADD CONSTRAINT kpis_band_one_edge UNIQUE (indicator_set_id, from_score);

ALTER TABLE ONLY public.kpis_band
    ADD CONSTRAINT kpis_band_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_bandevent
    ADD CONSTRAINT kpis_bandevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_figure
    ADD CONSTRAINT kpis_figure_once UNIQUE (version_id, input);

ALTER TABLE ONLY public.kpis_figure
    ADD CONSTRAINT kpis_figure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_figureevent
    ADD CONSTRAINT kpis_figureevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_indicator
    ADD CONSTRAINT kpis_indicator_code_once UNIQUE (indicator_set_id, code);

ALTER TABLE ONLY public.kpis_indicator
    ADD CONSTRAINT kpis_indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_indicatorevent
    ADD CONSTRAINT kpis_indicatorevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_indicatorset
    ADD CONSTRAINT kpis_indicatorset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_indicatorset
    ADD CONSTRAINT kpis_indicatorset_version_key UNIQUE (version);

ALTER TABLE ONLY public.kpis_indicatorsetevent
    ADD CONSTRAINT kpis_indicatorsetevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_kpireturn
    ADD CONSTRAINT kpis_kpireturn_once_a_period UNIQUE (school_id, frequency, period_name);

ALTER TABLE ONLY public.kpis_kpireturn
    ADD CONSTRAINT kpis_kpireturn_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_kpireturnevent
    ADD CONSTRAINT kpis_kpireturnevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_returnrules
    ADD CONSTRAINT kpis_returnrules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_returnrules
    ADD CONSTRAINT kpis_returnrules_valid_from_key UNIQUE (valid_from);

ALTER TABLE ONLY public.kpis_returnsection
    ADD CONSTRAINT kpis_returnsection_once UNIQUE (version_id, key);

ALTER TABLE ONLY public.kpis_returnsection
    ADD CONSTRAINT kpis_returnsection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_returnsectionevent
    ADD CONSTRAINT kpis_returnsectionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_number_once UNIQUE (kpi_return_id, number);

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_returnversionevent
    ADD CONSTRAINT kpis_returnversionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.kpis_term
    ADD CONSTRAINT kpis_term_no_overlap EXCLUDE USING gist (daterange(first_day, last_day, '[]'::text) WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.kpis_term
    ADD CONSTRAINT kpis_term_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpis_termevent
    ADD CONSTRAINT kpis_termevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pghistory_context
    ADD CONSTRAINT pghistory_context_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_case
    ADD CONSTRAINT placements_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_caseevent
    ADD CONSTRAINT placements_caseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_caseneed
    ADD CONSTRAINT placements_caseneed_once UNIQUE (case_id, need);

ALTER TABLE ONLY public.placements_caseneed
    ADD CONSTRAINT placements_caseneed_one_a_rank UNIQUE (case_id, rank);

ALTER TABLE ONLY public.placements_caseneed
    ADD CONSTRAINT placements_caseneed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_caseneedevent
    ADD CONSTRAINT placements_caseneedevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_child
    ADD CONSTRAINT placements_child_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_child
    ADD CONSTRAINT placements_child_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.placements_childevent
    ADD CONSTRAINT placements_childevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_childidentity
    ADD CONSTRAINT placements_childidentity_child_id_key UNIQUE (child_id);

ALTER TABLE ONLY public.placements_childidentity
    ADD CONSTRAINT placements_childidentity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_childidentityevent
    ADD CONSTRAINT placements_childidentityevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_earlierschool
    ADD CONSTRAINT placements_earlierschool_no_overlap EXCLUDE USING gist (placement_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.placements_earlierschool
    ADD CONSTRAINT placements_earlierschool_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_earlierschoolevent
    ADD CONSTRAINT placements_earlierschoolevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_feeline
    ADD CONSTRAINT placements_feeline_in_one_open_request EXCLUDE USING gist (placement_id WITH =, request_id WITH <>) WHERE (is_open);

ALTER TABLE ONLY public.placements_feeline
    ADD CONSTRAINT placements_feeline_once UNIQUE (request_id, placement_id, kind, funder);

ALTER TABLE ONLY public.placements_feeline
    ADD CONSTRAINT placements_feeline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feelineevent
    ADD CONSTRAINT placements_feelineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_feemandate
    ADD CONSTRAINT placements_feemandate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feemessage
    ADD CONSTRAINT placements_feemessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feenote
    ADD CONSTRAINT placements_feenote_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feeoffer
    ADD CONSTRAINT placements_feeoffer_number_once UNIQUE (request_id, number);

ALTER TABLE ONLY public.placements_feeoffer
    ADD CONSTRAINT placements_feeoffer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feeofferevent
    ADD CONSTRAINT placements_feeofferevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feerequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feerequestevent
    ADD CONSTRAINT placements_feerequestevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_feesection
    ADD CONSTRAINT placements_feesection_once UNIQUE (request_id, key);

ALTER TABLE ONLY public.placements_feesection
    ADD CONSTRAINT placements_feesection_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feesectionevent
    ADD CONSTRAINT placements_feesectionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_feewindow
    ADD CONSTRAINT placements_feewindow_academic_year_key UNIQUE (academic_year);

ALTER TABLE ONLY public.placements_feewindow
    ADD CONSTRAINT placements_feewindow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_feewindowevent
    ADD CONSTRAINT placements_feewindowevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_look
    ADD CONSTRAINT placements_look_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_matchweights
    ADD CONSTRAINT placements_matchweights_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_matchweights
    ADD CONSTRAINT placements_matchweights_valid_from_key UNIQUE (valid_from);

ALTER TABLE ONLY public.placements_otherreference
    ADD CONSTRAINT placements_otherreference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_otherreferenceevent
    ADD CONSTRAINT placements_otherreferenceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_no_overlap EXCLUDE USING gist (child_id WITH =, daterange(starts_on, ended_on, '[]'::text) WITH &&) DEFERRABLE;

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.placements_placementevent
    ADD CONSTRAINT placements_placementevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_pricedifference
    ADD CONSTRAINT placements_pricedifference_line_id_key UNIQUE (line_id);

ALTER TABLE ONLY public.placements_pricedifference
    ADD CONSTRAINT placements_pricedifference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_priceline
    ADD CONSTRAINT placements_priceline_no_overlap EXCLUDE USING gist (placement_id WITH =, kind WITH =, funder WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE ((voided_at IS NULL)) DEFERRABLE;

ALTER TABLE ONLY public.placements_priceline
    ADD CONSTRAINT placements_priceline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_pricelineevent
    ADD CONSTRAINT placements_pricelineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_no_overlap EXCLUDE USING gist (school_id WITH =, lot_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE ((voided_at IS NULL)) DEFERRABLE;

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_pricelistevent
    ADD CONSTRAINT placements_pricelistevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_pricelistline
    ADD CONSTRAINT placements_pricelistline_once UNIQUE (price_list_id, kind, need, phase, provision);

ALTER TABLE ONLY public.placements_pricelistline
    ADD CONSTRAINT placements_pricelistline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_pricelistlineevent
    ADD CONSTRAINT placements_pricelistlineevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.placements_shortlist
    ADD CONSTRAINT placements_shortlist_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_shortlistedschool
    ADD CONSTRAINT placements_shortlistedschool_once UNIQUE (shortlist_id, school_id);

ALTER TABLE ONLY public.placements_shortlistedschool
    ADD CONSTRAINT placements_shortlistedschool_one_a_rank UNIQUE (shortlist_id, rank);

ALTER TABLE ONLY public.placements_shortlistedschool
    ADD CONSTRAINT placements_shortlistedschool_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.placements_usualprice
    ADD CONSTRAINT placements_usualprice_once UNIQUE (school_id, is_residential);

ALTER TABLE ONLY public.placements_usualprice
    ADD CONSTRAINT placements_usualprice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_compliancedocument
    ADD CONSTRAINT providers_compliancedocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_compliancedocumentevent
    ADD CONSTRAINT providers_compliancedocumentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_extract
    ADD CONSTRAINT providers_extract_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_extractevent
    ADD CONSTRAINT providers_extractevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_keptfact
    ADD CONSTRAINT providers_keptfact_once UNIQUE (school_id, "column");

ALTER TABLE ONLY public.providers_keptfact
    ADD CONSTRAINT providers_keptfact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_keptfactevent
    ADD CONSTRAINT providers_keptfactevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_localauthority
    ADD CONSTRAINT providers_localauthority_code_key UNIQUE (code);

ALTER TABLE ONLY public.providers_localauthority
    ADD CONSTRAINT providers_localauthority_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_localauthorityevent
    ADD CONSTRAINT providers_localauthorityevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_postcode
    ADD CONSTRAINT providers_postcode_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.providers_provider
    ADD CONSTRAINT providers_provider_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_providerevent
    ADD CONSTRAINT providers_providerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_providerinvitation
    ADD CONSTRAINT providers_providerinvitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_providerinvitationevent
    ADD CONSTRAINT providers_providerinvitationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providermember_once UNIQUE (provider_id, user_id);

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providermember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_providermemberevent
    ADD CONSTRAINT providers_providermemberevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_readrow
    ADD CONSTRAINT providers_readrow_pkey PRIMARY KEY (urn);

ALTER TABLE ONLY public.providers_school
    ADD CONSTRAINT providers_school_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_school
    ADD CONSTRAINT providers_school_urn_key UNIQUE (urn);

ALTER TABLE ONLY public.providers_schoolevent
    ADD CONSTRAINT providers_schoolevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_schoolneed
    ADD CONSTRAINT providers_schoolneed_once UNIQUE (school_id, need);

ALTER TABLE ONLY public.providers_schoolneed
    ADD CONSTRAINT providers_schoolneed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_schoolneedevent
    ADD CONSTRAINT providers_schoolneedevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_schoolperiod
    ADD CONSTRAINT providers_schoolperiod_no_overlap EXCLUDE USING gist (school_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.providers_schoolperiod
    ADD CONSTRAINT providers_schoolperiod_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_schoolperiodevent
    ADD CONSTRAINT providers_schoolperiodevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_standing
    ADD CONSTRAINT providers_standing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_succession
    ADD CONSTRAINT providers_succession_once UNIQUE (predecessor_id, successor_id);

ALTER TABLE ONLY public.providers_succession
    ADD CONSTRAINT providers_succession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_successionevent
    ADD CONSTRAINT providers_successionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_each_place_once EXCLUDE USING gist (report_id WITH =, need WITH =, provision WITH =, int4range((first_year)::integer, (last_year)::integer, '[]'::text) WITH &&);

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_vacancyreport
    ADD CONSTRAINT providers_vacancyreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_vacancyrules
    ADD CONSTRAINT providers_vacancyrules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.providers_vacancyrules
    ADD CONSTRAINT providers_vacancyrules_valid_from_key UNIQUE (valid_from);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX accounts_attempts_old ON public.accounts_attempts USING btree (last_at);

CREATE INDEX accounts_attempts_source ON public.accounts_attempts USING btree (action, source, last_at);

CREATE INDEX accounts_calendarfeed_digest_eca194cf_like ON public.accounts_calendarfeed USING btree (digest varchar_pattern_ops);

CREATE UNIQUE INDEX accounts_calendarfeed_one_live ON public.accounts_calendarfeed USING btree (user_id) WHERE (ended_at IS NULL);

CREATE INDEX accounts_calendarfeed_user_id_c0ace4ad ON public.accounts_calendarfeed USING btree (user_id);

CREATE INDEX accounts_calendarfeedevent_pgh_context_id_689464a8 ON public.accounts_calendarfeedevent USING btree (pgh_context_id);

CREATE INDEX accounts_calendarfeedevent_pgh_obj_id_35a7be46 ON public.accounts_calendarfeedevent USING btree (pgh_obj_id);

CREATE INDEX accounts_calendarfeedevent_user_id_3ae37e1d ON public.accounts_calendarfeedevent USING btree (user_id);

CREATE INDEX accounts_deputy_deputy_id_2b2cdef2 ON public.accounts_deputy USING btree (deputy_id);

CREATE INDEX accounts_deputy_person_id_69821b94 ON public.accounts_deputy USING btree (person_id);

CREATE INDEX accounts_deputyevent_deputy_id_9448a9aa ON public.accounts_deputyevent USING btree (deputy_id);

CREATE INDEX accounts_deputyevent_person_id_585eb493 ON public.accounts_deputyevent USING btree (person_id);

CREATE INDEX accounts_deputyevent_pgh_context_id_4a387cff ON public.accounts_deputyevent USING btree (pgh_context_id);

CREATE INDEX accounts_deputyevent_pgh_obj_id_fec2432e ON public.accounts_deputyevent USING btree (pgh_obj_id);

CREATE INDEX accounts_invitation_digest_4d068cc1_like ON public.accounts_invitation USING btree (digest varchar_pattern_ops);

CREATE INDEX accounts_invitation_invited_by_id_94a21efc ON public.accounts_invitation USING btree (invited_by_id);

CREATE INDEX accounts_invitation_user_id_83f45191 ON public.accounts_invitation USING btree (user_id);

CREATE INDEX accounts_invitationevent_invited_by_id_0aa4f653 ON public.accounts_invitationevent USING btree (invited_by_id);

CREATE INDEX accounts_invitationevent_pgh_context_id_d4d1b5b5 ON public.accounts_invitationevent USING btree (pgh_context_id);

CREATE INDEX accounts_invitationevent_pgh_obj_id_2b7a102b ON public.accounts_invitationevent USING btree (pgh_obj_id);

CREATE INDEX accounts_invitationevent_user_id_a50cc81c ON public.accounts_invitationevent USING btree (user_id);

CREATE INDEX accounts_knownsession_digest_a188bbe5_like ON public.accounts_knownsession USING btree (digest varchar_pattern_ops);

CREATE INDEX accounts_knownsession_seen_at_e9bed959 ON public.accounts_knownsession USING btree (seen_at);

CREATE INDEX accounts_knownsession_user_id_ea4e2ef9 ON public.accounts_knownsession USING btree (user_id);

CREATE INDEX accounts_knownsource_user_id_d0c63948 ON public.accounts_knownsource USING btree (user_id);

CREATE INDEX accounts_proposal_about_id_07dfde94 ON public.accounts_proposal USING btree (about_id);

CREATE INDEX accounts_proposal_decided_by_id_f3fbec4b ON public.accounts_proposal USING btree (decided_by_id);

CREATE INDEX accounts_proposal_decided_for_id_c2c1a050 ON public.accounts_proposal USING btree (decided_for_id);

CREATE UNIQUE INDEX accounts_proposal_one_waits ON public.accounts_proposal USING btree (kind, subject) WHERE ((decision)::text = ''::text);

CREATE INDEX accounts_proposal_proposed_by_id_836d59f1 ON public.accounts_proposal USING btree (proposed_by_id);

CREATE INDEX accounts_proposalevent_about_id_2da459fe ON public.accounts_proposalevent USING btree (about_id);

CREATE INDEX accounts_proposalevent_decided_by_id_b9beb66c ON public.accounts_proposalevent USING btree (decided_by_id);

CREATE INDEX accounts_proposalevent_decided_for_id_7a46ac7c ON public.accounts_proposalevent USING btree (decided_for_id);

CREATE INDEX accounts_proposalevent_pgh_context_id_ab86412e ON public.accounts_proposalevent USING btree (pgh_context_id);

CREATE INDEX accounts_proposalevent_pgh_obj_id_23ac9d9f ON public.accounts_proposalevent USING btree (pgh_obj_id);

CREATE INDEX accounts_proposalevent_proposed_by_id_e9795db3 ON public.accounts_proposalevent USING btree (proposed_by_id);

CREATE INDEX accounts_recordowner_handed_over_by_id_47cb2db9 ON public.accounts_recordowner USING btree (handed_over_by_id);

CREATE INDEX accounts_recordowner_owner_id_a0b5e2d5 ON public.accounts_recordowner USING btree (owner_id);

CREATE INDEX accounts_recordowner_record_0443348c_like ON public.accounts_recordowner USING btree (record varchar_pattern_ops);

CREATE INDEX accounts_recordownerevent_handed_over_by_id_68314f2d ON public.accounts_recordownerevent USING btree (handed_over_by_id);

CREATE INDEX accounts_recordownerevent_owner_id_d76f5a5a ON public.accounts_recordownerevent USING btree (owner_id);

CREATE INDEX accounts_recordownerevent_pgh_context_id_2d44f4a1 ON public.accounts_recordownerevent USING btree (pgh_context_id);

CREATE INDEX accounts_recordownerevent_pgh_obj_id_1abbc67a ON public.accounts_recordownerevent USING btree (pgh_obj_id);

CREATE INDEX accounts_signinevent_in_order ON public.accounts_signinevent USING btree (at, id);

CREATE INDEX accounts_signinevent_of ON public.accounts_signinevent USING btree (user_number, at);

CREATE INDEX accounts_unsentform_kept_at_63a2b676 ON public.accounts_unsentform USING btree (kept_at);

CREATE INDEX accounts_unsentform_user_id_f70c91d2 ON public.accounts_unsentform USING btree (user_id);

CREATE INDEX accounts_unsenttext_user_id_10c69832 ON public.accounts_unsenttext USING btree (user_id);

CREATE INDEX accounts_user_email_b2644a56_like ON public.accounts_user USING btree (email varchar_pattern_ops);

CREATE INDEX accounts_userevent_pgh_context_id_9043cf9a ON public.accounts_userevent USING btree (pgh_context_id);

CREATE INDEX accounts_userevent_pgh_obj_id_aa99e6a3 ON public.accounts_userevent USING btree (pgh_obj_id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX contracts_agreement_application_id_ab6cc48d ON public.contracts_agreement USING btree (application_id);

CREATE INDEX contracts_agreement_document_id_15476f85 ON public.contracts_agreement USING btree (document_id);

CREATE INDEX contracts_agreement_lot_id_f1118e0c ON public.contracts_agreement USING btree (lot_id);

CREATE UNIQUE INDEX contracts_agreement_one_stands ON public.contracts_agreement USING btree (application_id) WHERE (NOT ((status)::text = ANY (ARRAY[('withdrawn'::character varying)::text, ('declined'::character varying)::text])));

CREATE INDEX contracts_agreement_provider_id_eac168cb ON public.contracts_agreement USING btree (provider_id);

CREATE INDEX contracts_agreement_vehicle_id_f795e00b ON public.contracts_agreement USING btree (vehicle_id);

CREATE INDEX contracts_agreementevent_application_id_1d7b320d ON public.contracts_agreementevent USING btree (application_id);

CREATE INDEX contracts_agreementevent_document_id_60d24524 ON public.contracts_agreementevent USING btree (document_id);

CREATE INDEX contracts_agreementevent_lot_id_e140c07c ON public.contracts_agreementevent USING btree (lot_id);

CREATE INDEX contracts_agreementevent_pgh_context_id_c47ac245 ON public.contracts_agreementevent USING btree (pgh_context_id);

CREATE INDEX contracts_agreementevent_pgh_obj_id_112c1620 ON public.contracts_agreementevent USING btree (pgh_obj_id);

CREATE INDEX contracts_agreementevent_provider_id_52cf689b ON public.contracts_agreementevent USING btree (provider_id);

CREATE INDEX contracts_agreementevent_vehicle_id_f6e08225 ON public.contracts_agreementevent USING btree (vehicle_id);

CREATE INDEX contracts_application_in_round ON public.contracts_application USING btree (round_id, status);

CREATE UNIQUE INDEX contracts_application_one_draft ON public.contracts_application USING btree (provider_id, vehicle_id) WHERE ((status)::text = 'draft'::text);

CREATE INDEX contracts_application_previous_id_438a0667 ON public.contracts_application USING btree (previous_id);

CREATE INDEX contracts_application_provider_id_52e727ff ON public.contracts_application USING btree (provider_id);

CREATE INDEX contracts_application_round_id_c507bc0b ON public.contracts_application USING btree (round_id);

CREATE INDEX contracts_application_scheme_id_0a50bbd3 ON public.contracts_application USING btree (scheme_id);

CREATE INDEX contracts_application_started_by_id_2f440c03 ON public.contracts_application USING btree (started_by_id);

CREATE INDEX contracts_application_vehicle_id_6e4fb7a8 ON public.contracts_application USING btree (vehicle_id);

CREATE INDEX contracts_applicationevent_pgh_context_id_b709e275 ON public.contracts_applicationevent USING btree (pgh_context_id);

CREATE INDEX contracts_applicationevent_pgh_obj_id_0de18815 ON public.contracts_applicationevent USING btree (pgh_obj_id);

CREATE INDEX contracts_applicationevent_previous_id_4b70c9de ON public.contracts_applicationevent USING btree (previous_id);

CREATE INDEX contracts_applicationevent_provider_id_0237e186 ON public.contracts_applicationevent USING btree (provider_id);

CREATE INDEX contracts_applicationevent_round_id_005e3c47 ON public.contracts_applicationevent USING btree (round_id);

CREATE INDEX contracts_applicationevent_scheme_id_8d85ca7e ON public.contracts_applicationevent USING btree (scheme_id);

CREATE INDEX contracts_applicationevent_started_by_id_1f6d5c59 ON public.contracts_applicationevent USING btree (started_by_id);

CREATE INDEX contracts_applicationevent_vehicle_id_e6805cef ON public.contracts_applicationevent USING btree (vehicle_id);

CREATE INDEX contracts_approval_approved_by_id_fa4c2db5 ON public.contracts_approval USING btree (approved_by_id);

CREATE INDEX contracts_assignment_application_id_de650d79 ON public.contracts_assignment USING btree (application_id);

CREATE INDEX contracts_assignment_evaluator_id_7637f018 ON public.contracts_assignment USING btree (evaluator_id);

CREATE INDEX contracts_assignment_question_id_75b346e0 ON public.contracts_assignment USING btree (question_id);

CREATE INDEX contracts_assignmentevent_application_id_7e6d2c98 ON public.contracts_assignmentevent USING btree (application_id);

CREATE INDEX contracts_assignmentevent_evaluator_id_8a17af4d ON public.contracts_assignmentevent USING btree (evaluator_id);

CREATE INDEX contracts_assignmentevent_pgh_context_id_223b439a ON public.contracts_assignmentevent USING btree (pgh_context_id);

CREATE INDEX contracts_assignmentevent_pgh_obj_id_87451d8b ON public.contracts_assignmentevent USING btree (pgh_obj_id);

CREATE INDEX contracts_assignmentevent_question_id_35f92e91 ON public.contracts_assignmentevent USING btree (question_id);

CREATE INDEX contracts_clarification_answered_by_id_9505e88b ON public.contracts_clarification USING btree (answered_by_id);

CREATE INDEX contracts_clarification_asked_by_id_ed1af0b9 ON public.contracts_clarification USING btree (asked_by_id);

CREATE INDEX contracts_clarification_provider_id_6781aa53 ON public.contracts_clarification USING btree (provider_id);

CREATE INDEX contracts_clarification_round_id_921d5262 ON public.contracts_clarification USING btree (round_id);

CREATE INDEX contracts_clarification_vehicle_id_e4077642 ON public.contracts_clarification USING btree (vehicle_id);

CREATE INDEX contracts_clarification_waits ON public.contracts_clarification USING btree (asked_at) WHERE (answered_at IS NULL);

CREATE INDEX contracts_clarificationevent_answered_by_id_4e9e2547 ON public.contracts_clarificationevent USING btree (answered_by_id);

CREATE INDEX contracts_clarificationevent_asked_by_id_42203a81 ON public.contracts_clarificationevent USING btree (asked_by_id);

CREATE INDEX contracts_clarificationevent_pgh_context_id_3d350ef6 ON public.contracts_clarificationevent USING btree (pgh_context_id);

CREATE INDEX contracts_clarificationevent_pgh_obj_id_8be0635a ON public.contracts_clarificationevent USING btree (pgh_obj_id);

CREATE INDEX contracts_clarificationevent_provider_id_20f60ab2 ON public.contracts_clarificationevent USING btree (provider_id);

CREATE INDEX contracts_clarificationevent_round_id_5566e747 ON public.contracts_clarificationevent USING btree (round_id);

CREATE INDEX contracts_clarificationevent_vehicle_id_09d663ce ON public.contracts_clarificationevent USING btree (vehicle_id);

CREATE INDEX contracts_conflictdeclaration_application_id_d36a087e ON public.contracts_conflictdeclaration USING btree (application_id);

CREATE INDEX contracts_conflictdeclaration_person_id_1619bb41 ON public.contracts_conflictdeclaration USING btree (person_id);

CREATE INDEX contracts_conflictdeclarationevent_application_id_2ec1d37e ON public.contracts_conflictdeclarationevent USING btree (application_id);

CREATE INDEX contracts_conflictdeclarationevent_person_id_ee5f77bf ON public.contracts_conflictdeclarationevent USING btree (person_id);

CREATE INDEX contracts_conflictdeclarationevent_pgh_context_id_3843c8a6 ON public.contracts_conflictdeclarationevent USING btree (pgh_context_id);

CREATE INDEX contracts_conflictdeclarationevent_pgh_obj_id_a0b3826a ON public.contracts_conflictdeclarationevent USING btree (pgh_obj_id);

CREATE INDEX contracts_debarmentcheck_checked_by_id_648f0b2a ON public.contracts_debarmentcheck USING btree (checked_by_id);

CREATE INDEX contracts_debarmentcheck_provider_id_74ea3948 ON public.contracts_debarmentcheck USING btree (provider_id);

CREATE INDEX contracts_debarmentcheckevent_checked_by_id_974030b2 ON public.contracts_debarmentcheckevent USING btree (checked_by_id);

CREATE INDEX contracts_debarmentcheckevent_pgh_context_id_62af3fc5 ON public.contracts_debarmentcheckevent USING btree (pgh_context_id);

CREATE INDEX contracts_debarmentcheckevent_pgh_obj_id_cbab3d2d ON public.contracts_debarmentcheckevent USING btree (pgh_obj_id);

CREATE INDEX contracts_debarmentcheckevent_provider_id_47eaa406 ON public.contracts_debarmentcheckevent USING btree (provider_id);

CREATE INDEX contracts_decision_corrects_id_c92da7e4 ON public.contracts_decision USING btree (corrects_id);

CREATE INDEX contracts_decision_number_8b2af67d_like ON public.contracts_decision USING btree (number varchar_pattern_ops);

CREATE INDEX contracts_decision_recorded_by_id_a46be220 ON public.contracts_decision USING btree (recorded_by_id);

CREATE INDEX contracts_decision_vehicle_id_be882673 ON public.contracts_decision USING btree (vehicle_id);

CREATE INDEX contracts_decisionevent_corrects_id_1aa33534 ON public.contracts_decisionevent USING btree (corrects_id);

CREATE INDEX contracts_decisionevent_pgh_context_id_c5ffb706 ON public.contracts_decisionevent USING btree (pgh_context_id);

CREATE INDEX contracts_decisionevent_pgh_obj_id_966eb6ec ON public.contracts_decisionevent USING btree (pgh_obj_id);

CREATE INDEX contracts_decisionevent_recorded_by_id_4aaaf9c7 ON public.contracts_decisionevent USING btree (recorded_by_id);

CREATE INDEX contracts_decisionevent_vehicle_id_40634d92 ON public.contracts_decisionevent USING btree (vehicle_id);

CREATE INDEX contracts_declarationrenewal_asked_by_id_5b635f13 ON public.contracts_declarationrenewal USING btree (asked_by_id);

CREATE UNIQUE INDEX contracts_declarationrenewal_one_waiting ON public.contracts_declarationrenewal USING btree (provider_id, vehicle_id) WHERE (renewed_at IS NULL);

CREATE INDEX contracts_declarationrenewal_provider_id_2da334b3 ON public.contracts_declarationrenewal USING btree (provider_id);

CREATE INDEX contracts_declarationrenewal_read_by_id_70ec99d2 ON public.contracts_declarationrenewal USING btree (read_by_id);

CREATE INDEX contracts_declarationrenewal_renewed_by_id_2805ad2b ON public.contracts_declarationrenewal USING btree (renewed_by_id);

CREATE INDEX contracts_declarationrenewal_vehicle_id_63238b04 ON public.contracts_declarationrenewal USING btree (vehicle_id);

CREATE INDEX contracts_declarationrenewalevent_asked_by_id_ec00e4ed ON public.contracts_declarationrenewalevent USING btree (asked_by_id);

CREATE INDEX contracts_declarationrenewalevent_pgh_context_id_b1a86625 ON public.contracts_declarationrenewalevent USING btree (pgh_context_id);

CREATE INDEX contracts_declarationrenewalevent_pgh_obj_id_d9608e26 ON public.contracts_declarationrenewalevent USING btree (pgh_obj_id);

CREATE INDEX contracts_declarationrenewalevent_provider_id_0024e35b ON public.contracts_declarationrenewalevent USING btree (provider_id);

CREATE INDEX contracts_declarationrenewalevent_read_by_id_db9a72a7 ON public.contracts_declarationrenewalevent USING btree (read_by_id);

CREATE INDEX contracts_declarationrenewalevent_renewed_by_id_c81610c7 ON public.contracts_declarationrenewalevent USING btree (renewed_by_id);

CREATE INDEX contracts_declarationrenewalevent_vehicle_id_73206f34 ON public.contracts_declarationrenewalevent USING btree (vehicle_id);

CREATE INDEX contracts_delegation_decision_id_b6cd089e ON public.contracts_delegation USING btree (decision_id);

CREATE INDEX contracts_delegationevent_decision_id_d9a382ff ON public.contracts_delegationevent USING btree (decision_id);

CREATE INDEX contracts_delegationevent_pgh_context_id_337e7df4 ON public.contracts_delegationevent USING btree (pgh_context_id);

CREATE INDEX contracts_delegationevent_pgh_obj_id_2811d396 ON public.contracts_delegationevent USING btree (pgh_obj_id);

CREATE INDEX contracts_earlyevaluation_decided_by_id_643f9f8b ON public.contracts_earlyevaluation USING btree (decided_by_id);

CREATE UNIQUE INDEX contracts_evaluationscheme_one_draft ON public.contracts_evaluationscheme USING btree (vehicle_id) WHERE (published_at IS NULL);

CREATE INDEX contracts_evaluationscheme_published_by_id_9a3bfe54 ON public.contracts_evaluationscheme USING btree (published_by_id);

CREATE INDEX contracts_evaluationscheme_vehicle_id_41c2e6de ON public.contracts_evaluationscheme USING btree (vehicle_id);

CREATE INDEX contracts_evaluationschemeevent_pgh_context_id_0db827f0 ON public.contracts_evaluationschemeevent USING btree (pgh_context_id);

CREATE INDEX contracts_evaluationschemeevent_pgh_obj_id_283f1d64 ON public.contracts_evaluationschemeevent USING btree (pgh_obj_id);

CREATE INDEX contracts_evaluationschemeevent_published_by_id_ea377634 ON public.contracts_evaluationschemeevent USING btree (published_by_id);

CREATE INDEX contracts_evaluationschemeevent_vehicle_id_ea3ff239 ON public.contracts_evaluationschemeevent USING btree (vehicle_id);

CREATE INDEX contracts_evidence_added_by_id_99f997d3 ON public.contracts_evidence USING btree (added_by_id);

CREATE INDEX contracts_evidence_application_id_1e305e7e ON public.contracts_evidence USING btree (application_id);

CREATE INDEX contracts_evidence_file_id_67a11424 ON public.contracts_evidence USING btree (file_id);

CREATE INDEX contracts_evidence_kind_7c079712 ON public.contracts_evidence USING btree (kind);

CREATE INDEX contracts_evidence_kind_7c079712_like ON public.contracts_evidence USING btree (kind varchar_pattern_ops);

CREATE INDEX contracts_evidence_request_id_996e37d5 ON public.contracts_evidence USING btree (request_id);

CREATE INDEX contracts_evidenceevent_added_by_id_42bda68f ON public.contracts_evidenceevent USING btree (added_by_id);

CREATE INDEX contracts_evidenceevent_application_id_b63c53af ON public.contracts_evidenceevent USING btree (application_id);

CREATE INDEX contracts_evidenceevent_file_id_b563894d ON public.contracts_evidenceevent USING btree (file_id);

CREATE INDEX contracts_evidenceevent_pgh_context_id_dbebc485 ON public.contracts_evidenceevent USING btree (pgh_context_id);

CREATE INDEX contracts_evidenceevent_pgh_obj_id_bd982cb6 ON public.contracts_evidenceevent USING btree (pgh_obj_id);

CREATE INDEX contracts_evidenceevent_request_id_45964810 ON public.contracts_evidenceevent USING btree (request_id);

CREATE INDEX contracts_evidencerequest_answered_by_id_a6a079ab ON public.contracts_evidencerequest USING btree (answered_by_id);

CREATE INDEX contracts_evidencerequest_application_id_8093c30c ON public.contracts_evidencerequest USING btree (application_id);

CREATE INDEX contracts_evidencerequest_asked_by_id_f9c42206 ON public.contracts_evidencerequest USING btree (asked_by_id);

CREATE INDEX contracts_evidencerequest_due ON public.contracts_evidencerequest USING btree (due_on) WHERE (answered_at IS NULL);

CREATE INDEX contracts_evidencerequestevent_answered_by_id_b6e386de ON public.contracts_evidencerequestevent USING btree (answered_by_id);

CREATE INDEX contracts_evidencerequestevent_application_id_e7ed14df ON public.contracts_evidencerequestevent USING btree (application_id);

CREATE INDEX contracts_evidencerequestevent_asked_by_id_7f5ce514 ON public.contracts_evidencerequestevent USING btree (asked_by_id);

CREATE INDEX contracts_evidencerequestevent_pgh_context_id_23ac9dc3 ON public.contracts_evidencerequestevent USING btree (pgh_context_id);

CREATE INDEX contracts_evidencerequestevent_pgh_obj_id_bdf310f9 ON public.contracts_evidencerequestevent USING btree (pgh_obj_id);

CREATE INDEX contracts_extensionoption_decided_by_id_a7159755 ON public.contracts_extensionoption USING btree (decided_by_id);

CREATE INDEX contracts_extensionoption_decision_id_4293c1ad ON public.contracts_extensionoption USING btree (decision_id);

CREATE INDEX contracts_extensionoption_proposed_by_id_dd7c846c ON public.contracts_extensionoption USING btree (proposed_by_id);

CREATE INDEX contracts_extensionoption_vehicle_id_85e4f0d1 ON public.contracts_extensionoption USING btree (vehicle_id);

CREATE INDEX contracts_extensionoptionevent_decided_by_id_2b5347a4 ON public.contracts_extensionoptionevent USING btree (decided_by_id);

CREATE INDEX contracts_extensionoptionevent_decision_id_dc38455e ON public.contracts_extensionoptionevent USING btree (decision_id);

CREATE INDEX contracts_extensionoptionevent_pgh_context_id_81cb7da0 ON public.contracts_extensionoptionevent USING btree (pgh_context_id);

CREATE INDEX contracts_extensionoptionevent_pgh_obj_id_0501e337 ON public.contracts_extensionoptionevent USING btree (pgh_obj_id);

CREATE INDEX contracts_extensionoptionevent_proposed_by_id_6ed8366f ON public.contracts_extensionoptionevent USING btree (proposed_by_id);

CREATE INDEX contracts_extensionoptionevent_vehicle_id_196de57e ON public.contracts_extensionoptionevent USING btree (vehicle_id);

CREATE INDEX contracts_finding_application_id_4a8f4720 ON public.contracts_finding USING btree (application_id);

CREATE INDEX contracts_finding_found_by_id_10ccb88a ON public.contracts_finding USING btree (found_by_id);

CREATE UNIQUE INDEX contracts_finding_once ON public.contracts_finding USING btree (application_id, kind) WHERE (superseded_at IS NULL);

CREATE INDEX contracts_findingevent_application_id_5d40dbb5 ON public.contracts_findingevent USING btree (application_id);

CREATE INDEX contracts_findingevent_found_by_id_f31f4967 ON public.contracts_findingevent USING btree (found_by_id);

CREATE INDEX contracts_findingevent_pgh_context_id_4c0db0ac ON public.contracts_findingevent USING btree (pgh_context_id);

CREATE INDEX contracts_findingevent_pgh_obj_id_499dae3e ON public.contracts_findingevent USING btree (pgh_obj_id);

CREATE INDEX contracts_lot_vehicle_id_d196b9f3 ON public.contracts_lot USING btree (vehicle_id);

CREATE INDEX contracts_lotevent_pgh_context_id_a85e2ac9 ON public.contracts_lotevent USING btree (pgh_context_id);

CREATE INDEX contracts_lotevent_pgh_obj_id_68c94790 ON public.contracts_lotevent USING btree (pgh_obj_id);

CREATE INDEX contracts_lotevent_vehicle_id_67b1148a ON public.contracts_lotevent USING btree (vehicle_id);

CREATE INDEX contracts_lotoutcome_application_id_d4a2379e ON public.contracts_lotoutcome USING btree (application_id);

CREATE INDEX contracts_lotoutcome_lot_id_51430c87 ON public.contracts_lotoutcome USING btree (lot_id);

CREATE UNIQUE INDEX contracts_lotoutcome_one_award ON public.contracts_lotoutcome USING btree (application_id) WHERE awarded;

CREATE INDEX contracts_lotoutcomeevent_application_id_22522ee8 ON public.contracts_lotoutcomeevent USING btree (application_id);

CREATE INDEX contracts_lotoutcomeevent_lot_id_67401a67 ON public.contracts_lotoutcomeevent USING btree (lot_id);

CREATE INDEX contracts_lotoutcomeevent_pgh_context_id_4da5fc8e ON public.contracts_lotoutcomeevent USING btree (pgh_context_id);

CREATE INDEX contracts_lotoutcomeevent_pgh_obj_id_ea7f6c03 ON public.contracts_lotoutcomeevent USING btree (pgh_obj_id);

CREATE INDEX contracts_membership_agreement_id_98dd43fb ON public.contracts_membership USING btree (agreement_id);

CREATE INDEX contracts_membership_by_day ON public.contracts_membership USING btree (admitted_on, id);

CREATE INDEX contracts_membership_goes_on_as_id_8238cce2 ON public.contracts_membership USING btree (goes_on_as_id);

CREATE INDEX contracts_membership_lot_id_98ff9ef1 ON public.contracts_membership USING btree (lot_id);

CREATE INDEX contracts_membership_provider_id_714ecb49 ON public.contracts_membership USING btree (provider_id);

CREATE INDEX contracts_membership_school_id_d75b8ac0 ON public.contracts_membership USING btree (school_id);

CREATE INDEX contracts_membershipevent_agreement_id_49d4bc3e ON public.contracts_membershipevent USING btree (agreement_id);

CREATE INDEX contracts_membershipevent_goes_on_as_id_82cfe3e4 ON public.contracts_membershipevent USING btree (goes_on_as_id);

CREATE INDEX contracts_membershipevent_lot_id_208f5795 ON public.contracts_membershipevent USING btree (lot_id);

CREATE INDEX contracts_membershipevent_pgh_context_id_ef76196e ON public.contracts_membershipevent USING btree (pgh_context_id);

CREATE INDEX contracts_membershipevent_pgh_obj_id_0758124b ON public.contracts_membershipevent USING btree (pgh_obj_id);

CREATE INDEX contracts_membershipevent_provider_id_38c4f780 ON public.contracts_membershipevent USING btree (provider_id);

CREATE INDEX contracts_membershipevent_school_id_205f5ce8 ON public.contracts_membershipevent USING btree (school_id);

CREATE INDEX contracts_moderatedscore_application_id_abb21b40 ON public.contracts_moderatedscore USING btree (application_id);

CREATE INDEX contracts_moderatedscore_chair_id_9476b97e ON public.contracts_moderatedscore USING btree (chair_id);

CREATE UNIQUE INDEX contracts_moderatedscore_once ON public.contracts_moderatedscore USING btree (application_id, question_id) WHERE (superseded_at IS NULL);

CREATE INDEX contracts_moderatedscore_question_id_f14c848d ON public.contracts_moderatedscore USING btree (question_id);

CREATE INDEX contracts_notice_recorded_by_id_a45fd391 ON public.contracts_notice USING btree (recorded_by_id);

CREATE INDEX contracts_notice_vehicle_id_367ad19c ON public.contracts_notice USING btree (vehicle_id);

CREATE INDEX contracts_noticeevent_pgh_context_id_ba5e8afa ON public.contracts_noticeevent USING btree (pgh_context_id);

CREATE INDEX contracts_noticeevent_pgh_obj_id_88cf4e80 ON public.contracts_noticeevent USING btree (pgh_obj_id);

CREATE INDEX contracts_noticeevent_recorded_by_id_8b1af4ad ON public.contracts_noticeevent USING btree (recorded_by_id);

CREATE INDEX contracts_noticeevent_vehicle_id_1fa99899 ON public.contracts_noticeevent USING btree (vehicle_id);

CREATE INDEX contracts_noticewaiver_vehicle_id_98beb660 ON public.contracts_noticewaiver USING btree (vehicle_id);

CREATE INDEX contracts_noticewaiver_waived_by_id_7979b2e0 ON public.contracts_noticewaiver USING btree (waived_by_id);

CREATE INDEX contracts_noticewaiverevent_pgh_context_id_cde2c799 ON public.contracts_noticewaiverevent USING btree (pgh_context_id);

CREATE INDEX contracts_noticewaiverevent_pgh_obj_id_6b1fbd8a ON public.contracts_noticewaiverevent USING btree (pgh_obj_id);

CREATE INDEX contracts_noticewaiverevent_vehicle_id_48569c5a ON public.contracts_noticewaiverevent USING btree (vehicle_id);

CREATE INDEX contracts_noticewaiverevent_waived_by_id_2fe1ee8c ON public.contracts_noticewaiverevent USING btree (waived_by_id);

CREATE INDEX contracts_opening_application_id_af50f6fd ON public.contracts_opening USING btree (application_id);

CREATE INDEX contracts_opening_officer_id_9a8d65c3 ON public.contracts_opening USING btree (officer_id);

CREATE INDEX contracts_openingevent_application_id_bd180294 ON public.contracts_openingevent USING btree (application_id);

CREATE INDEX contracts_openingevent_officer_id_3f666d35 ON public.contracts_openingevent USING btree (officer_id);

CREATE INDEX contracts_openingevent_pgh_context_id_fccac82d ON public.contracts_openingevent USING btree (pgh_context_id);

CREATE INDEX contracts_openingevent_pgh_obj_id_ca1c22b3 ON public.contracts_openingevent USING btree (pgh_obj_id);

CREATE INDEX contracts_outcomeletter_file_id_95b9c4b3 ON public.contracts_outcomeletter USING btree (file_id);

CREATE INDEX contracts_prolongation_prolonged_by_id_7ec8d7b7 ON public.contracts_prolongation USING btree (prolonged_by_id);

CREATE INDEX contracts_question_scheme_id_9c2f591d ON public.contracts_question USING btree (scheme_id);

CREATE INDEX contracts_questionevent_pgh_context_id_4134ecd1 ON public.contracts_questionevent USING btree (pgh_context_id);

CREATE INDEX contracts_questionevent_pgh_obj_id_082510f9 ON public.contracts_questionevent USING btree (pgh_obj_id);

CREATE INDEX contracts_questionevent_scheme_id_9ba695ca ON public.contracts_questionevent USING btree (scheme_id);

CREATE INDEX contracts_questionminimum_question_id_90aed619 ON public.contracts_questionminimum USING btree (question_id);

CREATE INDEX contracts_questionminimum_threshold_id_235db7fc ON public.contracts_questionminimum USING btree (threshold_id);

CREATE INDEX contracts_questionminimumevent_pgh_context_id_4932ca78 ON public.contracts_questionminimumevent USING btree (pgh_context_id);

CREATE INDEX contracts_questionminimumevent_pgh_obj_id_3706482f ON public.contracts_questionminimumevent USING btree (pgh_obj_id);

CREATE INDEX contracts_questionminimumevent_question_id_c397ccff ON public.contracts_questionminimumevent USING btree (question_id);

CREATE INDEX contracts_questionminimumevent_threshold_id_21b12fdf ON public.contracts_questionminimumevent USING btree (threshold_id);

CREATE INDEX contracts_recommendation_application_id_2d2c57da ON public.contracts_recommendation USING btree (application_id);

CREATE UNIQUE INDEX contracts_recommendation_one_stands ON public.contracts_recommendation USING btree (application_id) WHERE (sent_back_at IS NULL);

CREATE INDEX contracts_recommendation_recommended_by_id_e3887976 ON public.contracts_recommendation USING btree (recommended_by_id);

CREATE INDEX contracts_recommendation_sent_back_by_id_8783b8b4 ON public.contracts_recommendation USING btree (sent_back_by_id);

CREATE INDEX contracts_recommendationevent_application_id_d5e0bdfe ON public.contracts_recommendationevent USING btree (application_id);

CREATE INDEX contracts_recommendationevent_pgh_context_id_fa5c4dac ON public.contracts_recommendationevent USING btree (pgh_context_id);

CREATE INDEX contracts_recommendationevent_pgh_obj_id_8ecf839a ON public.contracts_recommendationevent USING btree (pgh_obj_id);

CREATE INDEX contracts_recommendationevent_recommended_by_id_093f623f ON public.contracts_recommendationevent USING btree (recommended_by_id);

CREATE INDEX contracts_recommendationevent_sent_back_by_id_4c56931a ON public.contracts_recommendationevent USING btree (sent_back_by_id);

CREATE INDEX contracts_recoverywindow_provider_id_c08160a7 ON public.contracts_recoverywindow USING btree (provider_id);

CREATE INDEX contracts_recoverywindow_round_id_b68fe187 ON public.contracts_recoverywindow USING btree (round_id);

CREATE INDEX contracts_recoverywindowevent_pgh_context_id_a7b52162 ON public.contracts_recoverywindowevent USING btree (pgh_context_id);

CREATE INDEX contracts_recoverywindowevent_pgh_obj_id_ffd7b0a1 ON public.contracts_recoverywindowevent USING btree (pgh_obj_id);

CREATE INDEX contracts_recoverywindowevent_proposal_id_39f08d97 ON public.contracts_recoverywindowevent USING btree (proposal_id);

CREATE INDEX contracts_recoverywindowevent_provider_id_b9b546dd ON public.contracts_recoverywindowevent USING btree (provider_id);

CREATE INDEX contracts_recoverywindowevent_round_id_6f9884fd ON public.contracts_recoverywindowevent USING btree (round_id);

CREATE INDEX contracts_refusedfile_application_id_e7a84624 ON public.contracts_refusedfile USING btree (application_id);

CREATE INDEX contracts_refusedfile_new_document_id_95c615d4 ON public.contracts_refusedfile USING btree (new_document_id);

CREATE INDEX contracts_refusedfile_provider_id_8352fe1d ON public.contracts_refusedfile USING btree (provider_id);

CREATE INDEX contracts_refusedfileevent_application_id_b0921e9e ON public.contracts_refusedfileevent USING btree (application_id);

CREATE INDEX contracts_refusedfileevent_document_id_dbb06138 ON public.contracts_refusedfileevent USING btree (document_id);

CREATE INDEX contracts_refusedfileevent_evidence_id_d9e47359 ON public.contracts_refusedfileevent USING btree (evidence_id);

CREATE INDEX contracts_refusedfileevent_new_document_id_6d080f60 ON public.contracts_refusedfileevent USING btree (new_document_id);

CREATE INDEX contracts_refusedfileevent_pgh_context_id_2e98f97e ON public.contracts_refusedfileevent USING btree (pgh_context_id);

CREATE INDEX contracts_refusedfileevent_pgh_obj_id_e715e8ed ON public.contracts_refusedfileevent USING btree (pgh_obj_id);

CREATE INDEX contracts_refusedfileevent_provider_id_060e26df ON public.contracts_refusedfileevent USING btree (provider_id);

CREATE INDEX contracts_refusedfileevent_replacement_id_ca4f194b ON public.contracts_refusedfileevent USING btree (replacement_id);

CREATE INDEX contracts_round_scheme_id_f8cdc871 ON public.contracts_round USING btree (scheme_id);

CREATE INDEX contracts_round_vehicle_id_a41b3bab ON public.contracts_round USING btree (vehicle_id);

CREATE INDEX contracts_roundevent_pgh_context_id_e134d9d0 ON public.contracts_roundevent USING btree (pgh_context_id);

CREATE INDEX contracts_roundevent_pgh_obj_id_9b14709f ON public.contracts_roundevent USING btree (pgh_obj_id);

CREATE INDEX contracts_roundevent_scheme_id_24f988b0 ON public.contracts_roundevent USING btree (scheme_id);

CREATE INDEX contracts_roundevent_vehicle_id_c7bb8bfa ON public.contracts_roundevent USING btree (vehicle_id);

CREATE INDEX contracts_roundwatch_user_id_0f4dee95 ON public.contracts_roundwatch USING btree (user_id);

CREATE INDEX contracts_roundwatch_vehicle_id_49c94eb9 ON public.contracts_roundwatch USING btree (vehicle_id);

CREATE INDEX contracts_roundwatchevent_pgh_context_id_f6d1a1e8 ON public.contracts_roundwatchevent USING btree (pgh_context_id);

CREATE INDEX contracts_roundwatchevent_pgh_obj_id_998cc17b ON public.contracts_roundwatchevent USING btree (pgh_obj_id);

CREATE INDEX contracts_roundwatchevent_user_id_4262a0d0 ON public.contracts_roundwatchevent USING btree (user_id);

CREATE INDEX contracts_roundwatchevent_vehicle_id_8c415742 ON public.contracts_roundwatchevent USING btree (vehicle_id);

CREATE INDEX contracts_score_assignment_id_0590c080 ON public.contracts_score USING btree (assignment_id);

CREATE INDEX contracts_score_newest ON public.contracts_score USING btree (assignment_id, id DESC);

CREATE INDEX contracts_sealedreport_file_id_8cf50b28 ON public.contracts_sealedreport USING btree (file_id);

CREATE INDEX contracts_section_application_id_a6a13bfd ON public.contracts_section USING btree (application_id);

CREATE INDEX contracts_section_key_899a2003 ON public.contracts_section USING btree (key);

CREATE INDEX contracts_section_key_899a2003_like ON public.contracts_section USING btree (key varchar_pattern_ops);

CREATE INDEX contracts_section_saved_by_id_531f51b1 ON public.contracts_section USING btree (saved_by_id);

CREATE INDEX contracts_sectionevent_application_id_9173d863 ON public.contracts_sectionevent USING btree (application_id);

CREATE INDEX contracts_sectionevent_pgh_context_id_192fecd2 ON public.contracts_sectionevent USING btree (pgh_context_id);

CREATE INDEX contracts_sectionevent_pgh_obj_id_dd4b4b2d ON public.contracts_sectionevent USING btree (pgh_obj_id);

CREATE INDEX contracts_sectionevent_saved_by_id_e081b431 ON public.contracts_sectionevent USING btree (saved_by_id);

CREATE INDEX contracts_sentdocument_application_id_f512a072 ON public.contracts_sentdocument USING btree (application_id);

CREATE INDEX contracts_sentdocument_file_id_25d11110 ON public.contracts_sentdocument USING btree (file_id);

CREATE INDEX contracts_sentdocument_submission_id_7c59e9bc ON public.contracts_sentdocument USING btree (submission_id);

CREATE INDEX contracts_signature_agreement_id_9110e9da ON public.contracts_signature USING btree (agreement_id);

CREATE INDEX contracts_signature_person_id_1b3260af ON public.contracts_signature USING btree (person_id);

CREATE INDEX contracts_submission_application_id_40779119 ON public.contracts_submission USING btree (application_id);

CREATE INDEX contracts_submission_receipt_89faa0f5_like ON public.contracts_submission USING btree (receipt varchar_pattern_ops);

CREATE INDEX contracts_submission_submitted_by_id_7c61079b ON public.contracts_submission USING btree (submitted_by_id);

CREATE INDEX contracts_submittedcontent_application_id_57f443da ON public.contracts_submittedcontent USING btree (application_id);

CREATE INDEX contracts_suspension_membership_id_01610eab ON public.contracts_suspension USING btree (membership_id);

CREATE INDEX contracts_suspension_suspended_by_id_17a77417 ON public.contracts_suspension USING btree (suspended_by_id);

CREATE INDEX contracts_suspensionevent_membership_id_1dfc6550 ON public.contracts_suspensionevent USING btree (membership_id);

CREATE INDEX contracts_suspensionevent_pgh_context_id_d341f3ca ON public.contracts_suspensionevent USING btree (pgh_context_id);

CREATE INDEX contracts_suspensionevent_pgh_obj_id_ebd5cccc ON public.contracts_suspensionevent USING btree (pgh_obj_id);

CREATE INDEX contracts_suspensionevent_suspended_by_id_16b3710d ON public.contracts_suspensionevent USING btree (suspended_by_id);

CREATE INDEX contracts_threshold_lot_id_edb797ea ON public.contracts_threshold USING btree (lot_id);

CREATE INDEX contracts_threshold_scheme_id_597ecda7 ON public.contracts_threshold USING btree (scheme_id);

CREATE INDEX contracts_thresholdevent_lot_id_9a674b64 ON public.contracts_thresholdevent USING btree (lot_id);

CREATE INDEX contracts_thresholdevent_pgh_context_id_76da5bd5 ON public.contracts_thresholdevent USING btree (pgh_context_id);

CREATE INDEX contracts_thresholdevent_pgh_obj_id_9dd0b8d7 ON public.contracts_thresholdevent USING btree (pgh_obj_id);

CREATE INDEX contracts_thresholdevent_scheme_id_983266b0 ON public.contracts_thresholdevent USING btree (scheme_id);

CREATE INDEX contracts_vehicle_mode_approved_by_id_92404849 ON public.contracts_vehicle USING btree (mode_approved_by_id);

CREATE INDEX contracts_vehicle_name_23eb894b_like ON public.contracts_vehicle USING btree (name varchar_pattern_ops);

CREATE INDEX contracts_vehicledocument_file_id_69a02ee4 ON public.contracts_vehicledocument USING btree (file_id);

CREATE INDEX contracts_vehicledocument_published_by_id_171d962b ON public.contracts_vehicledocument USING btree (published_by_id);

CREATE INDEX contracts_vehicledocument_vehicle_id_fe1eb486 ON public.contracts_vehicledocument USING btree (vehicle_id);

CREATE INDEX contracts_vehicledocumentevent_file_id_59cda507 ON public.contracts_vehicledocumentevent USING btree (file_id);

CREATE INDEX contracts_vehicledocumentevent_pgh_context_id_94eb70e3 ON public.contracts_vehicledocumentevent USING btree (pgh_context_id);

CREATE INDEX contracts_vehicledocumentevent_pgh_obj_id_f26679d8 ON public.contracts_vehicledocumentevent USING btree (pgh_obj_id);

CREATE INDEX contracts_vehicledocumentevent_published_by_id_80752b08 ON public.contracts_vehicledocumentevent USING btree (published_by_id);

CREATE INDEX contracts_vehicledocumentevent_vehicle_id_0c5b1c2d ON public.contracts_vehicledocumentevent USING btree (vehicle_id);

CREATE INDEX contracts_vehicleevent_mode_approved_by_id_dd2c427f ON public.contracts_vehicleevent USING btree (mode_approved_by_id);

CREATE INDEX contracts_vehicleevent_pgh_context_id_fa287541 ON public.contracts_vehicleevent USING btree (pgh_context_id);

CREATE INDEX contracts_vehicleevent_pgh_obj_id_8a6c8665 ON public.contracts_vehicleevent USING btree (pgh_obj_id);

CREATE INDEX contracts_vehiclefigure_by_day ON public.contracts_vehiclefigure USING btree (vehicle_id, as_at DESC);

CREATE INDEX contracts_vehiclefigure_vehicle_id_f561399f ON public.contracts_vehiclefigure USING btree (vehicle_id);

CREATE INDEX core_auditevent_by_verb ON public.core_auditevent USING btree (verb, at, id);

CREATE INDEX core_auditevent_in_order ON public.core_auditevent USING btree (at, id);

CREATE INDEX core_auditevent_named ON public.core_auditevent USING gin (upper((actor_name)::text) public.gin_trgm_ops, upper((target_name)::text) public.gin_trgm_ops);

CREATE INDEX core_auditevent_target ON public.core_auditevent USING btree (target_type, target_id);

CREATE INDEX core_cache_expires ON public.core_cache USING btree (expires);

CREATE INDEX core_keyfingerprint_fingerprint_064e0ea3_like ON public.core_keyfingerprint USING btree (fingerprint varchar_pattern_ops);

CREATE INDEX core_legalparameterevent_pgh_context_id_e11a615c ON public.core_legalparameterevent USING btree (pgh_context_id);

CREATE INDEX core_legalparameterevent_pgh_obj_id_a7434422 ON public.core_legalparameterevent USING btree (pgh_obj_id);

CREATE INDEX core_nonworkingdayevent_pgh_context_id_bc2007c8 ON public.core_nonworkingdayevent USING btree (pgh_context_id);

CREATE INDEX core_nonworkingdayevent_pgh_obj_id_c1b87a7c ON public.core_nonworkingdayevent USING btree (pgh_obj_id);

CREATE INDEX core_outboxmessage_waiting ON public.core_outboxmessage USING btree (due_at, id) WHERE (delivered_at IS NULL);

CREATE INDEX core_sentform_token_9afd9b94_like ON public.core_sentform USING btree (token varchar_pattern_ops);

CREATE INDEX core_tick_name_64eca2f9_like ON public.core_tick USING btree (name varchar_pattern_ops);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX files_listdownload_asked_by_id_0e5eb1d2 ON public.files_listdownload USING btree (asked_by_id);

CREATE INDEX files_listdownloadevent_asked_by_id_7b3712fc ON public.files_listdownloadevent USING btree (asked_by_id);

CREATE INDEX files_listdownloadevent_file_id_6c50f77c ON public.files_listdownloadevent USING btree (file_id);

CREATE INDEX files_listdownloadevent_pgh_context_id_04b9b74b ON public.files_listdownloadevent USING btree (pgh_context_id);

CREATE INDEX files_listdownloadevent_pgh_obj_id_50c6239a ON public.files_listdownloadevent USING btree (pgh_obj_id);

CREATE INDEX files_storedfile_kept_by_id_cbb0d2ae ON public.files_storedfile USING btree (kept_by_id);

CREATE INDEX files_storedfile_place_a1265abd_like ON public.files_storedfile USING btree (place varchar_pattern_ops);

CREATE INDEX files_storedfile_waiting ON public.files_storedfile USING btree (tries, id) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX files_storedfileevent_kept_by_id_0781f7b5 ON public.files_storedfileevent USING btree (kept_by_id);

CREATE INDEX files_storedfileevent_pgh_context_id_18d70187 ON public.files_storedfileevent USING btree (pgh_context_id);

CREATE INDEX files_storedfileevent_pgh_obj_id_e2239ada ON public.files_storedfileevent USING btree (pgh_obj_id);

CREATE INDEX imports_importfindingsevent_pgh_context_id_7ef241f3 ON public.imports_importfindingsevent USING btree (pgh_context_id);

CREATE INDEX imports_importfindingsevent_pgh_obj_id_0dba96de ON public.imports_importfindingsevent USING btree (pgh_obj_id);

CREATE INDEX imports_importfindingsevent_run_id_3e121b8a ON public.imports_importfindingsevent USING btree (run_id);

CREATE INDEX imports_importrun_confirmed_by_id_befadcad ON public.imports_importrun USING btree (confirmed_by_id);

CREATE INDEX imports_importrun_file_id_ffdd104a ON public.imports_importrun USING btree (file_id);

CREATE INDEX imports_importrun_in_order ON public.imports_importrun USING btree (uploaded_at, id);

CREATE INDEX imports_importrun_undone_by_id_44c5489c ON public.imports_importrun USING btree (undone_by_id);

CREATE INDEX imports_importrun_uploaded_by_id_133bb5e4 ON public.imports_importrun USING btree (uploaded_by_id);

CREATE INDEX imports_importrunevent_confirmed_by_id_8538d23c ON public.imports_importrunevent USING btree (confirmed_by_id);

CREATE INDEX imports_importrunevent_file_id_d6b6d48c ON public.imports_importrunevent USING btree (file_id);

CREATE INDEX imports_importrunevent_pgh_context_id_d4af5044 ON public.imports_importrunevent USING btree (pgh_context_id);

CREATE INDEX imports_importrunevent_pgh_obj_id_cb9eb3aa ON public.imports_importrunevent USING btree (pgh_obj_id);

CREATE INDEX imports_importrunevent_undone_by_id_2487f7fc ON public.imports_importrunevent USING btree (undone_by_id);

CREATE INDEX imports_importrunevent_uploaded_by_id_a5d26208 ON public.imports_importrunevent USING btree (uploaded_by_id);

CREATE INDEX kpis_band_indicator_set_id_017d1fcc ON public.kpis_band USING btree (indicator_set_id);

CREATE INDEX kpis_bandevent_indicator_set_id_5db6b412 ON public.kpis_bandevent USING btree (indicator_set_id);

CREATE INDEX kpis_bandevent_pgh_context_id_0308b3d1 ON public.kpis_bandevent USING btree (pgh_context_id);

CREATE INDEX kpis_bandevent_pgh_obj_id_379c3ea3 ON public.kpis_bandevent USING btree (pgh_obj_id);

CREATE INDEX kpis_figure_na_agreed_by_id_afd2eb5b ON public.kpis_figure USING btree (na_agreed_by_id);

CREATE INDEX kpis_figure_version_id_ca5bb3a4 ON public.kpis_figure USING btree (version_id);

CREATE INDEX kpis_figureevent_na_agreed_by_id_183ea97e ON public.kpis_figureevent USING btree (na_agreed_by_id);

CREATE INDEX kpis_figureevent_pgh_context_id_44a10347 ON public.kpis_figureevent USING btree (pgh_context_id);

CREATE INDEX kpis_figureevent_pgh_obj_id_4340dce5 ON public.kpis_figureevent USING btree (pgh_obj_id);

CREATE INDEX kpis_figureevent_version_id_ba0a34af ON public.kpis_figureevent USING btree (version_id);

CREATE INDEX kpis_indicator_indicator_set_id_4e31b23e ON public.kpis_indicator USING btree (indicator_set_id);

CREATE INDEX kpis_indicatorevent_indicator_set_id_c20a5fd7 ON public.kpis_indicatorevent USING btree (indicator_set_id);

CREATE INDEX kpis_indicatorevent_pgh_context_id_31dc49fc ON public.kpis_indicatorevent USING btree (pgh_context_id);

CREATE INDEX kpis_indicatorevent_pgh_obj_id_ab5a8fbd ON public.kpis_indicatorevent USING btree (pgh_obj_id);

CREATE INDEX kpis_indicatorset_drafted_by_id_a67ff718 ON public.kpis_indicatorset USING btree (drafted_by_id);

CREATE UNIQUE INDEX kpis_indicatorset_one_from_a_day ON public.kpis_indicatorset USING btree (valid_from) WHERE (published_at IS NOT NULL);

CREATE INDEX kpis_indicatorset_published_by_id_79e3d9dd ON public.kpis_indicatorset USING btree (published_by_id);

CREATE INDEX kpis_indicatorset_version_4ae57cda_like ON public.kpis_indicatorset USING btree (version varchar_pattern_ops);

CREATE INDEX kpis_indicatorsetevent_drafted_by_id_1310b489 ON public.kpis_indicatorsetevent USING btree (drafted_by_id);

CREATE INDEX kpis_indicatorsetevent_pgh_context_id_90d4d08f ON public.kpis_indicatorsetevent USING btree (pgh_context_id);

CREATE INDEX kpis_indicatorsetevent_pgh_obj_id_f4959343 ON public.kpis_indicatorsetevent USING btree (pgh_obj_id);

CREATE INDEX kpis_indicatorsetevent_published_by_id_2e565856 ON public.kpis_indicatorsetevent USING btree (published_by_id);

CREATE INDEX kpis_kpireturn_by_period ON public.kpis_kpireturn USING btree (frequency, last_day, school_id);

CREATE INDEX kpis_kpireturn_by_status ON public.kpis_kpireturn USING btree (status, due_on);

CREATE INDEX kpis_kpireturn_school_id_e9947a1b ON public.kpis_kpireturn USING btree (school_id);

CREATE INDEX kpis_kpireturn_term_id_173b8fd2 ON public.kpis_kpireturn USING btree (term_id);

CREATE INDEX kpis_kpireturnevent_pgh_context_id_9e70e321 ON public.kpis_kpireturnevent USING btree (pgh_context_id);

CREATE INDEX kpis_kpireturnevent_pgh_obj_id_cf02289a ON public.kpis_kpireturnevent USING btree (pgh_obj_id);

CREATE INDEX kpis_kpireturnevent_school_id_2eacc218 ON public.kpis_kpireturnevent USING btree (school_id);

CREATE INDEX kpis_kpireturnevent_term_id_9c7851aa ON public.kpis_kpireturnevent USING btree (term_id);

CREATE INDEX kpis_returnrules_set_by_id_8755afd3 ON public.kpis_returnrules USING btree (set_by_id);

CREATE INDEX kpis_returnsection_saved_by_id_172774ba ON public.kpis_returnsection USING btree (saved_by_id);

CREATE INDEX kpis_returnsection_version_id_cd207dd2 ON public.kpis_returnsection USING btree (version_id);

CREATE INDEX kpis_returnsectionevent_pgh_context_id_ebc80269 ON public.kpis_returnsectionevent USING btree (pgh_context_id);

CREATE INDEX kpis_returnsectionevent_pgh_obj_id_ebd03620 ON public.kpis_returnsectionevent USING btree (pgh_obj_id);

CREATE INDEX kpis_returnsectionevent_saved_by_id_09194783 ON public.kpis_returnsectionevent USING btree (saved_by_id);

CREATE INDEX kpis_returnsectionevent_version_id_e9daa23a ON public.kpis_returnsectionevent USING btree (version_id);

CREATE INDEX kpis_returnversion_accepted_by_id_e427884e ON public.kpis_returnversion USING btree (accepted_by_id);

CREATE INDEX kpis_returnversion_certified_by_id_50a35239 ON public.kpis_returnversion USING btree (certified_by_id);

CREATE INDEX kpis_returnversion_kpi_return_id_cd21dfa6 ON public.kpis_returnversion USING btree (kpi_return_id);

CREATE INDEX kpis_returnversion_on_behalf_of_id_525c8754 ON public.kpis_returnversion USING btree (on_behalf_of_id);

CREATE UNIQUE INDEX kpis_returnversion_one_counts ON public.kpis_returnversion USING btree (kpi_return_id) WHERE counts;

CREATE UNIQUE INDEX kpis_returnversion_one_is_open ON public.kpis_returnversion USING btree (kpi_return_id) WHERE (sealed_at IS NULL);

CREATE INDEX kpis_returnversion_prepared_by_id_3c95cdba ON public.kpis_returnversion USING btree (prepared_by_id);

CREATE INDEX kpis_returnversionevent_accepted_by_id_332881c6 ON public.kpis_returnversionevent USING btree (accepted_by_id);

CREATE INDEX kpis_returnversionevent_certified_by_id_4c7d9e42 ON public.kpis_returnversionevent USING btree (certified_by_id);

CREATE INDEX kpis_returnversionevent_kpi_return_id_c0d2de2b ON public.kpis_returnversionevent USING btree (kpi_return_id);

CREATE INDEX kpis_returnversionevent_on_behalf_of_id_d78c0ad2 ON public.kpis_returnversionevent USING btree (on_behalf_of_id);

CREATE INDEX kpis_returnversionevent_pgh_context_id_b50d49e6 ON public.kpis_returnversionevent USING btree (pgh_context_id);

CREATE INDEX kpis_returnversionevent_pgh_obj_id_91a06546 ON public.kpis_returnversionevent USING btree (pgh_obj_id);

CREATE INDEX kpis_returnversionevent_prepared_by_id_c26b9a9c ON public.kpis_returnversionevent USING btree (prepared_by_id);

CREATE UNIQUE INDEX kpis_term_name_once ON public.kpis_term USING btree (lower((name)::text));

CREATE INDEX kpis_termevent_pgh_context_id_a4da987b ON public.kpis_termevent USING btree (pgh_context_id);

CREATE INDEX kpis_termevent_pgh_obj_id_5b67ee79 ON public.kpis_termevent USING btree (pgh_obj_id);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX placements_case_by_start ON public.placements_case USING btree (wanted_on, id);

CREATE INDEX placements_case_child_id_fd1c21df ON public.placements_case USING btree (child_id);

CREATE INDEX placements_case_closed_by_id_6d37ed79 ON public.placements_case USING btree (closed_by_id);

CREATE UNIQUE INDEX placements_case_one_open_of_a_child ON public.placements_case USING btree (child_id) WHERE (closed_on IS NULL);

CREATE INDEX placements_case_opened_by_id_f137b742 ON public.placements_case USING btree (opened_by_id);

CREATE INDEX placements_case_preferred_school_id_3cfb0713 ON public.placements_case USING btree (preferred_school_id);

CREATE INDEX placements_caseevent_child_id_cd54296f ON public.placements_caseevent USING btree (child_id);

CREATE INDEX placements_caseevent_closed_by_id_094cd80d ON public.placements_caseevent USING btree (closed_by_id);

CREATE INDEX placements_caseevent_opened_by_id_985b48ef ON public.placements_caseevent USING btree (opened_by_id);

CREATE INDEX placements_caseevent_pgh_context_id_bffff282 ON public.placements_caseevent USING btree (pgh_context_id);

CREATE INDEX placements_caseevent_pgh_obj_id_2cfc9a56 ON public.placements_caseevent USING btree (pgh_obj_id);

CREATE INDEX placements_caseevent_preferred_school_id_8730a468 ON public.placements_caseevent USING btree (preferred_school_id);

CREATE INDEX placements_caseneed_case_id_0e3e84f3 ON public.placements_caseneed USING btree (case_id);

CREATE INDEX placements_caseneedevent_case_id_ce150455 ON public.placements_caseneedevent USING btree (case_id);

CREATE INDEX placements_caseneedevent_pgh_context_id_c5a290bc ON public.placements_caseneedevent USING btree (pgh_context_id);

CREATE INDEX placements_caseneedevent_pgh_obj_id_878b8ea4 ON public.placements_caseneedevent USING btree (pgh_obj_id);

CREATE INDEX placements_child_reference_854ec532_like ON public.placements_child USING btree (reference varchar_pattern_ops);

CREATE UNIQUE INDEX placements_child_reference_once ON public.placements_child USING btree (upper((reference)::text));

CREATE INDEX placements_child_referred_to ON public.placements_child USING btree (upper((reference)::text) text_pattern_ops);

CREATE INDEX placements_childevent_pgh_context_id_6964bf80 ON public.placements_childevent USING btree (pgh_context_id);

CREATE INDEX placements_childevent_pgh_obj_id_96012a41 ON public.placements_childevent USING btree (pgh_obj_id);

CREATE INDEX placements_childidentityevent_child_id_f2559281 ON public.placements_childidentityevent USING btree (child_id);

CREATE INDEX placements_childidentityevent_pgh_context_id_888cc3d3 ON public.placements_childidentityevent USING btree (pgh_context_id);

CREATE INDEX placements_childidentityevent_pgh_obj_id_b44baff3 ON public.placements_childidentityevent USING btree (pgh_obj_id);

CREATE INDEX placements_earlierschool_placement_id_57245c39 ON public.placements_earlierschool USING btree (placement_id);

CREATE INDEX placements_earlierschool_school_id_6dd20bd4 ON public.placements_earlierschool USING btree (school_id);

CREATE INDEX placements_earlierschoolevent_pgh_context_id_41962b16 ON public.placements_earlierschoolevent USING btree (pgh_context_id);

CREATE INDEX placements_earlierschoolevent_pgh_obj_id_49bafa0b ON public.placements_earlierschoolevent USING btree (pgh_obj_id);

CREATE INDEX placements_earlierschoolevent_placement_id_33d836d2 ON public.placements_earlierschoolevent USING btree (placement_id);

CREATE INDEX placements_earlierschoolevent_school_id_be0d3fff ON public.placements_earlierschoolevent USING btree (school_id);

CREATE INDEX placements_feeline_placement_id_3887c362 ON public.placements_feeline USING btree (placement_id);

CREATE INDEX placements_feeline_request_id_3b8f20b8 ON public.placements_feeline USING btree (request_id);

CREATE INDEX placements_feelineevent_pgh_context_id_9bb3f760 ON public.placements_feelineevent USING btree (pgh_context_id);

CREATE INDEX placements_feelineevent_pgh_obj_id_7c7b8bf2 ON public.placements_feelineevent USING btree (pgh_obj_id);

CREATE INDEX placements_feelineevent_placement_id_04655e0d ON public.placements_feelineevent USING btree (placement_id);

CREATE INDEX placements_feelineevent_request_id_04445f8d ON public.placements_feelineevent USING btree (request_id);

CREATE INDEX placements_feemandate_approved_by_id_7ff12cd4 ON public.placements_feemandate USING btree (approved_by_id);

CREATE INDEX placements_feemandate_recommended_by_id_1ff2fc9c ON public.placements_feemandate USING btree (recommended_by_id);

CREATE INDEX placements_feemandate_request_id_cd17ddfd ON public.placements_feemandate USING btree (request_id);

CREATE INDEX placements_feemessage_request_id_b68d688f ON public.placements_feemessage USING btree (request_id);

CREATE INDEX placements_feemessage_written_by_id_ea2616d5 ON public.placements_feemessage USING btree (written_by_id);

CREATE INDEX placements_feenote_request_id_5354dc7d ON public.placements_feenote USING btree (request_id);

CREATE INDEX placements_feenote_written_by_id_905eae8e ON public.placements_feenote USING btree (written_by_id);

CREATE INDEX placements_feeoffer_accepted_by_id_b7383c15 ON public.placements_feeoffer USING btree (accepted_by_id);

CREATE INDEX placements_feeoffer_made_by_id_74eb4cc8 ON public.placements_feeoffer USING btree (made_by_id);

CREATE UNIQUE INDEX placements_feeoffer_one_is_accepted ON public.placements_feeoffer USING btree (request_id) WHERE (accepted_at IS NOT NULL);

CREATE INDEX placements_feeoffer_request_id_d4f9619b ON public.placements_feeoffer USING btree (request_id);

CREATE INDEX placements_feeofferevent_accepted_by_id_e493f595 ON public.placements_feeofferevent USING btree (accepted_by_id);

CREATE INDEX placements_feeofferevent_made_by_id_b79a15ad ON public.placements_feeofferevent USING btree (made_by_id);

CREATE INDEX placements_feeofferevent_pgh_context_id_30559402 ON public.placements_feeofferevent USING btree (pgh_context_id);

CREATE INDEX placements_feeofferevent_pgh_obj_id_1535a097 ON public.placements_feeofferevent USING btree (pgh_obj_id);

CREATE INDEX placements_feeofferevent_request_id_f1ab0eb3 ON public.placements_feeofferevent USING btree (request_id);

CREATE INDEX placements_feerequest_decided_by_id_77d133d8 ON public.placements_feerequest USING btree (decided_by_id);

CREATE INDEX placements_feerequest_provider_id_ec15bf5b ON public.placements_feerequest USING btree (provider_id);

CREATE INDEX placements_feerequest_school_id_ba5cd1b6 ON public.placements_feerequest USING btree (school_id);

CREATE INDEX placements_feerequest_started_by_id_ae94357d ON public.placements_feerequest USING btree (started_by_id);

CREATE INDEX placements_feerequest_submitted_by_id_4daa25fc ON public.placements_feerequest USING btree (submitted_by_id);

CREATE INDEX placements_feerequest_window_id_07844498 ON public.placements_feerequest USING btree (window_id);

CREATE INDEX placements_feerequestevent_decided_by_id_16231892 ON public.placements_feerequestevent USING btree (decided_by_id);

CREATE INDEX placements_feerequestevent_pgh_context_id_64df5cf3 ON public.placements_feerequestevent USING btree (pgh_context_id);

CREATE INDEX placements_feerequestevent_pgh_obj_id_c78d135a ON public.placements_feerequestevent USING btree (pgh_obj_id);

CREATE INDEX placements_feerequestevent_provider_id_4a1c6986 ON public.placements_feerequestevent USING btree (provider_id);

CREATE INDEX placements_feerequestevent_school_id_3763b2b4 ON public.placements_feerequestevent USING btree (school_id);

CREATE INDEX placements_feerequestevent_started_by_id_6fa3cf07 ON public.placements_feerequestevent USING btree (started_by_id);

CREATE INDEX placements_feerequestevent_submitted_by_id_b4fc987c ON public.placements_feerequestevent USING btree (submitted_by_id);

CREATE INDEX placements_feerequestevent_window_id_17de3673 ON public.placements_feerequestevent USING btree (window_id);

CREATE INDEX placements_feesection_request_id_349cd6be ON public.placements_feesection USING btree (request_id);

CREATE INDEX placements_feesection_saved_by_id_a20ff136 ON public.placements_feesection USING btree (saved_by_id);

CREATE INDEX placements_feesectionevent_pgh_context_id_3d372822 ON public.placements_feesectionevent USING btree (pgh_context_id);

CREATE INDEX placements_feesectionevent_pgh_obj_id_a35ad7d5 ON public.placements_feesectionevent USING btree (pgh_obj_id);

CREATE INDEX placements_feesectionevent_request_id_97d830f8 ON public.placements_feesectionevent USING btree (request_id);

CREATE INDEX placements_feesectionevent_saved_by_id_7adfb4d1 ON public.placements_feesectionevent USING btree (saved_by_id);

CREATE INDEX placements_feewindowevent_pgh_context_id_7cc5f124 ON public.placements_feewindowevent USING btree (pgh_context_id);

CREATE INDEX placements_feewindowevent_pgh_obj_id_cd66d321 ON public.placements_feewindowevent USING btree (pgh_obj_id);

CREATE INDEX placements_look_child_id_996d24af ON public.placements_look USING btree (child_id);

CREATE INDEX placements_look_looked_by_id_40d1dfb7 ON public.placements_look USING btree (looked_by_id);

CREATE INDEX placements_matchweights_set_by_id_5fce62fe ON public.placements_matchweights USING btree (set_by_id);

CREATE INDEX placements_otherreference_child_id_6c1ffbdc ON public.placements_otherreference USING btree (child_id);

CREATE UNIQUE INDEX placements_otherreference_once ON public.placements_otherreference USING btree (upper((reference)::text));

CREATE INDEX placements_otherreferenceevent_child_id_8080d338 ON public.placements_otherreferenceevent USING btree (child_id);

CREATE INDEX placements_otherreferenceevent_pgh_context_id_108c7805 ON public.placements_otherreferenceevent USING btree (pgh_context_id);

CREATE INDEX placements_otherreferenceevent_pgh_obj_id_ec0f735f ON public.placements_otherreferenceevent USING btree (pgh_obj_id);

CREATE INDEX placements_placement_child_id_3e6c390d ON public.placements_placement USING btree (child_id);

CREATE INDEX placements_placement_ended ON public.placements_placement USING btree (ended_on, id) WHERE (ended_on IS NOT NULL);

CREATE INDEX placements_placement_free ON public.placements_placement USING btree (starts_on, id) WHERE (annual_fee = (0)::numeric);

CREATE INDEX placements_placement_lot_id_dd8e598c ON public.placements_placement USING btree (lot_id);

CREATE INDEX placements_placement_off_lots ON public.placements_placement USING btree (school_id) WHERE ((lot_id IS NULL) AND ((route)::text = 'call_off'::text));

CREATE INDEX placements_placement_reference_3c3ec281_like ON public.placements_placement USING btree (reference varchar_pattern_ops);

CREATE UNIQUE INDEX placements_placement_reference_once ON public.placements_placement USING btree (upper((reference)::text));

CREATE INDEX placements_placement_school_id_eac1db64 ON public.placements_placement USING btree (school_id);

CREATE INDEX placements_placementevent_child_id_c7498944 ON public.placements_placementevent USING btree (child_id);

CREATE INDEX placements_placementevent_lot_id_7df2e795 ON public.placements_placementevent USING btree (lot_id);

CREATE INDEX placements_placementevent_pgh_context_id_761c22c7 ON public.placements_placementevent USING btree (pgh_context_id);

CREATE INDEX placements_placementevent_pgh_obj_id_3218e035 ON public.placements_placementevent USING btree (pgh_obj_id);

CREATE INDEX placements_placementevent_school_id_8ad43699 ON public.placements_placementevent USING btree (school_id);

CREATE INDEX placements_pricedifference_listed_id_ba72b913 ON public.placements_pricedifference USING btree (listed_id);

CREATE INDEX placements_priceline_added_by_id_2679e169 ON public.placements_priceline USING btree (added_by_id);

CREATE INDEX placements_priceline_placement_id_135e704e ON public.placements_priceline USING btree (placement_id);

CREATE INDEX placements_priceline_voided_by_id_030ab3b1 ON public.placements_priceline USING btree (voided_by_id);

CREATE INDEX placements_pricelineevent_added_by_id_8594b9a2 ON public.placements_pricelineevent USING btree (added_by_id);

CREATE INDEX placements_pricelineevent_pgh_context_id_3f7494a8 ON public.placements_pricelineevent USING btree (pgh_context_id);

CREATE INDEX placements_pricelineevent_pgh_obj_id_fad4ac3f ON public.placements_pricelineevent USING btree (pgh_obj_id);

CREATE INDEX placements_pricelineevent_placement_id_acabd19c ON public.placements_pricelineevent USING btree (placement_id);

CREATE INDEX placements_pricelineevent_voided_by_id_65b15704 ON public.placements_pricelineevent USING btree (voided_by_id);

CREATE INDEX placements_pricelist_added_by_id_a38abf84 ON public.placements_pricelist USING btree (added_by_id);

CREATE INDEX placements_pricelist_lot_id_fc39088a ON public.placements_pricelist USING btree (lot_id);

CREATE INDEX placements_pricelist_school_id_622c2e76 ON public.placements_pricelist USING btree (school_id);

CREATE INDEX placements_pricelist_voided_by_id_7ca21be6 ON public.placements_pricelist USING btree (voided_by_id);

CREATE INDEX placements_pricelistevent_added_by_id_cebe42b1 ON public.placements_pricelistevent USING btree (added_by_id);

CREATE INDEX placements_pricelistevent_lot_id_121bac65 ON public.placements_pricelistevent USING btree (lot_id);

CREATE INDEX placements_pricelistevent_pgh_context_id_d43ebc69 ON public.placements_pricelistevent USING btree (pgh_context_id);

CREATE INDEX placements_pricelistevent_pgh_obj_id_8604cfc0 ON public.placements_pricelistevent USING btree (pgh_obj_id);

CREATE INDEX placements_pricelistevent_school_id_ae56b17f ON public.placements_pricelistevent USING btree (school_id);

CREATE INDEX placements_pricelistevent_voided_by_id_b0f69261 ON public.placements_pricelistevent USING btree (voided_by_id);

CREATE INDEX placements_pricelistline_price_list_id_974e4258 ON public.placements_pricelistline USING btree (price_list_id);

CREATE INDEX placements_pricelistlineevent_pgh_context_id_26aeedee ON public.placements_pricelistlineevent USING btree (pgh_context_id);

CREATE INDEX placements_pricelistlineevent_pgh_obj_id_972e8a2c ON public.placements_pricelistlineevent USING btree (pgh_obj_id);

CREATE INDEX placements_pricelistlineevent_price_list_id_90844e11 ON public.placements_pricelistlineevent USING btree (price_list_id);

CREATE INDEX placements_shortlist_case_id_b5eb1bf6 ON public.placements_shortlist USING btree (case_id);

CREATE INDEX placements_shortlist_made_by_id_e035e578 ON public.placements_shortlist USING btree (made_by_id);

CREATE INDEX placements_shortlist_weights_id_f1efc1fb ON public.placements_shortlist USING btree (weights_id);

CREATE INDEX placements_shortlistedschool_school_id_ccf607ed ON public.placements_shortlistedschool USING btree (school_id);

CREATE INDEX placements_shortlistedschool_shortlist_id_e680a24f ON public.placements_shortlistedschool USING btree (shortlist_id);

CREATE INDEX placements_usualprice_school_id_73103f2b ON public.placements_usualprice USING btree (school_id);

CREATE INDEX providers_compliancedocument_added_by_id_81567781 ON public.providers_compliancedocument USING btree (added_by_id);

CREATE INDEX providers_compliancedocument_file_id_93be0039 ON public.providers_compliancedocument USING btree (file_id);

CREATE INDEX providers_compliancedocument_kind_5fce8f04 ON public.providers_compliancedocument USING btree (kind);

CREATE INDEX providers_compliancedocument_kind_5fce8f04_like ON public.providers_compliancedocument USING btree (kind varchar_pattern_ops);

CREATE INDEX providers_compliancedocument_provider_id_62fd6e10 ON public.providers_compliancedocument USING btree (provider_id);

CREATE INDEX providers_compliancedocument_school_id_ba1519e2 ON public.providers_compliancedocument USING btree (school_id);

CREATE INDEX providers_compliancedocumentevent_added_by_id_41401c81 ON public.providers_compliancedocumentevent USING btree (added_by_id);

CREATE INDEX providers_compliancedocumentevent_file_id_a3d78f1b ON public.providers_compliancedocumentevent USING btree (file_id);

CREATE INDEX providers_compliancedocumentevent_pgh_context_id_4143bf43 ON public.providers_compliancedocumentevent USING btree (pgh_context_id);

CREATE INDEX providers_compliancedocumentevent_pgh_obj_id_3d5d8b9f ON public.providers_compliancedocumentevent USING btree (pgh_obj_id);

CREATE INDEX providers_compliancedocumentevent_provider_id_46221a6f ON public.providers_compliancedocumentevent USING btree (provider_id);

CREATE INDEX providers_compliancedocumentevent_school_id_bec72167 ON public.providers_compliancedocumentevent USING btree (school_id);

CREATE INDEX providers_extractevent_pgh_context_id_41bcc3c7 ON public.providers_extractevent USING btree (pgh_context_id);

CREATE INDEX providers_extractevent_pgh_obj_id_6182b0b0 ON public.providers_extractevent USING btree (pgh_obj_id);

CREATE INDEX providers_keptfact_kept_by_id_5e6fe1b0 ON public.providers_keptfact USING btree (kept_by_id);

CREATE INDEX providers_keptfact_school_id_c3a685a5 ON public.providers_keptfact USING btree (school_id);

CREATE INDEX providers_keptfactevent_kept_by_id_9d291268 ON public.providers_keptfactevent USING btree (kept_by_id);

CREATE INDEX providers_keptfactevent_pgh_context_id_114342bc ON public.providers_keptfactevent USING btree (pgh_context_id);

CREATE INDEX providers_keptfactevent_pgh_obj_id_89d191ee ON public.providers_keptfactevent USING btree (pgh_obj_id);

CREATE INDEX providers_keptfactevent_school_id_aabd3334 ON public.providers_keptfactevent USING btree (school_id);

CREATE INDEX providers_localauthority_code_6ba41830_like ON public.providers_localauthority USING btree (code varchar_pattern_ops);

CREATE INDEX providers_localauthorityevent_pgh_context_id_4ce6ab10 ON public.providers_localauthorityevent USING btree (pgh_context_id);

CREATE INDEX providers_localauthorityevent_pgh_obj_id_60e75ed3 ON public.providers_localauthorityevent USING btree (pgh_obj_id);

CREATE INDEX providers_postcode_code_81194a5b_like ON public.providers_postcode USING btree (code varchar_pattern_ops);

CREATE INDEX providers_provider_by_name ON public.providers_provider USING btree (name, id);

CREATE UNIQUE INDEX providers_provider_company_number_once ON public.providers_provider USING btree (company_number) WHERE (NOT ((company_number)::text = ''::text));

CREATE UNIQUE INDEX providers_provider_name_once_without_number ON public.providers_provider USING btree (lower((name)::text)) WHERE ((company_number)::text = ''::text);

CREATE INDEX providers_provider_named ON public.providers_provider USING gin (plain_name public.gin_trgm_ops);

CREATE INDEX providers_provider_named_like ON public.providers_provider USING gist (plain_name public.gist_trgm_ops);

CREATE INDEX providers_providerevent_pgh_context_id_804b32f0 ON public.providers_providerevent USING btree (pgh_context_id);

CREATE INDEX providers_providerevent_pgh_obj_id_ea59bdbe ON public.providers_providerevent USING btree (pgh_obj_id);

CREATE INDEX providers_providerinvitation_invited_by_id_f7bae55b ON public.providers_providerinvitation USING btree (invited_by_id);

CREATE INDEX providers_providerinvitation_named_in_id_249c6c46 ON public.providers_providerinvitation USING btree (named_in_id);

CREATE UNIQUE INDEX providers_providerinvitation_one_waits ON public.providers_providerinvitation USING btree (provider_id, email) WHERE (ended_at IS NULL);

CREATE INDEX providers_providerinvitation_provider_id_7dcf2124 ON public.providers_providerinvitation USING btree (provider_id);

CREATE INDEX providers_providerinvitationevent_invited_by_id_75bb480a ON public.providers_providerinvitationevent USING btree (invited_by_id);

CREATE INDEX providers_providerinvitationevent_named_in_id_5d574a76 ON public.providers_providerinvitationevent USING btree (named_in_id);

CREATE INDEX providers_providerinvitationevent_pgh_context_id_3a7b42c9 ON public.providers_providerinvitationevent USING btree (pgh_context_id);

CREATE INDEX providers_providerinvitationevent_pgh_obj_id_795cd006 ON public.providers_providerinvitationevent USING btree (pgh_obj_id);

CREATE INDEX providers_providerinvitationevent_provider_id_3beea421 ON public.providers_providerinvitationevent USING btree (provider_id);

CREATE INDEX providers_providermember_named_in_id_daa8bcae ON public.providers_providermember USING btree (named_in_id);

CREATE INDEX providers_providermember_provider_id_895f65ee ON public.providers_providermember USING btree (provider_id);

CREATE INDEX providers_providermember_user_id_1461451a ON public.providers_providermember USING btree (user_id);

CREATE INDEX providers_providermember_vouched_by_id_419445b2 ON public.providers_providermember USING btree (vouched_by_id);

CREATE INDEX providers_providermemberevent_named_in_id_d3521404 ON public.providers_providermemberevent USING btree (named_in_id);

CREATE INDEX providers_providermemberevent_pgh_context_id_25d0e875 ON public.providers_providermemberevent USING btree (pgh_context_id);

CREATE INDEX providers_providermemberevent_pgh_obj_id_4f7db7e4 ON public.providers_providermemberevent USING btree (pgh_obj_id);

CREATE INDEX providers_providermemberevent_provider_id_ca5d3c47 ON public.providers_providermemberevent USING btree (provider_id);

CREATE INDEX providers_providermemberevent_user_id_a4d84dd1 ON public.providers_providermemberevent USING btree (user_id);

CREATE INDEX providers_providermemberevent_vouched_by_id_79e6efbf ON public.providers_providermemberevent USING btree (vouched_by_id);

CREATE INDEX providers_school_authority_id_b9b1eb05 ON public.providers_school USING btree (authority_id);

CREATE INDEX providers_school_by_name ON public.providers_school USING btree (name, id);

CREATE INDEX providers_school_by_place ON public.providers_school USING btree (easting, northing);

CREATE INDEX providers_school_gone_by_name ON public.providers_school USING btree (name, id) WHERE ((status)::text = ANY (ARRAY[('2'::character varying)::text, ('3'::character varying)::text]));

CREATE INDEX providers_school_named ON public.providers_school USING gin (plain_name public.gin_trgm_ops);

CREATE INDEX providers_school_named_like ON public.providers_school USING gist (plain_name public.gist_trgm_ops);

CREATE INDEX providers_school_namesakes ON public.providers_school USING btree (plain_name);

CREATE INDEX providers_school_provider_id_dea18b33 ON public.providers_school USING btree (provider_id);

CREATE INDEX providers_schoolevent_authority_id_58021a27 ON public.providers_schoolevent USING btree (authority_id);

CREATE INDEX providers_schoolevent_pgh_context_id_da9cd0b3 ON public.providers_schoolevent USING btree (pgh_context_id);

CREATE INDEX providers_schoolevent_pgh_obj_id_812c85f1 ON public.providers_schoolevent USING btree (pgh_obj_id);

CREATE INDEX providers_schoolevent_provider_id_0d54aa82 ON public.providers_schoolevent USING btree (provider_id);

CREATE INDEX providers_schoolneed_school_id_131b78fb ON public.providers_schoolneed USING btree (school_id);

CREATE INDEX providers_schoolneedevent_pgh_context_id_b4e8784c ON public.providers_schoolneedevent USING btree (pgh_context_id);

CREATE INDEX providers_schoolneedevent_pgh_obj_id_c769e40b ON public.providers_schoolneedevent USING btree (pgh_obj_id);

CREATE INDEX providers_schoolneedevent_school_id_eafaae24 ON public.providers_schoolneedevent USING btree (school_id);

CREATE INDEX providers_schoolperiod_school_id_3acc0ad0 ON public.providers_schoolperiod USING btree (school_id);

CREATE INDEX providers_schoolperiodevent_pgh_context_id_14efec40 ON public.providers_schoolperiodevent USING btree (pgh_context_id);

CREATE INDEX providers_schoolperiodevent_pgh_obj_id_ab2c7757 ON public.providers_schoolperiodevent USING btree (pgh_obj_id);

CREATE INDEX providers_schoolperiodevent_school_id_e1344722 ON public.providers_schoolperiodevent USING btree (school_id);

CREATE INDEX providers_standing_newest ON public.providers_standing USING btree (school_id, as_at DESC, written_at DESC);

CREATE INDEX providers_standing_school_id_22ebce5c ON public.providers_standing USING btree (school_id);

CREATE INDEX providers_succession_predecessor_id_1fd316e9 ON public.providers_succession USING btree (predecessor_id);

CREATE INDEX providers_succession_successor_id_320f40c9 ON public.providers_succession USING btree (successor_id);

CREATE INDEX providers_successionevent_pgh_context_id_7d21972c ON public.providers_successionevent USING btree (pgh_context_id);

CREATE INDEX providers_successionevent_pgh_obj_id_06ea03ca ON public.providers_successionevent USING btree (pgh_obj_id);

CREATE INDEX providers_successionevent_predecessor_id_13a1759c ON public.providers_successionevent USING btree (predecessor_id);

CREATE INDEX providers_successionevent_successor_id_0e8b41d0 ON public.providers_successionevent USING btree (successor_id);

CREATE INDEX providers_vacancy_report_id_75b97df9 ON public.providers_vacancy USING btree (report_id);

CREATE INDEX providers_vacancyreport_given_by_id_95a49546 ON public.providers_vacancyreport USING btree (given_by_id);

CREATE INDEX providers_vacancyreport_newest ON public.providers_vacancyreport USING btree (school_id, as_at DESC, id DESC);

CREATE INDEX providers_vacancyreport_school_id_5fb2a239 ON public.providers_vacancyreport USING btree (school_id);

CREATE INDEX providers_vacancyrules_set_by_id_68a55076 ON public.providers_vacancyrules USING btree (set_by_id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE TRIGGER accounts_authenticator_in_person BEFORE INSERT OR DELETE OR UPDATE ON public.mfa_authenticator FOR EACH ROW EXECUTE FUNCTION public.accounts_see_whose_factor();

CREATE TRIGGER accounts_invitation_by_two BEFORE INSERT ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.accounts_see_who_invites();

CREATE TRIGGER accounts_invitation_in_person BEFORE INSERT OR DELETE OR UPDATE ON public.accounts_invitation FOR EACH ROW EXECUTE FUNCTION public.accounts_see_who_sends();

CREATE TRIGGER accounts_proposal_by_two BEFORE INSERT OR DELETE OR UPDATE ON public.accounts_proposal FOR EACH ROW EXECUTE FUNCTION public.accounts_see_that_two_propose();

CREATE TRIGGER accounts_user_in_person BEFORE INSERT OR DELETE OR UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.accounts_see_whose_account();

CREATE TRIGGER accounts_user_opened_by_two BEFORE UPDATE ON public.accounts_user FOR EACH ROW EXECUTE FUNCTION public.accounts_see_that_two_open();

CREATE TRIGGER contracts_application_of_its_round BEFORE INSERT OR UPDATE OF round_id ON public.contracts_application FOR EACH ROW EXECUTE FUNCTION public.contracts_see_which_round();

CREATE TRIGGER contracts_round_deadline BEFORE UPDATE ON public.contracts_round FOR EACH ROW EXECUTE FUNCTION public.contracts_see_the_deadline();

CREATE CONSTRAINT TRIGGER contracts_submission_receive AFTER INSERT ON public.contracts_submission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.contracts_receive();

CREATE TRIGGER pgtrigger_added_by_the_applicant_f2746 BEFORE INSERT ON public.contracts_evidence FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_added_by_the_applicant_f2746();

COMMENT ON TRIGGER pgtrigger_added_by_the_applicant_f2746 ON public.contracts_evidence IS 'dbd8063504ee5f6862ce8a3aee7a6d723cd35952';

CREATE TRIGGER pgtrigger_after_two_scores_4d4e4 BEFORE INSERT ON public.contracts_moderatedscore FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_after_two_scores_4d4e4();

COMMENT ON TRIGGER pgtrigger_after_two_scores_4d4e4 ON public.contracts_moderatedscore IS 'cab569e75145ba4446cac099c344383349d9990b';

CREATE TRIGGER pgtrigger_agreed_by_two_486d6 BEFORE INSERT ON public.contracts_recoverywindow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_agreed_by_two_486d6();

COMMENT ON TRIGGER pgtrigger_agreed_by_two_486d6 ON public.contracts_recoverywindow IS '946cbf34653a57b456e305ccb6998602046a5299';

CREATE CONSTRAINT TRIGGER pgtrigger_all_from_the_first_2fd30 AFTER INSERT ON public.placements_pricelistline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_all_from_the_first_2fd30();

COMMENT ON TRIGGER pgtrigger_all_from_the_first_2fd30 ON public.placements_pricelistline IS 'e5d195f2a5b6780fd9829a484d84df92df16e66a';

CREATE TRIGGER pgtrigger_append_only_0014f BEFORE DELETE OR UPDATE ON public.files_storedfileevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0014f();

COMMENT ON TRIGGER pgtrigger_append_only_0014f ON public.files_storedfileevent IS '87c00a10d7d7fa3c851b8d6ac1c82626e991377c';

CREATE TRIGGER pgtrigger_append_only_008e1 BEFORE DELETE OR UPDATE ON public.providers_standing FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_008e1();

COMMENT ON TRIGGER pgtrigger_append_only_008e1 ON public.providers_standing IS '7a0581ae120afa7628f9954360f94b42777e42ab';

CREATE TRIGGER pgtrigger_append_only_01076 BEFORE DELETE OR UPDATE ON public.placements_feesectionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_01076();

COMMENT ON TRIGGER pgtrigger_append_only_01076 ON public.placements_feesectionevent IS 'd67da0200aef1d776d2894279601c59dc95800ca';

CREATE TRIGGER pgtrigger_append_only_0c4c5 BEFORE DELETE OR UPDATE ON public.providers_vacancyreport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0c4c5();

COMMENT ON TRIGGER pgtrigger_append_only_0c4c5 ON public.providers_vacancyreport IS '4c4ba940a35c93e4719e6dd967e8bf7504f18fed';

CREATE TRIGGER pgtrigger_append_only_0de6d BEFORE DELETE OR UPDATE ON public.contracts_debarmentcheckevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0de6d();

COMMENT ON TRIGGER pgtrigger_append_only_0de6d ON public.contracts_debarmentcheckevent IS '1d985872a81796dc1521084005050e1bb3a59886';

CREATE TRIGGER pgtrigger_append_only_0e94c BEFORE DELETE OR UPDATE ON public.providers_compliancedocumentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0e94c();

COMMENT ON TRIGGER pgtrigger_append_only_0e94c ON public.providers_compliancedocumentevent IS 'a3c0858d108ea1c046cd480fd7933c328ec712db';

CREATE TRIGGER pgtrigger_append_only_0fc70 BEFORE DELETE OR UPDATE ON public.contracts_sealedreport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0fc70();

COMMENT ON TRIGGER pgtrigger_append_only_0fc70 ON public.contracts_sealedreport IS '4e505078e43b9c9ffb2cc11819821188523fbdcf';

CREATE TRIGGER pgtrigger_append_only_1093c BEFORE DELETE OR UPDATE ON public.providers_keptfactevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1093c();

COMMENT ON TRIGGER pgtrigger_append_only_1093c ON public.providers_keptfactevent IS '0f1bff68e4a6e8115bb3c927a2884eb5f800d1c7';

CREATE TRIGGER pgtrigger_append_only_13c0e BEFORE DELETE OR UPDATE ON public.kpis_bandevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_13c0e();

COMMENT ON TRIGGER pgtrigger_append_only_13c0e ON public.kpis_bandevent IS '3a5639c068c2fa524aad1afceba43cdaf5053f15';

CREATE TRIGGER pgtrigger_append_only_14b5a BEFORE DELETE OR UPDATE ON public.contracts_prolongation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_14b5a();

COMMENT ON TRIGGER pgtrigger_append_only_14b5a ON public.contracts_prolongation IS '0e307404e6bb5aed6f6fb47087f4999bb3c5ecaa';

CREATE TRIGGER pgtrigger_append_only_16bad BEFORE DELETE OR UPDATE ON public.contracts_evidenceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_16bad();

COMMENT ON TRIGGER pgtrigger_append_only_16bad ON public.contracts_evidenceevent IS 'e45e90e6459617c38ffa2cd821a75e17e303e5ca';

CREATE TRIGGER pgtrigger_append_only_193f7 BEFORE DELETE OR UPDATE ON public.providers_vacancy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_193f7();

COMMENT ON TRIGGER pgtrigger_append_only_193f7 ON public.providers_vacancy IS '9dee9d67b2269c0960f5ede6633576da32d11468';

CREATE TRIGGER pgtrigger_append_only_1ae15 BEFORE DELETE OR UPDATE ON public.files_listdownloadevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1ae15();

COMMENT ON TRIGGER pgtrigger_append_only_1ae15 ON public.files_listdownloadevent IS '539beedafa416471d5051c183b42714f1fcf7691';

CREATE TRIGGER pgtrigger_append_only_1c067 BEFORE DELETE ON public.contracts_finding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1c067();

COMMENT ON TRIGGER pgtrigger_append_only_1c067 ON public.contracts_finding IS 'f2129f0350255adccaec03724edc225a07fe5afa';

CREATE TRIGGER pgtrigger_append_only_1e908 BEFORE DELETE OR UPDATE ON public.imports_importrunevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1e908();

COMMENT ON TRIGGER pgtrigger_append_only_1e908 ON public.imports_importrunevent IS '66f6333152beb5251f36745b5f0c27c214279cc3';

CREATE TRIGGER pgtrigger_append_only_222d1 BEFORE DELETE OR UPDATE ON public.contracts_findingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_222d1();

COMMENT ON TRIGGER pgtrigger_append_only_222d1 ON public.contracts_findingevent IS '8bb08ae3b325c403feaebd49cebe1a5cd2dbcf92';

CREATE TRIGGER pgtrigger_append_only_229e1 BEFORE DELETE OR UPDATE ON public.contracts_assignmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_229e1();

COMMENT ON TRIGGER pgtrigger_append_only_229e1 ON public.contracts_assignmentevent IS 'c18faf1325a7c3338ea106deec061e52eefe0c63';

CREATE TRIGGER pgtrigger_append_only_24628 BEFORE DELETE OR UPDATE ON public.providers_extractevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_24628();

COMMENT ON TRIGGER pgtrigger_append_only_24628 ON public.providers_extractevent IS '87a3cf35ce07d38770daf2d55f9a9b4b3307b972';

CREATE TRIGGER pgtrigger_append_only_28a48 BEFORE DELETE OR UPDATE ON public.placements_look FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_28a48();

COMMENT ON TRIGGER pgtrigger_append_only_28a48 ON public.placements_look IS 'eab361437c950726511a8a1469ae9b6fb56c67e1';

CREATE TRIGGER pgtrigger_append_only_2c888 BEFORE DELETE OR UPDATE ON public.kpis_figureevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2c888();

COMMENT ON TRIGGER pgtrigger_append_only_2c888 ON public.kpis_figureevent IS 'bd3c4b67980e9479b1616ec1ce8c64bc703bf241';

CREATE TRIGGER pgtrigger_append_only_34163 BEFORE DELETE OR UPDATE ON public.contracts_agreementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_34163();

COMMENT ON TRIGGER pgtrigger_append_only_34163 ON public.contracts_agreementevent IS '4e43716aa091fc2972ff23b5cbbde6e79e3674fd';

CREATE TRIGGER pgtrigger_append_only_349e0 BEFORE DELETE OR UPDATE ON public.contracts_score FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_349e0();

COMMENT ON TRIGGER pgtrigger_append_only_349e0 ON public.contracts_score IS '7ecd4d61909dedaf318e89f132300162483ecd81';

CREATE TRIGGER pgtrigger_append_only_37c9f BEFORE DELETE OR UPDATE ON public.contracts_recommendationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_37c9f();

COMMENT ON TRIGGER pgtrigger_append_only_37c9f ON public.contracts_recommendationevent IS '11ccf0ead2de8cf140b84c3d94ef71632a07e22c';

CREATE TRIGGER pgtrigger_append_only_39e79 BEFORE DELETE OR UPDATE ON public.placements_feeofferevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_39e79();

COMMENT ON TRIGGER pgtrigger_append_only_39e79 ON public.placements_feeofferevent IS 'f979214d477a0356f04c172e9ce883e215233335';

CREATE TRIGGER pgtrigger_append_only_39f52 BEFORE DELETE OR UPDATE ON public.placements_otherreferenceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_39f52();

COMMENT ON TRIGGER pgtrigger_append_only_39f52 ON public.placements_otherreferenceevent IS '388ccde3f05d5a7ff4e4ce89d084aec643ab686e';

CREATE TRIGGER pgtrigger_append_only_3f677 BEFORE DELETE OR UPDATE ON public.contracts_recoverywindowevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3f677();

COMMENT ON TRIGGER pgtrigger_append_only_3f677 ON public.contracts_recoverywindowevent IS '8b61c8ddeb574a9372e1227a9e6e0a896554005f';

CREATE TRIGGER pgtrigger_append_only_40e96 BEFORE DELETE OR UPDATE ON public.placements_pricelistlineevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_40e96();

COMMENT ON TRIGGER pgtrigger_append_only_40e96 ON public.placements_pricelistlineevent IS 'f79637b873d8c9047ecec9d0959e25abd410cb49';

CREATE TRIGGER pgtrigger_append_only_431f6 BEFORE DELETE OR UPDATE ON public.placements_feemessage FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_431f6();

COMMENT ON TRIGGER pgtrigger_append_only_431f6 ON public.placements_feemessage IS 'cf556d5d9da6639cf1bc45149a404a97f703546a';

CREATE TRIGGER pgtrigger_append_only_44863 BEFORE DELETE OR UPDATE ON public.contracts_outcomeletter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_44863();

COMMENT ON TRIGGER pgtrigger_append_only_44863 ON public.contracts_outcomeletter IS 'bcb1ab556520095fd2856130f264dc0fddfe2642';

CREATE TRIGGER pgtrigger_append_only_45b21 BEFORE DELETE OR UPDATE ON public.accounts_userevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_45b21();

COMMENT ON TRIGGER pgtrigger_append_only_45b21 ON public.accounts_userevent IS '9e9498e73f6fbdf2642fb33fa14189f1ad2382c8';

CREATE TRIGGER pgtrigger_append_only_4fc82 BEFORE DELETE OR UPDATE ON public.contracts_applicationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4fc82();

COMMENT ON TRIGGER pgtrigger_append_only_4fc82 ON public.contracts_applicationevent IS 'f0ce198b1a322bfdfa1766183b5ced041cfb4c7f';

CREATE TRIGGER pgtrigger_append_only_50911 BEFORE DELETE OR UPDATE ON public.kpis_returnsectionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_50911();

COMMENT ON TRIGGER pgtrigger_append_only_50911 ON public.kpis_returnsectionevent IS '35cbc14c02f5227b1a4c4f5fc8c39291adfaefa1';

CREATE TRIGGER pgtrigger_append_only_50ab9 BEFORE DELETE OR UPDATE ON public.placements_feewindowevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_50ab9();

COMMENT ON TRIGGER pgtrigger_append_only_50ab9 ON public.placements_feewindowevent IS 'b7e6efa716e35b5e1539b467c29fa5bdda032520';

CREATE TRIGGER pgtrigger_append_only_5227b BEFORE DELETE OR UPDATE ON public.kpis_indicatorsetevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5227b();

COMMENT ON TRIGGER pgtrigger_append_only_5227b ON public.kpis_indicatorsetevent IS '49f7d5e31290b79aab9e9ad837edcd6c00992da0';

CREATE TRIGGER pgtrigger_append_only_54738 BEFORE DELETE OR UPDATE ON public.contracts_noticeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_54738();

COMMENT ON TRIGGER pgtrigger_append_only_54738 ON public.contracts_noticeevent IS '8fd9961cd3b706729d66ba40fa87d153eb788cb6';

CREATE TRIGGER pgtrigger_append_only_54a11 BEFORE DELETE OR UPDATE ON public.contracts_vehicledocumentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_54a11();

COMMENT ON TRIGGER pgtrigger_append_only_54a11 ON public.contracts_vehicledocumentevent IS 'ba95fb0fce2c563e75568d6eba3b1ed095a94335';

CREATE TRIGGER pgtrigger_append_only_5564f BEFORE DELETE OR UPDATE ON public.placements_childevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5564f();

COMMENT ON TRIGGER pgtrigger_append_only_5564f ON public.placements_childevent IS '8bfa8e99bcdac51b7c382ee0a39271538301389c';

CREATE TRIGGER pgtrigger_append_only_56910 BEFORE DELETE OR UPDATE ON public.contracts_evaluationschemeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_56910();

COMMENT ON TRIGGER pgtrigger_append_only_56910 ON public.contracts_evaluationschemeevent IS '54bcf62fed16fb6c1279465096deb9d5f7b1425b';

CREATE TRIGGER pgtrigger_append_only_57bd9 BEFORE DELETE OR UPDATE ON public.contracts_declarationrenewalevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_57bd9();

COMMENT ON TRIGGER pgtrigger_append_only_57bd9 ON public.contracts_declarationrenewalevent IS '1148da06dd6b5ede318e0b72b57acc068ba1abfd';

CREATE TRIGGER pgtrigger_append_only_58431 BEFORE DELETE OR UPDATE ON public.providers_providermemberevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_58431();

COMMENT ON TRIGGER pgtrigger_append_only_58431 ON public.providers_providermemberevent IS 'f964fdd6222989fc663c522cc0311c6a4fd59e9f';

CREATE TRIGGER pgtrigger_append_only_58617 BEFORE DELETE OR UPDATE ON public.contracts_noticewaiverevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_58617();

COMMENT ON TRIGGER pgtrigger_append_only_58617 ON public.contracts_noticewaiverevent IS '3e6c6e9755330972ad98a5131de401f8e455c6a3';

CREATE TRIGGER pgtrigger_append_only_589d9 BEFORE DELETE OR UPDATE ON public.providers_localauthorityevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_589d9();

COMMENT ON TRIGGER pgtrigger_append_only_589d9 ON public.providers_localauthorityevent IS '5885b6748a259f35a46042ddbfe10f92b89fb774';

CREATE TRIGGER pgtrigger_append_only_59a61 BEFORE DELETE OR UPDATE ON public.accounts_calendarfeedevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_59a61();

COMMENT ON TRIGGER pgtrigger_append_only_59a61 ON public.accounts_calendarfeedevent IS 'c948ebe05c62cfb27285865a355353bacfe67410';

CREATE TRIGGER pgtrigger_append_only_5a83e BEFORE DELETE OR UPDATE ON public.providers_providerevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5a83e();

COMMENT ON TRIGGER pgtrigger_append_only_5a83e ON public.providers_providerevent IS 'e5ccb8805cf6ea0316fbcd02acd5d3238fe5e90f';

CREATE TRIGGER pgtrigger_append_only_5ca7c BEFORE DELETE OR UPDATE ON public.imports_importfindingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5ca7c();

COMMENT ON TRIGGER pgtrigger_append_only_5ca7c ON public.imports_importfindingsevent IS '90d78bae0ff1823185d7973f370d617de5bd07b9';

CREATE TRIGGER pgtrigger_append_only_60604 BEFORE DELETE OR UPDATE ON public.contracts_opening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_60604();

COMMENT ON TRIGGER pgtrigger_append_only_60604 ON public.contracts_opening IS '34cdbb1fb9ec1ed2b08c72b653a49e0baf0cd111';

CREATE TRIGGER pgtrigger_append_only_633d2 BEFORE DELETE OR UPDATE ON public.placements_feelineevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_633d2();

COMMENT ON TRIGGER pgtrigger_append_only_633d2 ON public.placements_feelineevent IS 'c66c6f6bc6d6267749d9bc161129b99dabe7ca7a';

CREATE TRIGGER pgtrigger_append_only_6725c BEFORE DELETE OR UPDATE ON public.providers_schoolperiodevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6725c();

COMMENT ON TRIGGER pgtrigger_append_only_6725c ON public.providers_schoolperiodevent IS 'bfbcbe2a90222210a8b1a34961c1b687a5dae57d';

CREATE TRIGGER pgtrigger_append_only_692eb BEFORE DELETE OR UPDATE ON public.placements_caseneedevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_692eb();

COMMENT ON TRIGGER pgtrigger_append_only_692eb ON public.placements_caseneedevent IS 'e4064cb447d7817e7517901577cd1248b0b9351d';

CREATE TRIGGER pgtrigger_append_only_6b5ac BEFORE DELETE OR UPDATE ON public.accounts_recordownerevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6b5ac();

COMMENT ON TRIGGER pgtrigger_append_only_6b5ac ON public.accounts_recordownerevent IS '620dbf9a939e581413eacd3e351c132d8278b147';

CREATE TRIGGER pgtrigger_append_only_6d6e0 BEFORE DELETE OR UPDATE ON public.core_auditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6d6e0();

COMMENT ON TRIGGER pgtrigger_append_only_6d6e0 ON public.core_auditevent IS 'a9043e623706cd6457f6ad43abcff01319f851a7';

CREATE TRIGGER pgtrigger_append_only_715c2 BEFORE DELETE OR UPDATE ON public.placements_placementevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_715c2();

COMMENT ON TRIGGER pgtrigger_append_only_715c2 ON public.placements_placementevent IS '807f76ac6201e19f1a8491f49288d861fa867f3f';

CREATE TRIGGER pgtrigger_append_only_73209 BEFORE DELETE OR UPDATE ON public.core_nonworkingdayevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_73209();

COMMENT ON TRIGGER pgtrigger_append_only_73209 ON public.core_nonworkingdayevent IS '7420d60eadf70cc79ac9cbd5ab6f6be48e27a390';

CREATE TRIGGER pgtrigger_append_only_7609b BEFORE DELETE OR UPDATE ON public.providers_vacancyrules FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7609b();

COMMENT ON TRIGGER pgtrigger_append_only_7609b ON public.providers_vacancyrules IS 'ca0e3da150ccee2947cd5b6c66e034743f36057f';

CREATE TRIGGER pgtrigger_append_only_76f13 BEFORE DELETE OR UPDATE ON public.contracts_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_76f13();

COMMENT ON TRIGGER pgtrigger_append_only_76f13 ON public.contracts_approval IS 'd79098e395822206bdcacb5a32f4e84795300bcd';

CREATE TRIGGER pgtrigger_append_only_78393 BEFORE DELETE OR UPDATE ON public.contracts_refusedfileevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_78393();

COMMENT ON TRIGGER pgtrigger_append_only_78393 ON public.contracts_refusedfileevent IS '4481d33ec790c9cf8053784a8e56496ad964c473';

CREATE TRIGGER pgtrigger_append_only_78ba7 BEFORE DELETE OR UPDATE ON public.accounts_signinevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_78ba7();

COMMENT ON TRIGGER pgtrigger_append_only_78ba7 ON public.accounts_signinevent IS '71fd5ef17c93d243e6174cecc5dd62b9122204dd';

CREATE TRIGGER pgtrigger_append_only_7b446 BEFORE DELETE OR UPDATE ON public.core_keyfingerprint FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7b446();

COMMENT ON TRIGGER pgtrigger_append_only_7b446 ON public.core_keyfingerprint IS 'f4abfa804b87c9aad681f5c0103030cdca402e96';

CREATE TRIGGER pgtrigger_append_only_7e3c1 BEFORE DELETE OR UPDATE ON public.contracts_suspensionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_7e3c1();

COMMENT ON TRIGGER pgtrigger_append_only_7e3c1 ON public.contracts_suspensionevent IS 'd338ae9698e412f6ba7f91c8112e7873700ef064';

CREATE TRIGGER pgtrigger_append_only_8110e BEFORE DELETE OR UPDATE ON public.providers_successionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8110e();

COMMENT ON TRIGGER pgtrigger_append_only_8110e ON public.providers_successionevent IS '2000d3243aa221d5cde65c5ee85a7141c361d691';

CREATE TRIGGER pgtrigger_append_only_82a8a BEFORE DELETE OR UPDATE ON public.contracts_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_82a8a();

COMMENT ON TRIGGER pgtrigger_append_only_82a8a ON public.contracts_signature IS '5a235a3aeec341c096e8db258d1592cbb86a0467';

CREATE TRIGGER pgtrigger_append_only_82c58 BEFORE DELETE OR UPDATE ON public.contracts_membershipevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_82c58();

COMMENT ON TRIGGER pgtrigger_append_only_82c58 ON public.contracts_membershipevent IS '5f8b49bc528d2b0edb74989a88d764c7a0789076';

CREATE TRIGGER pgtrigger_append_only_867bf BEFORE DELETE OR UPDATE ON public.placements_feemandate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_867bf();

COMMENT ON TRIGGER pgtrigger_append_only_867bf ON public.placements_feemandate IS 'e2d187bae54e23946810df0d53c768bd83823765';

CREATE TRIGGER pgtrigger_append_only_913a7 BEFORE DELETE OR UPDATE ON public.contracts_vehicleevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_913a7();

COMMENT ON TRIGGER pgtrigger_append_only_913a7 ON public.contracts_vehicleevent IS '1e0c2a8eb6ca04d2a7d48e925b7e1e07a8cb952f';

CREATE TRIGGER pgtrigger_append_only_9a2ab BEFORE DELETE OR UPDATE ON public.placements_feerequestevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9a2ab();

COMMENT ON TRIGGER pgtrigger_append_only_9a2ab ON public.placements_feerequestevent IS '6729a99639d4e5395a4252b9b4327e8cf34203b1';

CREATE TRIGGER pgtrigger_append_only_9c556 BEFORE DELETE OR UPDATE ON public.contracts_lotoutcomeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9c556();

COMMENT ON TRIGGER pgtrigger_append_only_9c556 ON public.contracts_lotoutcomeevent IS '60a2b3bc38e05034a7f56cf04a2498593ff34114';

CREATE TRIGGER pgtrigger_append_only_9c697 BEFORE DELETE OR UPDATE ON public.placements_shortlistedschool FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9c697();

COMMENT ON TRIGGER pgtrigger_append_only_9c697 ON public.placements_shortlistedschool IS '24a46f6b72d07361af1c42c34d7628ba3b13948f';

CREATE TRIGGER pgtrigger_append_only_9ce32 BEFORE DELETE OR UPDATE ON public.contracts_conflictdeclarationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9ce32();

COMMENT ON TRIGGER pgtrigger_append_only_9ce32 ON public.contracts_conflictdeclarationevent IS 'a3ab33ac9ee76a41e3e84a5f5520e9f8d3946bed';

CREATE TRIGGER pgtrigger_append_only_a369f BEFORE DELETE OR UPDATE ON public.contracts_sectionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a369f();

COMMENT ON TRIGGER pgtrigger_append_only_a369f ON public.contracts_sectionevent IS '898bce83b4ea96e87b198bc1f82a7f684afb710f';

CREATE TRIGGER pgtrigger_append_only_a40cd BEFORE DELETE OR UPDATE ON public.contracts_questionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a40cd();

COMMENT ON TRIGGER pgtrigger_append_only_a40cd ON public.contracts_questionevent IS '1e3681879bcdb161d54724c6b7d0e138e858090c';

CREATE TRIGGER pgtrigger_append_only_a413f BEFORE DELETE OR UPDATE ON public.kpis_returnversionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a413f();

COMMENT ON TRIGGER pgtrigger_append_only_a413f ON public.kpis_returnversionevent IS 'cb6b4e8d16cf8c410360a31f4af2051cc7c8bc68';

CREATE TRIGGER pgtrigger_append_only_a834a BEFORE DELETE OR UPDATE ON public.contracts_submittedcontent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a834a();

COMMENT ON TRIGGER pgtrigger_append_only_a834a ON public.contracts_submittedcontent IS '0fc8ea548b462ff6a96a195ac12a092ace791141';

CREATE TRIGGER pgtrigger_append_only_a90c0 BEFORE DELETE OR UPDATE ON public.placements_feenote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a90c0();

COMMENT ON TRIGGER pgtrigger_append_only_a90c0 ON public.placements_feenote IS 'dd9ba3b137bb827bafdf93fe7fa8af2105c96587';

CREATE TRIGGER pgtrigger_append_only_afb72 BEFORE DELETE ON public.contracts_moderatedscore FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_afb72();

COMMENT ON TRIGGER pgtrigger_append_only_afb72 ON public.contracts_moderatedscore IS '8a71e74bd161fc9c6dc98e1f69bf3bf1833df1b8';

CREATE TRIGGER pgtrigger_append_only_b0336 BEFORE DELETE OR UPDATE ON public.placements_pricelistevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b0336();

COMMENT ON TRIGGER pgtrigger_append_only_b0336 ON public.placements_pricelistevent IS 'c8f262a465e0e9acc03bb5613c5ff31a0a5f9c71';

CREATE TRIGGER pgtrigger_append_only_b0ed8 BEFORE DELETE OR UPDATE ON public.placements_earlierschoolevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b0ed8();

COMMENT ON TRIGGER pgtrigger_append_only_b0ed8 ON public.placements_earlierschoolevent IS '2c1d58e79e4ae4f9a5c6407d8c4e177f84afabe1';

CREATE TRIGGER pgtrigger_append_only_b2734 BEFORE DELETE OR UPDATE ON public.contracts_thresholdevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b2734();

COMMENT ON TRIGGER pgtrigger_append_only_b2734 ON public.contracts_thresholdevent IS '24ab2ec751d8256c395f48b517867d0aeb31716b';

CREATE TRIGGER pgtrigger_append_only_b4566 BEFORE DELETE OR UPDATE ON public.accounts_invitationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b4566();

COMMENT ON TRIGGER pgtrigger_append_only_b4566 ON public.accounts_invitationevent IS 'daf23d962af867f3cb4eedb3f026a1b651002cd3';

CREATE TRIGGER pgtrigger_append_only_b4c64 BEFORE DELETE OR UPDATE ON public.placements_matchweights FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b4c64();

COMMENT ON TRIGGER pgtrigger_append_only_b4c64 ON public.placements_matchweights IS 'f3bba4c9b1463d0c7df2e00a0d8148fd78e67575';

CREATE TRIGGER pgtrigger_append_only_b5f0f BEFORE DELETE OR UPDATE ON public.providers_schoolevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b5f0f();

COMMENT ON TRIGGER pgtrigger_append_only_b5f0f ON public.providers_schoolevent IS '56052455323313b858f346bb20af186b9549621a';

CREATE TRIGGER pgtrigger_append_only_b6305 BEFORE DELETE OR UPDATE ON public.kpis_termevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b6305();

COMMENT ON TRIGGER pgtrigger_append_only_b6305 ON public.kpis_termevent IS 'd28c3117b46e152acc97da8325a0c799a4e40ddb';

CREATE TRIGGER pgtrigger_append_only_b7673 BEFORE DELETE OR UPDATE ON public.placements_caseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_b7673();

COMMENT ON TRIGGER pgtrigger_append_only_b7673 ON public.placements_caseevent IS '4c4fa43af851a0c5c340d6ec61797877588470ef';

CREATE TRIGGER pgtrigger_append_only_bb0a8 BEFORE DELETE OR UPDATE ON public.contracts_roundevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bb0a8();

COMMENT ON TRIGGER pgtrigger_append_only_bb0a8 ON public.contracts_roundevent IS '64441d43c8326ab77e4ecd4f4a0f4d15774af038';

CREATE TRIGGER pgtrigger_append_only_bbfcc BEFORE DELETE OR UPDATE ON public.contracts_roundwatchevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bbfcc();

COMMENT ON TRIGGER pgtrigger_append_only_bbfcc ON public.contracts_roundwatchevent IS '8e5b4add69c16b2fc755bced0a1374162d89c79a';

CREATE TRIGGER pgtrigger_append_only_bcd21 BEFORE DELETE OR UPDATE ON public.contracts_questionminimumevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bcd21();

COMMENT ON TRIGGER pgtrigger_append_only_bcd21 ON public.contracts_questionminimumevent IS 'd9d229bfcd4f0ff7f1b84b4da1240656aa2f01fb';

CREATE TRIGGER pgtrigger_append_only_bdef5 BEFORE DELETE OR UPDATE ON public.placements_shortlist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bdef5();

COMMENT ON TRIGGER pgtrigger_append_only_bdef5 ON public.placements_shortlist IS 'eeb703f30330750d7e53b12c68400092db508379';

CREATE TRIGGER pgtrigger_append_only_be49a BEFORE DELETE OR UPDATE ON public.placements_pricedifference FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_be49a();

COMMENT ON TRIGGER pgtrigger_append_only_be49a ON public.placements_pricedifference IS 'aff43bce42017cf4945c586e75ac09caf6749d5c';

CREATE TRIGGER pgtrigger_append_only_bf6e7 BEFORE DELETE OR UPDATE ON public.kpis_returnrules FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_bf6e7();

COMMENT ON TRIGGER pgtrigger_append_only_bf6e7 ON public.kpis_returnrules IS 'aaae0061219fd95e6424e6deb6f8e3161e52e907';

CREATE TRIGGER pgtrigger_append_only_c7063 BEFORE DELETE OR UPDATE ON public.contracts_lotevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c7063();

COMMENT ON TRIGGER pgtrigger_append_only_c7063 ON public.contracts_lotevent IS '94993609c83f4da399b3dc418778fb40a95f7eab';

CREATE TRIGGER pgtrigger_append_only_c9fa8 BEFORE DELETE OR UPDATE ON public.contracts_clarificationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c9fa8();

COMMENT ON TRIGGER pgtrigger_append_only_c9fa8 ON public.contracts_clarificationevent IS '703296c539394f01b864e0f2379edef3080d9a69';

CREATE TRIGGER pgtrigger_append_only_ca594 BEFORE DELETE OR UPDATE ON public.contracts_vehiclefigure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ca594();

COMMENT ON TRIGGER pgtrigger_append_only_ca594 ON public.contracts_vehiclefigure IS 'b7285da8ab1541a8e86fc0ade080429ccddb3666';

CREATE TRIGGER pgtrigger_append_only_cb3c6 BEFORE DELETE OR UPDATE ON public.contracts_evidencerequestevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cb3c6();

COMMENT ON TRIGGER pgtrigger_append_only_cb3c6 ON public.contracts_evidencerequestevent IS '592b12cf1618d05c9a08498805f2a6df2df272e3';

CREATE TRIGGER pgtrigger_append_only_d2f33 BEFORE DELETE OR UPDATE ON public.core_legalparameterevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d2f33();

COMMENT ON TRIGGER pgtrigger_append_only_d2f33 ON public.core_legalparameterevent IS 'fe3f7c14edbaf8edd182bbce192e5c2bda83ecc5';

CREATE TRIGGER pgtrigger_append_only_d3f47 BEFORE DELETE OR UPDATE ON public.providers_schoolneedevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d3f47();

COMMENT ON TRIGGER pgtrigger_append_only_d3f47 ON public.providers_schoolneedevent IS '7f1e2199b653974451d57a0362736aa0f2a919dc';

CREATE TRIGGER pgtrigger_append_only_d5b4f BEFORE DELETE OR UPDATE ON public.contracts_extensionoptionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d5b4f();

COMMENT ON TRIGGER pgtrigger_append_only_d5b4f ON public.contracts_extensionoptionevent IS '8237468d90a312108f83a22bed19f97d91d38afe';

CREATE TRIGGER pgtrigger_append_only_d609f BEFORE DELETE OR UPDATE ON public.contracts_delegationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d609f();

COMMENT ON TRIGGER pgtrigger_append_only_d609f ON public.contracts_delegationevent IS '60caa4c38f0177cc83fc7167306c71483a6c2a4b';

CREATE TRIGGER pgtrigger_append_only_dc8bf BEFORE DELETE OR UPDATE ON public.placements_pricelineevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dc8bf();

COMMENT ON TRIGGER pgtrigger_append_only_dc8bf ON public.placements_pricelineevent IS '51c4d48e14374ae4a9bd6dc675c59c37e4f946cb';

CREATE TRIGGER pgtrigger_append_only_dcaf8 BEFORE DELETE OR UPDATE ON public.contracts_earlyevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dcaf8();

COMMENT ON TRIGGER pgtrigger_append_only_dcaf8 ON public.contracts_earlyevaluation IS '83e6f26a278a6388a121d92c81b9ded82e93d69c';

CREATE TRIGGER pgtrigger_append_only_e0075 BEFORE DELETE OR UPDATE ON public.placements_childidentityevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e0075();

COMMENT ON TRIGGER pgtrigger_append_only_e0075 ON public.placements_childidentityevent IS 'b63062ae0332e10aacf1fb1f91498866676ae5d9';

CREATE TRIGGER pgtrigger_append_only_e4f49 BEFORE DELETE OR UPDATE ON public.accounts_proposalevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e4f49();

COMMENT ON TRIGGER pgtrigger_append_only_e4f49 ON public.accounts_proposalevent IS '3d1d09ea35e1f353bd66f4071f6ec8b8063f4089';

CREATE TRIGGER pgtrigger_append_only_ea32b BEFORE DELETE OR UPDATE ON public.accounts_deputyevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ea32b();

COMMENT ON TRIGGER pgtrigger_append_only_ea32b ON public.accounts_deputyevent IS '4c148097885281fe5f9c891b3baa9542032c9b72';

CREATE TRIGGER pgtrigger_append_only_ead73 BEFORE DELETE OR UPDATE ON public.kpis_indicatorevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ead73();

COMMENT ON TRIGGER pgtrigger_append_only_ead73 ON public.kpis_indicatorevent IS '8f2154fb82295c753499c28c054db98fc0f20413';

CREATE TRIGGER pgtrigger_append_only_ec478 BEFORE DELETE OR UPDATE ON public.contracts_decisionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ec478();

COMMENT ON TRIGGER pgtrigger_append_only_ec478 ON public.contracts_decisionevent IS '9f3f532c068adf390147e31c9498a591d988a516';

CREATE TRIGGER pgtrigger_append_only_ed52e BEFORE DELETE OR UPDATE ON public.contracts_openingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ed52e();

COMMENT ON TRIGGER pgtrigger_append_only_ed52e ON public.contracts_openingevent IS '8c7cf8cb080a5504aaed4eedcd90c38a223ca434';

CREATE TRIGGER pgtrigger_append_only_f2599 BEFORE DELETE OR UPDATE ON public.providers_providerinvitationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f2599();

COMMENT ON TRIGGER pgtrigger_append_only_f2599 ON public.providers_providerinvitationevent IS '396720f9f93794e0cef8ea4421cf1c240cf5f5a4';

CREATE TRIGGER pgtrigger_append_only_f45e9 BEFORE DELETE OR UPDATE ON public.kpis_kpireturnevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f45e9();

COMMENT ON TRIGGER pgtrigger_append_only_f45e9 ON public.kpis_kpireturnevent IS 'b848763cc040c8abbe7278c117aa4b8a0f1f9525';

CREATE TRIGGER pgtrigger_at_its_instant_0c8c6 BEFORE INSERT ON public.core_auditevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_at_its_instant_0c8c6();

COMMENT ON TRIGGER pgtrigger_at_its_instant_0c8c6 ON public.core_auditevent IS '4a80f465950e333c1565bd70d1559441e54979e5';

CREATE TRIGGER pgtrigger_begins_before_the_vehicle_ends_51e7f BEFORE INSERT OR UPDATE OF admitted_on, agreement_id, lot_id ON public.contracts_membership FOR EACH ROW WHEN ((new.agreement_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_begins_before_the_vehicle_ends_51e7f();

COMMENT ON TRIGGER pgtrigger_begins_before_the_vehicle_ends_51e7f ON public.contracts_membership IS 'ee6d3729f65fcdf1cfd83857ac423199b84db873';

CREATE TRIGGER pgtrigger_begins_before_the_vehicle_ends_ff014 BEFORE INSERT ON public.contracts_agreement FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_begins_before_the_vehicle_ends_ff014();

COMMENT ON TRIGGER pgtrigger_begins_before_the_vehicle_ends_ff014 ON public.contracts_agreement IS '75657cb617cbed916a336dbbd8f363a215322e52';

CREATE TRIGGER pgtrigger_by_an_outsider_22d00 BEFORE INSERT ON public.contracts_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_an_outsider_22d00();

COMMENT ON TRIGGER pgtrigger_by_an_outsider_22d00 ON public.contracts_approval IS 'b22539ecd10f9ea10851c4c719bb3adec0f6b811';

CREATE TRIGGER pgtrigger_by_the_rules_1b6cd BEFORE INSERT ON public.contracts_score FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_the_rules_1b6cd();

COMMENT ON TRIGGER pgtrigger_by_the_rules_1b6cd ON public.contracts_score IS '7cb169f22f99e8c410b8eae419d48fa321862a6d';

CREATE TRIGGER pgtrigger_by_the_rules_ab45f BEFORE INSERT OR UPDATE ON public.contracts_assignment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_the_rules_ab45f();

COMMENT ON TRIGGER pgtrigger_by_the_rules_ab45f ON public.contracts_assignment IS '026ebcf7a935c97a7dffaf5d6b299364cb49cd0a';

CREATE TRIGGER pgtrigger_by_the_rules_d87ae BEFORE INSERT OR UPDATE ON public.contracts_recommendation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_the_rules_d87ae();

COMMENT ON TRIGGER pgtrigger_by_the_rules_d87ae ON public.contracts_recommendation IS '6a3ab307f6d9828237c121babf8dc716635d1062';

CREATE TRIGGER pgtrigger_by_who_commissions_3d64c BEFORE INSERT ON public.contracts_prolongation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_who_commissions_3d64c();

COMMENT ON TRIGGER pgtrigger_by_who_commissions_3d64c ON public.contracts_prolongation IS '21ef730683b694f1078196d1cda05c3fcc49b38a';

CREATE TRIGGER pgtrigger_by_who_commissions_897a4 BEFORE INSERT OR UPDATE ON public.contracts_conflictdeclaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_who_commissions_897a4();

COMMENT ON TRIGGER pgtrigger_by_who_commissions_897a4 ON public.contracts_conflictdeclaration IS '2cfd09457cf057d100861eb1ec07aa044901f92d';

CREATE TRIGGER pgtrigger_by_who_commissions_cffbc BEFORE INSERT ON public.contracts_earlyevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_by_who_commissions_cffbc();

COMMENT ON TRIGGER pgtrigger_by_who_commissions_cffbc ON public.contracts_earlyevaluation IS 'fb398b27fe958ebe1c123663d929e570b904f4fd';

CREATE TRIGGER pgtrigger_can_work_on_it_9697b BEFORE INSERT OR UPDATE ON public.accounts_recordowner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_can_work_on_it_9697b();

COMMENT ON TRIGGER pgtrigger_can_work_on_it_9697b ON public.accounts_recordowner IS '8a5511e4987d51a6ee2a6f5c89bce33d0db901a0';

CREATE TRIGGER pgtrigger_certified_23034 BEFORE DELETE OR UPDATE ON public.placements_feeline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_certified_23034();

COMMENT ON TRIGGER pgtrigger_certified_23034 ON public.placements_feeline IS '5c569b60d13c890e3302e35747b29d7bdf1be0c5';

CREATE TRIGGER pgtrigger_certified_by_an_owner_5f7bd BEFORE INSERT OR UPDATE ON public.kpis_returnversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_certified_by_an_owner_5f7bd();

COMMENT ON TRIGGER pgtrigger_certified_by_an_owner_5f7bd ON public.kpis_returnversion IS 'd8b74c929f3275111d5521d61f045916ba640b6f';

CREATE TRIGGER pgtrigger_conflicts_stand_8c7b4 BEFORE UPDATE ON public.contracts_conflictdeclaration FOR EACH ROW WHEN (((NOT new.has_conflict) AND old.has_conflict)) EXECUTE FUNCTION public.pgtrigger_conflicts_stand_8c7b4();

COMMENT ON TRIGGER pgtrigger_conflicts_stand_8c7b4 ON public.contracts_conflictdeclaration IS 'd9ce770eb2d9fb0dd125eb8eb7e9e33e709819a0';

CREATE TRIGGER pgtrigger_covered_by_its_decision_d5dcd BEFORE INSERT OR UPDATE ON public.contracts_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_covered_by_its_decision_d5dcd();

COMMENT ON TRIGGER pgtrigger_covered_by_its_decision_d5dcd ON public.contracts_extensionoption IS 'f0d685376f20efddf0d2c8c54263b80926f4ee35';

CREATE TRIGGER pgtrigger_dated_by_the_database_07431 BEFORE INSERT OR UPDATE ON public.contracts_vehiclefigure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_07431();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_07431 ON public.contracts_vehiclefigure IS '34b922a0190cabdef46480614a50bb898c0e7d1e';

CREATE TRIGGER pgtrigger_dated_by_the_database_0c083 BEFORE INSERT OR UPDATE ON public.contracts_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_0c083();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_0c083 ON public.contracts_application IS '2112bbe87b57a2e10ac64f7a9013e54dda1eb231';

CREATE TRIGGER pgtrigger_dated_by_the_database_0c3f1 BEFORE INSERT OR UPDATE ON public.kpis_figure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_0c3f1();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_0c3f1 ON public.kpis_figure IS '9aa86637d9c598808a1827927fbb5f791af9c9cd';

CREATE TRIGGER pgtrigger_dated_by_the_database_1963e BEFORE INSERT OR UPDATE ON public.placements_look FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_1963e();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_1963e ON public.placements_look IS '8506101bfece73ed99197164eb285ee33fe0d78d';

CREATE TRIGGER pgtrigger_dated_by_the_database_22ebc BEFORE INSERT OR UPDATE ON public.placements_feerequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_22ebc();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_22ebc ON public.placements_feerequest IS 'cf7ea3a8bda677ac1317e04ce5e55b4091207d50';

CREATE TRIGGER pgtrigger_dated_by_the_database_24b6b BEFORE INSERT OR UPDATE ON public.placements_case FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_24b6b();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_24b6b ON public.placements_case IS '5855ad2f8b8c20ce9bce7a303efeeb3e4137ce90';

CREATE TRIGGER pgtrigger_dated_by_the_database_2a3a3 BEFORE INSERT OR UPDATE ON public.contracts_opening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_2a3a3();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_2a3a3 ON public.contracts_opening IS '4e11d1a21cec8205b89163df356a30d6e35753ff';

CREATE TRIGGER pgtrigger_dated_by_the_database_2f6ae BEFORE INSERT OR UPDATE ON public.placements_feeoffer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_2f6ae();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_2f6ae ON public.placements_feeoffer IS '221061f2c64a9770ac0efadecc19f8a3df684f51';

CREATE TRIGGER pgtrigger_dated_by_the_database_370cc BEFORE INSERT OR UPDATE ON public.contracts_conflictdeclaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_370cc();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_370cc ON public.contracts_conflictdeclaration IS 'c82bb614d92ce9b9447f1c4f6c6f0c3341140719';

CREATE TRIGGER pgtrigger_dated_by_the_database_37ffb BEFORE INSERT OR UPDATE ON public.contracts_score FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_37ffb();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_37ffb ON public.contracts_score IS '5e04a0ee6765ab8c7a4835c92a1fae7995371866';

CREATE TRIGGER pgtrigger_dated_by_the_database_49a94 BEFORE INSERT OR UPDATE ON public.placements_shortlist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_49a94();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_49a94 ON public.placements_shortlist IS 'f95801da34129d77d977e06cd0c3fc49de5d5e57';

CREATE TRIGGER pgtrigger_dated_by_the_database_4fae9 BEFORE INSERT OR UPDATE ON public.accounts_recordowner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_4fae9();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_4fae9 ON public.accounts_recordowner IS 'a001a8df639f430fa4f6d7bb5ed7b020c3650033';

CREATE TRIGGER pgtrigger_dated_by_the_database_510f7 BEFORE INSERT OR UPDATE ON public.providers_vacancyreport FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_510f7();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_510f7 ON public.providers_vacancyreport IS 'e55c9b393a44f81fbab48c038d1d4568b62e0663';

CREATE TRIGGER pgtrigger_dated_by_the_database_56574 BEFORE INSERT OR UPDATE ON public.contracts_outcomeletter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_56574();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_56574 ON public.contracts_outcomeletter IS '480bc75293d80b342a7cf207c2c40ec0508fec7c';

CREATE TRIGGER pgtrigger_dated_by_the_database_657d9 BEFORE INSERT OR UPDATE ON public.accounts_proposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_657d9();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_657d9 ON public.accounts_proposal IS 'c9463c22869170e3deea092fb4a3dc67a8a9c27d';

CREATE TRIGGER pgtrigger_dated_by_the_database_778c2 BEFORE INSERT OR UPDATE ON public.placements_pricelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_778c2();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_778c2 ON public.placements_pricelist IS '3e0a67106c2eea86f15c6b453ab8d1d95ed2fe4a';

CREATE TRIGGER pgtrigger_dated_by_the_database_78243 BEFORE INSERT OR UPDATE ON public.contracts_recoverywindow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_78243();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_78243 ON public.contracts_recoverywindow IS '5a04f22fb1ad769331fe6da782d340d6a9c63e7a';

CREATE TRIGGER pgtrigger_dated_by_the_database_900e9 BEFORE INSERT OR UPDATE ON public.accounts_deputy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_900e9();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_900e9 ON public.accounts_deputy IS '90d2984456f08f002a83fcce29416e10a3ff6eeb';

CREATE TRIGGER pgtrigger_dated_by_the_database_917a6 BEFORE INSERT OR UPDATE ON public.contracts_earlyevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_917a6();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_917a6 ON public.contracts_earlyevaluation IS '974a5f645d5ad74d00a1e2e943b57d78afdf4a46';

CREATE TRIGGER pgtrigger_dated_by_the_database_9733c BEFORE INSERT OR UPDATE ON public.placements_feemandate FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_9733c();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_9733c ON public.placements_feemandate IS '264e759eb9cc6dcbe33705feaa24abfd7eb9187d';

CREATE TRIGGER pgtrigger_dated_by_the_database_a4ad9 BEFORE INSERT OR UPDATE ON public.contracts_moderatedscore FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_a4ad9();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_a4ad9 ON public.contracts_moderatedscore IS 'a091c303dfcb63ab79fb61c1e608540308ba598c';

CREATE TRIGGER pgtrigger_dated_by_the_database_a717b BEFORE INSERT OR UPDATE ON public.contracts_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_a717b();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_a717b ON public.contracts_approval IS '2ea1a74124494bb929f7adeee2e3b61f8426c068';

CREATE TRIGGER pgtrigger_dated_by_the_database_b4ec8 BEFORE INSERT OR UPDATE ON public.placements_feenote FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_b4ec8();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_b4ec8 ON public.placements_feenote IS '2c6135fb7f72686160d2bc5780d287f9a72109af';

CREATE TRIGGER pgtrigger_dated_by_the_database_c7033 BEFORE INSERT OR UPDATE ON public.placements_feemessage FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_c7033();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_c7033 ON public.placements_feemessage IS '0b8d223c6cbf0f022b345e0cea11e24833bdc696';

CREATE TRIGGER pgtrigger_dated_by_the_database_c7b6d BEFORE INSERT OR UPDATE ON public.contracts_recommendation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_c7b6d();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_c7b6d ON public.contracts_recommendation IS 'c453810f8482e55653976970e67a9831236a14f3';

CREATE TRIGGER pgtrigger_dated_by_the_database_c8d04 BEFORE INSERT OR UPDATE ON public.kpis_indicatorset FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_c8d04();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_c8d04 ON public.kpis_indicatorset IS '50bc0eb826f9972f45d612d733dbb15bdbdb74b2';

CREATE TRIGGER pgtrigger_dated_by_the_database_cb14a BEFORE INSERT OR UPDATE ON public.kpis_returnversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_cb14a();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_cb14a ON public.kpis_returnversion IS '5c801581681b0b899953aa5dacc5ab4f243b391e';

CREATE TRIGGER pgtrigger_dated_by_the_database_d0b17 BEFORE INSERT OR UPDATE ON public.contracts_finding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_d0b17();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_d0b17 ON public.contracts_finding IS 'a85181a5ffa7cafd24483a7788cd0ede33efc193';

CREATE TRIGGER pgtrigger_dated_by_the_database_d289c BEFORE INSERT OR UPDATE ON public.contracts_prolongation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_d289c();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_d289c ON public.contracts_prolongation IS '4db6f02614b44b833eb7eb1abf85d48c47138ecf';

CREATE TRIGGER pgtrigger_dated_by_the_database_d416b BEFORE INSERT OR UPDATE ON public.contracts_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_d416b();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_d416b ON public.contracts_signature IS 'e0a3ce4a2d96504570172b938b234714976950e8';

CREATE TRIGGER pgtrigger_dated_by_the_database_de83f BEFORE INSERT OR UPDATE ON public.placements_priceline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_de83f();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_de83f ON public.placements_priceline IS '2a72d88301b6229962b8b705cdf58d2070163d3b';

CREATE TRIGGER pgtrigger_dated_by_the_database_e3d4d BEFORE INSERT OR UPDATE ON public.accounts_calendarfeed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_e3d4d();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_e3d4d ON public.accounts_calendarfeed IS 'b4564734b53245e88713b5e5080a0e17e2881563';

CREATE TRIGGER pgtrigger_dated_by_the_database_ebec4 BEFORE INSERT OR UPDATE ON public.placements_feesection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_ebec4();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_ebec4 ON public.placements_feesection IS '3eb6ba42c1480fb960630fd821ab6dc7fd23bcb6';

CREATE TRIGGER pgtrigger_dated_by_the_database_f1b5d BEFORE INSERT OR UPDATE ON public.providers_standing FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_dated_by_the_database_f1b5d();

COMMENT ON TRIGGER pgtrigger_dated_by_the_database_f1b5d ON public.providers_standing IS '7d49fb972dc9d56ce65354c6d78ed2861de31c28';

CREATE TRIGGER pgtrigger_decided_by_the_deputy_520fc BEFORE INSERT OR UPDATE ON public.accounts_proposal FOR EACH ROW WHEN ((new.decided_for_id IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_decided_by_the_deputy_520fc();

COMMENT ON TRIGGER pgtrigger_decided_by_the_deputy_520fc ON public.accounts_proposal IS 'd22025bf43bdb638d890c96bca6274a05f8c9293';

CREATE TRIGGER pgtrigger_delete_delete_00995 AFTER DELETE ON public.imports_importfindings REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_00995();

COMMENT ON TRIGGER pgtrigger_delete_delete_00995 ON public.imports_importfindings IS '855d73531da3e0fb6fce7fa1fc3a061a1cef8574';

CREATE TRIGGER pgtrigger_delete_delete_020d7 AFTER DELETE ON public.contracts_vehicle REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_020d7();

COMMENT ON TRIGGER pgtrigger_delete_delete_020d7 ON public.contracts_vehicle IS '95a4772e20adcd7dc46d2b68b272ef1f133f5758';

CREATE TRIGGER pgtrigger_delete_delete_04231 AFTER DELETE ON public.kpis_term REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_04231();

COMMENT ON TRIGGER pgtrigger_delete_delete_04231 ON public.kpis_term IS '2ce1f1f0dfa0312793635473f38996e2fbec4ae4';

CREATE TRIGGER pgtrigger_delete_delete_0acba AFTER DELETE ON public.contracts_recommendation REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_0acba();

COMMENT ON TRIGGER pgtrigger_delete_delete_0acba ON public.contracts_recommendation IS '40718df3463c969a71c18c04245dc3935e3b9ca2';

CREATE TRIGGER pgtrigger_delete_delete_0c550 AFTER DELETE ON public.providers_extract REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_0c550();

COMMENT ON TRIGGER pgtrigger_delete_delete_0c550 ON public.providers_extract IS 'f737526f917a3d87b2d9a0c96b337e6084847ff4';

CREATE TRIGGER pgtrigger_delete_delete_0c68c AFTER DELETE ON public.contracts_vehicledocument REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_0c68c();

COMMENT ON TRIGGER pgtrigger_delete_delete_0c68c ON public.contracts_vehicledocument IS '1b3aff09adc9e50fb89b9d694d15dc6d1003bb68';

CREATE TRIGGER pgtrigger_delete_delete_0dddc AFTER DELETE ON public.contracts_clarification REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_0dddc();

COMMENT ON TRIGGER pgtrigger_delete_delete_0dddc ON public.contracts_clarification IS '08091d8f70716b129d86815fa1984ecb070f51e2';

CREATE TRIGGER pgtrigger_delete_delete_0f1b7 AFTER DELETE ON public.contracts_evaluationscheme REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_0f1b7();

COMMENT ON TRIGGER pgtrigger_delete_delete_0f1b7 ON public.contracts_evaluationscheme IS '88fde77e18306078412bfc17cb40e329532f582e';

CREATE TRIGGER pgtrigger_delete_delete_1686a AFTER DELETE ON public.kpis_indicatorset REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_1686a();

COMMENT ON TRIGGER pgtrigger_delete_delete_1686a ON public.kpis_indicatorset IS '76c49683e58de5334cb919ee116d87965d876252';

CREATE TRIGGER pgtrigger_delete_delete_18ba8 AFTER DELETE ON public.core_legalparameter REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_18ba8();

COMMENT ON TRIGGER pgtrigger_delete_delete_18ba8 ON public.core_legalparameter IS 'f158a6b1b974d144d24e29c081553418db5a3129';

CREATE TRIGGER pgtrigger_delete_delete_19f14 AFTER DELETE ON public.accounts_user REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_19f14();

COMMENT ON TRIGGER pgtrigger_delete_delete_19f14 ON public.accounts_user IS 'e09a21a537ea768e1d0fd410435170ab76cdd1c6';

CREATE TRIGGER pgtrigger_delete_delete_1ad1a AFTER DELETE ON public.contracts_agreement REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_1ad1a();

COMMENT ON TRIGGER pgtrigger_delete_delete_1ad1a ON public.contracts_agreement IS 'ec53f9f7efc12ce3143849e2e85060c6e8699da3';

CREATE TRIGGER pgtrigger_delete_delete_2af7c AFTER DELETE ON public.kpis_kpireturn REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_2af7c();

COMMENT ON TRIGGER pgtrigger_delete_delete_2af7c ON public.kpis_kpireturn IS '4066f1b7d280f23b68b8c9e4dd71a7693fe6e4b4';

CREATE TRIGGER pgtrigger_delete_delete_3bf93 AFTER DELETE ON public.contracts_debarmentcheck REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_3bf93();

COMMENT ON TRIGGER pgtrigger_delete_delete_3bf93 ON public.contracts_debarmentcheck IS 'b496c894a04bb3ce2215162fc3316bfb53c555c1';

CREATE TRIGGER pgtrigger_delete_delete_3da95 AFTER DELETE ON public.placements_otherreference REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_3da95();

COMMENT ON TRIGGER pgtrigger_delete_delete_3da95 ON public.placements_otherreference IS 'f6560db85612bf12819c497eabf9a4eb957ead8a';

CREATE TRIGGER pgtrigger_delete_delete_42d8b AFTER DELETE ON public.providers_provider REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_42d8b();

COMMENT ON TRIGGER pgtrigger_delete_delete_42d8b ON public.providers_provider IS '9bb937f6ba24862af428ea9b978031e10c305140';

CREATE TRIGGER pgtrigger_delete_delete_439e1 AFTER DELETE ON public.placements_caseneed REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_439e1();

COMMENT ON TRIGGER pgtrigger_delete_delete_439e1 ON public.placements_caseneed IS '581b331d4c3927bd5db9247ae171bb922c02a8c3';

CREATE TRIGGER pgtrigger_delete_delete_470b1 AFTER DELETE ON public.placements_feesection REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_470b1();

COMMENT ON TRIGGER pgtrigger_delete_delete_470b1 ON public.placements_feesection IS '49ec49a97f843f6bdf64aadbd132bfd483b0dadb';

CREATE TRIGGER pgtrigger_delete_delete_48c24 AFTER DELETE ON public.kpis_indicator REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_48c24();

COMMENT ON TRIGGER pgtrigger_delete_delete_48c24 ON public.kpis_indicator IS 'e704383fde35c049c23099872a5dca04675623d7';

CREATE TRIGGER pgtrigger_delete_delete_51d17 AFTER DELETE ON public.placements_case REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_51d17();

COMMENT ON TRIGGER pgtrigger_delete_delete_51d17 ON public.placements_case IS '97a5af96f828e5493ddfa0705e1a8cd3fb9ab72e';

CREATE TRIGGER pgtrigger_delete_delete_550e3 AFTER DELETE ON public.providers_school REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_550e3();

COMMENT ON TRIGGER pgtrigger_delete_delete_550e3 ON public.providers_school IS 'c165bf4823952f2e3e946cd3c3af260326bcae29';

CREATE TRIGGER pgtrigger_delete_delete_55906 AFTER DELETE ON public.placements_feewindow REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_55906();

COMMENT ON TRIGGER pgtrigger_delete_delete_55906 ON public.placements_feewindow IS 'cb966628c97f2a708a21f756749d44a0464174ed';

CREATE TRIGGER pgtrigger_delete_delete_596ae AFTER DELETE ON public.contracts_membership REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_596ae();

COMMENT ON TRIGGER pgtrigger_delete_delete_596ae ON public.contracts_membership IS '1a4ff283603f4a15b01a69dfee7405aa2772c392';

CREATE TRIGGER pgtrigger_delete_delete_5b499 AFTER DELETE ON public.placements_priceline REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_5b499();

COMMENT ON TRIGGER pgtrigger_delete_delete_5b499 ON public.placements_priceline IS '369c0dc8d9343da91e86064e5895673f7833525f';

CREATE TRIGGER pgtrigger_delete_delete_5c7fb AFTER DELETE ON public.placements_pricelistline REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_5c7fb();

COMMENT ON TRIGGER pgtrigger_delete_delete_5c7fb ON public.placements_pricelistline IS 'ceb2716d103a514617cef4e2a7577b9b741a3b6b';

CREATE TRIGGER pgtrigger_delete_delete_5e670 AFTER DELETE ON public.contracts_evidencerequest REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_5e670();

COMMENT ON TRIGGER pgtrigger_delete_delete_5e670 ON public.contracts_evidencerequest IS '8970bc0311cad0a587592e24986bfd63afa4e90f';

CREATE TRIGGER pgtrigger_delete_delete_61da8 AFTER DELETE ON public.core_nonworkingday REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_61da8();

COMMENT ON TRIGGER pgtrigger_delete_delete_61da8 ON public.core_nonworkingday IS 'c2d5910b3aac9fdced141e7c614d9fe11583151b';

CREATE TRIGGER pgtrigger_delete_delete_63c80 AFTER DELETE ON public.providers_schoolneed REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_63c80();

COMMENT ON TRIGGER pgtrigger_delete_delete_63c80 ON public.providers_schoolneed IS '60dab179e0c1f92d2924aca597ef371a57856f3b';

CREATE TRIGGER pgtrigger_delete_delete_6931f AFTER DELETE ON public.providers_schoolperiod REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_6931f();

COMMENT ON TRIGGER pgtrigger_delete_delete_6931f ON public.providers_schoolperiod IS '02e8de892534e44cca37b2d85ae060aaf88d8176';

CREATE TRIGGER pgtrigger_delete_delete_6db50 AFTER DELETE ON public.contracts_suspension REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_6db50();

COMMENT ON TRIGGER pgtrigger_delete_delete_6db50 ON public.contracts_suspension IS '6d412ebec0253b8595ec8c7a943a59ba2e0e828d';

CREATE TRIGGER pgtrigger_delete_delete_6e557 AFTER DELETE ON public.accounts_calendarfeed REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_6e557();

COMMENT ON TRIGGER pgtrigger_delete_delete_6e557 ON public.accounts_calendarfeed IS 'bc1a182ff26aca476050603882a1c74a8f30c437';

CREATE TRIGGER pgtrigger_delete_delete_707fc AFTER DELETE ON public.contracts_noticewaiver REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_707fc();

COMMENT ON TRIGGER pgtrigger_delete_delete_707fc ON public.contracts_noticewaiver IS '0ef9974a41548e8630fa99452aa160bc84693952';

CREATE TRIGGER pgtrigger_delete_delete_774d9 AFTER DELETE ON public.contracts_refusedfile REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_774d9();

COMMENT ON TRIGGER pgtrigger_delete_delete_774d9 ON public.contracts_refusedfile IS 'c8efc538fb2189a251a2e66e9fd53b1638b331ff';

CREATE TRIGGER pgtrigger_delete_delete_7c039 AFTER DELETE ON public.providers_compliancedocument REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_7c039();

COMMENT ON TRIGGER pgtrigger_delete_delete_7c039 ON public.providers_compliancedocument IS 'd70581869f3f6f06ea8604dbc36032434b97890a';

CREATE TRIGGER pgtrigger_delete_delete_81c91 AFTER DELETE ON public.contracts_decision REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_81c91();

COMMENT ON TRIGGER pgtrigger_delete_delete_81c91 ON public.contracts_decision IS 'a195a99dc94664fbcaeec1ae24e60ef716ccd76b';

CREATE TRIGGER pgtrigger_delete_delete_823c2 AFTER DELETE ON public.contracts_lot REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_823c2();

COMMENT ON TRIGGER pgtrigger_delete_delete_823c2 ON public.contracts_lot IS '0a57ab9c56cb2f36e2b9525c5a587963d1d5e506';

CREATE TRIGGER pgtrigger_delete_delete_82be7 AFTER DELETE ON public.contracts_extensionoption REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_82be7();

COMMENT ON TRIGGER pgtrigger_delete_delete_82be7 ON public.contracts_extensionoption IS '64b2ed419dd04ea72b3737f460fa219caf8f4764';

CREATE TRIGGER pgtrigger_delete_delete_843fd AFTER DELETE ON public.providers_succession REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_843fd();

COMMENT ON TRIGGER pgtrigger_delete_delete_843fd ON public.providers_succession IS '530a92a65b52c9f43a086c1946b2e60c5b959386';

CREATE TRIGGER pgtrigger_delete_delete_86370 AFTER DELETE ON public.files_listdownload REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_86370();

COMMENT ON TRIGGER pgtrigger_delete_delete_86370 ON public.files_listdownload IS '7a4563d2e2c85557b900901b02803cf6f8ffde31';

CREATE TRIGGER pgtrigger_delete_delete_90757 AFTER DELETE ON public.contracts_section REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_90757();

COMMENT ON TRIGGER pgtrigger_delete_delete_90757 ON public.contracts_section IS '3f64943994ced7cd1d85ef68d06b97f7649363a5';

CREATE TRIGGER pgtrigger_delete_delete_91179 AFTER DELETE ON public.kpis_band REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_91179();

COMMENT ON TRIGGER pgtrigger_delete_delete_91179 ON public.kpis_band IS 'f764b8c04c3221127f825c975dfcfd89771ea2c4';

CREATE TRIGGER pgtrigger_delete_delete_95ec9 AFTER DELETE ON public.placements_placement REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_95ec9();

COMMENT ON TRIGGER pgtrigger_delete_delete_95ec9 ON public.placements_placement IS '0a14b588af464fe449c0337bcde068fb54684f05';

CREATE TRIGGER pgtrigger_delete_delete_99d98 AFTER DELETE ON public.kpis_returnsection REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_99d98();

COMMENT ON TRIGGER pgtrigger_delete_delete_99d98 ON public.kpis_returnsection IS 'b9306c3a40152b1352a73f5a5c375f6dd1f698aa';

CREATE TRIGGER pgtrigger_delete_delete_9cc06 AFTER DELETE ON public.providers_keptfact REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_9cc06();

COMMENT ON TRIGGER pgtrigger_delete_delete_9cc06 ON public.providers_keptfact IS 'c4c1ad7d2b97c61367e2dafe794a2296c68b8781';

CREATE TRIGGER pgtrigger_delete_delete_9cc68 AFTER DELETE ON public.accounts_deputy REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_9cc68();

COMMENT ON TRIGGER pgtrigger_delete_delete_9cc68 ON public.accounts_deputy IS 'af8a125adc8b318d1ca38a987b536a16873726bc';

CREATE TRIGGER pgtrigger_delete_delete_9d067 AFTER DELETE ON public.contracts_notice REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_9d067();

COMMENT ON TRIGGER pgtrigger_delete_delete_9d067 ON public.contracts_notice IS 'f03e11b9e865d68a57d2ac6bf98252f6c50f2ff5';

CREATE TRIGGER pgtrigger_delete_delete_9eeb7 AFTER DELETE ON public.providers_localauthority REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_9eeb7();

COMMENT ON TRIGGER pgtrigger_delete_delete_9eeb7 ON public.providers_localauthority IS '42d00f9f68c2bafe3a411ff8d9ee5347e1231b69';

CREATE TRIGGER pgtrigger_delete_delete_9f208 AFTER DELETE ON public.contracts_application REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_9f208();

COMMENT ON TRIGGER pgtrigger_delete_delete_9f208 ON public.contracts_application IS 'c0025caa022a9c213e90450cc5f00407c8a4eeed';

CREATE TRIGGER pgtrigger_delete_delete_a1951 AFTER DELETE ON public.contracts_evidence REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a1951();

COMMENT ON TRIGGER pgtrigger_delete_delete_a1951 ON public.contracts_evidence IS 'db29cad608109d2534c837fde321930e61003ea1';

CREATE TRIGGER pgtrigger_delete_delete_a1bac AFTER DELETE ON public.imports_importrun REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a1bac();

COMMENT ON TRIGGER pgtrigger_delete_delete_a1bac ON public.imports_importrun IS '7fc3f6fed7df4c799ee83032557e67542f980c9e';

CREATE TRIGGER pgtrigger_delete_delete_a484e AFTER DELETE ON public.contracts_assignment REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a484e();

COMMENT ON TRIGGER pgtrigger_delete_delete_a484e ON public.contracts_assignment IS '793113ce2fd096486a731c105a5db2c0f3ad4ca6';

CREATE TRIGGER pgtrigger_delete_delete_a4df3 AFTER DELETE ON public.contracts_lotoutcome REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a4df3();

COMMENT ON TRIGGER pgtrigger_delete_delete_a4df3 ON public.contracts_lotoutcome IS 'd873feb93ec9062fa2196bca31b9b09f931b8a7b';

CREATE TRIGGER pgtrigger_delete_delete_a5931 AFTER DELETE ON public.contracts_question REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a5931();

COMMENT ON TRIGGER pgtrigger_delete_delete_a5931 ON public.contracts_question IS '180f60e7c0914c64603193d5a1fff30f214fd756';

CREATE TRIGGER pgtrigger_delete_delete_a7714 AFTER DELETE ON public.contracts_recoverywindow REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a7714();

COMMENT ON TRIGGER pgtrigger_delete_delete_a7714 ON public.contracts_recoverywindow IS '348d637eb16b2b1cfb5c7292d22a30ce9b7d5e5b';

CREATE TRIGGER pgtrigger_delete_delete_a8779 AFTER DELETE ON public.contracts_threshold REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a8779();

COMMENT ON TRIGGER pgtrigger_delete_delete_a8779 ON public.contracts_threshold IS 'e1a78f70e9c72c15355306bb610378124d36bf48';

CREATE TRIGGER pgtrigger_delete_delete_a89a8 AFTER DELETE ON public.contracts_opening REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_a89a8();

COMMENT ON TRIGGER pgtrigger_delete_delete_a89a8 ON public.contracts_opening IS '266c75d44c2e2c48282a406e0175522625a2af01';

CREATE TRIGGER pgtrigger_delete_delete_aa04c AFTER DELETE ON public.kpis_returnversion REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_aa04c();

COMMENT ON TRIGGER pgtrigger_delete_delete_aa04c ON public.kpis_returnversion IS '0fd8fc2f188ddb361724236d72b826cf79f035b8';

CREATE TRIGGER pgtrigger_delete_delete_ad157 AFTER DELETE ON public.files_storedfile REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_ad157();

COMMENT ON TRIGGER pgtrigger_delete_delete_ad157 ON public.files_storedfile IS 'cf03d0e51c294a10d905e7c9b6700dae5cfb7da9';

CREATE TRIGGER pgtrigger_delete_delete_b44d6 AFTER DELETE ON public.placements_feeline REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_b44d6();

COMMENT ON TRIGGER pgtrigger_delete_delete_b44d6 ON public.placements_feeline IS 'e100eac014c952fc67bc3345ecf9809e8ecd5e14';

CREATE TRIGGER pgtrigger_delete_delete_b7387 AFTER DELETE ON public.contracts_questionminimum REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_b7387();

COMMENT ON TRIGGER pgtrigger_delete_delete_b7387 ON public.contracts_questionminimum IS 'efaaa11b46334e04ebd297684dc5dcc1b79b62cc';

CREATE TRIGGER pgtrigger_delete_delete_b8b54 AFTER DELETE ON public.accounts_proposal REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_b8b54();

COMMENT ON TRIGGER pgtrigger_delete_delete_b8b54 ON public.accounts_proposal IS '9ab769990d2462589357c512d59c36bea73403f1';

CREATE TRIGGER pgtrigger_delete_delete_bc7b7 AFTER DELETE ON public.placements_childidentity REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_bc7b7();

COMMENT ON TRIGGER pgtrigger_delete_delete_bc7b7 ON public.placements_childidentity IS 'f6dd96e38cce36bb33ac6f878155090012c2c40f';

CREATE TRIGGER pgtrigger_delete_delete_c5aaf AFTER DELETE ON public.placements_pricelist REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_c5aaf();

COMMENT ON TRIGGER pgtrigger_delete_delete_c5aaf ON public.placements_pricelist IS '2cfff4e7659f9891d33a2fe5037753f1c1d9e0f5';

CREATE TRIGGER pgtrigger_delete_delete_c62fa AFTER DELETE ON public.kpis_figure REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_c62fa();

COMMENT ON TRIGGER pgtrigger_delete_delete_c62fa ON public.kpis_figure IS '4e80a8220bff15379d37294636459123e7b57c00';

CREATE TRIGGER pgtrigger_delete_delete_c9106 AFTER DELETE ON public.placements_child REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_c9106();

COMMENT ON TRIGGER pgtrigger_delete_delete_c9106 ON public.placements_child IS '48afaf7ebfcb0d73fcc3f4045e6840e260c30597';

CREATE TRIGGER pgtrigger_delete_delete_d1ebf AFTER DELETE ON public.placements_feeoffer REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_d1ebf();

COMMENT ON TRIGGER pgtrigger_delete_delete_d1ebf ON public.placements_feeoffer IS '245af3e9dad6a40b576eeb195542fd21a7ebb4b5';

CREATE TRIGGER pgtrigger_delete_delete_d3601 AFTER DELETE ON public.accounts_recordowner REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_d3601();

COMMENT ON TRIGGER pgtrigger_delete_delete_d3601 ON public.accounts_recordowner IS '79b70927e57afdab60044ebb52095989177a59b7';

CREATE TRIGGER pgtrigger_delete_delete_d448b AFTER DELETE ON public.contracts_declarationrenewal REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_d448b();

COMMENT ON TRIGGER pgtrigger_delete_delete_d448b ON public.contracts_declarationrenewal IS '1bfae85f4988301e89fb674f0275405544b17205';

CREATE TRIGGER pgtrigger_delete_delete_dbd02 AFTER DELETE ON public.contracts_conflictdeclaration REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_dbd02();

COMMENT ON TRIGGER pgtrigger_delete_delete_dbd02 ON public.contracts_conflictdeclaration IS '4cc41f8c2f57717d7056a57ffbeb21060cc88d13';

CREATE TRIGGER pgtrigger_delete_delete_dd113 AFTER DELETE ON public.contracts_roundwatch REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_dd113();

COMMENT ON TRIGGER pgtrigger_delete_delete_dd113 ON public.contracts_roundwatch IS '7874c372fbb0f406da072d91f45a2ab293e2d784';

CREATE TRIGGER pgtrigger_delete_delete_e14c4 AFTER DELETE ON public.placements_feerequest REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_e14c4();

COMMENT ON TRIGGER pgtrigger_delete_delete_e14c4 ON public.placements_feerequest IS '7ba0d40d95c012437efd9e6426edb72cc60fcaf4';

CREATE TRIGGER pgtrigger_delete_delete_e2c60 AFTER DELETE ON public.contracts_delegation REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_e2c60();

COMMENT ON TRIGGER pgtrigger_delete_delete_e2c60 ON public.contracts_delegation IS '46c45120e2b3da4160f8401920933c87094dea0b';

CREATE TRIGGER pgtrigger_delete_delete_e74ed AFTER DELETE ON public.contracts_finding REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_e74ed();

COMMENT ON TRIGGER pgtrigger_delete_delete_e74ed ON public.contracts_finding IS 'e0f0b155567db3b7b55adef7c10b85ed7fe206ab';

CREATE TRIGGER pgtrigger_delete_delete_ea67d AFTER DELETE ON public.placements_earlierschool REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_ea67d();

COMMENT ON TRIGGER pgtrigger_delete_delete_ea67d ON public.placements_earlierschool IS '52e2614b8b271e7cdaa0b411a9f7205cd8d4bbad';

CREATE TRIGGER pgtrigger_delete_delete_ef13c AFTER DELETE ON public.providers_providermember REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_ef13c();

COMMENT ON TRIGGER pgtrigger_delete_delete_ef13c ON public.providers_providermember IS 'a9566f6f3a86596454a9d8f64188834ce835188b';

CREATE TRIGGER pgtrigger_delete_delete_f2c14 AFTER DELETE ON public.accounts_invitation REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_f2c14();

COMMENT ON TRIGGER pgtrigger_delete_delete_f2c14 ON public.accounts_invitation IS '63e3583e5a1c39329d65848c4124bc073b8c1ebc';

CREATE TRIGGER pgtrigger_delete_delete_f3045 AFTER DELETE ON public.contracts_round REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_f3045();

COMMENT ON TRIGGER pgtrigger_delete_delete_f3045 ON public.contracts_round IS 'b67aec2974bd1e6ca51ed98aa5feec6477a24436';

CREATE TRIGGER pgtrigger_delete_delete_f53f9 AFTER DELETE ON public.providers_providerinvitation REFERENCING OLD TABLE AS old_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_delete_delete_f53f9();

COMMENT ON TRIGGER pgtrigger_delete_delete_f53f9 ON public.providers_providerinvitation IS 'a3386ae65e831cf9b3e8e769c5f939f7a3744251';

CREATE TRIGGER pgtrigger_done_in_person_000db BEFORE INSERT OR UPDATE ON public.contracts_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_000db();

COMMENT ON TRIGGER pgtrigger_done_in_person_000db ON public.contracts_submission IS 'c9d4b6d7e08376565be76ba63dafef2622dda614';

CREATE TRIGGER pgtrigger_done_in_person_0eed2 BEFORE INSERT OR UPDATE ON public.contracts_recommendation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_0eed2();

COMMENT ON TRIGGER pgtrigger_done_in_person_0eed2 ON public.contracts_recommendation IS '6eca053014f5d332fb80f075ffc03d8f1e389787';

CREATE TRIGGER pgtrigger_done_in_person_28b6d BEFORE INSERT OR UPDATE ON public.contracts_approval FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_28b6d();

COMMENT ON TRIGGER pgtrigger_done_in_person_28b6d ON public.contracts_approval IS '042222833ea5ecda9c501fb62e57aace93038fbb';

CREATE TRIGGER pgtrigger_done_in_person_5bff9 BEFORE INSERT OR UPDATE ON public.accounts_proposal FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_5bff9();

COMMENT ON TRIGGER pgtrigger_done_in_person_5bff9 ON public.accounts_proposal IS 'ef5f1d916ac3766074637e4726c8baaf6d188728';

CREATE TRIGGER pgtrigger_done_in_person_6e3af BEFORE INSERT OR UPDATE ON public.kpis_figure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_6e3af();

COMMENT ON TRIGGER pgtrigger_done_in_person_6e3af ON public.kpis_figure IS '16d1054590c448199e4b33181f7d8a94cb00f78b';

CREATE TRIGGER pgtrigger_done_in_person_74e73 BEFORE INSERT OR UPDATE ON public.contracts_conflictdeclaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_74e73();

COMMENT ON TRIGGER pgtrigger_done_in_person_74e73 ON public.contracts_conflictdeclaration IS 'b5b732f4d5fdf2ad3d455ee635bfe1c62ff4fbcd';

CREATE TRIGGER pgtrigger_done_in_person_805ac BEFORE INSERT OR UPDATE ON public.contracts_finding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_805ac();

COMMENT ON TRIGGER pgtrigger_done_in_person_805ac ON public.contracts_finding IS '55f26212a17dbcc59f9c7be3c456e1c0ba729099';

CREATE TRIGGER pgtrigger_done_in_person_ac3b5 BEFORE INSERT OR UPDATE ON public.kpis_returnversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_ac3b5();

COMMENT ON TRIGGER pgtrigger_done_in_person_ac3b5 ON public.kpis_returnversion IS '3afdf59617e762c841a6a86f7b138e75384a503f';

CREATE TRIGGER pgtrigger_done_in_person_b9023 BEFORE INSERT OR UPDATE ON public.contracts_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_b9023();

COMMENT ON TRIGGER pgtrigger_done_in_person_b9023 ON public.contracts_signature IS 'b806a3d9a01381a031c1a98c3034fb57443a2e9f';

CREATE TRIGGER pgtrigger_done_in_person_bebdc BEFORE INSERT OR UPDATE ON public.contracts_earlyevaluation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_bebdc();

COMMENT ON TRIGGER pgtrigger_done_in_person_bebdc ON public.contracts_earlyevaluation IS '5c48439fb3d7f921e5565024a6b835dd74d33a85';

CREATE TRIGGER pgtrigger_done_in_person_caeb8 BEFORE INSERT OR UPDATE ON public.accounts_recordowner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_caeb8();

COMMENT ON TRIGGER pgtrigger_done_in_person_caeb8 ON public.accounts_recordowner IS '40477000dd87c0f214a49a3cf3ca6a21e55781b5';

CREATE TRIGGER pgtrigger_done_in_person_dd5d8 BEFORE INSERT OR UPDATE ON public.contracts_prolongation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_dd5d8();

COMMENT ON TRIGGER pgtrigger_done_in_person_dd5d8 ON public.contracts_prolongation IS '6c473bec079f035bd5adbe7784cab09237d838ee';

CREATE TRIGGER pgtrigger_done_in_person_ea3ee BEFORE INSERT OR UPDATE ON public.contracts_moderatedscore FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_ea3ee();

COMMENT ON TRIGGER pgtrigger_done_in_person_ea3ee ON public.contracts_moderatedscore IS '16c80aae77bb8428d4be262df8a1e4edc0f780dd';

CREATE TRIGGER pgtrigger_done_in_person_eea62 BEFORE INSERT OR UPDATE ON public.accounts_deputy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_eea62();

COMMENT ON TRIGGER pgtrigger_done_in_person_eea62 ON public.accounts_deputy IS 'c90241eee5e66de65eb54b192dca8d4d20ca0068';

CREATE TRIGGER pgtrigger_done_in_person_f2ba3 BEFORE INSERT OR UPDATE ON public.accounts_calendarfeed FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_f2ba3();

COMMENT ON TRIGGER pgtrigger_done_in_person_f2ba3 ON public.accounts_calendarfeed IS 'b77d82e07f3c0218e0516063c36393e215953b43';

CREATE TRIGGER pgtrigger_done_in_person_f3cf8 BEFORE INSERT OR UPDATE ON public.contracts_opening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_f3cf8();

COMMENT ON TRIGGER pgtrigger_done_in_person_f3cf8 ON public.contracts_opening IS '77c16b7b1328e8b864f448c47d15d44f6a8238c5';

CREATE TRIGGER pgtrigger_done_in_person_ffe56 BEFORE INSERT OR UPDATE ON public.kpis_indicatorset FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_done_in_person_ffe56();

COMMENT ON TRIGGER pgtrigger_done_in_person_ffe56 ON public.kpis_indicatorset IS 'a45444057b166c47bddef7cde5622a4f9d3be7e5';

CREATE TRIGGER pgtrigger_ends_by_its_options_31620 BEFORE INSERT OR UPDATE ON public.contracts_vehicle FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_ends_by_its_options_31620();

COMMENT ON TRIGGER pgtrigger_ends_by_its_options_31620 ON public.contracts_vehicle IS 'e3632c9ae61509a09e0079e2b889cdf343ac886c';

CREATE TRIGGER pgtrigger_follows_its_request_bf6bd BEFORE INSERT OR UPDATE ON public.placements_feeline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_follows_its_request_bf6bd();

COMMENT ON TRIGGER pgtrigger_follows_its_request_bf6bd ON public.placements_feeline IS 'b5054c7a888c6c73e4ab71be7506c28ee0527b68';

CREATE TRIGGER pgtrigger_follows_the_term_d663b BEFORE INSERT OR UPDATE OF vehicle_id, number, starts_on, ends_on ON public.contracts_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_follows_the_term_d663b();

COMMENT ON TRIGGER pgtrigger_follows_the_term_d663b ON public.contracts_extensionoption IS '947731bd8c26527e8e10ff9817517af90f65ab75';

CREATE TRIGGER pgtrigger_frozen_once_published_4706a BEFORE INSERT OR UPDATE ON public.kpis_band FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_published_4706a();

COMMENT ON TRIGGER pgtrigger_frozen_once_published_4706a ON public.kpis_band IS 'd2d3625e6a4d5a6ae12737cf2033929f74637efe';

CREATE TRIGGER pgtrigger_frozen_once_published_54a80 BEFORE INSERT OR UPDATE ON public.kpis_indicator FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_published_54a80();

COMMENT ON TRIGGER pgtrigger_frozen_once_published_54a80 ON public.kpis_indicator IS 'e27442d24df8931dbd9d91279f1124c03e2fc5dc';

CREATE TRIGGER pgtrigger_frozen_once_published_55d0a BEFORE INSERT OR DELETE OR UPDATE ON public.contracts_threshold FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_published_55d0a();

COMMENT ON TRIGGER pgtrigger_frozen_once_published_55d0a ON public.contracts_threshold IS '16ca037bf30c8ea057b52483640a0679bc599501';

CREATE TRIGGER pgtrigger_frozen_once_published_60553 BEFORE INSERT OR DELETE OR UPDATE ON public.contracts_question FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_published_60553();

COMMENT ON TRIGGER pgtrigger_frozen_once_published_60553 ON public.contracts_question IS '04ca05f70d78b7a46f814e87af738a2d2b878fae';

CREATE TRIGGER pgtrigger_frozen_once_published_f515a BEFORE INSERT OR DELETE OR UPDATE ON public.contracts_questionminimum FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_published_f515a();

COMMENT ON TRIGGER pgtrigger_frozen_once_published_f515a ON public.contracts_questionminimum IS 'a8a812ad74c998d1fec3c028c0435b56329d75f4';

CREATE TRIGGER pgtrigger_frozen_once_sealed_26bd3 BEFORE INSERT OR UPDATE ON public.kpis_figure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_sealed_26bd3();

COMMENT ON TRIGGER pgtrigger_frozen_once_sealed_26bd3 ON public.kpis_figure IS '35743a14c8aea0fd0891de22b052eac7fd5c63b1';

CREATE TRIGGER pgtrigger_frozen_once_sealed_ff9c4 BEFORE INSERT OR UPDATE ON public.kpis_returnsection FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_frozen_once_sealed_ff9c4();

COMMENT ON TRIGGER pgtrigger_frozen_once_sealed_ff9c4 ON public.kpis_returnsection IS 'd6040e7aa9db17c08364ffe0d07bdfaa66bd1b97';

CREATE CONSTRAINT TRIGGER pgtrigger_goes_with_its_version_0c65c AFTER DELETE ON public.kpis_indicator DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_goes_with_its_version_0c65c();

COMMENT ON TRIGGER pgtrigger_goes_with_its_version_0c65c ON public.kpis_indicator IS 'c648b533568e46305460844196c0fcaef1cb210b';

CREATE CONSTRAINT TRIGGER pgtrigger_goes_with_its_version_5c1f8 AFTER DELETE ON public.kpis_figure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_goes_with_its_version_5c1f8();

COMMENT ON TRIGGER pgtrigger_goes_with_its_version_5c1f8 ON public.kpis_figure IS '70bbf8d3a78b0c5e6ef9403f333c738c081b56d7';

CREATE CONSTRAINT TRIGGER pgtrigger_goes_with_its_version_6deba AFTER DELETE ON public.kpis_returnsection DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_goes_with_its_version_6deba();

COMMENT ON TRIGGER pgtrigger_goes_with_its_version_6deba ON public.kpis_returnsection IS '6d61c8e08f8995b673cd0f221298467b43149703';

CREATE CONSTRAINT TRIGGER pgtrigger_goes_with_its_version_9b2cc AFTER DELETE ON public.kpis_band DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_goes_with_its_version_9b2cc();

COMMENT ON TRIGGER pgtrigger_goes_with_its_version_9b2cc ON public.kpis_band IS '163ce917b33529cc63f5a3fa9bd645783997cf3c';

CREATE CONSTRAINT TRIGGER pgtrigger_has_a_first_need_326a3 AFTER INSERT OR UPDATE ON public.placements_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_has_a_first_need_326a3();

COMMENT ON TRIGGER pgtrigger_has_a_first_need_326a3 ON public.placements_case IS '7686f67f1f6c0f41cddb7743affdf013402f3cbf';

CREATE CONSTRAINT TRIGGER pgtrigger_has_all_its_lines_0e5f8 AFTER INSERT ON public.placements_pricelist DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_has_all_its_lines_0e5f8();

COMMENT ON TRIGGER pgtrigger_has_all_its_lines_0e5f8 ON public.placements_pricelist IS 'a1446978f47195acff1b7ca843f92fd59d2d1001';

CREATE TRIGGER pgtrigger_in_its_time_bf5de BEFORE INSERT OR UPDATE ON public.contracts_finding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_in_its_time_bf5de();

COMMENT ON TRIGGER pgtrigger_in_its_time_bf5de ON public.contracts_finding IS '70d8aa1a75d7f7d574e12a4705d753e94a616ca1';

CREATE TRIGGER pgtrigger_insert_insert_01310 AFTER INSERT ON public.accounts_deputy REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_01310();

COMMENT ON TRIGGER pgtrigger_insert_insert_01310 ON public.accounts_deputy IS '255dddc0cb974c9bb8c22a130180f7578856cf2f';

CREATE TRIGGER pgtrigger_insert_insert_0f028 AFTER INSERT ON public.contracts_evidencerequest REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_0f028();

COMMENT ON TRIGGER pgtrigger_insert_insert_0f028 ON public.contracts_evidencerequest IS 'af846853ad34c8a5a41f64d639bd4b467e8eb6ff';

CREATE TRIGGER pgtrigger_insert_insert_12de0 AFTER INSERT ON public.kpis_band REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_12de0();

COMMENT ON TRIGGER pgtrigger_insert_insert_12de0 ON public.kpis_band IS 'ea24deb1778bf26c0d868efe13864f6d556183b7';

CREATE TRIGGER pgtrigger_insert_insert_16d9e AFTER INSERT ON public.providers_school REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_16d9e();

COMMENT ON TRIGGER pgtrigger_insert_insert_16d9e ON public.providers_school IS '7dc8d3bf82413b80c4248f5b0d6b4aaf49816043';

CREATE TRIGGER pgtrigger_insert_insert_19008 AFTER INSERT ON public.files_listdownload REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_19008();

COMMENT ON TRIGGER pgtrigger_insert_insert_19008 ON public.files_listdownload IS '2d469298f7f1b0a42831a4298170c129a5ed6e47';

CREATE TRIGGER pgtrigger_insert_insert_1b8cb AFTER INSERT ON public.placements_feeoffer REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1b8cb();

COMMENT ON TRIGGER pgtrigger_insert_insert_1b8cb ON public.placements_feeoffer IS '07eed506fc78c1bb0084d05e0d1117a42a36d89e';

CREATE TRIGGER pgtrigger_insert_insert_1caba AFTER INSERT ON public.placements_placement REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1caba();

COMMENT ON TRIGGER pgtrigger_insert_insert_1caba ON public.placements_placement IS '732deecc57e12f03e35eed1fc9a0a38e008d1709';

CREATE TRIGGER pgtrigger_insert_insert_1f038 AFTER INSERT ON public.imports_importfindings REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1f038();

COMMENT ON TRIGGER pgtrigger_insert_insert_1f038 ON public.imports_importfindings IS '413a4cde5ce134184c3fead83f5646a9c6a3f2d1';

CREATE TRIGGER pgtrigger_insert_insert_1fdb7 AFTER INSERT ON public.contracts_evaluationscheme REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_1fdb7();

COMMENT ON TRIGGER pgtrigger_insert_insert_1fdb7 ON public.contracts_evaluationscheme IS '48f9b42564dd963b410468068271c263c1830ab2';

CREATE TRIGGER pgtrigger_insert_insert_20a0f AFTER INSERT ON public.accounts_recordowner REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_20a0f();

COMMENT ON TRIGGER pgtrigger_insert_insert_20a0f ON public.accounts_recordowner IS '2374f252e4b61e6a502c318d1359bf6a9b1f0f74';

CREATE TRIGGER pgtrigger_insert_insert_2307a AFTER INSERT ON public.contracts_threshold REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2307a();

COMMENT ON TRIGGER pgtrigger_insert_insert_2307a ON public.contracts_threshold IS '51c3af5a8f28bbb25ff7af179e8434557d963473';

CREATE TRIGGER pgtrigger_insert_insert_2a3b5 AFTER INSERT ON public.contracts_opening REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2a3b5();

COMMENT ON TRIGGER pgtrigger_insert_insert_2a3b5 ON public.contracts_opening IS '7f86f8c4231cd2bf7cc528769077d23ea554bce7';

CREATE TRIGGER pgtrigger_insert_insert_2cb63 AFTER INSERT ON public.imports_importrun REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2cb63();

COMMENT ON TRIGGER pgtrigger_insert_insert_2cb63 ON public.imports_importrun IS 'be3a0853ac2bcb2ab220b49f26b822c19a1a9dee';

CREATE TRIGGER pgtrigger_insert_insert_2d037 AFTER INSERT ON public.providers_localauthority REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_2d037();

COMMENT ON TRIGGER pgtrigger_insert_insert_2d037 ON public.providers_localauthority IS '3a2ed5cc2f49dbcf8ee703278b627b7cff374ddc';

CREATE TRIGGER pgtrigger_insert_insert_30086 AFTER INSERT ON public.placements_pricelistline REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_30086();

COMMENT ON TRIGGER pgtrigger_insert_insert_30086 ON public.placements_pricelistline IS 'eddaf738b1ebb0e2b0381163659db70fa2854619';

CREATE TRIGGER pgtrigger_insert_insert_31778 AFTER INSERT ON public.providers_schoolperiod REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_31778();

COMMENT ON TRIGGER pgtrigger_insert_insert_31778 ON public.providers_schoolperiod IS '4d00c11e349afb759ad1319e7109da143d9f7e1d';

CREATE TRIGGER pgtrigger_insert_insert_3764b AFTER INSERT ON public.contracts_noticewaiver REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3764b();

COMMENT ON TRIGGER pgtrigger_insert_insert_3764b ON public.contracts_noticewaiver IS '3e481d1c0d0af08571622d7825a6153e0c421ce6';

CREATE TRIGGER pgtrigger_insert_insert_3867c AFTER INSERT ON public.accounts_user REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3867c();

COMMENT ON TRIGGER pgtrigger_insert_insert_3867c ON public.accounts_user IS '808b683975644e8c2f18cb035d83f7e1583d94b8';

CREATE TRIGGER pgtrigger_insert_insert_394a7 AFTER INSERT ON public.contracts_vehicle REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_394a7();

COMMENT ON TRIGGER pgtrigger_insert_insert_394a7 ON public.contracts_vehicle IS 'cbf1ded02d642f484af782529dab2c991ce1df8d';

CREATE TRIGGER pgtrigger_insert_insert_3cc38 AFTER INSERT ON public.core_legalparameter REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3cc38();

COMMENT ON TRIGGER pgtrigger_insert_insert_3cc38 ON public.core_legalparameter IS 'b20e036d83af08531370daf92ec68b1d77eccb6f';

CREATE TRIGGER pgtrigger_insert_insert_3de1f AFTER INSERT ON public.contracts_round REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_3de1f();

COMMENT ON TRIGGER pgtrigger_insert_insert_3de1f ON public.contracts_round IS '87551d1deb58d4887d9e40b7702eefc5d2cd90f3';

CREATE TRIGGER pgtrigger_insert_insert_40b3a AFTER INSERT ON public.providers_providerinvitation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_40b3a();

COMMENT ON TRIGGER pgtrigger_insert_insert_40b3a ON public.providers_providerinvitation IS '77f93479ebf116642a33bc1ee813831acf8da405';

CREATE TRIGGER pgtrigger_insert_insert_44511 AFTER INSERT ON public.contracts_delegation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_44511();

COMMENT ON TRIGGER pgtrigger_insert_insert_44511 ON public.contracts_delegation IS '0ccf684b8b2363f68ef02ed7d95e88eeb7b382aa';

CREATE TRIGGER pgtrigger_insert_insert_45a00 AFTER INSERT ON public.contracts_recommendation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_45a00();

COMMENT ON TRIGGER pgtrigger_insert_insert_45a00 ON public.contracts_recommendation IS 'a95330d7854970052a6fd93f6ff4aefb33a4c262';

CREATE TRIGGER pgtrigger_insert_insert_45a13 AFTER INSERT ON public.placements_feesection REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_45a13();

COMMENT ON TRIGGER pgtrigger_insert_insert_45a13 ON public.placements_feesection IS 'b69b7cb32e65eb0368d02d4613512b655041740c';

CREATE TRIGGER pgtrigger_insert_insert_4b582 AFTER INSERT ON public.kpis_returnsection REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_4b582();

COMMENT ON TRIGGER pgtrigger_insert_insert_4b582 ON public.kpis_returnsection IS '58884a645392edd0dc56de6bf55ac59d707a408e';

CREATE TRIGGER pgtrigger_insert_insert_4b654 AFTER INSERT ON public.placements_case REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_4b654();

COMMENT ON TRIGGER pgtrigger_insert_insert_4b654 ON public.placements_case IS 'a497fd37df515bba6f0a964d93df5ffe2347a7b8';

CREATE TRIGGER pgtrigger_insert_insert_4da6b AFTER INSERT ON public.contracts_evidence REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_4da6b();

COMMENT ON TRIGGER pgtrigger_insert_insert_4da6b ON public.contracts_evidence IS '526cad9780c5fd9518591b93edceca2f50bb6dae';

CREATE TRIGGER pgtrigger_insert_insert_53173 AFTER INSERT ON public.kpis_kpireturn REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_53173();

COMMENT ON TRIGGER pgtrigger_insert_insert_53173 ON public.kpis_kpireturn IS '162dc383dd0c76aaff309c1290ea3ed505e55c08';

CREATE TRIGGER pgtrigger_insert_insert_5449f AFTER INSERT ON public.contracts_notice REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5449f();

COMMENT ON TRIGGER pgtrigger_insert_insert_5449f ON public.contracts_notice IS 'e1f439eb5314d333d955c7b903e80fee513df78b';

CREATE TRIGGER pgtrigger_insert_insert_5ad25 AFTER INSERT ON public.providers_providermember REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5ad25();

COMMENT ON TRIGGER pgtrigger_insert_insert_5ad25 ON public.providers_providermember IS '5a9c64f9b7413a18fd70cc432ca5ade131e6e06f';

CREATE TRIGGER pgtrigger_insert_insert_5f18f AFTER INSERT ON public.contracts_conflictdeclaration REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5f18f();

COMMENT ON TRIGGER pgtrigger_insert_insert_5f18f ON public.contracts_conflictdeclaration IS '7e4d23a163dd60b7de62423a375e00d71c9f71da';

CREATE TRIGGER pgtrigger_insert_insert_5f7b7 AFTER INSERT ON public.contracts_assignment REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_5f7b7();

COMMENT ON TRIGGER pgtrigger_insert_insert_5f7b7 ON public.contracts_assignment IS '6faa010d23c4d9b709664c53417d65cfbd13cf39';

CREATE TRIGGER pgtrigger_insert_insert_6107c AFTER INSERT ON public.placements_caseneed REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_6107c();

COMMENT ON TRIGGER pgtrigger_insert_insert_6107c ON public.placements_caseneed IS 'ea7d5fc48eaf4161ab055403b389107574d2d500';

CREATE TRIGGER pgtrigger_insert_insert_679be AFTER INSERT ON public.placements_child REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_679be();

COMMENT ON TRIGGER pgtrigger_insert_insert_679be ON public.placements_child IS 'a398d351dbe4b72ecd7af1e5283d6e4e17dcfd91';

CREATE TRIGGER pgtrigger_insert_insert_69c89 AFTER INSERT ON public.placements_childidentity REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_69c89();

COMMENT ON TRIGGER pgtrigger_insert_insert_69c89 ON public.placements_childidentity IS '84b0d3b41151dcb6e69360d19aa43694f0e183ee';

CREATE TRIGGER pgtrigger_insert_insert_6a1a3 AFTER INSERT ON public.kpis_figure REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_6a1a3();

COMMENT ON TRIGGER pgtrigger_insert_insert_6a1a3 ON public.kpis_figure IS 'c4bd5a42d2fb39fae94a52c11f1858ec109fe3d1';

CREATE TRIGGER pgtrigger_insert_insert_71410 AFTER INSERT ON public.providers_schoolneed REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_71410();

COMMENT ON TRIGGER pgtrigger_insert_insert_71410 ON public.providers_schoolneed IS '388ca58653f9fb686bbc67a127e822d90698da4a';

CREATE TRIGGER pgtrigger_insert_insert_73261 AFTER INSERT ON public.contracts_refusedfile REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_73261();

COMMENT ON TRIGGER pgtrigger_insert_insert_73261 ON public.contracts_refusedfile IS 'b8f86867b9f4ca517dd77cb874ace4af038b2b0c';

CREATE TRIGGER pgtrigger_insert_insert_76261 AFTER INSERT ON public.providers_extract REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_76261();

COMMENT ON TRIGGER pgtrigger_insert_insert_76261 ON public.providers_extract IS 'cb3194ea3a53c39ed590127681aca8ab89c130f6';

CREATE TRIGGER pgtrigger_insert_insert_7a666 AFTER INSERT ON public.contracts_recoverywindow REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7a666();

COMMENT ON TRIGGER pgtrigger_insert_insert_7a666 ON public.contracts_recoverywindow IS '3ca8392ada37ac2405bd0a10160d5d69ce4c6957';

CREATE TRIGGER pgtrigger_insert_insert_7e62e AFTER INSERT ON public.kpis_returnversion REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7e62e();

COMMENT ON TRIGGER pgtrigger_insert_insert_7e62e ON public.kpis_returnversion IS 'd0b285e1c04ce8e8e4d2e79bdf973b3ee870f775';

CREATE TRIGGER pgtrigger_insert_insert_7ff29 AFTER INSERT ON public.contracts_clarification REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_7ff29();

COMMENT ON TRIGGER pgtrigger_insert_insert_7ff29 ON public.contracts_clarification IS 'fc804551aba1eac78c51b7dfb1b602838f25d966';

CREATE TRIGGER pgtrigger_insert_insert_8503e AFTER INSERT ON public.placements_pricelist REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8503e();

COMMENT ON TRIGGER pgtrigger_insert_insert_8503e ON public.placements_pricelist IS '257578fbae8e184b5c647d4c32ef1b035ba68276';

CREATE TRIGGER pgtrigger_insert_insert_8ba1d AFTER INSERT ON public.contracts_section REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8ba1d();

COMMENT ON TRIGGER pgtrigger_insert_insert_8ba1d ON public.contracts_section IS '52f5a607f5eee507c5bfdf357584ca02e416f2d7';

CREATE TRIGGER pgtrigger_insert_insert_8c354 AFTER INSERT ON public.accounts_invitation REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8c354();

COMMENT ON TRIGGER pgtrigger_insert_insert_8c354 ON public.accounts_invitation IS 'e21170c369f547e099694d412b82af5f5cc62900';

CREATE TRIGGER pgtrigger_insert_insert_8ccfe AFTER INSERT ON public.contracts_debarmentcheck REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8ccfe();

COMMENT ON TRIGGER pgtrigger_insert_insert_8ccfe ON public.contracts_debarmentcheck IS 'd96e79eb272be895dbf56a134082e65539a89aed';

CREATE TRIGGER pgtrigger_insert_insert_8ebe6 AFTER INSERT ON public.contracts_agreement REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8ebe6();

COMMENT ON TRIGGER pgtrigger_insert_insert_8ebe6 ON public.contracts_agreement IS 'a71a8122a695dc0619d099476ae30eadd0363ccd';

CREATE TRIGGER pgtrigger_insert_insert_8f96a AFTER INSERT ON public.contracts_lot REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_8f96a();

COMMENT ON TRIGGER pgtrigger_insert_insert_8f96a ON public.contracts_lot IS 'cf65e523281dd12def9d56851389b24c04dba22c';

CREATE TRIGGER pgtrigger_insert_insert_92eaa AFTER INSERT ON public.providers_compliancedocument REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_92eaa();

COMMENT ON TRIGGER pgtrigger_insert_insert_92eaa ON public.providers_compliancedocument IS '6aa3cfe2360d0a0ba4db590dbd11fa5b5a35af9d';

CREATE TRIGGER pgtrigger_insert_insert_93847 AFTER INSERT ON public.contracts_question REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_93847();

COMMENT ON TRIGGER pgtrigger_insert_insert_93847 ON public.contracts_question IS 'bec873c7930af753268fa775fbd9f8dbce421487';

CREATE TRIGGER pgtrigger_insert_insert_a0d7d AFTER INSERT ON public.files_storedfile REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a0d7d();

COMMENT ON TRIGGER pgtrigger_insert_insert_a0d7d ON public.files_storedfile IS '309b16e992dc377eaf9d9f1fcbb6ac0a1da7401d';

CREATE TRIGGER pgtrigger_insert_insert_a257d AFTER INSERT ON public.kpis_term REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a257d();

COMMENT ON TRIGGER pgtrigger_insert_insert_a257d ON public.kpis_term IS '2d0073621ada9713472ab855c39e3712ea856a70';

CREATE TRIGGER pgtrigger_insert_insert_a9a66 AFTER INSERT ON public.providers_keptfact REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_a9a66();

COMMENT ON TRIGGER pgtrigger_insert_insert_a9a66 ON public.providers_keptfact IS '3f3141598c29cebde1fb8210e5f4e35ec5062a1e';

CREATE TRIGGER pgtrigger_insert_insert_ae572 AFTER INSERT ON public.placements_earlierschool REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ae572();

COMMENT ON TRIGGER pgtrigger_insert_insert_ae572 ON public.placements_earlierschool IS '4871f0c732657ae24c7a66f1cdeab478eaaae54c';

CREATE TRIGGER pgtrigger_insert_insert_ae69c AFTER INSERT ON public.contracts_lotoutcome REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ae69c();

COMMENT ON TRIGGER pgtrigger_insert_insert_ae69c ON public.contracts_lotoutcome IS 'ee2aff5132fe033b0925df912eab7584fc48c868';

CREATE TRIGGER pgtrigger_insert_insert_b373c AFTER INSERT ON public.contracts_finding REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_b373c();

COMMENT ON TRIGGER pgtrigger_insert_insert_b373c ON public.contracts_finding IS '5e763e43392c7bf81e0f7677ed44554ab7ab3f4d';

CREATE TRIGGER pgtrigger_insert_insert_b6c23 AFTER INSERT ON public.core_nonworkingday REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_b6c23();

COMMENT ON TRIGGER pgtrigger_insert_insert_b6c23 ON public.core_nonworkingday IS '42d800654190e2dd2ab802fef05f042907b78845';

CREATE TRIGGER pgtrigger_insert_insert_b8c0b AFTER INSERT ON public.contracts_declarationrenewal REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_b8c0b();

COMMENT ON TRIGGER pgtrigger_insert_insert_b8c0b ON public.contracts_declarationrenewal IS '1756bd7d9ff6e3f047eb30b849e24b1e133a02af';

CREATE TRIGGER pgtrigger_insert_insert_b8fac AFTER INSERT ON public.contracts_questionminimum REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_b8fac();

COMMENT ON TRIGGER pgtrigger_insert_insert_b8fac ON public.contracts_questionminimum IS '8f097cb46ec0e7c1f2ad65e17ee516d116fb4a4a';

CREATE TRIGGER pgtrigger_insert_insert_baf6e AFTER INSERT ON public.placements_feerequest REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_baf6e();

COMMENT ON TRIGGER pgtrigger_insert_insert_baf6e ON public.placements_feerequest IS 'a2b6ca12766da603676f9483cf9bdeaa7dc25605';

CREATE TRIGGER pgtrigger_insert_insert_bb407 AFTER INSERT ON public.kpis_indicator REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bb407();

COMMENT ON TRIGGER pgtrigger_insert_insert_bb407 ON public.kpis_indicator IS '237ab4d1fec01852ce0b146d31739a9d5daa2106';

CREATE TRIGGER pgtrigger_insert_insert_bb8a5 AFTER INSERT ON public.contracts_suspension REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bb8a5();

COMMENT ON TRIGGER pgtrigger_insert_insert_bb8a5 ON public.contracts_suspension IS 'bb3fe9c490a61aa5a799c196799483c75f1199da';

CREATE TRIGGER pgtrigger_insert_insert_bd6d9 AFTER INSERT ON public.contracts_extensionoption REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bd6d9();

COMMENT ON TRIGGER pgtrigger_insert_insert_bd6d9 ON public.contracts_extensionoption IS '95580abfb31d40f6d3fd572d20c03911d05ea505';

CREATE TRIGGER pgtrigger_insert_insert_bdd19 AFTER INSERT ON public.accounts_proposal REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bdd19();

COMMENT ON TRIGGER pgtrigger_insert_insert_bdd19 ON public.accounts_proposal IS '95110b739c035dda18fa409649234f44b1724ea8';

CREATE TRIGGER pgtrigger_insert_insert_bdfd6 AFTER INSERT ON public.contracts_roundwatch REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_bdfd6();

COMMENT ON TRIGGER pgtrigger_insert_insert_bdfd6 ON public.contracts_roundwatch IS '1edd0268cd2df85bea69b0f705d1943710563c4b';

CREATE TRIGGER pgtrigger_insert_insert_be45a AFTER INSERT ON public.placements_feewindow REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_be45a();

COMMENT ON TRIGGER pgtrigger_insert_insert_be45a ON public.placements_feewindow IS 'e00d1569ab859f54fccdc305efec32d3d9bcaddf';

CREATE TRIGGER pgtrigger_insert_insert_c2891 AFTER INSERT ON public.providers_provider REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_c2891();

COMMENT ON TRIGGER pgtrigger_insert_insert_c2891 ON public.providers_provider IS 'fe4140b2886a141b07eaedd7512cfdc89149064c';

CREATE TRIGGER pgtrigger_insert_insert_c809d AFTER INSERT ON public.kpis_indicatorset REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_c809d();

COMMENT ON TRIGGER pgtrigger_insert_insert_c809d ON public.kpis_indicatorset IS '5d43d3099e156c0157eb0b77e8d7657031657042';

CREATE TRIGGER pgtrigger_insert_insert_c9839 AFTER INSERT ON public.contracts_vehicledocument REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_c9839();

COMMENT ON TRIGGER pgtrigger_insert_insert_c9839 ON public.contracts_vehicledocument IS '6cdfa5e121c92b39063552e42b837813b4de81c5';

CREATE TRIGGER pgtrigger_insert_insert_ccf20 AFTER INSERT ON public.placements_feeline REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ccf20();

COMMENT ON TRIGGER pgtrigger_insert_insert_ccf20 ON public.placements_feeline IS '4bbae5a499ea0a1350e1c3b89cc20fde95479edb';

CREATE TRIGGER pgtrigger_insert_insert_d0b1c AFTER INSERT ON public.accounts_calendarfeed REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_d0b1c();

COMMENT ON TRIGGER pgtrigger_insert_insert_d0b1c ON public.accounts_calendarfeed IS '8032919ab5873dc50c1e2b2979468c5b6d3586ff';

CREATE TRIGGER pgtrigger_insert_insert_d42a3 AFTER INSERT ON public.providers_succession REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_d42a3();

COMMENT ON TRIGGER pgtrigger_insert_insert_d42a3 ON public.providers_succession IS 'b21d5199d1a08d15a549e9b9672f646372276d55';

CREATE TRIGGER pgtrigger_insert_insert_e3479 AFTER INSERT ON public.contracts_application REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_e3479();

COMMENT ON TRIGGER pgtrigger_insert_insert_e3479 ON public.contracts_application IS '52354cec7f2bd4e973f3804ee7eb4c6ca24403f1';

CREATE TRIGGER pgtrigger_insert_insert_e6f43 AFTER INSERT ON public.placements_priceline REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_e6f43();

COMMENT ON TRIGGER pgtrigger_insert_insert_e6f43 ON public.placements_priceline IS 'c94bbe1b98735cd137dd6e9df207a125d7f27fc6';

CREATE TRIGGER pgtrigger_insert_insert_ed130 AFTER INSERT ON public.placements_otherreference REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_ed130();

COMMENT ON TRIGGER pgtrigger_insert_insert_ed130 ON public.placements_otherreference IS '9497525d7b071e46056244a99a0a0ce4b8887615';

CREATE TRIGGER pgtrigger_insert_insert_f81ab AFTER INSERT ON public.contracts_membership REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_f81ab();

COMMENT ON TRIGGER pgtrigger_insert_insert_f81ab ON public.contracts_membership IS 'be372da2b00e914db1034f367afc1040c9f6e93b';

CREATE TRIGGER pgtrigger_insert_insert_faaf5 AFTER INSERT ON public.contracts_decision REFERENCING NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_insert_insert_faaf5();

COMMENT ON TRIGGER pgtrigger_insert_insert_faaf5 ON public.contracts_decision IS '8b3bb0939c0e86e817b2f7cf7ffa36c2f33cf004';

CREATE TRIGGER pgtrigger_kept_as_submitted_62e1d BEFORE UPDATE ON public.kpis_returnversion FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_as_submitted_62e1d();

COMMENT ON TRIGGER pgtrigger_kept_as_submitted_62e1d ON public.kpis_returnversion IS 'c79c59618491ad9acca7508c3da4b1fd3a3536d8';

CREATE TRIGGER pgtrigger_kept_for_good_00394 BEFORE DELETE ON public.contracts_conflictdeclaration FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_00394();

COMMENT ON TRIGGER pgtrigger_kept_for_good_00394 ON public.contracts_conflictdeclaration IS 'd2f951d7131a840f04b87fe2d5abccafdbee03ee';

CREATE TRIGGER pgtrigger_kept_for_good_12589 BEFORE DELETE ON public.contracts_recommendation FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_12589();

COMMENT ON TRIGGER pgtrigger_kept_for_good_12589 ON public.contracts_recommendation IS '8234603beb6ccfac0e7c35e27b842e6165015f01';

CREATE TRIGGER pgtrigger_kept_for_good_2aeb6 BEFORE DELETE ON public.kpis_returnversion FOR EACH ROW WHEN (((NOT old.imported) AND (old.sealed_at IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_kept_for_good_2aeb6();

COMMENT ON TRIGGER pgtrigger_kept_for_good_2aeb6 ON public.kpis_returnversion IS '372d330bac08fabded46a562e8c16d8457712aff';

CREATE TRIGGER pgtrigger_kept_for_good_2f8a1 BEFORE DELETE OR UPDATE ON public.contracts_recoverywindow FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_2f8a1();

COMMENT ON TRIGGER pgtrigger_kept_for_good_2f8a1 ON public.contracts_recoverywindow IS 'fa7a9860a4eb2fe5319ca41e04cace109bcf1cb9';

CREATE TRIGGER pgtrigger_kept_for_good_3657f BEFORE DELETE ON public.accounts_recordowner FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_3657f();

COMMENT ON TRIGGER pgtrigger_kept_for_good_3657f ON public.accounts_recordowner IS '7c4d467fe4d085cdbc1a0d7cf8a2b6906a095c35';

CREATE TRIGGER pgtrigger_kept_for_good_4022a BEFORE DELETE ON public.contracts_assignment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_4022a();

COMMENT ON TRIGGER pgtrigger_kept_for_good_4022a ON public.contracts_assignment IS '52f3e3e23fadb31546435db55b5ec68d2304c02f';

CREATE TRIGGER pgtrigger_kept_for_good_46dc5 BEFORE DELETE ON public.placements_feerequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_46dc5();

COMMENT ON TRIGGER pgtrigger_kept_for_good_46dc5 ON public.placements_feerequest IS '4ed3dc34805e95a3da661b77f1e898a882fb1eb2';

CREATE TRIGGER pgtrigger_kept_for_good_c463b BEFORE DELETE ON public.accounts_deputy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_c463b();

COMMENT ON TRIGGER pgtrigger_kept_for_good_c463b ON public.accounts_deputy IS 'a60f95e120c19af7b41a9fcec5530992afdd235d';

CREATE TRIGGER pgtrigger_kept_for_good_ed7b6 BEFORE DELETE ON public.contracts_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_for_good_ed7b6();

COMMENT ON TRIGGER pgtrigger_kept_for_good_ed7b6 ON public.contracts_submission IS '21247dadb23e2cd4dc339bddb3b32bef5bc60de3';

CREATE TRIGGER pgtrigger_kept_once_published_5a70f BEFORE DELETE ON public.kpis_indicatorset FOR EACH ROW WHEN (((NOT old.imported) AND (old.published_at IS NOT NULL))) EXECUTE FUNCTION public.pgtrigger_kept_once_published_5a70f();

COMMENT ON TRIGGER pgtrigger_kept_once_published_5a70f ON public.kpis_indicatorset IS 'c098ed4b67eee3d2ed5b1bfb9d94c2cfb41a5306';

CREATE TRIGGER pgtrigger_kept_once_published_6cc89 BEFORE DELETE ON public.contracts_evaluationscheme FOR EACH ROW WHEN ((old.published_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_kept_once_published_6cc89();

COMMENT ON TRIGGER pgtrigger_kept_once_published_6cc89 ON public.contracts_evaluationscheme IS '4e537d42ca4bf964861e704f1b274150a339956d';

CREATE CONSTRAINT TRIGGER pgtrigger_leaves_a_first_need_0f4ed AFTER DELETE OR UPDATE ON public.placements_caseneed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_leaves_a_first_need_0f4ed();

COMMENT ON TRIGGER pgtrigger_leaves_a_first_need_0f4ed ON public.placements_caseneed IS 'c3a47aa156345c6eaa06db476e150d3455d96c93';

CREATE TRIGGER pgtrigger_lines_follow_ae9e7 AFTER UPDATE OF status ON public.placements_feerequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_lines_follow_ae9e7();

COMMENT ON TRIGGER pgtrigger_lines_follow_ae9e7 ON public.placements_feerequest IS '81591ec4c07253d2be1bbcf350baf3497e04274b';

CREATE CONSTRAINT TRIGGER pgtrigger_moves_its_application_c1281 AFTER INSERT ON public.contracts_approval DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_its_application_c1281();

COMMENT ON TRIGGER pgtrigger_moves_its_application_c1281 ON public.contracts_approval IS 'd93e4bccd20cb3adcfff6fc0556e0e411af4af33';

CREATE TRIGGER pgtrigger_moves_the_end_d3689 AFTER INSERT OR DELETE OR UPDATE ON public.contracts_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_the_end_d3689();

COMMENT ON TRIGGER pgtrigger_moves_the_end_d3689 ON public.contracts_extensionoption IS 'e22ddab2d76673606d57812967e9ff621bffa10b';

CREATE CONSTRAINT TRIGGER pgtrigger_moves_with_its_application_5fbc5 AFTER INSERT OR UPDATE ON public.contracts_recommendation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_moves_with_its_application_5fbc5();

COMMENT ON TRIGGER pgtrigger_moves_with_its_application_5fbc5 ON public.contracts_recommendation IS '3cbddab63408d342870138a0282997a7b1728554';

CREATE TRIGGER pgtrigger_namesakes_b201d AFTER INSERT OR DELETE OR UPDATE OF name ON public.providers_school FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_namesakes_b201d();

COMMENT ON TRIGGER pgtrigger_namesakes_b201d ON public.providers_school IS '136366da7e17871682a9c4363684e81824bc7d00';

CREATE TRIGGER pgtrigger_never_changes_0f6c8 BEFORE UPDATE ON public.placements_priceline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changes_0f6c8();

COMMENT ON TRIGGER pgtrigger_never_changes_0f6c8 ON public.placements_priceline IS 'c31f61a76faa55a559b2e36a5706a9b63b92e60e';

CREATE TRIGGER pgtrigger_never_changes_dde33 BEFORE UPDATE ON public.placements_pricelistline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changes_dde33();

COMMENT ON TRIGGER pgtrigger_never_changes_dde33 ON public.placements_pricelistline IS 'fc70ae257a644855117a1724ae49a177bfca8f49';

CREATE TRIGGER pgtrigger_never_changes_de94c BEFORE UPDATE ON public.placements_pricelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_changes_de94c();

COMMENT ON TRIGGER pgtrigger_never_changes_de94c ON public.placements_pricelist IS '6af39d079ef6da277a676dd5e0251df9f8b94b92';

CREATE TRIGGER pgtrigger_never_goes_4bc95 BEFORE DELETE ON public.placements_pricelist FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_goes_4bc95();

COMMENT ON TRIGGER pgtrigger_never_goes_4bc95 ON public.placements_pricelist IS 'fe5a1014a38b47e536c617187408d9d64d897797';

CREATE TRIGGER pgtrigger_never_goes_f2a1c BEFORE DELETE ON public.placements_priceline FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_goes_f2a1c();

COMMENT ON TRIGGER pgtrigger_never_goes_f2a1c ON public.placements_priceline IS 'a7ee3c694b72fe2c1baeff2245985e157b42bb82';

CREATE TRIGGER pgtrigger_never_shortened_349fc BEFORE UPDATE ON public.contracts_round FOR EACH ROW WHEN ((NOT ((old.status)::text = 'planned'::text))) EXECUTE FUNCTION public.pgtrigger_never_shortened_349fc();

COMMENT ON TRIGGER pgtrigger_never_shortened_349fc ON public.contracts_round IS 'ab007087ed343043e2db4a381a4531039ae1a9ae';

CREATE CONSTRAINT TRIGGER pgtrigger_no_gap_7fdfa AFTER INSERT OR DELETE OR UPDATE ON public.placements_pricelist DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_no_gap_7fdfa();

COMMENT ON TRIGGER pgtrigger_no_gap_7fdfa ON public.placements_pricelist IS '9eea5afac6c555e89db52e01153084b91fe6a883';

CREATE TRIGGER pgtrigger_of_the_same_role_4d4f4 BEFORE INSERT OR UPDATE ON public.accounts_deputy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_of_the_same_role_4d4f4();

COMMENT ON TRIGGER pgtrigger_of_the_same_role_4d4f4 ON public.accounts_deputy IS '5a842e7d3d0b8b9685756430df92acf2933cf6e1';

CREATE TRIGGER pgtrigger_of_what_is_told_43fa3 BEFORE INSERT ON public.contracts_outcomeletter FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_of_what_is_told_43fa3();

COMMENT ON TRIGGER pgtrigger_of_what_is_told_43fa3 ON public.contracts_outcomeletter IS '187bcd1db675f588ce1ddc02898f1de95967f1a3';

CREATE TRIGGER pgtrigger_of_what_it_was_7066b BEFORE UPDATE ON public.contracts_evidence FOR EACH ROW WHEN (((old.application_id IS DISTINCT FROM new.application_id) OR (old.file_id IS DISTINCT FROM new.file_id) OR ((old.name)::text IS DISTINCT FROM (new.name)::text) OR (old.added_at IS DISTINCT FROM new.added_at) OR (old.added_by_id IS DISTINCT FROM new.added_by_id))) EXECUTE FUNCTION public.pgtrigger_of_what_it_was_7066b();

COMMENT ON TRIGGER pgtrigger_of_what_it_was_7066b ON public.contracts_evidence IS '5acbc2f8361a0db9d86bd87ded09b3de569341e3';

CREATE TRIGGER pgtrigger_of_whom_it_was_10f44 BEFORE UPDATE ON public.contracts_conflictdeclaration FOR EACH ROW WHEN (((old.application_id IS DISTINCT FROM new.application_id) OR (old.person_id IS DISTINCT FROM new.person_id))) EXECUTE FUNCTION public.pgtrigger_of_whom_it_was_10f44();

COMMENT ON TRIGGER pgtrigger_of_whom_it_was_10f44 ON public.contracts_conflictdeclaration IS 'ec541f627e5c23906c68a1656ef20588623385c2';

CREATE TRIGGER pgtrigger_of_whom_it_was_d72fa BEFORE UPDATE ON public.contracts_assignment FOR EACH ROW WHEN (((old.application_id IS DISTINCT FROM new.application_id) OR (old.question_id IS DISTINCT FROM new.question_id) OR (old.evaluator_id IS DISTINCT FROM new.evaluator_id))) EXECUTE FUNCTION public.pgtrigger_of_whom_it_was_d72fa();

COMMENT ON TRIGGER pgtrigger_of_whom_it_was_d72fa ON public.contracts_assignment IS 'e773e4667f07a91bdee5d345175d1050c950e1b5';

CREATE TRIGGER pgtrigger_only_accepted_6a2b8 BEFORE DELETE OR UPDATE ON public.placements_feeoffer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_only_accepted_6a2b8();

COMMENT ON TRIGGER pgtrigger_only_accepted_6a2b8 ON public.placements_feeoffer IS '139c5826c3c865da04e30db86b8f3d377cca30f7';

CREATE TRIGGER pgtrigger_opened_by_two_in_its_time_7c848 BEFORE INSERT OR UPDATE ON public.contracts_application FOR EACH ROW WHEN ((new.opened_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_opened_by_two_in_its_time_7c848();

COMMENT ON TRIGGER pgtrigger_opened_by_two_in_its_time_7c848 ON public.contracts_application IS '99b1b2af2e9bb16c14b9037d9b59db3202de4df8';

CREATE TRIGGER pgtrigger_published_once_51645 BEFORE INSERT OR UPDATE ON public.kpis_indicatorset FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_published_once_51645();

COMMENT ON TRIGGER pgtrigger_published_once_51645 ON public.kpis_indicatorset IS '8a1c0a1566304d421b8a140d8679626214d3adf1';

CREATE TRIGGER pgtrigger_received_as_submitted_81d13 BEFORE INSERT OR UPDATE ON public.contracts_application FOR EACH ROW WHEN ((new.received_at IS NOT NULL)) EXECUTE FUNCTION public.pgtrigger_received_as_submitted_81d13();

COMMENT ON TRIGGER pgtrigger_received_as_submitted_81d13 ON public.contracts_application IS '12ee0af202162e66ebea6529cd7dcedc85f75627';

CREATE TRIGGER pgtrigger_received_once_ed50b BEFORE UPDATE ON public.contracts_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_received_once_ed50b();

COMMENT ON TRIGGER pgtrigger_received_once_ed50b ON public.contracts_submission IS '80ede974f83d7a69b9fb74de03a5b4c57281d7fc';

CREATE TRIGGER pgtrigger_recommended_and_decided_as_written_be329 BEFORE INSERT OR UPDATE ON public.contracts_application FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_recommended_and_decided_as_written_be329();

COMMENT ON TRIGGER pgtrigger_recommended_and_decided_as_written_be329 ON public.contracts_application IS '3ee40dee498ee2237623455e56bcbba8671b87fa';

CREATE TRIGGER pgtrigger_superseded_once_b16be BEFORE UPDATE ON public.contracts_moderatedscore FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_superseded_once_b16be();

COMMENT ON TRIGGER pgtrigger_superseded_once_b16be ON public.contracts_moderatedscore IS '7868d3409edfd3e710e09b2e8c1595d5d17471c4';

CREATE CONSTRAINT TRIGGER pgtrigger_told_by_a_letter_bd72e AFTER INSERT OR UPDATE ON public.contracts_application DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.status)::text = 'told'::text)) EXECUTE FUNCTION public.pgtrigger_told_by_a_letter_bd72e();

COMMENT ON TRIGGER pgtrigger_told_by_a_letter_bd72e ON public.contracts_application IS '406ce4102c462e0d2ab05d43291bb1d166a951a2';

CREATE TRIGGER pgtrigger_under_this_document_a5efa BEFORE INSERT ON public.contracts_signature FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_under_this_document_a5efa();

COMMENT ON TRIGGER pgtrigger_under_this_document_a5efa ON public.contracts_signature IS '0406bca8a5f55c261a773ec7aa0e798b31329a9e';

CREATE TRIGGER pgtrigger_update_update_07825 AFTER UPDATE ON public.contracts_evaluationscheme REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_07825();

COMMENT ON TRIGGER pgtrigger_update_update_07825 ON public.contracts_evaluationscheme IS '316e7b77d53fe193a140f13780370861cf7792c2';

CREATE TRIGGER pgtrigger_update_update_09465 AFTER UPDATE ON public.placements_feerequest REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_09465();

COMMENT ON TRIGGER pgtrigger_update_update_09465 ON public.placements_feerequest IS 'b4301968c9e96fb94f32e4989f459cde5b1619ee';

CREATE TRIGGER pgtrigger_update_update_0e5e6 AFTER UPDATE ON public.contracts_threshold REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_0e5e6();

COMMENT ON TRIGGER pgtrigger_update_update_0e5e6 ON public.contracts_threshold IS 'e58443495df3421dbfdf786a75ce5ae42d3e85ad';

CREATE TRIGGER pgtrigger_update_update_0e890 AFTER UPDATE ON public.accounts_user REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_0e890();

COMMENT ON TRIGGER pgtrigger_update_update_0e890 ON public.accounts_user IS '89739fb665bccdb84af4eb89789b185209254de7';

CREATE TRIGGER pgtrigger_update_update_0f4a3 AFTER UPDATE ON public.contracts_delegation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_0f4a3();

COMMENT ON TRIGGER pgtrigger_update_update_0f4a3 ON public.contracts_delegation IS '8bbb6afca80b0166e1ca1fa19d13d8c4d41a50a1';

CREATE TRIGGER pgtrigger_update_update_151b9 AFTER UPDATE ON public.contracts_debarmentcheck REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_151b9();

COMMENT ON TRIGGER pgtrigger_update_update_151b9 ON public.contracts_debarmentcheck IS '3d3c2e75ad2dcfbc2c8806a45bd0031ab3be443c';

CREATE TRIGGER pgtrigger_update_update_15d0c AFTER UPDATE ON public.placements_priceline REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_15d0c();

COMMENT ON TRIGGER pgtrigger_update_update_15d0c ON public.placements_priceline IS '0743d88b611b800ccd051c23216662af21497c71';

CREATE TRIGGER pgtrigger_update_update_17eb3 AFTER UPDATE ON public.contracts_clarification REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_17eb3();

COMMENT ON TRIGGER pgtrigger_update_update_17eb3 ON public.contracts_clarification IS '2ec2f047874890091810709385299edce85dadc3';

CREATE TRIGGER pgtrigger_update_update_18db4 AFTER UPDATE ON public.contracts_assignment REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_18db4();

COMMENT ON TRIGGER pgtrigger_update_update_18db4 ON public.contracts_assignment IS 'aa6af05dd11c4e64fb279bb7950ee10c6b38e4ff';

CREATE TRIGGER pgtrigger_update_update_1bcae AFTER UPDATE ON public.contracts_declarationrenewal REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_1bcae();

COMMENT ON TRIGGER pgtrigger_update_update_1bcae ON public.contracts_declarationrenewal IS 'ae7dd3f0b93a8b1bf4b91d0352a2d20d620d27ff';

CREATE TRIGGER pgtrigger_update_update_1bfa0 AFTER UPDATE ON public.kpis_returnsection REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_1bfa0();

COMMENT ON TRIGGER pgtrigger_update_update_1bfa0 ON public.kpis_returnsection IS 'cfbeea2d0f037568fbedb1c8faac78115cca42d2';

CREATE TRIGGER pgtrigger_update_update_1fb45 AFTER UPDATE ON public.core_nonworkingday REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_1fb45();

COMMENT ON TRIGGER pgtrigger_update_update_1fb45 ON public.core_nonworkingday IS '05edd25092264dd7541ac9febaae50b950c81937';

CREATE TRIGGER pgtrigger_update_update_214d5 AFTER UPDATE ON public.placements_otherreference REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_214d5();

COMMENT ON TRIGGER pgtrigger_update_update_214d5 ON public.placements_otherreference IS '3fdc1e7e355801071992e262c18e970f6fbf00bb';

CREATE TRIGGER pgtrigger_update_update_228d3 AFTER UPDATE ON public.contracts_finding REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_228d3();

COMMENT ON TRIGGER pgtrigger_update_update_228d3 ON public.contracts_finding IS '2576bfe0b6d0c5720b75e0716878e8200bca9ee3';

CREATE TRIGGER pgtrigger_update_update_269ce AFTER UPDATE ON public.placements_feesection REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_269ce();

COMMENT ON TRIGGER pgtrigger_update_update_269ce ON public.placements_feesection IS '568fad97444362b9f5dd520b5e61b4938a5f249e';

CREATE TRIGGER pgtrigger_update_update_287b2 AFTER UPDATE ON public.accounts_calendarfeed REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_287b2();

COMMENT ON TRIGGER pgtrigger_update_update_287b2 ON public.accounts_calendarfeed IS '0021f854f669c78ced7d62101820ec71b94b18dd';

CREATE TRIGGER pgtrigger_update_update_28b28 AFTER UPDATE ON public.kpis_returnversion REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_28b28();

COMMENT ON TRIGGER pgtrigger_update_update_28b28 ON public.kpis_returnversion IS '1c23e78f0e1265094e7d83f36ddcbd3b1b712e3a';

CREATE TRIGGER pgtrigger_update_update_29d2f AFTER UPDATE ON public.contracts_recoverywindow REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_29d2f();

COMMENT ON TRIGGER pgtrigger_update_update_29d2f ON public.contracts_recoverywindow IS '9dfd0a87c9e69913cb6ded8196f1788d40ba9538';

CREATE TRIGGER pgtrigger_update_update_2b16b AFTER UPDATE ON public.kpis_indicator REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_2b16b();

COMMENT ON TRIGGER pgtrigger_update_update_2b16b ON public.kpis_indicator IS '5977a7b35fa63797a1ba0f0d79acb2f66a5e071c';

CREATE TRIGGER pgtrigger_update_update_2ca8e AFTER UPDATE ON public.contracts_question REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_2ca8e();

COMMENT ON TRIGGER pgtrigger_update_update_2ca8e ON public.contracts_question IS '6e7a6fd33d6f6fc595e688be9c54a5138b492c59';

CREATE TRIGGER pgtrigger_update_update_2d5be AFTER UPDATE ON public.placements_feeline REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_2d5be();

COMMENT ON TRIGGER pgtrigger_update_update_2d5be ON public.placements_feeline IS '032c2c86e8c11fd4b3a648b48bedba67fc342f55';

CREATE TRIGGER pgtrigger_update_update_3ab36 AFTER UPDATE ON public.placements_placement REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_3ab36();

COMMENT ON TRIGGER pgtrigger_update_update_3ab36 ON public.placements_placement IS '2ca45194699d2210e77ab4a29256ec4b97729d70';

CREATE TRIGGER pgtrigger_update_update_41358 AFTER UPDATE ON public.contracts_lotoutcome REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_41358();

COMMENT ON TRIGGER pgtrigger_update_update_41358 ON public.contracts_lotoutcome IS '957bdff0c4a4492de6f9d2a5068223efda7ba69c';

CREATE TRIGGER pgtrigger_update_update_4371f AFTER UPDATE ON public.kpis_figure REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_4371f();

COMMENT ON TRIGGER pgtrigger_update_update_4371f ON public.kpis_figure IS '443af18c73f03e302759c2d513429cabae8ee0d3';

CREATE TRIGGER pgtrigger_update_update_43e4f AFTER UPDATE ON public.placements_feeoffer REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_43e4f();

COMMENT ON TRIGGER pgtrigger_update_update_43e4f ON public.placements_feeoffer IS 'c41f0fad210d31f0fa17218110274ef5cfe6e383';

CREATE TRIGGER pgtrigger_update_update_452b8 AFTER UPDATE ON public.contracts_evidence REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_452b8();

COMMENT ON TRIGGER pgtrigger_update_update_452b8 ON public.contracts_evidence IS '41caea004275d77f99cbd773284c528a4debc4cb';

CREATE TRIGGER pgtrigger_update_update_498e1 AFTER UPDATE ON public.providers_schoolneed REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_498e1();

COMMENT ON TRIGGER pgtrigger_update_update_498e1 ON public.providers_schoolneed IS '733254ed1730851c02fd62fc260915931e26db74';

CREATE TRIGGER pgtrigger_update_update_4b379 AFTER UPDATE ON public.kpis_band REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_4b379();

COMMENT ON TRIGGER pgtrigger_update_update_4b379 ON public.kpis_band IS 'e5aa1c9662373210dd3172f37eeaa63f63bbbb6d';

CREATE TRIGGER pgtrigger_update_update_4e12d AFTER UPDATE ON public.accounts_invitation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_4e12d();

COMMENT ON TRIGGER pgtrigger_update_update_4e12d ON public.accounts_invitation IS '12ca0e10c4f4567166269291887b0b646b91d38e';

CREATE TRIGGER pgtrigger_update_update_4e6d4 AFTER UPDATE ON public.kpis_indicatorset REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_4e6d4();

COMMENT ON TRIGGER pgtrigger_update_update_4e6d4 ON public.kpis_indicatorset IS 'e609c1cb0283662f3eb9eb38be52be99a7240cdb';

CREATE TRIGGER pgtrigger_update_update_5ac96 AFTER UPDATE ON public.contracts_agreement REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5ac96();

COMMENT ON TRIGGER pgtrigger_update_update_5ac96 ON public.contracts_agreement IS '583e4633119bd9cee02cf7942bb77befebeecf24';

CREATE TRIGGER pgtrigger_update_update_5d1d3 AFTER UPDATE ON public.placements_child REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5d1d3();

COMMENT ON TRIGGER pgtrigger_update_update_5d1d3 ON public.placements_child IS 'ce0fbf0cd7be75ad82228fb49fd632b8f97d06cb';

CREATE TRIGGER pgtrigger_update_update_5e73a AFTER UPDATE ON public.contracts_evidencerequest REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_5e73a();

COMMENT ON TRIGGER pgtrigger_update_update_5e73a ON public.contracts_evidencerequest IS '495094710a28032bc5795e0205448eabe2ebcf60';

CREATE TRIGGER pgtrigger_update_update_608f8 AFTER UPDATE ON public.contracts_roundwatch REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_608f8();

COMMENT ON TRIGGER pgtrigger_update_update_608f8 ON public.contracts_roundwatch IS '33ba290b3bcd239f2c05b0456d7bd55760723583';

CREATE TRIGGER pgtrigger_update_update_68174 AFTER UPDATE ON public.accounts_deputy REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_68174();

COMMENT ON TRIGGER pgtrigger_update_update_68174 ON public.accounts_deputy IS '28ece6ee407b29f255ca0d9c9611a7ecffa58207';

CREATE TRIGGER pgtrigger_update_update_6c012 AFTER UPDATE ON public.providers_school REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_6c012();

COMMENT ON TRIGGER pgtrigger_update_update_6c012 ON public.providers_school IS '9b79b863928634ad0a66e8403005b1fbf0e361c9';

CREATE TRIGGER pgtrigger_update_update_71ceb AFTER UPDATE ON public.contracts_application REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_71ceb();

COMMENT ON TRIGGER pgtrigger_update_update_71ceb ON public.contracts_application IS '5cab8727d53219a90280f0c40381c6457c826e8c';

CREATE TRIGGER pgtrigger_update_update_72662 AFTER UPDATE ON public.imports_importrun REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_72662();

COMMENT ON TRIGGER pgtrigger_update_update_72662 ON public.imports_importrun IS '4d72453363744584344f6cdacf189f48680be684';

CREATE TRIGGER pgtrigger_update_update_74d79 AFTER UPDATE ON public.placements_pricelist REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_74d79();

COMMENT ON TRIGGER pgtrigger_update_update_74d79 ON public.placements_pricelist IS '722e46df97bd05fa2dbe4453ee22cde50321c2bd';

CREATE TRIGGER pgtrigger_update_update_7936c AFTER UPDATE ON public.contracts_membership REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7936c();

COMMENT ON TRIGGER pgtrigger_update_update_7936c ON public.contracts_membership IS 'a9075eac78ca0a097971ea5f834787789821e01b';

CREATE TRIGGER pgtrigger_update_update_7a6e6 AFTER UPDATE ON public.providers_providermember REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7a6e6();

COMMENT ON TRIGGER pgtrigger_update_update_7a6e6 ON public.providers_providermember IS 'f1702b497b9933362ff43fd8eae623dded1e982b';

CREATE TRIGGER pgtrigger_update_update_7ad03 AFTER UPDATE ON public.contracts_vehicledocument REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7ad03();

COMMENT ON TRIGGER pgtrigger_update_update_7ad03 ON public.contracts_vehicledocument IS '587f97bb74be3a07b6085c5a352c8fcfd2d13ec8';

CREATE TRIGGER pgtrigger_update_update_7f277 AFTER UPDATE ON public.contracts_refusedfile REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_7f277();

COMMENT ON TRIGGER pgtrigger_update_update_7f277 ON public.contracts_refusedfile IS '72e22a6b8478a5ed774866c92a0dbd87703c2f76';

CREATE TRIGGER pgtrigger_update_update_8343b AFTER UPDATE ON public.contracts_questionminimum REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8343b();

COMMENT ON TRIGGER pgtrigger_update_update_8343b ON public.contracts_questionminimum IS '11ee9e978e9ef1c732397a1912facca5462abd22';

CREATE TRIGGER pgtrigger_update_update_835c0 AFTER UPDATE ON public.contracts_notice REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_835c0();

COMMENT ON TRIGGER pgtrigger_update_update_835c0 ON public.contracts_notice IS '0433a87f1b157347463cc06f0af63097c2da5f30';

CREATE TRIGGER pgtrigger_update_update_858de AFTER UPDATE ON public.contracts_noticewaiver REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_858de();

COMMENT ON TRIGGER pgtrigger_update_update_858de ON public.contracts_noticewaiver IS '7bc62412d7d2646576ec98c00e68f02961bce78e';

CREATE TRIGGER pgtrigger_update_update_8c2ef AFTER UPDATE ON public.files_storedfile REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8c2ef();

COMMENT ON TRIGGER pgtrigger_update_update_8c2ef ON public.files_storedfile IS 'c3fea4a1ef4d846a7f94265e54b5f561998e639c';

CREATE TRIGGER pgtrigger_update_update_8fee0 AFTER UPDATE ON public.contracts_opening REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_8fee0();

COMMENT ON TRIGGER pgtrigger_update_update_8fee0 ON public.contracts_opening IS '596d3e87b0b2d5c5b6221cd249a821212fe3d6f5';

CREATE TRIGGER pgtrigger_update_update_92a0c AFTER UPDATE ON public.core_legalparameter REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_92a0c();

COMMENT ON TRIGGER pgtrigger_update_update_92a0c ON public.core_legalparameter IS '1b5b1d7debb66071b13a7b73c11bb512cbf46827';

CREATE TRIGGER pgtrigger_update_update_97a08 AFTER UPDATE ON public.providers_providerinvitation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_97a08();

COMMENT ON TRIGGER pgtrigger_update_update_97a08 ON public.providers_providerinvitation IS '01e0550e737ea0a2ac19428ec68de9631e3c50f6';

CREATE TRIGGER pgtrigger_update_update_99c11 AFTER UPDATE ON public.placements_pricelistline REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_99c11();

COMMENT ON TRIGGER pgtrigger_update_update_99c11 ON public.placements_pricelistline IS '9dacc94b2f8ce7a732280bba5e4e7229b85efb49';

CREATE TRIGGER pgtrigger_update_update_9a614 AFTER UPDATE ON public.placements_case REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9a614();

COMMENT ON TRIGGER pgtrigger_update_update_9a614 ON public.placements_case IS 'f42a8fd365ac810765a60b9f67c09f1b7892b30c';

CREATE TRIGGER pgtrigger_update_update_9c76f AFTER UPDATE ON public.imports_importfindings REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9c76f();

COMMENT ON TRIGGER pgtrigger_update_update_9c76f ON public.imports_importfindings IS '3f6d006a66fe9c48d627161d3e9f811c5ba14a13';

CREATE TRIGGER pgtrigger_update_update_9dd63 AFTER UPDATE ON public.kpis_kpireturn REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_9dd63();

COMMENT ON TRIGGER pgtrigger_update_update_9dd63 ON public.kpis_kpireturn IS 'c49435647a57db4116fc87e39241588a38456fa1';

CREATE TRIGGER pgtrigger_update_update_a86e1 AFTER UPDATE ON public.providers_extract REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_a86e1();

COMMENT ON TRIGGER pgtrigger_update_update_a86e1 ON public.providers_extract IS '2d92957b013433ac9425d1ee85b8373c564b9696';

CREATE TRIGGER pgtrigger_update_update_a95e7 AFTER UPDATE ON public.contracts_round REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_a95e7();

COMMENT ON TRIGGER pgtrigger_update_update_a95e7 ON public.contracts_round IS '693eaa9e93a6fbb5ac872b3e6b0d452504a099d5';

CREATE TRIGGER pgtrigger_update_update_a9ec4 AFTER UPDATE ON public.accounts_recordowner REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_a9ec4();

COMMENT ON TRIGGER pgtrigger_update_update_a9ec4 ON public.accounts_recordowner IS 'fe98aa8adbe7e30fe5e71afb8de34938f0a2a51f';

CREATE TRIGGER pgtrigger_update_update_aee29 AFTER UPDATE ON public.kpis_term REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_aee29();

COMMENT ON TRIGGER pgtrigger_update_update_aee29 ON public.kpis_term IS 'b6322f654184999db3968b232bf6b07822ceefac';

CREATE TRIGGER pgtrigger_update_update_b4a7f AFTER UPDATE ON public.providers_provider REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b4a7f();

COMMENT ON TRIGGER pgtrigger_update_update_b4a7f ON public.providers_provider IS '16233be979899f11fc015719312d75e0b8f9ae70';

CREATE TRIGGER pgtrigger_update_update_b5a3a AFTER UPDATE ON public.providers_keptfact REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_b5a3a();

COMMENT ON TRIGGER pgtrigger_update_update_b5a3a ON public.providers_keptfact IS '1f6ff791825df9d74482f7bde9bca1ac841a90cf';

CREATE TRIGGER pgtrigger_update_update_bb738 AFTER UPDATE ON public.accounts_proposal REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_bb738();

COMMENT ON TRIGGER pgtrigger_update_update_bb738 ON public.accounts_proposal IS 'eeb5f40931db9fac508f8e4fd11219691e26b955';

CREATE TRIGGER pgtrigger_update_update_bd81b AFTER UPDATE ON public.placements_caseneed REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_bd81b();

COMMENT ON TRIGGER pgtrigger_update_update_bd81b ON public.placements_caseneed IS '8fe907e74c5b14c569d01538e482d49627195f9a';

CREATE TRIGGER pgtrigger_update_update_c9291 AFTER UPDATE ON public.providers_localauthority REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_c9291();

COMMENT ON TRIGGER pgtrigger_update_update_c9291 ON public.providers_localauthority IS '37098b2bc211f9b35b573a8ac4cdd8112a40103c';

CREATE TRIGGER pgtrigger_update_update_cb8b8 AFTER UPDATE ON public.contracts_suspension REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_cb8b8();

COMMENT ON TRIGGER pgtrigger_update_update_cb8b8 ON public.contracts_suspension IS '28cdc373ead5d414bf3f9cb011d40cf40512150f';

CREATE TRIGGER pgtrigger_update_update_cc428 AFTER UPDATE ON public.contracts_section REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_cc428();

COMMENT ON TRIGGER pgtrigger_update_update_cc428 ON public.contracts_section IS 'bf96ef80b07bf114eba622043a7ef5b1f924f1ce';

CREATE TRIGGER pgtrigger_update_update_ccbd5 AFTER UPDATE ON public.placements_childidentity REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ccbd5();

COMMENT ON TRIGGER pgtrigger_update_update_ccbd5 ON public.placements_childidentity IS 'bd66d6cf8dcc025abdb761a108927ed782e42d2c';

CREATE TRIGGER pgtrigger_update_update_d0024 AFTER UPDATE ON public.files_listdownload REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d0024();

COMMENT ON TRIGGER pgtrigger_update_update_d0024 ON public.files_listdownload IS '44e6ea73e0fe32eb8f94ccb6b32c5072aba30136';

CREATE TRIGGER pgtrigger_update_update_d7fcd AFTER UPDATE ON public.providers_compliancedocument REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_d7fcd();

COMMENT ON TRIGGER pgtrigger_update_update_d7fcd ON public.providers_compliancedocument IS 'd513cd6caae453d2da19ecbc886d536247d13db1';

CREATE TRIGGER pgtrigger_update_update_e4ddb AFTER UPDATE ON public.contracts_recommendation REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e4ddb();

COMMENT ON TRIGGER pgtrigger_update_update_e4ddb ON public.contracts_recommendation IS '7adb25eb1fdd80efa5d6e34fb1e08a02a01536da';

CREATE TRIGGER pgtrigger_update_update_e4e96 AFTER UPDATE ON public.placements_feewindow REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e4e96();

COMMENT ON TRIGGER pgtrigger_update_update_e4e96 ON public.placements_feewindow IS '229b20c19ec1658fe83ab5e68e42a2ea2254d455';

CREATE TRIGGER pgtrigger_update_update_e6868 AFTER UPDATE ON public.contracts_extensionoption REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e6868();

COMMENT ON TRIGGER pgtrigger_update_update_e6868 ON public.contracts_extensionoption IS 'dd24412c6f90b5f4208a43b1d5b64bc8bcec7550';

CREATE TRIGGER pgtrigger_update_update_e9c70 AFTER UPDATE ON public.providers_succession REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_e9c70();

COMMENT ON TRIGGER pgtrigger_update_update_e9c70 ON public.providers_succession IS 'da5f2e2198e20ac7fe12bae42cf2daf61c14d57b';

CREATE TRIGGER pgtrigger_update_update_ecb51 AFTER UPDATE ON public.contracts_lot REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_ecb51();

COMMENT ON TRIGGER pgtrigger_update_update_ecb51 ON public.contracts_lot IS '45dde559046c2284f5db075b2f62b8a258102e51';

CREATE TRIGGER pgtrigger_update_update_f5f21 AFTER UPDATE ON public.contracts_decision REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f5f21();

COMMENT ON TRIGGER pgtrigger_update_update_f5f21 ON public.contracts_decision IS 'a377adb4b92bcda77fb1b505940b2ce397b9cabe';

CREATE TRIGGER pgtrigger_update_update_f71f8 AFTER UPDATE ON public.providers_schoolperiod REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f71f8();

COMMENT ON TRIGGER pgtrigger_update_update_f71f8 ON public.providers_schoolperiod IS '9467feb70cb65fa5154aa575d600300ae029c99e';

CREATE TRIGGER pgtrigger_update_update_f7a8f AFTER UPDATE ON public.contracts_conflictdeclaration REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_f7a8f();

COMMENT ON TRIGGER pgtrigger_update_update_f7a8f ON public.contracts_conflictdeclaration IS '943808e1a394d92520ebf1d2a45091bf0a61141b';

CREATE TRIGGER pgtrigger_update_update_fa1b4 AFTER UPDATE ON public.contracts_vehicle REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_fa1b4();

COMMENT ON TRIGGER pgtrigger_update_update_fa1b4 ON public.contracts_vehicle IS '272b13914623a2d6a21cc4bb062e32b7171989ff';

CREATE TRIGGER pgtrigger_update_update_fab72 AFTER UPDATE ON public.placements_earlierschool REFERENCING OLD TABLE AS old_values NEW TABLE AS new_values FOR EACH STATEMENT EXECUTE FUNCTION public.pgtrigger_update_update_fab72();

COMMENT ON TRIGGER pgtrigger_update_update_fab72 ON public.placements_earlierschool IS '66d9cc7174463db9bb19fc97a5d35f965e9964a6';

CREATE TRIGGER pgtrigger_used_in_order_b7c76 BEFORE INSERT OR UPDATE ON public.contracts_extensionoption FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_used_in_order_b7c76();

COMMENT ON TRIGGER pgtrigger_used_in_order_b7c76 ON public.contracts_extensionoption IS 'bf3d041fa352261fb7b73da742ccc1084e6f72cc';

CREATE TRIGGER pgtrigger_what_is_offered_stands_5a79a BEFORE UPDATE ON public.contracts_agreement FOR EACH ROW WHEN (((old.application_id IS DISTINCT FROM new.application_id) OR (old.provider_id IS DISTINCT FROM new.provider_id) OR (old.lot_id IS DISTINCT FROM new.lot_id) OR (old.starts_on IS DISTINCT FROM new.starts_on) OR (old.schools IS DISTINCT FROM new.schools) OR (old.content IS DISTINCT FROM new.content) OR (old.document_id IS DISTINCT FROM new.document_id) OR ((old.digest)::text IS DISTINCT FROM (new.digest)::text))) EXECUTE FUNCTION public.pgtrigger_what_is_offered_stands_5a79a();

COMMENT ON TRIGGER pgtrigger_what_is_offered_stands_5a79a ON public.contracts_agreement IS '70befcdbd7279557a0450b20f6b564d48b6bab2e';

CREATE TRIGGER pgtrigger_where_it_lies_416a3 BEFORE UPDATE ON public.files_storedfile FOR EACH ROW WHEN ((((old.place)::text IS DISTINCT FROM (new.place)::text) OR (old.size IS DISTINCT FROM new.size) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.kept_by_id IS DISTINCT FROM new.kept_by_id) OR (old.is_sealed IS DISTINCT FROM new.is_sealed))) EXECUTE FUNCTION public.pgtrigger_where_it_lies_416a3();

COMMENT ON TRIGGER pgtrigger_where_it_lies_416a3 ON public.files_storedfile IS '562ab5bcfa68f37420ce751dc871f31242399e5d';

CREATE TRIGGER pgtrigger_whole_when_published_aeed5 BEFORE UPDATE ON public.contracts_evaluationscheme FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_whole_when_published_aeed5();

COMMENT ON TRIGGER pgtrigger_whole_when_published_aeed5 ON public.contracts_evaluationscheme IS '101b643112c2163ba864e627de412575889a227c';

CREATE TRIGGER pgtrigger_whose_it_is_5b211 BEFORE UPDATE ON public.contracts_application FOR EACH ROW WHEN (((old.provider_id IS DISTINCT FROM new.provider_id) OR (old.vehicle_id IS DISTINCT FROM new.vehicle_id) OR (old.started_by_id IS DISTINCT FROM new.started_by_id) OR (old.started_at IS DISTINCT FROM new.started_at))) EXECUTE FUNCTION public.pgtrigger_whose_it_is_5b211();

COMMENT ON TRIGGER pgtrigger_whose_it_is_5b211 ON public.contracts_application IS '621f8fc5429bb669b8d0bf36db93463202cfa0b9';

CREATE TRIGGER pgtrigger_within_the_term_0f0b2 BEFORE INSERT OR UPDATE OF vehicle_id, closes_at ON public.contracts_round FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_within_the_term_0f0b2();

COMMENT ON TRIGGER pgtrigger_within_the_term_0f0b2 ON public.contracts_round IS '53c78a8fb7a4cae7132f7411356f8994a6977d04';

CREATE TRIGGER pgtrigger_without_a_conflict_3fddb BEFORE INSERT ON public.contracts_opening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_without_a_conflict_3fddb();

COMMENT ON TRIGGER pgtrigger_without_a_conflict_3fddb ON public.contracts_opening IS '4965282061b7d680d807696a46e229f382690560';

CREATE TRIGGER providers_providerinvitation_in_person BEFORE INSERT OR DELETE OR UPDATE ON public.providers_providerinvitation FOR EACH ROW EXECUTE FUNCTION public.providers_see_who_invites();

CREATE TRIGGER providers_providerinvitation_named BEFORE INSERT OR UPDATE ON public.providers_providerinvitation FOR EACH ROW EXECUTE FUNCTION public.providers_see_who_named();

CREATE TRIGGER providers_providermember_in_person BEFORE INSERT OR DELETE OR UPDATE ON public.providers_providermember FOR EACH ROW EXECUTE FUNCTION public.providers_see_who_comes();

CREATE TRIGGER providers_providermember_whose BEFORE INSERT OR UPDATE ON public.providers_providermember FOR EACH ROW EXECUTE FUNCTION public.providers_see_whose_people();

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_calendarfeed
    ADD CONSTRAINT accounts_calendarfeed_user_id_c0ace4ad_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_deputy
    ADD CONSTRAINT accounts_deputy_deputy_id_2b2cdef2_fk_accounts_user_id FOREIGN KEY (deputy_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_deputy
    ADD CONSTRAINT accounts_deputy_person_id_69821b94_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_invited_by_id_94a21efc_fk_accounts_user_id FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_invitation
    ADD CONSTRAINT accounts_invitation_user_id_83f45191_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_knownsession
    ADD CONSTRAINT accounts_knownsession_user_id_ea4e2ef9_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_knownsource
    ADD CONSTRAINT accounts_knownsource_user_id_d0c63948_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_proposal
    ADD CONSTRAINT accounts_proposal_about_id_07dfde94_fk_accounts_user_id FOREIGN KEY (about_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_proposal
    ADD CONSTRAINT accounts_proposal_decided_by_id_f3fbec4b_fk_accounts_user_id FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_proposal
    ADD CONSTRAINT accounts_proposal_decided_for_id_c2c1a050_fk_accounts_user_id FOREIGN KEY (decided_for_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_proposal
    ADD CONSTRAINT accounts_proposal_proposed_by_id_836d59f1_fk_accounts_user_id FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_recordowner
    ADD CONSTRAINT accounts_recordowner_handed_over_by_id_47cb2db9_fk_accounts_ FOREIGN KEY (handed_over_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_recordowner
    ADD CONSTRAINT accounts_recordowner_owner_id_a0b5e2d5_fk_accounts_user_id FOREIGN KEY (owner_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_unsentform
    ADD CONSTRAINT accounts_unsentform_user_id_f70c91d2_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.accounts_unsenttext
    ADD CONSTRAINT accounts_unsenttext_of_its_form FOREIGN KEY (form_id) REFERENCES public.accounts_unsentform(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_application_id_ab6cc48d_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_document_id_15476f85_fk_files_storedfile_id FOREIGN KEY (document_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_lot_id_f1118e0c_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_provider_id_eac168cb_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_agreement
    ADD CONSTRAINT contracts_agreement_vehicle_id_f795e00b_fk_contracts_vehicle_id FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_applicatio_previous_id_438a0667_fk_contracts FOREIGN KEY (previous_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_applicatio_provider_id_52e727ff_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_applicatio_scheme_id_0a50bbd3_fk_contracts FOREIGN KEY (scheme_id) REFERENCES public.contracts_evaluationscheme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_applicatio_started_by_id_2f440c03_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_applicatio_vehicle_id_6e4fb7a8_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_application
    ADD CONSTRAINT contracts_application_round_id_c507bc0b_fk_contracts_round_id FOREIGN KEY (round_id) REFERENCES public.contracts_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_application_id_dd2ca060_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_approved_by_id_fa4c2db5_fk_accounts_user_id FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_approval
    ADD CONSTRAINT contracts_approval_recommendation_id_793d5239_fk_contracts FOREIGN KEY (recommendation_id) REFERENCES public.contracts_recommendation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_assignment
    ADD CONSTRAINT contracts_assignment_application_id_de650d79_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_assignment
    ADD CONSTRAINT contracts_assignment_evaluator_id_7637f018_fk_accounts_user_id FOREIGN KEY (evaluator_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_assignment
    ADD CONSTRAINT contracts_assignment_question_id_75b346e0_fk_contracts FOREIGN KEY (question_id) REFERENCES public.contracts_question(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarificat_answered_by_id_9505e88b_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarificat_asked_by_id_ed1af0b9_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarificat_provider_id_6781aa53_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarificat_vehicle_id_e4077642_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_clarification
    ADD CONSTRAINT contracts_clarification_round_id_921d5262_fk_contracts_round_id FOREIGN KEY (round_id) REFERENCES public.contracts_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_conflictdeclaration
    ADD CONSTRAINT contracts_conflictde_application_id_d36a087e_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_conflictdeclaration
    ADD CONSTRAINT contracts_conflictde_person_id_1619bb41_fk_accounts_ FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_debarmentcheck
    ADD CONSTRAINT contracts_debarmentc_checked_by_id_648f0b2a_fk_accounts_ FOREIGN KEY (checked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_debarmentcheck
    ADD CONSTRAINT contracts_debarmentc_provider_id_74ea3948_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_decision
    ADD CONSTRAINT contracts_decision_corrects_id_c92da7e4_fk_contracts FOREIGN KEY (corrects_id) REFERENCES public.contracts_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_decision
    ADD CONSTRAINT contracts_decision_recorded_by_id_a46be220_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_decision
    ADD CONSTRAINT contracts_decision_vehicle_id_be882673_fk_contracts_vehicle_id FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declaratio_asked_by_id_5b635f13_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declaratio_provider_id_2da334b3_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declaratio_read_by_id_70ec99d2_fk_accounts_ FOREIGN KEY (read_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declaratio_renewed_by_id_2805ad2b_fk_accounts_ FOREIGN KEY (renewed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_declarationrenewal
    ADD CONSTRAINT contracts_declaratio_vehicle_id_63238b04_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_delegation
    ADD CONSTRAINT contracts_delegation_decision_id_b6cd089e_fk_contracts FOREIGN KEY (decision_id) REFERENCES public.contracts_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_earlyevaluation
    ADD CONSTRAINT contracts_earlyevalu_application_id_f970916b_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_earlyevaluation
    ADD CONSTRAINT contracts_earlyevalu_decided_by_id_643f9f8b_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evaluationscheme
    ADD CONSTRAINT contracts_evaluation_published_by_id_9a3bfe54_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evaluationscheme
    ADD CONSTRAINT contracts_evaluation_vehicle_id_41c2e6de_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidence
    ADD CONSTRAINT contracts_evidence_added_by_id_99f997d3_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidence
    ADD CONSTRAINT contracts_evidence_application_id_1e305e7e_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidence
    ADD CONSTRAINT contracts_evidence_file_id_67a11424_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidence
    ADD CONSTRAINT contracts_evidence_request_id_996e37d5_fk_contracts FOREIGN KEY (request_id) REFERENCES public.contracts_evidencerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidencerequest
    ADD CONSTRAINT contracts_evidencere_answered_by_id_a6a079ab_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidencerequest
    ADD CONSTRAINT contracts_evidencere_application_id_8093c30c_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_evidencerequest
    ADD CONSTRAINT contracts_evidencere_asked_by_id_f9c42206_fk_accounts_ FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensiono_decided_by_id_a7159755_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensiono_decision_id_4293c1ad_fk_contracts FOREIGN KEY (decision_id) REFERENCES public.contracts_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensiono_proposed_by_id_dd7c846c_fk_accounts_ FOREIGN KEY (proposed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_extensionoption
    ADD CONSTRAINT contracts_extensiono_vehicle_id_85e4f0d1_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_finding
    ADD CONSTRAINT contracts_finding_application_id_4a8f4720_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_finding
    ADD CONSTRAINT contracts_finding_found_by_id_10ccb88a_fk_accounts_user_id FOREIGN KEY (found_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_lot
    ADD CONSTRAINT contracts_lot_vehicle_id_d196b9f3_fk_contracts_vehicle_id FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_lotoutcome
    ADD CONSTRAINT contracts_lotoutcome_application_id_d4a2379e_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_lotoutcome
    ADD CONSTRAINT contracts_lotoutcome_lot_id_51430c87_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_agreement_id_98dd43fb_fk_contracts FOREIGN KEY (agreement_id) REFERENCES public.contracts_agreement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_goes_on_as_id_8238cce2_fk_contracts FOREIGN KEY (goes_on_as_id) REFERENCES public.contracts_membership(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_lot_id_98ff9ef1_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_provider_id_714ecb49_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_membership
    ADD CONSTRAINT contracts_membership_school_id_d75b8ac0_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_moderatedscore
    ADD CONSTRAINT contracts_moderateds_application_id_abb21b40_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_moderatedscore
    ADD CONSTRAINT contracts_moderateds_question_id_f14c848d_fk_contracts FOREIGN KEY (question_id) REFERENCES public.contracts_question(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_moderatedscore
    ADD CONSTRAINT contracts_moderatedscore_chair_id_9476b97e_fk_accounts_user_id FOREIGN KEY (chair_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_notice
    ADD CONSTRAINT contracts_notice_recorded_by_id_a45fd391_fk_accounts_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_notice
    ADD CONSTRAINT contracts_notice_vehicle_id_367ad19c_fk_contracts_vehicle_id FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_noticewaiver
    ADD CONSTRAINT contracts_noticewaiv_vehicle_id_98beb660_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_noticewaiver
    ADD CONSTRAINT contracts_noticewaiv_waived_by_id_7979b2e0_fk_accounts_ FOREIGN KEY (waived_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_opening
    ADD CONSTRAINT contracts_opening_application_id_af50f6fd_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_opening
    ADD CONSTRAINT contracts_opening_officer_id_9a8d65c3_fk_accounts_user_id FOREIGN KEY (officer_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_outcomeletter
    ADD CONSTRAINT contracts_outcomelet_application_id_62ee4e96_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_outcomeletter
    ADD CONSTRAINT contracts_outcomeletter_file_id_95b9c4b3_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_prolongation
    ADD CONSTRAINT contracts_prolongati_application_id_40959f5f_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_prolongation
    ADD CONSTRAINT contracts_prolongati_prolonged_by_id_7ec8d7b7_fk_accounts_ FOREIGN KEY (prolonged_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_question
    ADD CONSTRAINT contracts_question_scheme_id_9c2f591d_fk_contracts FOREIGN KEY (scheme_id) REFERENCES public.contracts_evaluationscheme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_questionminimum
    ADD CONSTRAINT contracts_questionmi_question_id_90aed619_fk_contracts FOREIGN KEY (question_id) REFERENCES public.contracts_question(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_questionminimum
    ADD CONSTRAINT contracts_questionmi_threshold_id_235db7fc_fk_contracts FOREIGN KEY (threshold_id) REFERENCES public.contracts_threshold(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recommendation
    ADD CONSTRAINT contracts_recommenda_application_id_2d2c57da_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recommendation
    ADD CONSTRAINT contracts_recommenda_recommended_by_id_e3887976_fk_accounts_ FOREIGN KEY (recommended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recommendation
    ADD CONSTRAINT contracts_recommenda_sent_back_by_id_8783b8b4_fk_accounts_ FOREIGN KEY (sent_back_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recoverywindow
    ADD CONSTRAINT contracts_recoverywi_proposal_id_a35f3acd_fk_accounts_ FOREIGN KEY (proposal_id) REFERENCES public.accounts_proposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recoverywindow
    ADD CONSTRAINT contracts_recoverywi_provider_id_c08160a7_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_recoverywindow
    ADD CONSTRAINT contracts_recoverywi_round_id_b68fe187_fk_contracts FOREIGN KEY (round_id) REFERENCES public.contracts_round(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_application_id_e7a84624_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_document_id_db4bcf75_fk_providers FOREIGN KEY (document_id) REFERENCES public.providers_compliancedocument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_evidence_id_8340b4b5_fk_contracts FOREIGN KEY (evidence_id) REFERENCES public.contracts_evidence(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_new_document_id_95c615d4_fk_providers FOREIGN KEY (new_document_id) REFERENCES public.providers_compliancedocument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_provider_id_8352fe1d_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_refusedfile
    ADD CONSTRAINT contracts_refusedfil_replacement_id_9167b78b_fk_contracts FOREIGN KEY (replacement_id) REFERENCES public.contracts_evidence(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_scheme_id_f8cdc871_fk_contracts FOREIGN KEY (scheme_id) REFERENCES public.contracts_evaluationscheme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_round
    ADD CONSTRAINT contracts_round_vehicle_id_a41b3bab_fk_contracts_vehicle_id FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_roundwatch
    ADD CONSTRAINT contracts_roundwatch_user_id_0f4dee95_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_roundwatch
    ADD CONSTRAINT contracts_roundwatch_vehicle_id_49c94eb9_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_score
    ADD CONSTRAINT contracts_score_assignment_id_0590c080_fk_contracts FOREIGN KEY (assignment_id) REFERENCES public.contracts_assignment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sealedreport
    ADD CONSTRAINT contracts_sealedrepo_application_id_fa7f7452_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sealedreport
    ADD CONSTRAINT contracts_sealedreport_file_id_8cf50b28_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_section
    ADD CONSTRAINT contracts_section_application_id_a6a13bfd_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_section
    ADD CONSTRAINT contracts_section_saved_by_id_531f51b1_fk_accounts_user_id FOREIGN KEY (saved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocume_application_id_f512a072_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocume_evidence_id_780aa584_fk_contracts FOREIGN KEY (evidence_id) REFERENCES public.contracts_evidence(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocume_submission_id_7c59e9bc_fk_contracts FOREIGN KEY (submission_id) REFERENCES public.contracts_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_sentdocument
    ADD CONSTRAINT contracts_sentdocument_file_id_25d11110_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_signature
    ADD CONSTRAINT contracts_signature_agreement_id_9110e9da_fk_contracts FOREIGN KEY (agreement_id) REFERENCES public.contracts_agreement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_signature
    ADD CONSTRAINT contracts_signature_person_id_1b3260af_fk_accounts_user_id FOREIGN KEY (person_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_submission
    ADD CONSTRAINT contracts_submission_application_id_40779119_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_submission
    ADD CONSTRAINT contracts_submission_submitted_by_id_7c61079b_fk_accounts_ FOREIGN KEY (submitted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_submittedcontent
    ADD CONSTRAINT contracts_submittedc_application_id_57f443da_fk_contracts FOREIGN KEY (application_id) REFERENCES public.contracts_application(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_submittedcontent
    ADD CONSTRAINT contracts_submittedc_submission_id_4472838f_fk_contracts FOREIGN KEY (submission_id) REFERENCES public.contracts_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_suspension
    ADD CONSTRAINT contracts_suspension_membership_id_01610eab_fk_contracts FOREIGN KEY (membership_id) REFERENCES public.contracts_membership(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_suspension
    ADD CONSTRAINT contracts_suspension_suspended_by_id_17a77417_fk_accounts_ FOREIGN KEY (suspended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_threshold
    ADD CONSTRAINT contracts_threshold_lot_id_edb797ea_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_threshold
    ADD CONSTRAINT contracts_threshold_scheme_id_597ecda7_fk_contracts FOREIGN KEY (scheme_id) REFERENCES public.contracts_evaluationscheme(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_vehicle
    ADD CONSTRAINT contracts_vehicle_mode_approved_by_id_92404849_fk_accounts_ FOREIGN KEY (mode_approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_vehicledocument
    ADD CONSTRAINT contracts_vehicledoc_file_id_69a02ee4_fk_files_sto FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_vehicledocument
    ADD CONSTRAINT contracts_vehicledoc_published_by_id_171d962b_fk_accounts_ FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_vehicledocument
    ADD CONSTRAINT contracts_vehicledoc_vehicle_id_fe1eb486_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.contracts_vehiclefigure
    ADD CONSTRAINT contracts_vehiclefig_vehicle_id_f561399f_fk_contracts FOREIGN KEY (vehicle_id) REFERENCES public.contracts_vehicle(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.core_repetition
    ADD CONSTRAINT core_repetition_event_id_cf7e31aa_fk_core_auditevent_id FOREIGN KEY (event_id) REFERENCES public.core_auditevent(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.demo_demoperson
    ADD CONSTRAINT demo_demoperson_user_id_b5edbbc6_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_listdownload
    ADD CONSTRAINT files_listdownload_asked_by_id_0e5eb1d2_fk_accounts_user_id FOREIGN KEY (asked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_listdownload
    ADD CONSTRAINT files_listdownload_file_id_68e2f0e1_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_kept_by_id_cbb0d2ae_fk_accounts_user_id FOREIGN KEY (kept_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.imports_importfindings
    ADD CONSTRAINT imports_importfindings_run_id_ce27b499_fk_imports_importrun_id FOREIGN KEY (run_id) REFERENCES public.imports_importrun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_confirmed_by_id_befadcad_fk_accounts_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_file_id_ffdd104a_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_undone_by_id_44c5489c_fk_accounts_user_id FOREIGN KEY (undone_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.imports_importrun
    ADD CONSTRAINT imports_importrun_uploaded_by_id_133bb5e4_fk_accounts_user_id FOREIGN KEY (uploaded_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_band
    ADD CONSTRAINT kpis_band_indicator_set_id_017d1fcc_fk_kpis_indicatorset_id FOREIGN KEY (indicator_set_id) REFERENCES public.kpis_indicatorset(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_figure
    ADD CONSTRAINT kpis_figure_na_agreed_by_id_afd2eb5b_fk_accounts_user_id FOREIGN KEY (na_agreed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_figure
    ADD CONSTRAINT kpis_figure_version_id_ca5bb3a4_fk_kpis_returnversion_id FOREIGN KEY (version_id) REFERENCES public.kpis_returnversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_indicator
    ADD CONSTRAINT kpis_indicator_indicator_set_id_4e31b23e_fk_kpis_indi FOREIGN KEY (indicator_set_id) REFERENCES public.kpis_indicatorset(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_indicatorset
    ADD CONSTRAINT kpis_indicatorset_drafted_by_id_a67ff718_fk_accounts_user_id FOREIGN KEY (drafted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_indicatorset
    ADD CONSTRAINT kpis_indicatorset_published_by_id_79e3d9dd_fk_accounts_user_id FOREIGN KEY (published_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_kpireturn
    ADD CONSTRAINT kpis_kpireturn_school_id_e9947a1b_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_kpireturn
    ADD CONSTRAINT kpis_kpireturn_term_id_173b8fd2_fk_kpis_term_id FOREIGN KEY (term_id) REFERENCES public.kpis_term(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnrules
    ADD CONSTRAINT kpis_returnrules_set_by_id_8755afd3_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnsection
    ADD CONSTRAINT kpis_returnsection_saved_by_id_172774ba_fk_accounts_user_id FOREIGN KEY (saved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnsection
    ADD CONSTRAINT kpis_returnsection_version_id_cd207dd2_fk_kpis_returnversion_id FOREIGN KEY (version_id) REFERENCES public.kpis_returnversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_accepted_by_id_e427884e_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_certified_by_id_50a35239_fk_accounts_user_id FOREIGN KEY (certified_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_kpi_return_id_cd21dfa6_fk_kpis_kpireturn_id FOREIGN KEY (kpi_return_id) REFERENCES public.kpis_kpireturn(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_on_behalf_of_id_525c8754_fk_providers FOREIGN KEY (on_behalf_of_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.kpis_returnversion
    ADD CONSTRAINT kpis_returnversion_prepared_by_id_3c95cdba_fk_accounts_user_id FOREIGN KEY (prepared_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_case
    ADD CONSTRAINT placements_case_child_id_fd1c21df_fk_placements_child_id FOREIGN KEY (child_id) REFERENCES public.placements_child(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_case
    ADD CONSTRAINT placements_case_closed_by_id_6d37ed79_fk_accounts_user_id FOREIGN KEY (closed_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_case
    ADD CONSTRAINT placements_case_opened_by_id_f137b742_fk_accounts_user_id FOREIGN KEY (opened_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_case
    ADD CONSTRAINT placements_case_preferred_school_id_3cfb0713_fk_providers FOREIGN KEY (preferred_school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_caseneed
    ADD CONSTRAINT placements_caseneed_case_id_0e3e84f3_fk_placements_case_id FOREIGN KEY (case_id) REFERENCES public.placements_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_childidentity
    ADD CONSTRAINT placements_childiden_child_id_72611573_fk_placement FOREIGN KEY (child_id) REFERENCES public.placements_child(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_earlierschool
    ADD CONSTRAINT placements_earliersc_placement_id_57245c39_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_earlierschool
    ADD CONSTRAINT placements_earliersc_school_id_6dd20bd4_fk_providers FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feeline
    ADD CONSTRAINT placements_feeline_placement_id_3887c362_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feeline
    ADD CONSTRAINT placements_feeline_request_id_3b8f20b8_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feemandate
    ADD CONSTRAINT placements_feemandat_approved_by_id_7ff12cd4_fk_accounts_ FOREIGN KEY (approved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feemandate
    ADD CONSTRAINT placements_feemandat_recommended_by_id_1ff2fc9c_fk_accounts_ FOREIGN KEY (recommended_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feemandate
    ADD CONSTRAINT placements_feemandat_request_id_cd17ddfd_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feemessage
    ADD CONSTRAINT placements_feemessag_request_id_b68d688f_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feemessage
    ADD CONSTRAINT placements_feemessag_written_by_id_ea2616d5_fk_accounts_ FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feenote
    ADD CONSTRAINT placements_feenote_request_id_5354dc7d_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feenote
    ADD CONSTRAINT placements_feenote_written_by_id_905eae8e_fk_accounts_user_id FOREIGN KEY (written_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feeoffer
    ADD CONSTRAINT placements_feeoffer_accepted_by_id_b7383c15_fk_accounts_user_id FOREIGN KEY (accepted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feeoffer
    ADD CONSTRAINT placements_feeoffer_made_by_id_74eb4cc8_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feeoffer
    ADD CONSTRAINT placements_feeoffer_request_id_d4f9619b_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feereques_decided_by_id_77d133d8_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feereques_provider_id_ec15bf5b_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feereques_started_by_id_ae94357d_fk_accounts_ FOREIGN KEY (started_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feereques_submitted_by_id_4daa25fc_fk_accounts_ FOREIGN KEY (submitted_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feereques_window_id_07844498_fk_placement FOREIGN KEY (window_id) REFERENCES public.placements_feewindow(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feerequest
    ADD CONSTRAINT placements_feerequest_school_id_ba5cd1b6_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feesection
    ADD CONSTRAINT placements_feesectio_request_id_349cd6be_fk_placement FOREIGN KEY (request_id) REFERENCES public.placements_feerequest(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_feesection
    ADD CONSTRAINT placements_feesection_saved_by_id_a20ff136_fk_accounts_user_id FOREIGN KEY (saved_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_look
    ADD CONSTRAINT placements_look_child_id_996d24af_fk_placements_child_id FOREIGN KEY (child_id) REFERENCES public.placements_child(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_look
    ADD CONSTRAINT placements_look_looked_by_id_40d1dfb7_fk_accounts_user_id FOREIGN KEY (looked_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_matchweights
    ADD CONSTRAINT placements_matchweights_set_by_id_5fce62fe_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_otherreference
    ADD CONSTRAINT placements_otherrefe_child_id_6c1ffbdc_fk_placement FOREIGN KEY (child_id) REFERENCES public.placements_child(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_child_id_3e6c390d_fk_placements_child_id FOREIGN KEY (child_id) REFERENCES public.placements_child(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_lot_id_dd8e598c_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_placement
    ADD CONSTRAINT placements_placement_school_id_eac1db64_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricedifference
    ADD CONSTRAINT placements_pricediff_line_id_0329d966_fk_placement FOREIGN KEY (line_id) REFERENCES public.placements_priceline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricedifference
    ADD CONSTRAINT placements_pricediff_listed_id_ba72b913_fk_placement FOREIGN KEY (listed_id) REFERENCES public.placements_pricelistline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_priceline
    ADD CONSTRAINT placements_priceline_added_by_id_2679e169_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_priceline
    ADD CONSTRAINT placements_priceline_placement_id_135e704e_fk_placement FOREIGN KEY (placement_id) REFERENCES public.placements_placement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_priceline
    ADD CONSTRAINT placements_priceline_voided_by_id_030ab3b1_fk_accounts_user_id FOREIGN KEY (voided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_added_by_id_a38abf84_fk_accounts_user_id FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_lot_id_fc39088a_fk_contracts_lot_id FOREIGN KEY (lot_id) REFERENCES public.contracts_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricelistline
    ADD CONSTRAINT placements_pricelist_price_list_id_974e4258_fk_placement FOREIGN KEY (price_list_id) REFERENCES public.placements_pricelist(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_school_id_622c2e76_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_pricelist
    ADD CONSTRAINT placements_pricelist_voided_by_id_7ca21be6_fk_accounts_user_id FOREIGN KEY (voided_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_shortlist
    ADD CONSTRAINT placements_shortlist_case_id_b5eb1bf6_fk_placements_case_id FOREIGN KEY (case_id) REFERENCES public.placements_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_shortlist
    ADD CONSTRAINT placements_shortlist_made_by_id_e035e578_fk_accounts_user_id FOREIGN KEY (made_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_shortlistedschool
    ADD CONSTRAINT placements_shortlist_school_id_ccf607ed_fk_providers FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_shortlistedschool
    ADD CONSTRAINT placements_shortlist_shortlist_id_e680a24f_fk_placement FOREIGN KEY (shortlist_id) REFERENCES public.placements_shortlist(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_shortlist
    ADD CONSTRAINT placements_shortlist_weights_id_f1efc1fb_fk_placement FOREIGN KEY (weights_id) REFERENCES public.placements_matchweights(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.placements_usualprice
    ADD CONSTRAINT placements_usualprice_school_id_73103f2b_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_compliancedocument
    ADD CONSTRAINT providers_compliance_added_by_id_81567781_fk_accounts_ FOREIGN KEY (added_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_compliancedocument
    ADD CONSTRAINT providers_compliance_file_id_93be0039_fk_files_sto FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_compliancedocument
    ADD CONSTRAINT providers_compliance_provider_id_62fd6e10_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_compliancedocument
    ADD CONSTRAINT providers_compliance_school_id_ba1519e2_fk_providers FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_keptfact
    ADD CONSTRAINT providers_keptfact_kept_by_id_5e6fe1b0_fk_accounts_user_id FOREIGN KEY (kept_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_keptfact
    ADD CONSTRAINT providers_keptfact_school_id_c3a685a5_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providerinvitation
    ADD CONSTRAINT providers_providerin_invited_by_id_f7bae55b_fk_accounts_ FOREIGN KEY (invited_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providerinvitation
    ADD CONSTRAINT providers_providerin_named_in_id_249c6c46_fk_accounts_ FOREIGN KEY (named_in_id) REFERENCES public.accounts_proposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providerinvitation
    ADD CONSTRAINT providers_providerin_provider_id_7dcf2124_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providerme_named_in_id_daa8bcae_fk_accounts_ FOREIGN KEY (named_in_id) REFERENCES public.accounts_proposal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providerme_provider_id_895f65ee_fk_providers FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providerme_vouched_by_id_419445b2_fk_accounts_ FOREIGN KEY (vouched_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_providermember
    ADD CONSTRAINT providers_providermember_user_id_1461451a_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_school
    ADD CONSTRAINT providers_school_authority_id_b9b1eb05_fk_providers FOREIGN KEY (authority_id) REFERENCES public.providers_localauthority(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_school
    ADD CONSTRAINT providers_school_provider_id_dea18b33_fk_providers_provider_id FOREIGN KEY (provider_id) REFERENCES public.providers_provider(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_schoolneed
    ADD CONSTRAINT providers_schoolneed_school_id_131b78fb_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_schoolperiod
    ADD CONSTRAINT providers_schoolperi_school_id_3acc0ad0_fk_providers FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_standing
    ADD CONSTRAINT providers_standing_school_id_22ebce5c_fk_providers_school_id FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_succession
    ADD CONSTRAINT providers_succession_predecessor_id_1fd316e9_fk_providers FOREIGN KEY (predecessor_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_succession
    ADD CONSTRAINT providers_succession_successor_id_320f40c9_fk_providers FOREIGN KEY (successor_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_vacancy
    ADD CONSTRAINT providers_vacancy_report_id_75b97df9_fk_providers FOREIGN KEY (report_id) REFERENCES public.providers_vacancyreport(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_vacancyreport
    ADD CONSTRAINT providers_vacancyrep_given_by_id_95a49546_fk_accounts_ FOREIGN KEY (given_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_vacancyreport
    ADD CONSTRAINT providers_vacancyrep_school_id_5fb2a239_fk_providers FOREIGN KEY (school_id) REFERENCES public.providers_school(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.providers_vacancyrules
    ADD CONSTRAINT providers_vacancyrules_set_by_id_68a55076_fk_accounts_user_id FOREIGN KEY (set_by_id) REFERENCES public.accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE public.accounts_unsenttext ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts_evidenceevent ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts_section ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts_sectionevent ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts_submittedcontent ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON public.accounts_unsenttext USING ((user_id = public.nmiss_acting_person()));

CREATE POLICY sealed ON public.contracts_evidence USING (public.contracts_may_read(application_id));

CREATE POLICY sealed ON public.contracts_evidenceevent USING (public.contracts_may_read(application_id));

CREATE POLICY sealed ON public.contracts_section USING (public.contracts_may_read(application_id));

CREATE POLICY sealed ON public.contracts_sectionevent USING (public.contracts_may_read(application_id));

CREATE POLICY sealed ON public.contracts_submittedcontent USING (public.contracts_may_read(application_id));


"""What whoever has the web's role might try, by SQL alone; and what stands in the database."""

import contextlib

import psycopg2
import pytest
from django.conf import settings
from django.db import connection
from environs import Env

from nmiss.base.core import acting

SETTINGS = (
    "SELECT 1",
    "SET pgtrigger.ignore = '{pgtrigger_append_only_9c37c,core_auditevent:pgtrigger_append_only}'",
    "SET search_path = pg_temp, public",
    "SET row_security = off",
    "SET nmiss.person = '1:1'; SET pghistory.context_id = '00000000-0000-0000-0000-000000000001'",
    "SET pghistory.context_metadata = '{\"user\": 1}'",
    "SET default_transaction_isolation = 'repeatable read'",
    "SET transform_null_equals = on; SET timezone = 'Pacific/Kiritimati'",
)
OUT_OF_REACH = (
    "SET session_replication_role = replica",
    "SET LOCAL session_replication_role = 'local'",
    "SELECT set_config('session_replication_role', 'replica', true)",
    "SET ROLE nmiss",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION nmiss",
    "SET allow_system_table_mods = on",
    "SET ignore_system_indexes = on",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER SET session_replication_role = replica",
    "ALTER SYSTEM SET session_replication_role = replica",
    "GRANT nmiss TO CURRENT_USER",
    "CREATE ROLE another",
    "LOAD 'auto_explain'",
)
SHAPES = (
    "CREATE TEMPORARY TABLE core_auditevent (id int)",
    "CREATE TEMPORARY VIEW contracts_opening AS SELECT 1",
    "CREATE TEMPORARY SEQUENCE numbers",
    "SELECT * INTO TEMPORARY contracts_conflictdeclaration FROM core_auditevent",
    "CREATE SCHEMA ours",
    "CREATE TABLE ours (id int)",
    "CREATE FUNCTION pg_temp.ours() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION public.ours() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION public.nmiss_now() RETURNS timestamptz LANGUAGE sql RETURN now()",
    "ALTER FUNCTION public.nmiss_now() RENAME TO then",
    "ALTER FUNCTION public._pgh_attach_context() SECURITY INVOKER",
    "DROP FUNCTION public._pgh_attach_context() CASCADE",
    "CREATE TRIGGER ours BEFORE INSERT ON core_auditevent EXECUTE FUNCTION contracts_receive()",
    "CREATE RULE ours AS ON INSERT TO core_auditevent DO INSTEAD NOTHING",
    "CREATE POLICY ours ON contracts_submittedcontent USING (true)",
    "CREATE EXTENSION file_fdw",
    "CREATE DATABASE ours",
    "CREATE EVENT TRIGGER ours ON ddl_command_start EXECUTE FUNCTION contracts_receive()",
    "ALTER TABLE core_auditevent DISABLE TRIGGER ALL",
    "ALTER TABLE contracts_submittedcontent DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE contracts_opening ALTER COLUMN at DROP DEFAULT",
    "DROP TRIGGER contracts_submission_receive ON contracts_submission",
    "DROP TABLE core_auditevent",
    "DROP OWNED BY nmiss",
    "REASSIGN OWNED BY nmiss TO CURRENT_USER",
    "COPY core_auditevent TO PROGRAM 'true'",
    "COPY core_auditevent TO '/tmp/ledger'",
    "COPY core_auditevent FROM '/etc/passwd'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_reload_conf()",
)
LEDGER_ROW = "(at, actor_name, verb, target_type, target_name, before, after, given)"
A_ROW = "'Ada', 'approve', '', 'it', '{}', '{}', '{}'"
LEDGER = (
    "UPDATE core_auditevent SET verb = 'forgotten'",
    "UPDATE ONLY core_auditevent SET at = now()",
    "DELETE FROM core_auditevent",
    "TRUNCATE core_auditevent",
    "TRUNCATE contracts_vehicle CASCADE",
    "WITH gone AS (DELETE FROM core_auditevent RETURNING 1) SELECT * FROM gone",
    "MERGE INTO core_auditevent USING core_auditevent o ON true WHEN MATCHED THEN DELETE",
    (
        "INSERT INTO core_auditevent SELECT * FROM core_auditevent "
        "ON CONFLICT (id) DO UPDATE SET verb = 'forgotten'"
    ),
    f"INSERT INTO core_auditevent {LEDGER_ROW} VALUES (now() - interval '1 day', {A_ROW})",
    f"INSERT INTO core_auditevent {LEDGER_ROW} VALUES (now() - interval '2 minutes', {A_ROW})",
    f"INSERT INTO core_auditevent {LEDGER_ROW} VALUES (now() + interval '1 hour', {A_ROW})",
    f"INSERT INTO core_auditevent {LEDGER_ROW} VALUES ('infinity', {A_ROW})",
    f"INSERT INTO core_auditevent {LEDGER_ROW} VALUES (NULL, {A_ROW})",
    "SELECT 1 FROM core_auditevent FOR UPDATE",
    "LOCK TABLE core_auditevent IN ACCESS EXCLUSIVE MODE",
    "DO $$ BEGIN DELETE FROM core_auditevent; END $$",
    "SELECT query_to_xml('DELETE FROM core_auditevent RETURNING 1', true, true, '')",
    "SELECT setval(pg_get_serial_sequence('core_auditevent', 'id'), 1)",
    "SELECT nextval(pg_get_serial_sequence('core_auditevent', 'id'))",
    "UPDATE placements_look SET looked_at = now()",
    "DELETE FROM placements_look",
)
HISTORY = (
    "UPDATE contracts_applicationevent SET pgh_created_at = now() - interval '1 day'",
    "DELETE FROM contracts_openingevent",
    "TRUNCATE accounts_userevent",
    "INSERT INTO contracts_openingevent SELECT * FROM contracts_openingevent",
    "DELETE FROM contracts_sectionevent",
    "UPDATE pghistory_context SET metadata = '{}'",
    "DELETE FROM pghistory_context",
    "INSERT INTO pghistory_context VALUES (gen_random_uuid(), now(), now(), '{}')",
    "SELECT public._pgh_attach_context()",
    "SELECT nextval(pg_get_serial_sequence('contracts_openingevent', 'pgh_id'))",
)
# As they would be if somebody wrote them who can: here nobody does.
WHO = "(SELECT min(id) FROM accounts_user WHERE role = 'officer')"
IT = "(SELECT id FROM contracts_application WHERE opened_at IS NULL)"
FORGED = (
    (
        "INSERT INTO contracts_conflictdeclaration "
        f"(application_id, person_id, has_conflict, details) VALUES ({IT}, {WHO}, false, '')"
    ),
    "UPDATE contracts_conflictdeclaration SET details = 'x', declared_at = now()",
    f"INSERT INTO contracts_opening (application_id, officer_id) VALUES ({IT}, {WHO})",
    (
        "INSERT INTO contracts_earlyevaluation (application_id, decided_by_id, reason) "
        f"VALUES ({IT}, {WHO}, 'It would go red.')"
    ),
    (
        "INSERT INTO contracts_prolongation (application_id, prolonged_by_id, reason) "
        f"VALUES ({IT}, {WHO}, 'Late.')"
    ),
    (
        "INSERT INTO contracts_recommendation "
        "(application_id, recommended_by_id, result, text, sent_back_reason) "
        "SELECT o.application_id, o.officer_id, 'excluded', 'x', '' FROM contracts_opening o"
    ),
    (
        "INSERT INTO contracts_finding (application_id, kind, passed, reason, found_by_id) "
        f"SELECT id, 'register', true, 'x', {WHO} FROM contracts_application "
        "WHERE opened_at IS NOT NULL"
    ),
    (
        "INSERT INTO contracts_score (assignment_id, score, rationale) "
        "SELECT id, 7, repeat('Good. ', 20) FROM contracts_assignment"
    ),
    (
        "INSERT INTO contracts_submission "
        "(application_id, number, receipt, digest, submitted_by_id) "
        "SELECT id, 9, 'x', repeat('0', 64), started_by_id FROM contracts_application"
    ),
)
OF_TWO = (
    "DELETE FROM contracts_opening",
    "UPDATE contracts_opening SET officer_id = (SELECT max(id) FROM accounts_user)",
    "UPDATE contracts_opening SET at = now() - interval '1 day'",
    "DELETE FROM contracts_conflictdeclaration",
    "UPDATE contracts_conflictdeclaration SET has_conflict = false WHERE has_conflict",
    (
        "UPDATE contracts_conflictdeclaration SET application_id = (SELECT min(id) "
        "FROM contracts_application)"
    ),
    (
        "UPDATE contracts_application SET opened_at = now(), status = 'evaluated' "
        "WHERE opened_at IS NULL"
    ),
    "UPDATE contracts_application SET provider_id = (SELECT max(id) FROM providers_provider)",
    "UPDATE contracts_application SET received_at = now() - interval '30 days'",
    # To be opened before the deadline of its round.
    (
        "UPDATE contracts_application SET round_id = (SELECT min(id) FROM contracts_round "
        "WHERE closes_at < now()) WHERE opened_at IS NULL"
    ),
    "UPDATE contracts_round SET status = 'planned', opened_at = NULL WHERE status = 'open'",
    (
        "UPDATE contracts_round SET opens_at = now() - interval '40 days', "
        "closes_at = now() - interval '30 days' WHERE status = 'planned'"
    ),
    "UPDATE contracts_round SET closes_at = now() - interval '1 day' WHERE status = 'open'",
    # Two officers extend a round, and let a provider in after its closing.
    "UPDATE contracts_round SET closes_at = closes_at + interval '1 day' WHERE status = 'open'",
    (
        "INSERT INTO contracts_recoverywindow (round_id, provider_id, proposal_id, closes_at) "
        "SELECT (SELECT max(id) FROM contracts_round), max(id), 1, now() + interval '1 day' "
        "FROM providers_provider"
    ),
    # In an application that is open: what the document of another would be in, would be open.
    (
        "INSERT INTO contracts_evidence (application_id, kind, file_id, name, added_at, "
        "added_by_id) SELECT id, 'other', 1, 'x', now(), started_by_id FROM contracts_application "
        "WHERE opened_at IS NOT NULL"
    ),
    "UPDATE contracts_application SET id = id + 100000",
    "UPDATE contracts_submission SET received_at = now()",
    "DELETE FROM contracts_submission",
    "UPDATE contracts_submittedcontent SET content = '{}'",
    "DELETE FROM contracts_submittedcontent",
    "UPDATE contracts_assignment SET evaluator_id = (SELECT min(id) FROM accounts_user)",
    "DELETE FROM contracts_assignment",
    "UPDATE contracts_score SET score = 10",
    "DELETE FROM contracts_score",
    "DELETE FROM contracts_moderatedscore",
    "DELETE FROM contracts_recommendation",
    "UPDATE contracts_earlyevaluation SET reason = 'x'",
    "DELETE FROM contracts_earlyevaluation",
    "UPDATE contracts_prolongation SET prolonged_at = now()",
    "DELETE FROM contracts_approval",
    "UPDATE contracts_approval SET approved_at = now()",
    "UPDATE contracts_application SET status = 'approved' WHERE opened_at IS NOT NULL",
    (
        "UPDATE contracts_application SET status = 'told', decided_at = now() "
        "WHERE opened_at IS NOT NULL"
    ),
    "DELETE FROM contracts_outcomeletter",
    "DELETE FROM contracts_sealedreport",
    "DELETE FROM contracts_signature",
)
THE_OWNERS = (
    "UPDATE nmiss_owner.clock SET ahead = 100",
    "INSERT INTO nmiss_owner.clock (ahead) VALUES (1)",
    "DELETE FROM nmiss_owner.clock",
    "SELECT * FROM nmiss_owner.clock",
    "SELECT * FROM nmiss_owner.acting_key",
    "CREATE TABLE nmiss_owner.ours (id int)",
    "DELETE FROM django_migrations",
)


ATTACKS = [*LEDGER, *HISTORY, *OF_TWO, *THE_OWNERS, *SHAPES, *OUT_OF_REACH]


def line_of(role):
    """A connection as this role, with a transaction for each statement."""
    database = settings.DATABASE_OWNER if role == "owner" else Env().dj_db_url("DATABASE_URL")
    if role != "owner" and database["USER"] == settings.DATABASE_OWNER["USER"]:
        pytest.skip("DATABASE_URL and MIGRATION_DATABASE_URL name one role")
    line = psycopg2.connect(
        dbname=connection.settings_dict["NAME"],
        user=database["USER"],
        password=database["PASSWORD"],
        host=database["HOST"],
        port=database["PORT"],
    )
    line.autocommit = True
    return contextlib.closing(line)


def everything():
    """How many rows each table has, and a digest of them."""
    with line_of("owner") as line, line.cursor() as cursor:
        cursor.execute(
            "SELECT schemaname, tablename FROM pg_tables "
            "WHERE schemaname IN ('nmiss_owner', 'public') ORDER BY 1, 2"
        )
        asked = " UNION ALL ".join(
            f"SELECT '{table}', count(*), md5(string_agg(r::text, '' ORDER BY r::text)) "
            f"FROM {schema}.{table} r"
            for schema, table in cursor.fetchall()
        )
        cursor.execute(asked)
        return {name: figures for name, *figures in cursor.fetchall()}


def act(cursor, person):
    """Have the transaction that this line is in act for somebody, as their own page would."""
    cursor.execute("SELECT public.nmiss_this_transaction()")
    token = acting._token(person.pk, cursor.fetchone()[0])
    cursor.execute("SELECT set_config('nmiss.person', %s, true)", [token])


def passed(attack, cursor, person=None):
    """Whether the database let it be done to any row."""
    cursor.execute("BEGIN")
    try:
        if person:
            act(cursor, person)
        cursor.execute(attack)
        rows = cursor.rowcount
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        return rows > 0
    except psycopg2.Error:
        return False
    finally:
        cursor.execute("ROLLBACK")


def see_that_nobody(attacks, *people):
    """None of these is done by nobody, or by one of these, under any setting; and each is one.

    What the owner of the tables cannot do either stands in the way of him alone.
    """
    with line_of("web") as line, line.cursor() as cursor:
        for setting in SETTINGS:
            cursor.execute(f"RESET ALL; {setting}")
            for person in (None, *people):
                through = [each for each in attacks if passed(each, cursor, person)]
                assert through == [], f"{person} under {setting}: {through}"
    with line_of("owner") as line, line.cursor() as cursor:
        idle = [each for each in attacks if not passed(each, cursor)]
        assert idle == [], f"not even the owner does it: {idle}"

"""The hub's role: what it may do, asked of a real connection as that role."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection
from pghistory.models import Event

from nmiss.base.core import ownership
from nmiss.base.core.models import AuditEvent
from providers.models import Provider


def one(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()


class TestTheRoleOfTheHub:
    def test_is_neither_a_superuser_nor_an_owner(self, as_web):
        assert one("SELECT current_user") == (as_web,)
        powers = "rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication"
        assert one(f"SELECT {powers} FROM pg_roles WHERE rolname = %s", as_web) == (False,) * 5
        assert one("SELECT count(*) FROM pg_class WHERE relowner = %s::regrole", as_web) == (0,)
        assert one("SELECT count(*) FROM pg_proc WHERE proowner = %s::regrole", as_web) == (0,)
        member = "SELECT count(*) FROM pg_auth_members WHERE member = %s::regrole"
        assert one(member, as_web) == (0,)

    @pytest.mark.parametrize(
        "command",
        [
            "TRUNCATE core_auditevent",
            "DROP TABLE core_auditevent",
            "ALTER TABLE core_auditevent ADD COLUMN more text",
            "ALTER TABLE core_auditevent DISABLE TRIGGER ALL",
            "ALTER TABLE core_auditevent OWNER TO CURRENT_USER",
            "CREATE TABLE ours (id int)",
            "CREATE INDEX ON core_auditevent (verb)",
            "CREATE FUNCTION ours() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE ROLE another",
            "SET session_replication_role = replica",
            "DELETE FROM django_migrations",
            "COPY core_auditevent TO PROGRAM 'true'",
            "SELECT pg_read_file('/etc/hostname')",
        ],
    )
    def test_may_not_change_what_tables_are(self, as_web, command):
        with pytest.raises(ProgrammingError, match=r"must be|permission denied"):
            one(command)

    def test_works_with_rows_and_their_history(self, as_web):
        provider = Provider.objects.create(name="Somewhere")
        provider.name = "Elsewhere"
        provider.save()
        AuditEvent.record("admit", str(provider), by=None)
        provider.delete()

        history = "SELECT array_agg(name ORDER BY pgh_id) FROM providers_providerevent"
        assert one(history) == (["Somewhere", "Elsewhere", "Elsewhere"],)
        assert one("SELECT count(*) FROM core_auditevent") == (1,)

    def test_reads_nothing_of_what_its_other_connections_ask(self, as_web):
        assert one("SHOW track_activities") == ("off",)
        of_ours = "SELECT count(*) FROM pg_stat_activity WHERE usename = %s AND query <> ''"
        assert one(of_ours, as_web) == (0,)
        with pytest.raises(ProgrammingError, match="permission denied"):
            one("SET track_activities = on")

    def test_leaves_nothing_that_was_typed_in_the_log_of_the_server(self, as_web):
        """Of a query that is refused, the log has neither its text nor the values in it."""
        assert one("SHOW log_min_error_statement") == ("panic",)
        assert one("SHOW log_error_verbosity") == ("terse",)
        with pytest.raises(ProgrammingError, match="permission denied"):
            one("SET log_error_verbosity = verbose")

    def test_says_once_who_and_why(self, as_web):
        """A context that was written under before is not written over by naming it again."""
        Provider.objects.create(name="Somewhere")
        number = "00000000-0000-0000-0000-00000000000a"

        def change(metadata):
            one(
                "SELECT set_config('pghistory.context_id', %s, false), "
                "set_config('pghistory.context_metadata', %s, false)",
                *(number, metadata),
            )
            Provider.objects.update(name=f"Elsewhere {metadata[-2]}")
            (context,) = one(
                "SELECT metadata ->> 'user' FROM providers_providerevent "
                "JOIN pghistory_context ON pgh_context_id = pghistory_context.id "
                "ORDER BY pgh_id DESC LIMIT 1"
            )
            return context

        assert change('{"user": 1}') == "1"
        assert change('{"user": 2}') == "2"
        first = "SELECT array_agg(metadata ->> 'user') FROM pghistory_context WHERE id = %s"
        assert one(first, number) == (["1"],)
        connection.close()

    def test_reaches_no_table_before_its_rights_are_known(self, as_web):
        defaults = "SELECT count(*) FROM pg_default_acl, aclexplode(defaclacl) WHERE grantee = %s"

        assert one(f"{defaults}::regrole", as_web) == (0,)

    def test_has_the_rights_of_each_record_and_no_more(self, as_web):
        may = """
            SELECT array_agg(relname::text || ' ' || right_)
            FROM pg_class, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER',
                                        'REFERENCES', 'MAINTAIN']) right_
            WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND relnamespace = 'public'::regnamespace
              AND CASE WHEN right_ IN ('INSERT', 'UPDATE', 'REFERENCES')
                       THEN has_any_column_privilege(%s, pg_class.oid, right_)
                       ELSE has_table_privilege(%s, pg_class.oid, right_) END
        """
        (found,) = one(may, as_web, as_web)
        expected = {
            f"{model._meta.db_table} {right}"
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed
            for right in ownership.rights_to(model)
        }
        expected |= {f"core_cache {right}" for right in ("INSERT", "UPDATE", "DELETE")}

        assert set(found) == expected
        tables = {name.partition(" ")[0] for name in found}
        assert not tables & {
            model._meta.db_table for model in apps.get_models() if issubclass(model, Event)
        }
        assert [name for name in found if "core_auditevent" in name] == ["core_auditevent INSERT"]
        assert not [name for name in found if "pghistory" in name or "migrations" in name]

    def test_changes_no_number_of_a_row(self, as_web):
        numbers = """
            SELECT count(*) FROM pg_index
            JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
            WHERE indisprimary AND indrelid::regclass::text NOT IN ('core_cache')
              AND has_column_privilege(%s, indrelid, attnum, 'UPDATE')
        """

        assert one(numbers, as_web) == (0,)

"""The hub's role: what it may do, asked of a real connection as that role."""

import pytest
from django.db import ProgrammingError, connection

from nmiss.core.models import AuditEvent
from providers.models import LocalAuthority


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
        authority = LocalAuthority.objects.create(code="901", name="Somewhere")
        authority.name = "Elsewhere"
        authority.save()
        AuditEvent.record("rename", authority, by=None)
        authority.delete()

        history = "SELECT array_agg(name ORDER BY pgh_id) FROM providers_localauthorityevent"
        assert one(history) == (["Somewhere", "Elsewhere", "Elsewhere"],)
        assert one("SELECT count(*) FROM core_auditevent") == (1,)

    def test_reaches_tables_that_are_made_later(self, as_web):
        defaults = """
            SELECT count(*) FROM pg_default_acl, aclexplode(defaclacl)
            WHERE grantee = %s::regrole AND defaclobjtype = 'r'
            AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        """

        assert one(defaults, as_web) == (4,)

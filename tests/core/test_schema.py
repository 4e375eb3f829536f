"""An empty database is laid out by one file of SQL: the same as the migrations would make it."""

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from nmiss.base.core import copies, schema
from nmiss.base.core.management.commands import migrate
from nmiss.base.core.schema_dump import WRITTEN_AFTERWARDS
from tests import databases

ROOT = Path(__file__).resolve().parents[2]
MB = 1024  # the kernel counts memory in KB
# PostgreSQL writes a list down as it was compiled, and compiles what it wrote down otherwise: the
# whole list as text[], or each of its words as text.
LIST_OF_WORDS = re.compile(
    r"\(ARRAY\[('[^']*'::character varying(?:, '[^']*'::character varying)*)\]\)::text\[\]"
)


def each_as_text(found):
    words = re.sub(r"('[^']*'::character varying)", r"(\1)::text", found[1])
    return f"ARRAY[{words}]"


def test_is_made_of_the_migrations_that_are_here():
    assert schema.is_current(), schema.STALE


class TestTheDigestOfAMigration:
    def test_covers_the_sql_that_it_lays_down(self, settings, tmp_path):
        settings.BASE_DIR = tmp_path
        (tmp_path / "room").mkdir()
        module, migration = tmp_path / "room" / "seal_sql.py", tmp_path / "0002_walls.py"
        migration.write_text("from django.db import migrations\n\nfrom room.seal_sql import SEAL\n")
        module.write_text("SEAL = 'one'\n")
        before = schema._text(migration)

        module.write_text("SEAL = 'another'\n")

        assert schema._text(migration) != before

    def test_leaves_no_module_of_sql_out(self):
        ours = [ROOT / name for name in ("nmiss", "contracts", "placements", "providers", "kpis")]
        migrations = [path for place in ours for path in place.rglob("migrations/[0-9]*.py")]
        covered = b"".join(schema._text(path) for path in migrations)

        modules = [path for place in ours for path in place.rglob("*_sql.py")]

        assert modules
        assert [path.name for path in modules if path.read_bytes() not in covered] == []


# The most memory that it ever held, by its own account: what the system says of a child counts
# what its parent held when it began.
MIGRATE_AND_TELL = """
import runpy, sys
sys.argv[0] = "manage.py"
runpy.run_path("manage.py", run_name="__main__")
print(open("/proc/self/status").read())
"""


class Laid:
    """An empty database that `manage.py migrate` has laid out, as the hub's two roles."""

    def __init__(self, name, *options):
        self.name = f"{connection.settings_dict['NAME']}_{name}"
        with databases.server() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.name}" TEMPLATE template0')
        given = ("DATABASE_URL", "MIGRATION_DATABASE_URL")
        addresses = {
            key: urlsplit(os.environ[key])._replace(path=f"/{self.name}").geturl()
            for key in given
            if os.environ.get(key)
        }
        self.address = addresses.get(given[1]) or addresses[given[0]]
        command = [sys.executable, "-c", MIGRATE_AND_TELL, "migrate", "--verbosity=0", *options]
        done = subprocess.run(
            command, cwd=ROOT, env=os.environ | addresses, stdout=subprocess.PIPE, check=True
        )
        self.memory = int(re.search(rb"VmHWM:\s+(\d+) kB", done.stdout)[1])

    def catalogue(self):
        """Tables, columns, constraints, triggers, functions, policies, rights, as SQL."""
        database = connection.settings_dict | {"NAME": self.name}
        text = copies.run_program("pg_dump", database, ["--schema-only", self.name])
        text = re.sub(r"\\(un)?restrict \S+", "", text)
        return LIST_OF_WORDS.sub(each_as_text, text).splitlines()

    def rights_to_enter(self):
        with databases.server() as cursor:
            cursor.execute("SELECT datacl::text FROM pg_database WHERE datname = %s", [self.name])
            return cursor.fetchone()

    def rows(self):
        """Every row of each table, without the instants at which it was made."""
        line = psycopg2.connect(self.address)
        with contextlib.closing(line), line.cursor() as cursor:
            cursor.execute(
                "SELECT table_schema || '.' || table_name, array_agg(column_name::text "
                "ORDER BY ordinal_position) FROM information_schema.columns "
                "WHERE table_schema IN ('public', 'nmiss_owner') "
                "AND data_type <> 'timestamp with time zone' GROUP BY 1"
            )
            found = {}
            for table, columns in cursor.fetchall():
                if table not in WRITTEN_AFTERWARDS:
                    if table.endswith("django_migrations"):  # in whichever order
                        columns.remove("id")
                    columns = ", ".join(f'"{name}"' for name in columns)
                    cursor.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}")
                    found[table] = cursor.fetchall()
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences")
            counted = dict(cursor.fetchall())
            return found | {"where numbers go on": counted}

    def types_and_permissions(self):
        line = psycopg2.connect(self.address)
        with contextlib.closing(line), line.cursor() as cursor:
            cursor.execute(
                "SELECT app_label, model, codename, name FROM django_content_type AS kind "
                "LEFT JOIN auth_permission ON content_type_id = kind.id ORDER BY 1, 2, 3"
            )
            return cursor.fetchall()


@pytest.fixture(scope="module")
def laid(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        made = Laid("laid")
        yield made
        databases.drop(made.name)


class TestAnEmptyDatabase:
    @pytest.mark.timeout(900)  # the migrations themselves are much work
    def test_is_as_the_migrations_would_make_it(self, laid, db):
        migrated = Laid("one_by_one", "--one-by-one")
        try:
            assert laid.catalogue() == migrated.catalogue()
            assert laid.rows() == migrated.rows()
            assert laid.types_and_permissions() == migrated.types_and_permissions()
            assert laid.rights_to_enter() == migrated.rights_to_enter()
        finally:
            databases.drop(migrated.name)

    def test_takes_little_memory(self, laid):
        assert laid.memory < 250 * MB

    def test_is_migrated_one_by_one_where_a_migration_was_changed(self, monkeypatch):
        there = schema._digests()
        monkeypatch.setattr(schema, "_digests", lambda: {*sorted(there)[1:], "another"})
        said = io.StringIO()

        laid = migrate.Command(stderr=said)._lay(connection, verbosity=0)

        assert not laid
        assert "Run `make schema`" in said.getvalue()

    def test_needs_only_what_came_since(self, monkeypatch):
        there = schema._digests()
        monkeypatch.setattr(schema, "_digests", lambda: {*there, "one more"})

        assert schema.is_of_use()
        with pytest.raises(CommandError, match="Run `make schema`"):
            call_command("write_schema", check=True)


class TestADatabaseThatIsThere:
    def test_lacks_nothing(self, db):
        assert schema.unapplied(connection) == set()

    def test_lacks_what_came_since(self, db):
        forget("core", "0001_initial")

        assert schema.unapplied(connection) == {("core", "0001_initial")}

    def test_is_refused_where_another_version_made_it(self, db):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied) "
                "VALUES ('contracts', '0999_of_elsewhere', now())"
            )

        with pytest.raises(CommandError, match=r"another version.*contracts\.0999_of_elsewhere"):
            call_command("migrate", verbosity=0)


def forget(app, name):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = %s AND name = %s", [app, name])
        assert cursor.rowcount == 1

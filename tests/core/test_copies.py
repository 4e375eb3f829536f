import contextlib
import re

import psycopg2
import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from nmiss.base.accounts.models import User
from nmiss.base.core import copies, keys
from nmiss.base.core.models import AuditEvent, OutboxMessage
from tests.factories.accounts import UserFactory


@pytest.fixture
def database(owner_reads_all):
    """A database with something in it: empty tables prove nothing."""
    for name in ("Åse", "O'Brien", "Ann"):
        AuditEvent.record("close", UserFactory(name=name), by=None)
    AuditEvent.record("import_schools", "a\nline\\N", by=None)
    keys.note()
    return settings.DATABASE_OWNER | {"NAME": connection.settings_dict["NAME"]}


@pytest.fixture
def target(database):
    """The name of a database that is gone again after the test."""
    name = f"{database['NAME']}_restored"
    yield name
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


@pytest.fixture
def dump(database, tmp_path):
    path = tmp_path / "hub.dump"
    copies.back_up(database, path)
    return path


def restored(database, dump, *, into):
    return copies.restore(database, dump, into=into, role=settings.DATABASE_ROLE)


@contextlib.contextmanager
def migrations(changed, as_they_were):
    with connection.cursor() as cursor:
        cursor.execute(changed)
        assert cursor.rowcount == 1
        try:
            yield
        finally:
            cursor.execute(as_they_were)


def databases(database):
    return {name for (name,) in asked(database, "postgres", "SELECT datname FROM pg_database")}


def asked(database, name, question):
    made = psycopg2.connect(
        dbname=name,
        user=database["USER"],
        password=database["PASSWORD"],
        host=database["HOST"],
        port=database["PORT"],
    )
    try:
        with made.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchall()
    finally:
        made.close()


class TestRestore:
    def test_brings_back_every_table_as_it_was(self, database, dump, target):
        OutboxMessage.objects.create(kind="email", payload={})  # after the dump: not in it

        figures = restored(database, dump, into=target)

        assert figures["accounts_user"][0] == 3
        assert figures["core_auditevent"][0] == 4
        assert figures["core_outboxmessage"][0] == 0
        assert len(figures) > 50
        names = asked(database, target, "SELECT target_name FROM core_auditevent ORDER BY id")
        assert [name for (name,) in names] == ["Åse", "O'Brien", "Ann", "a\nline\\N"]

    def test_lets_the_role_of_the_hub_in(self, database, dump, target):
        restored(database, dump, into=target)

        role = settings.DATABASE_ROLE
        may = f"SELECT has_any_column_privilege('{role}', 'core_tick', 'UPDATE')"
        assert asked(database, target, may) == [(True,)]

    def test_lets_nobody_else_in(self, database, dump, target):
        restored(database, dump, into=target)

        rights = f"SELECT datacl::text FROM pg_database WHERE datname = '{target}'"
        ((rights,),) = asked(database, "postgres", rights)
        assert f"{settings.DATABASE_ROLE}=c/" in rights
        assert not re.search("[{,]=", rights)  # nothing for PUBLIC

    def test_holds_although_people_worked_during_the_dump(
        self, database, target, tmp_path, monkeypatch
    ):
        run, path = copies.run_program, tmp_path / "hub.dump"

        def work_on(*arguments):
            run(*arguments)
            # Its sequence goes on for everybody.
            AuditEvent.record("import_schools", "schools.csv", by=None)

        with monkeypatch.context() as patch:
            patch.setattr(copies, "run_program", work_on)
            copies.back_up(database, path)

        assert restored(database, path, into=target)["core_auditevent"][0] == 4

    def test_finds_a_sequence_that_would_give_a_number_again(self, database, target, tmp_path):
        behind = (
            "SELECT setval('core_auditevent_id_seq', (SELECT max(id) FROM core_auditevent) - 1)"
        )
        with connection.cursor() as cursor:
            cursor.execute(behind)
        copies.back_up(database, tmp_path / "hub.dump")

        with pytest.raises(copies.Different) as different:
            restored(database, tmp_path / "hub.dump", into=target)

        assert different.value.tables == ["core_auditevent_id_seq"]

    def test_leaves_no_half_database(self, database, dump, target):
        dump.write_bytes(dump.read_bytes()[: dump.stat().st_size // 2])

        with pytest.raises(copies.ProgramFailed):
            restored(database, dump, into=target)

        assert target not in databases(database)

    def test_finds_one_letter_that_differs(self, database, dump, target):
        figures = copies.figures_of(dump)
        User.objects.filter(name="Åse").update(name="Ase")
        other = dump.with_name("other.dump")
        copies.back_up(database, other)
        figures.write_text(copies.figures_of(other).read_text())

        with pytest.raises(copies.Different) as different:
            restored(database, dump, into=target)

        assert "accounts_user" in different.value.tables
        assert "core_auditevent" not in different.value.tables

    def test_never_writes_over_a_database(self, database, dump):
        with pytest.raises(psycopg2.errors.DuplicateDatabase):
            restored(database, dump, into=database["NAME"])

        assert User.objects.count() == 3


class TestTheCommands:
    def test_go_there_and_back(self, database, target, tmp_path, capsys):
        call_command("backup", into=tmp_path)
        (dump,) = tmp_path.glob("*.dump")

        call_command("restore", dump, into=target)

        assert dump.stat().st_mode & 0o077 == 0
        assert f"are equal. The database is {target}." in capsys.readouterr().out

    def test_say_that_the_key_is_not_the_dumps(self, database, target, dump, settings):
        settings.IDENTITY_KEYS = [Fernet.generate_key().decode()]

        with pytest.raises(CommandError, match=r"complete, but cannot be used yet\. NMISS_"):
            call_command("restore", dump, into=target)

        assert asked(database, target, "SELECT count(*) FROM accounts_user") == [(3,)]

    def test_need_the_figures(self, database, target, dump):
        copies.figures_of(dump).unlink()

        with pytest.raises(CommandError, match="There is no file"):
            call_command("restore", dump, into=target)

    def test_say_that_the_figures_cannot_be_read(self, target, database, dump):
        copies.figures_of(dump).write_text('{"core_tick": [1')

        with pytest.raises(CommandError, match=r"cannot be read.* Nothing was restored"):
            call_command("restore", dump, into=target)

        assert target not in databases(database)

    def test_say_that_another_version_made_the_dump(self, database, target, tmp_path):
        with migrations(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('core', '0999_x', now())",
            "DELETE FROM django_migrations WHERE name = '0999_x'",
        ):
            copies.back_up(database, tmp_path / "hub.dump")

        with pytest.raises(CommandError, match=r"not for this version.*core\.0999_x"):
            call_command("restore", tmp_path / "hub.dump", into=target)

    def test_say_that_an_older_version_made_the_dump(self, database, target, tmp_path):
        with migrations(
            "UPDATE django_migrations SET app = 'of_no_app' WHERE (app, name) = "
            "('core', '0001_initial')",
            "UPDATE django_migrations SET app = 'core' WHERE app = 'of_no_app'",
        ):
            copies.back_up(database, tmp_path / "hub.dump")

        with pytest.raises(CommandError, match=r"of an older version.*manage\.py migrate"):
            call_command("restore", tmp_path / "hub.dump", into=target)

    def test_say_that_the_folder_cannot_take_a_backup(self, database, tmp_path):
        (tmp_path / "a file").touch()

        with pytest.raises(CommandError, match="cannot take a backup: "):
            call_command("backup", into=tmp_path / "a file")

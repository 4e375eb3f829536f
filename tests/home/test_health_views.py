import datetime
import threading
import time

import pytest
from cryptography.fernet import Fernet
from django.db import OperationalError
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from nmiss.across.home.views import health
from nmiss.base.core import keys
from nmiss.base.core.models import OutboxMessage, Tick
from nmiss.base.files.models import StoredFile
from tests import owners


class TestHealthz:
    def test_answers_without_a_database(self, client):
        response = client.get("/healthz")

        assert (response.status_code, response.text) == (200, "ok")
        assert "no-store" in response["Cache-Control"]


@pytest.fixture
def ticking(transactional_db):
    Tick.note("beat", at=timezone.now())
    keys.note()


def write(*, hours, **given):
    """A message of so many hours ago, which is tried again in three."""
    now, some = timezone.now(), datetime.timedelta(hours=hours)
    later = now + datetime.timedelta(hours=3)
    return OutboxMessage.objects.create(
        kind="email", payload={}, created_at=now - some, due_at=later, **given
    )


class TestReadyz:
    """Committed rows, because a connection of its own asks for them."""

    def test_is_ready_when_all_goes_on(self, client, ticking):
        response = client.get("/readyz")

        assert response.status_code == 200
        assert response.json() == {
            "database": "ok",
            "migrations": "applied",
            "keys": "ok",
            "clock": "ok",
            "outbox": "ok",
            "files": "ok",
            "beat": "ok",
        }
        assert "no-store" in response["Cache-Control"]

    def test_is_not_ready_with_a_key_that_is_not_the_databases(self, client, ticking, settings):
        settings.IDENTITY_KEYS = [Fernet.generate_key().decode()]

        response = client.get("/readyz")

        assert response.status_code == 503
        assert response.json()["keys"] == "wrong"
        assert response.json()["outbox"] == "unknown"

    @pytest.mark.parametrize("minutes", [None, 3])
    def test_is_not_ready_when_beat_stands_still(self, client, transactional_db, minutes):
        if minutes:
            Tick.note("beat", at=timezone.now() - datetime.timedelta(minutes=minutes))

        response = client.get("/readyz")

        assert (response.status_code, response.json()["beat"]) == (503, "late")

    def test_is_not_ready_when_nobody_delivers_the_outbox(self, client, ticking):
        due = timezone.now() - datetime.timedelta(minutes=3)
        OutboxMessage.objects.create(kind="email", payload={}, due_at=due)

        response = client.get("/readyz")

        assert (response.status_code, response.json()["outbox"]) == (503, "late")

    def test_is_not_ready_when_mail_does_not_leave(self, client, ticking):
        write(hours=3)

        response = client.get("/readyz")

        assert (response.status_code, response.json()["outbox"]) == (503, "late")

    def test_is_ready_when_one_address_is_refused_and_later_mail_leaves(self, client, ticking):
        write(hours=3)
        write(hours=2, delivered_at=timezone.now() - datetime.timedelta(hours=2))

        assert client.get("/readyz").json()["outbox"] == "ok"

    @pytest.mark.parametrize(("minutes", "status"), [(9, 200), (11, 503)])
    def test_names_the_file_that_is_not_checked(self, client, ticking, minutes, status):
        file = StoredFile.keep([b"a"], name="a.csv", content_type="text/csv", by=None)
        kept_at = timezone.now() - datetime.timedelta(minutes=minutes)
        with owners.without("files.StoredFile:where_it_lies"):
            StoredFile.objects.filter(pk=file.pk).update(kept_at=kept_at)

        response = client.get("/readyz")

        assert response.status_code == status
        assert (f"file {file.pk} waits since" in response.json()["files"]) is (status == 503)

    def test_is_not_ready_while_migrations_wait(self, client, transactional_db, monkeypatch):
        monkeypatch.setattr(health, "_is_migrated", lambda: False)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert (response.json()["database"], response.json()["migrations"]) == ("ok", "waiting")
        assert response.json()["beat"] == "unknown"

    def test_sees_one_migration_that_is_missing(self, client, ticking):
        last = MigrationRecorder.Migration.objects.filter(app="core").order_by("-name").first()
        last.delete()

        response = client.get("/readyz")

        last.save(force_insert=True)
        assert (response.status_code, response.json()["migrations"]) == (503, "waiting")

    def test_reads_the_names_of_migrations_as_django_does(self):
        assert health._on_disk() == set(MigrationLoader(None).disk_migrations)

    def test_tells_no_secret_when_the_database_is_away(self, client, monkeypatch):
        def fail(*_):
            raise OperationalError("password of user nmiss at 10.0.0.1")

        monkeypatch.setattr(health, "_ask", fail)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert response.json() == {
            "database": "unavailable",
            "migrations": "unknown",
            "keys": "unknown",
            "clock": "unknown",
            "outbox": "unknown",
            "files": "unknown",
            "beat": "unknown",
        }

    def test_does_not_wait_for_a_database_that_does_not_answer(self, client, monkeypatch):
        released = threading.Event()
        monkeypatch.setattr(health, "_ask", lambda *_: released.wait())
        monkeypatch.setattr(health, "LONGEST_WAIT", 0.1)

        began = time.monotonic()
        response = client.get("/readyz")

        took = time.monotonic() - began
        released.set()
        assert (response.status_code, response.json()["database"]) == (503, "too slow")
        assert took < 3

    def test_names_the_part_that_took_too_long(self, client, ticking, monkeypatch):
        released = threading.Event()
        monkeypatch.setitem(health.QUESTIONS, "outbox", lambda _now: released.wait())
        monkeypatch.setattr(health, "LONGEST_WAIT", 0.5)

        answer = client.get("/readyz").json()

        released.set()
        assert (answer["migrations"], answer["outbox"]) == ("applied", "too slow")

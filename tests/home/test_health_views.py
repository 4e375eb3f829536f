import datetime
import threading
import time

import pytest
from django.db import OperationalError
from django.utils import timezone

from nmiss.core.models import OutboxMessage, Tick
from nmiss.home.views import health


class TestHealthz:
    def test_answers_without_a_database(self, client):
        response = client.get("/healthz")

        assert (response.status_code, response.text) == (200, "ok")
        assert "no-store" in response["Cache-Control"]


@pytest.fixture
def ticking(transactional_db):
    Tick.note("beat", at=timezone.now())


class TestReadyz:
    """Committed rows, because a connection of its own asks for them."""

    def test_is_ready_when_all_goes_on(self, client, ticking):
        response = client.get("/readyz")

        assert response.status_code == 200
        assert response.json() == {
            "database": "ok",
            "migrations": "applied",
            "outbox": "ok",
            "beat": "ok",
        }
        assert "no-store" in response["Cache-Control"]

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

    def test_waits_with_a_message_that_is_to_be_tried_later(self, client, ticking):
        asked = timezone.now() - datetime.timedelta(hours=3)
        later = timezone.now() + datetime.timedelta(hours=3)
        OutboxMessage.objects.create(kind="email", payload={}, created_at=asked, due_at=later)

        assert client.get("/readyz").status_code == 200

    def test_is_not_ready_while_migrations_wait(self, client, transactional_db, monkeypatch):
        monkeypatch.setattr(health, "_is_migrated", lambda: False)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert (response.json()["database"], response.json()["migrations"]) == ("ok", "waiting")

    def test_tells_no_secret_when_the_database_is_away(self, client, monkeypatch):
        def fail(_now):
            raise OperationalError("password of user nmiss at 10.0.0.1")

        monkeypatch.setattr(health, "_ask", fail)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert response.json() == {
            "database": "unavailable",
            "migrations": "unknown",
            "outbox": "unknown",
            "beat": "unknown",
        }

    def test_does_not_wait_for_a_database_that_does_not_answer(self, client, monkeypatch):
        released = threading.Event()
        monkeypatch.setattr(health, "_ask", lambda _now: released.wait())
        monkeypatch.setattr(health, "LONGEST_WAIT", 0.1)

        began = time.monotonic()
        response = client.get("/readyz")

        took = time.monotonic() - began
        released.set()
        assert response.status_code == 503
        assert took < 3

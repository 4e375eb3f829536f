import threading
import time

import pytest
from django.db import OperationalError

from nmiss.home.views import health


class TestHealthz:
    def test_answers_without_a_database(self, client):
        response = client.get("/healthz")

        assert (response.status_code, response.text) == (200, "ok")
        assert "no-store" in response["Cache-Control"]


class TestReadyz:
    @pytest.mark.django_db
    def test_is_ready_when_the_database_answers_and_is_migrated(self, client):
        response = client.get("/readyz")

        assert response.status_code == 200
        assert response.json() == {"database": "ok", "migrations": "applied"}
        assert "no-store" in response["Cache-Control"]

    def test_is_not_ready_while_migrations_wait(self, client, monkeypatch):
        monkeypatch.setattr(health, "_is_migrated", lambda: False)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert response.json() == {"database": "ok", "migrations": "waiting"}

    def test_tells_no_secret_when_the_database_is_away(self, client, monkeypatch):
        def fail():
            raise OperationalError("password of user nmiss at 10.0.0.1")

        monkeypatch.setattr(health, "_is_migrated", fail)

        response = client.get("/readyz")

        assert response.status_code == 503
        assert response.json() == {"database": "unavailable", "migrations": "unknown"}

    def test_does_not_wait_for_a_database_that_does_not_answer(self, client, monkeypatch):
        released = threading.Event()
        monkeypatch.setattr(health, "_is_migrated", released.wait)
        monkeypatch.setattr(health, "LONGEST_WAIT", 0.1)

        began = time.monotonic()
        response = client.get("/readyz")

        took = time.monotonic() - began
        released.set()
        assert response.status_code == 503
        assert took < 3

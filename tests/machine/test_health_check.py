import datetime
import sys

import pytest
from django.utils import timezone

from nmiss.base.core.models import Tick
from nmiss.machine import health_check


class TestWeb:
    def test_is_well_when_it_answers(self, live_server, monkeypatch, settings):
        monkeypatch.setenv("PORT", str(live_server.thread.port))
        monkeypatch.setenv("ALLOWED_HOSTS", "hub.council.example,another")
        settings.ALLOWED_HOSTS = ["hub.council.example"]
        settings.SECURE_SSL_REDIRECT = True
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

        assert health_check.web_answers()


@pytest.mark.django_db
class TestBeat:
    def test_is_well_while_its_ticks_arrive(self):
        assert not health_check.beat_goes_on()

        Tick.note("beat", at=timezone.now())
        assert health_check.beat_goes_on()

        Tick.note("beat", at=timezone.now() - datetime.timedelta(minutes=3))
        assert not health_check.beat_goes_on()


class TestMain:
    def test_refuses_what_is_no_part(self, monkeypatch):
        monkeypatch.setattr(sys, "argv", ["health_check", "database"])

        with pytest.raises(SystemExit, match="Name one of"):
            health_check.main()

    def test_says_what_is_not_well(self, monkeypatch):
        monkeypatch.setattr(sys, "argv", ["health_check", "web"])
        monkeypatch.setattr(health_check, "web_answers", lambda: False)

        with pytest.raises(SystemExit, match="web: not well"):
            health_check.main()

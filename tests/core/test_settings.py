import json
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import importlib, json, sys
importlib.import_module(sys.argv[1])
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_setting('statement_timeout'), current_setting('lock_timeout')")
    print(json.dumps(cursor.fetchone()))
"""


def limits_of(process, **given):
    """What PostgreSQL tells a process of this kind, in an environment of its own."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "nmiss.settings"} | given
    command = [sys.executable, "-c", ASK, process]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


class TestDatabaseLimits:
    @pytest.mark.parametrize(
        ("given", "limits"),
        [
            ({}, ["30s", "10s"]),
            ({"WEB_STATEMENT_SECONDS": "5", "WEB_LOCK_SECONDS": "0"}, ["5s", "0"]),
        ],
    )
    def test_are_kept_by_the_web(self, given, limits):
        assert limits_of("nmiss.wsgi", **given) == limits

    def test_are_not_for_the_worker(self):
        assert limits_of("nmiss.celery") == ["0", "0"]


class TestTheExampleOfSettings:
    OURS = {
        "DEBUG",
        "NMISS_DEMO_PROGRESS",
        "NMISS_SERVES_PAGES",
    }  # for who works on the hub, and for the hub itself
    ELSEWHERE = {
        "NMISS_DATA_DIR",
        "NMISS_DEMO_CLICK",
        "NMISS_DEMO_PASSWORD",
        "PORT",
    }  # of machines for trying things out

    def read(self):
        code = (settings.BASE_DIR / "nmiss" / "settings.py").read_text()
        compose = (settings.BASE_DIR / "docker-compose.yml").read_text()
        read = set(re.findall(r"""env\.\w+\(["']([A-Z_]+)["']""", code))
        read |= set(re.findall(r"\$\{([A-Z_]+)", compose))

        assert {"COUNCIL_NAME", "WEB_LOCK_SECONDS", "HUB_VERSION"} <= read
        return read - self.OURS

    def test_names_every_setting(self):
        example = (settings.BASE_DIR / ".env.example").read_text()

        assert self.read() - set(re.findall(r"^#([A-Z_]+)=", example, re.M)) == set()

    def test_is_not_all_that_names_what_production_needs(self):
        page = (settings.BASE_DIR / "docs" / "production.md").read_text()
        rows = "".join(re.findall(r"^\| (`[A-Z_]+`.*?) \|", page, re.M))

        assert self.read() - self.ELSEWHERE - set(re.findall(r"`([A-Z_]+)`", rows)) == set()

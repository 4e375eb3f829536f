"""`make run` as a whole: it answers, stops in order, and never goes on by half."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from nmiss.machine import hub_run

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("contracts", "kpis", "nmiss", "placements", "providers", "static", "templates")
AS_OWNER = """
import os, sys, psycopg2
from nmiss.machine import embedded
embedded.provide()
line = psycopg2.connect(os.environ["MIGRATION_DATABASE_URL"])
line.autocommit = True
line.cursor().execute(sys.argv[1])
"""


class Place:
    """A folder of its own with the hub in it, and a `.env` that says where it listens."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        for name in PARTS:
            shutil.copytree(
                PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        for name in ("manage.py", "requirements-run.txt"):
            shutil.copy(PROJECT / name, folder)
        (folder / ".venv").symlink_to(PROJECT / ".venv")
        (folder / ".env").write_text(f"PORT={self.port}\nNMISS_DEMO=0\nWEB_WORKERS=1\n")

    def run(self, *command, **environment):
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=self.folder,
            env=kept | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ended(self, *command, **environment):
        """The code with which a command ends, and what it says."""
        running = self.run(*command, **environment)
        printed, said = running.communicate(timeout=100)
        return running.returncode, printed, said


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """One folder for all starts: the first makes the database, the others find it."""
    return Place(tmp_path_factory.mktemp("clone") / "a path with spaces")


@pytest.fixture
def data(place):
    return place.folder / ".data"


def begin(place, **environment):
    running = place.run("-m", "nmiss.machine.hub_run", **environment)
    running.address = f"http://127.0.0.1:{environment.get('PORT', place.port)}/"
    return running


def wait_until_it_serves(running):
    for line in running.stdout:
        if "Ctrl-C" in line:
            return
    pytest.fail(running.stderr.read())


@pytest.fixture
def hub(place):
    running = begin(place)
    wait_until_it_serves(running)
    yield running
    if running.poll() is None:
        running.terminate()
    running.communicate(timeout=30)


def child_of(hub, word):
    """The child whose command has this word; one that becomes another program has none then."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        listed = Path(f"/proc/{hub.pid}/task/{hub.pid}/children").read_text().split()
        for pid in map(int, listed):
            if word in Path(f"/proc/{pid}/cmdline").read_text():
                return pid
        time.sleep(0.1)
    pytest.fail(f"{word} was not started")


def status(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.status


class TestRun:
    def test_may_be_started_twice_at_once_on_a_new_folder(self, place):
        """First of all tests here, so that the folder is new."""
        assert not (place.folder / ".data").exists()
        both = [begin(place), begin(place, PORT=str(free_port()))]
        for one in both:
            wait_until_it_serves(one)

        assert [status(f"{one.address}healthz") for one in both] == [200, 200]

        for one in both:
            one.terminate()
            one.communicate(timeout=30)

    def test_answers_and_stops_when_told(self, hub):
        assert status(f"{hub.address}static/build/nmiss.css") == 200

        hub.send_signal(signal.SIGINT)

        assert hub.wait(timeout=30) == 0

    def test_lets_nobody_else_read_its_mail(self, hub, data):
        mail = data / "mail"
        for _ in range(100):
            if mail.exists():
                break
            time.sleep(0.1)

        assert mail.stat().st_mode & 0o777 == 0o700

    def test_stops_as_a_whole_when_a_part_of_it_ends(self, hub):
        os.kill(child_of(hub, "mail_sink"), signal.SIGKILL)

        _printed, said = hub.communicate(timeout=30)
        assert hub.returncode == 1
        assert "The mail server ended" in said

    def test_has_links_of_commands_lead_to_where_it_listens(self, place):
        """Not to the port of `.env`, where another was given for this start."""
        port = str(free_port())
        running = begin(place, PORT=port)
        wait_until_it_serves(running)
        ask = "from django.conf import settings; print(settings.SITE_URL)"

        code, printed, _said = place.ended("manage.py", "shell", "--no-imports", "-c", ask)

        running.terminate()
        running.communicate(timeout=30)
        assert (code, printed.strip()) == (0, f"http://localhost:{port}")


class TestWhatIsWrong:
    """One sentence, and no traceback."""

    def test_a_folder_that_cannot_be_written(self, place):
        run = ("-m", "nmiss.machine.hub_run")

        for command in (run, ("manage.py", "check")):
            code, _printed, said = place.ended(*command, NMISS_DATA_DIR="/proc/nmiss")

            assert code == 1
            assert said.splitlines()[-1].startswith("/proc/nmiss cannot be used: No such file")
            assert "Traceback" not in said

    def test_settings_that_are_missing(self, place):
        given = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}

        code, _printed, said = place.ended("manage.py", "check", **given)

        assert code == 1
        assert said.startswith("SECRET_KEY and NMISS_IDENTITY_KEY are not set: write them into")
        assert len(said.splitlines()) == 1

    def test_a_setting_that_cannot_be_read(self, place):
        code, _printed, said = place.ended("manage.py", "check", PROXIES="one")

        assert code == 1
        assert said == 'Environment variable "PROXIES" invalid: Not a valid integer.\n'

    def test_a_database_that_another_version_made(self, place, hub):
        unknown = "INSERT INTO django_migrations (app, name, applied) VALUES ('core', '0_x', now())"
        place.ended("-c", AS_OWNER, unknown)

        code, _printed, said = place.ended("-m", "nmiss.machine.hub_run", PORT=str(free_port()))

        place.ended("-c", AS_OWNER, "DELETE FROM django_migrations WHERE name = '0_x'")
        assert code == 1
        assert "made by another version of the hub, whose migrations core.0_x" in said
        assert "Traceback" not in said


def test_what_serves_is_not_told_the_way_to_be_the_owner(monkeypatch):
    monkeypatch.setenv("MIGRATION_DATABASE_URL", "postgres://nmiss:secret@127.0.0.1/nmiss")
    told = "import os, sys; sys.exit('MIGRATION_DATABASE_URL' in os.environ)"

    assert hub_run.start([sys.executable, "-c", told], serves=True).wait(timeout=60) == 0
    assert hub_run.start([sys.executable, "-c", told]).wait(timeout=60) == 1

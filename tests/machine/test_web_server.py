"""Gunicorn with our configuration, serving a small application whose loading the test holds up."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest

from nmiss.machine import environment, hub_run, process_locks, web_server

APPLICATION = """
import os, time
version = open("version").read()
while version == "new" and not os.path.exists("go"):
    time.sleep(0.05)
open(f"loading-{version}", "w").close()

def application(environ, answer):
    answer("200 OK", [])
    return [version.encode()]
"""


@pytest.fixture
def server(tmp_path):
    """The old version, with two workers: `server.ask()` gives the version that answers."""
    (tmp_path / "small.py").write_text(APPLICATION)
    (tmp_path / "version").write_text("old")
    port = hub_run.free_port()
    settings = ["--config", "python:nmiss.machine.web_server", "--bind", f"127.0.0.1:{port}"]
    running = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "small:application", *settings, "--workers=2"],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{environment.PROJECT}:{tmp_path}", "LOG_LEVEL": "CRITICAL"},
    )

    def ask():
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as a:
            return a.read().decode()

    running.ask = ask
    assert process_locks.within(20, lambda: ask() == "old")
    yield running
    running.terminate()
    running.wait(20)


def test_the_old_version_answers_until_the_new_one_has_loaded(server, tmp_path):
    (tmp_path / "version").write_text("new")
    server.send_signal(signal.SIGHUP)
    time.sleep(1)  # for the master to begin the new workers

    assert [server.ask() for _time in range(4)] == ["old"] * 4

    (tmp_path / "go").touch()
    assert process_locks.within(20, lambda: {server.ask() for _time in range(4)} == {"new"})


def test_names_what_is_not_set_once_and_ends():
    given = {"PATH": os.environ["PATH"], "REDIS_URL": "redis://localhost/0", "PORT": "0"}

    ended = subprocess.run(
        [
            *(sys.executable, "-m", "gunicorn", "nmiss.wsgi:application"),
            *("--config", "python:nmiss.machine.web_server", "--bind", "127.0.0.1:0"),
        ],
        cwd=environment.PROJECT,
        env=given,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("DATABASE_URL, SECRET_KEY and NMISS_IDENTITY_KEY are not set")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize(("gigabytes", "workers"), [(1, 2), (2, 3), (24, 3)])
def test_has_as_many_workers_as_fit(monkeypatch, gigabytes, workers):
    has = {"SC_PHYS_PAGES": gigabytes * 2**30 // 4096, "SC_PAGE_SIZE": 4096}
    monkeypatch.setattr(web_server.os, "sysconf", has.__getitem__)

    assert web_server.fitting_workers() == workers

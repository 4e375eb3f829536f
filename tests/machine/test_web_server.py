"""Gunicorn with our configuration, serving a small application whose loading the test holds up."""

import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest

from nmiss.machine import environment, hub_run, process_locks

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

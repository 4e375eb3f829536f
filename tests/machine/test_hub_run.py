"""`make run` as a whole: it answers, stops in order, and never goes on by half."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """One folder for all starts: the first makes the database, the others find it."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def hub(data):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    running = subprocess.Popen(
        [sys.executable, "-m", "nmiss.machine.hub_run"],
        cwd=PROJECT,
        env={**kept, "PORT": str(port), "NMISS_DATA_DIR": str(data), "NMISS_DEMO": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    running.address = f"http://127.0.0.1:{port}/"
    for line in running.stdout:
        if "Ctrl-C" in line:
            break
    yield running
    if running.poll() is None:
        running.terminate()
    running.communicate(timeout=30)


def children(hub, word):
    listed = Path(f"/proc/{hub.pid}/task/{hub.pid}/children").read_text().split()
    return [pid for pid in map(int, listed) if word in Path(f"/proc/{pid}/cmdline").read_text()]


def status(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.status


class TestRun:
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
        (mail,) = children(hub, "mail_sink")

        os.kill(mail, signal.SIGKILL)

        _printed, said = hub.communicate(timeout=30)
        assert hub.returncode == 1
        assert "The mail server ended" in said

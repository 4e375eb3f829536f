"""The servers that `nmiss.machine.embedded` lends, started for real by processes of their own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

USER = """
import os, sys
from nmiss.machine import embedded
embedded.provide()
sys.stderr.write(os.environ["DATABASE_URL"] + " " + os.environ["REDIS_URL"] + "\\n")
sys.stdin.read()
"""


class Visitor:
    """A process that uses the servers until it is told to leave."""

    def __init__(self, data: Path, **environment: str) -> None:
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER],
            cwd=PROJECT,
            env={**kept, "NMISS_DATA_DIR": str(data), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def arrive(self) -> list[str]:
        return self.process.stderr.readline().split()

    def leave(self) -> str:
        printed, complaints = self.process.communicate("", timeout=30)
        assert (self.process.returncode, complaints) == (0, "")
        return printed

    def die(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def data(tmp_path):
    # Longer than a Unix socket's path may be.
    return tmp_path / ("county" * 20) / ".data"


def processes(data: Path) -> list[str]:
    """List what runs out of a data folder, by the command lines of the machine."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text().replace("\0", " ")
            settings = " ".join(os.readlink(link) for link in (folder / "fd").iterdir())
        except OSError:
            continue
        if str(data) in command + settings and str(os.getpid()) != folder.name:
            found.append(command)
    return found


def all_gone(data: Path, *, within: float) -> bool:
    deadline = time.monotonic() + within
    while processes(data) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not processes(data)


class TestProvide:
    def test_two_at_once_share_and_the_last_one_out_stops(self, data):
        first, second = Visitor(data), Visitor(data)

        assert first.arrive() == second.arrive()
        assert first.leave() == ""
        assert any("postgres" in command for command in processes(data))
        assert second.leave() == ""
        assert processes(data) == []

    def test_a_killed_user_is_not_counted(self, data):
        killed, staying = Visitor(data), Visitor(data)
        before = killed.arrive()
        staying.arrive()

        killed.die()
        staying.leave()

        assert processes(data) == []
        following = Visitor(data)
        assert following.arrive() == before
        following.leave()

    def test_servers_end_when_their_only_user_was_killed(self, data):
        only = Visitor(data)
        only.arrive()

        only.die()

        assert all_gone(data, within=10)

    def test_a_crash_and_a_taken_port_do_not_break_the_next_start(self, data):
        crashed = Visitor(data)
        database, _broker = crashed.arrive()
        for note in (data / "run").glob("*.json"):
            os.kill(int(note.read_text().split('"pid": ')[1].split(",")[0]), signal.SIGKILL)
        crashed.die()
        assert all_gone(data, within=10)
        port = int(database.rpartition(":")[2].partition("/")[0])
        thief = subprocess.Popen(
            [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(0.3)
            following = Visitor(data)

            assert following.arrive()[0] not in {"", database}
            following.leave()
        finally:
            thief.kill()
            thief.wait()

    def test_uses_what_the_environment_names(self, data):
        own = Visitor(data, DATABASE_URL="postgres://own", REDIS_URL="redis://own")

        assert own.arrive() == ["postgres://own", "redis://own"]
        own.leave()
        assert not data.exists()

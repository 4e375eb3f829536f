"""Time the hub over HTTP, as `make run` serves it: `make bench-http`.

It writes docs/performance-http.md. Starts servers and a folder of its own, the demo county, and the
web server alone; 1, 8 and 32 officers read at once. Other web servers are tried side by side where
they are named: `sync` and `gthread` are gunicorn's own workers, `granian` needs that package to be
installed.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from nmiss.machine import environment, hub_run, reliability
from nmiss.machine.hub_address import Address

REPORT = environment.PROJECT / "docs" / "performance-http.md"
AT_ONCE = (1, 8, 32)
SECONDS = 10
THREADS = 4
HEAD = (
    "| Web server | At once | Requests a second | p50 ms | p95 ms | p99 ms | Not answered | "
    "Memory of the web server |\n| --- | --: | --: | --: | --: | --: | --: | --: |\n"
)


@dataclass(frozen=True)
class Reading:
    """What so many people at once were answered, and what the web server held after it."""

    server: str
    at_once: int
    took: list[float]
    failed: int
    megabytes: float

    @property
    def line(self) -> str:
        parts = statistics.quantiles(self.took, n=100)
        cells = [
            self.server,
            str(self.at_once),
            f"{len(self.took) / SECONDS:.0f}",
            *(f"{parts[part - 1]:.0f}" for part in (50, 95, 99)),
            str(self.failed),
            f"{self.megabytes:.0f} MB",
        ]
        return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Try each of the servers that are named; the one of `make run` where none is."""
    servers = sys.argv[1:] or ["sync"]
    data = Path(tempfile.mkdtemp(prefix="nmiss-bench-http-"))
    try:
        found = _measure(servers, data)
    finally:
        shutil.rmtree(data, ignore_errors=True)
    REPORT.write_text(_report(found))
    sys.stdout.write(REPORT.read_text())


def _measure(servers: list[str], data: Path) -> list[Reading]:
    port = reliability.settle_environment(data)
    reliability.run("manage.py", "migrate", "--verbosity=0")
    reliability.run("manage.py", "seed_demo")
    reliability.run("manage.py", "collectstatic", "--no-input", "--verbosity=0")
    session = reliability.run("-m", "nmiss.machine.reliability", "session").split()[0]
    return [run for server in servers for run in _runs(server, port, session)]


def _runs(server: str, port: int, session: str) -> list[Reading]:
    """Let people read at once: first one, then more; what is read first is no part of the times."""
    address = Address("127.0.0.1", port)
    children = {"web server": hub_run.start(command(server, address), serves=True)}
    try:
        hub_run.wait_for_answer(address, children)
        _read(port, session, at_once=8, seconds=5)
        runs = []
        for at_once in AT_ONCE:
            sys.stderr.write(f"{server}, {at_once} at once …\n")
            read = _read(port, session, at_once, SECONDS)
            held = _megabytes(children["web server"].pid)
            runs.append(Reading(server, at_once, read["took"], read["failed"], held))
        return runs
    finally:
        hub_run.stop(children)


def command(server: str, address: Address) -> list[str]:
    """Give how a web server is started: by the configuration of production but for its workers."""
    ours = hub_run.commands(address)["web server"]
    workers = os.environ["WEB_WORKERS"]
    if server == "sync":
        return ours
    if server == "gthread":
        return [*ours, "--worker-class=gthread", f"--threads={THREADS}", "--keep-alive=5"]
    if server == "granian":
        return [
            *(sys.executable, "-m", "granian", "--interface=wsgi", "--no-ws"),
            *(f"--host={address.host}", f"--port={address.port}", f"--workers={workers}"),
            *(f"--blocking-threads={THREADS}", "--log-level=warning", "nmiss.wsgi:application"),
        ]
    sys.exit(f"{server} is none of sync, gthread and granian.")


def _read(port: int, session: str, at_once: int, seconds: int) -> dict:
    load = [sys.executable, "-m", "nmiss.machine.http_load"]
    given = [str(port), str(seconds), str(at_once), session]
    done = subprocess.run(
        [*load, *given], cwd=environment.PROJECT, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)


def _megabytes(pid: int) -> float:
    """The memory of a process and its children, what they share counted once."""
    pids, kilobytes = [pid], 0
    for each in pids:
        with suppress(FileNotFoundError):  # one that has just ended
            children = Path(f"/proc/{each}/task/{each}/children").read_text()
            pids += map(int, children.split())
            told = Path(f"/proc/{each}/smaps_rollup").read_text()
            held = re.search(r"^Pss:\s+(\d+) kB", told, re.M)
            kilobytes += int(held[1]) if held else 0
    return kilobytes / 1024


def _report(found: list[Reading]) -> str:
    measured = (
        f"Measured by `make bench-http` on {time.strftime('%-d %B %Y')}, on {os.cpu_count()} "
        f"processors that the readers share, Python {platform.python_version()}: the web server of "
        f"`make run` with {os.environ['WEB_WORKERS']} workers and the demo county at scale 1. "
        "Officers read ten pages in turn, on loopback, each asking for the next page when the last "
        f"one has come, for {SECONDS} seconds."
    )
    return f"# Over HTTP\n\n{measured}\n\n{HEAD}{''.join(run.line for run in found)}"


if __name__ == "__main__":
    main()

"""Show what the hub does when its servers fail: `make reliability`.

Starts the whole hub on servers and a folder of its own, on loopback, with two web workers and the
demo county; lets people work; stops, freezes and restarts what the hub stands on; and writes what
was answered into docs/reliability.md. Ends by itself, with 1 where a promise was not kept.
"""

from __future__ import annotations

import atexit
import json
import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nmiss.machine import embedded, environment, hub_run, process_locks
from nmiss.machine.embedded_postgres import Postgres
from nmiss.machine.embedded_servers import Server, Valkey
from nmiss.machine.hub_address import Address
from nmiss.machine.reliability_hostile import send as send_hostile_files

SECONDS = 10  # of each situation
LONGEST = 200  # for all of them, once the hub stands
REPORT = environment.PROJECT / "docs" / "reliability.md"
ASKED_FOR = b"/accounts/new-password/"  # the link in what the visitors ask for
Children = dict[str, "subprocess.Popen[bytes]"]


@dataclass(frozen=True)
class Situation:
    """What happens while people work, and which answers are promised."""

    name: str
    promise: str
    before: Callable[[], None]
    during: Callable[[], None]
    after: Callable[[], None]
    allowed: frozenset[int] = frozenset({200, 302})
    slower: float = 0  # how many times as long as usual the median page may take, if that is asked


@dataclass(frozen=True)
class Trial:
    """What people were answered in one situation."""

    situation: Situation
    answers: list[list]
    usual: float = 0  # the median in milliseconds when all is well

    @property
    def statuses(self) -> Counter[int]:
        return Counter(status for _method, status, *_ in self.answers)

    @property
    def kept(self) -> bool:
        silent = any(status == 503 and not again for _, status, _, again in self.answers)
        promised = set(self.statuses) <= self.situation.allowed
        return bool(self.answers) and not silent and promised and not self.is_too_slow

    @property
    def is_too_slow(self) -> bool:
        slower = self.situation.slower
        return bool(slower) and self.median > slower * self.usual

    @property
    def median(self) -> float:
        return statistics.median(milliseconds for _, _, milliseconds, _ in self.answers)

    @property
    def line(self) -> str:
        times = [milliseconds for _, _, milliseconds, _ in self.answers]
        counts = (f"{count} × {status or 'no answer'}" for status, count in self.statuses.items())
        cells = [
            self.situation.name,
            self.situation.promise,
            ", ".join(sorted(counts)),
            f"{self.median:.0f} ms",
            f"{max(times):.0f} ms",
            "kept" if self.kept else "BROKEN",
        ]
        return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Set the hub up, go through the situations, write the report."""
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(f"Not done in {LONGEST} seconds."))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    data = Path(tempfile.mkdtemp(prefix="nmiss-reliability-"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)  # after the servers have stopped
    port = settle_environment(data)
    run("manage.py", "migrate", "--verbosity=0")
    run("manage.py", "seed_demo")
    run("manage.py", "collectstatic", "--no-input", "--verbosity=0")
    session, page, upload = run("-m", "nmiss.machine.reliability", "session").split()
    signal.alarm(LONGEST)
    children: Children = {}
    try:
        address = Address("127.0.0.1", port)
        for name, command in hub_run.commands(address).items():
            children[name] = hub_run.start(command)
        hub_run.wait_for_answer(address, children)
        _ready_within(60, port)
        web = children["web server"].pid
        outcomes: list[Trial] = []
        for each in _situations(data, web, partial(send_hostile_files, port, session, upload)):
            usual = outcomes[0].median if outcomes else 0
            outcomes.append(_live_through(each, port, session, page, usual))
        _ready_within(60, port)
        written, left = _mail(outcomes), _mails_left(data, outcomes)
    finally:
        hub_run.stop(children)
    kept = REPORT.read_text().partition("\n## ")
    REPORT.write_text(_report(outcomes, written, left) + "".join(kept[1:]))
    sys.stdout.write(REPORT.read_text())
    sys.exit(0 if left >= written and all(outcome.kept for outcome in outcomes) else 1)


def print_session() -> None:
    """Sign the demo's officer in; print the session's key and two addresses. A child's.

    They are those of a round's page, and of the form that takes in a document.
    """
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    from contracts.models import Round, Vehicle

    visitor = Client()
    visitor.force_login(get_user_model().objects.get(email="officer@demo.example"))
    page = reverse("contracts:round_detail", args=[Round.objects.order_by("pk").first().pk])
    upload = reverse("contracts:document_add", args=[Vehicle.objects.order_by("pk").first().pk])
    sys.stdout.write(f"{visitor.cookies['sessionid'].value} {page} {upload}")


def settle_environment(data: Path) -> int:
    # Empty, and not taken away: so that no `.env` puts in the servers of a real hub.
    for name in environment.SECRETS:
        os.environ[name] = ""
        os.environ.pop(f"{name}_FILE", None)
    port = hub_run.free_port()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "nmiss.settings",
        "NMISS_DATA_DIR": str(data),
        "NMISS_DEMO_PASSWORD": "not for signing in",
        "NMISS_MAIL_SINK": "1",
        "WEB_WORKERS": "2",
        "LOG_LEVEL": "CRITICAL",
        "ALLOWED_HOSTS": "localhost",
        "HTTPS": "0",
    }
    embedded.provide()
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{hub_run.free_port()}"
    return port


def _situations(data: Path, web: int, send_hostile: Callable[[], None]) -> list[Situation]:
    broker = Valkey(data)

    def freeze(how: signal.Signals) -> Callable[[], None]:
        return lambda: os.kill(broker.noted("pid"), how)

    def deploy() -> None:
        for _time in range(2):
            os.kill(web, signal.SIGHUP)
            time.sleep(4)

    def restart_database() -> None:
        for seconds in (0, 2):
            _stop(Postgres(data))
            time.sleep(seconds)
            _start(Postgres(data))
            time.sleep(2)

    def nothing() -> None:
        pass

    same = "as ever: no page fails or waits"
    return [
        Situation("All is well", "every page", nothing, nothing, nothing),
        Situation(
            "The broker is stopped", same, lambda: _stop(broker), nothing, lambda: _start(broker)
        ),
        Situation(
            "The broker is frozen",
            same,
            freeze(signal.SIGSTOP),
            nothing,
            freeze(signal.SIGCONT),
        ),
        Situation(
            "The database is restarted, then away for 2 seconds",
            "a page, or 503 with Retry-After; never 500",
            nothing,
            restart_database,
            nothing,
            frozenset({200, 302, 503}),
        ),
        Situation("A new version (HUP), twice", "every page", nothing, deploy, nothing),
        Situation(
            "Three hostile files at once are sent and checked",
            "every page; the median within 1.5 times of when all is well",
            nothing,
            send_hostile,
            nothing,
            slower=1.5,
        ),
    ]


def _live_through(situation: Situation, port: int, session: str, page: str, usual: float) -> Trial:
    sys.stderr.write(f"{situation.name} …\n")
    people = [f"{role}@demo.example" for role in hub_run.ROLES]
    load = [sys.executable, "-m", "nmiss.machine.reliability_load"]
    situation.before()
    try:
        visitors = subprocess.Popen(
            [*load, str(port), str(SECONDS), session, page, *people],
            cwd=environment.PROJECT,
            stdout=subprocess.PIPE,
        )
        time.sleep(1.5)
        situation.during()
        printed, _ = visitors.communicate()
    finally:
        situation.after()
    return Trial(situation, json.loads(printed), usual)


def restart(server: Server) -> None:
    """Stop a server and start it again."""
    _stop(server)
    _start(server)


def with_section(report: str, title: str, text: str) -> str:
    """The report with a section that is there once, at its end."""
    return f"{report.partition(f'{_HEADING}{title}')[0].rstrip()}\n{_HEADING}{title}\n\n{text}\n"


_HEADING = "\n## "


def _stop(server: Server) -> None:
    with process_locks.locked(server.lock.with_name("gate")):
        server.ask_to_stop()
        server.see_out()


def _start(server: Server) -> None:
    with process_locks.locked(server.lock.with_name("gate")):
        server.join()


def _ready_within(seconds: float, port: int) -> None:
    """Wait for /readyz to say that all goes on."""
    begun = time.monotonic()
    while time.monotonic() < begun + seconds:
        with suppress(OSError):
            urllib.request.urlopen(f"http://localhost:{port}/readyz", timeout=5).close()
            return
        time.sleep(0.5)
    sys.exit(f"/readyz did not become ready within {seconds:.0f} seconds.")


def _mail(outcomes: list[Trial]) -> int:
    return sum(
        method == "POST" and status == 302
        for outcome in outcomes
        for method, status, *_ in outcome.answers
    )


def _mails_left(data: Path, outcomes: list[Trial]) -> int:
    """Count the messages that the visitors caused; the demo's own go the same way."""

    def left() -> int:
        return sum(ASKED_FOR in path.read_bytes() for path in (data / "mail").glob("*.eml"))

    process_locks.within(40, lambda: left() >= _mail(outcomes))
    return left()


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=environment.PROJECT, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def _report(outcomes: list[Trial], written: int, left: int) -> str:
    measured = (
        f"Measured by `make reliability` on {time.strftime('%-d %B %Y')}, on {os.cpu_count()} "
        f"processors, Python {platform.python_version()}: the whole hub with the demo county, two "
        "web workers, and three visitors on loopback, who read pages as an officer and ask for new "
        f"passwords. Each situation lasts {SECONDS} seconds."
    )
    afterwards = (
        f"Afterwards `/readyz` said that all goes on. Of {written} messages that people caused "
        f"meanwhile, {left} left. (One may leave twice, where the database goes away between the "
        "mail server's yes and our note.)"
    )
    head = "| Situation | Promise | Answers by status | Median | Slowest | |"
    rule = "| --- | --- | --- | ---: | ---: | --- |"
    lines = [outcome.line for outcome in outcomes]
    parts = ["# When servers fail", "", measured, "", head, rule, *lines, "", afterwards, ""]
    return "\n".join(parts)


if __name__ == "__main__":
    if sys.argv[1:] == ["session"]:
        print_session()
    else:
        main()

"""Show that no reminder is lost or given twice: `make reliability-reminders`.

On servers of its own, people are reminded of thousands of things while workers are killed every few
seconds and Valkey is restarted five times; then beat is off for ten days in which more becomes due,
and it goes on likewise. The command ticks in beat's place, twenty times as often, and the next
worker starts while one works, so that it is over in minutes. Counts at the end what stands on the
ledger and what the mail server received, and writes that into docs/reliability.md. Ends with 1
where a promise was not kept.
"""

from __future__ import annotations

import atexit
import os
import platform
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from nmiss.machine import hub_run
from nmiss.machine.embedded_servers import Valkey
from nmiss.machine.hub_address import Address
from nmiss.machine.reliability import (
    REPORT,
    restart,
    run,
    settle_environment,
    with_section,
)

TITLE = "Reminders"
USUAL = 10_000
PEOPLE = 50
RESTARTS = 5
DAYS_OFF = 10
LONGEST = 3 * 3600  # seconds
LIVES = 2, 6  # seconds that a worker has after the first thing done
TICKS = ("nmiss.base.core.tasks.remind", "nmiss.base.core.tasks.deliver_outbox")
KIND = "80% of the advertised value, at once"
_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.IGNORECASE | re.MULTILINE)


@dataclass
class Work:
    """The workers, and how often they were killed."""

    command: list[str]
    dsn: str
    killed: int = 0
    restarts: int = 0
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def ask(self, query: str) -> int:
        import psycopg2

        with closing(psycopg2.connect(self.dsn)) as connection, connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]

    def done(self) -> int:
        return self.ask(
            "SELECT (SELECT count(*) FROM core_reminder)"
            " + (SELECT count(*) FROM core_outboxmessage WHERE delivered_at IS NOT NULL)"
        )

    def start(self) -> None:
        self.workers.append(hub_run.start(self.command, serves=True))

    def kill(self) -> None:
        """The oldest worker and its children at once, as a machine that dies would."""
        worker = self.workers.pop(0)
        with suppress(ProcessLookupError):
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
        self.killed += 1

    def go_on(self, wanted: int, broker: Valkey, *, restarts: int) -> None:
        """Until so much is done: kill, once something was done since; restart Valkey meanwhile.

        The next worker starts while the one before it works, and takes longer to start than that
        one lives: else all that is measured is how fast Python starts.
        """
        begun, last = self.done(), time.monotonic() + LONGEST
        gates = [
            begun + (wanted - begun) * part // (restarts + 1) for part in range(1, restarts + 1)
        ]
        self.start()
        while (done := self.done()) < wanted:
            if time.monotonic() > last:
                sys.exit(f"Not done in {LONGEST} seconds: {done} of {wanted}.")
            self.start()
            wait(lambda done=done: self.done() > done, 60)
            wait(lambda: self.done() >= wanted, random.uniform(*LIVES))
            self.kill()
            sys.stderr.write(f"{self.done():,} of {wanted:,} steps; {self.killed} kills\n")
            if gates and self.done() >= gates[0]:
                gates.pop(0)
                restart(broker)
                self.restarts += 1
        while self.workers:
            self.kill()


def wait(is_over: Callable[[], bool], longest: float) -> None:
    """Tick until then."""
    until = time.monotonic() + longest
    while time.monotonic() < until and not is_over():
        tick()
        time.sleep(0.5)


def tick() -> None:
    """What beat does every ten seconds and every minute; with no broker, nothing."""
    from nmiss.celery import app

    with suppress(Exception), app.connection_for_write() as connection:
        for name in TICKS:
            app.send_task(name, connection=connection, expires=10, retry=False)


def populate(subjects: int, days_ago: int) -> None:
    """Have something become due, spread over the days before: one thing for each of the people."""
    import datetime

    import django

    # The owner of the tables makes accounts that are open from the start, as for the demo.
    os.environ["DATABASE_URL"] = (
        os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
    )
    django.setup()
    from django.utils import timezone

    from contracts.models import ValueBasis, Vehicle, VehicleFigure
    from nmiss.base.accounts.models import Role, User

    for number in range(PEOPLE - User.objects.count()):
        name = f"person{number}"
        User.objects.create_user(f"{name}@council.example", name=name, role=Role.OFFICER)
    today, known = timezone.localdate(), Vehicle.objects.count()
    for number in range(subjects):
        vehicle = Vehicle.establish(
            by=None,
            lots=1,
            name=f"Arrangement {known + number}",
            kind="framework",
            established_on=today - datetime.timedelta(days=400),
            starts_on=today - datetime.timedelta(days=400),
            initial_ends_on=today + datetime.timedelta(days=400),
            advertised_value=100,
            value_basis=ValueBasis.TOTAL,
        )
        as_at = today - datetime.timedelta(days=number % (days_ago + 1))
        zero = dict.fromkeys(("spent_call_off", "committed_call_off", "committed"), 0)
        VehicleFigure.note(vehicle, as_at=as_at, until=vehicle.ends_on, spent=85, **zero)


def main(wanted: int) -> None:
    """Set up, go through both parts, count, write the report."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    data = Path(tempfile.mkdtemp(prefix="nmiss-reminders-"))
    atexit.register(shutil.rmtree, data, ignore_errors=True)
    port = settle_environment(data)
    run("manage.py", "migrate", "--verbosity=0")
    parts = hub_run.commands(Address("127.0.0.1", port))
    mail = {"mail server": hub_run.start(parts["mail server"])}
    dsn = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
    work, broker = Work(parts["worker"], dsn), Valkey(data)
    begun = time.monotonic()
    half = wanted // PEOPLE // 2
    try:
        for subjects, days, restarts in (
            (half, 0, RESTARTS // 2),
            (wanted // PEOPLE - half, DAYS_OFF, RESTARTS - RESTARTS // 2),
        ):
            run("-m", "nmiss.machine.reliability_reminders", "populate", str(subjects), str(days))
            before = work.ask("SELECT count(*) FROM core_reminder")
            work.go_on(2 * (before + subjects * PEOPLE), broker, restarts=restarts)
        counts = count(work, data)
    finally:
        while work.workers:
            work.kill()
        hub_run.stop(mail)
    kept, lines = judge(counts, wanted)
    told = (
        f"Measured by `make reliability-reminders` on {time.strftime('%-d %B %Y')}, on "
        f"{os.cpu_count()} processors, Python {platform.python_version()}: {wanted:,} reminders in "
        f"{(time.monotonic() - begun) / 60:.0f} minutes. Workers were killed (-9) {work.killed} "
        f"times, 2 to 6 seconds after something was done, and Valkey was restarted {work.restarts} "
        f"times. Half had become due over {DAYS_OFF} days in which nothing ticked."
    )
    REPORT.write_text(with_section(REPORT.read_text(), TITLE, "\n".join([told, "", *lines])))
    sys.stdout.write(REPORT.read_text())
    sys.exit(0 if kept else 1)


def count(work: Work, data: Path) -> dict[str, int]:
    """What stands on the ledger, in the outbox, and in the folder of the mail server."""
    of_kind = f"FROM core_reminder WHERE kind = '{KIND}'"
    received = Counter(
        found[1].decode() if (found := _ID.search(path.read_bytes())) else path.name
        for path in (data / "mail").glob("*.eml")
    )
    return {
        "ledger": work.ask(f"SELECT count(*) {of_kind}"),
        "distinct": work.ask(f"SELECT count(DISTINCT (subject, recipient)) {of_kind}"),
        "written": work.ask("SELECT count(*) FROM core_outboxmessage"),
        "waiting": work.ask("SELECT count(*) FROM core_outboxmessage WHERE delivered_at IS NULL"),
        "received": len(received),
        "twice": sum(times > 1 for times in received.values()),
    }


def judge(counts: dict[str, int], wanted: int) -> tuple[bool, list[str]]:
    """Whether the promises were kept, and the lines that say so."""
    promises = [
        ("Due and on the ledger", wanted, counts["ledger"]),
        ("Missing", 0, wanted - counts["distinct"]),
        ("Twice on the ledger", 0, counts["ledger"] - counts["distinct"]),
        ("Emails written", wanted, counts["written"]),
        ("Emails that still wait", 0, counts["waiting"]),
        ("Emails received, by their Message-ID", wanted, counts["received"]),
    ]
    lines = ["| | Promised | Counted |", "| --- | ---: | ---: |"]
    lines += [f"| {words} | {promised:,} | {found:,} |" for words, promised, found in promises]
    lines += [f"| Emails that left twice, each under one Message-ID | few | {counts['twice']:,} |"]
    return all(promised == found for _, promised, found in promises), lines


if __name__ == "__main__":
    if sys.argv[1:2] == ["populate"]:
        populate(int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else USUAL)

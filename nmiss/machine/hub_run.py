"""What `make run` starts: the whole hub on one machine, until Ctrl-C.

The web server, a Celery worker, beat and a mail server that keeps everything are children of this
process. When one of them ends, all end: half a hub would only look as if it worked. While the demo
loads, only the web server runs: the sign-in page says how far it is.
"""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from nmiss.machine import embedded, environment, hub_address
from nmiss.machine.hub_address import Address

PROJECT = Path(__file__).resolve().parents[2]
ROLES = (
    "officer",
    "officer2",
    "manager",
    "manager2",
    "placements",
    "finance",
    "auditor",
    "admin",
    "owner",
    "editor",
    "viewer",
)
_OF_OWNER = {"MIGRATION_DATABASE_URL", "MIGRATION_DATABASE_PASSWORD"}
GRACE = 10  # seconds that a child has to finish what it is doing
SECONDS_TO_ANSWER = 120
SAY_EVERY = 4


class Ended(Exception):
    """Somebody asked the hub to stop."""


def main() -> None:
    """Prepare, start everything, say where it is, and stay until told to stop."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        with embedded.in_one_sentence():
            environment.load()
            address = hub_address.chosen()
            hub_address.settle(address)
            is_demo = _settle_environment()
            hub_address.keep(embedded.data_dir())
        _do("Preparing the database", "database")
        _serve(address, children, is_demo=is_demo)
        _stay(children)
    except Ended:
        _say("\nStopping …")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave half running
        stop(children)


def _serve(
    address: Address, children: dict[str, subprocess.Popen[bytes]], *, is_demo: bool
) -> None:
    """Start the web server, load the demo behind it where it belongs, and then all the rest."""
    progress = embedded.data_dir() / "run" / "demo-progress"
    progress.unlink(missing_ok=True)
    loads_demo = is_demo and _is_empty()
    if loads_demo:
        progress.write_text("It begins.")
        os.environ["NMISS_DEMO_PROGRESS"] = str(progress)
    parts = commands(address)
    _say("Starting the web server …")
    children["web server"] = start(parts.pop("web server"), serves=True)
    wait_for_answer(address, children)
    if loads_demo:
        _say(f"NMISS Hub is at {address.url}/ and loads the demo county; you can watch it there.")
        try:
            _do("Loading the demo county", "demo", str(progress), beside=children)
        finally:
            progress.unlink(missing_ok=True)
    for name, command in parts.items():
        children[name] = start(command, serves=True)
    _tell(address, demo=is_demo and _demo_is_there())


def _settle_environment() -> bool:
    """Lend the servers that are not named, and say whether the demo county belongs here.

    It belongs in a database of our own, and in somebody else's only when NMISS_DEMO=1 says so.
    """
    lent = not os.environ.get("DATABASE_URL")
    if lent:
        _say("Starting PostgreSQL and Valkey …")
    embedded.provide()
    environment.refuse_to_start_without_settings()
    # Two processes are enough for who tries it out, and load sooner.
    os.environ["WEB_WORKERS"] = os.environ.get("WEB_WORKERS") or "2"
    if not os.environ.get("EMAIL_URL"):
        os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{free_port()}"
        os.environ["NMISS_MAIL_SINK"] = "1"
    told = os.environ.get("NMISS_DEMO", "")
    demo = told == "1" or (lent and told != "0")
    if demo:
        _settle_password()
        # Whoever reaches the hub could sign in: by itself it is so on this machine alone.
        here = hub_address.is_of_this_machine(os.environ.get("HOST") or "127.0.0.1")
        os.environ["NMISS_DEMO_CLICK"] = os.environ.get("NMISS_DEMO_CLICK") or str(int(here))
    else:
        os.environ["NMISS_DEMO_CLICK"] = "0"
    return demo


def _settle_password() -> None:
    """Keep the demo's password beside its data, so that every start prints the one that works."""
    kept = embedded.data_dir() / "secrets" / "demo_password"
    given = os.environ.get("NMISS_DEMO_PASSWORD")
    if kept.exists():
        if given and given != kept.read_text():
            _say("The demo has a password already, and keeps it: NMISS_DEMO_PASSWORD is not used.")
    else:
        made_up = embedded.secret("demo_password")
        kept.write_text(given or made_up[:16])
    os.environ["NMISS_DEMO_PASSWORD"] = kept.read_text()


def _do(
    what: str, part: str, *more: str, beside: dict[str, subprocess.Popen[bytes]] | None = None
) -> None:
    """Have a child of its own do a part of the preparation, and say every few seconds that it does.

    What went wrong it has said itself.
    """
    _say(f"{what} …")
    child = start([sys.executable, "-m", "nmiss.machine.hub_prepare", part, *more])
    begun = said = time.monotonic()
    try:
        while child.poll() is None:
            see_that_all_live(beside or {})
            with suppress(subprocess.TimeoutExpired):
                child.wait(0.2)
            if time.monotonic() > said + SAY_EVERY:
                said = time.monotonic()
                _say(f"    {said - begun:.0f} s …")
    finally:
        stop({part: child})
    if child.returncode:
        sys.exit(child.returncode)


def commands(address: Address) -> dict[str, list[str]]:
    data = embedded.data_dir()
    python = sys.executable
    # Its warning to root is for a server; here the worker runs as whoever tries the hub out.
    unwarned = ["-W", "ignore:You"]
    celery = [python, *unwarned, "-m", "celery", "--app=nmiss.celery:app", "--quiet"]
    web = ["--config", "python:nmiss.machine.web_server", "--bind", address.binding]
    quiet = ["--loglevel=warning"]
    alone = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    schedule = [f"--schedule={data / 'beat-schedule'}", "--pidfile="]
    commands = {
        "web server": [python, "-m", "gunicorn", "nmiss.wsgi:application", *web],
        "worker": [*celery, "worker", "--concurrency=1", *quiet, *alone],
        "beat": [*celery, "beat", *quiet, *schedule],
    }
    if os.environ.get("NMISS_MAIL_SINK"):
        mail = os.environ["EMAIL_URL"].rpartition(":")[2]
        commands["mail server"] = [
            python,
            "-m",
            "nmiss.machine.mail_sink",
            mail,
            str(data / "mail"),
        ]
    return commands


def start(command: list[str], *, serves: bool = False) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own: Ctrl-C reaches us alone, and we stop it in order.

    Who ``serves`` works with the role of the web, and is not told the way to be the owner.
    """
    told = {key: value for key, value in os.environ.items() if not (serves and key in _OF_OWNER)}
    # Should we be killed, the kernel tells the child to end.
    with_us = [shutil.which("setpriv") or "", "--pdeathsig", "TERM", "--"]
    return subprocess.Popen(
        [*(with_us if with_us[0] else []), *command],
        cwd=PROJECT,
        env=told,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for_answer(address: Address, children: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        see_that_all_live(children)
        with suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection(address.from_here, address.port, timeout=10)
            line.request("GET", "/", headers={"Host": "localhost"})
            line.getresponse()
            return
        time.sleep(0.1)
    sys.exit("The web server does not answer.")


def _is_empty() -> bool:
    """What somebody brought in before the first start is theirs: the demo stays out of it."""
    return not (_there_is("accounts_user") or _there_is("providers_school"))


def _demo_is_there() -> bool:
    """Whether the demo's people may sign in: not where somebody's own records came first."""
    return _there_is("accounts_user WHERE email = %s", _email("officer"))


def _there_is(rows: str, *given: str) -> bool:
    import psycopg2

    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {rows})", given)
        return cursor.fetchone()[0]


def _tell(address: Address, *, demo: bool) -> None:
    lines = ["", f"NMISS Hub is at {address.url}/", ""]
    if demo:
        lines += ["Sign in to the demo county as"]
        lines += [f"    {_email(role)}" for role in ROLES]
        lines += [f"with the password {os.environ['NMISS_DEMO_PASSWORD']}", ""]
    if os.environ.get("NMISS_MAIL_SINK"):
        lines += [f"Mail is kept in {embedded.data_dir() / 'mail'}", ""]
    lines += ["Ctrl-C stops it.", ""]
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()


def _stay(children: dict[str, subprocess.Popen[bytes]]) -> None:
    while True:
        see_that_all_live(children)
        time.sleep(0.5)


def see_that_all_live(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            sys.exit(f"The {name} ended with code {child.returncode}, so everything stops.")


def stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask every child to finish, and after the grace time end it with all that it started."""
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE
    for child in children.values():
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(deadline - time.monotonic(), 0.1))
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)  # the session may outlive its leader
        child.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _email(role: str) -> str:
    return f"{role}@demo.example"


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


def _end(*_: object) -> None:
    raise Ended


if __name__ == "__main__":
    main()

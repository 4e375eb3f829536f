"""What `make run` starts: the whole hub on one machine, until Ctrl-C.

The web server, a Celery worker, beat and a mail server that keeps everything are children of this
process. When one of them ends, all end: half a hub would only look as if it worked.
"""

import contextlib
import hashlib
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

from nmiss.machine import embedded, environment

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
GRACE = 10  # seconds that a child has to finish what it is doing
SECONDS_TO_ANSWER = 60


class Ended(Exception):
    """Somebody asked the hub to stop."""


def main() -> None:
    """Prepare, start everything, say where it is, and stay until told to stop."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        host, port = _address()
        os.environ.setdefault("SITE_URL", f"http://localhost:{port}")  # for links in emails
        demo = _settle_environment()
        _prepare(demo=demo)
        for name, command in commands(host, port).items():
            children[name] = start(command)
        wait_for_answer(port, children)
        _tell(port, demo=demo and _demo_is_there())
        _stay(children)
    except Ended:
        _say("\nStopping …")
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave half running
        stop(children)


def prepare_database() -> None:
    """Bring the database and the static files up to date; the `prepare` child runs this."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nmiss.settings")
    import django
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    django.setup()
    with embedded.first_use():
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    # What somebody brought in before the first start is theirs: the demo stays out of it.
    if "--demo" in sys.argv and not get_user_model().objects.exists() and not _has_schools():
        _say("Loading the demo county …")
        call_command("seed_demo", no_color=True)  # progress is no error: not in red
    _collect_static_files()


def _has_schools() -> bool:
    from providers.models import School

    return School.objects.exists()


def _collect_static_files() -> None:
    from django.conf import settings
    from django.core.management import call_command

    made_from = hashlib.sha256((PROJECT / "requirements-dev.txt").read_bytes())
    for path in sorted((PROJECT / "static").rglob("*")):
        if path.is_file():
            made_from.update(str(path).encode() + path.read_bytes())
    mark = Path(settings.STATIC_ROOT) / ".made-from"
    if mark.exists() and mark.read_text() == made_from.hexdigest():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(made_from.hexdigest())


def _address() -> tuple[str, int]:
    host, given = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    port = int(given) if given.isascii() and given.isdigit() else 0
    if not 0 < port < 65536:
        sys.exit(f"{given} is no port: give a number from 1 to 65535. Try: make run PORT=8001")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            sys.exit(f"Port {port} cannot be used ({error.strerror}). Try: make run PORT=8001")
    return host, port


def _settle_environment() -> bool:
    """Lend the servers that are not named, and say whether the demo county belongs here.

    It belongs in a database of our own, and in somebody else's only when NMISS_DEMO=1 says so.
    """
    environment.load()
    lent = not os.environ.get("DATABASE_URL")
    embedded.provide()
    if not os.environ.get("EMAIL_URL"):
        os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{free_port()}"
        os.environ["NMISS_MAIL_SINK"] = "1"
    told = os.environ.get("NMISS_DEMO", "")
    demo = told == "1" or (lent and told != "0")
    if demo:
        _settle_password()
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


def _prepare(*, demo: bool) -> None:
    command = [
        sys.executable,
        "-m",
        "nmiss.machine.hub_run",
        "prepare",
        *(["--demo"] if demo else []),
    ]
    child = start(command)
    try:
        failed = child.wait()
    finally:
        stop({"preparation": child})
    if failed:
        sys.exit("The database could not be prepared.")


def commands(host: str, port: int) -> dict[str, list[str]]:
    data = embedded.data_dir()
    python = sys.executable
    # Its warning to root is for a server; here the worker runs as whoever tries the hub out.
    unwarned = ["-W", "ignore:You"]
    celery = [python, *unwarned, "-m", "celery", "--app=nmiss.celery:app", "--quiet"]
    web = ["--config", "python:nmiss.machine.web_server", "--bind", f"{host}:{port}"]
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


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own: Ctrl-C reaches us alone, and we stop it in order."""
    # Should we be killed, the kernel tells the child to end.
    with_us = [shutil.which("setpriv") or "", "--pdeathsig", "TERM", "--"]
    return subprocess.Popen(
        [*(with_us if with_us[0] else []), *command],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for_answer(port: int, children: dict[str, subprocess.Popen[bytes]]) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        see_that_all_live(children)
        with suppress(OSError, http.client.HTTPException):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("GET", "/", headers={"Host": "localhost"})
            line.getresponse()
            return
        time.sleep(0.1)
    sys.exit("The web server does not answer.")


def _demo_is_there() -> bool:
    """Whether the demo's people may sign in: not where somebody's own records came first."""
    import psycopg2

    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM accounts_user WHERE email = %s", [_email("officer")])
        return cursor.fetchone() is not None


def _tell(port: int, *, demo: bool) -> None:
    lines = ["", f"NMISS Hub is at http://localhost:{port}/", ""]
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
    if sys.argv[1:2] == ["prepare"]:
        prepare_database()
    else:
        main()

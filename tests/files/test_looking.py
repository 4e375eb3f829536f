"""Looking inside as it is really done: by a process of its own, within its limits."""

import signal
import subprocess
import sys
from itertools import chain, repeat

import pytest
from django.conf import settings

from nmiss.base.files import looking, looking_inside
from nmiss.base.files.kinds import ALL
from tests.files import uploads
from tests.files.hostile import BOMBS, SLOW

SOUND = {
    "csv": uploads.csv(),
    "pdf": uploads.pdf(),
    "png": uploads.png(),
    "jpg": uploads.jpeg(),
    "docx": uploads.document(),
    "xlsx": uploads.workbook(),
}
BINDS = "from nmiss.base.files import looking_inside as it; it.MOST_SECONDS = 1; it.bind(0); "


def inside(content, extension):
    return looking.inside([content], extension=extension, size=len(content))


def answers(monkeypatch, code):
    """Have another process answer in its place."""
    monkeypatch.setattr(looking, "COMMAND", (sys.executable, "-c", code))


class TestInside:
    def test_knows_every_kind(self):
        assert {kind.extension for kind in ALL} == set(SOUND)

    @pytest.mark.parametrize("extension", SOUND)
    def test_finds_nothing_in_sound_files(self, extension):
        assert inside(SOUND[extension], extension) == ""

    @pytest.mark.parametrize("what", SLOW | BOMBS)
    def test_ends_with_a_sentence(self, what):
        name, content = (SLOW | BOMBS)[what]

        assert len(inside(content, name.rpartition(".")[2])) > 10

    def test_says_so_of_what_reaches_the_limit_of_time(self, monkeypatch):
        answers(monkeypatch, BINDS + "\nwhile True: pass")

        assert inside(b"a", "csv") == looking_inside.TOO_MUCH

    def test_says_so_of_what_reaches_the_limit_of_memory(self, monkeypatch):
        answers(
            monkeypatch,
            BINDS + "it._check = lambda *_: bytes(1 << 30); "
            "import json; print(json.dumps({'refused': it.look('csv', b'')}))",
        )

        assert inside(b"a", "csv") == looking_inside.TOO_MUCH

    @pytest.mark.parametrize(
        "code",
        [
            "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
            "raise SystemExit(1)",
            "print('nothing of the kind')",
            "print('{\"refused\": 7}')",
            "print('[]')",
            "import sys\nwhile True: sys.stdout.write('a' * 999)",
        ],
    )
    def test_has_died_where_there_is_no_answer(self, monkeypatch, code):
        answers(monkeypatch, code)

        with pytest.raises(looking.Died):
            inside(b"a", "csv")

    def test_ends_a_process_that_does_nothing(self, monkeypatch):
        monkeypatch.setattr(looking, "MOST_SECONDS", 0.5)
        answers(monkeypatch, "import signal; signal.pause()")

        with pytest.raises(looking.Died):
            looking.inside(chain(repeat(bytes(1 << 16), 99)), extension="csv", size=1)

    def test_takes_no_more_of_an_answer_than_a_sentence(self, monkeypatch):
        answers(monkeypatch, "print('{\"refused\": \"' + 'a' * 900 + '\"}')")

        assert inside(b"a", "csv") == "a" * looking.LONGEST_REFUSAL

    def test_hands_on_nothing_of_the_environment(self, monkeypatch):
        monkeypatch.setenv("SECRET_KEY", "a secret")
        code = "import json, os; print(json.dumps({'refused': ' '.join(os.environ)}))"
        answers(monkeypatch, code)

        assert "SECRET_KEY" not in inside(b"a", "csv")


class TestBind:
    """The kernel's limits, asked of a process that has bound itself."""

    @pytest.mark.parametrize(
        ("code", "fails_with"),
        [
            ("bytes(1 << 30)", "MemoryError"),
            ("open('/tmp/nmiss-test', 'wb', 0).write(b'a')", "File too large"),
            ("[open('/dev/null') for _ in range(50)]", "Too many open files"),
        ],
    )
    def test_forbids(self, code, fails_with):
        done = subprocess.run(
            [sys.executable, "-c", BINDS + "kept = " + code],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )

        assert done.returncode
        assert fails_with in done.stderr

    def test_ends_what_takes_a_processor_for_itself(self):
        done = subprocess.run(
            [sys.executable, "-c", BINDS + "\nwhile True: pass"],
            cwd=settings.BASE_DIR,
            check=False,
        )

        assert done.returncode == -signal.SIGXCPU

    def test_comes_after_everybody_else(self):
        done = subprocess.run(
            [sys.executable, "-c", BINDS + "import os; print(os.nice(0))"],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )

        assert done.stdout == "19\n"

    def test_loads_nothing_of_django(self):
        code = "import sys, nmiss.base.files.looking_inside as it; "
        code += "[it.look(one, b'') for one in ('csv', 'pdf', 'png', 'jpg', 'docx', 'xlsx')]; "
        code += "print([name for name in sys.modules if name.partition('.')[0] == 'django'])"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
        )

        assert done.stdout == "[]\n"

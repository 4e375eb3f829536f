"""Have a file looked into by a process of its own (``nmiss.base.files.looking_inside``)."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress

from django.conf import settings

from nmiss.base.files.looking_inside import TOO_MUCH

MOST_SECONDS = 120  # by the clock: others may have the processors
LONGEST_ANSWER = 2_000
LONGEST_REFUSAL = 300
COMMAND = (sys.executable, "-B", "-m", "nmiss.base.files.looking_inside")
# What the kernel sends to a process that has used up its time.
AT_ITS_LIMIT = frozenset({-signal.SIGXCPU})


class Died(Exception):
    """The process ended without an answer, by no fault of the file that is known of."""


def inside(chunks: Iterable[bytes], *, extension: str, size: int) -> str:
    """Say in a sentence why the file is refused; nothing where it may be kept. Raises Died."""
    process = subprocess.Popen(
        [*COMMAND, extension, str(size)],
        cwd=settings.BASE_DIR,
        env={"LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    ends = threading.Timer(MOST_SECONDS, process.kill)
    ends.start()
    try:
        answer = _converse(process, chunks)
    finally:
        process.kill()
        status = process.wait()
        ends.cancel()
    if status in AT_ITS_LIMIT:
        return TOO_MUCH
    return _refusal_in(answer)


def _converse(process: subprocess.Popen[bytes], chunks: Iterable[bytes]) -> bytes:
    """Hand it the file; take no more of an answer than one can be."""
    with process.stdin, process.stdout:
        try:
            with suppress(BrokenPipeError):
                for chunk in chunks:
                    process.stdin.write(chunk)
        finally:
            with suppress(BrokenPipeError):
                process.stdin.close()
        return process.stdout.read(LONGEST_ANSWER)


def _refusal_in(answer: bytes) -> str:
    try:
        refused = json.loads(answer)["refused"]
    except (ValueError, KeyError, TypeError) as error:
        raise Died("The process that looks inside gave no answer.") from error
    if not isinstance(refused, str):
        raise Died("The process that looks inside gave an answer of another kind.")
    return refused[:LONGEST_REFUSAL]

"""Locks by which processes know of each other, and the folders that hold them.

Advisory locks of the kernel: they end with the process that holds them, in whatever way it ends.
"""

import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SAY_EVERY = 4  # seconds


def folder(path: Path, *, mode: int = 0o711) -> Path:
    """Make a folder that others may pass through, but not look into."""
    path.mkdir(mode=mode, parents=True, exist_ok=True)
    return path


def run_folder(data: Path) -> Path:
    """Make the folder of locks and notes, which only their owner may open."""
    folder(data)
    return folder(data / "run", mode=0o700)


def open_lock(path: Path) -> int:
    """Open a lock file; a number and no file object, so that no collection of garbage closes it."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


@contextmanager
def locked(path: Path, *, waiting: str = "") -> Iterator[None]:
    """Keep every other process that asks for the same lock waiting, and have it say so."""
    lock = open_lock(path)
    try:
        if waiting:
            say_while_waiting(lock, waiting)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def say_while_waiting(lock: int, what: str) -> None:
    """Take a lock, and say every few seconds what is waited for."""
    begun = time.monotonic()
    while not within(SAY_EVERY, lambda: _is_taken(lock)):
        sys.stderr.write(f"{what} ({time.monotonic() - begun:.0f} s) …\n")


def _is_taken(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_free(path: Path) -> bool:
    """Say whether no process holds the lock; expects that a gate keeps others from asking too."""
    lock = open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Wait until something holds, and say whether it did in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True

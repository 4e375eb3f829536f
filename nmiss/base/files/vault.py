"""Where files lie: outside the static tree, under made-up names, encrypted.

A table of placements holds birth dates and homes: on disk it is as unreadable as in the database.
Each chunk is a Fernet token on a line of its own; the digest of the whole says that none is
missing and that they stand in order.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.fernet import InvalidToken
from django.conf import settings

from nmiss.base.core.fields import cipher

CHUNK = 1 << 20


class Damaged(Exception):
    """What lies there is not what was put there."""


@dataclass(frozen=True)
class Deposit:
    """What was put away: under which name, how long it is, and its digest."""

    name: str
    size: int
    sha256: str


def put(chunks: Iterable[bytes]) -> Deposit:
    """Put bytes away under a name made up for them."""
    name = uuid.uuid4().hex
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            file.write(cipher().encrypt(chunk) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    return Deposit(name, size, digest.hexdigest())


def chunks(name: str, *, sha256: str) -> Iterator[bytes]:
    """The bytes in order. Raises Damaged, at the latest at the end, if they are not those put."""
    digest = hashlib.sha256()
    try:
        with _path(name).open("rb") as file:
            for token in file:
                chunk = cipher().decrypt(token.rstrip(b"\n"))
                digest.update(chunk)
                yield chunk
    except (InvalidToken, FileNotFoundError) as error:
        raise Damaged(name) from error
    if digest.hexdigest() != sha256:
        raise Damaged(name)


@contextlib.contextmanager
def on_disk(name: str, *, sha256: str, called: str) -> Iterator[Path]:
    """Lend a readable copy, called so; it is gone with the block."""
    with tempfile.TemporaryDirectory(prefix="nmiss-") as folder:
        path = Path(folder) / called
        with path.open("wb") as file:
            file.writelines(chunks(name, sha256=sha256))
        yield path


def forget(name: str) -> None:
    """Remove what lies under the name, if anything does."""
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name[:2] / uuid.UUID(name).hex

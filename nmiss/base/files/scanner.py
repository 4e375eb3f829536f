"""The virus scanner: a clamd that the settings name. What it does not call clean is not clean."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterable

from clamav_client.clamd import ClamdError, ClamdNetworkSocket
from django.conf import settings

TO_BE_THERE = 5  # seconds in which the scanner takes a call, and says that it is there
TO_ANSWER = 30  # seconds in which it takes a part of a file, or says what it found


class Unavailable(Exception):
    """The scanner does not answer, or not about this file: the file goes on waiting."""


class _Chunks(io.RawIOBase):
    """Chunks as a file to read from."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks, self._rest = iter(chunks), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def is_set() -> bool:
    """Whether files are scanned here at all."""
    return bool(settings.CLAMD_ADDRESS)


def is_there() -> bool:
    """Whether the scanner answers at all: one that is frozen takes the call and says nothing."""
    try:
        return _Line(timeout=TO_BE_THERE).ping() == "PONG"
    except (ClamdError, OSError, UnicodeDecodeError):
        return False


def find_in(chunks: Iterable[bytes]) -> str:
    """Name what the scanner found in the bytes; nothing where it calls them clean."""
    try:
        answer = _Line(timeout=TO_ANSWER).instream(io.BufferedReader(_Chunks(chunks), 1 << 16))
    except (ClamdError, OSError, UnicodeDecodeError) as error:
        raise Unavailable(str(error) or type(error).__name__) from error
    status, found = answer.get("stream", ("", None))
    if status == "OK":
        return ""
    if status == "FOUND":
        return found or "unnamed"
    raise Unavailable(f"The scanner answered {answer}")


class _Line(ClamdNetworkSocket):
    """One call to ``unix:/run/clamav/clamd.ctl`` or ``host:3310``, never waiting for long."""

    def _init_socket(self) -> None:
        scheme, _, rest = settings.CLAMD_ADDRESS.partition(":")
        is_local = scheme == "unix"
        line = socket.socket(socket.AF_UNIX if is_local else socket.AF_INET, socket.SOCK_STREAM)
        self.clamd_socket = line
        line.settimeout(TO_BE_THERE)
        try:
            line.connect(rest if is_local else (scheme, int(rest or 3310)))
        except OSError:
            line.close()
            raise
        line.settimeout(self.timeout)

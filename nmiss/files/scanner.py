"""The virus scanner: a clamd that the settings name. What it does not call clean is not clean."""

from __future__ import annotations

import io
from collections.abc import Iterable

from clamav_client.clamd import ClamdError, ClamdNetworkSocket, ClamdUnixSocket
from django.conf import settings

SECONDS = 120


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


def find_in(chunks: Iterable[bytes]) -> str:
    """Name what the scanner found in the bytes; nothing where it calls them clean."""
    try:
        answer = _clamd().instream(io.BufferedReader(_Chunks(chunks), 1 << 16))
    except (ClamdError, OSError, UnicodeDecodeError) as error:
        raise Unavailable(str(error) or type(error).__name__) from error
    status, found = answer.get("stream", ("", None))
    if status == "OK":
        return ""
    if status == "FOUND":
        return found or "unnamed"
    raise Unavailable(f"The scanner answered {answer}")


def _clamd() -> ClamdNetworkSocket | ClamdUnixSocket:
    """``unix:/run/clamav/clamd.ctl`` or ``host:3310``."""
    scheme, _, rest = settings.CLAMD_ADDRESS.partition(":")
    if scheme == "unix":
        return ClamdUnixSocket(rest, timeout=SECONDS)
    return ClamdNetworkSocket(scheme, int(rest or 3310), timeout=SECONDS)

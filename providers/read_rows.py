"""Which rows of an extract need not be read: the register says most of it anew every day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from pathlib import Path

from nmiss.base.core.codes import of_authority
from nmiss.base.importing import cells, rows
from nmiss.base.importing.rows import Row
from providers import entries, register
from providers.models import ReadRow

LA_CODE, LA_NAME = "LA (code)", "LA (name)"


class Unread:
    """Rows that say what they said when they were read last, of schools that are as they left them.

    A row with a warning is never among them: it warns each time.
    """

    def __init__(self) -> None:
        self.count = 0
        self.authorities: list[tuple[Row, str, str]] = []
        self._known = ReadRow.objects.still_so()
        self._digests: dict[int, str] = {}
        self._seen: set[tuple[str, str]] = set()

    def has(self, urn: int, row: Row) -> bool:
        """Whether this row need not be read."""
        digest = _digest(row)
        if self._known.get(urn) != digest:
            self._digests[urn] = digest
            return False
        self.count += 1
        authority = row.text(LA_CODE), row.text(LA_NAME)
        if authority not in self._seen:  # another authority may have another name since
            self._seen.add(authority)
            self.authorities.append((row, of_authority(authority[0]), authority[1]))
        return True

    def remember(self, urns: Iterable[int]) -> None:
        """Keep what these rows said; of all that was read, those that were taken as they are."""
        ReadRow.remember({urn: self._digests[urn] for urn in urns})


def _digest(row: Row) -> str:
    columns = row.columns
    said = "\x1f".join(row.texts(_picked(columns)))
    digest = hashlib.blake2b(
        said.encode("utf-8", "surrogatepass"), digest_size=16, key=_read_by(tuple(columns))
    )
    return digest.hexdigest()


def _picked(columns: dict[str, int]) -> itemgetter:
    return itemgetter(*columns.values())


@cache
def _read_by(columns: tuple[str, ...]) -> bytes:
    """What else decides how a row is read: its headings, and the code that reads it."""
    code = [Path(module.__file__).read_bytes() for module in (cells, rows, register, entries)]
    return hashlib.blake2b("\x1f".join(columns).encode() + b"".join(code)).digest()

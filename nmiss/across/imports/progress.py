"""How far the worker is, written where the page can read it while the work is not yet committed."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from django.db import connection

from nmiss.across.imports.models import ImportRun

SECONDS = 1.0


class ImportProgress:
    """Writes over a connection of its own, from a thread of its own, at most once a second."""

    def __init__(self, run: ImportRun) -> None:
        self._pk = run.pk
        self._last = 0.0
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="progress")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.submit(lambda: connection.close()).result()  # that of the thread
        self._thread.shutdown()

    def tell(self, words: str) -> None:
        """Say how far it is."""
        if time.monotonic() - self._last >= SECONDS:
            self._last = time.monotonic()
            self._thread.submit(self._write, words).result()

    def _write(self, words: str) -> None:
        ImportRun.objects.filter(pk=self._pk).update(progress=words)

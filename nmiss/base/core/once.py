"""What a page reads once, however many of its parts ask: such as the legal time limits.

Only where a request changes nothing (GET, HEAD): whoever writes reads anew, and so does whoever
asks outside of a request.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_read: ContextVar[dict | None] = ContextVar("read once", default=None)


def once_a_page(read: Callable[P, T]) -> Callable[P, T]:
    """Have a function be called once for each page, and for what it is asked of."""

    @functools.wraps(read)
    def known(*of: P.args) -> T:
        found, key = _read.get(), (read, *of)
        if found is None:
            return read(*of)
        if key not in found:
            found[key] = read(*of)
        return found[key]

    return known


@contextlib.contextmanager
def one_page(*, only_reads: bool) -> Iterator[None]:
    """A request: what is read in it once is known until it ends."""
    token = _read.set({} if only_reads else None)
    try:
        yield
    finally:
        _read.reset(token)

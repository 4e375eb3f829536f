"""Figures that are worked out once for as long as the records behind them stay as they are.

A report over all children reads each of them, and most of the times that somebody opens it nothing
has changed. Row history only grows: the newest entry of each table behind a figure says which state
of the records it was worked out from, and is found by the index of its key. So whoever changes a
record meets the new figure at once, and nobody meets one of another day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.core.cache import cache
from django.db import connection
from django.db.models import Model

T = TypeVar("T")
# Of two changes that overlap, the one with the older entry may be the last to be committed: then
# the figure without it is shown for as long as this.
KEPT_FOR = 5 * 60
_NOTHING = object()


def worked_out(name: str, make: Callable[[], T], *, about: Sequence[object], of: Sequence) -> T:
    """A figure ``about`` these things, such as a year and a day, from the records of these models.

    A model without row history counts by its newest row: none of its rows ever changes.
    """
    key = _key(name, about, state_of(of))
    found = cache.get(key, _NOTHING)
    if found is _NOTHING:
        found = make()
        cache.set(key, found, KEPT_FOR)
    return found


def state_of(models: Sequence[type[Model]]) -> tuple[int | None, ...]:
    """The newest entry in the history of each of these."""
    newest = ", ".join(_newest(model) for model in models)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {newest}")
        return cursor.fetchone()


def _newest(model: type[Model]) -> str:
    events = getattr(model, "pgh_event_models", None)
    meta = (events["insert"] if events else model)._meta
    quote = connection.ops.quote_name
    return f"(SELECT max({quote(meta.pk.column)}) FROM {quote(meta.db_table)})"


def _key(name: str, about: Sequence[object], state: tuple[int | None, ...]) -> str:
    words = "|".join(map(str, (*about, *state)))
    return f"{name}-{hashlib.sha256(words.encode()).hexdigest()[:32]}"
